"""Runs the tests of the journal, the registry and the laws once more, on PostgreSQL.

Of every room those files come along that between them send each statement the room words itself;
what Django words for it is the same on both.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from cluster import cluster

HERE = Path(__file__).resolve().parent
WHOLE = ("journal", "registry", "laws")
OF_ROOMS = {
    "access": ("messages",),
    "camp": ("allot_shelter",),
    "care": ("referral",),
    "convoys": (
        "check_off", "close_a_segment", "describe_a_segment", "explain_a_difference",
        "note_a_hazard", "receive_a_convoy",
    ),
    "reception": ("expected_people",),
    "registration": (
        "correct_a_person", "decide_a_pair", "look_a_household_up", "move_a_member",
        "register_a_household",
    ),
    "relief": (
        "handout", "keep_the_stock", "print_the_distribution", "return_a_handout",
        "set_entitlements",
    ),
    "screening": ("review", "the_wall"),
    "situation": (
        "add_a_claim", "books", "by_the_hour", "forecast", "judgement", "past_road",
        "report_taken_in", "reported_figures", "set_a_standard", "situation",
    ),
    "tracing": (
        "judge_a_candidate", "nobody_is_told_too_early", "request", "take_a_verification_back",
    ),
    "web": ("typed_nul", "undo"),
}  # fmt: skip


def main() -> int:
    """The exit code of pytest; more arguments go to it."""
    places = [f"tests/{room}" for room in WHOLE]
    places += [f"tests/{room}/test_{one}.py" for room, some in OF_ROOMS.items() for one in some]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the server goes with us
    with cluster() as address:
        environment = {**os.environ, "SERAI_DATABASE": address}
        command = [sys.executable, "-m", "pytest", "-n", "2"]
        command += ["-m", "not sqlite", *sys.argv[1:], *places]
        return subprocess.run(
            command, cwd=HERE.parent.parent, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
