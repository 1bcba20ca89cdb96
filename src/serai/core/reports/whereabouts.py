"""Chooses the place a figure holds for, and the place people came from."""

# ruff: noqa: E501 - a pattern reads best on one line

import re

import msgspec

from serai.core.reports.distances import REDUCED
from serai.core.reports.places import Mention
from serai.core.reports.remembered import OPENING, Remembered, is_wide

HARMED = frozenset(["killed", "died", "injured", "missing"])
SETTLED = frozenset(["occupancy", "remaining", "held", "registered", "assisted", "need"])
MOVEMENTS = frozenset(
    [
        "arrived",
        "fled",
        "displaced",
        "moved",
        "departed",
        "returned",
        "vehicles",
        "load",
    ]
)
CLAUSES = re.compile(r";|\b(?:while|but|whereas|who|which|where)\b")
ASIDE = re.compile(
    r"\b(?:most|many|some|half|all|few) of (?:them|whom)\b"
    r"|\bthe (?:world's )?(?:largest|biggest|highest|worst|most|only|lowest)\b"
)  # most of them to Poland
TITLE = re.compile(r"(?: [a-z]+){0,2}: ")  # Syria war: thousands leave Ghouta
TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|overall|have now|has now|now been|to date|so far|since (?:[a-z]+ (?:erupted|began|broke out|started|resumed)|the|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
PART_OPENS = 30  # letters in front of a part in which it says that it is one
PART_IN = re.compile(
    r"(?s:.)*?\b(?:of (?:whom|them|these|those)\b[^,;\d]{0,20}[\d,.]+(?: (?:million|thousand))?|[\d,.]+(?: (?:million|thousand))? of (?:whom|them|these|those))(?: (?:are|were|live|living|remain|went|going))? (?:in|at|near|around|to|towards?|into|for|from) (?:the )?(?:\w+ )?"
)
OF_THEM = re.compile(r"\bof (?:them|those|these|whom)\b")
MOST = re.compile(r",\s(?:most|many|some|half|all|few|none) of (?:them|whom)\b[^,]*$")
TOWN = re.compile(r"\bthe (?:town|village)\b")
LARGEST = re.compile(r",\s(?:the|its|their) \w+ of (?:which|them|these),?\s(?:(?:in|at|near) )?$")
FAR = 90  # letters by which a place of origin must be nearer to be the place itself
AND = re.compile(r"\band\b")
AND_THEN = re.compile(r", and\b")
FROM_THERE = re.compile(
    r"\b(?:refugees|migrants|foreigners|fighters|workers|nationals|idps|people|boys|girls|residents|patients|prisoners|detainees|returnees|evacuees|persons|individuals|villagers|civilians|families|arrivals|women|men|children|students) from (?:the )?(?:\w+ )?$",
    re.IGNORECASE,
)
IN = re.compile(r"\s(?:in|at|near|inside|into|to|on)\s(?:the |\w+ern |nearby )*", re.IGNORECASE)
AT_TOWN = re.compile(r"(?: [a-z]+){0,4} (?:at|through|via) (?:the )?")
HERE = re.compile(r"\bhere\b")
NATIONWIDE = re.compile(r"\b(?:nationwide|countrywide|across the country|throughout the country)\b")
HOSTS = re.compile(
    r"(?:, (?:which|that))?(?: (?:also|now|already|currently|alone|has|had))* (?:hosts?|hosting|shelters?|holds?|houses?|received|took in|taken in|absorbed|registered)\s+"
)
ADJOINED = (" ", ": ", " with ", " - ", " some ")
# 198,000 are in makeshift settlements: no place with a name, but the place all the same
SAID_PLACE = re.compile(
    r"(?:(?! (?:in|at|on|inside|near|around|outside) )[^,;:.\d]){0,50} (?:in|at|on|inside|near|around|outside)(?: and around)? "
    r"(?P<what>(?:[\d,]+ )?(?!(?:[a-z]+ )?(?:last|past) )(?:[a-z-]+ ){0,3}?(?:airport|base|seafront|beach|interior|mountains?|border|frontier|north|south|east|west|settlements|communities|evacuation cent(?:re|er)s?|camps|old town|old city|metropolitan area|rebel area|prison|stadium|screening post|checkpoint))\b(?! of)"
)
ARTICLE = re.compile(r"^(?:the|an?|its|their|this) ")
HEADLINES = 2  # sentences at the head of a report, whose places weigh more
INWARD = frozenset(["arrived", "returned"])


class Stand(msgspec.Struct, frozen=True):
    """Where a figure stands in its sentence, and where the other figures do."""

    text: str
    start: int
    end: int
    others: tuple[int, ...] = ()
    own: str = ""  # the figure's own words, without other clauses and who speaks

    def between(self, start: int, end: int) -> str:
        """The words between the figure and a span."""
        return self.text[self.end : start] if start >= self.end else self.text[end : self.start]

    def crossed(self, start: int, end: int) -> int:
        """How many other figures stand between the figure and a span."""
        low, high = (self.end, start) if start >= self.end else (end, self.start)
        return sum(low <= other < high for other in self.others)


def place_of(
    stand: Stand,
    kind: str,
    found: list[Mention],
    remembered: Remembered,
    home: str | None,
    near: str | None,
) -> tuple[str | None, str | None, str]:
    """Place, place of origin, and the rule, for a figure in its sentence."""
    origin = _role(stand, found, "from") if kind in MOVEMENTS else None
    moving = kind in MOVEMENTS
    others = [m for m in found if m.role != "from" or not (moving or _of_people(stand, kind, m))]
    others = [m for m in others if not _is_of_another(stand, m) and not _is_apart(stand, m)]
    others = [m for m in others if not _is_of_a_part(stand, m)]
    goal = _role(stand, others, "to") if kind in MOVEMENTS else None
    chosen = (
        _bracketed(stand, others)
        or _host(stand, others)
        or _adjoined(stand, others)
        or _directly(stand, others)
        or goal
        or _best(stand, others)
    )
    if (
        chosen
        and chosen.wide
        and not goal
        and (meant := remembered.meant(_without(stand.text, chosen), home))
    ):
        return meant, origin.name if origin else None, "place:meant"
    if chosen and chosen is goal and goal.wide:
        chosen = _crossing(stand, goal, others) or chosen
    if chosen and origin and chosen.beside:
        chosen = None
    if chosen and origin and _cost(stand, chosen) > _cost(stand, origin) + _farther(stand, chosen):
        chosen = None
    if chosen:
        return (
            chosen.name,
            origin.name if origin else None,
            f"place:{chosen.role or 'named'}",
        )
    if origin:
        meant = remembered.reached(stand.text, home, origin.name) if kind in INWARD else None
        return (
            meant or origin.name,
            origin.name,
            "place:meant" if meant else "place:origin",
        )
    return _unnamed(stand, kind, remembered, home, near)


def _crossing(stand: Stand, goal: Mention, found: list[Mention]) -> Mention | None:
    """They cross into Chad at Adre: the town where they do."""
    for mention in found:
        crossed = mention.start > goal.end and not mention.wide and not mention.beside
        if crossed and AT_TOWN.fullmatch(stand.text, goal.end, mention.start):
            return mention
    return None


def _without(text: str, mention: Mention) -> str:
    """The sentence without a place it names: the Tayaran district is not the district of before."""
    size = mention.end - mention.start
    return text[: mention.start] + "-" * size + text[mention.end :]


def _bracketed(stand: Stand, found: list[Mention]) -> Mention | None:
    """White Nile (15%): the place right before the figure's bracket."""
    for mention in found:
        if mention.end <= stand.start and stand.text[mention.end : stand.start] in (" (", "("):
            return mention
    return None


def _host(stand: Stand, found: list[Mention]) -> Mention | None:
    """Turkey, which hosts 3.6 million: the place that has taken them in."""
    for mention in found:
        if mention.end <= stand.start and HOSTS.fullmatch(stand.text, mention.end, stand.start):
            return mention
    return None


def _adjoined(stand: Stand, found: list[Mention]) -> Mention | None:
    """Ethiopia has received 18,000, Kenya 6,800: the place right before the figure."""
    for mention in found:
        if stand.text[mention.end : stand.start] in ADJOINED and mention.end < stand.start:
            return mention
    return None


def _is_of_another(stand: Stand, mention: Mention) -> bool:
    """Whether the place stands right before another figure, as Kenya does before 6,800."""
    led = (
        mention.role == "here" and mention.start >= OPENING
    )  # a shell hit a camp in Laukkaing: eleven were killed
    return any(
        mention.end < other
        and (after := stand.text[mention.end : other]) in ADJOINED
        and not (led and after == ": ")
        for other in stand.others
    )


def _is_of_a_part(stand: Stand, mention: Mention) -> bool:
    """Whether the place is told of a part only: 600,000 in the west, 400,000 of them in the Old City."""
    return any(
        stand.end <= other < mention.start
        and PART_IN.fullmatch(stand.text, max(stand.end, other - PART_OPENS), mention.start)
        for other in stand.others
    )


def _is_apart(stand: Stand, mention: Mention) -> bool:
    """Whether the place is of another clause, or only of most of them."""
    between = stand.between(mention.start, mention.end)
    if mention.land and mention.start < OPENING and TITLE.match(stand.text, mention.end):
        return True
    of_them = OF_THEM.search(stand.text, stand.start, stand.end)
    apart = mention.start >= stand.end or (mention.role != "here" and not of_them)
    largest = mention.start >= stand.end and LARGEST.search(between)
    most = largest or MOST.search(between)
    return (apart and ";" in between and mention.start >= OPENING) or bool(most)


def _directly(stand: Stand, found: list[Mention]) -> Mention | None:
    """1,500 in Mukalla: the place right after the figure."""
    for mention in found:
        if (
            mention.start >= stand.end
            and not mention.beside
            and IN.fullmatch(stand.text[stand.end : mention.start])
        ):
            return mention
    return None


def _farther(stand: Stand, chosen: Mention) -> int:
    """How much nearer an origin must be: not at all, when the other place is of the clause before."""
    before = chosen.end <= stand.start and chosen.role != "to"
    return 0 if before and AND.search(stand.between(chosen.start, chosen.end)) else FAR


def _of_people(stand: Stand, kind: str, mention: Mention) -> bool:
    """Refugees from Tigray, migrants from Africa: where people are from, not where they are."""
    elsewhere = (mention.wide and kind not in HARMED) or kind in SETTLED
    return bool(elsewhere and FROM_THERE.search(stand.text[: mention.start]))


def _unnamed(
    stand: Stand, kind: str, remembered: Remembered, home: str | None, near: str | None
) -> tuple[str | None, None, str]:
    """The place of a figure whose sentence names none."""
    if HERE.search(stand.text) and remembered.fresh and remembered.last:
        return remembered.last, None, "place:here-now"
    if remembered.country and NATIONWIDE.search(stand.text):
        return remembered.country, None, "place:nationwide"
    said_there = near and TOWN.search(stand.text)
    if not said_there and (meant := remembered.meant(stand.own or stand.text, home)):
        remembered.last, remembered.paragraph = meant, remembered.now
        return meant, None, "place:meant"
    if near and not (kind in HARMED and remembered.fresh):
        return near, None, "place:speaker"
    return _by_home(stand, kind, remembered, home)


def _by_home(
    stand: Stand, kind: str, remembered: Remembered, home: str | None
) -> tuple[str | None, None, str]:
    if said := SAID_PLACE.match(stand.text, stand.end):
        return ARTICLE.sub("", said["what"]), None, "place:said"
    told = remembered.last if remembered.fresh and is_wide(remembered.last) else None
    if (
        told is None
        and home in remembered.named
        and (kind == "remaining" or TOTAL.search(stand.text))
    ):
        return remembered.of_total(kind, home), None, "place:home"
    last = remembered.last if remembered.fresh else None
    return last or remembered.back(home), None, "place:carried"


def main_place(
    found: list[list[Mention]], camps: int = 0, dateline: str | None = None
) -> str | None:
    """The place a report is about: the local one it names most, at least twice."""
    counts: dict[str, int] = {dateline: 1} if dateline else {}
    for index, mention in (
        (i, m)
        for i, mentions in enumerate(found)
        for m in mentions
        if not m.beside and (not m.wide or (i < HEADLINES and not m.land))
    ):
        weight = 1 + (mention.role in ("here", "from")) + (index < HEADLINES)
        counts[mention.name] = counts.get(mention.name, 0) + weight
    sheltered = [m.name for mentions in found for m in mentions if m.camp and not m.wide]
    if camps and sheltered:
        counts[max(sheltered, key=sheltered.count)] += camps
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best and counts[best] > 2 else None


def _role(stand: Stand, found: list[Mention], role: str) -> Mention | None:
    best = _best(
        stand,
        [
            mention
            for mention in found
            if mention.role == role and not ASIDE.search(stand.between(mention.start, mention.end))
        ],
    )
    return best if best and not stand.crossed(best.start, best.end) else None


def _best(stand: Stand, found: list[Mention]) -> Mention | None:
    return min(found, key=lambda mention: _cost(stand, mention), default=None)


def _cost(stand: Stand, mention: Mention) -> float:
    after = mention.start >= stand.end
    between = stand.between(mention.start, mention.end)
    opening = not after and mention.start < 20  # In Idlib, ... stands over the whole sentence
    cost: float = min(len(between), 30) if opening else len(between)
    cost += 25.0 * len(CLAUSES.findall(between[:30] if opening else between))
    cost += 80 * bool(ASIDE.search(between))
    cost += 45 * (after and bool(AND_THEN.search(between)))
    cost += 12 * min(between.count(","), 1 if opening else 9)
    cost += (20 if opening else 45) * stand.crossed(mention.start, mention.end)
    reduced = REDUCED.match(stand.text, stand.end)
    if reduced and mention.end <= reduced.end():
        cost += 80  # displaced by the clashes in Abala: only which households
    wide = 20 if after and mention.role == "from" else 40
    cost += 60 * mention.beside + wide * mention.wide + 15 * (not mention.role)
    return cost + (0 if after else 30 if AND.search(between) else 8)
