"""Reading the room's pages: the text without grouping, the big numbers, hours as typed."""

import re

from django.utils import timezone

from serai.core import clock


def said(answer) -> str:
    """The page as text, digits ungrouped."""
    return answer.content.decode().replace("\u202f", "")


def big_numbers(answer) -> dict[str, int]:
    """The numbers at the head of the room, by their words."""
    found = re.findall(r"<b>(\d+)</b><span>([^<]+)</span>", said(answer))
    return {words: int(number) for number, words in found}


def typed(at_ms: int) -> str:
    """The moment as the hour field sends it."""
    return timezone.localtime(clock.from_ms(at_ms)).strftime("%Y-%m-%dT%H:%M")
