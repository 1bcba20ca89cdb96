"""Finds the words of happening in an Arabic sentence: fled, were killed, live in the camp."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_nouns import WORD
from serai.core.reports.arabic_words import CUES, FRONTS

WORDS_KEPT = 20_000  # words whose forms are remembered
LESS_THAN = frozenset(plain("تقل يقل").split())
SHELTER = plain("إيواء")
SHELTERS = frozenset(plain("مركز مراكز دار دور مخيم مخيمات مدرسة مدارس لمراكز بمراكز").split())
VIA = plain("عبر")
BODIES = frozenset(
    plain(
        "قوات وزارة منظمة لجنة هيئة دائرة مديرية وكالة جمعية مؤسسة مفوضية مكتب برنامج صندوق جهاز"
    ).split()
)


class Cue(msgspec.Struct, frozen=True):
    """A word of happening."""

    start: int
    end: int
    kind: str
    side: str


def cues_in(text: str) -> list[Cue]:
    """All words of happening in a plain sentence, in order."""
    words = list(WORD.finditer(text))
    found: list[Cue] = []
    for index, match in _outside_names(words):
        for front, form in _forms(match.group()):
            options = CUES.get(form)
            if not options:
                continue
            if form == VIA and found and not text[found[-1].end : match.start()].strip():
                break  # they left by way of Rafah: no crossing of its own
            if _is_no_cue(text, words, index, form, found):
                break
            told = next((one for one in options if _follows(one[0], words, index)), None)
            if told:
                rest, kind, side = told
                end = words[index + len(rest)].end()
                found.append(Cue(match.start() + len(front), end, kind, side))
                break
    return found


def _follows(rest: tuple[str, ...], words: list[re.Match[str]], index: int) -> bool:
    """Whether the other words of a cue come after its first."""
    tail = words[index + 1 : index + 1 + len(rest)]
    return tuple(word.group() for word in tail) == rest


def _outside_names(words: list[re.Match[str]]) -> Iterator[tuple[int, re.Match[str]]]:
    """The words that are no part of an organisation's name: the forces of swift support."""
    named = False
    for index, match in enumerate(words):
        named = named and match.group().startswith(("ال", "وال"))
        if not named:
            yield index, match
            named = any(form in BODIES for _, form in _forms(match.group()))


def _is_no_cue(
    text: str, words: list[re.Match[str]], index: int, form: str, found: list[Cue]
) -> bool:
    """A shelter is a house; who left by way of Rafah made no crossing of its own."""
    if form in LESS_THAN and text[words[index].end() :].startswith(" عن"):
        return True
    if form == SHELTER:
        return index > 0 and words[index - 1].group() in SHELTERS
    before = text[found[-1].end : words[index].start()] if found else "-"
    return form == VIA and not before.strip()


@lru_cache(maxsize=WORDS_KEPT)
def _forms(word: str) -> tuple[tuple[str, str], ...]:
    """A word as it stands, and without each front it may have: and, so, with, the."""
    fronts = (front for front in FRONTS if word.startswith(front) and len(word) - len(front) > 1)
    return (("", word), *((front, word[len(front) :]) for front in fronts))
