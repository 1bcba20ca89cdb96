"""What the reader carries from sentence to sentence: home, days, voices, what was counted last."""

from datetime import date

import msgspec

from serai.core.reports.dates import Phrase
from serai.core.reports.measures import Kind
from serai.core.reports.places import Mention
from serai.core.reports.reading import Meta
from serai.core.reports.remembered import Remembered
from serai.core.reports.speakers import Speaker


class Setting(msgspec.Struct):
    """What the reader carries from sentence to sentence."""

    meta: Meta
    report_date: date | None
    home: str | None
    remembered: Remembered
    text: str = ""
    dateline: str | None = None
    period: tuple[date, date] | None = None
    named: dict[int, list[Mention]] = msgspec.field(default_factory=dict)
    day: Phrase | None = None
    days: tuple[date | None, date | None] | None = None  # of the figure before
    whereabouts: tuple[str | None, str | None] = (None, None)  # of the figure before
    placed: str = ""  # the rule that said so
    kind: Kind | None = None
    heading: Kind | None = None  # what the line's heading says of its figures
    under: Phrase | None = None  # the days the heading of a list gives its lines
    section: Kind | None = None  # what the heading of a list says of its lines
    entries: dict[int, Phrase] = msgspec.field(default_factory=dict)  # the days of a diary
    voice: Speaker | None = None
    paragraph: int = -1
    anchor: Phrase | None = None  # the day "that day" goes back to
    dated: int = -1  # paragraph that named the day
    holds: bool = False  # for the next paragraph too
    lengths: dict[int, int] = msgspec.field(default_factory=dict)  # letters of each paragraph
    public: frozenset[str] | None = None  # who speaks in public, asked for only when needed
