"""Registering a household: names for counted people, nobody made or lost, nothing typed twice."""

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.registration.conftest import FAMILY, sheet

from serai.core.household import MEMBERS_MAX
from serai.core.matching.weights import VERY_LIKELY
from serai.core.people import Age, Names
from serai.core.people import Person as Told
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registration.commands import HouseholdDraft, register_household
from serai.registry.models import Arrival, Household, Pair, Person, Token
from serai.registry.queries import balances

Group = Callable[..., tuple[str, list[str]]]
URL = "/registration/"


def test_a_family_of_five_is_drawn_from_the_bands_it_was_counted_in(
    desk: Client, group: Group
) -> None:
    arrival, tokens = group(man=2, woman=3, boy=1, girl=5)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    assert answer.status_code == 303
    assert balances()["reception"] == {"man": 1, "woman": 2, "girl": 3, "named": 5}
    row = Arrival.objects.get(id=arrival)
    assert (row.total_named, json.loads(row.named)) == (
        5, {"boy": 1, "girl": 2, "man": 1, "woman": 1},
    )  # fmt: skip
    assert Token.objects.get(code=tokens[0]).household == Household.objects.get().id


def test_children_take_over_the_chain_of_their_father(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=5)
    desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    child = Person.objects.get(own="Noor")
    assert (child.father, child.grandfather, child.family) == ("Hasan", "Ali", "Jubouri")
    assert (child.relation, child.nationality, child.origin) == ("child", "IRQ", "hajin")
    wife = Person.objects.get(own="Layla")
    assert (wife.relation, wife.sex, wife.father, wife.family) == (
        "spouse", "female", "Yusuf", "Azzawi",
    )  # fmt: skip
    assert Person.objects.get(own="Sami").needs == "SM-MN"


def test_the_next_blank_form_follows_with_an_undo(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=5)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0]), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(URL, 303)]
    assert "Hasan Ali Omar Jubouri\u2069, 5 people." in page
    household = Household.objects.get()
    assert f"/registration/{household.id}/reversal/" in page
    desk.post(f"/registration/{household.id}/reversal/")
    assert not Household.objects.exists()
    assert balances()["reception"] == {"unknown": 5}
    assert Token.objects.get(code=tokens[0]).household == ""


def test_more_people_than_were_counted_are_named_from_outside_and_said(
    desk: Client, group: Group
) -> None:
    _, tokens = group(man=1, woman=1, girl=1)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0]), follow=True)
    assert "2 of them had not been counted before." in answer.content.decode()
    assert balances()["reception"] == {"named": 5}


def test_a_household_nobody_counted_comes_from_outside(desk: Client) -> None:
    desk.post(URL, sheet(*FAMILY))
    assert balances()["reception"] == {"named": 5}
    assert balances()["outside"] == {"named": -5}


def test_a_group_chosen_without_a_token_is_drawn_from(desk: Client, group: Group) -> None:
    arrival, _ = group(unknown=7)
    desk.post(URL, sheet(*FAMILY, arrival=arrival))
    assert balances()["reception"] == {"unknown": 2, "named": 5}
    assert Household.objects.get().arrival == arrival


def test_people_counted_at_another_place_are_named_here_and_leave_it(
    desk: Client, group: Group
) -> None:
    _, tokens = group(place="front", unknown=5)
    desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    assert balances()["reception"] == {"named": 5}
    assert "front" not in balances()


def test_the_same_form_sent_twice_is_saved_once(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    sent = sheet(*FAMILY, token=tokens[0], operation="once")
    desk.post(URL, sent)
    answer = desk.post(URL, sent)
    assert answer.status_code == 303
    assert Household.objects.count() == 1


def test_the_page_needs_few_queries(
    desk: Client, group: Group, asks_at_most: Callable[..., object]
) -> None:
    group(unknown=9)
    desk.get(URL)
    with asks_at_most(8):
        assert desk.get(URL).status_code == 200


def test_a_second_clerk_with_the_same_token_reads_who_registered_it_and_when(
    desk: Client, group: Group, clerk: Author
) -> None:
    _, tokens = group(unknown=9)
    member = Told(person="", names=Names(own="Rana", family="Dulaimi"), age=Age(basis="refused"))
    draft = HouseholdDraft(place="reception", members=(member,), token=tokens[0])
    register_household(draft, clerk)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "by karim for the household of Rana Dulaimi" in page
    assert 'value="Layla"' in page
    assert Household.objects.count() == 1


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        ("ZZZZ-ZZZZ", "is no token: its check letter does not fit"),
        ("12345678901234567890", "is not a token code"),
    ],
)
def test_a_token_with_a_wrong_letter_is_explained(desk: Client, token: str, sentence: str) -> None:
    answer = desk.post(URL, sheet(*FAMILY, token=token))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Household.objects.exists()


def test_a_token_that_was_never_issued_is_explained(desk: Client, group: Group) -> None:
    from serai.core.ids import station_mark, token_code
    from serai.journal.identity import this_station

    group(unknown=9)
    never = token_code(station_mark(this_station()), 999)
    answer = desk.post(URL, sheet(*FAMILY, token=never))
    assert f"Token {never} was never issued." in answer.content.decode()
    other = desk.post(URL, sheet(*FAMILY, token=token_code("00", 5)))
    assert "is of another station" in other.content.decode()


def test_a_token_of_another_group_is_explained(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    other, _ = group(first=20, unknown=4)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0], arrival=other))
    assert "belongs to group G-1, not to G-20" in answer.content.decode()


def test_a_token_of_a_withdrawn_count_is_explained(
    desk: Client, group: Group, clerk: Author
) -> None:
    from serai.registry.commands import reverse

    arrival, tokens = group(unknown=9)
    reverse(Arrival.objects.get(id=arrival).event, "counted twice", clerk)
    answer = desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    assert "was withdrawn with the count of group G-1" in answer.content.decode()


def test_the_last_letters_of_our_own_token_are_enough(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    desk.post(URL, sheet(*FAMILY, token=tokens[0][-2:].lower()))
    assert Household.objects.get().token == tokens[0]


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("own", "", "Type the own name of this person"),
        ("own", "a" * 10_000, "At most 80 letters"),
        ("own", "Ali 7", "A name holds letters, no digits"),
        ("sex", "x", "Type f for a woman or girl"),
        ("sex", "", "Type f for a woman or girl"),
        ("age", "300", "Nobody is 300 years old"),
        ("age", "1.1.2999", "lies in the future"),
        ("age", "soon", "was not understood"),
        ("age", "", "Type an age, or - when it is not given."),
        ("nationality", "qqq", "There is no nationality"),
        ("needs", "qqq", "There is no need"),
        ("needs", "SV-VA", "is written by protection only"),
        ("relation", "uncle", "Choose from the list"),
    ],
)
def test_a_wrong_field_is_explained_and_everything_typed_stays(
    desk: Client, part: str, text: str, sentence: str
) -> None:
    people = [dict(one) for one in FAMILY]
    people[2][part] = text
    answer = desk.post(URL, sheet(*people, phone="0123"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert page.count("Not saved yet") == 1, "the panel of known people says nothing of the form"
    assert all(f'value="{one["own"]}"' in page for one in FAMILY if one["own"] != "Noor")
    assert 'value="0123"' in page
    focused = re.findall(r"<[^>]*\bautofocus\b[^>]*>", page)
    assert len(focused) == 1
    assert f'name="m2-{part}"' in focused[0]
    assert not Household.objects.exists()


def test_control_and_direction_characters_never_reach_a_name(desk: Client) -> None:
    desk.post(URL, sheet({**FAMILY[0], "own": "Ha\u202es\x00an\u200b"}))
    assert Person.objects.get().own == "Hasan"


def test_names_in_arabic_stay_as_written_and_read_arabic_digits(desk: Client) -> None:
    head = {"own": "ليلى", "father": "حسن", "family": "الجبوري", "sex": "أ", "age": "٢٧"}
    answer = desk.post(URL, sheet(head))
    assert answer.status_code == 303
    row = Person.objects.get()
    assert (row.own, row.family, row.sex) == ("ليلى", "الجبوري", "female")
    assert json.loads(row.age)["months"] == 27 * 12 + 6


def test_the_other_script_is_kept_beside_the_name(desk: Client) -> None:
    head = {**FAMILY[0], "other_own": "حسن", "other_family": "الجبوري"}
    desk.post(URL, sheet(head))
    assert json.loads(Person.objects.get().other_names) == {"own": "حسن", "family": "الجبوري"}


def test_a_form_without_anybody_says_where_to_begin(desk: Client) -> None:
    answer = desk.post(URL, sheet(phone="0123"))
    assert answer.status_code == 422
    assert "Nobody is written here yet." in answer.content.decode()


def test_more_than_thirty_members_are_another_household(desk: Client) -> None:
    many = [FAMILY[0], *({**FAMILY[2]} for _ in range(MEMBERS_MAX))]
    answer = desk.post(URL, sheet(*many))
    assert answer.status_code == 422
    assert "A household holds at most 30 people." in answer.content.decode()
    assert not Household.objects.exists()


def test_an_absurd_number_of_rows_does_no_harm(desk: Client) -> None:
    answer = desk.post(URL, {**sheet(FAMILY[0]), "rows": "999999999"})
    assert answer.status_code == 303
    assert desk.post(URL, {**sheet(FAMILY[0]), "rows": "-1"}).status_code == 303


def test_more_rows_come_without_javascript_and_keep_what_was_typed(desk: Client) -> None:
    answer = desk.post(URL, {**sheet(*FAMILY), "more": "1"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="m9-own"' in page
    assert 'value="Layla"' in page
    assert 'placeholder="Hasan"' in page
    assert not Household.objects.exists()


def test_a_gap_between_rows_loses_nobody(desk: Client) -> None:
    desk.post(URL, sheet(FAMILY[0], {}, FAMILY[2]))
    assert Person.objects.count() == 2


def test_the_command_refuses_a_household_of_nobody(station: str, clerk: Author) -> None:
    assert isinstance(register_household(HouseholdDraft("reception", ()), clerk), Refusal)


def test_somebody_the_books_very_likely_know_is_registered_and_waits_as_a_pair(
    desk: Client, group: Group
) -> None:
    _, tokens = group(unknown=10)
    desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    known = set(Person.objects.values_list("id", flat=True))
    assert not Pair.objects.exists()
    assert desk.post(URL, sheet(*FAMILY, token=tokens[1])).status_code == 303
    assert Household.objects.count() == 2
    rows = list(Pair.objects.filter(state="open"))
    assert rows
    assert all({row.first, row.second} & known for row in rows)
    assert all({row.first, row.second} - known for row in rows)
    assert all(row.bits >= VERY_LIKELY and json.loads(row.reasons) for row in rows)
    assert "Hasan" in desk.get("/registration/pairs/").content.decode()


def test_a_registration_taken_back_leaves_no_pair_to_be_decided(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=10)
    desk.post(URL, sheet(*FAMILY, token=tokens[0]))
    first = Household.objects.get().id
    desk.post(URL, sheet(*FAMILY, token=tokens[1]))
    second = Household.objects.exclude(id=first).get().id
    desk.post(f"/registration/{second}/reversal/")
    assert Pair.objects.exists()
    assert "No two records wait" in desk.get("/registration/pairs/").content.decode()


def test_an_empty_sheet_leads_the_hand_to_the_first_name(desk: Client) -> None:
    answer = desk.post(URL, sheet())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Type the own name of the head of the household." in page
    assert [
        re.search(r'name="([\w-]+)"', tag)[1] for tag in re.findall(r"<[^>]* autofocus[^>]*>", page)
    ] == ["m0-own"]  # type: ignore[index]
