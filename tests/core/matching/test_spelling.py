"""Names read piece by piece while an index is built are what they are when read as a whole."""

from random import Random

from serai.core.matching.told import chains_of
from serai.nameindex.spelling import Spelling

PIECES = (
    "Abd al Al Abdul Abdel abd عبد الله ال الرحمن din الدين Allah allah Ahmad حسن bin ابو Abu Um ام"
    " Haj الحاج sheikh Noor نور غير معروف El Masri محمدرضا Abdelkader al-Hasan al-Din na n a دين"
)
NAMES, PIECES_MAX = 20_000, 5


def test_a_name_in_pieces_is_the_name_as_a_whole() -> None:
    dice, spelling, in_pieces = Random(2), Spelling(), 0
    pieces = PIECES.split()
    for _ in range(NAMES):
        name = " ".join(dice.choices(pieces, k=dice.randint(1, PIECES_MAX)))
        numbers = spelling.plain(name)
        if numbers is None:
            continue
        in_pieces += 1
        ((chain,), kunyas) = chains_of((name,))
        words = tuple(map(spelling.text, numbers))
        assert (chain.words, chain.given, kunyas) == (words, True, ()), name
    assert in_pieces > NAMES // 20
    assert spelling.plain("سالم عبد الله حسن") is not None
    assert spelling.plain("Abd Allah al-Din") is None
