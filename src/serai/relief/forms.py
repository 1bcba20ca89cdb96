"""What the relief desk types: what to hand out, deliveries, losses, counts, entitlements."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.core.events import Item
from serai.core.relief import PERIOD_DAYS_MAX, QUANTITY_MAX, QUANTITY_PER_GRANT_MAX
from serai.relief.drafts import EntitlementDraft, HandoutDraft
from serai.relief.models import Entitlement
from serai.web.forms import Form

TOKEN_LETTERS_MAX = 80
ID_LETTERS_MAX = 60
REASON_LETTERS_MAX = 200
NAME_LETTERS_MAX = 80
UNIT_LETTERS_MAX = 40
Choices = Iterable[tuple[str, str]]


class HandoutForm(Form):
    """What goes to one household now. `reason` is filled to give something a second time."""

    household = forms.CharField(max_length=ID_LETTERS_MAX, widget=forms.HiddenInput)
    token = forms.CharField(required=False, max_length=TOKEN_LETTERS_MAX, widget=forms.HiddenInput)
    entitlements = forms.MultipleChoiceField(required=False)
    collected_by = forms.CharField(required=False, max_length=ID_LETTERS_MAX)
    reason = forms.CharField(required=False, max_length=REASON_LETTERS_MAX)

    def __init__(self, *args: Any, given: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("entitlements", given)

    def draft(self, place: str, may_repeat: bool) -> HandoutDraft:
        """The hand-out; only some may override a refusal."""
        typed = self.cleaned_data
        return HandoutDraft(
            household=typed["household"],
            place=place,
            entitlements=tuple(typed["entitlements"]),
            token=typed["token"],
            collected_by=typed["collected_by"],
            reason=typed["reason"] if may_repeat else "",
        )


class GoodsForm(Form):
    """A quantity of one item. Bases of the stock forms add what else they need."""

    item = forms.ChoiceField(label=_("What"))
    quantity = forms.IntegerField(label=_("How much"), min_value=1, max_value=QUANTITY_MAX)

    def __init__(self, *args: Any, items: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("item", items)

    def goods(self) -> Item:
        """The item and its quantity."""
        return Item(self.cleaned_data["item"], self.cleaned_data["quantity"])


class DeliveryForm(GoodsForm):
    """Goods that came from a supplier."""

    reason = forms.CharField(
        label=_("Supplier, waybill"), required=False, max_length=REASON_LETTERS_MAX
    )


class LossForm(GoodsForm):
    """Goods that were lost, damaged or found."""

    what = forms.ChoiceField(
        label=_("What happened"),
        choices=(("lost", _("Lost")), ("damaged", _("Damaged")), ("found", _("Found"))),
        widget=forms.RadioSelect,
        initial="lost",
    )
    reason = forms.CharField(label=_("How"), required=False, max_length=REASON_LETTERS_MAX)


class TransferForm(GoodsForm):
    """Goods that go to the store of another place."""

    target = forms.ChoiceField(label=_("Where to"))
    reason = forms.CharField(
        label=_("Truck, waybill"), required=False, max_length=REASON_LETTERS_MAX
    )

    def __init__(self, *args: Any, places: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("target", places)


class StoreCountForm(GoodsForm):
    """How much of an item was counted in the store; nothing is an answer too."""

    quantity = forms.IntegerField(label=_("Counted"), min_value=0, max_value=QUANTITY_MAX)


class EntitlementForm(Form):
    """What everybody is due of one item."""

    name = forms.CharField(label=_("Name, as read out at the desk"), max_length=NAME_LETTERS_MAX)
    name_ar = forms.CharField(
        label=_("Name in Arabic"), required=False, max_length=NAME_LETTERS_MAX
    )
    unit = forms.CharField(
        label=_("One of it is called"),
        max_length=UNIT_LETTERS_MAX,
        help_text=_("litre, blanket, gram: whole ones are counted."),
    )
    quantity = forms.IntegerField(
        label=_("How many"),
        min_value=0,
        max_value=QUANTITY_PER_GRANT_MAX,
        help_text=_("0 ends it."),
    )
    per = forms.ChoiceField(
        label=_("For each"),
        choices=(("person", _("person")), ("household", _("household"))),
        widget=forms.RadioSelect,
        initial="person",
    )
    period_days = forms.IntegerField(
        label=_("Again after how many days"),
        min_value=0,
        max_value=PERIOD_DAYS_MAX,
        help_text=_("1 is daily, 7 weekly, 0 once in all."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name", "name_ar", "unit"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def draft(self, row: Entitlement | None, item: str) -> EntitlementDraft:
        """The entitlement anew; its item never changes, so the store keeps its books."""
        typed = self.cleaned_data
        return EntitlementDraft(
            entitlement=row.id if row else "",
            item=row.item if row else item,
            name=typed["name"],
            name_ar=typed["name_ar"],
            unit=typed["unit"],
            per=typed["per"],
            quantity=typed["quantity"],
            period_days=typed["period_days"],
        )
