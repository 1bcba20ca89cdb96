"""Events without SQLite's counter of keys: their numbers are given, so its page was for nothing.

Every commit wrote that page too, one of eight when a family is seen.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_COLUMNS = "id, station, epoch, seq, hlc, kind, version, actor, purpose, refs, body, prev, hash"
_EVENT = (
    "CREATE TABLE journal_event_now (id integer NOT NULL PRIMARY KEY, station varchar(32) NOT NULL,"
    " epoch integer NOT NULL, seq bigint NOT NULL, hlc bigint NOT NULL, kind varchar(60) NOT NULL,"
    " version integer NOT NULL, actor varchar(150) NOT NULL, purpose varchar(60) NOT NULL,"
    " refs text NOT NULL, body BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,"
    " CONSTRAINT one_event_a_place UNIQUE (station, epoch, seq))"
)


def remake(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Copies the events into a table without it, in the transaction of the migration."""
    if editor.connection.vendor != "sqlite":
        return
    editor.execute(_EVENT)
    editor.execute(
        f"INSERT INTO journal_event_now ({_COLUMNS})"  # noqa: S608
        f" SELECT {_COLUMNS} FROM journal_event ORDER BY id"
    )
    editor.execute("DROP TABLE journal_event")
    editor.execute("ALTER TABLE journal_event_now RENAME TO journal_event")


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_one_tree_a_table")]

    operations = [migrations.RunPython(remake, elidable=False)]
