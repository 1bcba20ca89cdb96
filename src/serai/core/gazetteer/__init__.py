"""The gazetteer: places by every spelling reports use, without a network or a database."""

from serai.core.gazetteer.places import (
    Place,
    bring,
    candidates,
    countries_of,
    everything,
    find,
)

__all__ = ["Place", "bring", "candidates", "countries_of", "everything", "find"]
