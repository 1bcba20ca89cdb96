"""Django's name for this room."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    """The reception room."""

    name = "serai.reception"
    default_auto_field = "django.db.models.BigAutoField"
