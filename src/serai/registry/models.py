"""The shared read side: tables that every room reads and only `projections.py` writes."""

from django.db import models

from serai.core.matching.rules import mark
from serai.journal.models import ProjectedModel


class Place(ProjectedModel):
    """A place of the operation, in the order of the route."""

    id = models.CharField(primary_key=True)
    name = models.CharField()
    name_ar = models.CharField()
    kind = models.CharField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    capacity = models.IntegerField()
    code = models.CharField()
    position = models.IntegerField()


class Arrival(models.Model):
    """A counted group: what was counted by band, and how many of each band have names by now."""

    about = "id"

    id = models.CharField(primary_key=True)
    code = models.CharField(db_index=True)
    place = models.CharField()
    at = models.BigIntegerField(db_index=True)
    came_from = models.CharField()
    came_by = models.CharField()
    conditions = models.TextField()  # JSON list
    counts = models.TextField()  # JSON {band: people counted}
    named = models.TextField()  # JSON {band: people drawn from it by registrations}
    total = models.IntegerField()
    total_named = models.IntegerField()
    token_first = models.CharField()
    token_last = models.CharField()
    actor = models.CharField()
    event = models.CharField()  # the id of the counting event
    reversed = models.BooleanField()


class Token(models.Model):
    """A token given out at a gate, and the household that was registered with it, if any.

    Two stations with the same mark could issue one code twice, so the group belongs to the key.
    """

    about = "arrival"

    id = models.CharField(primary_key=True)  # code|arrival
    code = models.CharField(db_index=True)
    number = models.IntegerField()
    arrival = models.CharField(db_index=True)
    household = models.CharField()
    issued_at = models.BigIntegerField()
    withdrawn = models.BooleanField()


class Household(models.Model):
    """A household as registered. Its members are the persons whose `household` it is."""

    about = "id"

    id = models.CharField(primary_key=True)
    token = models.CharField(db_index=True)
    arrival = models.CharField(db_index=True)
    registered_at = models.BigIntegerField(db_index=True)
    registered_place = models.CharField()
    phone = models.CharField()
    note = models.TextField()
    size = models.IntegerField()  # members by the events, the dead not counted
    actor = models.CharField()
    event = models.CharField()

    class Meta:
        indexes = [
            models.Index(
                fields=["registered_place", "-registered_at", "id"], name="registered_lately"
            )
        ]


class Person(models.Model):
    """One human being: the shown value of every field, where they stand, when last seen."""

    about = "id"

    id = models.CharField(primary_key=True)
    household = models.CharField(db_index=True)
    own = models.CharField()
    father = models.CharField()
    grandfather = models.CharField()
    family = models.CharField()
    kunya = models.CharField()
    mother = models.CharField()
    other_names = models.TextField()  # JSON of core.people.Names in the other script, or ""
    former_names = models.TextField()  # JSON list of Names that were written and are not shown
    sex = models.CharField()
    age = models.TextField()  # JSON of core.people.Age
    born_from = models.CharField()  # ISO date or ""
    born_to = models.CharField()
    relation = models.CharField()
    nationality = models.CharField()  # the first claimed one, or ""
    nationalities = models.CharField()  # all of them, separated by spaces
    papers = models.CharField()
    needs = models.CharField()  # codes separated by spaces
    origin = models.CharField()
    alone = models.BooleanField()
    alive = models.BooleanField()
    token = models.CharField()
    place = models.CharField()  # where the books have them, `convoy:…` on the road
    place_since = models.BigIntegerField()
    seen_place = models.CharField()
    seen_at = models.BigIntegerField()
    registered_at = models.BigIntegerField()
    disputed = models.TextField()  # JSON {field: [live values]} where stations disagree, or ""
    written_by = models.TextField()  # JSON {field: [ids of the live events]}: refs for corrections
    number = models.IntegerField(db_index=True)  # in the keys of names; two people may share one

    earlier = ""  # a spelling corrected since, where a search found them by it; no column
    why: tuple[str, ...] = ()  # what speaks for them, where a search found them; no column

    class Meta:
        indexes = [models.Index(fields=["place", "household", "alive"], name="who_stands_where")]


class Presence(models.Model):
    """The living members of one household who stand at one place by the books."""

    about = "household"

    id = models.CharField(primary_key=True)  # household|place
    household = models.CharField(db_index=True)
    place = models.CharField()
    people = models.IntegerField()
    since = models.BigIntegerField()  # of the one who is there longest
    token = models.CharField()

    class Meta:
        indexes = [
            models.Index(fields=["place", "token", "household"], name="present_by_token"),
            models.Index(fields=["place", "since", "household", "people"], name="present_longest"),
        ]


class NameKey(models.Model):
    """Keys of names that begin alike, sorted; each packed with sex, year of birth and a number.

    The number is of a person who is found by it. Whoever looks for somebody asks for ranges of
    keys (`registry/keyranges.py`).
    """

    rules = mark()

    id = models.IntegerField(primary_key=True)  # how the keys begin
    keys = models.BinaryField()  # eight bytes each


class NameSound(models.Model):
    """How many people bear a word of one skeleton, or come from one place; all of them under ""."""

    id = models.CharField(primary_key=True)
    people = models.IntegerField()


class Pair(models.Model):
    """Two records that may be one human being, and what people decided about them."""

    about = "id"

    id = models.CharField(primary_key=True)  # first|second, in the order of their ids
    first = models.CharField(db_index=True)
    second = models.CharField(db_index=True)
    state = models.CharField()  # open, same, not, unsure; unsure too where stations disagree
    disputed = models.BooleanField()
    bits = models.FloatField()  # how alike the matcher found them; 0 when a person put them here
    reasons = models.TextField()  # JSON list
    proposed_at = models.BigIntegerField()
    decided_at = models.BigIntegerField()
    actor = models.CharField()
    note = models.TextField()
    live = models.TextField()  # JSON list of the ids of the live decisions: refs for the next

    class Meta:
        indexes = [models.Index(fields=["state", "-bits", "id"], name="pairs_to_look_at")]


class Separation(models.Model):
    """A person parted from their family: elsewhere, since when, to be reviewed when. Never why."""

    about = "id"

    id = models.CharField(primary_key=True)
    person = models.CharField(db_index=True)
    household = models.CharField(db_index=True)
    kin = models.TextField()  # JSON list of person ids
    since = models.BigIntegerField()
    target = models.CharField()
    review_on = models.CharField()
    ended_at = models.BigIntegerField()  # 0 while it lasts
    outcome = models.CharField()

    class Meta:
        indexes = [
            models.Index(fields=["ended_at", "review_on", "since", "id"], name="reviews_by_day")
        ]


class Balance(models.Model):
    """How many people stand in one account now."""

    id = models.CharField(primary_key=True)  # place/band
    place = models.CharField(db_index=True)
    band = models.CharField()
    count = models.BigIntegerField()


class HourlyFlow(models.Model):
    """What came into and went out of one account in one hour; renaming is kept apart."""

    id = models.CharField(primary_key=True)  # place/band/hour
    place = models.CharField()
    band = models.CharField()
    hour = models.IntegerField()  # hours since 1970
    came = models.BigIntegerField()
    went = models.BigIntegerField()
    renamed = models.BigIntegerField()  # net change by people getting names on the spot

    class Meta:
        indexes = [
            models.Index(  # holds every column; what changes now lies together at its end
                fields=["hour", "place", "band", "came", "went", "renamed"], name="flow_by_hour"
            )
        ]


class DailyChange(models.Model):
    """By how much one account grew or shrank on one day: whole days of a past balance."""

    id = models.CharField(primary_key=True)  # day/place/band: today's lie together at the end
    place = models.CharField()
    band = models.CharField()
    day = models.IntegerField()  # days since 1970
    change = models.BigIntegerField()


class PostingLeg(models.Model):
    """One leg of one posting, as posted."""

    about = "id"

    id = models.CharField(primary_key=True)  # event id # number of the leg
    at = models.BigIntegerField(db_index=True)
    kind = models.CharField()
    source_place = models.CharField()
    source_band = models.CharField()
    target_place = models.CharField()
    target_band = models.CharField()
    count = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["source_place", "at"], name="legs_out_of"),
            models.Index(fields=["target_place", "at"], name="legs_into"),
        ]


class Headcount(ProjectedModel):
    """An assertion about a place, beside what the books said at that moment."""

    id = models.CharField(primary_key=True)  # event id
    place = models.CharField()
    at = models.BigIntegerField()
    counted = models.IntegerField()
    expected = models.IntegerField()
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["place", "at"], name="headcounts_of_a_place")]


class Discrepancy(ProjectedModel):
    """Something that does not fit, by name. Rooms' projections write rows of their own kinds.

    `kind`: headcount, negative, elsewhere (one person in two places), convoy (left and did not
    arrive), handout (the same grant twice), disputed (stations wrote different values), shelter
    (more people than a unit sleeps), twice (one human being under two records). `amount` is
    counted minus expected, in people or grants.
    """

    id = models.CharField(primary_key=True)
    kind = models.CharField()
    place = models.CharField(db_index=True)
    at = models.BigIntegerField()
    amount = models.IntegerField()
    people = models.TextField()  # JSON list of person ids
    facts = models.TextField()  # JSON object for the sentence

    class Meta:
        indexes = [models.Index(fields=["at"], name="discrepancies_by_time")]


class DiscrepancyNote(ProjectedModel):
    """Who looks after a discrepancy, and how it was explained or corrected."""

    id = models.CharField(primary_key=True)  # the discrepancy's id
    owner = models.CharField()
    status = models.CharField()  # open, explained, corrected
    explanation = models.TextField()
    by = models.CharField()
    at = models.BigIntegerField()


class Convoy(ProjectedModel):
    """A convoy: where from and to, when it is due, and how many are on it.

    The truck side writes it; the situation room reads it too.
    """

    id = models.CharField(primary_key=True)
    code = models.CharField(db_index=True)
    source = models.CharField()
    target = models.CharField()
    status = models.CharField()  # loading, road, arrived
    opened_at = models.BigIntegerField()
    leaves_at = models.BigIntegerField()  # 0 when nobody said
    departed_at = models.BigIntegerField()  # 0 until then
    due_at = models.BigIntegerField()  # from then on it is overdue; 0 until it has left
    way = models.CharField()  # the segments it drives, separated by spaces
    received_at = models.BigIntegerField()  # the latest receipt, 0 when there is none
    closed_at = models.BigIntegerField()
    seats = models.IntegerField()
    boarded = models.IntegerField()
    checked = models.IntegerField()
    departed = models.IntegerField()
    received = models.IntegerField()
    gone = models.IntegerField()  # left the road otherwise
    actor = models.CharField()
    allowed_by = models.CharField()  # who let it leave over a closed segment, or ""
    allowed_reason = models.CharField()
    allowed_segments = models.CharField()  # separated by spaces

    class Meta:
        indexes = [
            models.Index(fields=["status", "opened_at"], name="convoys_by_status"),
            models.Index(fields=["departed_at"], name="convoys_by_departure"),
        ]


class RoadSegment(ProjectedModel):
    """A segment of the road as somebody described it; where stations differ, a row for each."""

    id = models.CharField(primary_key=True)  # event id
    segment = models.CharField(db_index=True)
    source = models.CharField()
    target = models.CharField()
    kilometres = models.FloatField()
    hours = models.FloatField()  # it usually takes by day; 0 when nobody said so
    surface = models.CharField()  # asphalt, gravel, track, or ""
    at = models.BigIntegerField()
    actor = models.CharField()
    newer = models.IntegerField()  # live descriptions after this one: 0 for the one that is shown


class SegmentStatus(ProjectedModel):
    """What holds for a segment of the road; where stations disagree, a row for each of them."""

    id = models.CharField(primary_key=True)  # event id
    segment = models.CharField(db_index=True)
    status = models.CharField()  # open, caution, closed
    reason = models.CharField()
    authority = models.CharField()  # who decided it; "" when the actor did
    until = models.BigIntegerField()  # 0 until somebody changes it
    at = models.BigIntegerField()
    actor = models.CharField()
