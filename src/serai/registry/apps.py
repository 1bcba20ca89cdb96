"""Django's name for this room."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The registry room."""

    name = "serai.registry"
    default_auto_field = "django.db.models.BigAutoField"
