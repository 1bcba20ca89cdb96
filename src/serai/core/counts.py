"""Numbers inside events have bounds, so that no forged one can break a table that holds them."""

from typing import Annotated

import msgspec

MOMENT_MAX = 2**47  # the year 6429: what a hybrid clock's upper 48 bits and any column can hold
COUNT_MAX = 10**9

Moment = Annotated[int, msgspec.Meta(ge=0, le=MOMENT_MAX)]  # milliseconds since 1970
Count = Annotated[int, msgspec.Meta(ge=-1, le=COUNT_MAX)]  # −1 where nothing was given
