"""A mark of the rules by which names become keys: where it changes, kept keys are made anew."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

HEARD_BY = {
    "serai.core.names": ("__init__", "compounds", "folding", "skeleton", "tables"),
    "serai.core.matching": ("columns", "eldest", "keys", "told"),
}
MARK_DIGITS = 15  # of sixteen: fits an integer of SQLite


@lru_cache(maxsize=1)
def mark() -> int:
    """The same number as long as every name gives the same keys.

    >>> mark() == mark() < 1 << 63
    True
    """
    read = (
        files(package).joinpath(f"{module}.py").read_bytes()
        for package, modules in HEARD_BY.items()
        for module in modules
    )
    return int(sha256(b"".join(read)).hexdigest()[:MARK_DIGITS], 16)
