"""Events of standards: what a person needs, as the coordinator of this operation sets it."""

from collections.abc import Iterable
from typing import Annotated

import msgspec

from serai.core.events.body import Body, event

Figure = Annotated[float, msgspec.Meta(gt=0, le=100_000)]


@event("standard_set")
class StandardSet(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A figure of what a person needs holds from now on; its source is said with it.

    The refs name the settings this one replaces.
    """

    standard: str
    figure: Figure
    source: str

    def subjects(self) -> Iterable[str]:
        return (f"standard:{self.standard}",)
