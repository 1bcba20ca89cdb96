"""Two records beside each other: what speaks for one person, and what for two."""

import pytest

from serai.core.matching import Record, compare
from serai.core.matching.reasons import REASONS_MAX


def bits(one: str, other: str) -> float:
    return compare(one, other).bits


def test_one_name_in_two_scripts_is_very_likely_one_person() -> None:
    found = compare("Kazim Ali al-Jubouri", "كاظم علي الجبوري")
    assert found.band == "very likely"
    assert "Kazim = كاظم" in found.line()
    assert "واحد من كل" in found.line("ar")


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Ahmad Ali Hasan", "احمد علي حسن"),
        ("Fatma Hasan", "فاطمة حسن"),
        ("Kazim Ali al-Jubouri", "كاظم علي الجبوري"),
        ("Khadija Mansour Taha", "خديجة منصور طه"),
    ],
)
def test_a_name_written_the_same_says_no_less_than_its_transliteration(
    latin: str, arabic: str
) -> None:
    assert min(bits(latin, latin), bits(arabic, arabic)) >= bits(latin, arabic)
    assert bits("أحمد علي", "احمد علي") == bits("احمد علي", "احمد علي")


@pytest.mark.parametrize(
    ("turkish", "arabic"),
    [
        ("Halit Yilmaz", "خالد يلماز"),
        ("Hatice Demir", "خديجة ديمير"),
        ("Murat Kaya", "مراد كايا"),
        ("Mehmet Tahan", "محمد طحان"),
        ("Halil Tahan", "خليل طحان"),
    ],
)
def test_a_name_in_turkish_letters_is_the_arabic_one(turkish: str, arabic: str) -> None:
    assert "differ" not in compare(turkish, arabic).line()


def test_father_and_son_are_two_people() -> None:
    assert compare("Husam Muhammad Maher", "Muhammad Maher").band in ("weak", "unlikely")
    assert bits("Muhammad Maher Tawil", "Muhammad Maher") > bits(
        "Husam Muhammad Maher", "Muhammad Maher"
    )


def test_brothers_are_two_people() -> None:
    one = compare("Hasan Ali Karim al-Jubouri", "Hussein Ali Karim al-Jubouri")
    assert one.band in ("weak", "unlikely")
    assert "the given names differ" in one.line()


def test_names_turned_round_may_be_one_person() -> None:
    assert bits("Jasim Kamal Rawi", "كمال جاسم الراوي") > bits(
        "Jasim Kamal Rawi", "كمال حمد الراوي"
    )


def test_a_written_vowel_tells_names_of_one_skeleton_apart() -> None:
    assert bits("Salem Tahan", "سالم طحان") > bits("Salem Tahan", "سليم طحان")
    assert bits("Salim Tahan", "سليم طحان") > bits("Salim Tahan", "سالم طحان")


def test_taha_is_taha_in_both_scripts() -> None:
    found = compare("Khadija Mansour Taha", "خديجة منصور طه")
    assert found.band == "very likely"
    assert "Taha = طه" in found.line()


def test_a_rare_name_says_more_than_a_frequent_one() -> None:
    assert bits("Tawfiq Dabbagh", "توفيق دباغ") > bits("Muhammad Ahmad", "محمد احمد")


def told(**fields: object) -> Record:
    return Record("", ("Muhammad Ahmad",), **fields)  # type: ignore[arg-type]


def test_age_sex_place_and_mother_count_for_and_against() -> None:
    alone = compare(told(), told()).bits
    near = compare(told(birth_year_from=1990), told(birth_year_from=1989, birth_year_to=1991))
    far = compare(told(birth_year_from=1990), told(birth_year_from=1960))
    assert far.bits < alone < near.bits
    assert compare(told(sex="male"), told(sex="female")).bits < alone
    assert compare(told(place="Al-Qaim"), told(place="القائم")).bits > alone
    assert compare(told(mother="Zahra"), told(mother="زهراء")).bits > alone
    assert compare(told(mother="Zahra"), told(mother="مريم")).bits < alone


def test_what_is_not_told_counts_neither_way() -> None:
    assert compare(told(birth_year_from=1990), told()).bits == compare(told(), told()).bits


def test_the_order_of_the_two_makes_no_difference() -> None:
    for one, other in (("Um Ali", "Fatima Um Ali"), ("Hasan Ali", "حسن علي كريم")):
        assert bits(one, other) == pytest.approx(bits(other, one))


@pytest.mark.parametrize(
    "odd", ["", "x", "😀", "李明", "unknown", "A" * 10_000, "Ali " * 5, "\u200d"]
)
def test_odd_names_are_compared_without_fault(odd: str) -> None:
    found = compare(odd, "حسن علي الجبوري")
    assert found.band == "unlikely"
    assert len(found.reasons) <= REASONS_MAX


def test_a_family_called_abu_x_counts_once() -> None:
    one, other = "Nisreen Muhammad Abu Jamea", "نسرين خالد ابوجامع"
    plain = bits("Nisreen Muhammad Jamea", "نسرين خالد جامع")
    assert abs(bits(one, other) - plain) < 8
    sisters = compare("Maria Muhammad Abu Jamea", "فرح محمد ابوجامع")
    assert sisters.bits < 0


def test_karim_may_be_abd_al_karim_and_says_a_little_less() -> None:
    assert bits("Abdul Karim Tahan", "عبد الكريم طحان") > bits("Karim Tahan", "عبد الكريم طحان")
    assert bits("Karim Tahan", "عبد الكريم طحان") > bits("Jamal Tahan", "عبد الكريم طحان")


@pytest.mark.parametrize(
    ("one", "other"), [("Mahmoud Tahan", "Mohammed Tahan"), ("Mahmoud Tahan", "محمد طحان")]
)
def test_names_of_one_skeleton_are_called_close_and_not_the_same(one: str, other: str) -> None:
    line = compare(one, other).line()
    assert " is close to " in line
    assert "Mahmoud =" not in line


def test_one_name_spelt_otherwise_is_called_the_same() -> None:
    for one in ("Mohamed", "Muhammad", "Mohammad", "محمد"):
        assert "Mohammed = " in compare("Mohammed Tahan", f"{one} Tahan").line(), one


def test_the_nearer_the_years_the_likelier_one_person() -> None:
    asked = told(birth_year_from=1983, birth_year_to=1987)
    years = (1985, 1987, 1989, 1993, 1997, 2005)
    found = [compare(asked, told(birth_year_from=year)).bits for year in years]
    assert found == sorted(found, reverse=True)
    assert len(set(found[:-1])) == len(years) - 1
    wide = compare(asked, told(birth_year_from=1978, birth_year_to=1992)).bits
    assert found[3] < wide < found[0]
    assert compare(asked, told(birth_year_from=1940, birth_year_to=1999)).bits < wide


def test_a_word_beside_a_kunya_that_the_record_lacks_counts_once() -> None:
    asked = Record("", ("Um Hasan al-Asmar",), "female", 1955, 1959)
    record = Record("", ("Basma Mumin Mahmoud", "Um Hasan"), "female", 1957)
    other = Record("", ("Basma Mumin Mahmoud",), "female", 1957)
    assert compare(asked, record).bits > compare(asked, other).bits + 5
