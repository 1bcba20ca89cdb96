"""A family asks for a missing member; the request is worked down and closed."""

from datetime import timedelta

import pytest
from tests.a_family import FATHER, MOTHER, SON, register, who

from serai.core.events import Inquirer, RequestOpened, SoughtPerson
from serai.core.ids import station_mark
from serai.core.people import Names
from serai.core.refusal import Refusal
from serai.core.tracing import AS_LISTED
from serai.journal.identity import this_station
from serai.registry.deaths import record_death
from serai.registry.members import today
from serai.tracing.commands import RequestDraft, close_request, open_request
from serai.tracing.models import SoughtPerson as SoughtRow
from serai.tracing.models import TracingRequest

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = "/tracing/family/jubouri/request/"
SOUGHT = {
    "own": "Samir",
    "father": "Karim",
    "family": "Jubouri",
    "relation": "brother",
    "sex": "male",
    "age": "~30",
    "last_seen_place": "the river crossing",
    "last_seen_on": "2019-02-03",
    "marks": "a scar on the left hand",
}
FORM = {"rows": "1", "inquirer": who(FATHER), "circumstances": "taken off the truck"}


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def form(*sought: dict[str, str], **given: str) -> dict[str, str]:
    """What a browser sends: rows of people and what holds for all of them."""
    rows = {
        f"sought-{at}-{name}": value
        for at, one in enumerate(sought or ({},))
        for name, value in {**SOUGHT, **one}.items()
    }
    return {**FORM, "rows": str(len(sought) or 1), **rows, **given}


def draft(asks: str = who(FATHER), home: str = "jubouri", **sought: object) -> RequestDraft:
    given = {"names": Names(own="Samir"), **sought}
    return RequestDraft(Inquirer(person=asks, household=home), (SoughtPerson(number=1, **given),))


def opened(clerk, **sought: object) -> TracingRequest:
    assert isinstance(open_request(draft(**sought), clerk), RequestOpened)
    return TracingRequest.objects.latest("id")


def test_a_request_keeps_what_the_family_says(officer):
    register()
    answer = officer.post(ADDRESS, form())
    assert answer.status_code == 303
    held, sought = TracingRequest.objects.get(), SoughtRow.objects.get()
    assert (sought.own, sought.relation, sought.last_seen_on) == ("Samir", "brother", "2019-02-03")
    assert '"estimated"' in sought.age
    assert not held.may_share, "nothing is shared unless the family agrees"
    page = officer.get(answer.url).content.decode()
    assert "a scar on the left hand" in page
    assert "the river crossing" in page


def test_who_asks_is_not_offered_the_words_of_a_household_list(officer):
    page = officer.get("/tracing/new/").content.decode()
    assert 'value="foster child"' in page
    assert not [one for one in AS_LISTED if f'value="{one}"' in page]
    register()
    answer = officer.post(ADDRESS, form({"relation": "spouse"}))
    assert answer.status_code == 303, "a household's own word stays as it is"


def test_one_request_looks_for_several_people_in_any_script(officer):
    register()
    names = ({}, {"own": "حسن", "father": "كريم"}, {"own": "Umm Ali", "age": "25-35"})
    answer = officer.post(ADDRESS, form(*names))
    assert answer.status_code == 303
    rows = list(SoughtRow.objects.order_by("number"))
    assert [row.own for row in rows] == ["Samir", "حسن", "Umm Ali"]
    assert '"months":366' in rows[2].age
    page = officer.get(answer.url).content.decode()
    assert "?sought=3" in page


def test_one_more_row_is_added_and_nothing_typed_is_lost(officer):
    register()
    page = officer.post(ADDRESS, form(more="1")).content.decode()
    assert 'name="sought-1-own"' in page
    assert 'value="a scar on the left hand"' in page
    assert not TracingRequest.objects.exists()


def test_rows_left_empty_are_nobody(officer):
    register()
    empty = dict.fromkeys(SOUGHT, "") | {"sex": "unknown"}
    assert officer.post(ADDRESS, form({}, empty)).status_code == 303
    assert SoughtRow.objects.count() == 1


def test_somebody_outside_asks(officer):
    outside = {"name": "Salim Karim", "contact": "radio 4", "where": "the next village"}
    answer = officer.post("/tracing/new/", {**form(), **outside, "inquirer": ""})
    assert answer.status_code == 303
    held = TracingRequest.objects.get()
    assert (held.inquirer_name, held.household) == ("Salim Karim", "")
    assert "radio 4" in officer.get(answer.url).content.decode()


def test_whoever_asks_from_outside_has_a_name(officer):
    answer = officer.post("/tracing/new/", {**form(), "inquirer": ""})
    assert answer.status_code == 422
    assert "Write the name of whoever asks." in answer.content.decode()


def test_every_request_has_a_code_of_its_own(clerk):
    register()
    mark = station_mark(this_station())
    codes = [opened(clerk).code for _ in range(3)]
    assert codes == [f"T-{mark}-{n}" for n in (1, 2, 3)]


def test_people_with_such_a_name_are_shown_and_called_no_proof(officer, clerk):
    register()
    register("tamimi", number=2)
    held = opened(clerk, names=Names(own="Omar", father="Karim"))
    page = officer.get(f"/tracing/request/{held.id}/").content.decode()
    assert "/tracing/family/tamimi/" in page
    assert "A name is no proof." in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"own": "", "family": ""}, "Write at least one name of whoever is missing."),
        ({"last_seen_on": "long ago"}, "Write the day as year-month-day."),
        ({"age": "old"}, "was not understood"),
        ({"age": "300"}, "years old"),
        ({"age": "20-300"}, "years old"),
        ({"sex": "none"}, "Choose from the list"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(officer, changes, sentence):
    register()
    answer = officer.post(ADDRESS, form(changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="a scar on the left hand"' in page
    assert not TracingRequest.objects.exists()


def test_nobody_was_last_seen_in_the_future(officer):
    register()
    tomorrow = (today() + timedelta(days=1)).isoformat()
    answer = officer.post(ADDRESS, form({"last_seen_on": tomorrow}))
    assert answer.status_code == 422
    assert "The day they were last seen lies in the future." in answer.content.decode()


def test_the_same_member_is_looked_for_once(clerk):
    register()
    held = opened(clerk, person=who(SON))
    refusal = open_request(draft(person=who(SON)), clerk)
    assert str(refusal) == f"Omar is already looked for: request {held.code}."


def test_the_dead_are_not_looked_for_and_do_not_ask(clerk):
    register()
    record_death(who(FATHER), "reception", "", "a guard", clerk)
    refusal = open_request(draft(), clerk)
    assert str(refusal) == "Hasan is written down as dead and cannot ask."
    missing = draft("", person=who(FATHER))
    assert str(open_request(missing, clerk)) == "Hasan is written down as dead."


def test_whoever_asks_belongs_to_the_family(clerk):
    register()
    register("tamimi", number=2)
    assert isinstance(open_request(draft(who(MOTHER, "tamimi")), clerk), Refusal)
    assert isinstance(open_request(draft("", "none"), clerk), Refusal)
    assert isinstance(open_request(draft(person=who(FATHER)), clerk), Refusal)


def test_a_closed_request_leaves_the_list_and_can_be_taken_back(officer, clerk):
    register()
    held = opened(clerk)
    assert held.code in officer.get("/tracing/").content.decode()
    page = officer.post(
        f"/tracing/request/{held.id}/closing/", {"outcome": "by themselves"}, follow=True
    )
    assert f"/request/{held.id}/" not in page.content.decode()
    assert held.code in officer.get("/tracing/?state=closed").content.decode()
    address = page.content.decode().partition('action="/tracing/undo/')[2].partition('"')[0]
    officer.post(f"/tracing/undo/{address}")
    assert TracingRequest.objects.get().closed_at == 0


def test_a_closing_names_its_outcome_and_happens_once(officer, clerk):
    register()
    held = opened(clerk)
    answer = officer.post(f"/tracing/request/{held.id}/closing/", {"outcome": ""})
    assert "Choose how it ended." in answer.content.decode()
    assert isinstance(close_request(held.id, "gone", clerk), Refusal)
    assert not isinstance(close_request(held.id, "withdrawn", clerk), Refusal)
    assert (
        str(close_request(held.id, "withdrawn", clerk)) == f"Request {held.code} is already closed."
    )
    assert isinstance(close_request("nothing", "withdrawn", clerk), Refusal)


def test_a_request_ends_as_found_only_when_somebody_was_told(clerk):
    register()
    held = opened(clerk)
    assert "Nobody was told yet" in str(close_request(held.id, "found", clerk))


def test_the_list_is_paged_and_says_when_it_is_empty(officer, clerk):
    assert "Nobody is looked for" in officer.get("/tracing/").content.decode()
    assert "No request is closed yet" in officer.get("/tracing/?state=closed").content.decode()
    register()
    for _ in range(26):
        opened(clerk)
    assert "Page 1 of 2" in officer.get("/tracing/").content.decode()


@pytest.mark.parametrize("address", ["/tracing/", ADDRESS, "/tracing/request/{held}/"])
def test_a_page_asks_the_database_eight_times_at_most(officer, clerk, asks_at_most, address):
    register()
    held = opened(clerk)
    officer.get(address.format(held=held.id))  # the matcher is asked once for every entry
    with asks_at_most(8):
        assert officer.get(address.format(held=held.id)).status_code == 200


def test_a_request_nobody_looked_at_asks_eight_times_at_most(officer, clerk, asks_at_most):
    register()
    held = opened(clerk, names=Names(own="Omar", father="Karim", family="Jubouri"))
    officer.get("/tracing/")
    with asks_at_most(8):
        assert officer.get(f"/tracing/request/{held.id}/").status_code == 200


def test_an_unknown_request_is_not_found(officer):
    assert officer.get("/tracing/request/nothing/").status_code == 404
