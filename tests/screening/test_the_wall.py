"""Why somebody was taken aside is read by screening and tracing, and by no other room."""

import pytest
from tests.a_family import register
from tests.screening.test_separation import draft

from serai.screening.commands import separate

pytestmark = pytest.mark.usefixtures("station")
SECRET = "Zebra reason nobody else reads"
DECIDER = "Zebra authority nobody else reads"
ELSEWHERE = (
    ("reception", "/reception/"),
    ("registration", "/registration/"),
    ("registration", "/registration/household/jubouri/"),
    ("registration", "/registration/{token}/"),
    ("relief", "/relief/?token={token}"),
    ("camp", "/camp/"),
    ("camp", "/camp/household/jubouri/"),
    ("care", "/care/household/jubouri/"),
    ("care", "/care/person/jubouri-father/"),
    ("convoys", "/convoys/"),
    ("situation", "/situation/"),
    ("tracing", "/tracing/"),
    ("tracing", "/tracing/family/jubouri/"),
)


@pytest.fixture
def token(clerk) -> str:
    code = register()
    assert separate(draft(reason=SECRET, authority=DECIDER), clerk)
    return code


@pytest.mark.parametrize(("room", "address"), ELSEWHERE)
def test_no_other_rooms_page_holds_the_reason(signed_in, token, room, address):
    page = signed_in(room, place="reception").get(address.format(token=token), follow=True)
    assert page.status_code in (200, 404, 422)
    assert "Zebra" not in page.content.decode()


def test_tracing_reads_it_behind_its_own_door(signed_in, token):
    page = signed_in("tracing").get("/tracing/family/jubouri/reasons/")
    assert SECRET in page.content.decode()


def test_whoever_runs_the_machine_does_not_open_that_door(signed_in, token):
    client = signed_in("tracing", role="administrator")
    assert client.get("/tracing/family/jubouri/reasons/").status_code == 403
    page = client.get("/tracing/family/jubouri/").content.decode()
    assert "/reasons/" not in page


def test_the_family_page_says_elsewhere_since_and_review_on(signed_in, token):
    page = signed_in("tracing", place="reception").get("/tracing/family/jubouri/").content.decode()
    assert "apart on record" in page
    assert "review on" in page


def test_no_shared_table_holds_the_reason(token):
    from django.apps import apps

    for model in apps.get_app_config("registry").get_models():
        for row in model.objects.values_list():
            assert "Zebra" not in str(row), model


def test_no_screening_field_judges_anybody():
    from serai.screening.models import Screening, SeparationReason

    words = ("score", "risk", "suspicion", "threat", "watch", "match")
    for model in (Screening, SeparationReason):
        for field in model._meta.get_fields():
            assert not any(word in field.name for word in words), field.name
