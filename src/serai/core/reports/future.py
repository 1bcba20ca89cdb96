"""Keeps days that have not come yet out of what a report says happened."""

from datetime import date, timedelta

import msgspec

from serai.core.reports.reading import Claim, Reading

AHEAD = timedelta(days=1)  # a report may be written where it is already tomorrow


def without_future(reading: Reading, today: date) -> Reading:
    """The reading with unknown days where a report dated in the future would put them later.

    Its figures stay, and it says what was done; expected figures may lie ahead.
    """
    last = today + AHEAD
    if reading.report_date is None or reading.report_date <= last:
        return reading
    said = f"the report is dated in the future ({reading.report_date}): its days stay unknown"
    claims = tuple(_undated(claim, last) for claim in reading.claims)
    return msgspec.structs.replace(
        reading, report_date=None, claims=claims, problems=(*reading.problems, said)
    )


def _undated(claim: Claim, last: date) -> Claim:
    if claim.date_to is None or claim.date_to <= last:
        return claim
    return msgspec.structs.replace(claim, date_from=None, date_to=None)
