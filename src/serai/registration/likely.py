"""The panel beside the form: who in the books may be the same person, and what speaks for it.

It never blocks and never decides. Each row says in words what is alike and what is not.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from serai.core.matching.reasons import POSSIBLE, VERY_LIKELY
from serai.core.names.unfinished import unfinished
from serai.core.people import Age, Names
from serai.registration import words
from serai.registration.sheet import RowForm
from serai.registry.known import Known, every_word_fits, in_words, who_may_be
from serai.registry.told import told_of, years_of

SHOWN_MAX = 5
LETTERS_TO_SEARCH_MIN = 2
_CHAIN = ("father", "grandfather", "family")


def likely_people(
    form: RowForm | None, taken_over: Names | None, family: Sequence[Names] = ()
) -> list[dict[str, Any]]:
    """Up to five people who may be the one in this row, each with the reasons.

    `family` are the other rows of the sheet: who stands in one household with them is likelier.
    """
    if form is None or not form.written:
        return []
    typed = form.names()
    if len("".join((typed.own, typed.father, typed.family, typed.kunya))) < LETTERS_TO_SEARCH_MIN:
        return []
    if not any(getattr(typed, part) for part in _CHAIN):
        typed = msgspec.structs.replace(typed, own=unfinished(typed.own))
    if taken_over is not None and not any(getattr(typed, part) for part in _CHAIN):
        typed = Names(typed.own, taken_over.father, taken_over.grandfather, taken_over.family,
                      typed.kunya, typed.mother)  # fmt: skip
    age = form.cleaned_data.get("age")
    born = years_of(age) if isinstance(age, Age) else None
    person = told_of(
        [typed], form.cleaned_data.get("sex") or "", born, form.cleaned_data.get("origin") or ""
    )
    others = [told_of([names], "", None, "") for names in family if names.own]
    found = who_may_be(person, SHOWN_MAX, unfinished=True, family=others)
    return [
        _shown(one)
        for one in found
        if one.comparison.band in (VERY_LIKELY, POSSIBLE) or every_word_fits(person, one)
    ]


def _shown(one: Known) -> dict[str, Any]:
    return {**in_words(one), "age": words.age_of_json(one.person.age)}
