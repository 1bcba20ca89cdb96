"""What the convoy marshal reads: convoys, their vehicles, who is on the list, who was checked."""

from django.db import models

from serai.journal.models import ProjectedModel


class Convoy(ProjectedModel):
    """A convoy: where from and to, and how many are on the list, checked, gone, received."""

    id = models.CharField(primary_key=True)
    code = models.CharField(db_index=True)
    source = models.CharField()
    target = models.CharField()
    status = models.CharField()  # loading, road, arrived
    opened_at = models.BigIntegerField()
    leaves_at = models.BigIntegerField()  # 0 when nobody said
    departed_at = models.BigIntegerField()  # 0 until then
    received_at = models.BigIntegerField()  # the latest receipt, 0 when there is none
    closed_at = models.BigIntegerField()
    seats = models.IntegerField()
    boarded = models.IntegerField()
    checked = models.IntegerField()
    departed = models.IntegerField()
    received = models.IntegerField()
    gone = models.IntegerField()  # left the road otherwise
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["status", "opened_at"], name="convoys_by_status")]


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
