"""What the message bar says next, carried by the browser in a sealed cookie until it is shown.

In the session, a message cost two synced writes to the disk, as much as the event it told of. The
cookie is encrypted with a key of the station, for one account: a phone keeps no name to be read,
and nobody else at the phone is shown what was said before.
"""

import binascii
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.messages.storage.cookie import CookieStorage, MessageDecoder
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox


class SealedCookie(CookieStorage):
    """Django's cookie of messages, encrypted where Django's is only signed."""

    def _encode_parts(self, messages: list[str], encode_empty: bool = False) -> str | None:
        if not messages and not encode_empty:
            return None
        told = f"[{json.dumps(self._account())},[{','.join(messages)}]]"
        return urlsafe_b64encode(_box().encrypt(zlib.compress(told.encode()))).decode()

    def _decode(self, data: str | None) -> Any:
        if not data:
            return None
        try:
            told = zlib.decompress(_box().decrypt(urlsafe_b64decode(data)))
            account, messages = json.loads(told, cls=MessageDecoder)
        except (CryptoError, ValueError, TypeError, binascii.Error, zlib.error):
            account, messages = None, None
        if account != self._account():
            self.used = True  # so that the cookie is taken away
            return None
        return messages

    def _account(self) -> str:
        """Whom the message is for; nobody's is one too."""
        session = getattr(self.request, "session", None)
        return str(session.get(SESSION_KEY, "")) if session is not None else ""


class Messages(FallbackStorage):
    """Sealed cookies; a message too long for one waits in the session."""

    storage_classes = (SealedCookie, SessionStorage)


def _box() -> SecretBox:
    return _box_of(settings.SECRET_KEY)


@lru_cache(maxsize=2)
def _box_of(secret: str) -> SecretBox:
    key = blake2b(secret.encode(), digest_size=SecretBox.KEY_SIZE, person=b"serai messages")
    return SecretBox(key.digest())
