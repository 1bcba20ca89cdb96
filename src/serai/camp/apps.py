"""Django's name for this room."""

from django.apps import AppConfig


class CampConfig(AppConfig):
    """The camp room."""

    name = "serai.camp"
    default_auto_field = "django.db.models.BigAutoField"
