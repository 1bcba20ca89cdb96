"""Tells words of danger that name none: training, threats, anniversaries, figures of speech."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date, timedelta

from serai.core.reports.dates import Phrase

DEVICES = frozenset(["suicide car bomb", "land mines", "IEDs", "unexploded ordnance", "planted explosives"])  # fmt: skip
STANDING = frozenset([*DEVICES, "checkpoint", "road cut"]) - {"suicide car bomb"}
SAFE_ONCE_GONE = DEVICES | {"shelling", "checkpoint", "suicide attack"}
LOOK = 90  # letters before the words of a danger
OLD = timedelta(days=366)
# Who says a word of danger of what harms nobody on a road.
FIGURATIVE_BEFORE = re.compile(
    r"\b(?:heart|panic|asthma|anxiety|verbal|cyber|personal|scathing|blistering|stinging|withering|savage|vitriolic|rhetorical|charm|media|diplomatic|political|legal|legislative|peace|public relations|pr|propaganda|advertising|sales"
    r"|harsh words|terms?|gold|silver|coal|copper|cobalt|tin|coltan|diamond|salt|iron(?: ore)?|uranium|lithium|phosphate|potash|emerald|ruby|jade|zinc|nickel|election|electoral|baby|twitter|population|controlled) $"
    r"|\b(?:talks|negotiat\w+|plans?|deals?|efforts?|bill|process|reforms?|bid|peace)\b[^.;]{0,40}\b(?:hit|fac\w+|ran into|run into)\s(?:\w+\s){1,3}$"
    r"|\b(?:w[io]n(?:s|ning)?|victory|re-?elected|defeat\w*|swept)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
SEEN = re.compile(
    r"\b(?:seen|filmed|photographed|viewed|visible|dropped|supplied|delivered) $", re.IGNORECASE
)
# A wound from before, in a sentence that names no day: despite being hurt by a mine.
WOUND = re.compile(
    r"\b(?:despite (?:being|having been)|having been|after being|had been|(?:lost|missing) (?:his|her|their|a|an) \w+)\b[^.;,]{0,40} (?:by|in|from|to) (?:an? |the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_abstract = r"(?:dignity|free(?:dom)?|press freedom|freedoms?|democracy|democratic|rule of law|judiciary|independence|subsid(?:y|ies)|constitution|records?|bill|polic(?:y|ies)|character|credibility|reputation|values|privacy|integrity|plans?|budgets?|reforms?|rivals?|critics?|opponents?|archives?|inflation|poverty|corruption|education|pensions?|rights|(?:\w+ )?law|idea|notion|speech|reporting|criticism)"
# What is said of a danger that is over: the mines have all been cleared.
ENDED = re.compile(
    r"[^.;,]{0,60}?\b(?:ha(?:s|ve|d)|were|was|are|is|been|being)(?: (?:all|now|since|largely|mostly|both|finally|already|later|just|been|being|\w+ly))* (?:cleared|removed|lifted|dismantled|defused|neutrali[sz]ed|disarmed|taken down|torn down|re-?opened|repaired|rebuilt|made safe|eased|disposed of|receded|subsided|abated|drained)\b",
    re.IGNORECASE,
)
NOT_ENDED = re.compile(
    r"\b(?:not|never|yet to|un(?:til|less)|before|only (?:partly|partially))\b", re.IGNORECASE
)
FIGURATIVE = {
    "shelling": re.compile(
        r"[^.;]{0,40} with (?:\w+ )?(?:questions?|letters|calls|messages|requests|complaints|e-?mails|texts|demands|propaganda|advert\w+|images|criticism|abuse|offers)\b|s? of (?!the |an? |two |three |several |shells|rockets|artillery|(?-i:[A-Z]))",
        re.IGNORECASE,
    ),
    "land mines": re.compile(
        r"(?<=field) (?:of|for) (?!the )|(?<=fields) of (?!the )", re.IGNORECASE
    ),
    "attack": re.compile(
        rf"\s(?:(?:on|against|at) )?(?:the |a |his |her |its |their |our )?(?:\w+'s )?(?:\w+ )?{_abstract}\b"
        r"| of (?!an? |the |two|three|several|gas|fuel|ammunition|mines?|bombs?|\d)|\s(?:in|of) (?:prices?|demand|interest|trade|joy|anger|colou?r|violence|cases)\b",
        re.IGNORECASE,
    ),
    "flood": re.compile(
        r"s? of (?!water|rain|the (?:river|nile|town|city|village|camp|road))|\s(?:with|into) (?!water)|\s(?:the|its) (?:markets?|inbox\w*)\b|\s(?:victory|win|defeat)\b",
        re.IGNORECASE,
    ),
    "ground fighting": re.compile(
        r"[^.;]{0,60}\bover (?:the )?(?:\w+ )?(?:budget|bill|polic\w+|pay|wages|prices?|reforms?|plans?|rules?|law|remarks?|comments?|tax\w*|fees?)\b",
        re.IGNORECASE,
    ),
}
# Landmine awareness, blast victims, artillery units: about a danger, or what is left of one.
ABOUT = re.compile(
    r"[- ](?:(?:risk|awareness|action|clearance|clearing|safety|education|training|surveys?|removal|disposal|victims?|survivors?|wounds?|injur(?:y|ies)|casualties|ban|treaty|convention"
    r"|detect\w+|drills?|exercises?|response|preparedness|early warning|memorial|museum|film|insurance|units?|brigades?|regiments?|batter(?:y|ies)|battalions?|officers?|crews?|pilots?"
    r"|production|factor(?:y|ies)|workshops?|tubes|experts?|specialists?|teams?|defen[cs]es?|suspects?|plots?|barriers?|relief|appeal|forecasts?|warnings?|season)\b)",
    re.IGNORECASE,
)
TAUGHT = re.compile(
    r"\b(?:how to|advice|advised|leaflets?|posters?|murals?|lectures?|lectured|guidelines?|talks|negotiat\w+|train(?:ed|ing|s|ers?)?|taught|teach\w*|learn\w*|courses?|lessons?|sessions?|awareness|ban(?:s|ned|ning)?|sales? of|exports? of|rehears\w+|recogni[sz]e|identify|drills?|simulat\w+|exercises?|film|documentary|novel|book|exhibition|museum"
    r"|anniversar\w+|commemorat\w+|memorial|remembrance|in memory of)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
ONLY_FEARED = re.compile(
    r"\b(?:if|unless|whether|(?:could|would|might|may)(?! have)|should|threat(?:s|en\w*)?|warn(?:ed|s|ing)? (?:of|against)|fear(?:s|ed|ing)?(?: of| that)?|risks? of|danger of|in case of|in the event of"
    r"|potential|possible|possibility of|prospect of|planned|planning|plan(?:s|ned)? (?:for|to)|prepar\w+ (?:for|to)|ahead of|avoid\w*|prevent\w*|deter\w*|ready for|braced? for|vow\w* to|called for|calls for|demand\w* an end to|an end to|insure\w* against)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
MADE_SAFE = re.compile(
    r"\b(?:destroy(?:ed|ing|s)?|seiz(?:ed|ing|es?)|defus(?:ed|ing|es?)|clear(?:ed|ing|s)?|remov(?:ed|ing|es?)|neutrali[sz](?:ed|ing|es?)|recover(?:ed|ing|s)?|confiscat(?:ed|ing|es?)|dispos(?:ed|ing) of"
    r"|dismantl(?:ed|ing|es?)|lift(?:ed|ing|s)?|t[oa]ken? down|t[oa]k(?:e|ing) down|took down|deactivat(?:ed|ing)|dug up|detonated safely)\b(?!,? by)(?: (?!(?:near|on|along|in|at|when|by|after|while)\b)[\w'-]+,?){0,14} $",
    re.IGNORECASE,
)
FOUND = re.compile(r"\b(?:found|discovered)\b(?: [\w'-]+,?){0,12} $", re.IGNORECASE)
BY_EXPERTS = re.compile(
    r"\b(?:engineers?|sappers|de-?miners?|experts?|specialists|technicians|disposal \w+|clearance \w+|de-?mining \w+|bomb squads?)\b[^.;,]{0,30}\b(?:blew up|blown up|detonated|exploded|set off|burned)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
CONTROLLED = re.compile(
    r"\bcontrolled (?:\w+ )?(?:blast|explosion|detonation|demolition)", re.IGNORECASE
)
# What somebody was tried for: convicted of plotting a bombing.
TRIED = re.compile(
    r"\b(?:convicted|acquitted|sentenced|jailed|tried (?:for|over)|charged with|indicted|cleared of|on trial|prosecut\w+|pleaded guilty|extradited)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
DOWNED = re.compile(
    r"\b(?:downed|shot down|shoot(?:s|ing)? down|intercept\w*|jammed|brought down) (?:[\w'-]+ ){0,5}$",
    re.IGNORECASE,
)
STORED = re.compile(r"\b(?:workshop|factory|depot|cache|caches|warehouse|store|stockpile)\b", re.IGNORECASE)  # fmt: skip
NOT_SO = re.compile(
    r"\b(?:no|never|without|denied|den(?:y|ies)|fear of|threat of|feared|cleared(?: of)?|free of|(?:cleared|destroyed|removed|found|defused|neutrali[sz]ed|seized|recovered)(?: more than| some| about| over| at least)? [\d,]+|since the)\s+(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
LONG_AGO = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|decades? ago|(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many) years (?:ago|earlier|later|before|after)|generations?)\b",
    re.IGNORECASE,
)
LASTED = re.compile(r"\b(?:weeks|months|years?|decades?) of (?:\w+ ){0,2}$", re.IGNORECASE)
THE_YEAR = re.compile(
    r"\bthe (?P<year>(?:19|20)\d\d) (?:war|battle|siege|attacks?|offensive|uprising|invasion|conflict|bombings?|floods?|campaign|assault|massacre)\b"
    r"|\b(?:in|of|since|from|until|during) (?P<year2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def is_no_danger(
    name: str, words: str, start: int, end: int, dates: list[Phrase], report: date | None
) -> bool:
    """Whether the words `start`..`end` of a sentence name no danger to anybody on the way."""
    before = words[max(0, start - LOOK) : start]
    return (
        _is_talk(words, before, end)
        or _is_made_safe(name, words, before)
        or _is_over(name, words, end)
        or (name not in STANDING and _is_only_feared(before))
        or _is_figurative(name, words, start, end)
        or (not dates and bool(WOUND.search(before)))
        or _is_long_ago(words, dates, report)
    )


def _is_talk(words: str, before: str, end: int) -> bool:
    """A question, a lesson, a memory, a unit named for its guns."""
    asked = words.rstrip("\"' ").endswith("?")
    return asked or any(
        (
            ABOUT.match(words, end),
            NOT_SO.search(before),
            TAUGHT.search(before),
            TRIED.search(before),
        )
    )


def _is_made_safe(name: str, words: str, before: str) -> bool:
    """Arms that were destroyed, taken away, or lay in a store."""
    if name in ("air strike", "shelling") and DOWNED.search(before):
        return True
    if name not in SAFE_ONCE_GONE:
        return False
    if name != "checkpoint" and (BY_EXPERTS.search(before) or CONTROLLED.search(words)):
        return True
    stored = FOUND.search(before) and STORED.search(words)
    return bool(stored or (name != "shelling" and MADE_SAFE.search(before)))


def _is_over(name: str, words: str, end: int) -> bool:
    """Mines that have been cleared since, a road that was opened again."""
    ended = ENDED.match(words, end) if name in SAFE_ONCE_GONE | {"road cut", "flood"} else None
    return ended is not None and not NOT_ENDED.search(words, end, ended.end())


def _is_only_feared(before: str) -> bool:
    return bool(ONLY_FEARED.search(before) or LASTED.search(before))


def _is_figurative(name: str, words: str, start: int, end: int) -> bool:
    """A flood of requests, an attack on free speech, a clash over the budget."""
    before = words[max(0, start - LOOK) : start]
    if words.startswith("from the air", start) and SEEN.search(before):
        return True
    told = name in FIGURATIVE and FIGURATIVE[name].match(words, end)
    return bool(told or FIGURATIVE_BEFORE.search(before))


def _is_long_ago(words: str, dates: list[Phrase], report: date | None) -> bool:
    if LONG_AGO.search(words):
        return True
    if report is None:
        return False
    year = THE_YEAR.search(words)
    if year and int(year["year"] or year["year2"]) < report.year - 1:
        return True
    days = [phrase.last for phrase in dates if phrase.last and not phrase.since]
    return bool(days) and all(day + OLD < report for day in days)
