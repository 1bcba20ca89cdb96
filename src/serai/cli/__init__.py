"""The `serai` command: everything a script or an administrator can ask of a station.

Exit codes: 0 done; 1 refused or bad input; 2 wrong usage; 3 something does not verify or balance;
4 the surroundings (a missing file, port, folder, disk, database, Python). An error is one line on
stderr.
"""

import sys

PYTHON_OLDEST = (3, 11)


def main() -> None:
    """Runs the command line and exits with its code."""
    if sys.version_info[:2] < PYTHON_OLDEST:
        sys.exit(_too_old(sys.version_info[:2]))
    from serai.cli.command import run

    sys.exit(run(sys.argv[1:]))


def _too_old(version: tuple[int, int]) -> int:
    oldest = ".".join(map(str, PYTHON_OLDEST))
    here = ".".join(map(str, version))
    sys.stderr.write(f"serai: needs Python {oldest} or newer, and this is {here}.\n")
    return 4
