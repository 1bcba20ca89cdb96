"""Runs the tests of the journal, the registry and the laws once more, on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from cluster import cluster

HERE = Path(__file__).resolve().parent
ROOMS = ("journal", "registry", "laws")


def main() -> int:
    """The exit code of pytest; more arguments go to it."""
    folders = [f"tests/{room}" for room in ROOMS if any((HERE.parent / room).glob("test_*.py"))]
    with cluster() as address:
        environment = {**os.environ, "SERAI_DATABASE": address}
        command = [sys.executable, "-m", "pytest", "-m", "not sqlite", *sys.argv[1:], *folders]
        return subprocess.run(
            command, cwd=HERE.parent.parent, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
