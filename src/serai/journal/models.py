"""What the journal keeps: events as authored, the signature of every commit, who they are about."""

from django.db import models


class Event(models.Model):
    """One event, exactly as its author wrote it. Nothing here is ever changed or deleted."""

    station = models.CharField(max_length=32)
    epoch = models.IntegerField()
    seq = models.BigIntegerField()
    hlc = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    version = models.IntegerField()
    actor = models.CharField(max_length=150)
    purpose = models.CharField(max_length=60)
    refs = models.TextField()  # event ids, separated by spaces
    body = models.BinaryField()
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["station", "epoch", "seq"], name="one_event_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.station}.{self.epoch}.{self.seq} {self.kind}"


class Commit(models.Model):
    """The signature over the chain head after a run of events written together."""

    pk = models.CompositePrimaryKey("station", "epoch", "last_seq")
    station = models.CharField(max_length=32)
    epoch = models.IntegerField()
    last_seq = models.BigIntegerField()
    signature = models.BinaryField()


class Subject(models.Model):
    """Which events of which kind are about which person, household, place or convoy."""

    pk = models.CompositePrimaryKey("subject", "kind", "event")
    subject = models.CharField(max_length=160)
    kind = models.CharField(max_length=60)  # a table asks for the kinds it follows from alone
    event = models.BigIntegerField()  # Event.id


class Fork(models.Model):
    """An event that claims a place another event holds: kept as proof, never projected, shown."""

    station = models.CharField(max_length=32)
    epoch = models.IntegerField()
    seq = models.BigIntegerField()
    found_at = models.BigIntegerField()
    content = models.BinaryField()


class Operation(models.Model):
    """A form that was already saved, by the id it carried: the second submit writes nothing."""

    operation = models.CharField(max_length=64, primary_key=True)
    done_at = models.BigIntegerField()
    events = models.TextField()


class Setting(models.Model):
    """What this station remembers about its own tables."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()


class ProjectedModel(models.Model):
    """A table that only projections write: a function of the set of events, rebuilt at will.

    `subject` is what the row is about (`prefix:id`). Primary keys are natural, times are integers
    in milliseconds and lists are JSON text, so that every station and database holds equal bytes.
    A large table that has an indexed column with the id of what a row is about names that column
    as `about`, derives from `models.Model` and needs no `subject`: one index less to write.
    """

    subject = models.CharField(db_index=True)  # no lengths: a remote event is never refused

    class Meta:
        abstract = True
