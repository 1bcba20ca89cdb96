"""Evens out how signs are written in a report, letter for letter, so that every offset holds."""

import re

_SAME = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2007\u2008\u2009\u202f\u2002\u2003\u200a\t", " "),
    **dict.fromkeys("\u1680\u2000\u2001\u2004\u2005\u2006\u205f\u3000\x1c\x1d\x1e\x1f", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff", " "),
    **dict.fromkeys("\u2066\u2067\u2068\u2069\u00ad\u2060\x00", " "),
    **dict.fromkeys("\u2028\u2029\x0b\x0c\x85\r", "\n"),
}
UNEVEN = re.compile(f"[{re.escape(''.join(_SAME))}]")


def evened(text: str) -> str:
    """The same text with one kind of quote, dash and space; never longer or shorter.

    >>> evened("“3–4 km”")
    '"3-4 km"'
    """
    return UNEVEN.sub(lambda sign: _SAME[sign.group()], text)
