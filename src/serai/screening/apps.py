"""Django's name for this room."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """The screening room."""

    name = "serai.screening"
    default_auto_field = "django.db.models.BigAutoField"
