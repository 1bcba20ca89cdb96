"""Django's name for this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web room."""

    name = "serai.web"
    default_auto_field = "django.db.models.BigAutoField"
