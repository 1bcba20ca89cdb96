"""Finds what a page prints around its report: menus, log-in forms, counters, copyright lines.

Nothing is cut: the reader gets the spans to pass over, so that all offsets stay as they were.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.word_index import words_in

FURNITURE = re.compile(
    r"""^(?:
      (?:top|bottom)\ of\ page | writer's\ picture.* | (?:last\ )?updated?:?\ .{0,40}
      | tags?:.* | a\+\ a- | [\W_]* | by\ [a-z .'-]{3,40} | share(?:\ this.*|\ on.*)?
      | follow\ us.* | read\ (?:more|also|next).* | related\ (?:articles?|stories|news|posts).*
      | (?:click|tap)\ here.* | subscribe.* | sign\ (?:up|in).* | log\ (?:in|out).* | newsletter.*
      | advertisement | required.* | post\ a\ comment | skip\ to\ .* | menu | search | home
      | [\d,.]+[km]?\ (?:views?|shares?|comments?|likes?|reads?|followers?|retweets?).*
      | (?:copyright|©|\(c\)).*
      | reporting\ by\ .* | editing\ by\ .* | \(?(?:additional\ )?reporting\ by\ .*
      | (?:photo|image|picture|credit|source|file\ photo)s?(?:\ credit)?\ ?[:/].{0,120}
      | (?:for\ (?:more|further)\ information|media\ contacts?|contacts?|press\ contacts?)\b.*
      | (?:https?://|www\.)\S*
      | page\ \d+(?:\ of\ \d+)? | \d+\ (?:min(?:ute)?s?|sec(?:ond)?s?)\ read
      | estimated\ reading\ time.* | (?:published|posted|modified)\ (?:on|at)?:?.{0,50}
      | you\ are\ commenting\ using.* | connecting\ to\ %s
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
WITHIN = re.compile(  # the same with a few words in front; a sign of CONTACT stands in each
    r"""^(?:
      .{0,40}\d+\ comments? | .{0,60}\ball\ rights\ reserved.*
      | .{0,60}(?:tel|phone|fax|e-?mail|whatsapp)\ ?[.:]+\ ?[+(\d\w@].{0,60}
      | .{0,30}\b[\w.]+@[\w.]+\.\w+\b.{0,30}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
CONTACT = re.compile(r"comment|reserved|(?:tel|phone|fax|mail|whatsapp) ?[.:]|@", re.IGNORECASE)
NOTICE = re.compile(
    r"\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy policy\b|\bcookies?\b"
    r"|\bcommunity guidelines\b|moderates all comments|\bdisplayed \d",
    re.IGNORECASE,
)
NOTICES = frozenset(["terms", "policy", "cookie", "cookies", "guidelines", "comments", "displayed"])
ENDINGS = re.compile(
    r"(?:^|(?<=\n))[ ]*(?:comments?(?:[ ]\(\d+\))?|leave a (?:reply|comment)|related (?:articles|stories|news)"
    r"|post a comment|most (?:read|popular)|more (?:from|on this story|stories).{0,40}"
    r"|you may also like|recommended (?:for you|stories)|about the author|share this:?)[ ]*(?:\n|$)",
    re.IGNORECASE,
)
STUCK = re.compile(
    r"leave a (?:comment|reply)|(?:copyright|©)(?: ©)? ?(?:19|20)\d\d[^\n]{0,120}",
    re.IGNORECASE,
)
STUCK_DAY = re.compile(
    r"\(?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\)?\s*$",
    re.IGNORECASE,
)
SIGN = re.compile(r"[^\n]")
LONGEST_DAY = 40  # letters
HALF = 0.35  # a "Comments" heading ends the report only when most of the text stands above it


def furniture(even: str) -> list[tuple[int, int]]:
    """Spans of an evened text that belong to the page, not to the report."""
    spans = [(_with_day(even, found.start()), found.end()) for found in STUCK.finditer(even)]
    end = _end_of_report(even)
    at = 0
    for line in even.split("\n"):
        if at < end and line and _is_furniture(line):
            spans.append((at, at + len(line)))
        at += len(line) + 1
    if end < len(even):
        spans.append((end, len(even)))
    return sorted(spans)


def _with_day(even: str, start: int) -> int:
    """Where the day begins that stands right before a line: March 31, 2023 Leave a comment."""
    day = STUCK_DAY.search(even, max(0, start - LONGEST_DAY), start)
    return day.start() if day else start


def _is_furniture(line: str) -> bool:
    bare = line.strip()
    if FURNITURE.match(bare) or (CONTACT.search(bare) and WITHIN.match(bare)):
        return True
    return not NOTICES.isdisjoint(words_in(line)) and bool(NOTICE.search(line))


def masked(even: str) -> str:
    """The evened text with the furniture blanked out, as long as before."""
    for start, end in furniture(even):
        blank = SIGN.sub(" ", even[start:end])
        even = even[:start] + blank + even[end:]
    return even


def _end_of_report(even: str) -> int:
    for found in ENDINGS.finditer(even):
        if found.start() > len(even) * HALF:
            return found.start()
    return len(even)
