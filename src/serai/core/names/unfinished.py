"""A name whose last word is still being typed: compounds that have only begun, taken apart."""

import re

_BEGUN = re.compile(r"\b(abd)[aeiou]+l([a-z]{0,2})$", re.IGNORECASE)


def unfinished(text: str) -> str:
    """The text as it is to be looked for before its last word is whole.

    >>> unfinished("Um Abdul"), unfinished("Um Abdulra"), unfinished("Um Abdulrahman")
    ('Um Abd', 'Um Abd al-ra', 'Um Abdulrahman')
    """
    return _BEGUN.sub(lambda hit: f"{hit[1]} al-{hit[2]}" if hit[2] else hit[1], text)
