"""Django's name for this room."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The registry room."""

    name = "serai.registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lets the gazetteer ask for the places this station has loaded, once it needs them."""
        from serai.core import gazetteer  # noqa: PLC0415 - Django asks for this late
        from serai.registry import loaded_places  # noqa: PLC0415

        gazetteer.bring(loaded_places.text)
