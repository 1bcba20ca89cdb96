"""The hour the room looks at: now, or any past one, with the way to the hours around it."""

from datetime import date, datetime

import msgspec
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from serai.access.places import House, house
from serai.core import clock
from serai.journal.wall import now_ms
from serai.registry.models import Place
from serai.web.forms import LOCAL_TIME_FORMAT
from serai.web.letters import western_digits

STEPS: tuple[tuple[str, int], ...] = (
    ("day-before", -clock.DAY_MS),
    ("hour-before", -clock.HOUR_MS),
    ("hour-after", clock.HOUR_MS),
    ("day-after", clock.DAY_MS),
)


class Moment(msgspec.Struct, frozen=True):
    """A moment on the clock of the place.

    `past` is false for now; `problem` says what was odd.
    """

    at_ms: int
    past: bool = False
    problem: str = ""
    state: str = ""  # of the journal when the page was asked for
    places: tuple[Place, ...] = ()  # as opened by then; every page knows them

    @property
    def local(self) -> datetime:
        """The local time."""
        return timezone.localtime(clock.from_ms(self.at_ms))

    @property
    def day(self) -> date:
        """The local date."""
        return self.local.date()

    @property
    def typed(self) -> str:
        """As it stands in the field and in links."""
        return self.local.strftime(LOCAL_TIME_FORMAT)

    @property
    def asked(self) -> str:
        """What links to other pages carry on, so that they show the same hour."""
        return "" if self.present else f"at={self.typed}"

    @property
    def present(self) -> bool:
        """Whether what the registry holds today is what it held then."""
        return not self.past

    @property
    def at_or_now(self) -> int | None:
        """The moment for queries that know the present without asking."""
        return None if self.present else self.at_ms

    def steps(self) -> dict[str, str]:
        """The hours and days around, as typed; those still to come are left out."""
        around = {name: self.at_ms + step for name, step in STEPS}
        return {
            name.replace("-", "_"): Moment(at_ms).typed
            for name, at_ms in around.items()
            if at_ms < now_ms()
        }


class Replay(msgspec.Struct, frozen=True):
    """The first and the last moment of a story worth playing, as typed in links."""

    first: str
    last: str


def replay_of(moment: Moment, first_ms: int) -> Replay | None:
    """From the first entry of the books to this moment; None when that is less than two days."""
    if not first_ms or moment.at_ms - first_ms < 2 * clock.DAY_MS:
        return None
    return Replay(Moment(first_ms + clock.DAY_MS).typed, Moment(moment.at_ms).typed)


def moment_of(request: HttpRequest) -> Moment:
    """The moment a page was asked for, with the state the journal is in and the open places."""
    known = house(request)
    return msgspec.structs.replace(_asked(request), state=known.state, places=tuple(known.opened))


def moment_at(at_ms: int, known: House, past: bool = True) -> Moment:
    """A moment that no page asked for."""
    return Moment(at_ms, past=past, state=known.state, places=tuple(known.opened))


def _asked(request: HttpRequest) -> Moment:
    """The moment a page was asked for; now when none or an odd one was given."""
    typed = western_digits(request.GET.get("at", "")).strip()
    if not typed:
        return Moment(now_ms())
    try:
        local = datetime.strptime(typed, LOCAL_TIME_FORMAT)
        at_ms = clock.to_ms(timezone.make_aware(local))
    except (ValueError, OverflowError):
        return Moment(now_ms(), problem=gettext("This is no date and time. Shown is now."))
    if at_ms > now_ms():
        return Moment(now_ms(), problem=gettext("This hour is still to come. Shown is now."))
    if at_ms < 0:
        return Moment(0, past=True)
    return Moment(at_ms, past=True)
