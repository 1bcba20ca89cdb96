"""The same first look by Splink, on DuckDB or on a Spark that is there already.

Splink gets our columns, our keys and our weights: nothing is estimated, so that its answer can
stand beside ours. Its unsupervised estimate on raw names finds a quarter of what is there.
"""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow
from splink import DuckDBAPI, Linker, SettingsCreator, SparkAPI
from splink.blocking_rule_library import block_on
from splink.comparison_level_library import CustomLevel, ElseLevel
from splink.comparison_library import CustomComparison

from serai.core.matching import weights
from serai.linkage.blocking import keys_of
from serai.linkage.coarse import LEAST, SAME_HOME, Pairs, scored
from serai.linkage.registry import NONE, WORDS, Numbers, People

SLACK_BITS = 8.0  # Splink counts words by their place in the name and so differs by this much
U_PROBABILITY = 0.01
ELSEWHERE_BITS = 6.0  # a word of the one that the other has in another place
YEARS_APART = ((2, 0.4), (5, -1.5), (8, -4.0))  # between the spans, and bits
M_MAX = 0.99
COLUMNS = ("given", "second", "third", "last")
SPARK_MEMORY = "4g"
PARTITIONS = 2
ANSWER = ("unique_id_l", "unique_id_r")


def splinked(people: People, engine: str, spark_url: str = "") -> Pairs:
    """Pairs that Splink lets through: `engine` is `splink` (on DuckDB) or `spark`.

    `spark_url` is a Spark Connect address (`sc://…`) or a master such as `local[2]`.
    """
    if engine == "spark":
        rows = _predicted(_on_spark(people, spark_url)).as_spark_dataframe().select(*ANSWER)
        table = rows.toArrow()
    else:
        rows = _predicted(_on_duckdb(people)).as_duckdbpyrelation().project(", ".join(ANSWER))
        table = rows.to_arrow_table()
    first, second = (table.column(name).to_numpy() for name in ANSWER)
    return _told(people, first.astype(np.int32), second.astype(np.int32))


def settings(people: int) -> Any:
    """What Splink is told: our keys, our weights, no training."""

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[*_names(), _eldest(), _sex(), _years(), _place(), _home()],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        probability_two_random_records_match=1 / max(2, people),
        retain_matching_columns=False,
        unique_id_column_name="unique_id",
    )


def table_of(people: People) -> arrow.Table:
    """The columns that Splink sees: one row a person."""

    who, key = keys_of(people)
    order = np.argsort(who, kind="stable")
    counts = np.bincount(who, minlength=len(people))
    ends = np.concatenate(([0], np.cumsum(counts)))
    keys = arrow.ListArray.from_arrays(
        arrow.array(ends.astype(np.int32)), arrow.array(key[order].view(np.int64))
    )
    columns: dict[str, Any] = {"unique_id": np.arange(len(people), dtype=np.int32), "keys": keys}
    for place, name in enumerate(COLUMNS[:WORDS]):
        columns[name] = _known(people.words[:, place])
    columns |= {name: _known(getattr(people, name)) for name in ("eldest", "place", "home")}
    columns["sex"] = _known(np.where(people.sex > 0, people.sex, NONE))
    for name in ("first_year", "last_year"):
        years = getattr(people, name)
        columns[name] = _known(np.where(years > 0, years, NONE))
    return arrow.table(columns)


def _predicted(linker: Linker) -> Any:
    return linker.inference.predict(threshold_match_weight=LEAST - SLACK_BITS)


def _told(people: People, one: Numbers, other: Numbers) -> Pairs:
    """What Splink let through, with the bits of our own first look."""
    first, second = np.minimum(one, other), np.maximum(one, other)
    apart = (first < people.left) & ((second >= people.left) | (people.left == len(people)))
    return scored(people, first[apart], second[apart])


def _on_duckdb(people: People) -> Linker:

    api = DuckDBAPI()
    return Linker(api.register(table_of(people)), settings(len(people)), log_level=40)


def _on_spark(people: People, url: str) -> Linker:

    spark = session(url)
    rows = spark.createDataFrame(table_of(people))
    api = SparkAPI(  # type: ignore[no-untyped-call]
        spark_session=spark,
        break_lineage_method="persist",
        register_udfs_automatically=False,
        num_partitions_on_repartition=PARTITIONS,
    )
    return Linker(api.register(rows), settings(len(people)), log_level=40)


def session(url: str) -> Any:
    """The Spark that runs here already, one behind a Connect address, or a new local one."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - large, and few install it

    running = SparkSession.getActiveSession()
    if running is not None and not url:
        return running
    builder = SparkSession.builder.appName("serai linkage")
    if url.startswith("sc://"):
        return builder.remote(url).getOrCreate()
    told: dict[str, bool | float | int | str | None] = {
        "spark.driver.memory": SPARK_MEMORY,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(PARTITIONS),
        "spark.sql.warehouse.dir": str(Path(tempfile.gettempdir()) / "serai-spark"),
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    return builder.master(url or "local[2]").config(map=told).getOrCreate()


def _known(column: Any) -> Any:

    return arrow.array(column, mask=column == NONE)


def _level(condition: str, bits: float, frequency_of: str = "") -> Any:
    """A level that says so many bits; with a column, the rarity of its value beside them."""

    if frequency_of:
        return CustomLevel(condition).configure(
            m_probability=min(M_MAX, 2**bits),
            u_probability=U_PROBABILITY,
            tf_adjustment_column=frequency_of,
            disable_tf_exact_match_detection=True,
        )
    u = min(U_PROBABILITY, M_MAX / 2**bits)
    return CustomLevel(condition).configure(m_probability=u * 2**bits, u_probability=u)


def _else(bits: float) -> Any:

    m = U_PROBABILITY * 2**bits
    return ElseLevel().configure(m_probability=m, u_probability=U_PROBABILITY)


def _null(*columns: str) -> Any:

    gone = " OR ".join(f"{one}_l IS NULL OR {one}_r IS NULL" for one in columns)
    return CustomLevel(gone).configure(is_null_level=True)


def _comparison(name: str, levels: list[Any]) -> Any:

    return CustomComparison(output_column_name=name, comparison_levels=levels)


def _names() -> list[Any]:
    found = [
        _comparison(
            "given",
            [
                _null("given"),
                _level("given_l = given_r", 0.0, "given"),
                _level("given_l = second_r AND second_l = given_r", ELSEWHERE_BITS),
                _else(-4.0),
            ],
        )
    ]
    for name in COLUMNS[1:]:
        elsewhere = " OR ".join(
            f"{name}_l = {other}_r OR {other}_l = {name}_r"
            for other in COLUMNS[1:]
            if other != name
        )
        found.append(
            _comparison(
                name,
                [
                    _null(name),
                    _level(f"{name}_l = {name}_r", 0.0, name),
                    _level(elsewhere, ELSEWHERE_BITS),
                    _else(weights.PART_DIFFERS / 2),
                ],
            )
        )
    return found


def _eldest() -> Any:
    return _comparison(
        "eldest",
        [
            _null("eldest"),
            _level("eldest_l = eldest_r", 0.0, "eldest"),
            _else(0.0),
        ],
    )


def _sex() -> Any:
    same = _level("sex_l = sex_r", weights.SEX_SAME)
    return _comparison("sex", [_null("sex"), same, _else(weights.SEX_DIFFERS)])


def _years() -> Any:
    apart = "greatest(first_year_l - last_year_r, first_year_r - last_year_l)"
    levels = [_level(f"{apart} <= 0", weights.AGE_MAX - 1)]
    levels += [_level(f"{apart} <= {most}", bits) for most, bits in YEARS_APART]
    last = _else(weights.AGE_MIN)
    return _comparison("years", [_null("first_year", "last_year"), *levels, last])


def _place() -> Any:
    same = _level("place_l = place_r", -weights.PLACE_TRUST, "place")
    return _comparison("place", [_null("place"), same, _else(weights.PLACE_DIFFERS)])


def _home() -> Any:
    same = _level("home_l = home_r", SAME_HOME)
    return _comparison("home", [_null("home"), same, _else(0.0)])
