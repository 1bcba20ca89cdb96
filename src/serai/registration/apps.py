"""Django's name for this room."""

from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    """The registration room."""

    name = "serai.registration"
    default_auto_field = "django.db.models.BigAutoField"
