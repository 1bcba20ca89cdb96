"""The truck side's tests drive the road of the training operation."""

import pytest
from tests.conftest import PLACES, open_station
from tests.convoys.roads import ON_THE_WAY, describe_training_road, where_it_is


@pytest.fixture
def station(db: None) -> str:
    """A fresh station with its places where they are, and the road between them; its id."""
    opened = open_station([*(where_it_is(one) for one in PLACES), *ON_THE_WAY])
    describe_training_road()
    return opened
