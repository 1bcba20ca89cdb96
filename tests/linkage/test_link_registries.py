"""Somebody links two registries, or one with itself, and puts what was found into the queue."""

import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from pyarrow import parquet
from tests.cli.conftest import Serai

from serai.core import names
from serai.core.matching.scoring import Scorer
from serai.linkage import blocking, full, job, reading
from serai.linkage.bounds import least_of
from serai.linkage.choice import chosen
from serai.linkage.coarse import Pairs, scored
from serai.linkage.registry import NONE, read_people

COUNT, AGAIN, SEED = 3_000, 300, 23
LEAST = 4.0
NAMES = (
    "محمد أحمد عبد الرحمن الجبوري", "Mohammed Ahmed Abd al-Rahman al-Jubouri", "Muhamad Hasan",
    "حسن حسين سالم سليم", "Hussein Salem Salim Kazim", "كاظم قاسم خالد", "Qasim Khaled Ayşe",
    "Айша Халид", "Um Ali Fatima", "Hsan Mohamed Alii", "李明 علي Ola Wael", "ذو الفقار الياس",
)  # fmt: skip
FOR_SPARK = 1_500  # people; a local Spark takes its time to start
Found = set[tuple[str, str]]


@pytest.fixture(scope="module")
def files(serai: Serai, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry, sightings of a tenth of its people, and both in one file."""
    folder = tmp_path_factory.mktemp("registries")
    ran = serai(
        "simulate", "people", "--count", COUNT, "--seed", SEED, "--out", folder / "people.jsonl",
        "--second-sightings", folder / "again.jsonl", "--sightings", AGAIN,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    both = (folder / "people.jsonl").read_bytes() + (folder / "again.jsonl").read_bytes()
    (folder / "both.jsonl").write_bytes(both)
    return folder


def pairs_in(path: Path) -> Found:
    return {(row["left"], row["right"]) for row in parquet.read_table(path).to_pylist()}


def true_pairs(folder: Path) -> Found:
    rows = map(json.loads, (folder / "again.jsonl").read_text().splitlines())
    return {(row["of"], row["id"]) for row in rows}


def linked(files: Path, engine: str, tmp_path: Path) -> Found:
    out = tmp_path / f"{engine}.parquet"
    job.link(files / "both.jsonl", None, out, LEAST, engine)
    return pairs_in(out)


def test_most_second_sightings_are_found_and_little_else(files: Path, tmp_path: Path) -> None:
    found, true = linked(files, job.OWN, tmp_path), true_pairs(files)
    assert len(found & true) / len(found) >= 0.9
    assert len(found & true) / len(true) >= 0.6


def test_two_files_give_pairs_across_them_only(files: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.parquet"
    job.link(files / "people.jsonl", files / "again.jsonl", out, LEAST)
    found = pairs_in(out)
    assert len(found & true_pairs(files)) / AGAIN >= 0.6
    assert all(left[0] == "p" and right[0] == "q" for left, right in found)


def test_splink_gets_the_same_pairs(files: Path, tmp_path: Path) -> None:
    ours, theirs = linked(files, "duckdb", tmp_path), linked(files, "splink", tmp_path)
    assert len(ours ^ theirs) <= 0.01 * len(ours)


def test_duckdb_gets_the_very_same_pairs(files: Path, tmp_path: Path) -> None:
    assert linked(files, job.OWN, tmp_path) == linked(files, "duckdb", tmp_path)


@pytest.fixture
def spark(tmp_path: Path) -> Iterator[None]:
    """A Spark that runs here already, made for little work: nothing is compiled for so few rows."""
    sql = pytest.importorskip("pyspark.sql")
    light = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.warehouse.dir": str(tmp_path / "warehouse"),
    }
    running = sql.SparkSession.builder.master("local[1]").config(map=light).getOrCreate()
    yield
    running.stop()


@pytest.mark.slow
def test_spark_gets_the_same_pairs(spark: None, files: Path, tmp_path: Path) -> None:
    some = b"".join((files / "both.jsonl").read_bytes().splitlines(True)[-FOR_SPARK:])
    (tmp_path / "both.jsonl").write_bytes(some)
    ours, theirs = linked(tmp_path, "duckdb", tmp_path), linked(tmp_path, "spark", tmp_path)
    assert len(ours) > FOR_SPARK / 20
    assert len(ours ^ theirs) <= 0.01 * len(ours)


@pytest.mark.parametrize(
    ("step", "engine"), [("scored", job.OWN), ("scored", "duckdb"), ("_fits", job.OWN)]
)
def test_a_run_that_was_cut_off_goes_on_where_it_stopped(
    step: str, engine: str, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "PEOPLE_PER_SLICE", 500)
    monkeypatch.setattr(job, "PAIRS_PER_PIECE", 100)
    asked: list[int] = []
    real = getattr(full, step)

    def counted(*told: object) -> object:
        asked.append(1)
        return real(*told)

    def cut_off(*told: object) -> object:
        if len(asked) == 3:
            raise KeyboardInterrupt
        return counted(*told)

    monkeypatch.setattr(full, step, counted)
    whole = linked(files, engine, tmp_path / "..")
    pieces = len(asked)
    asked.clear()
    monkeypatch.setattr(full, step, cut_off)
    with pytest.raises(KeyboardInterrupt):
        linked(files, engine, tmp_path)
    assert not (tmp_path / f"{engine}.parquet").exists()
    monkeypatch.setattr(full, step, counted)
    assert linked(files, engine, tmp_path) == whole
    assert len(asked) == pieces > 4


def test_other_files_begin_anew(files: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.parquet"
    parts = job._parts_of(out, files / "both.jsonl", None, "duckdb")
    (parts / "0.npz").write_bytes(b"of other files")
    held = job._parts_of(out, files / "people.jsonl", None, "duckdb")
    assert [path.name for path in held.iterdir()] == ["mark"]


def test_every_pair_is_asked_once_and_lower_numbers_first(files: Path) -> None:
    import duckdb
    import pyarrow as arrow

    people = read_people(files / "both.jsonl")
    who, key = blocking.keys_of(people)
    with duckdb.connect() as store:
        store.register("told", arrow.table({"who": who, "key": key}))
        slices = list(blocking.candidates(store, people, blocking.slices_of(people, 1_000)))
    asked = [pair for _, one, other in slices for pair in zip(one, other, strict=True)]
    assert len(asked) == len(set(asked)) > COUNT
    joint = full.joint_of(people)
    assert set(zip(*joint.pairs(0, len(people)), strict=True)) == set(asked)
    assert all(one < other for one, other in asked)


def test_a_pair_stays_only_where_each_is_the_others_best_by_a_margin() -> None:
    import numpy as np

    def kept(*rows: tuple[int, int, float]) -> Iterable[tuple[int, int]]:
        first, second, bits = zip(*rows, strict=True)
        pairs = Pairs(np.array(first, np.int32), np.array(second, np.int32), np.array(bits))
        return [(one.first, one.second) for one in chosen(pairs, 2.0)]

    assert kept((1, 2, 5.0), (1, 3, 4.5)) == []
    assert kept((1, 2, 5.0), (1, 3, 3.5)) == [(1, 2)]
    assert kept((1, 2, 5.0), (2, 3, 7.0)) == [(2, 3)]
    assert kept((1, 2, 1.5)) == []


def test_words_that_are_passed_over_say_nothing_either_way() -> None:
    """The sieve before the full comparison is exact for every two words of the invented people."""
    words = sorted({one for name in NAMES for one in names.words(name)})
    scorer = Scorer(lambda sound: 0.001, 1000)
    for one, other in combinations(words, 2):
        if full.marks(one).isdisjoint(full.marks(other)):
            assert scorer.word_bits(one, other) == 0, (one, other)


def test_whoever_is_not_compared_in_full_is_nobody_to_be_listed(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = read_people(files / "both.jsonl")
    found = scored(people, *full.joint_of(people).pairs(0, len(people)))
    with full.workers(people):
        some = full.compared(found)
        monkeypatch.setattr(full, "within_reach", lambda people, pairs, scorer: pairs)
        every = full.compared(found)
    looked_at, worth = (
        {(row[0], row[1]) for row in zip(*columns, strict=True) if row[2] >= least_of(people)}
        for columns in ((one.first, one.second, one.bits) for one in (some, every))
    )
    assert looked_at == worth
    assert len(some) < 0.7 * len(every)


def test_birthdays_addresses_and_phones_find_whom_names_alone_do_not(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "names": ["Hasan Ali"], "born_on": "1986-04-30", "phone": "+964 770 123 4567"},
        {"id": "2", "names": ["حسن علي"], "born_on": "30.04.1986", "phone": "0770 1234567"},
        {"id": "3", "names": ["Hasan Ali"], "born_on": "1971-01-02"},
        {"id": "4", "names": ["", "Ali"], "born_on": "1968-11-09", "address": "12 Palm St, Hajin"},
        {"id": "5", "names": ["Omar Ali"], "born_on": "1968-11-09", "address": "Hajin 12 palm st"},
    ]
    file = tmp_path / "people.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    job.link(file, None, tmp_path / "pairs.parquet", 0.0)
    assert pairs_in(tmp_path / "pairs.parquet") == {("1", "2"), ("4", "5")}


def test_who_bears_another_given_name_is_listed_where_everybody_else_is_found_again(
    tmp_path: Path,
) -> None:
    """A twin would be missing from the other registry, and here hardly anybody is."""
    givens = ("Hasan", "Omar", "Layla", "Zaynab", "Mustafa", "Karim", "Salwa", "Ibrahim")
    families = ("Jubouri", "Dulaimi", "Shammari", "Tikriti")
    both = enumerate((given, family) for family in families for given in givens)
    people = [
        {"id": f"{at}", "names": [f"{given} {family}"], "born_on": f"{1960 + at}-0{at % 9 + 1}-11",
         "address": f"{at} Palm Street {family}", "phone": f"07701{at:06}"}
        for at, (given, family) in both
    ]  # fmt: skip
    again = [{**one, "id": f"r{one['id']}"} for one in people]
    again[0]["names"] = ["Samir Jubouri"]
    left, all_right, few_right = (tmp_path / name for name in ("left", "all", "few"))
    for path, rows in ((left, people), (all_right, again), (few_right, again[:1])):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    job.link(left, all_right, tmp_path / "all.parquet", 2.0)
    job.link(left, few_right, tmp_path / "few.parquet", 2.0)
    assert pairs_in(tmp_path / "all.parquet") == {(one["id"], f"r{one['id']}") for one in people}
    assert pairs_in(tmp_path / "few.parquet") == set()


def test_a_file_read_in_pieces_is_the_file_read_at_once(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_people(files / "both.jsonl")
    monkeypatch.setattr(reading, "PIECE_BYTES", 50_000)
    parts = read_people(files / "both.jsonl")
    assert len(parts.parts) > 5
    assert parts.ids == whole.ids
    assert all(parts.told(n) == whole.told(n) for n in range(0, len(whole), 7))
    assert (parts.words == NONE).tolist() == (whole.words == NONE).tolist()
    assert parts.people_with == whole.people_with


def test_an_empty_registry_has_no_pairs(tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_text("")
    people, found = job.link(tmp_path / "people.jsonl", None, tmp_path / "pairs.parquet", LEAST)
    assert (len(people), found) == (0, [])
