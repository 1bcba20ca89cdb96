"""The truck side's tests drive the road of the training operation."""

import pytest
from tests.convoys.roads import open_on_the_road


@pytest.fixture
def station(db: None) -> str:
    """A fresh station with its places where they are, and the road between them; its id."""
    return open_on_the_road()
