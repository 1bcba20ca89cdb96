"""The hash chain of a station and the signature over its head.

Every event commits to its header, to the hash of its body, and to the event before it. Because
it commits to the body's hash and not to the body, a body may be withheld or destroyed one day and
the chain still verifies. One signature a commit covers everything before it.
"""

from hashlib import sha256

from nacl.bindings import crypto_sign, crypto_sign_BYTES
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

HASH_BYTES = 32
GENESIS = bytes(HASH_BYTES)
STATION_BYTES = 16


def event_hash(header: tuple[str | int, ...], body: bytes, prev: bytes) -> bytes:
    """SHA-256 over the header (as netstrings), SHA-256 of the body, and the previous hash."""
    parts = (str(part).encode() for part in header)
    framed = b"".join(b"%d:%s," % (len(part), part) for part in parts)
    return sha256(framed + sha256(body).digest() + prev).digest()


def sign(key: SigningKey, head: bytes) -> bytes:
    """The station's signature over a chain head."""
    signed: bytes = crypto_sign(head, bytes(key._signing_key))
    return signed[:crypto_sign_BYTES]


def signed_by(public_key: bytes, head: bytes, signature: bytes) -> bool:
    """Whether the holder of the key signed this head."""
    try:
        VerifyKey(public_key).verify(head, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def station_id(public_key: bytes) -> str:
    """A station's id: the first sixteen bytes of its public key's hash, in hexadecimal."""
    return sha256(public_key).digest()[:STATION_BYTES].hex()
