"""The QR square on a token slip: what stands in it, and how it is read back.

The square holds a version mark and the token code, never a name: whoever finds a lost slip
learns nothing about the family it belongs to.
"""

from serai.core.ids import tidy_token

PAYLOAD_VERSION = "S1:"
SCANNED_LETTERS_MAX = 40


def payload(code: str) -> str:
    """The text inside the square.

    >>> payload("7K00-019C")
    'S1:7K00-019C'
    """
    return PAYLOAD_VERSION + code


def token_in(scanned: str) -> str:
    """The token code in what a scanner typed or a clerk wrote, tidied; it may still be wrong.

    >>> token_in(" s1:7k00-019c "), token_in("7koo o19c")
    ('7K00-019C', '7K00-019C')
    """
    text = scanned.strip()[:SCANNED_LETTERS_MAX]
    if text.upper().startswith(PAYLOAD_VERSION):
        text = text[len(PAYLOAD_VERSION) :]
    return tidy_token(text)
