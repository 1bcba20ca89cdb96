"""What the tracing office keeps: requests, whom they look for, candidates, wishes."""

from django.db import models

from serai.journal.models import ProjectedModel

BETWEEN_REASONS = " · "


class TracingRequest(ProjectedModel):
    """Somebody looks for others. `closed_at` is 0 while the request is open."""

    id = models.CharField(primary_key=True)
    code = models.CharField(db_index=True)
    household = models.CharField(db_index=True)  # of the inquirer, "" when outside
    inquirer = models.CharField()  # a person in the books, or ""
    inquirer_name = models.CharField()
    contact = models.CharField()
    whereabouts = models.CharField()
    circumstances = models.TextField()
    not_to_be_told = models.TextField()
    may_share = models.BooleanField()
    opened_at = models.BigIntegerField()
    closed_at = models.BigIntegerField()
    outcome = models.CharField()
    looked_at = models.BigIntegerField()  # 0 while nobody went through the candidates
    looked = models.TextField()  # JSON list of the people seen there
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["closed_at", "opened_at"], name="requests_by_age")]


class SoughtPerson(ProjectedModel):
    """One of the people a request looks for, as they were described."""

    id = models.CharField(primary_key=True)  # request|number
    request = models.CharField(db_index=True)
    number = models.IntegerField()
    own = models.CharField()
    father = models.CharField()
    grandfather = models.CharField()
    family = models.CharField()
    kunya = models.CharField()
    mother = models.CharField()
    relation = models.CharField()
    sex = models.CharField()
    age = models.TextField()  # JSON of core.people.Age
    origin = models.CharField()
    last_seen_place = models.CharField()
    last_seen_on = models.CharField()
    last_seen_with = models.CharField()
    circumstances = models.TextField()
    marks = models.TextField()
    person = models.CharField(db_index=True)  # when in the books by name


class Candidate(ProjectedModel):
    """Somebody in the books who was judged for a request: by whom, checked by whom, told when."""

    id = models.CharField(primary_key=True)  # request|number|person
    request = models.CharField(db_index=True)
    number = models.IntegerField()
    person = models.CharField(db_index=True)
    state = models.CharField()  # a key of core.tracing.STATES
    reason = models.TextField()
    judged_by = models.CharField()
    judged_at = models.BigIntegerField()
    judgement = models.CharField()  # id of the live event, "" where stations disagree
    live = models.TextField()  # JSON list of the ids of the live judgements: refs for the next
    verified_by = models.CharField()
    verified_at = models.BigIntegerField()
    verification = models.CharField()  # id of the check that stands, "" while none does
    how = models.TextField()
    withdrawn_by = models.CharField()  # who took a verification back last, when and why
    withdrawn_at = models.BigIntegerField()
    withdrawn_reason = models.TextField()
    told = models.CharField()
    told_at = models.BigIntegerField()
    told_by = models.CharField()
    told_how = models.CharField()
    told_too_early = models.BooleanField()  # told, and no verification of that stands
    consent = models.CharField()  # "", agreed, refused
    consent_wishes = models.TextField()  # JSON list of the wishes it answers
    consent_live = models.TextField()  # JSON list of the ids of the live answers

    class Meta:
        indexes = [models.Index(fields=["state", "judged_at", "id"], name="candidates_by_state")]

    @property
    def reasons(self) -> list[str]:
        """What the judgement rests on, one by one: names of two scripts are kept apart so."""
        return str(self.reason).split(BETWEEN_REASONS)


class Wish(models.Model):
    """Somebody does not want to be found. Where stations disagree, the wish holds."""

    about = "id"

    id = models.CharField(primary_key=True)  # the person
    hidden = models.BooleanField()
    since = models.BigIntegerField()
    actor = models.CharField()
    note = models.TextField()
    live = models.TextField()  # JSON list of the ids of the live events
