"""Says by the way people take what happened to them, where no verb is known: into, out of, back.

Whatever the verb, 24,000 people who did it into a town have arrived, and 94 people whom somebody
did it to, out of a town, were moved.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.spots import Spot

_land = r"(?:[A-Z]|towns?\b|villages?\b|camps?\b|cit(?:y|ies)\b|border\b|areas?\b|countryside\b|hospitals?\b|schools?\b|safety\b|shelters?\b|sites?\b|mountains?\b|hills?\b|beach(?:es)?\b|coast\b|shore\b|capital\b|provinces?\b|districts?\b|ground\b|church(?:es)?\b|mosques?\b|communities\b|forests?\b|bush\b|desert\b|crossings?\b|suburbs?\b|neighbou?rhoods?\b|cent(?:re|er)s?\b|prisons?\b|jails?\b|relatives\b|exile\b)"
_which = r"(?:(?:the|a|an|its|their|his|our|nearby|neighbou?ring|safer|higher|other|another|northern|southern|eastern|western|northernmost|remote|surrounding|provincial|state|regional|local|main|city|refugee|transit|reception|screening|collective) )*"
_jail = (
    rf"{_which}(?:\w+ ){{0,2}}?(?:jails?|prisons?|custody|detention|captivity|dungeons?|cells?)\b"
)
_how = r"(?: (?:[a-z]+ly|on foot|by [a-z]+|on|off|out|over|up|down|north|south|east|west|[a-z]+wards?|straight|overnight|through (?:the )?[\w-]+|from (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)){0,2}"
WAY = re.compile(
    rf"{_how} (?:(?P<freed>(?:out of|from) {_jail})|(?P<returned>back|home)\b(?! (?:and forth|to back|on (?:their|its) feet|in(?:to)? (?:school|class|work)))|(?P<into>into {_which}{_land}|across {_which}(?:[A-Z]|border|frontier|river|line|bridge)|ashore|over {_which}(?:border|frontier|river|bridge|mountains?|line)\b)|(?P<to>(?:to|towards?) {_which}{_land})|(?P<out>out of {_which}{_land}|away from {_which}{_land}|from (?:their|the) (?:homes|villages|city|town)\b))"
)
ACTIVE = re.compile(
    r"\s(?:who |that )?(?:(?:have|has|had|also|since|then|now|later|already|all|[a-z]+ly) )*(?P<verb>[a-z]{3,})"
)
PASSIVE = re.compile(
    r"\s(?:who |that )?(?:have been|has been|had been|were|was|are being|were being)(?: (?:also|then|later|since|already|all|[a-z]+ly))? (?P<verb>[a-z]{3,})"
)
AND_KIN = re.compile(r"\sand (?:their|his|her) [a-z]+(?: [a-z]+)?(?=\s(?:were|was|have|had|has)\b)")
BEFORE = re.compile(r"(?P<verb>[a-z]{3,})\s$")
FORM = re.compile(
    r"(?:ed|ing)$|^(?:took|take|takes|led|lead|leads|sent|send|sends|drove|drive|drives|driven|flew|fly|flies|brought|bring|brings|got|get|gets|put|puts|threw|throw|throws|thrown|swept|bore|carry|carries|move|moves|ran|run|runs|swam|rode|sped|went|came|crept|slunk|stole|made|let|flown|taken|thrown|kept|walk|walks|wade|crawl|march|head|heads|push|pushes|force|forces|scramble|limp|row|sail|trek|jump|climb|slip|climbs)$"
)
NO_WAY = frozenset(
    ["based", "according", "returned", "returning", "belonged", "belonging", "listened", "responded", "responding", "agreed", "objected", "referred", "talked", "talking", "spoke", "amounted", "applied", "appealed", "prayed", "pledged", "limited", "linked", "related", "used", "attributed", "admitted", "confined", "exposed", "contributed", "wanted", "needed", "required", "allowed", "going", "expected", "trying", "hoping", "due", "forced", "ordered", "told", "asked", "including", "excluding", "said", "remaining", "being", "having", "opposed", "added", "donated", "given", "distributed", "provided", "delivered", "supplied", "handed", "offered", "allocated", "spread", "turned", "died", "killed", "wounded", "injured", "buried", "born", "located", "attached", "connected", "subjected", "sentenced", "condemned", "vaccinated", "treated", "paid", "addressed", "committed", "returned", "restricted", "devoted", "dedicated", "similar", "next", "close", "access"]
)  # fmt: skip
RUSHED = frozenset(["dispersed", "dispersing", "ran", "run", "running", "runs", "rushed", "rushing", "dashed", "dashing", "raced", "racing", "sprinted", "scrambled", "scrambling", "hurried", "hurrying", "bolted", "scurried", "scattered"])  # fmt: skip
FORCED = frozenset(["pushed", "pushing", "push", "pushes", "drove", "driven", "driving", "drive", "drives", "chased", "chasing", "forced", "forcing", "force", "forces", "sent", "sending", "send", "sends", "scared", "scattered", "hounded", "squeezed", "swept", "propelled"])  # fmt: skip
ARMED_MEN = re.compile(
    r"\b(?:[Aa]rmed men|[Gg]unmen|[Mm]ilitants|[Aa]ttackers|[Ii]nsurgents|[Ff]ighters|[Rr]ebels|[Ss]oldiers|[Tt]roops|[Pp]olice|ISIS|Daesh|Taliban|M23|RSF|[Kk]idnappers|[Bb]andits)\b[^.;]*$"
)
WILDS = re.compile(r"into (?:the )?(?:forest|bush|desert|mountains|woods|unknown|hills)\b|away\b")
KINDS = {
    "freed": "freed",
    "returned": "returned",
    "into": "arrived",
    "to": "arrived",
    "out": "departed",
}


def by_direction(text: str, spot: Spot) -> tuple[str, str] | None:
    """The kind a way says, and the rule; None where no verb goes any way."""
    end = max(spot.noun.end, spot.end)
    if kin := AND_KIN.match(text, end):
        end = kin.end()
    if (was := PASSIVE.match(text, end)) and (way := _way(text, was)):
        return _suffered(was["verb"], way), f"way:{way}"
    if (did := ACTIVE.match(text, end)) and (way := _way(text, did)):
        return _done(did["verb"], way), f"way:{way}"
    return _caused(text, spot, end)


def _way(text: str, verb: re.Match[str]) -> str:
    if not FORM.search(verb["verb"]) or verb["verb"] in NO_WAY:
        return ""
    way = WAY.match(text, verb.end())
    return (way.lastgroup or "") if way else ""


def _done(verb: str, way: str) -> str:
    return "fled" if verb in RUSHED and way in ("into", "to", "out") else KINDS[way]


def _suffered(verb: str, way: str) -> str:
    if way in ("freed", "returned"):
        return way
    return "displaced" if verb in FORCED and way == "out" else "moved"


def _caused(text: str, spot: Spot, end: int) -> tuple[str, str] | None:
    """Somebody pushed 24,000 people into a town; gunmen led 110 into the forest."""
    before = BEFORE.search(text, max(0, spot.start - 20), spot.start)
    if not before or not FORM.search(before["verb"]) or before["verb"] in NO_WAY:
        return None
    if ARMED_MEN.search(text[: before.start()]) and WILDS.match(text, end + 1):
        return "held", "way:away"
    way = WAY.match(text, end)
    if not way or not way.lastgroup:
        return None
    towards = way.group().lstrip().startswith("toward")
    forced = before["verb"] in FORCED and (towards or way.lastgroup in ("into", "out"))
    return ("fled" if forced else _suffered("", way.lastgroup)), f"way:{way.lastgroup}"
