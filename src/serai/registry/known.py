"""Who in the books may be the person somebody looks for: the one matcher behind every desk."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import get_language

from serai.core.events.pairs import pair_of
from serai.core.matching import Comparison, Told, comparison
from serai.core.matching.reasons import BANDS
from serai.core.matching.search import Rows, search
from serai.core.matching.told import SEXES, Chain, chains_of
from serai.core.matching.usual import usual_share
from serai.core.people import Names
from serai.journal import sql
from serai.registry.keyranges import between
from serai.registry.models import Pair, Person
from serai.registry.told import told_in_row

FOUND_MAX = 5
PEOPLE_USUAL = 2_000  # how many invented people the usual frequencies count as
EVERYBODY = ""
_BEGINNING = (
    " UNION ALL SELECT * FROM (SELECT id, people FROM registry_namesound"
    " WHERE id >= %s AND id < %s ORDER BY people DESC LIMIT %s) AS begun{n}"
)
_PEOPLE = (
    "SELECT one.number, one.id, one.own, one.father, one.grandfather, one.family, one.kunya,"
    " one.mother, one.other_names, one.sex, one.born_from, one.born_to, one.origin, {eldest}"
    " FROM registry_person one WHERE one.number IN"
)
_ELDEST = (
    "CASE WHEN one.relation IN ('head', 'spouse') THEN (SELECT son.own FROM registry_person son"
    " WHERE son.household = one.household AND son.relation = 'child' AND son.sex = 'male'"
    " ORDER BY son.born_to, son.id LIMIT 1) ELSE '' END"
)


class Known(NamedTuple):
    """Somebody in the books who may be meant, and why."""

    person: Person
    comparison: Comparison


class RegistryBooks:
    """The registry's tables as the search asks them."""

    def __init__(self, with_sons: bool) -> None:
        self.found: dict[int, str] = {}  # the ids of those whose names were read
        self._with_sons = with_sons
        self._real = 0

    def people(self) -> int:
        """Everybody, and the invented people who smooth the frequencies of a small registry."""
        return self._real + PEOPLE_USUAL

    def sounds(self, asked: Sequence[str], starts: Sequence[str], most: int) -> Mapping[str, int]:
        """How many people bear a word of each skeleton; with them the commonest beginnings."""
        if self._real and not asked and not starts:
            return {}
        some = sql.padded([EVERYBODY, *asked])
        statement = (
            f"SELECT id, people FROM registry_namesound WHERE id IN ({sql.marks(len(some))})"  # noqa: S608
        )
        values: list[object] = [*some]
        for number, start in enumerate(starts):
            statement += _BEGINNING.format(n=number)
            values += [start, start + "~", most]
        found = {row[0]: int(row[1]) for row in sql.every(statement, values)}
        self._real = found.pop(EVERYBODY, self._real)
        return {
            sound: round(count + usual_share(sound) * PEOPLE_USUAL)
            for sound, count in found.items()
        }

    def rows(self, ranges: Sequence[tuple[int, int, int]]) -> list[Rows]:
        """The rows between two integers, both counted, up to a number."""
        return between(ranges)

    def told(self, numbers: Sequence[int]) -> Mapping[int, Told]:
        """The people of these numbers."""
        if not numbers:
            return {}
        some = sql.padded(list(numbers))
        statement = _PEOPLE.format(eldest=_ELDEST if self._with_sons else "''")
        told: dict[int, Told] = {}
        for number, identity, *row in sql.every(f"{statement} ({sql.marks(len(some))})", some):
            while number in told:  # two people with one number
                number += 1 << 40  # noqa: PLW2901
            told[number] = _told(tuple(row))
            self.found[number] = identity
        return told


@lru_cache(maxsize=20_000)
def _told(row: tuple[str, ...]) -> Told:
    *parts, other, sex, born_from, born_to, origin, eldest = row
    written = Names(*parts)
    told = told_in_row(written, other, sex, (born_from, born_to), origin)
    son = chains_of([eldest])[0] if eldest else ()
    return told._replace(sons=son[0].words[:1]) if son else told


def who_may_be(person: Told, limit: int = FOUND_MAX, *, unfinished: bool = False) -> list[Known]:
    """People in the books who may be this person, the likeliest first, with the reasons."""
    if not person.chains and not person.kunyas:
        return []
    books = RegistryBooks(bool(person.kunyas))
    answer = search(books, person, limit, unfinished=unfinished)
    rows = _whole([books.found[one.number] for one in answer.found])
    return [
        Known(rows[identity], comparison(person, one.told, one.fit, answer.share))
        for one in answer.found
        if (identity := books.found[one.number]) in rows
    ]


def _whole(people: list[str]) -> dict[str, Person]:
    if not people:
        return {}
    some = sql.padded(people)
    found = Person.objects.raw(
        f"SELECT * FROM registry_person WHERE id IN ({sql.marks(len(some))})",  # noqa: S608
        some,
    )
    return {one.id: one for one in found}


def told_by(
    text: str, sex: str = "", born: tuple[int, int] | None = None, origin: str = ""
) -> Told:
    """Somebody as a search box or a request tells them."""
    chains, kunyas = chains_of([text])
    return Told(chains, kunyas, (), SEXES.get(sex, 0) or (kunyas[0][0] if kunyas else 0), born,
                origin)  # fmt: skip


def in_words(one: Known) -> dict[str, Any]:
    """The person with the band and the reasons in the language of the page."""
    language = get_language() or "en"
    return {
        "person": one.person,
        "band": BANDS[one.comparison.band][int(language.startswith("ar"))],
        "reasons": [reason.text(language) for reason in one.comparison.reasons],
    }


def told_apart(person: str, others: Sequence[str]) -> set[str]:
    """Those of whom somebody decided that they are not this person."""
    pairs = {pair_of(person, other): other for other in others}
    found = Pair.objects.filter(state="not", id__in=list(pairs)).values_list("id", flat=True)
    return {pairs[one] for one in found}


def every_word_fits(person: Told, one: Known) -> bool:
    """Whether the one found bears every word that was typed."""
    typed = sum(len(chain.words) for chain in person.chains[:1])
    kinds = [reason.kind for reason in one.comparison.reasons]
    words = sum(kind in ("same", "spelt", "near", "begun") for kind in kinds)
    called = "kunya" in kinds if person.kunyas else True
    return called and words >= min(typed, 4)


__all__ = ["Chain", "Known", "every_word_fits", "in_words", "told_apart", "told_by", "who_may_be"]
