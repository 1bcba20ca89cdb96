"""Makes the claim of one figure: who says it, where, on which days, and how firmly."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

from serai.core.reports import hedges
from serai.core.reports.dates import Phrase
from serai.core.reports.days import Days, Known, days_of
from serai.core.reports.elided import Figure
from serai.core.reports.exports import described
from serai.core.reports.places import Mention, place_within
from serai.core.reports.public_voices import public_names
from serai.core.reports.reading import Claim
from serai.core.reports.sentences import Sentence
from serai.core.reports.setting import Setting
from serai.core.reports.speakers import Speaker, looks_like_a_person
from serai.core.reports.whereabouts import Stand, place_of

OWN_CLAUSE = re.compile(
    r"(?:,|;)\s(?:and|but|while|whereas|although)\s(?:the |a |an |its )?$",
    re.IGNORECASE,
)
CITED = re.compile(r"\b(?:citing|quoting)\s(?:the\s)?$", re.IGNORECASE)
CLAUSES = re.compile(r"[,;] (?:but|while|whereas|although) ")
AND = re.compile(r"(?:and|but|while|whereas|although)\s", re.IGNORECASE)
AFTER_CLAUSE = re.compile(r";|,|\s(?:and(?! (?:their|its|his|her)\b)|but|while)\s")
# 14 million people, or every second Yemeni, could soon be hungry
APPOSITION = re.compile(
    r"^,\s[^,;]{3,80},(?=\s(?:could|may|might|will|would|can|are|were|is|was|have|has|had)\b)"
)
BRACKETED = re.compile(r"(?:\s?\(|\s-\s|,\s(?=or ))(?:or |i\.e\. )?")
HABIT = re.compile(
    r"\b(?:every|each|per|sometimes|usually|often|a day|a week) ?(?:day)?\b", re.IGNORECASE
)
TO = re.compile(r"\sto (?:be |have (?:been )?)?$")
DONE = re.compile(
    r"\b(?:forced|compelled|obliged|driven|had|have|has|having|managed?|able|allowed|permitted|helped|beg[au]n|started|continued?|continues|used|free|made|left|enough|refus\w+|unable|first|last|one|ones|those|people|were|was|known|said|reported|understood|claimed|turned out)\s$"
)
PURPOSE = re.compile(
    r"(?:million|billion|\d|money|funds|funding|plans?|efforts?|appeal\w*|target\w*|ready|preparing|order|aims?|pledged|promised) to $"
)
LET = re.compile(
    r"\b(?:allow\w*|enabl\w*|help\w*|manag\w*|able|forc(?:ed|es|ing)|compel\w*|prompt\w*|caus\w+|led|drove|driven|push(?:ed|es|ing))\b(?:[^,.;]|,(?=\d)){0,60}$"
)
APART = 80  # letters that a semicolon is worth between a figure and who says it
OWN_WORDS = re.compile(r"\w+ \w+ \w+ \w+:\s")  # described conditions as dire: 42 people
PARTS = ("among them", "of them", "of these", "of those", "they included", "these included")
ONWARDS = ("elided", "who-says")  # ways to name who says what comes after, not before
UNNAMED = ("place:said", "place:meant")  # the mountain, the city: places told without a name
GUESSED = ("place:carried", "place:home")
THERE = re.compile(
    r"[^,;.\d]{0,60}\bthere\b(?! (?:are|were|is|was|have|had|has|may|might|could)\b)"
)
THERE_ARE = re.compile(r"\bthere (?:are|were|may be|may have been|might be) (?:still |now )?$")
IT_WAS = re.compile(r"\b(?:it|that) (?:was|is)\b", re.IGNORECASE)
# words, clauses and figures between a figure and the word that tells of it; without a noun
FAR_VERB, FAR_BARE = 2.3, 1.2
LITTLE = (
    "way:",
    "by:",
    "heading",
    "listed",
    "of-the-same",
    "rate:",
    "likely",
)  # rules by the build of a sentence alone
# Words that tell of several things, and nouns that tell of what they are alone.
TWOFOLD = frozenset(["S:waiting", "O:held", "O:took", "O:taken", "O:take", "O:taking", "O:bringing", "O:see", "O:sees", "O:saw", "O:with", "O:there are", "S:are in", "S:were in", "S:here", "S:there", "S:leave", "O:receive", "noun:fighters", "noun:displaced", "noun:people"])  # fmt: skip
FEW, BARE_FEW = 13, 100  # people of whom a figure seldom is one, without a noun even more
SURE_OF_FEW = frozenset(
    ["killed", "died", "injured", "missing", "held", "freed", "vehicles", "ordnance"]
)
AIRED = re.compile(r"\b(?:TV|television|radio|news|media|newspaper|channel)\b")


def claim_of(
    sentence: Sentence,
    figure: Figure,
    figures: list[Figure],
    dates: list[Phrase],
    places: list[Mention],
    speakers: list[Speaker],
    setting: Setting,
) -> Claim:
    """The claim of a figure in its sentence."""
    words = sentence.text
    others = tuple(other.number.start for other in figures if _is_between(words, figure, other))
    stand = Stand(words, figure.start, figure.end, others, _unspoken(words, figure, speakers))
    speaker = _speaker_of(words, figure, speakers)
    (place, origin), (first, last), ruled = _where_and_when(
        stand, figure, figure is figures[0], dates, places, speaker, setting
    )
    setting.whereabouts, setting.placed = (place, origin), ruled[1]
    sure = _certainty(words, figure)
    if sure == "expected" and not _lies_ahead(last, ruled[0], setting.report_date):
        first, last = None, None
    setting.days = (first, last)
    start, end = sentence.start + figure.start, sentence.start + figure.end
    own = words[figure.start : figure.end]
    hedge, low, high = _peaked(words, figure)
    return Claim(
        doc=setting.meta.id, start=start, end=end, quote=setting.text[start:end], low=low, high=high,
        unit=figure.kind.unit, kind=figure.kind.name, what=figure.what,
        attributed_to=speaker.name if speaker else None,
        chain=_chain(speaker, setting), place=place, place_from=origin, date_from=first, date_to=last,
        hedge=hedge, certainty=sure,
        factors=_factors(figure, figures), product=_product(figure, figures),
        rules=(figure.kind.rule, *ruled, f"speaker:{speaker.rule}" if speaker else "speaker:none", f"words:{len(own)}")[:4],
        witness=_is_private(speaker, setting),
        described=described(speaker.words, speaker.name) if speaker else "",
    )  # fmt: skip


def _unspoken(words: str, figure: Figure, speakers: list[Speaker]) -> str:
    """The clause of a figure without who speaks: a nurse of the province is in no province."""
    for speaker in speakers:
        if speaker.start >= 0 and "'s " in speaker.words:
            blank = "-" * (speaker.end - speaker.start)
            words = words[: speaker.start] + blank + words[speaker.end :]
    before = CLAUSES.split(words[: figure.start])[-1]
    return before + words[figure.start :]


def _where_and_when(
    stand: Stand,
    figure: Figure,
    leads: bool,
    dates: list[Phrase],
    places: list[Mention],
    speaker: Speaker | None,
    setting: Setting,
) -> tuple[tuple[str | None, str | None], Days, tuple[str, str]]:
    """Place and origin, days, and the rules that said so; `leads` is the first of its sentence."""
    near = (
        place_within(_office_of(speaker)) if speaker and not AIRED.search(speaker.words) else None
    )
    place, origin, place_rule = place_of(
        stand, figure.kind.name, places, setting.remembered, setting.home, near
    )
    unnamed = setting.placed in UNNAMED and setting.whereabouts[0]
    if place_rule in GUESSED and unnamed and _there(stand):
        place = setting.whereabouts[0]
    (first, last), date_rule = days_of(
        stand,
        "occupancy" if figure.kind.rule == "noun:displaced" else figure.kind.name,
        dates,
        Known(setting.report_date, setting.day, setting.period, setting.days),
        habitual="/day" in figure.kind.unit and bool(HABIT.search(stand.text)),
    )
    opens = stand.text[: figure.start].lstrip("\"' ").casefold().startswith(PARTS)
    if setting.days and leads and (opens or figure.kind.rule == "part-of"):
        # Among them were 300 children: where and when the whole of the sentence before was.
        place, origin = (place, origin) if places else setting.whereabouts
        first, last = (first, last) if dates or date_rule == "date:now" else setting.days
    return (place, origin), (first, last), (date_rule, place_rule)


def _there(stand: Stand) -> bool:
    """At least 56 have died there: where the figure before was."""
    return bool(THERE.match(stand.text, stand.end) or THERE_ARE.search(stand.text, 0, stand.start))


def _certainty(words: str, figure: Figure) -> str:
    """How sure a figure is: by its clause, by who claims it, and by how surely it was read."""
    sure = hedges.certainty(_clause(words, figure), words[max(0, figure.start - 14) : figure.end])
    if sure == "stated" and hedges.CLAIMED.search(words, figure.end):
        return "reported"
    if sure == "stated" and _is_only_meant(words, figure):
        return "expected"
    if sure == "stated" and _is_unsure(words, figure):
        return "possible"  # so that a person looks at it before it counts as said
    return sure


def _is_only_meant(words: str, figure: Figure) -> bool:
    """Told to leave, pledged to feed: an infinitive is no deed, unless somebody managed to."""
    side, _, cue = figure.kind.rule.partition(":")
    lowered = words.casefold()
    if side == "O" and cue.startswith("to "):
        at = lowered.rfind(cue, 0, figure.start)
        return at >= 0 and not DONE.search(words[:at])
    if side == "O":
        at = lowered.rfind(cue, 0, figure.start)
        return at > 0 and bool(PURPOSE.search(words[:at])) and not LET.search(words[:at])
    if side not in ("S", "B"):
        return False
    at = lowered.find(cue, figure.end)
    to = TO.search(words[figure.end : at]) if at >= 0 else None
    made = LET.search(words[: figure.start])  # forced 1,860 households to seek refuge
    return bool(to and not made and not DONE.search(words[: figure.end + to.start() + 1]))


def _is_unsure(words: str, figure: Figure) -> bool:
    """Whether the kind rests on little: on the sentence before, or on few people and a far verb."""
    rule = figure.kind.rule
    if rule == "elided":
        return "/" not in figure.kind.unit and not IT_WAS.search(words)
    if figure.kind.far >= (FAR_VERB if figure.noun.words else FAR_BARE):
        return True
    if rule.startswith(LITTLE) or (rule == "part-of" and not figure.noun.words):
        return True
    if rule in TWOFOLD:
        return True
    few = figure.number.low < (BARE_FEW if not figure.noun.words else FEW)
    return few and rule[:2] in ("S:", "O:", "L:") and figure.kind.name not in SURE_OF_FEW


def _lies_ahead(last: date | None, rule: str, report: date | None) -> bool:
    """Whether the day of something still expected is its own, and not one that has passed."""
    told = rule not in ("date:carried", "date:perfect", "date:until-report", "date:period")
    return told and last is not None and report is not None and last >= report


def _is_between(words: str, figure: Figure, other: Figure) -> bool:
    """Whether another figure can part this one from its place; the same in brackets cannot."""
    if other is figure:
        return False
    first, second = sorted((figure, other), key=lambda one: one.start)
    return not (first.end <= second.start and BRACKETED.fullmatch(words, first.end, second.start))


def _office_of(speaker: Speaker) -> str:
    """The words of a speaker without the person's own name, which may be a place's name too."""
    if speaker.rule == "elided":
        return ""  # Moscow of 10,000
    lone = speaker.rule == "said-by" and " " not in speaker.name  # said Adam, its driver
    if speaker.organisation or not (lone or looks_like_a_person(speaker.name)):
        return speaker.words
    return speaker.words.replace(speaker.name, " ")


def _is_private(speaker: Speaker | None, setting: Setting) -> bool:
    """Whether a person speaks who holds no office and publishes nothing."""
    if speaker is None or speaker.organisation or speaker.office:
        return False
    if setting.public is None:
        setting.public = public_names(setting.text)
    return not setting.public.intersection(speaker.name.split())


def _peaked(words: str, figure: Figure) -> tuple[str, float | None, float | None]:
    """Sometimes it reaches 400 in a day: the number is the most, not the usual."""
    peak = re.search(
        r"\b(?:sometimes|at times|peak\w*|as many as|can)\b[^,;]{0,30}\b(?:reach\w*|rise|peak\w*)\s*$",
        words[: figure.start],
        re.IGNORECASE,
    )
    if peak and figure.hedge == "exact":
        return "upto", None, figure.high
    return figure.hedge, figure.low, figure.high


def _clause(words: str, figure: Figure) -> str:
    """The words around a figure that say how sure it is, without other clauses."""
    before = re.split(r";|,\s(?:and|but|while)\s(?!that\b)", words[: figure.start])[-1]
    rest = APPOSITION.sub("", words[figure.end :])
    after = AFTER_CLAUSE.split(rest)[0]
    return f"{before} {words[figure.start : figure.end]} {after}"


def _speaker_of(words: str, figure: Figure, speakers: list[Speaker]) -> Speaker | None:
    """The speaker nearest to the figure, one outside the figure's own words."""
    near = [
        s
        for s in speakers
        if not (s.start >= 0 and s.start <= figure.start < s.end)
        and not (s.rule == "registering" and figure.kind.name != "registered")
        and not (s.start > figure.end and (s.rule in ONWARDS or _opens_clause(words, s)))
    ]
    told = [s for s in near if not CITED.search(words[: max(s.start, 0)])] or near
    return min(told, key=lambda s: (_distance(words, s, figure), s.start), default=None)


def _opens_clause(words: str, speaker: Speaker) -> bool:
    """Whether a speaker stands in a clause of its own: ..., and the government says that ..."""
    before = words[: speaker.start]
    return bool(
        OWN_CLAUSE.search(before)
        or before.rstrip().endswith(";")
        or (AND.match(speaker.words) and before.rstrip().endswith((",", ";")))
    )


def _distance(words: str, speaker: Speaker, figure: Figure) -> int:
    if speaker.start < 0:
        return 0
    after = speaker.start >= figure.end
    first, last = (figure.end, speaker.start) if after else (speaker.end, figure.start)
    apart = words.count(";", first, last)
    apart += not after and OWN_WORDS.search(words, first, last) is not None
    return last - first + APART * apart


def _chain(speaker: Speaker | None, setting: Setting) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(filter(None, (speaker.name if speaker else "", setting.meta.source)))
    )


def _factors(figure: Figure, figures: list[Figure]) -> tuple[float, ...]:
    """The vehicles and the load of "15 trucks with 40 people each"."""
    if figure.kind.name != "load" or figure.low is None or figure.low != figure.high:
        return ()
    for vehicles in figures:
        if (
            vehicles.kind.name == "vehicles"
            and vehicles.low is not None
            and vehicles.end <= figure.start
        ):
            return (vehicles.low, figure.low)
    return ()


def _product(figure: Figure, figures: list[Figure]) -> float | None:
    factors = _factors(figure, figures)
    return factors[0] * factors[1] if factors else None
