"""Accounts of the people who work here: role, usual place, wrong tries to sign in, searches.

These tables belong to one station and never travel; the journal only knows the names.
"""

from django.conf import settings
from django.db import models


class Account(models.Model):
    """What an account's owner does here, and where they usually work."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="account"
    )
    role = models.CharField(max_length=30)
    place = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.user.get_username()}: {self.role}"


class WrongTries(models.Model):
    """How often a name was tried with a wrong password, since when, until when it must wait."""

    username = models.CharField(max_length=150, primary_key=True)
    count = models.IntegerField(default=0)
    since_at = models.BigIntegerField()
    locked_until_at = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.username}: {self.count}"


class Search(models.Model):
    """Somebody looked for people by name: who, when, for what, which words, how many answers."""

    at = models.BigIntegerField(db_index=True)
    actor = models.CharField(max_length=150)
    purpose = models.CharField(max_length=60)  # the room
    words = models.CharField(max_length=80)
    answers = models.IntegerField()
    typing = models.BooleanField()  # a list that follows the typing; the line grows with it
    recent = models.IntegerField()  # searches of the same account in the hour before

    class Meta:
        indexes = [models.Index(fields=["actor", "at"], name="searches_of_a_person")]

    def __str__(self) -> str:
        return f"{self.actor}: {self.words}"
