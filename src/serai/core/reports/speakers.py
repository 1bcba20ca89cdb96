"""Finds who says a figure: before or after the words, in apposition, or for a whole quotation."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.word_index import SENTENCES, WordIndex

VERB = (
    r"(?:said|says|say|told|tells|reported|reports|report|announced?|estimates?|estimated|confirm(?:ed|s)?|added|adds|warn(?:ed|s)?|noted|notes|stated|states|"
    r"claim(?:ed|s)?(?! (?:the )?li(?:ves|fe)\b| (?:[\w,]+ ){1,3}lives\b)|tall(?:ied|ies)|talk(?:ed|s) of|recalled|recalls|explained|explains|wrote|writes|tweeted|described|counted|recorded|documented|puts?(?! (?:them|him|her|us|people|families|up)\b)|believes?|believed|acknowledge[sd]?|"
    r"declared|revealed|g(?:ave|ives?|iven)(?= (?:an?|the|its|their) (?:[a-z]+ )?(?:figure|toll|number|estimate|total|count|loss(?:es)?|dead|casualties)\b)|us(?:es|ed)(?= an? (?:[a-z]+ ){0,2}(?:figure|number|count|total))|counts?|spoke of|speaks? of|cited|cites|lists?|listed|lamented|indicated|indicates|insisted|denied|admitted(?= (?:that|to|on|it|there)\b)|argued|hopes?|hoped|expects?|expected|fears?|predicts?|predicted|continued|posted|informed(?= (?:the|us|[A-Z]))|testified|replied|conceded|disclosed|remarked|stress(?:ed|es)|underlined|emphasi[sz]e[sd]?|highlights?(?= that)|registered that|verified|suggests?|alleged|accus(?:es|ed)|disputed|rejected|maintain(?:s|ed)|thinks?|calculates?|calculated|g(?:ave|ives|iven)(?= the names? of)|reckons?|show(?:s|ed)?|found(?= (?:that|in (?:an?|its))\b))"
)
_cap = r"(?:[A-ZÀ-ÖØ-Þ][\w'À-ɏ.&-]*|al-[A-Z]\w+|el-[A-Z]\w+|bin|de|van|von)"
_name = rf"{_cap}(?:\s(?:(?:of|for|and|the|in|on|to|al|el|de|des|du|bin)\s){{0,2}}{_cap})*(?:\s\([A-Z][\w-]+\))?"
_role = (
    r"(?:spokes(?:man|woman|person|people)|officials?|officers?(?: in charge)?|workers?|fighters?|commanders?|governor|mayor|ministers?|director|manager|head|chief|coordinator|representative|"
    r"envoy|doctors?|medics?|nurses?|witness(?:es)?|residents?|survivors?|villagers?|refugees?|IDPs?|evacuees?|women|woman|man|men|boy|girl|activists?|monitors?|monitoring group|observatory|"
    r"rescuers?|authorities|police|army|military|government|ministry|agency|agencies|organi[sz]ations?|groups?|coalition|sources?|analysts?|researchers?|leaders?|elders?|chairman|"
    r"president|secretary|commissioner|diplomats?|NGOs?|volunteers?|driver|mother|father|farmer|teacher|soldiers?|militants?|rebels|administrator|administration|head(?:master|mistress|teacher)|[a-z]+(?:keeper|holder|maker|smith|herder|ologist|ician)s?|"
    r"office|department|hospital|staff|statements?|reports?|press release|bulletin|update|assessment|tally|tallies|count|projection|estimate|presidency|palace|cabinet|charity|charities|watchdog|command|headquarters|council|team|teams|commission|committee|media|lawyer|"
    r"prosecutors?(?:-general)?|general|superintendent|surgeons?|engineer|imam|priest|bishop|teenager|students?|shopkeeper|fisherman|traders?|paramedics?|firefighters?|organi[sz]ers?|mission|body|"
    r"services?|regulator|centre|center|bureau|union|network|survey|tracking|analysis|research|members?|data|figures|records|partners|company|firm|operator|ombuds(?:man|woman)|defen[cs]e|municipality|embassy|"
    r"parliament|court|foundation|institute|navy|coast ?guards?|guards?|force|forces|observers?|neighbou?rs?|family|relatives?|eyewitnesses|locals|brigade|crescent|cross|aide|advis[eo]r|"
    r"emergency room|opposition|regime|militia|faction|programme|program|fund|cluster|consortium|alliance|movement|party|station|channel|TV|television|radio|newspaper|adviser|deputy|judge|lawmaker|MP|migrants?|detainees?|prisoners?|captain|colonel|tribal leader|civil society|stationmaster|pilot|sailor|pharmacist|professor|experts?|smuggler|shepherd|clerk|guide|document|memo|letter|study|unit|councill?ors?|lawmakers?|legislators?|clerics?|pastor|midwi(?:fe|ves)|baker|tailor|mechanic|carpenter|electrician|barber|widow|grandmother|grandfather|girls|boys|councilm[ae]n|[Dd]isplaced (?:people|persons|families)|policem[ae]n|policewom[ae]n|justice|passengers?|engineers?|sappers?|owners?|arrivals|newcomers|returnees|deportees|escapees|captives|fishermen|miners|grocers?|keepers?|local|directorates?|wardens?|captain|juntas?|committees|commissions|hall|employees?|ministries|rapporteurs?|monks?|nuns?|side|lawyers|farmers|drivers|shepherds|smugglers|teachers|mothers|fathers|widows|priests|imams|commanders|captains|prosecutors|judges|(?!others?\b|letters?\b|papers?\b|numbers?\b|rivers?\b|orders?\b|borders?\b|winters?\b|summers?\b|quarters?\b|shelters?\b|corridors?\b|towers?\b|terrors?\b|powers?\b|never|however|rather|later|either|neither|after|under|over|ever|further|together|another|whether|former|offers?\b|fires?\b|markers?\b|matters?\b|centers?\b|sectors?\b)[a-z]{4,}(?:ers?|ors?|ists?|ians?|women|woman|men|man))"
)
_article = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal|[Mm]any|[Oo]ther|[Ss]enior|[Ll]ocal)\s)"
_phrase = rf"{_article}*(?:[\w'À-ɏ/&.-]+\s){{0,6}}?{_role}\b(?:\s\([A-Z][\w-]+\))?(?:\s(?:at|of|in|for|with|from|on|running|among)(?:\s[\w'À-ɏ-]+){{1,8}}?)?"
_titled = rf"(?:[Tt]he\s|[Aa]n?\s)?(?:[a-z-]+\s){{1,5}}{_name}"
_aside = rf"(?:,\s\d{{1,2}},|,\s\d[^,\"]{{3,50}},|\s(?:that|which)\s[^,.;:\"]{{3,50}}?,\s{_name},|\s(?:reached|contacted|interviewed|quoted|speaking|based|seen|obtained|read|reviewed)\s[^,.;:\"]{{3,50}}?|,\s[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){{0,2}},|\s(?:who|whose|that|which)\s[^,.;:\"]{{3,60}}?|,\s(?:a|an|the|its|who|whose|one|chief|head|[a-z]+)\s?(?:[^,\"]|,(?=\d)){{3,90}},)"
_people = r"(?:Officials|Doctors|Residents|Witnesses|Activists|Survivors|Medics|Nurses|Rescuers|Volunteers|Authorities|Relatives|Villagers|Refugees|Staff|Workers|Police|Teachers|Monitors|Analysts|Diplomats|Sources|Leaders|Elders|Farmers|Fishermen|Drivers|Employees|Members)(?:\s(?:at|of|in|for|with|from)(?:\s[\w'-]+){1,5}?)?"
_who = rf"(?:(?:[Tt]he\s)?{_name}|{_people}|{_phrase}(?:\s{_name})?|{_titled})"
_sign = r"(?:[^,.;:\"]|(?<=[A-Z])\.(?=[\s,])|(?<=Dr)\.|(?<=Gen)\.|(?<=Col)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Lt)\.|\.(?=\w))"
_till = r"(?=[,;:\"]|\.\s|\.?$|\s(?:who|as|in a|(?<!Commission )(?<!Committee )(?<!Council )(?<!Conference )on|which|while|after|but|that|because|told|and|said|there|between|during|since|by phone|late|early|late on)\b|\s(?:about |some |at least |more than |nearly |over |around |almost |up to )?\d)"
BEFORE = re.compile(
    rf"(?:^(?:In|At|From|Near) (?:[A-Z][\w'-]+ ){{1,3}}(?=(?:the|an?|its|one|two|local) )|^|[\"';:(]\s*|\b(?:and|but|while|as|though|although|where|that|also|Meanwhile|However|Yesterday|today|day|what|[Ii]n an? (?:statement|report|tweet|briefing|post|message)|Earlier|Later|Separately|Overnight),?\s+|-\s|\s(?=Dr\.?\s[A-Z]))(?P<who>{_who}{_aside}?(?:\s{_name})?)\s(?:on \w+ |also |has |have |had |now |later |previously |earlier |recently |then |initially |meanwhile |alone |repeatedly |further )*{VERB}(?!\s(?:to have been (?:found|built)|by\b(?! (?:tele|satellite )?(?:phone|e-?mail|text|video|message))))\b"
)
SAID_BY = re.compile(
    rf"(?:[,\"]\s*(?:\w+ )?(?:said|says|added|explained|reported|recalled|warned|noted|announced|confirmed|wrote|estimates))\s+(?:\w+ly\s)?(?P<who>{_sign}{{2,80}}?{_till}(?:,\s(?:Dr\.\s|Gen\.\s)?{_name})?)",
)
POST = re.compile(
    rf",\s*\"?\s*(?P<who>{_who}{_aside}?)\s(?:there |here |locally |also |has |have |later |on \w+ )*{VERB}\b"
)
_source = r"[Aa]cc(?:ording|\.)? to|[Aa]s reported by|citing|cited by|[Rr]eported by|[Rr]eports? (?:from|by)|[Ff]igures (?:from|by|of)|[Dd]ata (?:from|by)|[Ee]stimated by|[Ss]tatistics from|[Rr]ecorded by|[Cc]onfirmed by|[Dd]ocumented by|[Rr]eleased by|[Pp]ublished by|[Aa] count by|[Aa] tally by|[Nn]umbers from|quoting|[Cc]ompiled by|[Vv]erified by|(?:put|estimated|given|reported) at [^,;.\"]{3,40}? by|[Pp]osted (?:online )?by|told by|[IiBb][ny] the (?:estimate|count|words|view|reckoning|account) of"
ACCORDING = re.compile(
    rf"\b(?:{_source})\s+(?P<who>{_sign}{{2,80}}?{_till}(?:,\s(?:Dr\.\s|Gen\.\s)?{_name})?)"
)
# By the army's count: what somebody's count says.
BY_COUNT = re.compile(
    r"\b[Bb]y (?:the )?(?P<who>(?!(?:its|their|his|her|our|my|that|this|some|most|any)\b)[A-Za-z][\w' .-]{1,50}?)'s? (?:own |official |latest )?(?:count|estimates?|tally|reckoning|accounts?|figures|calculations?)\b"
)
PUBLICATION = re.compile(
    r"\b(?:press release|statement|report|bulletin|update|briefing|tally|assessment|figures|data)\s(?:from|by|of|issued by|released by)\s(?:the\s)?(?P<who>(?:[A-Z][\w'-]+(?:'s)?\s?)+)[^.]{0,20}\s(?:notes|said|says|stated|showed?|reads|put)"
)
BRACKET = re.compile(
    r"\((?:[Ss]ources?:? |[Ss]ee )?(?P<who>[A-Z][\w'/&.-]+(?:\s(?:of\s|for\s|the\s)?[A-Z][\w'/&.-]+){0,5})(?:,? \d[^)]{0,20})?\)\s*[.;,]?\s*$"
)
# Up to 400,000 flee camp after assault: UN
# The government speaks of 70,000, the UN of at least 200,000
SPEAKS_OF = re.compile(r"\b(?:speaks?|spoke|talks?|talked) of\b|\bputs? (?:it|the \w+|that) at\b")
ELIDED = re.compile(
    rf"(?:,|;)\s(?:and |but )?(?P<who>(?:[Tt]he )?(?:{_name}|(?:[a-z]+ ){{0,2}}?{_role})) (?:of|at) (?:at least |about |around |more than |some |only |up to )?(?=\d)"
)
# doctors there, who have recorded 44
WHO_SAYS = re.compile(
    rf"(?P<who>\b(?!of\b|the\b|and\b|which\b|that\b)(?:[a-z]+ )?{_role})(?: there| here)?, who (?:have|has|had) (?:only )?(?:recorded|counted|documented|verified|confirmed)\b"
)
HEADLINE = re.compile(
    rf"(?<=\w): (?P<who>(?:[A-Z][\w.'&-]* ?){{0,4}}(?:UN|U\.N\.|[A-Z]{{3,7}}|{_role}|Observatory|Crescent|Cross|Agency|Ministry|Watch|Commission))\s*$"
)
# UNHCR has registered 571,000: an office known by its letters, or by what it is.
REGISTERING = re.compile(
    r"(?P<who>\b(?!ISIS|ISIL|SDF|YPG|RSF)[A-Z]{3,7}|\b[Tt]he (?:UN|U\.N\.|United Nations)(?: [a-z]+){0,2} (?:agency|office))(?:'s teams| teams| staff)? (?:has |have |had )?(?:so far |now |already )?registered(?= (?:about |some |nearly |almost |more than |over |around |at least |an estimated |another )?[\d,]+)"
)
APPOSED = re.compile(
    rf"^(?P<role>.*?{_role}\b(?:\s(?:at|of|in|for|with)\s[\w' -]+?)?),?\s(?P<name>[A-ZÀ-Þ][\w'À-ɏ-]+\.?(?:\s(?:[A-ZÀ-Þ][\w'À-ɏ-]*\.?|al-\w+|bin|de))+)$"
)
# A local rights group, RNDH, counts 62 killed.
BODY = re.compile(
    r"^(?=[a-z])[^,]*\b(?:group|charity|monitor|watchdog|organi[sz]ation|agency|network|ministry|body)\b"
)
PROPER = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,4}")
OWNED = re.compile(
    r"^(?P<body>[A-Z][\w' &-]+?)'s?\s(?:activists|sources|staff|teams?|field teams|figures|records|report|correspondents?|tracking|survey|analysis|research|count|data)$"
)
ACRONYM = re.compile(r"^(?P<full>.+?)\s\((?P<short>[A-Z][A-Za-z-]{1,9})\)$")
ROLE = re.compile(rf"\b{_role}\b")
PRONOUNS = re.compile(
    r"(?:he|she|they|it|we|i|there|his|her|at|in|on|about|more|that|this|you)\b", re.IGNORECASE
)
TITLES = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Brig|Sgt|Prof|Sheikh)\.?\s(?=[A-Z])")
LEADING = re.compile(
    r"^(?:the|a|an|one(?! of)|senior|latest|another|its|their|most recent|initial|preliminary|figures from|data from|as|and|but|although|though|while|whereas|meanwhile,?|however,?|that|on \w+day,?|in all|in total|so far|altogether,?|overall,?|(?:on|in|by|since|until|during) (?:\w+day|[A-Z]\w+(?: \d{1,2})?|\d{4}),? (?=(?:the|a|an) )|(?:at|in) [\w' -]{3,40}?(?= (?:Dr|Mr|Mrs|Gen|Col)\.? [A-Z]))\s+",
    re.IGNORECASE,
)
ORGS = r"(?:forces|nations|ministry|observatory|agency|organi[sz]ation|office|council|government|coalition|army|police|authorit\w+|committee|commission|programme|program|fund|crescent|cross|defen[cs]e|union|group|monitor|administration|hospital|helmets|borders|services?|department|network|movement|watch|international|unit|bureau|cent(?:re|er)|mission|council|children|group|association|council|state)"
ORG_WORD = re.compile(rf"\b{ORGS}\b|(?-i:^[A-Z]{{2,}}s?\b)", re.IGNORECASE)
NOT_A_SPEAKER = re.compile(
    r"^(?:our\b.*|(?:most|many|some|all|half|none|few|both|several) of (?:them|whom|these|those)\b.*|(?:on|in|at|by|since|for|during)\s.*|(?:more|at least|about|around|nearly|over|some)\s\d.*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reports?|it|he|she|they|we|i|you|one|some|officials in|there|this|that|who|which|what|as|\d(?!\d?-year-old ).*|january|february|march|april|may|june|july|august|september|october|november|december|new|many|most|others|and|but|the|a|an|deaths?|people|figures?|numbers?|camp|families|thousands.*|hundreds.*|dozens.*)$",
    re.IGNORECASE,
)
CLAUSE_WORDS = re.compile(
    r"\b(?:were|was|are|is|have|had|has|been)\b|^(?:two|three|four|five|six|seven|eight|nine|ten|more|about|some \d)\b"
)
ACRONYMS = re.compile(r"[A-Z]{2,7}")
# ICRC: 4,000 fighters out in one night
LABELLED = re.compile(
    r"^\W*(?P<who>(?:UN|UNHCR|UNICEF|UNRWA|IOM|ICRC|MSF|WHO|WFP|OCHA|OHCHR|SDF|SOHR|NRC|IRC|AFAD|[A-Z][\w-]+ (?:[\w-]+ )?(?:officials|police|authorities|ministry|sources|medics|doctors|residents|governor|mayor|army|hospital|Crescent|Cross|Observatory|Defen[cs]e)|(?:Officials|Police|Medics|Doctors|Residents|Witnesses|Ministry|Governor|Mayor|Army))): (?=\S)"
)
NAME_GIVEN = re.compile(
    r",? (?:who (?:gave|gives)|giving) (?:only )?(?:his|her|their) (?:first |full |nick)?name (?:only )?as (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
    r"|,? who asked to be (?:identified|called|named|known) (?:only )?(?:as|by (?:his|her) first name,?) (?P<other>[A-Z][\w'-]+)"
)
OWNER_BEHIND = re.compile(r"(?<=\w\w|\w\.),\s[^,]*'s$")  # Maria F., MSF's (coordinator)
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
OFFICES = re.compile(
    r"\b(?:president|minister|governor|mayor|spokes\w+|director|commander|chief|head|secretary|officer|official|coordinator|general|colonel|representative|envoy|commissioner|ambassador|manager|brigadier|major|captain|lieutenant|chairman|administrator|ministry)\b",
    re.IGNORECASE,
)
_saying = WordIndex([VERB, "reads"], ending=r"\b")
_according = WordIndex([rf"{_source}|by (?=[^.;]{{2,60}}'s? )"])


class Speaker(msgspec.Struct, frozen=True):
    """Who says the words of a span, by name and by what they are."""

    start: int
    end: int
    name: str
    words: str
    rule: str
    organisation: bool = False
    office: bool = False  # speaks as an official, not as a private person


def speakers_in(text: str) -> list[Speaker]:
    """Everyone a sentence names as saying something, in order of the rules."""
    found: list[Speaker] = []
    for rule, words in _rules_of(text):
        for match in words.finditer(text):
            if rule == "bracket" and (found or not _is_source(text[: match.start()], match["who"])):
                continue
            made = made_speaker(match["who"], match.start("who"), rule)
            if made:
                found.append(_by_the_name_given(text, match.end("who"), made))
    return found


def _by_the_name_given(text: str, end: int, speaker: Speaker) -> Speaker:
    """Said a camp employee who gave his name as Jalal."""
    given = NAME_GIVEN.match(text, end)
    return (
        msgspec.structs.replace(speaker, name=given["name"] or given["other"]) if given else speaker
    )


def _rules_of(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The rules whose words stand in a sentence at all; most sentences quote nobody."""
    told = says(text)
    if told:
        yield "publication", PUBLICATION
    if any(True for _ in _according.found(text)):
        yield "according", ACCORDING
        yield "by-count", BY_COUNT
    if told:
        yield from _rules_of_saying(text)
    if "registered" in text:
        yield "registering", REGISTERING
    if "(" in text:
        yield "bracket", BRACKET
    if ": " in text:
        yield "label", LABELLED
    if ": " in text and not told and text[-1] not in '.!?"':
        yield "headline", HEADLINE


def _rules_of_saying(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    yield from (("said-by", SAID_BY), ("post", POST), ("before", BEFORE))
    if SPEAKS_OF.search(text):
        yield "elided", ELIDED
    if ", who ha" in text:
        yield "who-says", WHO_SAYS


@lru_cache(maxsize=SENTENCES)
def says(text: str) -> bool:
    return any(True for _ in _saying.found(text))


def _is_source(before: str, words: str) -> bool:
    """Whether a bracket names a source, and not the short form of the words in front of it."""
    if find(words) or not (ORG_WORD.search(words) or ROLE.search(words)):
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w'-]+", before[-80:]))
    return not initials.casefold().endswith(words.casefold())


def made_speaker(words: str, start: int, rule: str) -> Speaker | None:
    """A speaker from the words that name one; None for words that cannot speak."""
    words = OWNER_BEHIND.sub("", words.strip(" ,\"'"))
    if words.endswith("'s") or (rule == "said-by" and CLAUSE_WORDS.search(words)):
        return None
    bare = _without_articles(words)
    unable = NOT_A_SPEAKER.match(bare) and not ACRONYMS.fullmatch(bare)
    if not bare or unable or len(bare) < 2:
        return None
    if bare[0].islower() and not ROLE.search(bare):
        return None
    if rule in ("said-by", "according") and not _can_speak(bare):
        return None
    name, office = _named(_untitled(bare))
    body = bool(ORG_WORD.search(bare)) and not (name != bare and looks_like_a_person(name))
    return Speaker(start, start + len(words), name, words, rule, body, office)


def _can_speak(words: str) -> bool:
    return bool(words[0].isupper() or ROLE.search(words)) and not PRONOUNS.match(words)


def _untitled(words: str) -> str:
    return TITLES.sub("", words)


def _without_articles(words: str) -> str:
    while shorter := LEADING.sub("", words, count=1):
        if shorter == words:
            break
        words = shorter
    return words.strip(" ,")


def _named(words: str) -> tuple[str, bool]:
    """The shortest sure name: a person's own, an acronym, or the words themselves."""
    office = bool(OFFICES.search(words))
    first, _, rest = words.partition(", ")
    if rest:
        rest = rest.rstrip(",")
        named = not looks_like_a_person(first) and (
            looks_like_a_person(rest) or (BODY.search(first) and PROPER.fullmatch(rest))
        )
        return rest if named else first, office
    apposed = APPOSED.match(words)
    if apposed and not ORG_WORD.search(apposed["name"]):
        return apposed["name"], office
    if owned := OWNED.match(words):
        return owned["body"], office
    if short := ACRONYM.match(words):
        return short["short"], office
    if "(" in words:
        words = words.split(" (", maxsplit=1)[0]
    words = words if INITIALS.search(words) else words.rstrip(",.")
    return words.removesuffix("'s"), office


def looks_like_a_person(words: str) -> bool:
    return bool(
        re.fullmatch(r"[A-ZÀ-Þ][\w'À-ɏ.-]+(?:\s(?:[A-ZÀ-Þ][\w'À-ɏ.-]*|al-\w+|bin|de)){1,3}", words)
    ) and not ORG_WORD.search(words)
