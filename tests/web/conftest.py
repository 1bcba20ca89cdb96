"""Somebody signed in, for the tests of what every page shares."""

import pytest
from django.test import Client

from serai.access.accounts import create_account


@pytest.fixture
def browser(db: None) -> Client:
    """A browser in which a coordinator is signed in."""
    user = create_account("Hevi", "coordinator", "", "four words for tests")
    client = Client()
    client.force_login(user)
    return client
