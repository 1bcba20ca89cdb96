"""A family with all its links, whole and broken."""

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.screening.test_separation import draft

from serai.core.events import MovementRecorded
from serai.core.ledger import moved
from serai.journal.store import writing
from serai.registry.deaths import record_death
from serai.registry.members import today
from serai.screening.commands import separate
from serai.tracing.queries import family

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = "/tracing/family/jubouri/"


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing", place="reception")


def states() -> dict[str, str]:
    found = family("jubouri", "reception", today())
    assert found is not None
    return {one.person.id.partition("-")[2]: one.state for one in found.members}


def test_a_token_or_a_name_finds_the_family(officer):
    token = register()
    assert officer.get("/tracing/", {"q": token}).url == ADDRESS
    assert ADDRESS in officer.get("/tracing/", {"q": "omar kar"}).content.decode()


def test_each_member_is_here_apart_dead_or_elsewhere(officer, clerk):
    register()
    separate(draft(), clerk)
    record_death(who(MOTHER), "reception", "", "a nurse", clerk)
    with writing(clerk) as pen:
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("reception", "suwar", [who(SON)])))
    assert states() == {FATHER: "apart", MOTHER: "dead", SON: "elsewhere", DAUGHTER: "here"}
    page = officer.get(ADDRESS).content.decode()
    assert "This family stands in more than one place:" in page
    assert "Suwar transit site" in page


def test_somebody_on_the_road_is_on_the_road(clerk):
    register()
    everyone = [who(one) for one in (FATHER, MOTHER, SON, DAUGHTER)]
    with writing(clerk) as pen:
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("reception", "convoy:C1", everyone)))
    assert set(states().values()) == {"road"}


def test_somebody_taken_from_where_the_books_did_not_have_them_is_shown(officer, clerk):
    register()
    with writing(clerk) as pen:
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("suwar", "al-hol", [who(SON)])))
    page = officer.get(ADDRESS).content.decode()
    assert "was taken from a place where the books did not have them" in page


def test_a_member_who_is_not_here_can_be_looked_for_with_one_tap(officer, clerk):
    register()
    separate(draft(target="a prison"), clerk)
    address = f"{ADDRESS}request/?person={who(FATHER)}"
    assert f'href="{address}"' in officer.get(ADDRESS).content.decode()
    page = officer.get(address).content.decode()
    assert 'value="Hasan"' in page


def test_a_family_in_one_place_is_not_called_broken(officer):
    register()
    assert "in more than one place" not in officer.get(ADDRESS).content.decode()


def test_an_unknown_family_or_token_is_answered(officer):
    assert officer.get("/tracing/family/nobody/").status_code == 404
    assert officer.get("/tracing/", {"q": "7K00-019C"}).status_code == 422


def test_the_page_asks_the_database_eight_times_at_most(officer, clerk, asks_at_most):
    register()
    separate(draft(), clerk)
    officer.get("/tracing/")  # the first page of a shift also notes that it began
    with asks_at_most(8):
        assert officer.get(ADDRESS).status_code == 200
    with asks_at_most(8):
        assert officer.get(f"{ADDRESS}reasons/").status_code == 200
