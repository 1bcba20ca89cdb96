"""Rooms are alike: who knows one finds everything in the next, and only commands write events."""

import ast
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.tidy.house import ROOMS, ROOT, SOURCE, modules, tree, where

from serai.access import roles

EVERY_ROOM = (
    "__init__.py", "apps.py", "commands.py", "forms.py", "queries.py", "urls.py", "views.py",
)  # fmt: skip
# A word, as an address can hold it, for every kind of part an address may ask for.
PARTS = {"str": "x", "int": "1", "path": "x/y", "slug": "x", "uuid": "0" * 32}


def addresses() -> list[tuple[str, str, dict[str, str]]]:
    """Every address by its full name, its pattern and parts that fit it."""
    return list(_below(get_resolver(), "", ""))


def _below(resolver: URLResolver, space: str, before: str):  # type: ignore[no-untyped-def]
    for one in resolver.url_patterns:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _below(one, inner, pattern)
        elif isinstance(one, URLPattern) and one.name:
            asked = re.findall(r"<(?:(\w+):)?(\w+)>", pattern)
            yield (
                f"{space}{one.name}",
                pattern,
                {name: PARTS[kind or "str"] for kind, name in asked},
            )


def glossary() -> set[str]:
    """Every word that the glossary explains or lists for addresses, in one and in many."""
    page = (ROOT / "docs/glossary.md").read_text()
    plain = re.search(r"^Plain words in addresses: (.*)$", page, re.M)
    assert plain is not None
    terms = [*re.findall(r"^\| ([^|]+) \|", page, re.M), *re.findall(r"\*(.+?)\*", plain[1])]
    words = {"people", "out"}
    for term in (one.strip() for row in terms for one in row.split(",")):
        words |= {*re.split(r"[ -]", term), term.replace("-", "")}
    return words | {f"{word}s" for word in words}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_the_same_files(room: str) -> None:
    present = {path.name for path in (SOURCE / room).iterdir()}
    assert set(EVERY_ROOM) <= present
    assert (SOURCE / room / "templates" / room).is_dir()
    assert ("models.py" in present) == ("projections.py" in present), "tables come from events"
    assert "migrations" not in present


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_stands_in_the_docs(room: str) -> None:
    assert room in roles.ROOMS
    assert re.search(rf"\b{room}\b", (ROOT / "docs/architecture.md").read_text())


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_tests_one_file_an_action(room: str) -> None:
    assert list((ROOT / "tests" / room).glob("test_*.py"))


def test_in_a_room_only_commands_write_events() -> None:
    writers = {
        where(path)
        for path in modules()
        if path.parent.name in ROOMS and SOURCE in path.parents and path.name != "commands.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and node.module == "serai.journal.store"
        and any(name.name == "writing" for name in node.names)
    }
    assert writers == set()


def test_every_address_can_be_written_by_its_name() -> None:
    for name, pattern, parts in addresses():
        assert reverse(name, kwargs=parts), pattern


def test_every_word_of_an_address_stands_in_the_glossary() -> None:
    known = glossary()
    strange = {
        f"{word} in /{pattern}"
        for _, pattern, _ in addresses()
        for segment in re.sub(r"<[^>]*>", "", pattern).split("/")
        for word in re.split(r"-|\.(?:pdf|hxl\.csv|csv|xlsx|geojson)$", segment)
        if word and word not in known
    }
    assert strange == set()


@pytest.mark.parametrize("room", ROOMS)
def test_the_root_page_of_every_room_answers(room: str, signed_in: Callable[..., Client]) -> None:
    answer = signed_in(room).get(f"/{room}/")
    assert answer.status_code == 200
    assert "<h1" in answer.content.decode()
