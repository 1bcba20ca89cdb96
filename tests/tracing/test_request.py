"""A family asks for a missing member; the request is worked down and closed."""

from datetime import timedelta

import pytest
from tests.a_family import FATHER, MOTHER, SON, register, who

from serai.core.events import Sought
from serai.core.ids import station_mark
from serai.core.people import Names
from serai.core.refusal import Refusal
from serai.journal.identity import this_station
from serai.registry.deaths import record_death
from serai.registry.members import today
from serai.tracing.commands import RequestDraft, close_request, open_request
from serai.tracing.models import TracingRequest

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = "/tracing/family/jubouri/request/"
FORM = {
    "own": "Samir",
    "father": "Karim",
    "family": "Jubouri",
    "relation": "sibling",
    "sex": "male",
    "age": "~30",
    "last_seen_place": "the river crossing",
    "last_seen_on": "2019-02-03",
    "marks": "a scar on the left hand",
    "inquirer": who(FATHER),
    "circumstances": "taken off the truck",
}


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def draft(**sought: object) -> RequestDraft:
    given = {"names": Names(own="Samir"), **sought}
    return RequestDraft(household="jubouri", sought=Sought(**given), inquirer=who(FATHER))


def opened(clerk, **sought: object) -> TracingRequest:
    assert not isinstance(open_request(draft(**sought), clerk), Refusal)
    return TracingRequest.objects.latest("id")


def test_a_request_keeps_what_the_family_says(officer):
    register()
    answer = officer.post(ADDRESS, FORM)
    assert answer.status_code == 303
    held = TracingRequest.objects.get()
    assert (held.own, held.relation, held.last_seen_on) == ("Samir", "sibling", "2019-02-03")
    assert '"estimated"' in held.age
    assert not held.may_share, "nothing is shared unless the family agrees"
    page = officer.get(answer.url).content.decode()
    assert "a scar on the left hand" in page
    assert "the river crossing" in page


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
        ({"sex": "none"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(officer, changes, sentence):
    register()
    answer = officer.post(ADDRESS, {**FORM, **changes})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="a scar on the left hand"' in page
    assert not TracingRequest.objects.exists()


def test_nobody_was_last_seen_in_the_future(officer):
    register()
    tomorrow = (today() + timedelta(days=1)).isoformat()
    answer = officer.post(ADDRESS, {**FORM, "last_seen_on": tomorrow})
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
    missing = RequestDraft("jubouri", Sought(names=Names(own="Hasan"), person=who(FATHER)))
    assert str(open_request(missing, clerk)) == "Hasan is written down as dead."


def test_whoever_asks_belongs_to_the_family(clerk):
    register()
    register("tamimi", number=2)
    asked = RequestDraft("jubouri", Sought(names=Names(own="A")), inquirer=who(MOTHER, "tamimi"))
    assert isinstance(open_request(asked, clerk), Refusal)
    assert isinstance(
        open_request(RequestDraft("none", Sought(names=Names(own="A"))), clerk), Refusal
    )
    myself = Sought(names=Names(own="Hasan"), person=who(FATHER))
    assert isinstance(open_request(RequestDraft("jubouri", myself, who(FATHER)), clerk), Refusal)


def test_a_closed_request_leaves_the_list_and_can_be_taken_back(officer, clerk):
    register()
    held = opened(clerk)
    assert held.code in officer.get("/tracing/").content.decode()
    page = officer.post(f"/tracing/request/{held.id}/", {"outcome": "found"}, follow=True)
    assert f"/request/{held.id}/" not in page.content.decode()
    assert held.code in officer.get("/tracing/?state=closed").content.decode()
    address = page.content.decode().partition('action="/tracing/undo/')[2].partition('"')[0]
    officer.post(f"/tracing/undo/{address}")
    assert TracingRequest.objects.get().closed_at == 0


def test_a_closing_names_its_outcome_and_happens_once(officer, clerk):
    register()
    held = opened(clerk)
    answer = officer.post(f"/tracing/request/{held.id}/", {"outcome": ""})
    assert "Choose how it ended." in answer.content.decode()
    assert isinstance(close_request(held.id, "gone", clerk), Refusal)
    assert not isinstance(close_request(held.id, "withdrawn", clerk), Refusal)
    assert str(close_request(held.id, "found", clerk)) == f"Request {held.code} is already closed."
    assert isinstance(close_request("nothing", "found", clerk), Refusal)


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
    with asks_at_most(8):
        assert officer.get(address.format(held=held.id)).status_code == 200


def test_an_unknown_request_is_not_found(officer):
    assert officer.get("/tracing/request/nothing/").status_code == 404
