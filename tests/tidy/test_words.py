"""The words of the house: none that judges, that makes a person a file, or that says nothing.

Names that we give are looked at: of files, modules, classes, functions, arguments and variables,
of events, and the sentences on the screen. Names of Django and Python stay as they are.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.tidy.house import ROOT, SOURCE, modules, templates, texts, tree, where

from serai.core.events import KINDS

SAYS_NOTHING = r"utils?|helpers?|services?|common|misc|managers?|handlers?|data|infos?|stuff"
JUDGES = r"beneficiary|beneficiaries|cases?|suspects?|suspected|suspicion|suspicious"
BANNED = re.compile(rf"{SAYS_NOTHING}|{JUDGES}")
JUDGED = re.compile(rf"\b(?:{JUDGES}|watch ?lists?|risk scores?)\b", re.I)
# "In any case" judges nobody, and letters have a case.
SAYINGS = re.compile(r"\b(?:in|in any|in that|in each|upper|lower)[ -]?case\b", re.I)
# What holds a station is the data folder: `--data`, SERAI_DATA. `data` is also what Django calls
# the sent fields of a form; `data_type` is openpyxl's, `handle_data` the HTML parser's.
ALLOWED = frozenset(("data", "DATA", "Data", "DATA_DEFAULT", "data_type", "handle_data"))
FILES_ALLOWED = frozenset(("docs/data.md",))  # where the facts from outside come from
MSGID = re.compile(r'^msgid(?:_plural)? ((?:".*"\n?)+)', re.M)


def words_of(name: str) -> list[str]:
    """The words of an identifier: both `two_words` and `TwoWords`."""
    return re.sub(r"([a-z\d])([A-Z])", r"\1_\2", name).lower().split("_")


def is_banned(name: str) -> bool:
    return name not in ALLOWED and any(BANNED.fullmatch(word) for word in words_of(name))


def names_made(path: Path) -> Iterator[tuple[str, int]]:
    """Every name this module gives to something, with its line."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr, node.lineno
            case ast.alias(asname=str()):
                yield str(node.asname), node.lineno


def test_no_name_in_the_code_is_a_word_that_judges_or_says_nothing() -> None:
    found = [
        f"{where(path, line)} {name}"
        for path in modules()
        for name, line in names_made(path)
        if is_banned(name)
    ]
    assert found == []


def test_no_file_or_folder_is_called_so() -> None:
    found = [
        where(path)
        for path in (*texts(), *templates())
        if where(path) not in FILES_ALLOWED
        and any(
            BANNED.fullmatch(word)
            for part in path.relative_to(ROOT).parts
            for word in re.split(r"[_.\-]", part.lower())
        )
    ]
    assert found == []


def test_no_event_is_called_so() -> None:
    assert [
        kind for kind, _ in KINDS if any(BANNED.fullmatch(word) for word in kind.split("_"))
    ] == []


def test_no_page_and_no_sentence_calls_a_person_so() -> None:
    catalogue = (SOURCE / "locale/ar/LC_MESSAGES/django.po").read_text()
    sentences = [(where(path), path.read_text()) for path in templates()]
    sentences += [("a sentence to be translated", said) for said in MSGID.findall(catalogue)]
    found = [
        f"{place}: {hit.group()}"
        for place, text in sentences
        for hit in JUDGED.finditer(SAYINGS.sub("", text))
    ]
    assert found == []


def test_a_name_with_such_a_word_in_it_would_be_found() -> None:
    assert is_banned("person_info")
    assert is_banned("FamilyManager")
    assert is_banned("open_cases")
    assert not is_banned("information")
    assert not is_banned("casing")
