"""The operation as generated, whole and small, told once for all tests."""

from pathlib import Path

import pytest

from serai.simulation.operation import operation

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The whole operation takes a while to tell; the small ones keep the same laws."""
    for item in items:
        if "whole" in getattr(item, "fixturenames", ()) and HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", params=[2019])
def whole(request):
    """The whole operation with the seed of the training."""
    return operation(request.param)


@pytest.fixture(scope="session", params=[2, 3, 5])
def small(request):
    """A hundredth of it, with other seeds."""
    return operation(request.param, scale=0.01)
