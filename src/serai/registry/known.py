"""Who in the books may be the person somebody looks for: the one matcher behind every desk."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

from django.utils.translation import get_language

from serai.core.events.pairs import pair_of
from serai.core.matching import Comparison, Told, comparison
from serai.core.matching.at_once import search_at_once
from serai.core.matching.eldest import ELDEST_MAX
from serai.core.matching.families import another_is_there, lifted
from serai.core.matching.reasons import band_words
from serai.core.matching.scoring import Scorer
from serai.core.matching.search import Answer, Found, ranked, search
from serai.core.matching.summed import Rows
from serai.core.matching.surely import surely
from serai.core.matching.told import SEXES, Chain, chains_of
from serai.core.matching.usual import usual_share
from serai.core.people import Names
from serai.journal import sql, straight
from serai.registry.keyranges import between
from serai.registry.models import Pair, Person
from serai.registry.told import sons_among, told_in_row, years_between

FOUND_MAX = 5
WHOLE_AT_ONCE = 16
FAMILY_LOOKED_AT = 3  # times as many people, whose households are asked for others of the family
PEOPLE_USUAL = 2_000  # how many invented people the usual frequencies count as
EVERYBODY = ""
CALLED = frozenset(("kunya", "same kunya"))  # reasons that say a kunya fits
_BEGINNING = (
    " UNION ALL SELECT * FROM (SELECT id, people FROM registry_namesound"
    " WHERE id >= %s AND id < %s ORDER BY people DESC LIMIT %s) AS begun{n}"
)
_TOLD = (
    "number", "id", "household", "own", "father", "grandfather", "family", "kunya", "mother",
    "other_names", "former_names", "sex", "born_from", "born_to", "origin",
)  # fmt: skip
_PLAIN = ", ".join(f"one.{column}" for column in _TOLD)
_PEOPLE = "SELECT {columns}, {eldest} AS eldest FROM registry_person one WHERE "
_NUMBERED = "one.number IN ({marks})"
_AT_HOME = (
    "one.household IN (SELECT at.household FROM registry_person at WHERE at.number IN ({marks}))"
)
# Who may be the eldest son, three lines each: name, first and last day of birth.
_SON = (
    "COALESCE((SELECT son.own || '\n' || son.born_from || '\n' || son.born_to || '\n'"
    " FROM registry_person son"
    " WHERE son.household = one.household AND son.relation = 'child' AND son.sex = 'male'"
    " ORDER BY son.born_to, son.id LIMIT 1 OFFSET {n}), '')"
)
_ELDEST = (
    "CASE WHEN one.relation IN ('head', 'spouse') THEN "
    + " || ".join(_SON.format(n=number) for number in range(ELDEST_MAX))
    + " ELSE '' END"
)


class Known(NamedTuple):
    """Somebody in the books who may be meant, and why."""

    person: Person
    comparison: Comparison


_ROW = attrgetter(*_TOLD)


class RegistryBooks:
    """The registry's tables as the search asks them."""

    def __init__(self, with_sons: bool, with_family: bool = False) -> None:
        self.found: dict[int, tuple[str, str]] = {}  # ids and households of those who were read
        self.whole: dict[str, Person] = {}
        self.homes: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._with_sons, self._with_family = with_sons, with_family
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
        """The people of these numbers; where a family is told, their households are read too."""
        told: dict[int, Told] = {}
        wanted = set(numbers)
        for number, identity, home, *row in self._read(numbers):
            if self._with_family:
                self.homes[home].append((identity, tuple(row)))
            if number not in wanted:
                continue
            while number in told:  # two people with one number
                number += 1 << 40  # noqa: PLW2901
            told[number] = _told(tuple(row))
            self.found[number] = identity, home
        return told

    def _read(self, numbers: Sequence[int]) -> Iterable[tuple[Any, ...]]:
        """Rows of what is told of people; a few are read whole, which spares a question."""
        if not numbers:
            return []
        some = sql.padded(list(numbers))
        few = len(some) <= WHOLE_AT_ONCE
        statement = _PEOPLE + (_AT_HOME if self._with_family else _NUMBERED)
        statement = statement.format(
            columns=straight.named(Person, "one") if few else _PLAIN,
            eldest=_ELDEST if self._with_sons else "''",
            marks=sql.marks(len(some)),
        )  # fmt: skip
        rows = sql.every(statement, some)
        return [self._whole(row) for row in rows] if few else rows

    def _whole(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What is told of somebody whose row was read whole; it is kept."""
        person = straight.made(Person, row[:-1])
        self.whole[person.id] = person
        return (*_ROW(person), row[-1])

    def wholly(self, people: list[str]) -> dict[str, Person]:
        """The whole rows of people by their ids."""
        if more := [one for one in people if one not in self.whole]:
            some = sql.padded(more)
            found = straight.every(Person, f"WHERE id IN ({sql.marks(len(some))})", some)
            self.whole.update((one.id, one) for one in found)
        return self.whole


@lru_cache(maxsize=20_000)
def _told(row: tuple[str, ...]) -> Told:
    *parts, other, former, sex, born_from, born_to, origin, sons = row
    written = Names(*parts)
    told = told_in_row(written, other, sex, (born_from, born_to), origin, former)
    return told._replace(sons=_sons(sons)) if sons else told


def _sons(lines: str) -> tuple[str, ...]:
    """Who may be the eldest, of the lines that `_SON` answers."""
    cells = iter(lines.split("\n"))
    return sons_among(
        [
            (own, years_between(first, last))
            for own, first, last in zip(cells, cells, cells, strict=False)
        ]
    )


def who_may_be(
    person: Told, limit: int = FOUND_MAX, *, unfinished: bool = False, family: Sequence[Told] = ()
) -> list[Known]:
    """People in the books who may be this person, the likeliest first, with the reasons.

    `family` are others who are told together with them: whoever stands in one household with one
    of those is likelier.
    """
    books = RegistryBooks(bool(person.kunyas), bool(family))
    looked = partial(search, unfinished=unfinished)
    found = _likeliest(books, person, limit, looked, family)
    rows = books.wholly([identity for identity, _ in found]) if found else {}
    return [Known(rows[identity], said) for identity, said in found if identity in rows]


def ids_who_may_be(
    person: Told, limit: int, family: Sequence[Told] = ()
) -> list[tuple[str, Comparison]]:
    """The same by their ids, for who reads their rows with something else."""
    books = RegistryBooks(bool(person.kunyas), bool(family))
    return _likeliest(books, person, limit, search_at_once, family)


def _likeliest(
    books: RegistryBooks,
    person: Told,
    limit: int,
    search: Callable[[RegistryBooks, Told, int], Answer],
    family: Sequence[Told],
) -> list[tuple[str, Comparison]]:
    if not person.chains and not person.kunyas:
        return []
    most = limit * FAMILY_LOOKED_AT if family else limit
    answer = search(books, person, most)
    found = answer.found
    if family:
        scorer = Scorer(answer.share, books.people())
        found = sorted((_lifted(one, books, family, scorer) for one in found), key=ranked)
    said = partial(comparison, person, share=answer.share, unfinished=answer.unfinished)
    return [(books.found[one.number][0], said(one.told, fit=one.fit)) for one in found[:limit]]


def very_likely(
    people: Sequence[Told], limit: int = FOUND_MAX, apart: Collection[int] = ()
) -> list[list[Known]]:
    """For each of these people those of whom names, years and places leave hardly a doubt.

    Mostly nobody, found quickly; who bears one of the numbers `apart` is not looked at.
    """
    books = RegistryBooks(any(one.kunyas for one in people))
    answers = surely(books, people, limit, apart)
    ids = [books.found[one.number][0] for answer in answers for one in answer.found]
    rows = books.wholly(ids) if ids else {}
    return [
        [
            Known(rows[identity], comparison(person, one.told, one.fit, answer.share))
            for one in answer.found
            if (identity := books.found[one.number][0]) in rows
        ]
        for person, answer in zip(people, answers, strict=True)
    ]


def _lifted(one: Found, books: RegistryBooks, family: Sequence[Told], scorer: Scorer) -> Found:
    """Somebody, likelier where another of the family stands in their household."""
    identity, home = books.found[one.number]
    beside = [_told(row) for other, row in books.homes[home] if other != identity]
    there = another_is_there(scorer, family, beside)
    return one._replace(fit=lifted(one.fit)) if there else one


def rows_of(found: Iterable[Known]) -> list[Person]:
    """The rows of those found, each with `why`, and the `earlier` spelling it was found by."""
    people = []
    language = get_language() or "en"
    for one in found:
        reasons = one.comparison.reasons
        one.person.why = tuple(reason.text(language) for reason in reasons)
        one.person.earlier = next((r.facts["name"] for r in reasons if r.kind == "earlier"), "")
        people.append(one.person)
    return people


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
        "band": band_words(one.comparison.band, one.comparison.reasons, language),
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
    called = not CALLED.isdisjoint(kinds) if person.kunyas else True
    return called and words >= min(typed, 4)


__all__ = [
    "Chain",
    "Known",
    "every_word_fits",
    "ids_who_may_be",
    "in_words",
    "rows_of",
    "told_apart",
    "told_by",
    "very_likely",
    "who_may_be",
]
