"""The shared read side: tables that every room reads and only `projections.py` writes."""

from django.db import models

from serai.journal.models import ProjectedModel


class Place(ProjectedModel):
    """A place of the operation, in the order of the route."""

    id = models.CharField(max_length=60, primary_key=True)
    name = models.CharField(max_length=120)
    name_ar = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    capacity = models.IntegerField()
    code = models.CharField(max_length=20)
    position = models.IntegerField()


class Arrival(ProjectedModel):
    """A counted group: what was counted by band, and how many of each band have names by now."""

    id = models.CharField(max_length=60, primary_key=True)
    code = models.CharField(max_length=20, db_index=True)
    place = models.CharField(max_length=60)
    at = models.BigIntegerField(db_index=True)
    came_from = models.CharField(max_length=120)
    came_by = models.CharField(max_length=40)
    conditions = models.TextField()  # JSON list
    counts = models.TextField()  # JSON {band: people counted}
    named = models.TextField()  # JSON {band: people drawn from it by registrations}
    total = models.IntegerField()
    total_named = models.IntegerField()
    token_first = models.CharField(max_length=12)
    token_last = models.CharField(max_length=12)
    actor = models.CharField(max_length=150)
    event = models.CharField(max_length=60)  # the id of the counting event
    reversed = models.BooleanField()


class Token(ProjectedModel):
    """A token given out at a gate, and the household that was registered with it, if any.

    Two stations with the same mark could issue one code twice, so the group belongs to the key.
    """

    id = models.CharField(max_length=80, primary_key=True)  # code|arrival
    code = models.CharField(max_length=12, db_index=True)
    number = models.IntegerField()
    arrival = models.CharField(max_length=60, db_index=True)
    household = models.CharField(max_length=60, db_index=True)
    issued_at = models.BigIntegerField()
    withdrawn = models.BooleanField()


class Household(ProjectedModel):
    """A household as registered. Its members are the persons whose `household` it is."""

    id = models.CharField(max_length=60, primary_key=True)
    token = models.CharField(max_length=12, db_index=True)
    arrival = models.CharField(max_length=60, db_index=True)
    registered_at = models.BigIntegerField(db_index=True)
    registered_place = models.CharField(max_length=60)
    phone = models.CharField(max_length=40)
    note = models.TextField()
    size = models.IntegerField()  # members by the events, the dead not counted
    actor = models.CharField(max_length=150)
    event = models.CharField(max_length=60)


class Person(ProjectedModel):
    """One human being: the shown value of every field, where they stand, when last seen."""

    id = models.CharField(max_length=60, primary_key=True)
    household = models.CharField(max_length=60, db_index=True)
    own = models.CharField(max_length=80)
    father = models.CharField(max_length=80)
    grandfather = models.CharField(max_length=80)
    family = models.CharField(max_length=80)
    kunya = models.CharField(max_length=80)
    mother = models.CharField(max_length=80)
    other_names = models.TextField()  # JSON of core.people.Names in the other script, or ""
    sex = models.CharField(max_length=10)
    age = models.TextField()  # JSON of core.people.Age
    born_from = models.CharField(max_length=10)  # ISO date or ""
    born_to = models.CharField(max_length=10)
    relation = models.CharField(max_length=20)
    nationality = models.CharField(max_length=3)  # the first claimed one, or ""
    nationalities = models.CharField(max_length=40)  # all of them, separated by spaces
    papers = models.CharField(max_length=20)
    needs = models.CharField(max_length=200)  # codes separated by spaces
    origin = models.CharField(max_length=120)
    alone = models.BooleanField()
    alive = models.BooleanField()
    token = models.CharField(max_length=12)
    place = models.CharField(max_length=80)  # where the books have them, `convoy:…` on the road
    place_since = models.BigIntegerField()
    seen_place = models.CharField(max_length=80)
    seen_at = models.BigIntegerField()
    registered_at = models.BigIntegerField()
    disputed = models.TextField()  # JSON {field: [live values]} where stations disagree, or ""
    written_by = models.TextField()  # JSON {field: [ids of the live events]}: refs for corrections

    class Meta:
        indexes = [models.Index(fields=["place", "household"], name="who_stands_where")]


class NameWord(ProjectedModel):
    """One folded word of one person's names, for search by the beginning of a word."""

    id = models.CharField(max_length=200, primary_key=True)
    word = models.CharField(max_length=80, db_index=True)
    person = models.CharField(max_length=60)


class Separation(ProjectedModel):
    """A person parted from their family: elsewhere, since when, to be reviewed when. Never why."""

    id = models.CharField(max_length=60, primary_key=True)
    person = models.CharField(max_length=60, db_index=True)
    household = models.CharField(max_length=60, db_index=True)
    kin = models.TextField()  # JSON list of person ids
    since = models.BigIntegerField()
    target = models.CharField(max_length=120)
    review_on = models.CharField(max_length=10)
    ended_at = models.BigIntegerField()  # 0 while it lasts
    outcome = models.CharField(max_length=60)


class Balance(models.Model):
    """How many people stand in one account now."""

    id = models.CharField(max_length=120, primary_key=True)  # place/band
    place = models.CharField(max_length=80, db_index=True)
    band = models.CharField(max_length=10)
    count = models.BigIntegerField()


class HourlyFlow(models.Model):
    """What came into and went out of one account in one hour; renaming is kept apart."""

    id = models.CharField(max_length=140, primary_key=True)  # place/band/hour
    place = models.CharField(max_length=80)
    band = models.CharField(max_length=10)
    hour = models.IntegerField()  # hours since 1970
    came = models.BigIntegerField()
    went = models.BigIntegerField()
    renamed = models.BigIntegerField()  # net change by people getting names on the spot

    class Meta:
        indexes = [models.Index(fields=["place", "hour"], name="flow_of_a_place")]


class PostingLeg(ProjectedModel):
    """One leg of one posting, as posted."""

    id = models.CharField(max_length=70, primary_key=True)  # event id # number of the leg
    at = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=60)
    source_place = models.CharField(max_length=80)
    source_band = models.CharField(max_length=10)
    target_place = models.CharField(max_length=80)
    target_band = models.CharField(max_length=10)
    count = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["source_place", "at"], name="legs_out_of"),
            models.Index(fields=["target_place", "at"], name="legs_into"),
        ]


class Headcount(ProjectedModel):
    """An assertion about a place, beside what the books said at that moment."""

    id = models.CharField(max_length=60, primary_key=True)  # event id
    place = models.CharField(max_length=80)
    at = models.BigIntegerField()
    counted = models.IntegerField()
    expected = models.IntegerField()
    actor = models.CharField(max_length=150)

    class Meta:
        indexes = [models.Index(fields=["place", "at"], name="headcounts_of_a_place")]


class Discrepancy(ProjectedModel):
    """Something that does not fit, by name. Rooms' projections write rows of their own kinds.

    `kind`: headcount, negative, elsewhere (one person in two places), convoy (left and did not
    arrive), handout (the same grant twice), disputed (stations wrote different values), shelter
    (more people than a unit sleeps). `amount` is counted minus expected, in people or grants.
    """

    id = models.CharField(max_length=160, primary_key=True)
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=80, db_index=True)
    at = models.BigIntegerField()
    amount = models.IntegerField()
    people = models.TextField()  # JSON list of person ids
    facts = models.TextField()  # JSON object for the sentence

    class Meta:
        indexes = [models.Index(fields=["at"], name="discrepancies_by_time")]


class DiscrepancyNote(ProjectedModel):
    """Who looks after a discrepancy, and how it was explained or corrected."""

    id = models.CharField(max_length=160, primary_key=True)  # the discrepancy's id
    owner = models.CharField(max_length=150)
    status = models.CharField(max_length=12)  # open, explained, corrected
    explanation = models.TextField()
    by = models.CharField(max_length=150)
    at = models.BigIntegerField()
