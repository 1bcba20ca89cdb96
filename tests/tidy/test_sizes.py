"""Nothing in the house is too big to be read at once, and every file says what it is for."""

import ast
from statistics import median

from tests.tidy.house import SOURCE, functions, modules, tree, where

FUNCTION_LINES_MAX = 50
FUNCTION_LINES_USUAL = 10  # half of the functions are no longer than this
FILE_LINES_MAX = 400
FIRST_SENTENCE_WORDS_MIN = 4


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_module_says_in_its_first_sentence_what_it_is_for() -> None:
    silent = [
        where(path)
        for path in modules()
        if path.stat().st_size
        and len((ast.get_docstring(tree(path)) or "").partition("\n\n")[0].split())
        < FIRST_SENTENCE_WORDS_MIN
    ]
    assert silent == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{where(path, one.lineno)} {one.name} {lines_of(one)}"
        for path in modules()
        for one in functions(path)
        if lines_of(one) > FUNCTION_LINES_MAX
    ]
    assert long == []


def test_most_functions_are_short() -> None:
    lengths = [
        lines_of(one) for path in modules() if SOURCE in path.parents for one in functions(path)
    ]
    print(f"{len(lengths)} functions, median {median(lengths)} lines, longest {max(lengths)}")
    assert median(lengths) <= FUNCTION_LINES_USUAL


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    counts = {where(path): len(path.read_text().splitlines()) for path in modules()}
    assert {path: count for path, count in counts.items() if count > FILE_LINES_MAX} == {}
