"""Numbers inside events have bounds, so that no forged one can break a table that holds them."""

from typing import Annotated

import msgspec

MOMENT_MAX = 2**47  # the year 6429: what a hybrid clock's upper 48 bits and any column can hold
COUNT_MAX = 10**9
KILOMETRES_MAX, HOURS_MAX = 5_000, 240  # of one piece of road

Moment = Annotated[int, msgspec.Meta(ge=0, le=MOMENT_MAX)]  # milliseconds since 1970
Count = Annotated[int, msgspec.Meta(ge=-1, le=COUNT_MAX)]  # −1 where nothing was given
Kilometres = Annotated[float, msgspec.Meta(gt=0, le=KILOMETRES_MAX)]
Hours = Annotated[float, msgspec.Meta(ge=0, le=HOURS_MAX)]  # 0 where nobody said how many
