"""Chooses the days an Arabic figure holds for."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.arabic_choices import STATES, Setting, Spot
from serai.core.reports.arabic_days import Days, Phrase
from serai.core.reports.arabic_figures import Figure

STATE_NEAR = 70  # letters and breaks between a state and a day of its own
SEIZED = re.compile(
    r"(?<!\w)(?:و|ف)?(?:خطف|اختطف|اعتقل|احتجز|القي|القت|القوا|اسر|فقد)\w{0,2}(?!\w)"
)
PERFECT = re.compile(r"(?<!\w)(?:اجمالي|مجموع|المجموع|بلغ\sعدد|حتي\sالان|بلغت\sحصيله|حصيله)(?!\w)")


def days_of(spot: Spot, figure: Figure, setting: Setting) -> Days:
    near = min(
        (day for day in spot.days if not day.said),
        key=lambda day: _far(spot, figure, day),
        default=None,
    )
    state = figure.kind in STATES and not _happened(spot, figure)
    if near and not (state and _far(spot, figure, near) > STATE_NEAR):
        return _of_phrase(near, spot.days, state, setting)
    return _without_own(spot, state, setting)


def _of_phrase(near: Phrase, days: list[Phrase], state: bool, setting: Setting) -> Days:
    """The days of the phrase beside a figure."""
    whole = _since_until(days) if near.since or near.until else None
    if whole:
        return whole
    if near.until:
        return (near.last, near.last) if state else (None, near.last)
    return _as_of_the_speech(near, days, setting)


def _without_own(spot: Spot, state: bool, setting: Setting) -> Days:
    """The days of a figure without a phrase of its own: of the speech, the day before, the report."""
    report = setting.report
    said = next((day.last for day in spot.days if day.said and day.last), None)
    if said:
        return (said, said) if state else (None, said)
    if report is None:
        return None, None
    if not state and not PERFECT.search(spot.text) and setting.day and setting.day.last:
        return setting.day.first, setting.day.last
    return (report, report) if state else (None, report)


def _happened(spot: Spot, figure: Figure) -> bool:
    """Were seized: an event with its day, where being held is a state."""
    return figure.kind in ("held", "missing") and bool(SEIZED.search(spot.text[: figure.start]))


def _since_until(days: list[Phrase]) -> Days | None:
    """Since June, until yesterday: two phrases that are one stretch of days."""
    since = next((day for day in days if day.since and day.first), None)
    until = next((day for day in days if day.until and day.last), None)
    both = since and until and since.first and until.last and since.first <= until.last
    return (since.first, until.last) if both and since and until else None


def _as_of_the_speech(near: Phrase, days: list[Phrase], setting: Setting) -> Days:
    """In the past 24 hours, the ministry said on Tuesday: the hours end on Tuesday."""
    spoken = next((day.last for day in days if day.said and day.last), None)
    to_now = near.last is not None and near.last == setting.report
    if not (spoken and near.first and near.last and to_now) or near.first == near.last:
        return near.first, near.last
    return (near.first, near.last) if near.since else (near.first - (near.last - spoken), spoken)


def _far(spot: Spot, figure: Figure, day: Phrase) -> float:
    low, high = (figure.end, day.start) if day.start >= figure.end else (day.end, figure.start)
    between = spot.text[low:high]
    opening = day.start < 14
    crossed = sum(low <= other.start < high for other in spot.figures if other is not figure)
    return (
        len(between) * (0.5 if opening else 1)
        + 10 * between.count(",")
        + (10 if opening else 45) * crossed
    )
