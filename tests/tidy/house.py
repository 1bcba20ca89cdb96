"""The files of the house, read once: what every tidy test looks at."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "serai"
CODE = tuple(ROOT / name for name in ("src", "tests", "tools", "benches"))
TEXT = (*CODE, ROOT / "docs", ROOT / ".ci")
ROOMS = (
    "reception",
    "registration",
    "screening",
    "care",
    "convoys",
    "relief",
    "camp",
    "tracing",
    "situation",
)
TEXT_ENDINGS = frozenset(
    (".py", ".md", ".html", ".css", ".js", ".svg", ".sh", ".toml", ".txt", ".po", ".jsonl", "")
)
NOT_OURS = ("/vendor/", "/__pycache__/", "/data/")


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file we wrote; migrations are Django's."""
    found = (path for folder in CODE for path in sorted(folder.rglob("*.py")))
    return tuple(path for path in found if "migrations" not in path.parts)


@cache
def templates() -> tuple[Path, ...]:
    """Every page and part of a page."""
    return tuple(sorted(SOURCE.glob("*/templates/**/*.html")))


@cache
def texts() -> tuple[Path, ...]:
    """Every text of the project, in whatever language a person wrote it."""
    deep = (path for folder in TEXT for path in sorted(folder.rglob("*")))
    found = (*sorted(ROOT.glob("*")), *deep)
    return tuple(
        path
        for path in found
        if path.is_file()
        and path.suffix in TEXT_ENDINGS
        and not any(part in path.as_posix() for part in NOT_OURS)
    )


@cache
def tree(path: Path) -> ast.Module:
    """A module, read."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def where(path: Path, line: int = 0) -> str:
    """A place to look, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))
