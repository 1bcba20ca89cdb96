"""What the medical tent keeps: how people were sorted, time after time, and who is in hospital."""

from django.db import models

from serai.journal.models import ProjectedModel


class Triage(ProjectedModel):
    """One person was sorted once. `latest` marks the sorting that counts; the others stay."""

    id = models.CharField(primary_key=True)  # event id | person
    person = models.CharField(db_index=True)
    place = models.CharField()
    word = models.CharField()
    urgency = models.IntegerField()
    note = models.TextField()
    at = models.BigIntegerField()
    actor = models.CharField()
    latest = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["latest", "urgency", "at"], name="who_is_seen_next")]


class Referral(ProjectedModel):
    """A person sent to hospital, with whoever went along; `ended_at` when they left it again."""

    id = models.CharField(primary_key=True)  # event id
    person = models.CharField(db_index=True)
    people = models.TextField()  # JSON list: the patient and the carers
    place = models.CharField()
    target = models.CharField()
    reason = models.TextField()
    at = models.BigIntegerField()
    actor = models.CharField()
    ended_at = models.BigIntegerField(db_index=True)  # 0 while they are there
    ended_place = models.CharField()
