"""Django's name for this room."""

from django.apps import AppConfig


class TracingConfig(AppConfig):
    """The tracing room."""

    name = "serai.tracing"
    default_auto_field = "django.db.models.BigAutoField"
