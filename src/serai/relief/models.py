"""What relief keeps: what people are due, what was handed out, and what is in store."""

from django.db import models

from serai.journal.models import ProjectedModel


class Entitlement(ProjectedModel):
    """What everybody is due of one item now. A quantity of 0 means it is no longer given."""

    id = models.CharField(primary_key=True)
    item = models.CharField()
    name = models.CharField()
    name_ar = models.CharField()
    unit = models.CharField()
    per = models.CharField()
    quantity = models.IntegerField()
    period_days = models.IntegerField()
    set_at = models.BigIntegerField()
    set_by = models.CharField()
    disputed = models.BooleanField()  # stations set it differently, neither having seen the other
    written_by = models.TextField()  # JSON list of the live events: refs for the next setting


class Handout(models.Model):
    """Goods a household got in one go, and whether they were taken back."""

    about = "household"

    id = models.CharField(primary_key=True)  # event id
    household = models.CharField()
    at = models.BigIntegerField()
    place = models.CharField()
    store = models.CharField()
    token = models.CharField()
    grants = models.TextField()  # JSON list of `entitlement|period`
    goods = models.TextField()  # JSON list of [item, quantity]
    collected_by = models.CharField()
    actor = models.CharField()
    reason = models.TextField()  # why a refusal was overridden, or ""
    returned_at = models.BigIntegerField()  # 0 while it stands
    returned_by = models.CharField()

    class Meta:
        indexes = [
            models.Index(fields=["household", "at"], name="handouts_of_a_household"),
            models.Index(fields=["place", "at"], name="handouts_at_a_place"),
        ]


class Grant(models.Model):
    """One entitlement of one household used up in one period; used up twice is a discrepancy."""

    about = "household"

    id = models.CharField(primary_key=True)  # household|entitlement|period
    household = models.CharField(db_index=True)
    entitlement = models.CharField()
    period = models.CharField()
    times = models.IntegerField()
    event = models.CharField()  # the first hand-out of it
    at = models.BigIntegerField()
    place = models.CharField()
    actor = models.CharField()


class Stock(models.Model):
    """How much of one item stands in one account now: a store, or outside (supplier, issued…)."""

    id = models.CharField(primary_key=True)  # account|item
    account = models.CharField(db_index=True)
    item = models.CharField()
    quantity = models.BigIntegerField()


class StockChange(models.Model):
    """What one moment changed in a store: the balance of any past moment is a sum of these."""

    id = models.CharField(primary_key=True)  # at|account|item: new ones are written at the end
    account = models.CharField()
    item = models.CharField()
    at = models.BigIntegerField()
    quantity = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["account", "item", "at"], name="changes_of_a_store")]


class StockMove(ProjectedModel):
    """Goods that came, went to another store, or were lost, damaged or found; not hand-outs."""

    id = models.CharField(primary_key=True)  # event id # number of the leg
    at = models.BigIntegerField(db_index=True)
    source = models.CharField(db_index=True)
    target = models.CharField(db_index=True)
    item = models.CharField()
    quantity = models.BigIntegerField()
    reason = models.TextField()
    actor = models.CharField()


class StoreCount(ProjectedModel):
    """One item of one store was counted: an assertion that changes no balance."""

    id = models.CharField(primary_key=True)  # event id
    store = models.CharField()  # the place's id
    item = models.CharField()
    at = models.BigIntegerField()
    quantity = models.BigIntegerField()
    actor = models.CharField()

    class Meta:
        indexes = [models.Index(fields=["store", "at"], name="counts_of_a_store")]
