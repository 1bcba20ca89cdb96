"""What the tracing office keeps: who is looked for, by whom, and how each request ended."""

from django.db import models

from serai.journal.models import ProjectedModel


class TracingRequest(ProjectedModel):
    """A family looks for somebody. `closed_at` is 0 while the request is open."""

    id = models.CharField(max_length=60, primary_key=True)
    code = models.CharField(max_length=20, db_index=True)
    household = models.CharField(max_length=60, db_index=True)
    inquirer = models.CharField(max_length=60)
    own = models.CharField(max_length=80)
    father = models.CharField(max_length=80)
    grandfather = models.CharField(max_length=80)
    family = models.CharField(max_length=80)
    kunya = models.CharField(max_length=80)
    mother = models.CharField(max_length=80)
    relation = models.CharField(max_length=40)
    sex = models.CharField(max_length=10)
    age = models.TextField()  # JSON of core.people.Age
    last_seen_place = models.CharField(max_length=120)
    last_seen_on = models.CharField(max_length=10)
    marks = models.TextField()
    person = models.CharField(max_length=60, db_index=True)  # when in the books by name
    circumstances = models.TextField()
    may_share = models.BooleanField()
    opened_at = models.BigIntegerField()
    closed_at = models.BigIntegerField()
    outcome = models.CharField(max_length=60)
    actor = models.CharField(max_length=150)

    class Meta:
        indexes = [models.Index(fields=["closed_at", "opened_at"], name="requests_by_age")]
