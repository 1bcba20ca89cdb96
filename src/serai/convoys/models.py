"""What the convoy marshal reads: convoys, their vehicles, who is on the list, who was checked."""

from django.db import models

from serai.journal.models import ProjectedModel
from serai.registry.models import Convoy

__all__ = ["Boarding", "CheckOff", "Convoy", "Hazard", "Vehicle"]


class Vehicle(models.Model):
    """A vehicle of a convoy, and how many of its seats are taken."""

    about = "convoy"

    id = models.CharField(primary_key=True)  # convoy|vehicle
    convoy = models.CharField(db_index=True)
    vehicle = models.CharField()
    label = models.CharField()
    seats = models.IntegerField()
    position = models.IntegerField()
    taken = models.IntegerField()
    checked = models.IntegerField()
    departed = models.IntegerField()
    received = models.IntegerField()


class Boarding(models.Model):
    """A person on a convoy's list, or of a convoy that left: on which vehicle, how far they got."""

    about = "convoy"

    id = models.CharField(primary_key=True)  # convoy|person
    convoy = models.CharField()
    vehicle = models.CharField()
    household = models.CharField()
    person = models.CharField(db_index=True)
    state = models.CharField()  # listed, road, received, gone, stayed
    boarded_at = models.BigIntegerField()
    boarded_by = models.CharField()
    event = models.CharField()  # the boarding event, or the departure

    class Meta:
        indexes = [
            models.Index(fields=["convoy", "vehicle"], name="who_is_on_a_vehicle"),
            models.Index(fields=["state", "household"], name="who_is_on_a_list"),
        ]


class CheckOff(models.Model):
    """A person ticked at one end of a convoy: when, where, by whom."""

    about = "convoy"

    id = models.CharField(primary_key=True)  # convoy|end|person
    convoy = models.CharField()
    end = models.CharField()
    person = models.CharField(db_index=True)
    place = models.CharField()
    at = models.BigIntegerField()
    actor = models.CharField()
    event = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["convoy", "end"], name="ticks_of_a_convoy")]


class Hazard(ProjectedModel):
    """A danger on the road that nobody has lifted. Where stations disagree, a row for each note."""

    id = models.CharField(primary_key=True)  # the noting event
    hazard = models.CharField(db_index=True)
    what = models.CharField()
    place = models.CharField()
    segment = models.CharField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField()
    from_on = models.CharField()
    until_on = models.CharField()
    day = models.CharField()  # the day it is dated by, for the order: its last, or that of the note
    source = models.CharField()
    words = models.TextField()
    report = models.CharField()
    noted_at = models.BigIntegerField()
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["-day", "id"], name="hazards_newest_first")]
