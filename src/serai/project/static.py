"""Styles and scripts: served from the package, hashed once a station has built them."""

import warnings
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)

from serai import __version__

BUILT_MARK = "built-by"


class HashedWhenBuilt(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names with a hash after `build`, plain names before it."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name on disk and in addresses."""
        return str(super().stored_name(name)) if self.hashed_files else name


class Static(WhiteNoiseMiddleware):  # type: ignore[misc]
    """WhiteNoise, silent where nothing was built."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No directory at")
            super().__init__(*args, **kwargs)


def build() -> bool:
    """Builds the station's static folder unless this version of serai did already."""
    mark = Path(settings.STATIC_ROOT) / BUILT_MARK
    stamp = f"{__version__} {_newest()}"
    if mark.exists() and mark.read_text() == stamp:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(stamp)
    return True


def _newest() -> int:
    package = Path(settings.PACKAGE)
    return max(int(file.stat().st_mtime) for file in package.glob("*/static/**/*"))
