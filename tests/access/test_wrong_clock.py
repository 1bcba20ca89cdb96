"""A computer whose clock is a year off: the header says it, and entries save all the same."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from serai.core.clock import DAY_MS, MINUTE_MS, from_ms
from serai.journal.verify import verify
from serai.registry.models import Arrival

SignedIn = Callable[..., Client]
YEAR_MS = 365 * DAY_MS
DOUBT = "The clock of this station"


@pytest.fixture
def clock_off(
    signed_in: SignedIn, now_ms: int, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], Client]:
    """`clock_off(YEAR_MS)`: a browser at a gate whose computer is that far ahead."""

    user = signed_in("reception").get("/").wsgi_request.user

    def turned(by_ms: int) -> Client:
        monkeypatch.setenv("SERAI_NOW_MS", str(now_ms + by_ms))
        browser = Client()  # a clock that jumps ends every older sign-in
        browser.force_login(user)
        return browser

    return turned


@pytest.mark.parametrize("by_ms", [-YEAR_MS, YEAR_MS])
def test_a_clock_a_year_off_is_told_with_both_times_and_entries_still_save(
    clock_off: Callable[[int], Client], now_ms: int, by_ms: int
) -> None:
    gate = clock_off(by_ms)
    page = gate.get("/reception/").content.decode()
    assert DOUBT in page
    assert (from_ms(now_ms) + timedelta(milliseconds=by_ms)).strftime("%Y") in page
    assert from_ms(now_ms).strftime("%Y") in page
    assert ("Set the clock, then load" if by_ms < 0 else "Compare it with a watch") in page
    assert gate.post("/reception/", {"total": "43"}).status_code == 303
    assert Arrival.objects.get().total == 43
    assert verify().differences == ()


@pytest.mark.parametrize("by_ms", [-9 * MINUTE_MS, 0, 29 * DAY_MS])
def test_a_clock_that_may_be_right_is_left_alone(
    clock_off: Callable[[int], Client], by_ms: int
) -> None:
    assert DOUBT not in clock_off(by_ms).get("/reception/").content.decode()


@pytest.mark.parametrize("by_ms", [-11 * MINUTE_MS, 31 * DAY_MS])
def test_eleven_minutes_back_or_a_month_of_silence_is_said(
    clock_off: Callable[[int], Client], by_ms: int
) -> None:
    assert DOUBT in clock_off(by_ms).get("/reception/").content.decode()


def test_the_sentence_leaves_with_the_first_entry_after_a_long_silence(
    clock_off: Callable[[int], Client],
) -> None:
    gate = clock_off(31 * DAY_MS)
    gate.post("/reception/", {"total": "1"})
    assert DOUBT not in gate.get("/reception/").content.decode()


def test_who_is_not_signed_in_is_not_bothered_with_it(
    clock_off: Callable[[int], Client], client: Client
) -> None:
    clock_off(-YEAR_MS)
    assert DOUBT not in client.get("/", follow=True).content.decode()
