"""What must hold before something is written about a report or one of its figures."""

from serai.core.events import Figure
from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.reading import CONTEXT_KINDS, CORE_KINDS
from serai.situation.models import Report

FIGURE_MAX = 10_000_000_000
GONE = gettext_noop("This report is not in the books of this station.")
OVER = gettext_noop("This report was withdrawn or replaced already.")


def standing_report(report: str) -> Report | Refusal:
    """The report with this id, as long as it stands."""
    held = Report.objects.filter(id=report).first()
    if held is None:
        return Refusal(GONE)
    return held if held.standing else Refusal(OVER)


def figure_refusal(figure: Figure | None) -> Refusal | None:
    """Why a figure cannot be what somebody says it is."""
    if figure is None or figure.kind not in CORE_KINDS | CONTEXT_KINDS:
        return Refusal(gettext_noop("Choose what the figure counts."), field="kind")
    if figure.low is None and figure.high is None:
        return Refusal(gettext_noop("Write the least, the most, or both."), field="low")
    ends = [one for one in (figure.low, figure.high) if one is not None]
    if not all(0 <= one <= FIGURE_MAX for one in ends) or ends != sorted(ends):
        return Refusal(gettext_noop("The least is no more than the most."), field="high")
    if figure.first_on and figure.last_on and figure.first_on > figure.last_on:
        return Refusal(gettext_noop("The first day is no later than the last."), field="last_on")
    return None
