"""How relief names things to people: items and places in the reader's language, local times."""

import re
from collections.abc import Mapping

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from serai.core import script
from serai.core.clock import from_ms
from serai.core.refusal import gettext_noop
from serai.journal import straight
from serai.registry.models import Place
from serai.relief.models import Entitlement
from serai.web.letters import reads_arabic

KEY_LETTERS_MAX = 40
MOMENT = "j M, H:i"
_TO_ITEM = "WHERE item = %s ORDER BY quantity DESC, id LIMIT 1"
# Units that are usual in this work have a translation; any other is shown as it was typed.
UNITS = (
    gettext_noop("litre"), gettext_noop("meal"), gettext_noop("ration"),
    gettext_noop("day's ration"), gettext_noop("parcel"), gettext_noop("kit"),
    gettext_noop("blanket"), gettext_noop("mat"), gettext_noop("container"),
    gettext_noop("can"), gettext_noop("bar of 250 g"),
)  # fmt: skip


def key_of(name: str) -> str:
    """A key for an item from its name, the same at every station; empty without a Latin letter.

    >>> key_of("Food ration (dry)"), key_of("ماء")
    ('food-ration-dry', '')
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:KEY_LETTERS_MAX]


def moment(at_ms: int) -> str:
    """A moment as people say it here."""
    return date_format(timezone.localtime(from_ms(at_ms)), MOMENT)


def name_of(row: Entitlement) -> str:
    """The name of an entitlement in the reader's language."""
    return row.name_ar if reads_arabic() and row.name_ar else row.name


def item_name(item: str) -> str:
    """The name of an item: that of an entitlement to it, else its key."""
    row = straight.first(Entitlement, _TO_ITEM, (item,))
    return name_of(row) if row else item


def with_unit(name: str, unit: str) -> str:
    """A name and what is counted of it."""
    return f"{name} ({gettext(unit)})" if unit else name


def name_or_key(known: Mapping[str, Entitlement], item: str) -> str:
    """The name of an item among known entitlements, else its key."""
    return name_of(known[item]) if item in known else item


def name_in(place: Place) -> str:
    """The name of a place in the reader's language."""
    return script.name_in(place.name, place.name_ar, reads_arabic())


def place_name(place: str) -> str:
    """The name of a place by its id; the id itself where no such place was opened."""
    row = Place.objects.filter(id=place).first()
    return name_in(row) if row else place
