"""What somebody says of a person in one line finds them at every desk, in either script."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.a_family import MOTHER, register

from serai.access.searches import family_called, people_called
from serai.core.people import Age, Names, Person
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registration.commands import register_household
from serai.registration.likely import likely_people
from serai.registration.rules import HouseholdDraft
from serai.registration.sheet import Sheet
from serai.registry.described import described, is_token
from serai.registry.models import Person as Row

pytestmark = pytest.mark.usefixtures("station")
DESK = Author("amal", "registration")


@pytest.fixture
def her() -> str:
    """A woman written down in Arabic; her id."""
    age = Age(basis="estimated", months=27 * 12, within_months=24, noted_on=str(date.today()))
    names = Names("فاطمة", "حسن", "علي", "الجبوري", "أم عبد الرحمن")
    one = Person("", names, sex="female", age=age, relation="head", origin="qaim")
    register_household(HouseholdDraft("reception", (one,)), DESK)
    return str(Row.objects.get().id)


@pytest.mark.parametrize(
    "said",
    [
        "Um Abdulrahman, about 27, Qaim",
        "Um Abdulrahman, 27",
        "Umm Abd al-Rahman, from Qaim",
        "أم عبد الرحمن، حوالي ٢٧، القائم",
        "Fatima Hasan, 26 years, Al-Qaim",
    ],
)
def test_a_name_an_age_and_a_town_find_her_in_either_script(her: str, said: str) -> None:
    found = people_called(said, DESK)
    assert isinstance(found, list)
    assert [one.id for one in found] == [her]
    assert family_called(said, DESK) == found  # an age is not taken for a token


@pytest.mark.parametrize(
    "said",
    [
        "{} 1992",
        "{}, 1992",
        "{} born in 1992",
        "{} about 1992 from Qaim",
        "{} 1992 Qaim",
        "{} 12.3.1992",
        "{}، من مواليد ١٩٩٢، القائم",
        "{} مواليد 1992 من القائم",
    ],
)
@pytest.mark.parametrize("name", ["Fatima Hasan", "فاطمة حسن"])
def test_a_year_of_birth_is_read_with_commas_and_without(name: str, said: str) -> None:
    line = said.format(name)
    found = described(line, date(2019, 3, 1))
    assert found.name == name
    assert found.born is not None
    assert found.born[1] == 1992
    assert found.born[0] >= 1991
    assert found.origin == ("qaim" if "Qaim" in said or "القائم" in said else "")
    assert not is_token(line)


def test_a_year_of_birth_alone_is_no_name_and_one_to_come_is_no_birth() -> None:
    assert described("Fatima 2030", date(2019, 3, 1)).born is None
    assert described("Fatima 450", date(2019, 3, 1)).born is None
    assert is_token("1992")


@pytest.mark.parametrize(
    ("room", "address"),
    [("registration", "/registration/search/?q="), ("camp", "/camp/?find="),
     ("relief", "/relief/?token=")],
)  # fmt: skip
def test_every_desk_says_why_she_is_shown(
    her: str, signed_in: Callable[..., Client], room: str, address: str
) -> None:
    page = signed_in(room).get(f"{address}Um Abdulrahman, about 27, Qaim").content.decode()
    assert "the same kunya" in page
    assert "from the same town" in page
    assert "Only the five likeliest are shown." not in page


def test_few_words_that_fit_are_not_called_hardly_the_same_person(her: str) -> None:
    sheet = Sheet({"rows": "6", "m0-own": "Um Abdulrahman"})
    sheet.rows()
    (row,) = likely_people(sheet.forms[0], None)
    assert row["band"] == "Fits, as many others do"


def test_who_types_a_name_of_many_is_asked_for_one_more_fact(
    station: str, signed_in: Callable[..., Client]
) -> None:
    for number in range(6):
        one = Person("", Names("Ahmad", f"Omar{number}", "", "Haddad"), sex="male", relation="head")
        register_household(HouseholdDraft("reception", (one,)), DESK)
    page = signed_in("registration").get("/registration/search/?q=Ahmad").content.decode()
    assert page.count('<th scope="row">') == 5
    assert "Only the five likeliest are shown." in page


def test_she_stands_there_at_every_letter_of_the_second_word(her: str) -> None:
    whole = "Um Abdulrahman"
    for letters in range(len("Um Ab"), len(whole) + 1):
        sheet = Sheet({"rows": "6", "m0-own": whole[:letters]})
        sheet.rows()
        assert [one["person"].id for one in likely_people(sheet.forms[0], None)] == [her], letters
        assert len(people_called(whole[:letters], DESK)) == 1  # type: ignore[arg-type]


def test_of_two_of_one_name_the_one_of_that_age_comes_first(her: str) -> None:
    register("الجبوري", (MOTHER,))
    first, *_others = people_called("Layla Yusuf, 35", DESK)  # type: ignore[misc]
    assert first.own == "Layla"


@pytest.mark.parametrize(
    "said",
    ["Um Abdulrahman 27 Qaim", "Um Abdulrahman Qaim", "Um Abdulrahman from al-Qaim about 27 years",
     "أم عبد الرحمن القائم", "أم عبدالرحمن عمرها ٢٧ سنة من القائم", "Fatima Hasan 27",
     "Fatima Hasan Qaim"],
)  # fmt: skip
def test_who_types_fast_needs_no_commas(her: str, said: str) -> None:
    assert [one.id for one in people_called(said, DESK)] == [her]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "said",
    ["Um Qaim", "Qaim", "Qaim 27", "Um 27 Qaim", ", 27, Qaim", "a, 27", "،،،", "27, Qaim", "*, 30"],
)
def test_nobody_is_listed_by_age_and_town_alone(her: str, said: str) -> None:
    found = people_called(said, DESK)
    assert isinstance(found, Refusal) or found == []


def test_what_is_a_token_and_what_a_description() -> None:
    assert is_token("7K00-019C")
    assert not is_token("Um Ali, 27")
    assert described("Um Ali", date(2019, 3, 1)).born is None
    assert described("Um Ali, born long ago, near the mill", date(2019, 3, 1)).origin
