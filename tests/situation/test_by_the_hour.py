"""Lines of people by the hour, read again only where something was written, are right."""

import pytest

from serai.core.clock import HOUR_MS
from serai.journal.store import Author
from serai.registry.commands import reverse
from serai.situation import by_the_hour
from serai.situation.by_the_hour import lines_of
from serai.situation.remembered import journal_state

pytestmark = pytest.mark.django_db
ASIDE = ("hospital", "screening")


def anew() -> dict:
    """The lines as somebody reads them who remembers nothing."""
    kept, by_the_hour._kept[:] = list(by_the_hour._kept), []
    found = lines_of(journal_state(), ASIDE)
    by_the_hour._kept[:] = kept
    return {key: line for key, line in found.lines.items() if any(line.sums)}


def brought_forward() -> dict:
    found = lines_of(journal_state(), ASIDE)
    return {key: line for key, line in found.lines.items() if any(line.sums)}


def test_what_is_posted_now_or_long_ago_reaches_the_lines(operation):
    operation.arrived("reception", hours=30, man=4)
    assert brought_forward() == anew()
    operation.arrived("reception", hours=30, woman=3)  # in an hour that is read already
    operation.arrived("al-hol", hours=2, unknown=7)
    kept = brought_forward()
    assert kept == anew()
    assert kept["came", "reception", ""].sums[-1] == 7
    assert kept["came", "al-hol", ""].until(operation.hours_ago(1) // HOUR_MS + 1) == 7


def test_a_question_more_is_asked_only_for_the_hours_written_to(operation, asks_at_most):
    operation.arrived("reception", hours=30, man=4)
    lines_of(journal_state(), ASIDE)
    operation.arrived("reception", hours=3, man=2)
    state = journal_state()
    with asks_at_most(2):  # what was written, and its hours
        lines_of(state, ASIDE)
    with asks_at_most(0):
        lines_of(state, ASIDE)


def test_a_group_taken_back_leaves_the_hour_it_was_counted_in(operation):
    group = operation.arrived("reception", hours=30, man=4)
    operation.arrived("reception", hours=30, man=1)
    lines_of(journal_state(), ASIDE)
    reverse(group, "twice", Author("karim", "reception"))
    kept = brought_forward()
    assert kept == anew()
    assert kept["group", "reception", ""].sums[-1] == 1


def test_other_places_aside_are_read_anew(operation):
    operation.arrived("reception", hours=30, man=4)
    lines_of(journal_state(), ())
    assert lines_of(journal_state(), ASIDE).aside == ASIDE
