"""The coordinator takes public reports in: pasted, as files, several at once, or not at all."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from tests.situation.reporting import COORDINATOR, IRC, OCHA, claims_of, report

from serai.core.refusal import Refusal
from serai.registry.models import Balance, PostingLeg
from serai.situation import commands
from serai.situation.commands import ReportDraft, take_in
from serai.situation.models import Claim, Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in):
    return signed_in("situation")


def sent(client, **typed):
    return client.post("/situation/reports/new/", {"source": "IRC", **typed})


def page(answer) -> str:
    return answer.content.decode()


def test_pasted_words_are_kept_and_every_figure_waits_with_its_words(client):
    answer = sent(client, text=IRC, reported_on="2019-03-08", title="Two days")
    held = Report.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == f"/situation/reports/{held.id}/"
    assert (held.text, held.source, held.reported_on, held.dated_by) == (
        IRC, "IRC", "2019-03-08", "typed",
    )  # fmt: skip
    claims = claims_of(held.id)
    assert [one.low for one in claims] == [12_000, 6_000, 65_000]
    assert all(IRC[one.start : one.end] == one.quote for one in claims)
    assert {one.state for one in claims} == {"waiting"}


def test_a_report_changes_no_account_of_people(operation):
    operation.arrived("al-hol", woman=40)
    before = list(Balance.objects.order_by("id").values_list("id", "count"))
    legs = PostingLeg.objects.count()
    report()
    assert list(Balance.objects.order_by("id").values_list("id", "count")) == before
    assert PostingLeg.objects.count() == legs


def test_the_day_is_read_from_the_dateline_when_nobody_types_it(client):
    sent(client, text=f"AL-HOL, 8 March 2019 - {IRC}")
    held = Report.objects.get()
    assert (held.reported_on, held.dated_by) == ("2019-03-08", "dateline")


def test_a_report_without_a_day_is_refused_and_nothing_typed_is_lost(client):
    answer = sent(client, text="Some 400 people fled Hajin.", title="Fled")
    assert answer.status_code == 422
    assert "it is never guessed" in page(answer)
    assert "Some 400 people fled Hajin." in page(answer)
    assert not Report.objects.exists()


def test_a_report_of_tomorrow_is_refused_with_the_day(client):
    tomorrow = localdate() + timedelta(days=1)
    answer = sent(client, text=IRC, reported_on=tomorrow.isoformat())
    assert answer.status_code == 422
    assert f"{tomorrow}, a day still to come" in page(answer)
    assert not Report.objects.exists()


def test_a_day_that_is_no_day_is_refused(client):
    answer = sent(client, text=IRC, reported_on="the eighth")
    assert answer.status_code == 422
    assert "This is no day" in page(answer)


def test_the_same_words_twice_are_refused_with_where_they_are(client):
    first = report(title="Two days")
    answer = sent(client, text=IRC.replace(". ", ".\n\n"), reported_on="2019-03-09")
    assert answer.status_code == 422
    assert "This text is in already: Two days, IRC" in page(answer)
    assert f"/situation/reports/{first}/" in page(answer)
    assert Report.objects.count() == 1


def test_sending_the_form_twice_takes_the_report_in_once(client):
    typed = {"text": IRC, "reported_on": "2019-03-08", "operation": "once"}
    sent(client, **typed)
    again = sent(client, **typed)
    assert again.status_code in (302, 303)
    assert Report.objects.count() == 1


def test_nothing_pasted_and_no_file_is_refused(client):
    answer = sent(client, text="   ", reported_on="2019-03-08")
    assert answer.status_code == 422
    assert "There is nothing to read." in page(answer)


def test_who_published_it_must_be_said(client):
    answer = sent(client, text=IRC, source=" ", reported_on="2019-03-08")
    assert answer.status_code == 422
    assert "Write who published the report." in page(answer)


def test_an_address_that_is_no_web_address_is_refused(client):
    answer = sent(client, text=IRC, reported_on="2019-03-08", address="javascript:alert(1)")
    assert answer.status_code == 422
    assert "begins with https:// or http://" in page(answer)
    assert not Report.objects.exists()


def test_a_report_longer_than_the_limit_is_refused_with_the_limit():
    text = "At least 12 people arrived. " * 8_000
    answer = take_in(ReportDraft(text=text, source="IRC"), COORDINATOR)
    assert isinstance(answer, Refusal)
    assert str(commands.REPORT_LETTERS_MAX) in str(answer)


def test_a_page_full_of_figures_is_read_up_to_the_limit_and_says_so():
    lines = [f"On 7 March {n} people arrived at Al-Hol camp." for n in range(1_001, 2_401)]
    held = Report.objects.get(id=report("\n".join(lines)))
    assert held.figures == 1_000
    assert "only the first 1000 figures were kept" in held.problems


def test_letters_that_nobody_can_see_do_not_reach_the_journal(client):
    sent(client, text=IRC.replace("12,000", "12,\u200b000\x00"), reported_on="2019-03-08")
    assert Report.objects.get().text == IRC


def test_a_saved_page_brings_its_words_and_its_own_day(client):
    saved = (
        '<html><head><title>Two days</title><meta property="article:published_time" '
        f'content="2019-03-08T12:00:00Z"></head><body><article><p>{IRC}</p></article></body></html>'
    )
    file = SimpleUploadedFile("two-days.html", saved.encode(), "text/html")
    sent(client, papers=[file])
    held = Report.objects.get()
    assert (held.title, held.file) == ("Two days", "two-days.html")
    assert (held.reported_on, held.dated_by) == ("2019-03-08", "document")
    assert "12,000 people" in held.text
    assert "<p>" not in held.text


def test_of_several_files_the_good_ones_come_in_and_each_other_says_why(client):
    files = [
        SimpleUploadedFile("irc.txt", IRC.encode()),
        SimpleUploadedFile("again.txt", IRC.encode()),
        SimpleUploadedFile("empty.txt", b""),
        SimpleUploadedFile("ocha.txt", OCHA.encode()),
        SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9),
    ]
    answer = sent(client, papers=files, reported_on="2019-03-08")
    assert answer.status_code == 422
    told = page(answer)
    assert "2 of 5 came in" in told
    assert "This text is in already" in told
    assert "empty.txt is empty" in told
    assert "photo.jpg" in told
    assert sorted(Report.objects.values_list("file", flat=True)) == ["irc.txt", "ocha.txt"]


def test_more_files_than_a_form_takes_are_refused(client):
    files = [SimpleUploadedFile(f"{n}.txt", IRC.encode()) for n in range(21)]
    answer = sent(client, papers=files, reported_on="2019-03-08")
    assert answer.status_code == 422
    assert "up to 20 files" in page(answer)
    assert not Report.objects.exists()


def test_a_replaced_report_leaves_and_its_words_come_in_with_another_day(client):
    first = report(on="2019-03-09")
    answer = client.get("/situation/reports/new/", {"replaces": first})
    assert IRC in page(answer)
    answer = client.post(
        f"/situation/reports/new/?replaces={first}",
        {"text": IRC, "source": "IRC", "reported_on": "2019-03-08", "supersedes": first},
    )
    assert answer.status_code == 303
    old, fresh = Report.objects.get(id=first), Report.objects.exclude(id=first).get()
    assert (old.standing, old.replaced_by, fresh.standing) == (False, fresh.id, True)
    assert not Claim.objects.filter(report=first, standing=True).exists()
    assert Claim.objects.filter(report=fresh.id, standing=True).count() == 3


def test_the_list_says_what_waits_and_what_to_do_when_there_is_nothing(client):
    assert "No report yet" in page(client.get("/situation/reports/"))
    report(title="Two days")
    told = page(client.get("/situation/reports/"))
    assert "Two days" in told
    assert "3 figures" in told


def test_the_pages_ask_the_database_little(client, asks_at_most):
    identity = report()
    for address in ("", "new/", f"{identity}/", "waiting/", "comparisons/"):
        client.get(f"/situation/reports/{address}")
        with asks_at_most(8):
            assert client.get(f"/situation/reports/{address}").status_code == 200


def test_a_browser_does_not_cut_a_long_paste_short(client):
    form = client.get("/situation/reports/new/").content.decode()
    field = form[form.index("<textarea") : form.index("</textarea>")]
    assert "maxlength" not in field
    answer = sent(client, text="At least 12 people arrived. " * 8_000, reported_on="2019-03-08")
    assert answer.status_code == 422
    assert str(commands.REPORT_LETTERS_MAX) in page(answer)
    assert not Report.objects.exists()


def test_a_number_of_thirty_digits_is_named_as_left_out(client):
    identity = report("On 7 March 123456789012345678901234567890 people arrived at Al-Hol camp.")
    told = page(client.get(f"/situation/reports/{identity}/"))
    assert "A number in the words has too many digits to be a count" in told
    assert "8 Mar 2019" in told


def test_dangers_of_a_report_are_named_in_words(client):
    identity = report("On 7 March a roadside bomb hit a truck near Hajin.")
    told = page(client.get(f"/situation/reports/{identity}/"))
    assert '<p class="muted">planted bombs' in told
