"""Sorting people by SALT's five words."""

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who

from serai.care.commands import record_triage
from serai.care.models import Triage
from serai.care.queries import open_rows
from serai.core.refusal import Refusal
from serai.core.triage import SORTINGS
from serai.journal.reading import event_count
from serai.registry.deaths import record_death
from serai.registry.models import Person

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = f"/care/person/{who(SON)}/"


@pytest.fixture
def nurse(signed_in):
    return signed_in("care", place="reception")


def test_token_person_word_is_three_taps(nurse):
    token = register()
    family = nurse.get("/care/", {"q": token}, follow=True).content.decode()
    assert f'href="{ADDRESS}"' in family
    page = nurse.get(ADDRESS).content.decode()
    assert page.count('name="word"') == 5
    assert nurse.post(ADDRESS, {"word": "immediate"}).status_code == 303
    assert Triage.objects.get().word == "immediate"


def test_every_word_has_a_colour_a_shape_and_a_label():
    for part in ("word", "label", "colour", "shape"):
        assert len({getattr(one, part) for one in SORTINGS}) == 5


def test_sorting_again_is_a_new_entry_and_the_old_one_stays(nurse, clerk):
    register()
    record_triage(who(SON), "reception", "delayed", "", clerk)
    record_triage(who(SON), "reception", "immediate", "bleeds again", clerk)
    assert list(Triage.objects.order_by("id").values_list("word", "latest")) == [
        ("delayed", False),
        ("immediate", True),
    ]
    page = nurse.get(ADDRESS).content.decode()
    assert "bleeds again" in page
    assert "Delayed" in page


def test_the_list_is_by_urgency_and_the_longest_wait_first(clerk):
    register()
    for role, word in (
        (FATHER, "delayed"), (MOTHER, "expectant"), (SON, "immediate"), (DAUGHTER, "minimal"),
    ):  # fmt: skip
        record_triage(who(role), "reception", word, "", clerk)
    assert [row.word for row in open_rows("reception", "")] == ["immediate", "delayed", "expectant"]
    assert [row.person for row in open_rows("reception", "minimal")] == [who(DAUGHTER)]
    assert not open_rows("suwar", "").exists()


def test_care_does_not_wait_for_the_books(nurse, clerk):
    register(place="suwar")
    assert "The books have this person elsewhere" in nurse.get(ADDRESS).content.decode()
    assert not isinstance(record_triage(who(SON), "reception", "delayed", "", clerk), Refusal)
    assert Person.objects.get(id=who(SON)).seen_place == "reception"


def test_dead_asks_for_the_death_to_be_written_down(nurse):
    register()
    answer = nurse.post(ADDRESS, {"word": "dead"})
    assert answer.url == f"/care/death/{who(SON)}/"
    assert Person.objects.get(id=who(SON)).alive, "a word of triage moves nobody"
    assert "the death is not written down yet" in nurse.get(ADDRESS).content.decode()
    assert "death not written down yet" in nurse.get("/care/").content.decode()


def test_a_tap_without_a_word_is_answered_in_words(nurse):
    register()
    answer = nurse.post(ADDRESS, {"note": "no word"})
    assert answer.status_code == 422
    assert "Choose one of the five words." in answer.content.decode()
    assert 'value="no word"' in answer.content.decode()


@pytest.mark.parametrize("word", ["", "green", "walking"])
def test_only_salts_words_are_written(clerk, word):
    register()
    before = event_count()
    assert isinstance(record_triage(who(SON), "reception", word, "", clerk), Refusal)
    assert event_count() == before


def test_the_dead_are_not_sorted(nurse, clerk):
    register()
    record_death(who(SON), "reception", "", "his mother", clerk)
    refusal = record_triage(who(SON), "reception", "minimal", "", clerk)
    assert str(refusal) == "Omar is written down as dead."
    assert 'name="word"' not in nurse.get(ADDRESS).content.decode()


def test_an_undone_sorting_counts_no_more(nurse):
    register()
    nurse.post(ADDRESS, {"word": "immediate"})
    nurse.post(f"/care/undo/{Triage.objects.get().id.partition('|')[0]}/")
    assert not Triage.objects.exists()


def test_an_unknown_token_or_person_is_answered(nurse):
    assert nurse.get("/care/", {"q": "7K00-019C"}).status_code == 422
    assert nurse.get("/care/person/nobody/").status_code == 404
    assert nurse.get("/care/household/nobody/").status_code == 404


def test_an_empty_tent_says_what_to_expect(nurse):
    assert "Nobody is open here" in nurse.get("/care/").content.decode()


@pytest.mark.parametrize(
    "address", ["/care/", "/care/household/jubouri/", ADDRESS, "/care/hospital/"]
)
def test_a_page_asks_the_database_eight_times_at_most(nurse, clerk, asks_at_most, address):
    register()
    record_triage(who(SON), "reception", "immediate", "", clerk)
    with asks_at_most(8):
        assert nurse.get(address).status_code == 200


def test_another_role_does_not_enter(signed_in):
    register()
    assert signed_in("relief").get(ADDRESS).status_code == 403
