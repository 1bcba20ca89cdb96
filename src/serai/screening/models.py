"""What only the screening lanes may read: lanes, outcomes, and why somebody was taken aside."""

from django.db import models

from serai.journal.models import ProjectedModel


class Screening(ProjectedModel):
    """One person passed one lane once. `latest` marks the person's last one at that place."""

    id = models.CharField(max_length=130, primary_key=True)  # event id | person
    person = models.CharField(max_length=60)
    place = models.CharField(max_length=60)
    lane = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    at = models.BigIntegerField()
    actor = models.CharField(max_length=150)
    latest = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["person", "place"], name="screened_where")]


class SeparationReason(ProjectedModel):
    """Why somebody was taken aside and who decided it. Nobody reads this without the right to."""

    id = models.CharField(max_length=60, primary_key=True)  # the separation's id
    person = models.CharField(max_length=60)
    household = models.CharField(max_length=60, db_index=True)
    place = models.CharField(max_length=60)  # where it was written down
    reason = models.TextField()
    authority = models.TextField()
    actor = models.CharField(max_length=150)
    reviews = models.TextField()  # JSON list of {at, outcome, review_on, actor}
