"""Taking back what one tap wrote: every event of it, or none."""

from collections.abc import Sequence

from serai.core.events import Body
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import event_by_id
from serai.journal.store import Author, Pen, writing
from serai.registry.commands import reverse_with

CAUSE = "undo"


class _NotTakenBack(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal


def take_back(
    events: Sequence[str], kinds: tuple[type[Body], ...], author: Author, operation: str = ""
) -> str | Refusal:
    """Reverses the events, newest first; `kinds` are those the room may take back.

    Answers the first event's id.
    """
    try:
        with writing(author, operation) as pen:
            for event in reversed(events):
                _reverse_one(event, kinds, pen)
            return events[0] if events else ""
    except _NotTakenBack as stopped:
        return stopped.refusal


def _reverse_one(event: str, kinds: tuple[type[Body], ...], pen: Pen) -> None:
    found = event_by_id(event)
    if found is None or not isinstance(found.body, kinds):
        raise _NotTakenBack(Refusal(gettext_noop("This was not written in this room.")))
    outcome = reverse_with(pen, event, CAUSE)
    if isinstance(outcome, Refusal):
        raise _NotTakenBack(outcome)
