"""What the tracing office keeps: who is looked for, by whom, and how each request ended."""

from django.db import models

from serai.journal.models import ProjectedModel


class TracingRequest(ProjectedModel):
    """A family looks for somebody. `closed_at` is 0 while the request is open."""

    id = models.CharField(primary_key=True)
    code = models.CharField(db_index=True)
    household = models.CharField(db_index=True)
    inquirer = models.CharField()
    own = models.CharField()
    father = models.CharField()
    grandfather = models.CharField()
    family = models.CharField()
    kunya = models.CharField()
    mother = models.CharField()
    relation = models.CharField()
    sex = models.CharField()
    age = models.TextField()  # JSON of core.people.Age
    last_seen_place = models.CharField()
    last_seen_on = models.CharField()
    marks = models.TextField()
    person = models.CharField(db_index=True)  # when in the books by name
    circumstances = models.TextField()
    may_share = models.BooleanField()
    opened_at = models.BigIntegerField()
    closed_at = models.BigIntegerField()
    outcome = models.CharField()
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["closed_at", "opened_at"], name="requests_by_age")]
