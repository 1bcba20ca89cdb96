"""A household as it is written down: what a row takes over from the head, and whom it draws on.

Arab names are chains: a child carries the own name of its father and of his father. A desk that
knows this writes a family of five with half the keys.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from serai.core.ledger import UNNAMED_BANDS, Band
from serai.core.people import ADULT_FROM_YEARS, Names, Relation, Sex

MEMBERS_MAX = 30
NOBODY_COUNTED = "outside"  # the account of people whom nobody had counted before
NOT_KNOWN = "-"  # written into a field: nothing is known, and nothing is taken over either
SPOUSE_FROM_YEARS = 14  # a second row below this age is read as a child until somebody says more
SPOUSE_ROW = 1

OPPOSITE: dict[Sex, Sex] = {"female": "male", "male": "female", "unknown": "unknown"}


class Row(msgspec.Struct, frozen=True):
    """One person as typed, before the defaults: an empty part was left empty."""

    names: Names
    relation: Relation | None = None
    sex: Sex | None = None
    years: int | None = None
    nationality: tuple[str, ...] = ()
    origin: str = ""


def completed(rows: Sequence[Row]) -> list[Row]:
    """The rows with everything filled in that follows from their place and from the head.

    >>> head = Row(Names(own="Hasan", father="Ali", family="Jubouri"), sex="male")
    >>> wife, son = Row(Names(own="Layla")), Row(Names(own="Omar"), sex="male")
    >>> filled = completed([head, wife, son])
    >>> filled[1].relation, filled[1].sex, filled[1].names.full()
    ('spouse', 'female', 'Layla')
    >>> filled[2].relation, filled[2].names.full()
    ('child', 'Omar Hasan Ali Jubouri')
    """
    if not rows:
        return []
    head = msgspec.structs.replace(rows[0], relation=rows[0].relation or "head")
    placed = [head, *(_placed(index, row, head) for index, row in enumerate(rows[1:], 1))]
    father = _father(placed)
    return [_filled(row, head, father) for row in placed]


def band_of(sex: Sex | None, years: int | None) -> Band:
    """The unnamed band in which somebody of this sex and age will have been counted.

    >>> band_of("female", 31), band_of("male", 4), band_of("male", None)
    ('woman', 'boy', 'unknown')
    """
    if years is None or sex not in {"female", "male"}:
        return "unknown"
    if years >= ADULT_FROM_YEARS:
        return "woman" if sex == "female" else "man"
    return "girl" if sex == "female" else "boy"


def draw(
    remaining: Mapping[str, int], members: Iterable[tuple[str, Band]]
) -> list[tuple[str, str]]:
    """Each member with the band they are drawn from; `outside` when the group is used up.

    First everybody from the band they were surely counted in, then the rest from `unknown`, then
    from any band that still holds people: at night a gate clerk takes a tall boy for a man.

    >>> draw({"woman": 1, "boy": 2}, [("mother", "woman"), ("daughter", "girl"), ("aunt", "woman")])
    [('mother', 'woman'), ('daughter', 'boy'), ('aunt', 'boy')]
    """
    left: dict[str, int] = {band: max(0, remaining.get(band, 0)) for band in UNNAMED_BANDS}
    everyone = list(members)
    found: dict[str, str] = {}
    for person, band in everyone:
        if left.get(band, 0):
            left[band] -= 1
            found[person] = band
    for person, _ in everyone:
        if person not in found:
            found[person] = _any_band(left)
    assert all(count >= 0 for count in left.values()), "drew people who were not counted"
    return [(person, found[person]) for person, _ in everyone]


def _placed(index: int, row: Row, head: Row) -> Row:
    relation = row.relation or _usual_relation(index, row, head)
    sex = row.sex
    if sex is None and relation == "spouse" and head.sex is not None:
        sex = OPPOSITE[head.sex]
    return msgspec.structs.replace(row, relation=relation, sex=sex)


def _usual_relation(index: int, row: Row, head: Row) -> Relation:
    if index != SPOUSE_ROW:
        return "child"
    too_young = row.years is not None and row.years < SPOUSE_FROM_YEARS
    same_sex = row.sex is not None and row.sex == head.sex
    return "child" if too_young or same_sex else "spouse"


def _father(placed: Sequence[Row]) -> Row | None:
    """The head or the spouse, whoever is a man: his names go on to the children."""
    couple = [placed[0], *(row for row in placed[1:] if row.relation == "spouse")]
    return next((row for row in couple if row.sex == "male"), None)


def _filled(row: Row, head: Row, father: Row | None) -> Row:
    if row is head:
        return _cleared(row, row.names, row.nationality, row.origin)
    names = row.names
    if row.relation == "child":
        names = msgspec.structs.replace(
            names,
            father=names.father or (father.names.own if father else ""),
            grandfather=names.grandfather or (father.names.father if father else ""),
            family=names.family or (father or head).names.family or head.names.family,
        )
    return _cleared(row, names, row.nationality or head.nationality, row.origin or head.origin)


def _cleared(row: Row, names: Names, nationality: tuple[str, ...], origin: str) -> Row:
    """The row with every `-` turned into an empty part, now that nothing more is taken over."""
    parts = {part: _known(getattr(names, part)) for part in Names.__struct_fields__}
    return msgspec.structs.replace(
        row,
        names=Names(**parts),
        nationality=tuple(code for code in nationality if code != NOT_KNOWN),
        origin=_known(origin),
    )


def _known(text: str) -> str:
    return "" if text == NOT_KNOWN else text


def _any_band(left: dict[str, int]) -> str:
    for band in ("unknown", *UNNAMED_BANDS):
        if left[band]:
            left[band] -= 1
            return band
    return NOBODY_COUNTED
