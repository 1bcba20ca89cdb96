"""Public reports come in during the operation, are read, and judged by the coordinator.

The words and what was done about them stand in `public_reports.txt`; the figures in them are
found by the same reader that a station uses, not written down twice.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from serai.core.clock import MINUTE_MS
from serai.core.events import ClaimsCompared, ClaimsJudged, ReadClaim, ReportRead, ReportTaken
from serai.core.events.reports import Verdict
from serai.core.reports import Meta, read
from serai.core.reports.written import digest_of, written
from serai.simulation.days import day_number, moment
from serai.simulation.opening import COORDINATOR
from serai.simulation.story import Story

FILE = Path(__file__).with_name("public_reports.txt")
JUDGED_AFTER_MS = 25 * MINUTE_MS
PURPOSE = "situation"


class PublicReport(msgspec.Struct, frozen=True):
    """One report of the file: when it came in, its words, and what was done about figures."""

    day: date
    hour: float
    source: str
    judged: str  # accepted, or waiting
    title: str
    text: str
    acts: tuple[tuple[str, str], ...]  # the words of a figure, and what became of it


class Side(msgspec.Struct, frozen=True):
    """What somebody said about figures side by side, by their words."""

    day: date
    hour: float
    relation: Any
    quotes: tuple[str, ...]


def bring_reports(story: Story) -> None:
    """Takes every report in, reads it, judges it, and compares what belongs together."""
    reports, sides = told()
    claims: dict[str, str] = {}
    for one in reports:
        for claim in _bring(story, one):
            claims.setdefault(claim.quote, claim.claim)
    for side in sides:
        at = _at(side.day, side.hour)
        together = tuple(claims[quote] for quote in side.quotes if quote in claims)
        body = ClaimsCompared(
            at=at, comparison=story.log.new_id(at), claims=together, relation=side.relation
        )
        story.log.add(body, COORDINATOR, PURPOSE)


def _bring(story: Story, one: PublicReport) -> tuple[ReadClaim, ...]:
    at = _at(one.day, one.hour)
    report = story.log.new_id(at)
    taken = ReportTaken(
        at=at,
        report=report,
        text=one.text,
        digest=digest_of(one.text),
        source=one.source,
        reported_on=one.day.isoformat(),
        dated_by="typed",
        title=one.title,
    )
    serial = story.log.add(taken, COORDINATOR, PURPOSE)
    reading = read(one.text, Meta(title=one.title, source=one.source, report_date=one.day))
    body = written(reading, report, at, lambda: story.log.new_id(at))
    read_by = story.log.add(body, COORDINATOR, PURPOSE, (serial,))
    if one.judged == "accepted":
        _judge(story, one, body, read_by)
    return body.claims


def _judge(story: Story, one: PublicReport, body: ReportRead, serial: int) -> None:
    acts = dict(one.acts)
    plain = tuple(claim.claim for claim in body.claims if claim.quote not in acts)
    at = body.at + JUDGED_AFTER_MS
    accepted = ClaimsJudged(at=at, report=body.report, claims=plain, verdict="accepted")
    story.log.add(accepted, COORDINATOR, PURPOSE, (serial,))
    for number, (claim, act) in enumerate(_acts(one, body), start=1):
        name, _, value = act.partition("=")
        corrected = msgspec.structs.replace(claim.figure, **{name: value}) if value else None
        verdict: Verdict = "corrected" if corrected else "rejected"
        judged = ClaimsJudged(
            at=at + number * MINUTE_MS,
            report=body.report,
            claims=(claim.claim,),
            verdict=verdict,
            corrected=corrected,
        )
        story.log.add(judged, COORDINATOR, PURPOSE, (serial,))


def _acts(one: PublicReport, body: ReportRead) -> list[tuple[ReadClaim, str]]:
    acts = dict(one.acts)
    return [(claim, acts[claim.quote]) for claim in body.claims if claim.quote in acts]


@cache
def told() -> tuple[list[PublicReport], list[Side]]:
    """The reports of the file, and what people said about figures side by side."""
    blocks = re.split(r"^== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_report(block) for block in blocks[:-1]], [
        _side(line) for line in blocks[-1].splitlines()[1:] if line.strip()
    ]


def _report(block: str) -> PublicReport:
    head, *lines = block.strip().splitlines()
    day, hour, source, judged, title = (part.strip() for part in head.split("|"))
    acts = [line[1:].split("|") for line in lines if line.startswith("!")]
    return PublicReport(
        day=date.fromisoformat(day),
        hour=_hour(hour),
        source=source,
        judged=judged,
        title=title,
        text=" ".join(line for line in lines if not line.startswith("!")),
        acts=tuple((quote.strip(), act.strip()) for quote, act in acts),
    )


def _side(line: str) -> Side:
    day, hour, relation, *quotes = (part.strip() for part in line.split("|"))
    return Side(date.fromisoformat(day), _hour(hour), relation, tuple(quotes))


def _hour(text: str) -> float:
    hour, _, minute = text.partition(":")
    return int(hour) + int(minute) / 60


def _at(day: date, hour: float) -> int:
    return moment(day_number(day), hour)
