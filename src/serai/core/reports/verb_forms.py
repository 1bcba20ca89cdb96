"""Bends verbs, and makes of each the words of happening in front of and behind a figure.

`gun down` told of people gives: gunned down 12, gunning 12 people down, 12 were gunned down.
"""

# ruff: noqa: E501 - a row of words reads best on one line

import re

IRREGULAR = {
    "beat": "beat beaten", "become": "became become", "blow": "blew blown", "break": "broke broken",
    "bring": "brought brought", "build": "built built", "burn": "burned|burnt burned|burnt",
    "catch": "caught caught", "cling": "clung clung", "come": "came come", "creep": "crept crept",
    "cut": "cut cut", "deal": "dealt dealt", "dig": "dug dug", "draw": "drew drawn",
    "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed fed",
    "feel": "felt felt", "fight": "fought fought", "find": "found found", "flee": "fled fled",
    "fly": "flew flown", "freeze": "froze frozen", "get": "got got", "give": "gave given",
    "go": "went gone", "hang": "hanged|hung hanged|hung", "hide": "hid hidden", "hit": "hit hit",
    "hold": "held held", "hurt": "hurt hurt", "keep": "kept kept", "lay": "laid laid",
    "lead": "led led", "leave": "left left", "lie": "lay lain", "lose": "lost lost",
    "make": "made made", "meet": "met met", "mow": "mowed mown|mowed", "pay": "paid paid", "put": "put put",
    "ride": "rode ridden", "run": "ran run", "see": "saw seen", "sell": "sold sold",
    "send": "sent sent", "set": "set set", "shoot": "shot shot", "shut": "shut shut",
    "sink": "sank sunk", "sit": "sat sat", "slay": "slew slain", "sleep": "slept slept",
    "slink": "slunk slunk", "speed": "sped sped", "spend": "spent spent", "stand": "stood stood",
    "steal": "stole stolen", "stick": "stuck stuck", "strike": "struck struck|stricken",
    "sweep": "swept swept", "swim": "swam swum", "take": "took taken", "teach": "taught taught",
    "tear": "tore torn", "throw": "threw thrown", "wait": "waited waited",
    "wear": "wore worn", "win": "won won", "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}  # fmt: skip
DOUBLED = frozenset(["admit", "bar", "club", "commit", "cram", "cut", "dig", "drag", "drop", "equip", "expel", "get", "grab", "gun", "hit", "hop", "jab", "jam", "kidnap", "let", "nab", "patrol", "pin", "plan", "propel", "put", "ram", "refer", "rob", "run", "scan", "scar", "set", "ship", "shut", "sit", "slip", "slog", "spot", "squat", "stab", "step", "stop", "strip", "swim", "tag", "transfer", "trap", "vet", "whip", "win", "wrap"])  # fmt: skip
SHORT_E = re.compile(r"[^aeiou]y$")
NEEDS_PLACE = re.compile(r"\b(?:to|from|by|of|with|into|onto|aboard|through|across)(?:\||$)")
PHRASE = re.compile(r"(?P<verb>[a-z\[\]-]+)(?P<rest>.*)")


def forms(verb: str) -> tuple[str, str, str, str]:
    """The past, the participle, the form in -s and the form in -ing; alternatives by bars.

    >>> forms("gun"), forms("take")
    (('gunned', 'gunned', 'guns', 'gunning'), ('took', 'taken', 'takes', 'taking'))
    """
    past, participle = IRREGULAR[verb].split() if verb in IRREGULAR else [_ed(verb)] * 2
    return past, participle, _s(verb), _ing(verb)


def any_form(verb: str) -> str:
    """A pattern for every form of a verb.

    >>> any_form("flee")
    '(?:flee|fled|flees|fleeing)'
    """
    return f"(?:{'|'.join(dict.fromkeys([verb, *'|'.join(forms(verb)).split('|')]))})"


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if SHORT_E.search(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _s(verb: str) -> str:
    if verb == "go" or verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if SHORT_E.search(verb) else verb + "s"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in DOUBLED else verb


def told_by_people(phrases: str) -> str:
    """Every form of verbs whose subject is the figure: 40 rolled in.

    >>> told_by_people("flee, roll in|into")
    '(?:roll|rolled|rolls|rolling)(?: [a-z]+ly)? (?:in|into)|(?:flee|fled|flees|fleeing)'
    """
    return "|".join(any_form(verb) + _after(rest) for verb, rest in _phrases(phrases))


def told_of_people(phrases: str) -> str:
    """The participles of verbs whose object is the figure: 40 gunned down."""
    return "|".join(_participle(verb) + _after(rest) for verb, rest in _phrases(phrases))


def told_before_people(phrases: str, number: str, whom: str) -> str:
    """Every form of those verbs, a figure right behind them or amid them: gunning 40 down."""
    found: list[str] = []
    for verb, rest in _phrases(phrases):
        if rest.startswith(" "):
            found.append(f"{any_form(verb)}(?= {whom}{_after(rest)}\\b)")
        if not NEEDS_PLACE.search(rest):
            found.append(f"{any_form(verb)}{_after(rest)}(?= {number})")
    return "|".join(found)


def _participle(verb: str) -> str:
    return f"(?:{forms(verb)[1]})"


def _after(rest: str) -> str:
    """The words behind a verb, with room for one that says how: rolled slowly into."""
    if not rest.startswith(" "):
        return rest.replace("_", " ")
    words = " ".join(f"(?:{word})" if "|" in word else word for word in rest.split())
    return f"(?: [a-z]+ly)? {words}".replace("_", " ")


def _phrases(words: str) -> list[tuple[str, str]]:
    """Verb and rest of each phrase, the longest first, as a longer construction says more."""
    found = [PHRASE.fullmatch(one.strip()) for one in words.split(", ")]
    made = [(one["verb"], one["rest"]) for one in found if one]
    return sorted(made, key=lambda phrase: -len(phrase[1]))
