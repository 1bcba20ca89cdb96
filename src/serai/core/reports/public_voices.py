"""Knows who speaks in public under an own name: interview partners, authors, journalists.

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
LETTERS_MIN = 3


def public_names(text: str) -> frozenset[str]:
    """The words of the names of everyone a report shows speaking in public.

    >>> sorted(public_names("Interview with Omar Haddad. Salma, a nurse, fled."))
    ['Haddad', 'Omar']
    """
    working = any(work in text for work in WORK)
    return frozenset(
        word
        for pattern in (*ASKED, *(OF_WORK if working else ()))
        for found in pattern.finditer(text)
        for word in found["name"].split()
        if len(word) >= LETTERS_MIN and word[0].isupper()
    )
