"""The camp's end of the road: receiving a convoy, undo, closing the receipt."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.web import receiving

GATE = receiving.Desk(
    "camp/receipt.html", "camp/closing.html", "camp:receipt", "camp:receipt-reversal"
)


@room("camp")
def receipt(request: RoomRequest, convoy: str) -> HttpResponse:
    """Receives a convoy: all of it, all but the marked, the marked, or a family by its token."""
    return receiving.receive(request, GATE, convoy)


@room("camp")
@require_POST
def receipt_reversal(request: RoomRequest, convoy: str, event: str) -> HttpResponse:
    """Undo: puts people back on the road who were received by mistake."""
    return receiving.take_back(request, GATE, convoy, event)


@room("camp")
def closing(request: RoomRequest, convoy: str) -> HttpResponse:
    """Nobody more is expected: shows who is missing, then closes the receipt."""
    return receiving.close(request, GATE, convoy, "camp:camp")
