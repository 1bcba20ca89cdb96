"""The operation as generated, whole and small, told once for all tests."""

import pytest

from serai.simulation.operation import operation


@pytest.fixture(scope="session", params=[2019])
def whole(request):
    """The whole operation with the seed of the training."""
    return operation(request.param)


@pytest.fixture(scope="session", params=[2, 3, 5])
def small(request):
    """A hundredth of it, with other seeds."""
    return operation(request.param, scale=0.01)
