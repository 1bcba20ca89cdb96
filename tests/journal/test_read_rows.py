"""Rows read straight from the driver are what Django's own reading answers."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import Model
from django.test import Client

from serai.access.models import Account
from serai.journal import straight
from serai.registry.models import Place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Place, User, Account, Session])
def test_every_column_means_the_same(
    model: type[Model], station: str, signed_in: Callable[..., Client]
) -> None:
    signed_in("reception")
    expected = list(model._default_manager.order_by("pk").values())
    key = model._meta.pk.column
    found = straight.every(model, f"ORDER BY {key}")
    fields = [field.attname for field in model._meta.concrete_fields]
    assert expected
    assert [{name: getattr(one, name) for name in fields} for one in found] == expected


def test_a_row_that_was_read_can_be_saved(station: str) -> None:
    place = straight.first(Place, "WHERE id = %s", ("reception",))
    assert place is not None
    place.name = "The gate"
    place.save()
    assert list(Place.objects.filter(name="The gate")) == [place]
    assert straight.first(Place, "WHERE id = %s", ("nowhere",)) is None
