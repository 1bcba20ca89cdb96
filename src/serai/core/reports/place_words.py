"""The words around a place name: what leads to one, what follows, and names that are no place."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

PREPOSITION = re.compile(
    r"(?P<from>(?:from(?: within| inside)?|out of|leav(?:e|ing|es)|left|flee|fled|fleeing|escaped?|escaping|exited|departed|outside of|evacuated)(?: (?:their (?:homes|villages) (?:in|of)|(?:inside|within|around|near)))?)"
    r"|(?P<to>(?:to|into|towards?|for|reach(?:ed|ing|es)?|enter(?:ed|ing|s)?|via|onto|arriv(?:ed|ing|es|als?) (?:in|at|to)|bound for|across(?: the border)? (?:to|into)|(?:refuge|shelter|asylum|safety) in|returned to|crossed into))"
    r"|(?P<here>in(?:side)?|at|near|around|across|throughout|within|outside|of|on|off|over|between|along|against|north of|south of|east of|west of|hit|struck|shelled|bombed|hosts?|where|besieging|surrounding|amid|under|beyond|cross(?:ed|ing|es)?|and|or|,)",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:(?:the|a|an|its|their|nearby|neighbou?ring|besieged|embattled|northern|southern|eastern|western|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|northeast|northwest|southeast|southwest|central|rural|old|capital|port|rebel-held|government-held|coastal|border|mainly|of|parts? of|outskirts of|direction of|camps? (?:in|of|near|at)?|(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|states?|regions?|areas?|governorates?|neighbou?rhoods?|island|valley|enclave|suburbs?|countryside|settlements?|capital|frontline|border|countries|territory|soil) of|city|town|village|district|region|country|camp|areas?|capital city|vicinity of|both|parts|county|greater|rest of|outskirts|much of|all of|ISIS-held|opposition-held|[a-z]+-controlled|(?:communes?|localit(?:y|ies)|quarters?|townships?|hamlets?|parish|wards?|canton) of|[a-z]+-held|war-torn|flood-hit|quake-hit)\s+)*$",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"\s(?:(?:refugee|IDP|displacement|reception|transit|displaced persons|protection of civilians|PoC|makeshift)\s)*(?P<camp>(?:mega-)?camps?|sites?|settlement|PoC|(?:reception|transit|collective) (?:cent(?:re|er)))\b"
    r"|\s(?P<wide>province|governorate|district|state|region|county|sub-district|subdistrict|prefecture|valley|island|peninsula|department|oblast|river|lake|mountains?|desert|forest|delta|locality|countryside)\b|\s(?P<town>city|town|village|suburb|neighbou?rhood|airport|hospital|steelworks|power plant|plant|refinery|prison|barracks|airbase|monastery|border crossing|border point|border gate|crossing)\b",
    re.IGNORECASE,
)
NOT_PLACES = re.compile(
    r"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"isis|isil|daesh|islamic state.*|sdf|ypg|un|unhcr|unicef|ocha|wfp|iom|who|nato|eu|msf|ngos?|idps?|christmas|ramadan|eid.*|facebook|twitter|telegram|english|arabic|french|"
    r"reuters|associated press|ap|afp|he|she|they|it|we|i|the|a|an|but|and|mr|mrs|dr|president.*|minister.*|ministry.*|general.*|colonel.*|god|internet|"
    r"hamas|hezbollah|taliban|boko haram|al qaeda|m23|rsf|saf|idf|tplf|arsa|kurdish.*|syrian (?:democratic|observatory|army|government).*|united nations.*|red c.*|world .*|security council.*|"
    r"where|what|why|how|who|which|if|transport|missing|update|today|yesterday|tomorrow|greater sahara|outlook|casualties|protection|shelter|health|food|needs?|response|context|overview|highlights|background|education|logistics|access|nutrition|funding|returns?|arrivals?|displacement|summary|day|night|phase|stage|step|unit|week|people|most|many|some|others|more|there|here|this|that|these|those|when|while|after|before|since|as|at|in|on|by|for|from|to|of|total|table|figure|source|note|iraqi|turkish|russian|israeli|coalition|children|women|men|refugees|families|households|new|islam|sunni|shia|christian.*|muslim.*|rohingya|.*ed|.*-(?:led|backed|made|born|run|owned|style)|covid.*|ied.*|nfi.*|wash|tv|radio|skype|whatsapp|cholera|"
    r".*\b(?:ministry|forces?|army|police|agency|council|committee|commission|organi[sz]ation|observatory|association|authority|department of|office|programme|fund|union|league|network|movement|party|group|crescent|cross|university|brigades?|battalion|operation|news|times|post|press|foundation|society|federation|mission|resolve|convention|act|conflict|war|resolution)\b.*)$",
    re.IGNORECASE,
)
PERSON_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|dr|gen|general|col|colonel|president|minister|governor|mayor|commander|spokes\w+|director|officer|lieutenant|captain|sheikh|envoy|representative|coordinator|secretary|named|called)\.?\s*$",
    re.IGNORECASE,
)
ORG_AFTER = re.compile(
    r"^(?:'s?)?\s(?:[A-Z]?[a-z]+\s){0,2}(?:ministr\w+|police|army|government|authorit\w+|observatory|civil defen[cs]e|officials?|red (?:cross|crescent)|military|troops|forces|soldiers|spokes\w+|president|governor|mayor|defen[cs]e|parliament|health officials|state media|news agency|nationals?|citizens?|refugees\b(?! camp)|fighters|agency|commission)",
    re.IGNORECASE,
)
# Names of places that are also common words or first names: they need a preposition.
AMBIGUOUS = frozenset(["van", "bay", "lakes", "unity", "kale", "nasir", "bor", "kos", "harem", "hole", "channel", "dana", "pec", "enga", "renk", "bol", "mora", "bam", "duk", "brest", "tine", "leer", "koch", "bari", "bara", "sake", "lac", "sur", "ana", "hal", "hays", "shire", "car", "us", "valencia", "beni", "sahel", "texas", "rania", "bahra", "nis", "osh", "masul", "leda", "jordan", "georgia", "chad", "bama", "dover", "sina", "pama", "tyre", "arish", "shan", "chin", "kaya"])  # fmt: skip
# Words that head a line of a list and are no place.
LABELS = frozenset(
    [
        "influx",
        "outbreak",
        "landmines",
        "evacuees",
        "rescue",
        "trapped",
        "registration",
        "reporting",
        "report",
        "period",
        "issued",
        "date",
        "key",
        "figures",
        "hospitals",
        "hospital",
        "highlights",
        "morgues",
        "clinics",
        "casualties",
        "displacement",
        "displaced",
        "background",
        "overview",
        "markets",
        "schools",
        "roads",
        "camps",
        "families",
        "movements",
        "returns",
        "humanitarian",
        "situation",
        "health",
        "protection",
        "shelter",
        "water",
        "wash",
        "sanitation",
        "hygiene",
        "food",
        "nutrition",
        "education",
        "logistics",
        "security",
        "access",
        "response",
        "needs",
        "need",
        "population",
        "arrivals",
        "departures",
        "deaths",
        "births",
        "total",
        "totals",
        "note",
        "notes",
        "source",
        "sources",
        "contact",
        "funding",
        "gaps",
        "challenges",
        "context",
        "update",
        "summary",
        "coordination",
        "camp",
        "injured",
        "killed",
        "dead",
        "missing",
        "households",
        "individuals",
        "children",
        "women",
        "men",
        "refugees",
        "idps",
        "returnees",
        "livelihoods",
        "cash",
        "nfi",
        "nfis",
        "medical",
        "evacuation",
        "evacuations",
        "time",
        "location",
        "route",
        "road",
        "weather",
        "crossings",
        "border",
        "presenter",
        "correspondent",
        "reporter",
        "host",
        "anchor",
        "question",
        "answer",
        "q",
        "a",
        "interviewer",
        "priority",
        "priorities",
        "urgent",
        "breaking",
        "correction",
        "capacity",
        "occupancy",
        "movement",
        "trucks",
        "convoy",
        "convoys",
        "aid",
        "partners",
        "telecommunications",
        "early",
        "recovery",
        "mine",
        "action",
        "reception",
        "fuel",
        "staff",
        "reports",
        "flash",
        "sitrep",
        "operational",
        "bulletin",
        "news",
        "supplies",
        "affected",
        "wounded",
        "houses",
        "villages",
        "message",
    ]
)
# The last words of whatever can lead to a place name, looked at before the patterns are tried.
LEADING_WORDS = frozenset(
    [
        "from",
        "of",
        "leave",
        "leaving",
        "leaves",
        "left",
        "flee",
        "fled",
        "fleeing",
        "escape",
        "escaped",
        "escaping",
        "exited",
        "departed",
        "evacuated",
        "inside",
        "within",
        "around",
        "near",
        "to",
        "into",
        "toward",
        "towards",
        "for",
        "reach",
        "reached",
        "reaching",
        "reaches",
        "enter",
        "entered",
        "entering",
        "enters",
        "via",
        "onto",
        "in",
        "at",
        "throughout",
        "outside",
        "on",
        "off",
        "over",
        "between",
        "along",
        "against",
        "hit",
        "struck",
        "shelled",
        "bombed",
        "host",
        "hosts",
        "where",
        "besieging",
        "surrounding",
        "amid",
        "under",
        "beyond",
        "cross",
        "crossed",
        "crosses",
        "crossing",
        "and",
        "or",
        "across",
    ]
)
LEAD_ENDS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "nearby",
        "neighbouring",
        "neighboring",
        "besieged",
        "embattled",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "central",
        "rural",
        "old",
        "capital",
        "port",
        "coastal",
        "border",
        "mainly",
        "of",
        "part",
        "parts",
        "outskirts",
        "camp",
        "camps",
        "in",
        "near",
        "at",
        "city",
        "cities",
        "town",
        "towns",
        "village",
        "villages",
        "district",
        "districts",
        "province",
        "provinces",
        "state",
        "states",
        "region",
        "regions",
        "area",
        "areas",
        "governorate",
        "governorates",
        "neighbourhood",
        "neighborhood",
        "island",
        "valley",
        "enclave",
        "suburb",
        "suburbs",
        "countryside",
        "settlement",
        "settlements",
        "frontline",
        "countries",
        "country",
        "both",
        "county",
        "greater",
        "much",
        "rest",
        "all",
        "vicinity",
    ]
)
FUNCTION_WORDS = frozenset(["In", "At", "From", "The", "On", "To", "Near", "Across", "Inside", "Outside", "Around", "Of", "And", "But", "When", "While", "After", "Before", "Since", "As", "For", "By", "With", "A", "An", "Into", "Over", "Some", "Most", "Many", "Between", "Both", "Residents", "Among", "Elsewhere", "Meanwhile", "Yesterday", "Today", "About", "Then", "There", "That", "This", "Those", "These"])  # fmt: skip
# In the largest site, Al Jufainah, home to 10,200: a name that holds people is a place.
HOLDING = re.compile(
    r",? (?:(?:now|currently|alone|also|which|already) )*(?:(?:is |was |are )?home to|hosts|hosting|shelters|sheltering|houses|housing)\s(?:now |about |some |almost |nearly |more than |over |an estimated |another )?(?:\d|thousands|hundreds|tens)"
)
STRICT = re.compile(
    r"\b(?:in|from|into|near|at|around|inside|outside|reach\w*|towards?|across|throughout|through|between|left|leav(?:e|es|ing)|fled|flee\w*|enter\w*|captur\w+|seiz\w+|retook|stormed|besieg\w+|overran|shelled|bombed|liberated|countryside of|direction of)\s+$"
    r"|\b(?:strikes?|airstrikes?|attacks?|shelling|bombing|bombardment|raids?|assaults?|offensive|siege|battle|blasts?|explosions?|hostilities|fighting|clashes|fell|landed)\s(?:on|in|of|for|at|near|around)\s+$",
    re.IGNORECASE,
)
SITE = re.compile(
    r"\s(?:[a-z]+\s)?(?:hospitals?|clinic|schools?|bridge|airport|airbase|theat(?:re|er)|mosque|church|stadium|university|market|prison|barracks|crossing|junction|dam|factory|plant|steelworks|refinery|street|road|square|checkpoint|health cent(?:re|er)|hotel)\b",
    re.IGNORECASE,
)
HEADING = re.compile(r"(?:\s[a-z]+){0,2}:\s")
AREAS = ("areas", "area", "territory", "territories", "zones", "zone", "lines")
DESCRIBED = re.compile(
    r"\b(?:arriv(?:ed|es|ing)(?: in| at)?|reach(?:ed|es|ing)|enter(?:ed|s|ing)|cross(?:ed|ing) into|to|into|towards?) (?:the )?"
    r"(?P<area>(?:[A-Z][\w-]+(?:-held|-controlled)?|(?:government|regime|rebel|opposition|militia|army)(?:-held|-controlled)?)"
    rf" (?:{'|'.join(AREAS)}))\b(?! (?:in|of|near) [A-Z])"
)
ROAD_TO = re.compile(r"\b(?:road|route|highway) to $")
FRONTIERS = ("border", "frontier")
BORDERS = re.compile(
    rf"\b(?:at|to|on|near|along|reach(?:ed|ing)?|towards?|over|across) the (?P<area>[A-Z][a-z]+(?:ian|an|ese|ish|i|ch)(?:-[A-Z][a-z]+)? (?:{'|'.join(FRONTIERS)}))\b"
)
ROAD = re.compile(
    r"\s(?:main |coastal |desert )?(?:road|highway|route|motorway|axis|corridor|line)\b"
)
DEMONYM = re.compile(r"[a-z]{2}(?:ians?|ese|ish|eans?|wegian|esian)$")
HOUSED = re.compile(
    r"\b(?:hospital|school|camp|airport|prison|site|base|cent(?:re|er)) (?:at|in|near) $",
    re.IGNORECASE,
)
AT_HEAD = re.compile(r"^[\W\d]*$")
BESIDE = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern edge)? of $|, near $|\b(?:away|far) from $|\bborder with $",
    re.IGNORECASE,
)
LED_BY = re.compile(
    r"(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|camps?|areas?|neighbou?rhoods?|suburbs?|regions?|islands?|outskirts|settlements?|communes?|localit(?:y|ies)|quarters?|townships?|hamlets?|parish|wards?|canton|territory)\s(?:of\s)?$",
    re.IGNORECASE,
)
MOVED_TO = re.compile(
    r"\b(?:fled|return\w*|transferr\w+|mov(?:ed|ing)|displaced|evacuat\w+|taken|relocat\w+|went|east|west|north|south|outskirts|city|areas?|people|residents|back|brought|border|borders|coast|escaped|gone|come|came|arriv\w+|walk\w*|trek\w*|drove|driven|carried|sent|flown|head(?:ed|ing)|bus\w*|truck\w*|gym|school|stadium|church|monastery|base|fields|market|prison|quarter|ruins|deported|repatriated|expelled|ferried|airlifted|transported|road|convoy|go|going|by (?:ship|sea|road|air|boat|bus|truck|ferry|train|plane|helicopter))\b[^.]{0,40}$"
)
FOLLOWED_BACK = re.compile(
    r"\b(?:(?:the|this|that|our)\s+(?:\w+\s)?|in (?=(?:town|camp)\b))(?P<what>camp|city|capital|port|suburb|town|village|enclave|area|province|district|region|site|settlement|country|plant|steelworks|strip|republic|island|territory|pocket|hospital|cent(?:re|er)|governorate|state|county)\b",
    re.IGNORECASE,
)
