"""Finds what a number counts: the head noun behind it, its unit and the sort of people it names."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.noun_words import (
    ADJECTIVAL,
    AGENTIVE,
    BARRIERS,
    DEMONYMS,
    NO_AGENTS,
    PERSON,
    THINGS,
)
from serai.core.reports.numbers import OUT_OF


class Noun(msgspec.Struct, frozen=True):
    """What a number counts: where the noun ends, its unit, its class, its words."""

    end: int
    unit: str  # person, family, vehicle, ... or "" when no noun stands there
    sort: str  # people, fighters, held, ... for people; a kind for things
    words: str


SHORT = 4  # letters of a plural too short to be cut to a singular


def _lexicon() -> dict[str, tuple[str, str]]:
    table = {word: ("person", sort) for sort, words in PERSON.items() for word in words.split()}
    for sort in ("people", "fighters", "displaced", "held"):
        ones = (
            word[:-1]
            for word in PERSON[sort].split()
            if word.endswith("s") and word[-2] not in "si" and word != "others"
        )
        table = {word: ("person", sort) for word in ones if len(word) > SHORT} | table
    table |= {word: ("person", "people") for word in DEMONYMS.split()}
    for name, words in THINGS.items():
        unit, _, kind = name.partition("!")
        table |= {word: (unit, kind or unit) for word in words.split()}
    return table


NOUNS = _lexicon()
WORDS = re.compile(r"[\s\"]*((?:[A-Z]\.){2,}|[A-Za-zÀ-ɏ%][\wÀ-ɏ'-]*|%)")
SIDE = re.compile(
    r"\s[A-Z]{2,6}\s(?:members\s|fighters\s)?and\s(?:their\s)?(?:families|relatives|supporters)\b"
)
PRONOUN = re.compile(r"\s+of\s+(?:them|those|these|whom|which|us|you|ours|mine|theirs|our own|their own|the (?:dead|wounded|injured|victims|displaced|casualties))\b", re.IGNORECASE)  # fmt: skip
OF_THE = re.compile(
    r"\s+of\s+(?:(?:the|our|their|its|his|her|my|these|those|all|whose)\s+)*(?:own\s+)?",
    re.IGNORECASE,
)
SQUARE = re.compile(
    r"\s?(?:square|sq\.?)[ -](kilomet(?:er|re)s?|km|met(?:er|re)s?|m|miles?)\b|\s?(km2|km²)|\s?(m2|m²)\b",
    re.IGNORECASE,
)
PERCENT = re.compile(r"\s?(?:%|per ?cent\b|pct\b|p\.?c\b\.?)", re.IGNORECASE)
OF_NO_PEOPLE = re.compile(
    r"\s(?:funded|(?:has|have) been (?:received|funded|pledged)|covered|financed|higher|lower|more|less|fewer|smaller|larger|above|below|increase|decrease|rise|drop|decline|jump|of (?:(?:the|its|their|all|this|an?|some|about)? ?)*(?:US|USD ?|A|C)?[$€£]|of (?:(?:the|its|their|all|this) )?(?:[a-z-]+ ){0,2}?(?:(?:city|town|area|territory|land|country)(?!'s)|infrastructure|requirements?|requested|funds?|funding|appeal|budget|needed|required|crops?|cropland|roads|shops|aid|trucks|supplies))\b",
    re.IGNORECASE,
)
# of the US$ 152 million needed, WHO has received 54%
PAID = re.compile(
    r"(?:[$€£]|\bUSD\b|\bfunding\b|\bappeal\b)[^.;]{0,60}\b(?:received|raised|funded|covered|paid|pledged)\s[\d.,]+$"
    r"|\b(?:increase[sd]?|decrease[sd]?|rises?|drop(?:ped)?|declined?|falls?|jump(?:ed)?|surge|growth|rose|fell|grown?|up|down) (?:of|by) [\d.]+$"
)
MONEY = re.compile(
    r"\s?(?:[a-z]{2,9}(?:n|ese|ish|i|new|old) (?=pounds?|lira|dinar|shilling|riyal|rial|rupee|franc|pound|hryvnia|rouble|ruble|peso|dollar|birr))?(?:(?:us |american |canadian )?dollars?|rials?|usd|us\$|euros?|eur|pounds? sterling|dinars?|lira|liras|hryvnias?|afghanis|roubles?|rubles?|rupees?|riyals?|shillings?|naira|birr|francs?|pesos?|kyats?|taka|shekels?|dirhams?|pounds)\b",
    re.IGNORECASE,
)
NEWLY = re.compile(
    r"\s*(?:newly|recently|previously|freshly)[ -](?:arrived|returned|displaced|registered|relocated|released)(?=\s[a-z])"
    r"|\s*(?:daily|weekly|monthly)(?=\s(?:new )?(?:arrivals|departures|returnees|deaths))"
)
# 5,200 stranded foreigners: which foreigners, not what became of them.
ATTRIBUTIVE = re.compile(
    r"\s*(?:stranded|trapped|besieged|fleeing|returning|arriving|starving)(?=\s(?:[a-z]+ )?(?:people|men|women|children|[a-z]{4,}(?<!ou)s)\b)"
)
# a 12,000-strong force, a 40-truck convoy
STRONG = re.compile(
    r"-(?:strong (?:[\w-]+ ){0,2}?(?:force|army|militia|contingent|mission|garrison|brigade|battalion|unit|column|corps)\b"
    r"|(?P<vehicle>truck|lorry|vehicle|bus|car|boat)(?= (?:[a-z]+ ){0,2}?(?:convoy|column|fleet|motorcade)\b))"
)
STRONG_ARMY = re.compile(
    r"\b(?:militia|force|army|brigade|battalion|garrison|contingent|regiment|faction|corps|column|group|unit|company)\b[^.;,]{0,30}$"
)
IS_STRONG = re.compile(r"\sstrong\b")
_kin = r"(?:women|men|children|girls|boys|babies|elderly|civilians|soldiers|policemen|families)"
TOGETHER = re.compile(rf"(?:, (?:[a-z]+ )?{_kin})*,? and (?:the |their )?{_kin}\b")
OF_HURT = ("injured",)
REACH = 8  # words between a number and its noun
NO_NOUN = Noun(0, "", "", "")


def noun_after(text: str, end: int) -> Noun:
    """The noun a number counts that ends at `end` in an evened sentence.

    >>> noun_after("200 ISIS fighters and their families", 3).words
    'ISIS fighters and their families'
    """
    if strong := STRONG.match(text, end):
        vehicles = strong["vehicle"]
        unit, sort = ("vehicle", "vehicle") if vehicles else ("person", "fighters")
        return Noun(strong.end(), unit, sort, strong.group().lstrip("-"))
    if side := SIDE.match(text, end):
        return Noun(side.end(), "person", "people", side.group().strip())
    special = _measure(text, end)
    if special:
        return special
    whole = OUT_OF.match(text, end)
    if whole:
        end = whole.end()
    of_them = PRONOUN.match(text, end)
    if of_them:
        words = of_them.group().strip()
        sort = NOUNS.get(words.rpartition(" ")[2].casefold(), ("", "people"))[1]
        return Noun(of_them.end(), "person", sort if sort in OF_HURT else "people", words)
    if STRONG_ARMY.search(text, max(0, end - 50), end) and IS_STRONG.match(text, end):
        return Noun(end + len(" strong"), "person", "fighters", "strong ")
    at = end
    of_the = OF_THE.match(text, end)
    if of_the:
        at = of_the.end()
    return _walk(text, at)


def _measure(text: str, end: int) -> Noun | None:
    if found := PERCENT.match(text, end):
        paid = OF_NO_PEOPLE.match(text, found.end()) or PAID.search(text[:end])
        sort = "other" if paid else "share"
        return Noun(found.end(), "percent", sort, found.group().strip())
    if found := SQUARE.match(text, end):
        words = (found.group(1) or found.group(2) or found.group(3)).casefold()
        unit = "km2" if words.startswith("k") else "mile2" if words.startswith("mile") else "m2"
        return Noun(found.end(), unit, "area", found.group().strip())
    if found := MONEY.match(text, end):
        return Noun(
            found.end(),
            "USD" if "doll" in found.group().casefold() else "money",
            "money",
            found.group().strip(),
        )
    return None


def _walk(text: str, start: int) -> Noun:
    """The noun and those it is counted together with: 4,000 women, men and children."""
    noun = _head(text, start)
    together = TOGETHER.match(text, noun.end) if noun.sort in ("people", "fighters") else None
    if not together:
        return noun
    return msgspec.structs.replace(
        noun, end=together.end(), words=text[start : together.end()].strip()
    )


def _head(text: str, start: int) -> Noun:
    """Goes over adjectives to the noun, and on to the next when the first only describes it."""
    at, seen, best = start, 0, NO_NOUN
    while seen < REACH and (word := WORDS.match(text, at)):
        lower = word.group(1).casefold().removesuffix("'s").removesuffix("'")
        if lower == "shelter" and SHELTERING.match(text, word.end()):
            return best
        if _known(lower) and not (lower in ("those", "others") and best.unit):
            unit, sort = _entry(lower)
            best = Noun(word.end(), unit, sort, text[start : word.end()].strip())
            if lower not in ADJECTIVAL:
                return best
        elif _names_people(word.group(1)):
            return Noun(word.end(), "person", "people", text[start : word.end()].strip())
        elif newly := NEWLY.match(text, word.start()) or ATTRIBUTIVE.match(text, word.start()):
            at, seen = newly.end(), seen + 1
            continue
        elif best.unit or (lower in BARRIERS and word.group(1) != "IS") or NON_HEAD.match(lower):
            return best
        at, seen = _past(text, word.end()), seen + 1
    return best


# 65,000 shelter in ten bases: what they do, not what is counted.
SHELTERING = re.compile(r"\s(?:in|at|under|with|there|inside|around|near|on|here)\b")
NON_HEAD = re.compile(
    r"^(?:of|the|a|an|another|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|dozens|hundreds|thousands|this|they|he|she|it|we|i|said|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)


def _past(text: str, at: int) -> int:
    """Over the comma or "and" between two adjectives, and over a bracket with another name."""
    joined = re.compile(
        r",(?=\s[a-z-]+\s[a-z]+)(?!\s(?:and|or|including|mostly|mainly|who|which|with|while|were|some)\b)|\s+and(?=\s(?:allied|foreign|local|exhausted|injured|wounded|sick|malnourished|vulnerable|elderly|severely|suspected|unaccompanied|separated|lactating|nursing)\b)|\s?\([^)]{1,40}\)"
    )
    found = joined.match(text, at)
    return found.end() if found else at


def _names_people(word: str) -> bool:
    """Whether a plural names people by what they do: beekeepers, harbourers, Africans."""
    return bool(AGENTIVE.fullmatch(word)) and word not in NO_AGENTS


def _known(word: str) -> bool:
    return word in NOUNS


def _entry(word: str) -> tuple[str, str]:
    return NOUNS[word]
