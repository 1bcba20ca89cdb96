"""The words around a place name: what leads to one, what follows, and names that are no place."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

PREPOSITION = re.compile(
    r"(?P<from>(?:from|out of|leav(?:e|ing|es)|left|flee|fled|fleeing|escaped?|escaping|exited|departed|outside of|evacuated)(?: (?:their (?:homes|villages) (?:in|of)|(?:inside|within|around|near)))?)"
    r"|(?P<to>(?:to|into|towards?|for|reach(?:ed|ing|es)?|enter(?:ed|ing|s)?|via|onto|arriv(?:ed|ing|es|als?) (?:in|at|to)|bound for|across(?: the border)? (?:to|into)|(?:refuge|shelter|asylum|safety) in|returned to|crossed into))"
    r"|(?P<here>in(?:side)?|at|near|around|across|throughout|within|outside|of|on|off|over|between|along|against|north of|south of|east of|west of|hit|struck|shelled|bombed|hosts?|where|besieging|surrounding|amid|under|beyond|and|or|,)",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:(?:the|a|an|its|their|nearby|neighbou?ring|besieged|embattled|northern|southern|eastern|western|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|northeast|northwest|southeast|southwest|central|rural|old|capital|port|rebel-held|government-held|coastal|border|mainly|of|parts? of|outskirts of|direction of|camps? (?:in|of|near|at)?|(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|states?|regions?|areas?|governorates?|neighbou?rhoods?|island|valley|enclave|suburbs?|countryside|settlements?|capital|frontline|border|countries) of|city|town|village|district|region|country|camp|areas?|capital city|vicinity of|both|parts|county|greater|rest of|outskirts|much of|all of|ISIS-held|opposition-held|[a-z]+-controlled|[a-z]+-held|war-torn|flood-hit|quake-hit)\s+)*$",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"\s(?:(?:refugee|IDP|displacement|reception|transit|displaced persons|protection of civilians|PoC|makeshift)\s)*(?P<camp>camps?|sites?|settlement|PoC|(?:reception|transit|collective) (?:cent(?:re|er)))\b"
    r"|\s(?P<wide>province|governorate|district|state|region|county|sub-district|subdistrict|prefecture|valley|island|peninsula|department|oblast|river|lake|mountains?|desert|forest|delta)\b|\s(?P<town>city|town|village|suburb|neighbou?rhood|airport|hospital|border crossing|border point|border gate|crossing)\b",
    re.IGNORECASE,
)
NOT_PLACES = re.compile(
    r"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"isis|isil|daesh|islamic state.*|sdf|ypg|un|unhcr|unicef|ocha|wfp|iom|who|nato|eu|msf|ngos?|idps?|christmas|ramadan|eid.*|facebook|twitter|telegram|english|arabic|french|"
    r"reuters|associated press|ap|afp|he|she|they|it|we|i|the|a|an|but|and|mr|mrs|dr|president.*|minister.*|ministry.*|general.*|colonel.*|god|internet|"
    r"hamas|hezbollah|taliban|boko haram|al qaeda|m23|rsf|saf|idf|tplf|arsa|kurdish.*|syrian (?:democratic|observatory|army|government).*|united nations.*|red c.*|world .*|security council.*|"
    r"day|night|phase|stage|step|unit|week|people|most|many|some|others|more|there|here|this|that|these|those|when|while|after|before|since|as|at|in|on|by|for|from|to|of|total|table|figure|source|note|iraqi|turkish|russian|israeli|coalition|children|women|men|refugees|families|households|new|islam|sunni|shia|christian.*|muslim.*|rohingya|.*-(?:led|backed|made|born|run|owned|style)|covid.*|ied.*|nfi.*|wash|tv|radio|skype|whatsapp|cholera|"
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
    "registration health protection shelter water wash sanitation hygiene food nutrition education logistics security access "
    "response needs need population arrivals departures deaths births total totals note notes source sources contact funding "
    "gaps challenges highlights overview context update situation summary background coordination camp camps returns displacement "
    "casualties injured killed dead missing families households individuals children women men refugees idps returnees livelihoods "
    "cash nfi nfis medical evacuation evacuations date time location route roads road weather crossings border presenter "
    "correspondent reporter host anchor question answer q a interviewer priority priorities urgent breaking correction "
    "capacity occupancy movement movements trucks convoy convoys aid partners telecommunications early recovery mine action reception fuel key staff situation report reports flash sitrep operational humanitarian bulletin news supplies affected wounded killed houses villages missing update message".split()
)
# The last words of whatever can lead to a place name, looked at before the patterns are tried.
LEADING_WORDS = frozenset(
    "from of leave leaving leaves left flee fled fleeing escape escaped escaping exited departed evacuated inside within around near "
    "to into toward towards for reach reached reaching reaches enter entered entering enters via onto in at throughout outside on off over "
    "between along against hit struck shelled bombed host hosts where besieging surrounding amid under beyond and or across".split()
)
LEAD_ENDS = frozenset(
    "the a an its their nearby neighbouring neighboring besieged embattled northern southern eastern western north south east west "
    "northeastern northwestern southeastern southwestern northeast northwest southeast southwest central rural old capital port coastal "
    "border mainly of part parts outskirts camp camps in near at city cities town towns village villages district districts province provinces "
    "state states region regions area areas governorate governorates neighbourhood neighborhood island valley enclave suburb suburbs "
    "countryside settlement settlements frontline countries country both county greater much rest all vicinity".split()
)
FUNCTION_WORDS = frozenset(["In", "At", "From", "The", "On", "To", "Near", "Across", "Inside", "Outside", "Around", "Of", "And", "But", "When", "While", "After", "Before", "Since", "As", "For", "By", "With", "A", "An", "Into", "Over", "Some", "Most", "Many", "Between", "Both", "Residents", "Among", "Elsewhere", "Meanwhile", "Yesterday", "Today", "About", "Then", "There", "That", "This", "Those", "These"])  # fmt: skip
