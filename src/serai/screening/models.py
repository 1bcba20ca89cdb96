"""What only the screening lanes may read: lanes, outcomes, and why somebody was taken aside."""

from django.db import models


class Screening(models.Model):
    """One person passed one lane once. `latest` marks the person's last one at that place."""

    about = "person"

    id = models.CharField(primary_key=True)  # event id | person
    person = models.CharField()
    place = models.CharField()
    lane = models.CharField()
    outcome = models.CharField()
    at = models.BigIntegerField()
    actor = models.CharField()
    latest = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["person", "place"], name="screened_where")]


class SeparationReason(models.Model):
    """Why somebody was taken aside and who decided it. Nobody reads this without the right to."""

    about = "id"

    id = models.CharField(primary_key=True)  # the separation's id
    person = models.CharField()
    household = models.CharField(db_index=True)
    place = models.CharField()  # where it was written down
    reason = models.TextField()
    authority = models.TextField()
    actor = models.CharField()
    reviews = models.TextField()  # JSON list of {at, outcome, review_on, actor}
