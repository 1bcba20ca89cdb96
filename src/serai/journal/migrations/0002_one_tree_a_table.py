"""Subjects and commits in one sorted tree each, and the kind of event beside every subject.

Every page a commit touches is written twice before it counts. A key of its own, an index beside it
and SQLite's counter of keys made four pages of what is one.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SUBJECT = (
    "CREATE TABLE {name} (subject varchar(160) NOT NULL, kind varchar(60) NOT NULL,"
    " event bigint NOT NULL, PRIMARY KEY (subject, kind, event)){end}"
)
_SUBJECTS_HELD = (
    "INSERT INTO {name} (subject, kind, event) SELECT DISTINCT held.subject, journal_event.kind,"
    " held.event FROM {old} AS held JOIN journal_event ON journal_event.id = held.event"
)
_COMMIT = (
    "CREATE TABLE {name} (station varchar(32) NOT NULL, epoch integer NOT NULL,"
    " last_seq bigint NOT NULL, signature {bytes} NOT NULL,"
    " PRIMARY KEY (station, epoch, last_seq)){end}"
)
_COMMITS_HELD = (
    "INSERT INTO {name} (station, epoch, last_seq, signature)"
    " SELECT station, epoch, last_seq, signature FROM {old}"
)
_TABLES = (
    ("journal_subject", _SUBJECT, _SUBJECTS_HELD),
    ("journal_commit", _COMMIT, _COMMITS_HELD),
)


def remake(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Copies both tables into their new shape, in the transaction of the migration."""
    lite = editor.connection.vendor == "sqlite"
    told = {"end": " WITHOUT ROWID" if lite else "", "bytes": "BLOB" if lite else "bytea"}
    for table, creation, held in _TABLES:
        old, fresh = f"{table}_before", f"{table}_now"
        editor.execute(creation.format(name=fresh, **told))
        editor.execute(held.format(name=fresh, old=table))
        editor.execute(f"ALTER TABLE {table} RENAME TO {old}")
        editor.execute(f"ALTER TABLE {fresh} RENAME TO {table}")
        editor.execute(f"DROP TABLE {old}")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(remake, elidable=False)],
            state_operations=[
                migrations.DeleteModel("Subject"),
                migrations.DeleteModel("Commit"),
                migrations.CreateModel(
                    name="Subject",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "subject",
                                "kind",
                                "event",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("subject", models.CharField(max_length=160)),
                        ("kind", models.CharField(max_length=60)),
                        ("event", models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Commit",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "station",
                                "epoch",
                                "last_seq",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("station", models.CharField(max_length=32)),
                        ("epoch", models.IntegerField()),
                        ("last_seq", models.BigIntegerField()),
                        ("signature", models.BinaryField()),
                    ],
                ),
            ],
        ),
    ]
