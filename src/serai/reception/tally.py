"""How a clerk's taps become a count: people by band, and how many tokens a group needs."""

from collections.abc import Mapping

from serai.core.ledger import UNNAMED_BANDS

PEOPLE_PER_GROUP_MAX = 500  # nobody counts more than that in one go without losing the thread
PEOPLE_PER_HOUSEHOLD = 3.4  # 63,323 arrivals of the operation, 3.44 a household
REST = "unknown"


def tokens_for(people: int) -> int:
    """One token for every household a group of this size is likely to hold, rounded up.

    >>> tokens_for(43), tokens_for(1), tokens_for(0)
    (13, 1, 0)
    """
    return -int(-people // PEOPLE_PER_HOUSEHOLD)


def shared_out(total: int, counts: Mapping[str, int]) -> dict[str, int]:
    """People by band; whoever is in the total and in no band is counted as unknown.

    A total of 0 means that only the bands were counted. The result is empty when the bands add up
    to more than the total.

    >>> shared_out(43, {"man": 20, "boy": 3})
    {'man': 20, 'boy': 3, 'unknown': 20}
    >>> shared_out(0, {"woman": 2}), shared_out(5, {"woman": 6})
    ({'woman': 2}, {})
    """
    shared: dict[str, int] = {
        band: counts[band] for band in UNNAMED_BANDS if counts.get(band, 0) > 0
    }
    rest = total - sum(shared.values())
    if total and rest < 0:
        return {}
    if total and rest:
        shared[REST] = shared.get(REST, 0) + rest
    return shared
