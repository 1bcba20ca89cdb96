"""Lists of people who are expected: which column says what, and what every row says of a person.

Columns are found by their heads in English, Arabic, French and Turkish and by what stands in them;
a person corrects the guess. No row is dropped: one without a name is kept with the sentence why.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from serai.core import ages
from serai.core.people import NAME_LETTERS_MAX, Age, Names, Sex
from serai.core.refusal import Refusal, gettext_noop

Column = Literal[
    "name", "own", "father", "grandfather", "family", "mother", "sex", "age", "origin", "household",
    "phone", "",
]  # fmt: skip
COLUMNS: tuple[Column, ...] = (
    "name", "own", "father", "grandfather", "family", "mother", "sex", "age", "origin", "household",
    "phone", "",
)  # fmt: skip
HEAD_ROWS_MAX = 3
SAMPLE_ROWS = 40
BIRTH_YEAR_FIRST = 1880
CELL_LETTERS_MAX = 200
CUT = "…"  # the last letter of a cell that is longer
Row = tuple[str, ...]

NO_NAME = gettext_noop("No name stands in this row; it is kept as it was written.")
NO_AGE = gettext_noop("The age “%(text)s” was not understood; it is kept as it was written.")
AGE_OF_NUMBER = gettext_noop("“%(text)s” is a date as spreadsheets count days: read as %(day)s.")
NO_SEX = gettext_noop("“%(text)s” was not understood as man or woman.")
NO_VALUE = gettext_noop(
    "The cell “%(text)s” says what to work out, not the outcome. Open the file, save it once "
    "more and bring it in again."
)
CELL_CUT = gettext_noop(
    "A cell has more than %(most)s letters: what comes after “…” stands in the file alone."
)
NAME_CUT = gettext_noop(
    "A name has more than %(most)s letters: its beginning is taken, the row keeps it as it was."
)
SAME_AS = gettext_noop("The same words stand in row %(row)s.")

_HEADS: tuple[tuple[Column, str], ...] = (
    ("grandfather", r"grand ?father|الجد|اسم الجد|grand[- ]?père|dede"),
    ("mother", r"mother|الأم|الام|الوالدة|mère|anne"),
    ("father", r"father|الأب|الاب|الوالد|père|baba"),
    ("family", r"family ?name|surname|last ?name|nom de famille|اللقب|الكنية|العائلة|الشهرة|soyad"),
    ("household", r"house ?hold|family ?(no|id|nr|number|#)|case|group|dossier|ménage|رقم (الأسرة|"
                  r"العائلة|الاسرة)|الأسرة|الاسرة|aile"),
    ("own", r"first ?name|given|own ?name|prénom|الاسم الأول|الاسم الاول|^ad$|^adı$"),
    ("name", r"full ?name|name|nom|الاسم|الإسم|اسم|isim"),
    ("sex", r"sex|gender|sexe|الجنس|النوع|cinsiyet"),
    ("age", r"age|birth|born|dob|âge|naissance|العمر|السن|الميلاد|المواليد|yaş|doğum"),
    ("origin", r"origin|from|place|village|town|lieu|المنشأ|الأصل|المكان|القرية|البلدة|المدينة|"
               r"yer"),
    ("phone", r"phone|mobile|tel|هاتف|موبايل|جوال|رقم الهاتف"),
)  # fmt: skip
_SEXES: dict[str, Sex] = {
    "f": "female", "female": "female", "woman": "female", "girl": "female", "femme": "female",
    "w": "female", "أنثى": "female", "انثى": "female", "امرأة": "female", "بنت": "female",
    "kadın": "female", "k": "female", "أ": "female",
    "m": "male", "male": "male", "man": "male", "boy": "male", "homme": "male", "h": "male",
    "ذكر": "male", "رجل": "male", "ولد": "male", "erkek": "male", "e": "male", "ذ": "male",
}  # fmt: skip
_UNKNOWN = {"unknown", "?", "n/a", "na", "-", "غير معروف", "مجهول", "inconnu"}
_UNSOLVED = re.compile(r"=.|#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)$")
_SERIAL = re.compile(r"[0-9]{4,5}(\.[0-9]+)?")
_SERIAL_FIRST, _SERIAL_LAST = 3_000, 60_000  # 1908 to 2064, as spreadsheets count days
_DAY_ZERO = date(1899, 12, 30)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Said(msgspec.Struct, frozen=True):
    """A sentence about one row, with its facts."""

    sentence: str
    facts: dict[str, str] = {}


class Expected(msgspec.Struct, frozen=True):
    """What one row says of one person. `number` is the row's number in the file, from 1."""

    number: int
    cells: Row
    names: Names = Names()
    sex: Sex = "unknown"
    age: Age = Age()
    origin: str = ""
    household: str = ""
    phone: str = ""
    said: tuple[Said, ...] = ()


def head_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are heads: those before the first that looks like a person.

    >>> head_rows([("List of Hajin",), ("Name", "Age"), ("Hasan Ali", "35")])
    2
    """
    looks = [_is_head(row) for row in rows[:HEAD_ROWS_MAX]]
    if True not in looks:
        return 0
    last = looks.index(True) + 1
    while last < len(looks) and looks[last]:
        last += 1
    return last


def guessed(rows: Sequence[Row], heads: int) -> tuple[Column, ...]:
    """What each column most likely says; a column that nothing is known of says nothing.

    >>> guessed([("No", "الاسم", "Gender", "DOB"), ("1", "حسن علي", "M", "1984")], 1)
    ('', 'name', 'sex', 'age')
    >>> guessed([("Hasan Ali Jubouri", "m", "35"), ("Layla Yusuf Azzawi", "f", "30")], 0)
    ('name', 'sex', 'age')
    """
    wide = len(rows[0]) if rows else 0
    found: list[Column] = []
    for column in range(wide):
        # a merged title says the same in every column, so the lowest head counts first
        told = [_column_of(row[column]) for row in reversed(rows[:heads])]
        guess: Column = next((one for one in told if one), "")
        found.append("" if guess in found else guess)
    for column in range(wide):
        if not found[column]:
            cells = [row[column] for row in rows[heads : heads + SAMPLE_ROWS] if row[column]]
            guess = _by_example(cells)
            found[column] = guess if guess not in found and not _own_name(found, guess) else ""
    return tuple(found)


def people_of(
    rows: Sequence[Row], heads: int, columns: Sequence[str], noted_on: date
) -> list[Expected]:
    """Every row below the heads as a person, with sentences about what was not understood.

    >>> rows = [("Name", "Age"), ("Hasan Ali Omar Jubouri", "35"), ("", "7")]
    >>> one, other = people_of(rows, 1, ("name", "age"), date(2019, 3, 1))
    >>> one.names.full(), one.age.years_on(date(2019, 3, 1)), other.said[0].sentence == NO_NAME
    ('Hasan Ali Omar Jubouri', 35, True)
    """
    first: dict[Row, int] = {}
    found = []
    for number, row in enumerate(rows[heads:], heads + 1):
        if not any(row):
            continue
        one = _person(number, row, columns, noted_on)
        if row in first:
            same = Said(SAME_AS, {"row": str(first[row])})
            one = msgspec.structs.replace(one, said=(*one.said, same))
        first.setdefault(row, number)
        found.append(one)
    return found


def _is_head(row: Row) -> bool:
    """Whether most of a row's words name columns; a title says the same in all its cells."""
    words = [cell for cell in row if cell]
    heads = {_column_of(cell) for cell in words} - {""}
    numbers = sum(any(letter.isdigit() for letter in cell) for cell in words)
    enough = 1 if len(row) == 1 else min(2, len(row))
    return len(heads) >= enough and numbers <= len(words) / 2


def _person(number: int, row: Row, columns: Sequence[str], noted_on: date) -> Expected:
    told, unsolved = _cells(row, columns)
    names = _names(told)
    sex, sex_said = _sex(told.get("sex", ""))
    age, age_said = _age(told.get("age", ""), noted_on)
    said = [*unsolved, *sex_said, *age_said]
    if not any((names.own, names.father, names.family, names.kunya)):
        said.insert(0, Said(NO_NAME))
    said += _cut(row, names)
    return Expected(
        number, row, names, sex, age, told.get("origin", ""), told.get("household", ""),
        told.get("phone", ""), tuple(said),
    )  # fmt: skip


def _cut(row: Row, names: Names) -> Iterator[Said]:
    """That words are too long to be kept whole."""
    if any(len(cell) == CELL_LETTERS_MAX and cell.endswith(CUT) for cell in row):
        yield Said(CELL_CUT, {"most": str(CELL_LETTERS_MAX)})
    if any(len(part) == NAME_LETTERS_MAX for part in msgspec.structs.astuple(names)):
        yield Said(NAME_CUT, {"most": str(NAME_LETTERS_MAX)})


def _cells(row: Row, columns: Sequence[str]) -> tuple[dict[str, str], list[Said]]:
    """What the row says by column, and a sentence for every formula without an outcome."""
    told: dict[str, str] = {}
    unsolved = []
    for cell, column in zip(row, columns, strict=False):
        if not column or not cell or cell.casefold() in _UNKNOWN:
            continue
        if _UNSOLVED.match(cell):
            unsolved.append(Said(NO_VALUE, {"text": cell}))
            continue
        told[column] = f"{told[column]} {cell}" if column in told else cell
    return told, unsolved


def _names(told: dict[str, str]) -> Names:
    parts = _parts(told.get("name", ""))
    own, father = told.get("own") or parts[0], told.get("father") or parts[1]
    grandfather, family = told.get("grandfather") or parts[2], told.get("family") or parts[3]
    texts = (own, father, grandfather, family, parts[4], told.get("mother", ""))
    return Names(*(text[:NAME_LETTERS_MAX] for text in texts))


def _parts(full: str) -> tuple[str, str, str, str, str]:
    """Own, father's, grandfather's and family name and kunya of a full name, by their order."""
    words = _joined(full.split())
    kunya = ""
    if words and words[0].split()[0].casefold() in _KUNYA and len(words) > 1:
        kunya, words = words[0], words[1:]
    if not words:
        return "", "", "", "", kunya
    own, rest = words[0], words[1:]
    father = rest.pop(0) if rest else ""
    family = rest.pop() if rest else ""
    return own, father, " ".join(rest), family, kunya


_KUNYA = {"abu", "abou", "um", "umm", "om", "oum", "أم", "ام", "أبو", "ابو"}
_LEADS = _KUNYA | {"abd", "abdel", "abdul", "al", "el", "عبد", "bin", "bint", "بن", "بنت"}
_TAILS = {"aldin", "al-din", "eldin", "eddine", "الدين", "الله", "allah"}


def _joined(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    led = False
    for word in words:
        if found and (led or word.casefold() in _TAILS):
            found[-1] += f" {word}"
        else:
            found.append(word)
        led = word.casefold() in _LEADS
    return found


def _sex(text: str) -> tuple[Sex, list[Said]]:
    if not text:
        return "unknown", []
    found = _SEXES.get(text.casefold().strip(". "))
    return (found, []) if found else ("unknown", [Said(NO_SEX, {"text": text})])


def _age(text: str, noted_on: date) -> tuple[Age, list[Said]]:
    if not text:
        return Age(), []
    plain = text.translate(_DIGITS)
    day = _day_of_serial(plain, noted_on)
    if day:
        said = Said(AGE_OF_NUMBER, {"text": text, "day": day})
        return Age(born_on=day, noted_on=noted_on.isoformat()), [said]
    found = ages.read(_as_typed(plain), noted_on)
    if isinstance(found, Refusal):
        return Age(), [Said(NO_AGE, {"text": text})]
    return found, []


def _day_of_serial(plain: str, noted_on: date) -> str:
    """The day that a spreadsheet means by a bare number of days; empty when it is none."""
    if not _SERIAL.fullmatch(plain) or BIRTH_YEAR_FIRST <= float(plain) <= noted_on.year:
        return ""
    if not _SERIAL_FIRST <= float(plain) <= _SERIAL_LAST:
        return ""
    day = _DAY_ZERO + timedelta(days=int(float(plain)))
    return day.isoformat() if day <= noted_on else ""


def _as_typed(text: str) -> str:
    """An ISO date or a date with slashes, as the desk types it."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if iso:
        return f"{int(iso[3])}.{int(iso[2])}.{iso[1]}"
    text = re.sub(r"\s*(years?|yrs?|y\.?o\.?|سنة|سنوات|عام|عاما|ans?|yaş)\.?$", "", text.lower())
    return re.sub(r"[/\-]", ".", text) if re.fullmatch(r"[0-9./\-]+", text) else text


def _column_of(head: str) -> Column:
    words = " ".join(head.casefold().replace("_", " ").split())
    for column, pattern in _HEADS:
        if words and len(words) <= 40 and re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words):
            return column
    return ""


def _by_example(cells: Sequence[str]) -> Column:
    if not cells:
        return ""
    kinds = Counter(_kind(cell) for cell in cells)
    kind, count = kinds.most_common(1)[0]
    return kind if count >= 0.7 * len(cells) else ""


def _kind(cell: str) -> Column:
    plain = cell.translate(_DIGITS)
    if cell.casefold() in _SEXES:
        return "sex"
    if re.fullmatch(r"\+?[0-9 ()/-]{7,}", plain) and not re.fullmatch(r"[0-9]{4}-[0-9-]+", plain):
        return "phone"
    if re.fullmatch(
        r"~?[0-9]{1,2}|[0-9]{4}|[0-9]{4}-[0-9-]+|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]+", plain
    ):
        return "age"
    words = cell.split()
    return "name" if len(words) >= 2 and not any(letter.isdigit() for letter in cell) else ""


def _own_name(found: Sequence[str], guess: Column) -> bool:
    """A column of several words is no full name where the parts stand in columns of their own."""
    return guess == "name" and "own" in found
