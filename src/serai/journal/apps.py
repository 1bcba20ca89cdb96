"""Django's name for this room."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal room."""

    name = "serai.journal"
    default_auto_field = "django.db.models.BigAutoField"
