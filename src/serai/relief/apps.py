"""Django's name for this room."""

from django.apps import AppConfig


class ReliefConfig(AppConfig):
    """The relief room."""

    name = "serai.relief"
    default_auto_field = "django.db.models.BigAutoField"
