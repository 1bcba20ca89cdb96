"""Finds what a number counts: the head noun behind it, its unit and the sort of people it names."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

_PERSON = {
    "people": "people persons person individuals individual civilians civilian residents resident inhabitants villagers "
    "men man women woman children child boys girls boy girl infants babies minors youths toddlers adults elderly citizens citizen nationals "
    "population souls others lives farmers workers worker students pupils teachers nurses doctors medics patients patient journalists journalist "
    "volunteers staff members member protesters worshippers passengers foreigners foreigner mothers fathers parents "
    "widows orphans survivors victims beneficiaries locals townspeople herders pastoralists traders shoppers mourners "
    "pilgrims employees newcomers those youngsters schoolchildren schoolgirls relatives followers family-members monks priests "
    "personnel humanitarians peacekeepers paramedics responders rescuers firefighters miners fishermen tourists "
    "dependents dependants wives husbands spouses entrepreneurs caregivers drivers guards crew participants",
    "displaced": "idps idp displaced refugees refugee evacuees evacuee asylum-seekers seekers migrants migrant homeless "
    "deportees expellees stateless",
    "returned": "returnees returnee",
    "fighters": "fighters fighter militants militant soldiers soldier troops insurgents rebels rebel gunmen gunman "
    "jihadists jihadist terrorists terrorist combatants combatant militiamen commanders commander recruits extremists "
    "forces policemen policeman police officers officer servicemen conscripts marines bombers mercenaries "
    "paramilitaries guerrillas extremist warriors reservists snipers operatives cadres",
    "held": "prisoners prisoner detainees detainee hostages hostage captives captive inmates abductees pows suspects",
    "killed": "dead deaths death killed fatalities fatality bodies body corpses corpse martyrs killings slain "
    "drownings",
    "injured": "injuries injury wounded injured casualties casualty hurt amputees",
    "missing": "missing disappeared",
    "arrived": "arrivals arrival",
    "departed": "departures departure",
}
_DEMONYMS = (
    "iraqis syrians afghans turks kurds yazidis yezidis rohingya palestinians ukrainians russians sudanese yemenis "
    "somalis ethiopians eritreans tigrayans amharas oromos congolese rwandans burundians ugandans kenyans nigerians malians "
    "libyans lebanese jordanians egyptians tunisians moroccans algerians iranians pakistanis indians bangladeshis "
    "burmese venezuelans colombians haitians hondurans salvadorans guatemalans mexicans chadians cameroonians "
    "armenians azerbaijanis georgians israelis americans britons germans french europeans westerners arabs turkmen "
    "christians muslims sunnis shiites shia alawites druze masalit dinka nuer hazaras uzbeks tajiks chechens bosnians "
    "serbs croats kosovars albanians tamils mozambicans burkinabe nigeriens guineans liberians ivorians gazans "
    "filipinos indonesians nepalis tibetans uighurs belarusians poles moldovans"
)
_THINGS = {
    "family": "families family households household",
    "vehicle": "trucks truck lorries lorry buses bus vehicles vehicle cars car convoys ambulances ambulance minibuses pickups pick-ups "
    "boats boat dinghies tankers trailers motorcycles tractors planes helicopters flights flight trains train ships ship vans",
    "item!ordnance": "mines mine landmines landmine ieds ied bombs bomb shells rockets missiles missile explosives explosive grenades caches "
    "cache drones drone munitions submunitions warheads mortars weapons rifles uxo devices uxos projectiles",
    "item!facilities": "schools school hospitals hospital clinics clinic houses homes home shelters shelter tents tent latrines buildings "
    "villages towns camps sites site centres centers facilities facility wells boreholes bakeries mosques churches classrooms "
    "toilets showers markets shops warehouses communities settlements neighborhoods neighbourhoods posts localities "
    "districts locations places areas bridges roads checkpoints dwellings apartments points mosque prisons structures huts rooms wards units",
    "item!supplies": "kits kit blankets mattresses parcels baskets rations meals packages jerrycans tarpaulins doses vaccines "
    "stoves mats sheets nets vouchers tablets loaves bottles items sacks bags boxes pallets cartons",
    "t!supplies": "tons tonnes ton tonne mt metric-tons",
    "l!supplies": "litres liters litre liter",
    "m3!supplies": "cubic",
    "kg!supplies": "kg kilograms kilogrammes kilos",
    "km!distance": "kilometers kilometres kilometer kilometre km kms",
    "mile!distance": "miles mile",
    "km2!area": "sq-km km2 km²",
    "ha!area": "hectares hectare ha",
    "acre!area": "acres acre",
    "m!distance": "meters metres meter metre",
    "day!duration": "days day", "week!duration": "weeks week", "month!duration": "months month",
    "year!duration": "years year", "hour!duration": "hours hour", "minute!duration": "minutes minute",
    "item!other": "attacks attack incidents incident strikes airstrikes raids violations cases case operations consultations surgeries visits "
    "calls births pregnancies reports applications requests claims events clashes explosions beds bed rallies",
}  # fmt: skip


class Noun(msgspec.Struct, frozen=True):
    """What a number counts: where the noun ends, its unit, its class, its words."""

    end: int
    unit: str  # person, family, vehicle, ... or "" when no noun stands there
    sort: str  # people, fighters, held, ... for people; a kind for things
    words: str


def _lexicon() -> dict[str, tuple[str, str]]:
    table = {word: ("person", sort) for sort, words in _PERSON.items() for word in words.split()}
    table |= {word: ("person", "people") for word in _DEMONYMS.split()}
    for name, words in _THINGS.items():
        unit, _, kind = name.partition("!")
        table |= {word: (unit, kind or unit) for word in words.split()}
    return table


NOUNS = _lexicon()
WORDS = re.compile(r"\s*([A-Za-zÀ-ɏ%][\wÀ-ɏ'-]*|%)")
ADJECTIVAL = frozenset(
    [
        "civilian",
        "refugee",
        "police",
        "family",
        "school",
        "camp",
        "child",
        "migrant",
        "militant",
        "rebel",
        "army",
        "truck",
        "household",
        "idp",
        "home",
        "population",
        "village",
        "individual",
        "prisoner",
        "displaced",
        "injured",
        "wounded",
        "missing",
        "homeless",
        "elderly",
        "foreigner",
        "woman",
        "detainee",
        "hostage",
        "staff",
        "worker",
        "body",
        "weapons",
        "mine",
        "car",
        "bus",
        "body",
        "explosive",
        "mortar",
        "missile",
        "rocket",
        "bomb",
        "returnee",
        "fighter",
        "citizen",
        "student",
        "soldier",
        "resident",
        "hospital",
        "medics",
        "patient",
        "journalist",
        "crew",
        "terrorist",
        "jihadist",
        "ambulance",
        "shelter",
        "tent",
        "building",
        "community",
        "forces",
        "combatant",
        "dead",
        "killed",
        "flight",
        "cubic",
        "extremist",
        "man",
        "boy",
        "girl",
        "minor",
        "adult",
        "food",
        "death",
        "injury",
        "town",
        "site",
    ]
)
BARRIERS = frozenset(
    [
        "were",
        "was",
        "have",
        "had",
        "has",
        "are",
        "is",
        "be",
        "been",
        "being",
        "fled",
        "fleeing",
        "flee",
        "died",
        "arrived",
        "left",
        "in",
        "from",
        "at",
        "on",
        "by",
        "for",
        "with",
        "to",
        "into",
        "near",
        "inside",
        "across",
        "since",
        "during",
        "within",
        "after",
        "before",
        "who",
        "which",
        "that",
        "as",
        "when",
        "while",
        "but",
        "said",
        "says",
        "told",
        "according",
        "because",
        "under",
        "per",
        "out",
        "remain",
        "remained",
        "still",
        "returned",
        "reached",
        "crossed",
        "live",
        "living",
        "staying",
        "hiding",
        "do",
        "did",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "including",
        "include",
        "includes",
        "and",
        "or",
        "nor",
        "if",
        "than",
        "then",
        "so",
        "there",
        "here",
        "now",
        "yet",
        "again",
        "daily",
        "came",
        "come",
        "went",
        "gone",
        "not",
        "through",
        "around",
        "about",
        "over",
        "behind",
        "outside",
        "along",
        "via",
        "against",
        "between",
        "among",
        "amid",
        "despite",
        "until",
        "sheltering",
        "trapped",
        "stranded",
        "reportedly",
        "alone",
        "each",
        "every",
    ]
)
SIDE = re.compile(
    r"\s[A-Z]{2,6}\s(?:members\s|fighters\s)?and\s(?:their\s)?(?:families|relatives|supporters)\b"
)
PRONOUN = re.compile(r"\s+of\s+(?:them|those|these|whom|us|you|the (?:dead|wounded|injured|victims|displaced|casualties))\b", re.IGNORECASE)  # fmt: skip
OF_THE = re.compile(
    r"\s+of\s+(?:(?:the|our|their|its|his|her|my|these|those|all|whose)\s+)*(?:own\s+)?",
    re.IGNORECASE,
)
SQUARE = re.compile(
    r"\s?(?:square|sq\.?)[ -](kilomet(?:er|re)s?|km|met(?:er|re)s?|m|miles?)\b|\s?(km2|km²)|\s?(m2|m²)\b",
    re.IGNORECASE,
)
PERCENT = re.compile(r"\s?(?:%|per ?cent\b|pct\b)", re.IGNORECASE)
MONEY = re.compile(
    r"\s?(?:(?:us |american |canadian )?dollars?|usd|us\$|euros?|eur|pounds? sterling|dinars?|lira)\b",
    re.IGNORECASE,
)
REACH = 8  # words between a number and its noun
NO_NOUN = Noun(0, "", "", "")


def noun_after(text: str, end: int) -> Noun:
    """The noun a number counts that ends at `end` in an evened sentence.

    >>> noun_after("200 ISIS fighters and their families", 3).words
    'ISIS fighters and their families'
    """
    if side := SIDE.match(text, end):
        return Noun(side.end(), "person", "people", side.group().strip())
    special = _measure(text, end)
    if special:
        return special
    of_them = PRONOUN.match(text, end)
    if of_them:
        return Noun(of_them.end(), "person", "people", of_them.group().strip())
    at = end
    of_the = OF_THE.match(text, end)
    if of_the:
        at = of_the.end()
    return _walk(text, at)


def _measure(text: str, end: int) -> Noun | None:
    if found := PERCENT.match(text, end):
        return Noun(found.end(), "percent", "share", found.group().strip())
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
    """Goes over adjectives to the noun, and on to the next when the first only describes it."""
    at, seen, best = start, 0, NO_NOUN
    while seen < REACH and (word := WORDS.match(text, at)):
        lower = word.group(1).casefold().removesuffix("'s").removesuffix("'")
        if _known(lower) and not (lower in ("those", "others") and best.unit):
            unit, sort = _entry(lower)
            best = Noun(word.end(), unit, sort, text[start : word.end()].strip())
            if lower not in ADJECTIVAL:
                return best
        elif best.unit or lower in BARRIERS or NON_HEAD.match(lower):
            return best
        at, seen = _past(text, word.end()), seen + 1
    return best


NON_HEAD = re.compile(
    r"^(?:of|the|a|an|this|they|he|she|it|we|i|said|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)


def _past(text: str, at: int) -> int:
    """Over the comma or "and" between two adjectives, and over a bracket with another name."""
    joined = re.compile(
        r",(?=\s[a-z-]+\s[a-z]+)(?!\s(?:and|or|including|mostly|mainly|who|which|with|while|were|some)\b)|\s+and(?=\s(?:exhausted|injured|wounded|sick|malnourished|vulnerable|elderly|severely|suspected|unaccompanied|separated|lactating|nursing)\b)|\s?\([^)]{1,40}\)"
    )
    found = joined.match(text, at)
    return found.end() if found else at


def _known(word: str) -> bool:
    return word in NOUNS


def _entry(word: str) -> tuple[str, str]:
    return NOUNS[word]
