"""The door of a training tells whoever opens it first how to come in; no other door does."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from serai.access.accounts import training_accounts
from serai.journal.wall import TRAINING_FILE, TRAINING_PASSWORD


@pytest.fixture
def door(db: None) -> Client:
    """The accounts of a training, nobody signed in."""
    training_accounts(TRAINING_PASSWORD)
    return Client()


def test_the_door_of_a_training_names_everybody_and_the_password(
    door: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / TRAINING_FILE).write_text("1 0\n")
    monkeypatch.setattr(settings, "DATA", tmp_path)
    page = door.get("/sign-in/").content.decode()
    assert "This is a training" in page
    assert TRAINING_PASSWORD in page
    assert "registration-clerk" in page


def test_a_station_with_real_people_says_nothing_of_the_kind(door: Client) -> None:
    page = door.get("/sign-in/").content.decode()
    assert TRAINING_PASSWORD not in page
    assert "registration-clerk" not in page
