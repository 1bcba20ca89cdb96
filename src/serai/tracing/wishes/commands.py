"""Writing down that somebody does not want to be found, or no longer says so."""

import msgspec

from serai.core.events import WishRecorded
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.store import Author, writing
from serai.registry.models import Person
from serai.tracing.models import Wish

NOTE_LETTERS_MAX = 500


def record_wish(
    person: str, hidden: bool, note: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes what the person says; answers the event id."""
    with writing(author, operation) as pen:
        if not Person.objects.filter(id=person).exists():
            return Refusal(gettext_noop("No person in the books has this number."))
        held = Wish.objects.filter(id=person).first()
        if bool(held and held.hidden) == hidden:
            return Refusal(
                gettext_noop("This wish is written down already.")
                if hidden
                else gettext_noop("There is no wish to withdraw.")
            )
        refs = msgspec.json.decode(held.live, type=tuple[str, ...]) if held else ()
        body = WishRecorded(
            at=pen.now_ms, person=person, hidden=hidden, note=note.strip()[:NOTE_LETTERS_MAX]
        )
        return pen.append(body, refs=refs)
