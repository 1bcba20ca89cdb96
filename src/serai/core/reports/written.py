"""A reading as it is written into the journal, and the keys by which claims find each other."""

import hashlib
from collections.abc import Callable
from datetime import date

import msgspec

from serai.core.events.body import BODY_BYTES_MAX, encode
from serai.core.events.reports import Figure, ReadClaim, ReadHazard, ReportRead
from serai.core.gazetteer import find
from serai.core.gazetteer.keys import folded
from serai.core.reports.place_keys import heard
from serai.core.reports.reading import Claim, Hazard, Reading
from serai.core.reports.spelling import evened

READER, READER_VERSION = "grammar", "1"
CLAIMS_MAX = 1_000  # of one report; a longer one is cut into parts
WORDS_MAX = 400  # letters of a quote or a name that are kept
TOO_MANY = "only the first {n} figures were kept"


def digest_of(text: str) -> str:
    """What tells one text from another, however its lines were broken.

    >>> digest_of("45 people\\n arrived") == digest_of("45  people arrived")
    True
    """
    words = " ".join(evened(text).split()).casefold()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def place_key(words: str) -> str:
    """The place that these words name: its id in the gazetteer, or the words without their looks.

    >>> place_key("Baghouz") == place_key("Baghuz"), place_key("Gate  Seven")
    (True, 'gate seven')
    >>> place_key("Mykolaiv") == place_key("ميكولايف")
    True
    """
    known = find(words) if words else None
    return known.id if known else heard(words) or folded(words)


def written(reading: Reading, report: str, at: int, new_id: Callable[[], str]) -> ReportRead:
    """The event of a reading, cut where it would be too long to be stored."""
    body = ReportRead(
        at=at,
        report=report,
        reader=READER,
        reader_version=READER_VERSION,
        claims=tuple(_claim(one, new_id()) for one in reading.claims[:CLAIMS_MAX]),
        hazards=tuple(_hazard(one) for one in reading.hazards[:CLAIMS_MAX]),
        problems=reading.problems,
    )
    return _shortened(body, len(reading.claims))


def figure_of(claim: Claim) -> Figure:
    """What a claim says, in the words of the journal."""
    return Figure(
        kind=claim.kind,
        unit=claim.unit,
        low=claim.low,
        high=claim.high,
        place=(claim.place or "")[:WORDS_MAX],
        place_from=(claim.place_from or "")[:WORDS_MAX],
        first_on=_iso(claim.date_from),
        last_on=_iso(claim.date_to),
        attributed_to=(claim.attributed_to or "")[:WORDS_MAX],
    )


def _claim(claim: Claim, identity: str) -> ReadClaim:
    return ReadClaim(
        claim=identity,
        start=claim.start,
        end=claim.end,
        quote=claim.quote[:WORDS_MAX],
        figure=figure_of(claim),
        what=(claim.what or "")[:WORDS_MAX],
        hedge=claim.hedge,
        certainty=claim.certainty,
        chain=tuple(name[:WORDS_MAX] for name in claim.chain),
        likely=claim.group or "",
        rules=claim.rules,
        witness=claim.witness,
    )


def _hazard(hazard: Hazard) -> ReadHazard:
    return ReadHazard(
        start=hazard.start,
        end=hazard.end,
        quote=hazard.quote[:WORDS_MAX],
        hazard=hazard.hazard,
        place=(hazard.place or "")[:WORDS_MAX],
        first_on=_iso(hazard.date_from),
        last_on=_iso(hazard.date_to),
        attributed_to=(hazard.attributed_to or "")[:WORDS_MAX],
        certainty=hazard.certainty,
    )


def _shortened(body: ReportRead, found: int) -> ReportRead:
    """The event with as many figures as one event can hold, and a word when some are left out."""
    keep = len(body.claims)
    while len(encode(_first(body, keep))) > BODY_BYTES_MAX:
        keep //= 2
    if keep == found:
        return body
    problems = (*body.problems, TOO_MANY.format(n=keep))
    return msgspec.structs.replace(_first(body, keep), problems=problems)


def _first(body: ReportRead, keep: int) -> ReportRead:
    return msgspec.structs.replace(body, claims=body.claims[:keep], hazards=body.hazards[:keep])


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
