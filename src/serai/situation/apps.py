"""Django's name for this room."""

from django.apps import AppConfig


class SituationConfig(AppConfig):
    """The situation room."""

    name = "serai.situation"
    default_auto_field = "django.db.models.BigAutoField"
