"""How far a convoy is, in a word."""

from django.utils.translation import gettext as _

from serai.convoys.models import Convoy


def state_words(convoy: Convoy, now_ms: int) -> tuple[str, str]:
    """The shade and the word of a convoy's state at a moment."""
    if convoy.status == "loading":
        return "note", _("Loading")
    if convoy.status == "road":
        return ("bad", _("Overdue")) if convoy.due_at < now_ms else ("wait", _("On the road"))
    if convoy.departed > convoy.received + convoy.gone:
        return "bad", _("Closed, somebody missing")
    return "good", _("Arrived")
