"""What the room keeps of public reports: their words, every claim in them, what people compared."""

from django.db import models


class Report(models.Model):
    """A public report as taken in, and whether it still stands."""

    about = "id"

    id = models.CharField(primary_key=True)
    title = models.CharField()
    source = models.CharField()
    address = models.CharField()
    file = models.CharField()
    reported_on = models.CharField(db_index=True)  # ISO date
    dated_by = models.CharField()  # typed, document, dateline
    digest = models.CharField(db_index=True)
    text = models.TextField()
    taken_at = models.BigIntegerField()
    actor = models.CharField()
    event = models.CharField()  # the id of the taking
    standing = models.BooleanField()
    replaced_by = models.CharField()  # the report that supersedes it, or ""
    withdrawn_by = models.CharField()
    cause = models.TextField()
    reader = models.CharField()
    problems = models.TextField()  # JSON list
    hazards = models.TextField()  # JSON list of core.events.ReadHazard
    figures = models.IntegerField()  # how many claims were read


class Claim(models.Model):
    """One figure of one report: as read, or as a person corrected it, and who judged it.

    `state`: waiting, accepted, rejected, corrected, or disputed where two stations judged apart.
    `standing` is false when the report was withdrawn, superseded or read again.
    """

    about = "report"

    id = models.CharField(primary_key=True)  # report|claim
    claim = models.CharField(db_index=True)
    report = models.CharField(db_index=True)
    number = models.IntegerField()  # in the order of the text
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    what = models.CharField()
    kind = models.CharField()
    unit = models.CharField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    place = models.CharField()  # the words of the report
    place_key = models.CharField()  # core.reports.written.place_key of them
    place_from = models.CharField()
    from_key = models.CharField()
    first_on = models.CharField()  # ISO date or ""
    last_on = models.CharField()
    attributed_to = models.CharField()
    hedge = models.CharField()
    certainty = models.CharField()
    chain = models.TextField()  # JSON list: who said it, who carried it
    likely = models.CharField()
    rules = models.TextField()  # JSON list
    witness = models.BooleanField()
    added_by = models.CharField()  # the person who found it; "" when a reader did
    as_read = models.TextField()  # JSON of core.events.Figure when a person corrected it, or ""
    state = models.CharField()
    judged_by = models.CharField()
    judged_at = models.BigIntegerField()
    judgements = models.TextField()  # ids of the live judgements, separated by spaces
    standing = models.BooleanField()
    source = models.CharField()
    reported_on = models.CharField()

    class Meta:
        indexes = [
            models.Index(fields=["standing", "state", "reported_on"], name="claims_by_state"),
            models.Index(fields=["standing", "kind", "last_on"], name="claims_by_day"),
        ]


class Compared(models.Model):
    """One claim in one comparison that a person made: same, range, series or different."""

    about = "comparison"

    id = models.CharField(primary_key=True)  # comparison|claim
    comparison = models.CharField(db_index=True)
    claim = models.CharField(db_index=True)
    relation = models.CharField()
    actor = models.CharField()
    at = models.BigIntegerField()


class Given(models.Model):
    """How much of one item was handed out in one hour, at all desks; taken back counts against."""

    id = models.CharField(primary_key=True)  # hour|item
    hour = models.IntegerField(db_index=True)  # hours since 1970
    item = models.CharField()
    quantity = models.BigIntegerField()


class Roofed(models.Model):
    """From when to when a household had a roof, and how many of it sleep there."""

    about = "household"

    id = models.CharField(primary_key=True)  # the event that says so
    household = models.CharField(db_index=True)
    place = models.CharField()
    people = models.IntegerField()
    since = models.BigIntegerField()
    until = models.BigIntegerField()  # 0: until now

    class Meta:
        indexes = [models.Index(fields=["since", "until", "people"], name="roofed_at_an_hour")]


class StandardSetting(models.Model):
    """One figure of a standard as somebody set it; those of the past are kept."""

    about = "standard"

    id = models.CharField(primary_key=True)  # the event that says so
    standard = models.CharField(db_index=True)
    figure = models.FloatField()
    source = models.CharField()
    at = models.BigIntegerField()
    actor = models.CharField()
    replaced = models.BooleanField()
