"""Keeps the places a report has named, for "the camp", "the city" and sentences that name none."""

import re

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.place_words import FOLLOWED_BACK
from serai.core.reports.places import Mention

OPENING = 12  # letters before a place that stands over its whole sentence
RECEPTION = re.compile(r"\b(?:reception|transit|screening|registration)\b", re.IGNORECASE)


class Remembered(msgspec.Struct):
    """Places named so far, for "the camp", "the city" and sentences that name none."""

    camp: str | None = None
    country: str | None = None  # the first one named
    town: str | None = None
    wide: str | None = None
    district: str | None = None
    last: str | None = None
    head: str | None = None  # the place the head of the report names, however wide
    site: str | None = None
    dateline: str | None = None
    spoken: frozenset[str] = frozenset()  # what sentences named, without the dateline
    named: frozenset[str] = frozenset()
    paragraph: int = -1  # where a place was last named
    now: int = -1

    @property
    def fresh(self) -> bool:
        """Whether the last place was named in this paragraph or the one before."""
        return self.now == self.paragraph

    def note(self, found: list[Mention], paragraph: int) -> None:
        """Remembers the places of a sentence."""
        if not found:
            return
        self.named |= {mention.name for mention in found}
        self.spoken |= {mention.name for mention in found}
        self.site = next((mention.name for mention in found if mention.site), self.site)
        lands = (mention.name for mention in found if mention.land)
        self.country = self.country or next(lands, None)
        reached = [mention for mention in found if mention.role != "from"]
        found = reached or found
        local = [
            mention for mention in found if not mention.beside and not (mention.site and self.town)
        ]
        sited = bool(self.town) and all(mention.site for mention in found)
        fresh = paragraph != self.paragraph and all(mention.wide for mention in found)
        for mention in () if sited else local or found:
            if mention.camp:
                self.camp = mention.name
            elif mention.wide:
                own = find(mention.name)  # the district of a town is not the province
                if not own or own.is_wide:
                    self.wide = mention.name
                else:
                    self.district = mention.name
            else:
                self.town = mention.name
            opens = mention.wide and mention.role == "here" and mention.start < OPENING
            placed = self.town or self.camp
            if not mention.wide or self.last is None or not placed or opens or fresh:
                self.last = mention.name
        self.paragraph = paragraph

    def of_total(self, kind: str, home: str | None) -> str | None:
        """The place of a whole: the country, where only the dateline names its town."""
        only_dateline = home == self.dateline and home not in self.spoken
        if only_dateline and self.country and kind != "remaining":
            self.last, self.paragraph = self.country, self.now
            return self.country
        return home

    def back(self, home: str | None) -> str | None:
        """The place of the report, once it has been named; until then, the one its head names."""
        if home in self.named or not self.head:
            return home or self.last
        return self.head

    def meant(self, text: str, home: str | None = None) -> str | None:
        """The place that "the camp" or "here" in a sentence goes back to."""
        found = FOLLOWED_BACK.search(text)
        if not found:
            return None
        what = found["what"].casefold()
        received = RECEPTION.search(found.group())
        if received or what in ("camp", "site", "settlement", "centre", "center"):
            return self.camp or (home if received or what == "camp" else None)
        if what in ("plant", "steelworks") and self.site:
            return self.site
        here = found.group().casefold().startswith("this")
        if here and self.dateline and what in ("site", "town", "village", "city", "camp"):
            return self.dateline
        return self._place_meant(what, home)

    def reached(self, text: str, home: str | None, origin: str) -> str | None:
        """Where people came to from a place the sentence names: here, unless it says otherwise."""
        last = self.last if self.fresh else None
        here = self.meant(text, home) or last or (home if home in self.named else None)
        return here if here != origin else self.head if self.head != origin else None

    def _place_meant(self, what: str, home: str | None) -> str | None:
        if what in ("capital", "port", "suburb"):
            near = home if home in self.named and not is_wide(home) else self.town or self.last
            return (self.dateline if what == "capital" else None) or near
        if what in ("country", "strip", "republic"):
            return self.country or self.wide
        if what in ("province", "region", "governorate", "state", "county"):
            inner = self.wide if self.wide != self.country else None
            return inner if find(inner or "") else home or self.wide
        if what == "city" and home in self.named and not is_wide(home):
            return home
        if (
            what in ("city", "town", "enclave", "pocket", "area", "hospital")
            and self.now != self.paragraph
            and home
        ):
            return home
        return self.town or self.last


def is_wide(name: str | None) -> bool:
    place = find(name) if name else None
    return bool(place and place.is_wide)
