"""Measures how far a word of happening stands from a figure, in words, clauses and figures."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.company import WERE
from serai.core.reports.cues import Cue
from serai.core.reports.spots import Spot

FARTHEST = 15.0  # beyond this, no word in the sentence belongs to the figure
LENGTHS = ("duration", "distance", "money", "area")
ASIDE = re.compile(r"^,(?:[^,;]|,(?=\d)){3,80},(?!\d)")  # asides in a pair of commas are free
ASIDE_LAST = re.compile(
    r",(?:[^,;]|,(?=\d)){3,80},(?=\s(?:(?:were|was|are|is|have|has|had|been) )*$)"
)  # Nine medics of X, a charity, were
LABELS = re.compile(r"\s?[:=]\s*")
# The influx since 25 August has reached 515,000
TOLD_AS = re.compile(
    r"[^,.;:\d]{0,60}?\b(?:reach(?:ed|es)|pass(?:ed|es)|topp?(?:ed|s)|stands? at|stood at|r[oi]sen? to|rose to|climb(?:ed|s) to|f[ea]ll(?:en)? to|dropped to|gr[eo]wn? to|now at|exceed(?:s|ed)|hit|comes? to|came to|doubled to|tripled to|swelled to|swollen to|estimated at|put at|numbers?|numbered|total(?:s|led|ed))\s",
    re.IGNORECASE,
)
# Families from Sinjar, Zummar and the Nineveh plain have arrived: where they are from is no word between.
FROM_PLACES = re.compile(
    r"^ (?:from|of|in|across) (?:the )?[A-Z][\w'-]*(?:(?:, | and |, and |, the | and the )[A-Z][\w'-]*| (?:al-)?[A-Z][\w'-]*| (?:plain|districts?|regions?|provinces?|areas?|valleys?|mountains?|villages?|camps?|towns?|cit(?:y|ies)|states?|count(?:y|ies)|governorates?|localit(?:y|ies)|neighbou?rhoods?))*(?= )"
)
MOST_OF = re.compile(
    r",\s(?:(?:most|many|some|half|all|few|none|several|both|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|twenty) of (?:whom|them|which)\b[^,]*|(?:mainly|mostly|chiefly|among them) (?:the )?)$"
)
# 911,000 refugees, of whom some 709,000 have arrived since August
OF_WHOM = re.compile(r",\s(?:[\d,]+ )?(?:of|among) (?:whom|which|them)\b[^,;]*\s[\d,]+[^,;]{0,30}$")
CLAUSE = re.compile(
    r";|--| - |,? (?:but|while|whereas|although|though|after|before|as|when|where|because|(?<!have )(?<!has )(?<!had )since)\s|\. |: ",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:were|was|been|being|are|is|be|got|have|had|has)\b", re.IGNORECASE)
NEW_VERB = re.compile(r"(?:^|\s)and\s*$", re.IGNORECASE)
# Households displaced by clashes are sheltering: the participle only says which households.
REDUCED = re.compile(
    r"\s(?:(?:newly|recently|already|previously|internally|forcibly) )?(?P<by>(?:displaced|uprooted|driven|chased|holed up|dug in|camped|encamped|gathered|crammed|besieged|affected|trapped|separated|stranded|wounded|injured|arrested|freed|expelled|evicted|registered|evacuated|rescued|made homeless|used|seized|held|abducted|cut off|detained|killed|taken|deported|returned|moved|released|rescued|brought|sent|transferred|interviewed|surveyed|sheltered|caught|referred|treated|hosted) (?:by|from|in|since|during|after|at|on|as|to|there|here|out of|out|off|into))\b(?:(?! (?:when|after|while|because|before|where|but) )[^,;:.]){0,120}?(?=\s(?:are|is|were|was|have|has|remain|now|live|need|still|reached|arrived|crossed|entered|left|returned|came|went|fled|died|escaped|received|surrendered|laid|gave|got|walked|began)\b)"
    r"|\s(?P<now>(?:sheltering|living|staying|waiting|hiding|working|travelling|traveling|fleeing|trying|sleeping|queu(?:e)?ing|camping|serving|returning|arriving|crossing|leaving|aboard|inside|there)\b)[^,;:.]{0,80}?(?=\s(?:have|has|had|were|was)\s)"
    r"|(?<=of those)\s(?P<ones>[a-z]{3,}ed)(?=\s(?:are|is|were|was|have|has)\b)",
    re.IGNORECASE,
)
WHO_WERE = re.compile(
    r"\swho (?P<by>(?:had|have|has|were|was|are) [^,;:.]{3,80}?)(?=\s(?:have|has|had|were|are|reached|arrived|fled|left|crossed|returned|entered|came|died)\s)"
)
CONTENT = re.compile(
    r"\b(?!(?:had|have|has|been|were|was|are|is|be|being|already|also|now|since|still)\b)[\w'-]+"
)
STAFF = re.compile(r"\b(?:staff|volunteers|workers|teams|doctors|nurses|medics)$")
OBJECT = re.compile(
    r"\s(?!(?:the|that|this|these) (?:[a-z]+ )?(?:day|night|week|month|year|morning|evening|weekend|moment)\b)"
    r"(?:the|an?|his|her|their|its|our|my|this|that|these|those|him|them|us|it|control|power)\b"
)
WITH_PLACE = re.compile(r"\b(?:by|in|from|to|with|of|at|on|into|onto|through|for)$")
RELATIVE = re.compile(r"\b(?:who|that|which|whom)(?:\s\w+){0,2}\s*$", re.IGNORECASE)


def to_the_right(text: str, noun_end: int, cue: Cue, spots: list[Spot]) -> float:
    between = text[noun_end : cue.start]
    after = [
        other.start for other in spots if other.start >= cue.end and other.noun.sort not in LENGTHS
    ]
    if (
        after
        and not PASSIVE.search(between + cue.words)
        and re.fullmatch(r"(?! and )[a-z ]{0,12}", text[cue.end : min(after)])
        and cue.passive
        and "," not in between
    ):
        return FARTHEST  # 30 fighters killed 12 civilians: the 12 were killed
    if (
        cue.passive
        and not WITH_PLACE.search(cue.words)
        and OBJECT.match(text, cue.end)
        and not PASSIVE.search(between + cue.words)
    ):
        return FARTHEST  # 40 gunmen seized the town: they were not seized
    helping = cue.kind == "assisted" and cue.passive
    if helping and STAFF.search(text, 0, noun_end) and not WERE.search(between + cue.words):
        return FARTHEST  # 35 of its staff treated 120
    cost = _length(FROM_PLACES.sub("", ASIDE_LAST.sub(" ", between)))
    reduced = REDUCED.match(text, noun_end) or WHO_WERE.match(text, noun_end)
    if reduced:
        cost = (
            cost + 4
            if cue.start < reduced.end(reduced.lastgroup or 0)
            else _length(text[reduced.end() : cue.start]) + 1
        )
    if NEW_VERB.search(between):
        cost += 3
    if RELATIVE.search(between):
        cost += 2.5
    if "," in between and (MOST_OF.search(between) or OF_WHOM.search(between)):
        cost += 8
    return cost + _crossed(text, noun_end, cue.start, spots)


def to_the_left(text: str, spot: Spot, cue: Cue, spots: list[Spot]) -> float:
    between = text[cue.end : spot.start]
    if LABELS.fullmatch(between) or (cue.side == "L" and TOLD_AS.fullmatch(between)):
        return 0.6
    cost = _length(between) + 0.6 + _crossed(text, cue.end, spot.start, spots)
    if cue.side == "L" and cue.kind != "fled" and not cue.words.endswith(" of"):
        cost += (
            0.5
            if re.match(
                r"^\s*(?:[:|(=-]|rose|reach|doubled|tripled|swe?o?ll|grew|grown|stood|stands|of|at|to|is|was|has|had|by)",
                between,
            )
            else 3
        )
    if (
        cue.side == "B"
        and WERE.search(text[max(0, cue.start - 12) : cue.start])
        and not cue.words.startswith("are ")
    ):
        cost += 2  # were killed ... 12 others
    return cost


def _length(between: str) -> float:
    """Words between, commas dear, asides in a pair of commas or brackets free."""
    between = re.sub(r"\([^)]*\)", " ", between)
    between = ASIDE.sub(" ", between)
    return (
        len(CONTENT.findall(between)) * 0.6
        + between.count(",") * 1.5
        + 4 * len(CLAUSE.findall(between))
        + (20 if ";" in between else 0)
    )


def _crossed(text: str, start: int, end: int, spots: list[Spot]) -> float:
    cost = 0.0
    for other in spots:
        if start <= other.start and other.end <= end:
            joined = (
                text[start : other.start]
                if other.start - start < end - other.end
                else text[other.noun.end or other.end : end]
            )
            cost += (
                0.5
                if re.fullmatch(
                    r"\W*(?:and|or|plus|including|as well as)?\W*(?:[a-z]+ )?",
                    joined,
                    re.IGNORECASE,
                )
                else 2.5
            )
    return cost
