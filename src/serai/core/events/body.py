"""What every event body shares: its kind and version, what it is about, and the people it moves."""

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

import msgspec

from serai.core.counts import Moment
from serai.core.ledger import Leg, split_account
from serai.core.places import is_convoy

BODY_BYTES_MAX = 1_000_000


class Body(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The content of one event. `at` is when it happened, in milliseconds since 1970 (UTC)."""

    kind: ClassVar[str] = ""
    version: ClassVar[int] = 1

    at: Moment

    def subjects(self) -> Iterable[str]:
        """What the event is about, as `prefix:id`; projections are keyed by these."""
        return ()

    def posting(self) -> tuple[Leg, ...]:
        """The legs this event posts to the books of people; none for most events."""
        return ()

    def seen(self) -> tuple[str, Iterable[str]]:
        """A place, and the people this event proves to have been there; none for most events."""
        return "", ()


class PostingBody(Body, frozen=True, omit_defaults=True, kw_only=True):
    """An event that moves people in the books. Its legs are posted together or not at all."""

    legs: tuple[Leg, ...] = ()

    def posting(self) -> tuple[Leg, ...]:
        return self.legs

    def people_moved(self) -> Iterable[str]:
        """Everybody named in the legs."""
        return (person for leg in self.legs for person in leg.people)

    def roads(self) -> Iterable[str]:
        """The convoys whose account the legs touch, as subjects: their lists have to know it."""
        places = (split_account(name)[0] for leg in self.legs for name in (leg.source, leg.target))
        return dict.fromkeys(place for place in places if is_convoy(place))


AnyBody = TypeVar("AnyBody", bound=Body)
KINDS: dict[tuple[str, int], type[Body]] = {}
_DECODERS: dict[tuple[str, int], msgspec.json.Decoder[Any]] = {}
_ENCODER = msgspec.json.Encoder()


def event(kind: str, version: int = 1):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Registers a body class under its kind and version, which are frozen once released."""

    def register(body: type[AnyBody]) -> type[AnyBody]:
        assert (kind, version) not in KINDS, f"{kind} {version} is registered twice"
        body.kind, body.version = kind, version
        KINDS[kind, version] = body
        _DECODERS[kind, version] = msgspec.json.Decoder(body)
        return body

    return register


def encode(body: Body) -> bytes:
    """The JSON bytes of a body, as they will be stored, hashed and forwarded for ever."""
    return _ENCODER.encode(body)


def decode(kind: str, version: int, content: bytes) -> Body | None:
    """The typed body; None for a kind or version this station does not know yet.

    Raises msgspec.ValidationError or DecodeError when the bytes are not such a body.
    """
    decoder = _DECODERS.get((kind, version))
    return None if decoder is None else decoder.decode(content)


def kinds_of(*bases: type[Body]) -> frozenset[type[Body]]:
    """Every registered body class that is one of these or derives from one."""
    return frozenset(body for body in KINDS.values() if issubclass(body, bases))


def person(identity: str) -> str:
    """The subject key of a person."""
    return f"person:{identity}"


def household(identity: str) -> str:
    """The subject key of a household."""
    return f"household:{identity}"
