"""The way of a convoy in words: by which places and why, and what is closed ahead of it."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from serai.core.refusal import Refusal, gettext_noop
from serai.core.road import SegmentStatus
from serai.core.ways import Choice, places_on
from serai.registry.lists import isolated, listed
from serai.registry.manifests import time_words

Named = Callable[[str], str]
OF_A_WAY = " – "


def by_words(choice: Choice, source: str, place_name: Named, segment_name: Named) -> str:
    """By which places another way than the usual one leads, and why; "" on the usual one."""
    if not choice.avoided:
        return ""
    by = listed(isolated(place_name(one)) for one in choice.by(source))
    facts = {"why": listed(_closed(one, segment_name) for one in choice.avoided), "places": by}
    if not by:
        return gettext("Straight there, because %(why)s.") % facts
    return gettext("By %(places)s, because %(why)s.") % facts


def way_in_words(segments: Sequence[str], source: str, place_name: Named) -> str:
    """Every place of a way, in the order they are reached; "" for no way."""
    places = places_on(segments, source)
    return OF_A_WAY.join(isolated(place_name(one)) for one in places) if segments else ""


def closed_words(closed: Sequence[SegmentStatus], names: str) -> Refusal:
    """Why a convoy may not leave: which segment, who closed it, when, until when, and why."""
    first = closed[0]
    facts: dict[str, str | int] = {
        "segment": names,
        "authority": first.authority or first.actor,
        "time": time_words(first.at),
        "until": time_words(first.until) if first.until else "",
        "reason": first.reason or "–",
    }
    if first.until:
        sentence = gettext_noop(
            "%(segment)s is closed: by %(authority)s at %(time)s, until %(until)s (%(reason)s). "
            "Wait, or write who allows the convoy to leave."
        )
    else:
        sentence = gettext_noop(
            "%(segment)s is closed: by %(authority)s at %(time)s, until it is opened (%(reason)s). "
            "Wait, or write who allows the convoy to leave."
        )
    return Refusal(sentence, facts, field="allowed_by")


def _closed(one: SegmentStatus, segment_name: Named) -> str:
    facts = {"segment": isolated(segment_name(one.segment))}
    if one.until:
        facts["until"] = time_words(one.until)
        return gettext("%(segment)s is closed until %(until)s") % facts
    return gettext("%(segment)s is closed") % facts
