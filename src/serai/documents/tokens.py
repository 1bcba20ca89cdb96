"""The QR square on a token slip: what stands in it. `ids.token_in` reads it back.

The square holds a version mark and the token code, never a name: whoever finds a lost slip
learns nothing about the family it belongs to.
"""

from serai.core.ids import PAYLOAD_VERSION


def payload(code: str) -> str:
    """The text inside the square.

    >>> payload("7K00-019C")
    'S1:7K00-019C'
    """
    return PAYLOAD_VERSION + code
