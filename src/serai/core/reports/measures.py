"""The kinds of figures that count things, lengths and loads, and the rate a figure is given at."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.spots import Spot

SINGLES = 10
CLEARED = re.compile(
    r"\b(?:destroy\w*|clear\w*|defus\w+|seiz\w+|found|discover\w+|fired|launch\w+|intercept\w+|dropp\w+|remov\w+|recover\w+|neutrali[sz]\w+|dispos\w+|confiscat\w+|shot down|detonated|planted|surrendered|hand(?:ed|ing) (?:over|in)|collected|turned in)\b",
    re.IGNORECASE,
)
WRECKED = re.compile(
    r"\s(?:had |have |has |was |were )?(?:\w+ly )?(?:capsized|sank|sunk|overturned|crashed|collided|exploded|ran aground|went down|broke down|blown up|caught fire)\b"
)
EXPLOSIVE = re.compile(r"\b(?:explosive|unexploded|hazardous|dangerous|abandoned)\b", re.IGNORECASE)
OF_ORDNANCE = re.compile(
    r"\sof (?:\w+ ){0,2}?(?:ordnance|explosives?|munitions|uxo|erw)\b", re.IGNORECASE
)
EACH = re.compile(
    r"\s*(?:people |persons |passengers )?(?:\(?(?:in|on|to|per|for) )?(?:each\b|a truck\b|per (?:truck|bus|vehicle|boat|car|lorry|van|trailer|pick-?up|minibus|coach|flight|trip|carriage|wagon|cart|raft|helicopter|plane)\b|every (?:truck|bus)|at a time\b)",
    re.IGNORECASE,
)
TO_ONE = re.compile(
    r"\sto (?:an?|each|every|one) (?:[a-z]+ )?(?:truck|bus|vehicle|boat|car|lorry|van|trailer|pick-?up|minibus|coach|carriage|wagon|cart|raft)\b",
    re.IGNORECASE,
)  # 60 to a carriage, where the noun is left out
EACH_BEFORE = re.compile(
    r"\beach of (?:the |its |their |these )?[\w,]+ (?:buses|trucks|lorries|vehicles|cars|boats|vans)\b(?:\s+[\w-]+){0,8}?\s+(?:carried|carries|carrying|held|holds|had|took|takes?|seats?)\s*(?:about |some |around |up to |at least |more than )?$|\b(?:in|on) (?:each|every) (?:truck|bus|lorry|vehicle|car|boat|van) (?:there (?:were|are)|sat|rode|stood|squeezed)\s*(?:about |some |around |up to |at least |more than |between )?$|\b(?:each|every)(?: (?:truck|bus|lorry|vehicle|car|boat|van|convoy|one|of them))? (?:carr(?:ying|ies|ied)|with|holding|holds|packed with|loaded with|held|transporting|takes|took|had|has)\s*(?:about |some |around |up to |at least |more than )?$",
    re.IGNORECASE,
)
RATE = re.compile(
    r"(?:\s+[a-z]+){0,3}?,?(?<!\bfor)\s+(?:(?:a|per|each|every|in a) (?P<unit>day|morning|evening|week|month|hour|night)\b(?! (?:ago|earlier|later|before|after))|(?P<ly>daily|weekly|monthly|hourly)\b)",
    re.IGNORECASE,
)
RATE_INSIDE = re.compile(
    r"\s(?:average |new )?(?P<ly>daily|weekly|monthly)(?P<unit>\b)", re.IGNORECASE
)  # 5,000 daily arrivals
RATE_BEFORE = re.compile(
    r"\b(?:(?P<ly>daily|weekly|monthly)|(?:every|each|per) (?P<unit>day|morning|evening|night|week|month)),?(?: (?!and\b|but\b)\w+){0,6} $",
    re.IGNORECASE,
)


class Kind(msgspec.Struct, frozen=True):
    """What the figure counts, and the rule that said so."""

    name: str
    unit: str
    rule: str
    far: float = 0.0  # how far the word that says so stands from its figure


def load_of(text: str, spot: Spot) -> Kind | None:
    end = max(spot.noun.end, spot.end)
    if (
        EACH.match(text, end)
        or (not spot.noun.unit and TO_ONE.match(text, end))
        or EACH_BEFORE.search(text[max(0, spot.start - 90) : spot.start])
    ) and re.search(
        r"truck|bus|lorr|vehicle|car|boat|van|convoy|barge|ferr(?:y|ies)|ships?\b|planes?\b|flight|coach|helicopter|raft|trailer|tractor|cart|pick-?up|carriage|wagon|in each",
        text,
        re.IGNORECASE,
    ):
        return Kind("load", "person/vehicle", "load:each")
    return None


def rate_of(text: str, spot: Spot) -> str | None:
    end = max(spot.noun.end, spot.end)
    found = (
        RATE_INSIDE.match(text, spot.end)
        or RATE.match(text, end)
        or RATE_BEFORE.search(text[max(0, spot.start - 50) : spot.start])
        or re.search(
            r"\b(?:per|a|each|every) (?P<unit>day)(?P<ly>)\b",
            text[end : end + 60].partition(",")[0],
        )
    )
    if not found:
        return None
    if re.match(r"^,", text[end:]) and "after" in text[end : end + 30]:
        return None
    word = (found["unit"] or found["ly"]).casefold()
    return {
        "daily": "day",
        "morning": "day",
        "evening": "day",
        "weekly": "week",
        "monthly": "month",
        "hourly": "hour",
    }.get(word, word)


def kind_of_a_thing(text: str, spot: Spot) -> Kind | None:
    noun = spot.noun
    if noun.sort == "vehicle":
        wrecked = spot.number < SINGLES and WRECKED.match(text, noun.end)
        # two boats capsized: what happened to somebody, not a fleet
        return None if wrecked else Kind("vehicles", "vehicle", "noun:vehicle")
    if noun.sort == "distance":
        return _of_a_length(text, spot)
    if noun.sort == "duration":
        spans = re.search(
            r"\bfor (?:(?:the )?(?:past|last)|about|more than|almost|nearly|over|at least)?\s*$",
            text[max(0, spot.start - 25) : spot.start + 1],
            re.IGNORECASE,
        )
        return Kind("duration", noun.unit, "noun:duration") if spans else None
    if noun.sort == "other":
        return None
    if noun.sort == "ordnance" and spot.number < SINGLES and not CLEARED.search(text):
        return None  # two rockets hit the airport: an attack, not a stock
    explosive = noun.sort == "supplies" and (
        EXPLOSIVE.search(noun.words) or OF_ORDNANCE.match(text, noun.end)
    )
    sort = "ordnance" if explosive else noun.sort
    return Kind(sort, noun.unit, f"noun:{sort}")


def _of_a_length(text: str, spot: Spot) -> Kind | None:
    before, after = (
        text[max(0, spot.start - 40) : spot.start],
        text[spot.noun.end : spot.noun.end + 25],
    )
    if re.search(
        r"\b(?:area of|areas? (?:less|no more|just|only)|pocket|enclave|strip|boxed|squeezed|into an? \w+)\b[\w ]*$",
        before,
        re.IGNORECASE,
    ):
        return Kind("area", spot.noun.unit, "noun:area")
    far = re.match(
        r"\s*(?:\([^)]*\)\s*)?(?:away|from|north|south|east|west|outside|inside|off|of|to|long|upstream|downstream|along)",
        after,
        re.IGNORECASE,
    )
    return (
        Kind("distance", spot.noun.unit, "noun:distance")
        if far and spot.noun.unit in ("km", "mile")
        else None
    )
