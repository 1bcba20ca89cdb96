"""Names of people as written in Arabic, Latin and Cyrillic: their words, and how they sound."""

from typing import NamedTuple

from serai.core.names.compounds import bare, is_kunya, joined, kunya
from serai.core.names.folding import script, tokens
from serai.core.names.skeleton import Variant, asked, kept, variants
from serai.core.names.skeleton import skeletons as skeletons_of
from serai.core.names.tables import (
    ARTICLES,
    CLASSES,
    FAITHS,
    IN_COMPANY,
    NOT_A_NAME,
    NOT_A_NAME_PAIRS,
    ONE_LETTER,
    TITLES,
)

__all__ = [
    "CLASSES", "Parts", "Variant", "asked", "bare", "kept", "kunya", "parts", "script", "skeletons",
    "stands_alone", "tokens", "variants", "words",
]  # fmt: skip

TITLE_LEAVES = 2  # words that must remain when a title is left out


class Parts(NamedTuple):
    """The words of one written name, without particles: the first is the given name."""

    words: tuple[str, ...]
    kunya: str = ""

    @property
    def given(self) -> str:
        """The person's own name."""
        return self.words[0] if self.words else ""


def parts(text: str) -> Parts:
    """The words of a name; a kunya beside other words stands apart.

    >>> parts("Ahmad Khalil Abu Yousef"), parts("Maryam Um Ali")
    (Parts(words=('ahmad', 'khalil', 'abu yousef'), kunya='abu yousef'), \
Parts(words=('maryam',), kunya='um ali'))

    >>> parts("Um Abdulrahman, Fatima bint Ali al-Jubouri")
    Parts(words=('fatima', 'ali', 'al-jubouri'), kunya='um abd al-rahman')
    >>> parts("أبو بكر عبدالله بن علي")
    Parts(words=('عبد الله', 'علي'), kunya='ابو بكر')
    >>> parts("Noureddine Ben Salah"), parts("أم أحمد")
    (Parts(words=('nour al-din', 'salah'), kunya=''), Parts(words=(), kunya='ام احمد'))
    >>> parts("Dr. Hasan Ali"), parts("unknown")
    (Parts(words=('hasan', 'ali'), kunya=''), Parts(words=(), kunya=''))
    """
    found = words(text)
    if found and is_kunya(found[0]):
        return Parts(found[1:], found[0])
    if len(found) > 1 and is_kunya(found[-1]):
        # Abu X at the end may be the family's name as well
        return Parts(found[:-1] if kunya(found[-1])[0] == "f" else found, found[-1])
    return Parts(found)


def words(text: str) -> tuple[str, ...]:
    """Every word of a name in order, compounds made one.

    >>> words("Sheikh Ahmad Abdel Karim"), words("غير معروف"), words("Mohamed Mohamed Mohamed")
    (('ahmad', 'abd al-karim'), (), ('mohamed', 'mohamed', 'mohamed'))
    >>> words("xxxxxxx"), words("Abu xxx"), words("Mhd Aaron")
    ((), (), ('mhd', 'aaron'))
    """
    pieces = tokens(text)
    if not pieces or pieces in NOT_A_NAME_PAIRS:
        return ()
    found = tuple(one for one in joined(pieces) if not _is_no_name(one))
    if len(found) > TITLE_LEAVES and found[0] in TITLES:
        return found[1:]
    return found


def stands_alone(piece: str) -> bool:
    """Whether what a written piece means does not depend on the pieces beside it.

    >>> [stands_alone(piece) for piece in ("Hasan", "al-Hasan", "Abu", "bin", "الحسن", "unknown")]
    [True, True, False, False, True, False]
    """
    pieces = tokens(piece)
    if pieces and pieces[0] in ARTICLES:
        pieces = pieces[1:]
    if len(pieces) != 1 or pieces[0] in IN_COMPANY or FAITHS.fullmatch(pieces[0]):
        return False
    whole = joined(tokens(piece))
    return len(whole) == 1 and not is_kunya(whole[0])


def skeletons(word: str) -> tuple[str, ...]:
    """One to four consonant skeletons of a written word, shared by all scripts.

    >>> skeletons("الجبوري")[:2], skeletons("Al-Jubouri")[0], skeletons("Джабури")[0]
    (('JBRi', 'GBRi'), 'JBRi', 'JBRi')
    >>> {skeletons(word)[0] for word in ("فاطمة", "Fatma", "Fatimah", "Fatime")}
    {'FTMa'}
    >>> skeletons("عبد الرحمن") == skeletons("Abd al-Rahman") == skeletons("AbdulRahman")
    True
    >>> skeletons("عثمان"), skeletons("Othman"), skeletons("Usman"), skeletons("Osman")
    (('SMN', 'TMN'), ('TMN', 'SMN', 'DMN', 'THMN'), ('SMN',), ('SMN',))
    >>> skeletons("")
    ()
    """
    found = joined(tokens(word))
    return skeletons_of(" ".join(found)) if found else ()


def _is_no_name(word: str) -> bool:
    return word in NOT_A_NAME or ONE_LETTER.fullmatch(bare(word.rpartition(" ")[2])) is not None
