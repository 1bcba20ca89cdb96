"""The command line, as everywhere."""

from tests.cli.conftest import serai

__all__ = ["serai"]
