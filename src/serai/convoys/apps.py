"""Django's name for this room."""

from django.apps import AppConfig


class ConvoysConfig(AppConfig):
    """The convoys room."""

    name = "serai.convoys"
    default_auto_field = "django.db.models.BigAutoField"
