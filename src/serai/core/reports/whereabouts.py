"""Chooses the place a figure holds for, and the place people came from."""

import re

import msgspec

from serai.core.reports.places import FOLLOWED_BACK, Mention

MOVEMENTS = frozenset(["arrived", "fled", "displaced", "moved", "departed", "returned", "vehicles", "load"])
INWARD = frozenset(["arrived", "returned"])


class Remembered(msgspec.Struct):
    """Places named so far, for "the camp", "the city" and sentences that name none."""

    camp: str | None = None
    town: str | None = None
    wide: str | None = None
    last: str | None = None
    paragraph: int = -1

    def note(self, found: list[Mention], paragraph: int) -> None:
        """Remembers the places of a sentence."""
        for mention in found:
            if mention.camp:
                self.camp = mention.name
            elif mention.wide:
                self.wide = mention.name
            else:
                self.town = mention.name
            if not mention.wide or self.last is None or not self.town:
                self.last = mention.name
        self.paragraph = paragraph

    def meant(self, text: str) -> str | None:
        """The place that "the camp" or "here" in a sentence goes back to."""
        found = FOLLOWED_BACK.search(text)
        if not found:
            return None
        what = found["what"].casefold()
        if what in ("camp", "site", "settlement", "centre", "center"):
            return self.camp
        if what in ("country", "province", "region", "governorate", "state", "county"):
            return self.wide
        return self.town or self.last


def place_of(
    text: str,
    start: int,
    end: int,
    kind: str,
    found: list[Mention],
    remembered: Remembered,
    home: str | None,
) -> tuple[str | None, str | None, str]:
    """Place, place of origin, and the rule, for a figure at `start`..`end` of a sentence."""
    origin = (
        _best(text, start, end, [m for m in found if m.role == "from"])
        if kind in MOVEMENTS
        else None
    )
    others = [m for m in found if m.role != "from"] if kind in MOVEMENTS else found
    goal = (
        _best(text, start, end, [m for m in others if m.role == "to"])
        if kind in MOVEMENTS
        else None
    )
    here = _best(text, start, end, others)
    chosen = goal or here
    if chosen:
        return chosen.name, origin.name if origin else None, f"place:{chosen.role or 'named'}"
    if origin:
        if kind in INWARD and (meant := remembered.meant(text)):
            return meant, origin.name, "place:meant"
        return origin.name, origin.name, "place:origin"
    if meant := remembered.meant(text):
        return meant, None, "place:meant"
    return remembered.last or home, None, "place:carried"


def _best(text: str, start: int, end: int, found: list[Mention]) -> Mention | None:
    return min(found, key=lambda mention: _cost(text, start, end, mention), default=None)


def _cost(text: str, start: int, end: int, mention: Mention) -> float:
    after = mention.start >= end
    between = text[end : mention.start] if after else text[mention.end : start]
    if not after and mention.start < 20:
        between = between[:30]  # In Idlib, ... stands over the whole sentence
    cost = len(between) + 25.0 * len(
        re.findall(r";|\b(?:while|but|whereas|who|which|where)\b", between)
    )
    cost += 12 * between.count(",") + 8 * len(re.findall(r"\d", between)) ** 0.5
    if mention.wide:
        cost += 40
    if not mention.role:
        cost += 15
    return cost + (0 if after else 8)
