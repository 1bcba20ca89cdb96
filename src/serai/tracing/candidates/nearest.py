"""Who in the books may be somebody who is looked for: the one door to the matcher."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from serai.core.matching import Told
from serai.core.matching.reasons import POSSIBLE, VERY_LIKELY, WEAK, Reason, band_words
from serai.core.people import Age, Names
from serai.registry.known import ids_who_may_be
from serai.registry.told import told_of, years_of
from serai.tracing.models import SoughtPerson

CANDIDATES_MAX = 20
KEPT_MAX = 400  # answers kept in this process, until the next entry in the journal
SHADES = {VERY_LIKELY: "good", POSSIBLE: "warn", WEAK: "wait"}
WORTH_A_LOOK = (VERY_LIKELY, POSSIBLE)  # what a list calls new

_age = msgspec.json.Decoder(Age)


class Near(NamedTuple):
    """Somebody in the books by the id of their record, how likely, and why."""

    person: str
    band: str
    reasons: tuple[Reason, ...]

    @property
    def shade(self) -> str:
        """The colour of the band."""
        return SHADES.get(self.band, "note")

    def band_words(self, language: str) -> str:
        """The band in words."""
        return band_words(self.band, self.reasons, language)

    def words(self, language: str) -> list[str]:
        """The reasons in words."""
        return [reason.text(language) for reason in self.reasons]


_Key = tuple[str, Told, tuple[Told, ...]]
_kept: OrderedDict[_Key, tuple[Near, ...]] = OrderedDict()


def nearest(
    sought: SoughtPerson, state: str, others: Iterable[SoughtPerson] = ()
) -> tuple[tuple[Near, ...], bool]:
    """The likeliest people, and whether the matcher was asked for it just now.

    `state` names the journal as it is: with the next entry everybody is compared again. Where
    `others` are looked for together, who stands in one household with one of them is likelier.
    """
    told = told_by_family(sought)
    family = tuple(told_by_family(one) for one in others if one.number != sought.number)
    key = (state, told, family)
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key], False
    found = tuple(
        Near(person, said.band, tuple(said.reasons))
        for person, said in ids_who_may_be(told, CANDIDATES_MAX, family)
    )
    _kept[key] = found
    while len(_kept) > KEPT_MAX:
        _kept.popitem(last=False)
    return found, True


def told_by_family(sought: SoughtPerson) -> Told:
    """Somebody as the request describes them, ready to be compared."""
    names = Names(
        sought.own, sought.father, sought.grandfather, sought.family, sought.kunya, sought.mother
    )
    try:
        born = years_of(_age.decode(sought.age))
    except (msgspec.MsgspecError, ValueError, OverflowError):
        born = None
    return told_of([names], sought.sex, born, sought.origin)
