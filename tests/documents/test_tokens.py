"""What stands in a token's QR square, and what a scanner or a tired clerk may make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serai.core.ids import is_token_code, token_code, token_in
from serai.documents.tokens import payload


@given(st.integers(0, 32**5 - 1))
def test_every_square_reads_back_as_its_token(number: int) -> None:
    code = token_code("7K", number)
    assert token_in(payload(code)) == code
    assert token_in(f"  {payload(code).lower()}\r\n") == code


@pytest.mark.parametrize(
    "scanned", ["", "S1:", "https://example.org/x", "S2:7K00-019C", "x" * 9000]
)
def test_what_is_no_token_stays_no_token(scanned: str) -> None:
    assert not is_token_code(token_in(scanned))
