"""Tables of the gate: lists of people who are expected, and who of them came."""

from django.db import models


class ExpectedList(models.Model):
    """A list as it came in, and how its columns are read."""

    about = "id"

    id = models.CharField(primary_key=True)
    title = models.CharField()
    place = models.CharField(db_index=True)
    taken_at = models.BigIntegerField()
    actor = models.CharField()
    heads = models.IntegerField()
    columns = models.TextField()  # JSON list
    people = models.IntegerField()
    unread = models.IntegerField()  # rows without a name
    live = models.TextField()  # JSON list of the ids of the live readings: refs for the next


class ExpectedPerson(models.Model):
    """One row of a list. Nothing is dropped: `cells` holds it as written."""

    about = "list"

    id = models.CharField(primary_key=True)  # list/row
    list = models.CharField()
    row = models.IntegerField()
    cells = models.TextField()  # JSON list
    own = models.CharField()
    father = models.CharField()
    grandfather = models.CharField()
    family = models.CharField()
    kunya = models.CharField()
    mother = models.CharField()
    sex = models.CharField()
    age = models.TextField()  # JSON of core.people.Age
    origin = models.CharField()
    household = models.CharField()
    said = models.TextField()  # JSON list of core.expected.Said

    class Meta:
        indexes = [models.Index(fields=["list", "row"], name="rows_of_a_list")]


class ExpectedTick(models.Model):
    """Whether the person of one row came."""

    about = "id"

    id = models.CharField(primary_key=True)  # list/row
    list = models.CharField(db_index=True)
    came = models.BooleanField()
    at = models.BigIntegerField()
    place = models.CharField()
    actor = models.CharField()
    live = models.TextField()  # JSON list of the ids of the live ticks: refs for the next
