"""Knows numbers that count nobody: ages, hours, roads, brigades, resolutions, mothers of two."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.word_index import words_in

_month = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
BEFORE = re.compile(
    r"(?:\b(?:(?:in|of|for|per) every|(?:target|goal|quota|ceiling|limit|threshold|objective)s? (?:of|is|was)(?: (?:some|about|around|reaching))?|(?:boys|girls|men|males|women|females|children|those|anyone|everyone|people|patients) (?:over|under|above|below|older than|younger than)|(?:survey|sample|poll|interviews?|conversations?) (?:of|with)|(?:bus|truck|car|boat|(?<!ake )(?<!ade )room|hall|tent|ward|cell|space|lorry) for|eur|usd|gbp|chf|sek|nok|afn|iqd|syp|per|aged?|ages|resolution|highway|route|road|article|chapter|section|phase|stage|tier|class|grade|level"
    r"|category|number|no\.?|nos\.?|page|figure|table|annex|block|sector|zone|unit|room|brigade|division|battalion"
    r"|corps|regiment|channel|gate|checkpoint|covid|ipc|act|law|decree|protocol|version|issue|episode|day|week|round"
    r"|group of|world war|apollo|formula|sdg|flash update|update|sitrep|situation report|bulletin"
    r"|update no|camp|site|ward|district|article no|unscr|mi|f|su|mig|ak|m|v|un|g|c|b|s|rpg|kilometer|km|kilometre"
    r"|born in|call|dial|(?:father|mother|parents?|dad|mum|mom) of|under|over the age of|the age of|under the age of|younger than|older than"
    r"|season|top|chapter vii|flight|boeing|airbus|operation|(?:boundary|border|guard|observation|mile)? ?post|paragraph|decision|order|ordinance|motion|clause|communique|pillar|mile|lot|plot|carriage|platform|berth|classroom|apartment|flat|dormitory|pier|(?:carriage|house|room|bus|school|hospital|gate|ward|cell|camp|block|tent|bed|platform|track|line|bunker|shelter|station) number|house no|bus no|line|euro)"
    r"[\s#:-]*|[#$€£]\s?|-)$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^(?:\s?-?\s?(?:years?|months?|weeks?|days?)[- ]olds?\b|(?:st|nd|rd|th)\b|\s?(?:[ap]\.?m\b\.?|o'clock|hrs\b|gmt|utc|local time)"
    r"|\s?(?:\d\d\s)?(?:times?|fold|percent(?:age)?[- ]points?)\b|-(?:acre|hectare|kilo|year|month|week|day|hour|minute|storey|story|point|member|metre|meter|mile|km|kilomet|foot|man|bed|strong(?! (?:[\w-]+ ){0,2}?(?:force|army|militia|contingent|mission|garrison|brigade|battalion|unit|column|corps)\b)|seat|page|star|state|party|room|ton|tonne|pound|inch|time|way|nation|wheel|person|mm|lane)"
    r"|[-/]\d|\.\d|:\d\d|\s?(?:mm\b|caliber|calibre|magnitude|degrees?|°|mph|knots|volts?|gb|mb|mp)\b|\s+of\s+\d{4}\b"
    r"|\s?(?:views|comments|shares|likes|followers|retweets|tweets|photos?|minutes? read)\b|\s+(?:higher|lower)\b|\s(?:short of|shy of)\b|\s(?:\w+ )?(?:more|fewer|less) than\b(?! \d)|\s+(?:side|sides|parties|countries|nations|governments|presidents|leaders|ministers|sources|things|reasons|ways|options|phases|fronts|points|goals|steps|principles|pillars|priorities|clusters|sectors|questions|parts|journalists told|seasons|editions|episodes|books|films|songs|articles|words|pages|points)\b"
    r"|\s+(?:of (?:the|his|her|my|its) (?:\w+ )?)?(?:sons?|daughters?|brothers?|sisters?|wives|uncles?|cousins?|nephews?|nieces?|grandchildren|siblings)\b(?!(?:,[^,.;]{0,40},)? (?:were |was |are |is |have |had |been |also |all |both )*(?:taken|detained|arrested|shot|buried|executed|killed|injured|wounded|missing|died|drowned|perished|dead|kidnapped|abducted|arrested|hurt))"
    r"|[ ]and[ ]\d{1,2}(?=[,.]| respectively)|\s(?:\w+ )?(?:babies|children|infants|girls|boys) (?:were|have been|had been|was|are) (?:born|delivered)\b)",
    re.IGNORECASE,
)
AGES = re.compile(
    r"(?:,\s\d{1,2}(?:,? \d{1,2})*(?:,? and \d{1,2})?,(?=\s)|(?<=[\w.]),\s[1-9]\d(?=\.?\"?\s*$)|\bage at [\w-]+|\b(?:who|he|she|i|wife|husband|son|daughter|youngest|oldest|eldest) (?:is|are|was|were|am)\s+(?:now\s+|just\s+|only\s+)?\d{1,2}(?:\s+(?:and|to)\s+\d{1,2})?(?=[,.;\"]|\s*$| and\b(?! \d)| (?:years old|years of age|respectively))"
    r"|\b(?:over|under|above|below|beyond) the age of \w+|\b(?:aged?|ages|between the ages of)\s+(?:between\s+)?[\w-]+(?:\s*(?:-|to|and|or)\s*[\w-]+)?(?:\s+years?)?"
    r"|\b\d{1,2}\s*(?:-|to)\s*\d{1,2}\s+years?\b(?: old| of age)?|\bunder[- ](?:the age of )?(?:five|fives|18|five-year-olds|\d{1,2}s?)\b(?!,\d| people| percent| per cent| families| meters| metres| kilomet| km|%)"
    r"|\b\w+ (?:years|months|weeks) (?:old|of age)\b|\bin (?:his|her|their) (?:early |mid |late )?\d0s\b|\((?:male|female|m|f)?,?\s?\d{1,2}\))",
    re.IGNORECASE,
)
CODES = re.compile(
    r"\b0\d{2,4}(?: \d{2,4})+\b|\btext \w+ to \d+|\b(?=[A-Za-z-]*\d)(?=[\w-]*[A-Za-z])[A-Z]{1,6}-?\d+[A-Z]?(?:[-/]\d+)*\b|\b\d+/\d+(?:/\d+)?\b|\+?\d[\d ]*-\d+-\d+[\d-]*|\+\d[\d\s()-]{7,}"
    r"|\b\d{1,2}[:.]\d\d\s?(?:hours|hrs|[ap]\.?m|h|gmt|local|on)\b|\b\d{1,2}:\d\d\b|\b24/7\b|\b\d{6,}-\d+\b|\b\d+(?:\.\d+){2,}\b"
    r"|\b\d{1,2}(?:\.\d+)?°|^\s*(?:\(?\d{1,2}[.)]\s)|\b\d+\.\d+[NSEW]\b|\S+@\S+|https?://\S+|www\.\S+|#\d+",
    re.IGNORECASE,
)
AGED = re.compile(r",\s\d|\(")  # these or those words in every age
AGED_WORDS = frozenset(["age", "aged", "ages", "under", "who", "he", "she", "i", "am", "youngest", "oldest", "eldest", "wife", "husband", "son", "daughter", "year", "years", "months", "weeks", "his", "her", "their"])  # fmt: skip
CODED = re.compile(r"\d|@|www\.|://")  # in every code
YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
# Two thirds of the 90,000 residents have left, none of the 300 was hurt, no one was killed.
BASE = re.compile(
    r"\b(?:half|(?:nearly|almost|virtually|practically) all|thirds?|quarters?|fifths?|most|majority|per ?cent|percentage|none|many|some|few|part|any|not (?:a single )?one|neither|nobody)\s+of\s+(?:(?:the|its|their|all|these|those|our|some|an estimated|about|around|more than|nearly|[\w-]+'s|(?:total |resident |pre-war )*(?:population|caseload|inhabitants) of)\s+)*$"
    r"|%\s+of\s+(?:(?:the|its|their|all|some|an estimated|about|around|[\w-]+'s|(?:total |resident |pre-war )*(?:population|caseload|inhabitants) of)\s+)*$|\bhalf (?:the|its|their|our) (?:[\w']+ )?$|\bno\s$",
    re.IGNORECASE,
)
KIN = re.compile(
    r"(?:sons?|daughters?|brothers?|sisters?|wives|uncles?|cousins?|nephews?|nieces?)$",
    re.IGNORECASE,
)
HARMING = re.compile(
    r"\b(?:took|lost|kill(?:ed|ing)|shot|arrested|detained|seized|kidnapped|abducted|wounded|injured)(?: away)?(?: (?:an?|her|his|their|my) [\w -]{2,30}?,? and)?(?: (?:my|his|her|their|our|all|both|the|at least|another))*\s$",
    re.IGNORECASE,
)
# a boy of four died, a teacher of 44 says
AGE_OF = re.compile(
    r"\b(?:an?|the|one|his|her|my|their|old|young)(?: [a-z]+)? (?:boy|girl|child|son|daughter|baby|infant|toddler|kid|man|woman|mother|father|grandmother|grandfather|widow|teacher|farmer|student|nurse|driver|shopkeeper|refugee|fisherman|pensioner|youth|labourer|trader|[a-z]+(?:er|or|ist|ian|man))s? of\s(?:about |around )?$",
    re.IGNORECASE,
)
AGE_ENDS = re.compile(
    r"(?:[.,;:\"]|\s(?!(?:people|of|families|children|million|thousand|hundred)\b)|$)"
)
WITH_OWN = re.compile(r"\bwith (?:his|her|my)\s$")
OWN_KIN = re.compile(
    r"\s(?:[a-z]+ )?(?:children|kids|sons|daughters|girls|boys|grandchildren|brothers|sisters|siblings)\b"
)
COUNTING = ("under", "day", "week", "line", "lot", "top", "number", "numbers", "stage")
NUMBERED = ("day", "week", "line", "lot", "top", "stage", "number")
NUMBERED_AFTER = re.compile(r"\s*(?:$|[^\w\s,]|of\b)")
PEOPLE_NEXT = re.compile(
    r"\s+(?:[a-z'-]+ ){0,2}(?:people|persons|individuals|famil|household|civilian|refugee|idp|displaced|fighter|militant"
    r"|soldier|child|women|men\b|bod|wounded|injured|dead|killed|were|have|are|deaths|migrants|detainees|prisoners|trucks|buses|rohingya)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"^\s+(?:(?!and\b|but\b|or\b)\w+\s+){0,3}?(?:said|told|says|asked|added|spoke|described|recalled|explained|interviewed|requested anonymity|witnessed)\b",
    re.IGNORECASE,
)


def blanked(text: str) -> str:
    """The sentence with ages, codes and clock times blanked out, as long as before."""
    if AGED.search(text) or not AGED_WORDS.isdisjoint(words_in(text)):
        text = AGES.sub(_blank, text)
    return CODES.sub(_blank, text) if CODED.search(text) else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def is_trap(text: str, start: int, end: int) -> bool:
    """Whether the number at `start`..`end` of a sentence counts nothing a ledger wants."""
    near = text[max(0, start - 40) : start]
    if (after := AFTER.match(text[end : end + 60])) and not (
        KIN.search(after.group()) and HARMING.search(near)
    ):
        return True
    not_one = text[start:end].casefold() == "one" and near.lower().endswith("not ")
    if not_one or (AGE_OF.search(near) and AGE_ENDS.match(text, end)):
        return True
    if WITH_OWN.search(near) and OWN_KIN.match(text, end):
        return True  # who left with her five children
    lowered = near.lower()
    if (" of " in lowered or lowered.endswith("no ")) and BASE.search(near):
        return True
    before = BEFORE.search(text[max(0, start - 24) : start])
    counted = before and ":" in before.group() and "," in text[start:end]
    if before and not counted and not _an_ordinary_word(before.group(), text[end : end + 50]):
        return True
    return bool(YEAR.match(text[start:end])) and not re.match(
        r"\s+(?:\w+ )?(?:people|persons|individuals|families|civilians|refugees|households|fighters|children|bodies|men|women)",
        text[end : end + 40],
    )


def _an_ordinary_word(before: str, after: str) -> bool:
    """Under 300, camp 12,000 and the like are counts when the number is no label."""
    word = before.strip(" #:-").casefold()
    if word == "group of":
        return bool(PEOPLE_NEXT.match(after))
    if word in ("", "#", "$", "€", "£") or word.endswith(
        (
            " of",
            " with",
            " every",
            " over",
            " under",
            " above",
            " below",
            " for",
            " is",
            " was",
            " reaching",
            "age",
            "aged",
            "ages",
            "born in",
            "than",
        )
    ):
        return False
    if word in ("per", "eur", "usd", "gbp", "chf"):
        return False
    if word in NUMBERED and NUMBERED_AFTER.match(after):
        return False
    return word in COUNTING or bool(PEOPLE_NEXT.match(after))
