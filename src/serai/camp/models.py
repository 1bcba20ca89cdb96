"""What the camp registrar reads: shelter units, who sleeps in them, and how full a section is."""

from django.db import models


class Shelter(models.Model):
    """A shelter unit: how many it sleeps, how many people of how many households sleep there."""

    about = "unit"

    unit = models.CharField(primary_key=True)
    place = models.CharField()
    section = models.CharField()
    number = models.IntegerField()
    capacity = models.IntegerField()
    accessible = models.BooleanField()
    people = models.IntegerField()
    households = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["place", "section", "capacity", "people", "households", "number"],
                name="units_of_a_section",
            )
        ]


class Allotment(models.Model):
    """Where a household sleeps now. Two live allotments show the newest, and a discrepancy."""

    about = "household"

    household = models.CharField(primary_key=True)
    place = models.CharField()
    section = models.CharField()
    unit = models.CharField(db_index=True)
    number = models.IntegerField()  # of the unit within its section
    people = models.IntegerField()
    since = models.BigIntegerField()
    reason = models.CharField()
    actor = models.CharField()
    event = models.CharField()
    live = models.TextField()  # JSON {event id: unit} of every live allotment: refs for the next

    class Meta:
        indexes = [
            models.Index(
                fields=["place", "section", "number", "unit", "household"],
                name="who_sleeps_in_a_section",
            )
        ]


class Section(models.Model):
    """A section: its units, how many people they sleep, how many sleep there."""

    id = models.CharField(primary_key=True)  # place|section
    place = models.CharField(db_index=True)
    section = models.CharField()
    units = models.IntegerField()
    capacity = models.IntegerField()
    people = models.IntegerField()
    free = models.IntegerField()  # places in empty units and halls; none in a family's tent
    full = models.IntegerField()  # units that nobody more is given a place in

    @property
    def is_crowded(self) -> bool:
        """Whether more sleep there than it sleeps."""
        return self.people > self.capacity


class Roofless(models.Model):
    """A household at a place where it has no unit, since the first of it came."""

    about = "household"

    id = models.CharField(primary_key=True)  # household|place
    household = models.CharField(db_index=True)
    place = models.CharField()
    people = models.IntegerField()
    since = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["place", "since", "household"], name="who_waits_longest")]
