"""Tells the dead of hunger, cold and illness from those killed, by the words around them."""

# ruff: noqa: E501 - a row of words reads best on one line

import re

from serai.core.reports.spots import Spot

# 19 deaths from dehydration are no killings.
OF_ILLNESS = re.compile(
    r"\s(?:[a-z]+ )?(?:from|due to|of|caused by|linked to) (?:[a-z]+ ){0,2}(?:dehydration|cholera|measles|diarrh\w+|hunger|starvation|thirst|malnutrition|cold|hypothermia|disease|illness\w*|exhaustion|exposure|malaria|hepatitis|pneumonia|heat\w*|fever|covid\S*|natural causes)\b",
    re.IGNORECASE,
)
# the deaths of 56 children on the mountain from thirst and heat
OF_ILLNESS_LATER = re.compile(r"[^,;.]{0,40}" + OF_ILLNESS.pattern, re.IGNORECASE)
DEATHS = re.compile(r"\bdeaths?$", re.IGNORECASE)
VIOLENCE = re.compile(
    r"\b(?:attack|strike|air|shell|bomb|kill|fight|clash|shot|shoot|gun|militia|massacre|explo|mine|blast|raid|violen|conflict|war|assault|wound|injur|rocket|missile|drone|execut|murder|offensive|battle|siege|sieging|besieg|civilian|soldier|hostilit|insurg|casualt|tortur)",
    re.IGNORECASE,
)


BODIES = re.compile(
    r"\b(?:bodies|remains|corpses) of (?:the |at least |some |about |another )*$", re.IGNORECASE
)


ILLS = r"(?:cholera|tuberculosis|dysentery|typhoid|meningitis|measles|hunger|starvation|famine|malnutrition|thirst|dehydration|cold|frost|hypothermia|exposure|disease|illness|malaria|hepatitis|pneumonia|fever|covid\S*|diphtheria|dengue|diarrh\w+|heat|heatwave|epidemic|outbreak)"
BY_ILLNESS = re.compile(rf"\b{ILLS}\b(?:,? (?!and\b|by\b|but\b)[\w-]+){{0,4}}\s$", re.IGNORECASE)


def by_illness(before: str) -> bool:
    """Whether what took them was an illness: cold has claimed seven lives."""
    return bool(BY_ILLNESS.search(before))


def of_bodies(text: str, start: int) -> bool:
    """The bodies of 22 people: whatever was done with them, they are dead."""
    return bool(BODIES.search(text[max(0, start - 40) : start]))


def of_no_violence(text: str, spot: Spot) -> bool:
    """Two deaths at the site: nobody was killed, unless the words tell of violence."""
    if spot.noun.sort != "killed":
        return False
    if OF_ILLNESS.match(text, spot.noun.end):
        return True
    return bool(DEATHS.search(spot.noun.words) and not VIOLENCE.search(text))
