"""Words that one writer joins and another keeps apart: محمدرضا, Mohammad Reza, Mirhossein.

Somebody looked for is also looked for with two neighbouring words as one, where the books know
such a word, and with one word as two, where both are common names and the whole is not. Anwarul,
as South Asia writes Anwar al-, is also looked for as Anwar.
"""

from collections.abc import Callable, Iterator

from serai.core.matching import weights
from serai.core.matching.likeness import SOUND, likeness
from serai.core.matching.told import Chain, Told
from serai.core.names import asked, kept, script
from serai.core.names.compounds import JOINT
from serai.core.names.tables import ARABIC_ARTICLE, JOINED_ARTICLE, SUN_LETTERS

PART_LETTERS_MIN = 3
PART_SHARE_LEAST = 0.0005  # of the people who bear each part of a word that is taken apart
JOINED_MAX = 3
OFTENER = 2.0  # than the whole must its parts be expected together
COMPOUND = " "
ARTICLES_INSIDE = ("ol", "ul", "al", "el")

Count = Callable[[str], int]  # how many people bear a word of this skeleton


def sounds_of(chain: Chain) -> Iterator[str]:
    """The skeletons whose counts say which words to join or take apart."""
    for word in filter(None, _neighbours(chain)):
        yield from asked(word)
    for word in chain.words:
        if hit := JOINED_ARTICLE.fullmatch(word):
            yield kept(hit["first"])[0]
        for parts in _cuts(word):
            yield from (kept(part)[0] for part in parts)


def rejoined(chain: Chain, count: Count, people: int) -> Iterator[Chain]:
    """The chain with two neighbouring words as one, or one word as two."""
    words = chain.words
    for at, word in enumerate(_neighbours(chain)):
        if word and any(map(count, asked(word))):
            yield Chain((*words[:at], word, *words[at + 2 :]), chain.given)
    for at, word in enumerate(words):
        parts = _without_article(word, count) or _likeliest_cut(word, count, people)
        if parts:
            yield Chain((*words[:at], *parts, *words[at + 1 :]), chain.given)


def joined_as(one: Told, other: Told) -> Told:
    """Somebody with two words also as one, where the other's name has them so.

    >>> from serai.core.matching.told import Record, told
    >>> one, other = (told(Record("", (name,))) for name in ("Mohammad Ali Hasan", "محمدعلي حسن"))
    >>> [chain.words for chain in joined_as(one, other).chains[1:]]
    [('mohammad-ali', 'hasan')]
    """
    theirs = {word for chain in other.chains for word in chain.words}
    more = [
        Chain((*chain.words[:at], word, *chain.words[at + 2 :]), chain.given)
        for chain in one.chains
        for at, word in enumerate(_neighbours(chain))
        if word and any(_one_word(word, their) for their in theirs)
    ]
    return one._replace(chains=(*one.chains, *more[:JOINED_MAX])) if more else one


def _one_word(word: str, other: str) -> bool:
    alike = likeness(word, other)
    return alike is not None and alike.kind == SOUND and alike.bits > weights.SOUND_OTHER


def _neighbours(chain: Chain) -> Iterator[str]:
    """Each word with the one after it; empty where they cannot be one."""
    for one, other in zip(chain.words, chain.words[1:], strict=False):
        simple = not _compound(one) and not _compound(other)
        joint = JOINT if script(one) == "latin" else ""
        # the l of النساء is not spoken
        silent = other.startswith(ARABIC_ARTICLE) and other[2:3] in SUN_LETTERS
        yield f"{one}{joint}{other[0] * silent}{other[2 * silent :]}" if simple else ""


def _compound(word: str) -> bool:
    return COMPOUND in word or JOINT in word


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    if _compound(word):
        return
    for at in range(PART_LETTERS_MIN, len(word) - PART_LETTERS_MIN + 1):
        yield word[:at], word[at:]
        if word[at - 2 : at] in ARTICLES_INSIDE and at - 2 >= PART_LETTERS_MIN:  # Rouholamini
            yield word[: at - 2], word[at:]


def _without_article(word: str, count: Count) -> tuple[str] | None:
    hit = JOINED_ARTICLE.fullmatch(word)
    if not hit or count(kept(hit["first"])[0]) <= OFTENER * max(map(count, kept(word))):
        return None
    return (hit["first"],)


def _likeliest_cut(word: str, count: Count, people: int) -> tuple[str, str] | None:
    least = PART_SHARE_LEAST * people
    best, most = None, OFTENER * max(map(count, kept(word)), default=0)
    for parts in _cuts(word):
        first, second = (count(kept(part)[0]) for part in parts)
        expected = first * second / max(1, people)
        if min(first, second) >= least and expected > most:
            best, most = parts, expected
    return best
