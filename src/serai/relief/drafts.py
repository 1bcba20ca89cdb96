"""What a clerk is about to write down at the relief desk, before any rule has looked at it."""

import msgspec

from serai.core.events.relief import Per


class HandoutDraft(msgspec.Struct, frozen=True):
    """What a clerk is about to hand out. `reason` overrides a refusal and is shown for ever."""

    household: str
    place: str
    entitlements: tuple[str, ...]
    token: str = ""
    collected_by: str = ""
    reason: str = ""
    at: int = 0  # 0 means now


class EntitlementDraft(msgspec.Struct, frozen=True):
    """What everybody is due of one item from now on. An empty `entitlement` makes a new one."""

    item: str
    name: str
    unit: str
    per: Per
    quantity: int
    period_days: int
    name_ar: str = ""
    entitlement: str = ""
