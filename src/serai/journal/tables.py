"""Making the tables of a station, and making projected tables anew when their shape has changed.

The journal's own tables have migrations, because they are never dropped. Projected tables have
none: when a new version wants other columns they are dropped, created and filled from the journal.
"""

import sqlite3
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from serai.core.events import KINDS
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql
from serai.journal.identity import KEY_FILE, sync_folder, this_station
from serai.journal.projecting import projected_models
from serai.journal.rebuild import Progress, rebuild_in_transaction

APPLICATION_ID = 0x73657261  # "sera": which SQLite files are ours
SQLITE_HEADER = b"SQLite format 3\x00"

NOT_A_DATABASE = gettext_noop(
    "%(file)s is not a database, or its beginning was destroyed. It was not touched. "
    "Put the file back from a backup, or choose another folder with --data."
)
FOREIGN = gettext_noop(
    "%(file)s is the database of another program. It was not touched. "
    "Choose another folder with --data."
)
TORN = gettext_noop(
    "%(file)s is damaged (%(fault)s). It was not touched. Copy the folder to a safe place first, "
    "then put the file back from a backup."
)
UNLIKE = gettext_noop(
    "The PostgreSQL database %(name)s does not keep letters as UTF-8 in the order of their codes, "
    "so pages would list and find otherwise than at a station. It was not touched. Make one with: "
    "createdb --template=template0 --encoding=UTF8 --locale=C %(name)s"
)
OTHER_KEY = gettext_noop(
    "%(file)s is the key of another station: nothing in this journal was signed with it. Put this "
    "station's own key back from a backup; nothing was changed."
)
_IN_ORDER = "SELECT 'B' < 'a' AND 'convoy:z' < 'convoy;' AND 'z' < 'é' AND 'é' < 'ع'"


def check_file(path: Path) -> Refusal | None:
    """Whether a station may open this file; a missing or empty file is fine, it will be made.

    Raises sqlite3.OperationalError when the disk, and not the file, is at fault.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    name = str(path)
    with path.open("rb") as file:
        if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
            return Refusal(NOT_A_DATABASE, {"file": name})
    try:
        with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as database:
            mark = database.execute("PRAGMA application_id").fetchone()[0]
            fault = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        raise  # a full disk or a busy file, not a torn one: nobody shall fetch an old backup for it
    except sqlite3.DatabaseError as error:
        return Refusal(TORN, {"file": name, "fault": str(error)})
    if mark != APPLICATION_ID:
        return Refusal(FOREIGN, {"file": name})
    return None if fault == "ok" else Refusal(TORN, {"file": name, "fault": str(fault)})


def check_order(database: BaseDatabaseWrapper) -> Refusal | None:
    """Whether text is compared as SQLite does it: keys are read by range, names listed in order."""
    if database.vendor == "sqlite":
        return None
    with database.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_encoding')")
        if cursor.fetchone() == ("UTF8",):
            cursor.execute(_IN_ORDER)
            if cursor.fetchone() == (True,):
                return None
    return Refusal(UNLIKE, {"name": str(database.settings_dict["NAME"])})


def check_key() -> Refusal | None:
    """Whether the key in the folder signed this journal; an empty one belongs to nobody yet."""
    if "journal_event" not in connection.introspection.table_names():
        return None
    ours = "SELECT 1 FROM journal_event WHERE station = %s LIMIT 1"
    if sql.one(ours, (this_station(),)) or not sql.one("SELECT 1 FROM journal_event LIMIT 1"):
        return None
    return Refusal(OTHER_KEY, {"file": str(Path(settings.DATA) / KEY_FILE)})


def prepare(progress: Progress | None = None) -> bool:
    """Creates what is missing; answers whether projected tables had to be made anew."""
    reshaped = _drop_what_was_reshaped()
    call_command("migrate", run_syncdb=True, verbosity=0)
    if connection.vendor == "sqlite":
        sql.run(f"PRAGMA application_id = {APPLICATION_ID}")
        # the new file's name must survive a power cut, or the whole database is lost with it
        sync_folder(Path(settings.DATA))
    _fill_if_reshaped(progress)
    return reshaped


def shape() -> str:
    """A digest of the projected tables' columns and indexes, and of what rows follow from.

    That is the kinds of events that can be read, and rules.
    A model names the latter as `rules`, where rows of an older version would mislead.
    """
    lines = [
        f"{model._meta.db_table}.{field.column} {field.db_type(connection)} {indexed}"
        for model in projected_models()
        for field in model._meta.concrete_fields
        for indexed in (getattr(field, "db_index", False),)
    ]
    # an event that came before anybody could read it has no rows yet
    lines.extend(f"reads {kind} {version}" for kind, version in KINDS)
    lines.extend(
        f"{model._meta.db_table} {index.deconstruct()}"
        for model in projected_models()
        for index in model._meta.indexes
    )
    lines.extend(
        f"{model._meta.db_table} by {rules}"
        for model in projected_models()
        if isinstance(rules := getattr(model, "rules", None), int | str)  # no column of that name
    )
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()


def made_by_another_version() -> bool:
    """Whether the tables are no longer those this process was started with.

    Another serai may have made them anew while this one was serving.
    """
    return _shape_held() not in (None, shape())


def _drop_what_was_reshaped() -> bool:
    """Drops every projected table when another shape is wanted, also those nobody knows any more.

    Cut off in the middle, the next start does it.
    """
    tables = connection.introspection.table_names()
    if "journal_setting" not in tables or _shape_held() in (None, shape()):
        return False
    kept = {model._meta.db_table for model in apps.get_models()}
    kept -= {model._meta.db_table for model in projected_models()}
    with transaction.atomic():
        for table in tables:
            if table not in kept and table.partition("_")[0] in _labels_of_projected():
                sql.run(f'DROP TABLE "{table}"')
        # if filling them fails, an older serai must not take the empty tables for its own
        sql.run("UPDATE journal_setting SET value = '' WHERE name = 'shape'")
    return True


def _labels_of_projected() -> set[str]:
    """The apps without migrations: their tables follow from the journal."""
    return {
        app.label
        for app in apps.get_app_configs()
        if app.name.startswith("serai.") and find_spec(f"{app.name}.migrations") is None
    }


def _fill_if_reshaped(progress: Progress | None) -> None:
    wanted = shape()
    if _shape_held() == wanted:
        return
    with transaction.atomic():
        rebuild_in_transaction(progress)
        sql.run("DELETE FROM journal_setting WHERE name = 'shape'")
        sql.run("INSERT INTO journal_setting (name, value) VALUES ('shape', %s)", (wanted,))


def _shape_held() -> str | None:
    row = sql.one("SELECT value FROM journal_setting WHERE name = 'shape'")
    return None if row is None else str(row[0])
