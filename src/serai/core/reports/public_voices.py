"""Knows who speaks in public under an own name: officials, interview partners, journalists, bodies.

Their names stay in exports; a private witness of a report is masked.
"""

import re

_name = r"(?P<name>(?:[A-ZÀ-Þ](?:\.|[\w'À-ɏ-]*)\s?|al-\w+\s?|bin\s){1,4})"
WORK = (
    "journalist", "reporter", "photographer", "photojournalist", "correspondent", "cameraman",
    "camerawoman", "researcher", "analyst", "professor", "author", "filmmaker", "columnist",
    "blogger", "historian",
)  # fmt: skip
_work = rf"(?:{'|'.join(WORK)})"
ASKED = (
    re.compile(rf"\b[Ii]nterview(?:ed)? (?:with|by) (?:\w+ ){{0,3}}?{_name}"),
    re.compile(
        r"\b(?:posted|published|shared|released|taken|written|filmed|tweeted)"
        rf"(?: (?:online|on \w+))? by (?:{_work} )?{_name}"
    ),
)
OF_WORK = (
    re.compile(rf"\b{_work} {_name}"),
    re.compile(rf"{_name},? (?:who is )?(?:an? |the )?(?:[\w-]+ ){{0,3}}{_work}\b"),
)
OFFICE = (
    "spokesman", "spokeswoman", "spokesperson", "director", "head", "chief", "coordinator",
    "commissioner", "commander", "representative", "envoy", "minister", "governor", "mayor",
    "president", "secretary", "ambassador", "chairman", "chairwoman", "manager", "official",
    "lawmaker", "prosecutor", "officer", "advocacy", "adviser", "advisor", "leader",
)  # fmt: skip
_kin = r"(?:wife|husband|widow|mother|father|son|daughter|brother|sister|aunt|uncle|cousin|who)"
OF_OFFICE = re.compile(
    rf"{_name},\s(?:(?!{_kin}\b|whose\b)[\w'’-]+\s){{0,6}}?(?:{'|'.join(OFFICE)})\b"
)
A_BODY = re.compile(rf"{_name}(?:\sand\s{_name.replace('name', 'rest')})?,\swhich\b")
# Words that only the names of organisations, movements and papers have.
BODIES = frozenset(
    (
        "Frontières", "Frontieres", "Borders", "Corps", "Vision", "Relief", "Amnesty", "Oxfam",
        "Caritas", "Rangers", "Worldwide", "Hunger", "Helmets", "Crescent", "Reuters", "Press",
        "News", "Times", "Post", "Television", "Radio", "Pentagon", "Kremlin", "Hamas",
        "Hezbollah", "Houthis", "Taliban", "Kurds", "Rights", "Save", "Action", "Church",
        "Diocese", "University", "Institute", "Foundation", "Front", "Brigade", "Brigades",
        "Party", "Congress", "Parliament", "Senate",
    )
)  # fmt: skip
LETTERS_MIN = 3


def public_names(text: str) -> frozenset[str]:
    """The words of the names of everyone a report shows speaking in public.

    >>> sorted(public_names("Interview with Omar Haddad. Salma, a nurse, fled.") - BODIES)
    ['Haddad', 'Omar']
    >>> sorted(public_names("Ida B., head of mission, and Salma, wife of an officer.") - BODIES)
    ['Ida']
    """
    working = any(work in text for work in WORK)
    bodies = (A_BODY,) if "which" in text else ()
    return BODIES.union(
        word
        for pattern in (*ASKED, OF_OFFICE, *bodies, *(OF_WORK if working else ()))
        for found in pattern.finditer(text)
        for word in found["name"].split()
        if len(word) >= LETTERS_MIN and word[0].isupper()
    )
