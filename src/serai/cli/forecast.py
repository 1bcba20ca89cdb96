"""`serai forecast`: how many people may arrive tomorrow and in the coming days, from a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from serai.cli.answers import Code, Stop

if TYPE_CHECKING:
    from serai.core.forecast import Band, Forecast, Past
    from serai.core.forecast.scenario import Scenario
    from serai.core.forecast.series import Series

SUMS = (3, 7)
LOOKED_BACK_DAYS = 7


def forecast(
    file: Annotated[Path, typer.Argument(help="CSV of date,count; a missing day is not zero.")],
    as_json: Annotated[bool, typer.Option("--json", help="Everything as one JSON object.")] = False,
    low: Annotated[int | None, typer.Option(min=0, help="Scenario: at least so many.")] = None,
    high: Annotated[int | None, typer.Option(min=0, help="Scenario: at most so many.")] = None,
) -> None:
    """Forecast arrivals: tomorrow, 3 and 7 days as sums; what was said lately, and what came.

    Each band holds four times in five. `--low 2000 --high 6000` adds what follows if the way opens
    tomorrow and brings so many. Below five days of counts there is the last day and the scenario.

    Example: serai forecast arrivals.csv --low 2000 --high 6000
    """
    from serai.core.forecast import forecast as forecast_of
    from serai.core.forecast import looked_back, scenario

    series = _read(file)
    if (low is None) != (high is None) or (low or 0) > (high or 0):
        raise Stop("A scenario needs --low and --high, the lower number first.", Code.USAGE)
    made = forecast_of(series.counts)
    past = list(looked_back(series.counts, LOOKED_BACK_DAYS))
    opened = scenario(series.counts, low, high or 0) if low is not None else None
    if as_json:
        print(json.dumps(_row(series, made, past, opened)))
        return
    for line in (*_said(series, made), *_opened(opened), *_lately(series, past)):
        print(line)


def _read(file: Path) -> "Series":
    from serai.core.forecast.series import Fault, read_csv

    try:
        return read_csv(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Stop(f"{file}: this is no text in UTF-8; save it as CSV UTF-8.") from None
    except Fault as fault:
        raise Stop(f"{file}, {fault}") from None


def _said(series: "Series", made: "Forecast") -> Iterator[str]:
    if series.only_grows:
        yield "These counts only grow. If they are a running total, give what each day brought."
    yield f"{series.last_on}: {made.last:,} arrived (the last day counted)"
    if not made.is_enough:
        yield "Fewer than five days of counts: no forecast. Give a scenario: --low and --high."
        return
    yield f"{'tomorrow, ' + str(series.on(len(series.counts))):24} {_band(made.days[0])}"
    for days in SUMS:
        yield f"{f'{days} days together':24} {_band(made.sum(days))}"
    yield f"{'somebody comes tomorrow':24} {made.open_chance:.0%}"


def _opened(opened: "Scenario | None") -> Iterator[str]:
    if opened:
        yield "If the way opens tomorrow:"
        yield f"{'  tomorrow':24} {_band(opened.tomorrow)}"
        for days in SUMS:
            yield f"{f'  {days} days together':24} {_band(opened.sum(days))}"


def _lately(series: "Series", past: "list[Past]") -> Iterator[str]:
    if past:
        yield "Said on the evening before, and what came:"
    for one in past:
        mark = "" if one.held else "  outside the band"
        yield f"  {series.on(one.day)}  {_band(one.band):40} came {one.came:,}{mark}"


def _band(band: "Band") -> str:
    return f"{band.low:,} to {band.high:,}, middle {band.median:,}"


def _row(
    series: "Series", made: "Forecast", past: "list[Past]", opened: "Scenario | None"
) -> dict[str, Any]:
    coming = len(series.counts)
    return {
        "last_on": str(series.last_on),
        "last": made.last,
        "enough": made.is_enough,
        "days": [
            {"date": str(series.on(coming + ahead)), **_ends(band)}
            for ahead, band in enumerate(made.days)
        ],
        "sums": {str(days): _ends(made.sum(days)) for days in SUMS if made.is_enough},
        "open_chance": round(made.open_chance, 3) if made.is_enough else None,
        "past": [
            {"date": str(series.on(one.day)), **_ends(one.band), "came": one.came} for one in past
        ],
        "scenario": opened
        and {
            "tomorrow": _ends(opened.tomorrow),
            "sums": {str(days): _ends(opened.sum(days)) for days in SUMS},
        },
    }


def _ends(band: "Band") -> dict[str, int]:
    return {"low": band.low, "median": band.median, "high": band.high}
