"""The store's pages: what stands there, deliveries, losses, transfers, counts."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.core.relief import DAMAGED, FOUND, LOST, STORE, SUPPLIER, store_account
from serai.relief import commands, stores
from serai.relief.forms import DeliveryForm, GoodsForm, LossForm, StoreCountForm, TransferForm
from serai.relief.stores import Move
from serai.web.answers import done, not_done, refused, stands_on, undone

ROWS_PER_PAGE = 25
FORM_PAGE = "relief/stock_form.html"

TITLES: dict[str, Promise] = {
    "delivery": gettext_lazy("A delivery came"),
    "loss": gettext_lazy("Lost, damaged or found"),
    "transfer": gettext_lazy("Send to another store"),
    "count": gettext_lazy("Count the store"),
}
OUTSIDE_WORDS: dict[str, Promise] = {
    SUPPLIER: gettext_lazy("delivered"),
    LOST: gettext_lazy("lost"),
    DAMAGED: gettext_lazy("damaged"),
    FOUND: gettext_lazy("found"),
}


@room("relief")
def stock(request: RoomRequest) -> HttpResponse:
    """What stands in every store, what came and went here, and the last counts."""
    held, items = stores.stores(), stores.items()
    page = Paginator(stores.MovesAt(request.place), ROWS_PER_PAGE).get_page(request.GET.get("page"))
    here, name_of = held.pop(request.place, {}), house(request).name_of
    context = {
        "here": [(items.get(item, item), much) for item, much in sorted(here.items())],
        "others": [
            (place, [(items.get(item, item), much) for item, much in sorted(goods.items())])
            for place, goods in held.items()
        ],
        "moves": [
            (move, items.get(move.item, move.item), _what_happened(move, request.place, name_of))
            for move in page.object_list
        ],
        "store": store_account(request.place),
        "page": page,
        "counts": [
            (line, items.get(line.item, line.item)) for line in stores.counts_at(request.place)
        ],
    }
    return render(request, "relief/stock.html", context)


@room("relief")
def delivery(request: RoomRequest) -> HttpResponse:
    """Goods came from a supplier."""
    form = DeliveryForm(request.POST or None, items=stores.items().items())

    def save() -> object:
        reason = form.cleaned_data["reason"]
        goods = [form.goods()]
        return commands.receive_delivery(
            request.place, goods, reason, request.author, form.operation
        )

    return _answer(request, "delivery", form, save)


@room("relief")
def loss(request: RoomRequest) -> HttpResponse:
    """Goods were lost, damaged or found."""
    first = {
        name: request.GET[name] for name in ("item", "quantity", "what") if name in request.GET
    }
    form = LossForm(request.POST or None, items=stores.items().items(), initial=first)

    def save() -> object:
        typed = form.cleaned_data
        return commands.record_loss(
            request.place,
            typed["what"],
            form.goods(),
            typed["reason"],
            request.author,
            form.operation,
        )

    return _answer(request, "loss", form, save)


@room("relief")
def transfer(request: RoomRequest) -> HttpResponse:
    """Goods go to another store."""
    others = [(one.id, one.shown) for one in house(request).places if one.id != request.place]
    form = TransferForm(request.POST or None, items=stores.items().items(), places=others)

    def save() -> object:
        typed = form.cleaned_data
        return commands.send_goods(
            request.place,
            typed["target"],
            form.goods(),
            typed["reason"],
            request.author,
            form.operation,
        )

    return _answer(request, "transfer", form, save)


@room("relief")
def count(request: RoomRequest) -> HttpResponse:
    """Somebody counted what stands in the store."""
    form = StoreCountForm(request.POST or None, items=stores.items().items())

    def save() -> object:
        return commands.count_store(request.place, form.goods(), request.author, form.operation)

    return _answer(request, "count", form, save)


@stands_on(lambda event: reverse("relief:stock"))
@room("relief")
@require_POST
def stock_reversal(request: RoomRequest, event: str) -> HttpResponse:
    """Undo: a delivery, a loss or a transfer goes out of the store's books again."""
    outcome = commands.take_move_back(event, request.author)
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "relief:stock")
    return undone(request, _("Taken back."), "relief:stock")


def _answer(
    request: RoomRequest, name: str, form: GoodsForm, save: Callable[[], object]
) -> HttpResponse:
    context = {"form": form, "title": TITLES[name], "name": name}
    if request.method != "POST":
        return render(request, FORM_PAGE, context)
    if not form.is_valid():
        return refused(request, FORM_PAGE, context, form)
    outcome = save()
    if isinstance(outcome, Refusal):
        return refused(request, FORM_PAGE, context, outcome)
    undo = reverse("relief:stock-reversal", args=[outcome]) if isinstance(outcome, str) else ""
    return done(request, _("Written into the store's books."), "relief:stock", undo_url=undo)


def _what_happened(move: Move, here: str, name_of: Callable[[str], str]) -> str:
    account = move.source if move.target == store_account(here) else move.target
    if account in OUTSIDE_WORDS:
        return str(OUTSIDE_WORDS[account])
    sentence = _("came from %(place)s") if account == move.source else _("sent to %(place)s")
    return sentence % {"place": name_of(account.removeprefix(STORE))}
