"""What every test may ask for: a small station, an author, somebody signed in, the time."""

import os
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "serai",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("serai"), max_examples=2000)
settings.load_profile(os.environ.get("SERAI_HYPOTHESIS", "serai"))


@pytest.fixture
def now_ms() -> int:
    """The time, in milliseconds since 1970."""
    return int(time.time() * 1000)
