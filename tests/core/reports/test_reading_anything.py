"""Whatever is pasted, the reader answers, and every claim cites exactly the words it came from."""

import random
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from serai.core.reports import read
from serai.core.reports.citation import faults
from serai.core.reports.encodings import decoded
from serai.core.reports.pages import words_of
from serai.core.reports.reader import spans
from serai.core.reports.unseen_signs import PASSED_OVER

WORDS = st.sampled_from(
    [
        "people",
        "families",
        "fled",
        "killed",
        "wounded",
        "arrived",
        "in",
        "Hajin",
        "from",
        "to",
        "Al-Hol",
        "camp",
        "said",
        "the",
        "UN",
        "SDF",
        "more",
        "than",
        "about",
        "between",
        "and",
        "400",
        "1,200",
        "two",
        "dozen",
        "thousands",
        "hundreds",
        "of",
        "15",
        "trucks",
        "with",
        "40",
        "each",
        "percent",
        "per",
        "day",
        "on",
        "Monday",
        "January",
        "20",
        "2019",
        "last",
        "night",
        "since",
        "(",
        ")",
        ",",
        ".",
        '"',
        "”",
        "“",
        "'",
        "—",
        "-",
        ":",
        ";",
        "|",
        "•",
        "\u200b",
        "\u202e",
        "١٢٣",
        "ألف",
        "نازح",
        "3-4km",
        "$100",
        "24-year-old",
        "%s",
        "&amp;",
        "<b>",
        "most",
        "of",
        "them",
        "5.3",
        "million",
        "half",
        "a",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_claim_of_any_words_cites_its_own_numbers(text: str) -> None:
    reading = read(text)
    for claim in reading.claims:
        assert reading.text[claim.start : claim.end] == claim.quote
        assert faults(text, claim) == []
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for claim in read(text).claims:
        assert text[claim.start : claim.end] == claim.quote


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_of_any_encoding_are_read_as_a_page_or_as_words(raw: bytes) -> None:
    text, _ = words_of(decoded(raw))
    read(text)
    read(decoded(raw))


def test_numbers_of_thirty_digits_are_no_figures() -> None:
    reading = read("At least 123456789012345678901234567890 people fled.")
    assert reading.claims == ()
    assert any("too long to be a count" in one for one in reading.problems)
    assert read("See https://example.org/?id=12345678901234567890.").problems == ()


def test_scripts_and_menus_of_a_page_are_not_read() -> None:
    page = (
        "<html><head><title>Flight</title><script>var killed=500;</script></head><body>"
        "<nav>300 people killed</nav><p>About 45 people fled Hajin.</p>"
        "<footer>Copyright 2023</footer></body></html>"
    )
    text, title = words_of(page)
    assert title == "Flight"
    assert [claim.quote for claim in read(text).claims] == ["About 45 people"]


def test_a_long_paste_is_read_in_reasonable_time() -> None:
    shuffled = random.Random(7).choices(
        ["people", "fled", "400", "Hajin", "said", ",", "the", "of", "a", "(", "-", "Al"], k=4000
    )
    assert read(" ".join(shuffled)).text


UNSEEN = ("", "\u200b", "\u200e", "\u2060\u200b", "\u202e", "\u00ad")
SEEN = (
    "On 7 March 12,000 people fled Hajin. Officials said 1200 people had arrived at the camp by"
    " Friday, of whom 35 were injured.\nوصل 1500 نازح إلى المخيم. Mines killed 14 people in Susah."
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(UNSEEN), min_size=20, max_size=20))
def test_signs_nobody_sees_inside_numbers_change_no_figure_and_no_citation(
    signs: list[str],
) -> None:
    turn = iter(signs)
    hidden = re.sub(r"(?<=\d)(?=[\d,])", lambda _: next(turn, ""), SEEN)
    seen, found = read(SEEN), read(hidden)
    assert [(one.kind, one.low, one.high) for one in found.claims] == [
        (one.kind, one.low, one.high) for one in seen.claims
    ]
    assert len(seen.claims) == 5
    assert found.text == hidden
    for one in found.claims:
        assert hidden[one.start : one.end] == one.quote
        assert faults(hidden, one) == []
    assert [hidden[one.start : one.end] for one in found.hazards] == [
        one.quote for one in found.hazards
    ]
    assert (PASSED_OVER in found.problems) == (hidden != SEEN)
