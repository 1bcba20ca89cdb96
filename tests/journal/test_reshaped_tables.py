"""A new version wants other tables: the old ones go, the journal fills the new ones."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
from django.db import connection

from serai.core.events import HeadcountTaken
from serai.journal import sql
from serai.journal.store import Author, writing
from serai.journal.tables import _drop_what_was_reshaped, prepare, shape
from serai.journal.verify import digests, verify
from serai.registry.models import NameKey

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]


def test_a_table_that_nobody_knows_any_more_goes_with_its_indexes() -> None:
    with writing(Author("clerk", "situation")) as pen:
        pen.append(HeadcountTaken(at=pen.now_ms, place="reception", counted=7))
    prepare()
    rows = digests()
    sql.run("CREATE TABLE convoys_forgotten (id varchar PRIMARY KEY)")
    sql.run("DROP INDEX headcounts_of_a_place")
    sql.run("CREATE INDEX headcounts_of_a_place ON convoys_forgotten (id)")
    sql.run("UPDATE journal_setting SET value = 'of an older version' WHERE name = 'shape'")
    assert prepare()
    assert sql.one("SELECT 1 FROM sqlite_master WHERE name = 'convoys_forgotten'") is None
    assert digests() == rows
    assert not prepare()


def test_tables_dropped_and_never_filled_are_no_versions_own() -> None:
    """The filling was cut off; the older version, started again, must not show empty books."""
    with writing(Author("clerk", "situation")) as pen:
        pen.append(HeadcountTaken(at=pen.now_ms, place="reception", counted=7))
    prepare()
    rows, ours = digests(), shape()
    sql.run("UPDATE journal_setting SET value = 'of a newer version' WHERE name = 'shape'")
    assert _drop_what_was_reshaped()
    held = sql.one("SELECT value FROM journal_setting WHERE name = 'shape'")
    assert held not in (("of a newer version",), (ours,))
    assert prepare()
    assert digests() == rows


def test_events_copied_into_a_table_without_a_counter_still_follow_one_another() -> None:
    for counted in (7, 8):
        with writing(Author("clerk", "situation")) as pen:
            pen.append(HeadcountTaken(at=pen.now_ms, place="reception", counted=counted))
    rows = digests()
    migration = import_module("serai.journal.migrations.0003_no_counter_of_events")
    with connection.schema_editor() as editor:
        migration.remake(None, editor)
    held = sql.one("SELECT sql FROM sqlite_master WHERE name = 'journal_event'")
    assert held
    assert "AUTOINCREMENT" not in held[0]
    with writing(Author("clerk", "situation")) as pen:
        pen.append(HeadcountTaken(at=pen.now_ms, place="reception", counted=9))
    verdict = verify()
    assert (verdict.events, verdict.differences) == (3, ())
    assert digests() != rows


def test_tables_whose_rows_follow_from_other_rules_are_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepare()
    assert not prepare()
    monkeypatch.setattr(NameKey, "rules", NameKey.rules + 1)
    assert prepare(), "keys of names that were heard otherwise would find nobody"


def test_the_shape_is_the_same_in_every_process() -> None:
    asked = "import django; django.setup(); from serai.journal import tables; print(tables.shape())"
    settings = {**os.environ, "DJANGO_SETTINGS_MODULE": "serai.project.settings"}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=settings, capture_output=True, check=True, text=True
    )
    assert told.stdout.strip() == shape()
