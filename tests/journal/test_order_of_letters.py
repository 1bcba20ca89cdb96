"""A database that compares text in another way than SQLite is no place for the books."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from serai.journal.tables import check_order

pytestmark = pytest.mark.django_db(transaction=True)
IN_ENGLISH = "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'"
NO_LETTERS = "ENCODING 'SQL_ASCII' LOCALE 'C'"


@pytest.fixture(params=[IN_ENGLISH, NO_LETTERS])
def other(request: pytest.FixtureRequest) -> Iterator[BaseDatabaseWrapper]:
    """Another database of the same server."""
    if connection.vendor == "sqlite":
        yield connection
        return
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE other TEMPLATE template0 {request.param}")
    opened = connection.copy("default")
    opened.settings_dict = {**connection.settings_dict, "NAME": "other"}
    yield opened
    opened.close()
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE other")


def test_the_database_of_the_tests_is_in_order(db: None) -> None:
    assert check_order(connection) is None


def test_a_database_in_the_order_of_a_language_is_refused(other: BaseDatabaseWrapper) -> None:
    refusal = check_order(other)
    if connection.vendor == "sqlite":  # compares codes, always
        assert refusal is None
    else:
        assert "createdb --template=template0 --encoding=UTF8 --locale=C other" in str(refusal)
