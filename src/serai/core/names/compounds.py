"""Words of a name: particles fall away, and compounds such as Abd al-Rahman become one word."""

import re
from collections.abc import Iterator
from functools import lru_cache

from serai.core.names.folding import script
from serai.core.names.tables import (
    ARABIC_ARTICLE,
    ARTICLES,
    FAITHS,
    FATHER_OF_MAGHREB,
    FATHERS,
    GODS,
    HOLDERS,
    MOTHERS,
    NO_ARTICLE,
    SERVANTS,
    SONS,
)

ARTICLE_LEAVES = 2  # letters that must remain when an Arabic article is cut off
LATIN_ARTICLE = "al-"

_SERVANT_OF_GOD = re.compile(r"(?:[ae]bd|evd)(?:ou|oo|[aeiou])l{1,2}(?:a{1,2}h?i?|aye?)")
_SERVANT_OF_THE_KIND = re.compile(r"abd(?:ou|oo|[aeiou])l(?P<whose>at(?:ee|i)f)")  # one l for two
_FATHER_OF_THE = re.compile(
    r"ab(?:ou|oo|u|o)(?:[aei]?l(?P<whose>[bcdfghjkmnpqrstvwxyz][a-z]{2,}|a[a-z]{3,})"
    r"|(?P<bakr>b[ae][kc]{1,2}[aei]?r))"
)
_ARABIC_FATHER = re.compile(r"ابو(?P<whose>ال..+|...+)")
_SERVANT = re.compile(
    r"(?:[ae]bd|evd)(?:ou|oo|[aeiou])(?:(?:ll(?=[^aeiou])|l)(?P<full>[a-z]{3,})|(?P<drawn>(?P<twice>[rsntdz])(?P=twice)[a-z]{2,}))"
)
# Turkey writes Fahrettin, Bosnia and Indonesia Nurudin.
_FAITH = re.compile(
    r"(?P<first>[a-z]{2,}?)(?:[aeiou]+(?:ld{1,2}|dd)(?:ine?|een|ene|eyn|yn)|[eiu]ttin|udin)"
)
# Kurdish and Uyghur write Abdul as it is spoken.
_ARABIC_SERVANT = re.compile(r"(?:عبدال|[عا]بدول)(?P<whose>..+)")
GOD, GOD_OF_FAMILIES = "الله", "اللهي"
_SERVANTS_OF_GOD = ("عبدالله", "عبداللهي", "عبدوللا", "ابدوللا", "عبدولا", "ابدولا")
_ARABIC_FAITH = re.compile(r"(?P<first>..+)الدين")
# Persian joins even this: بديعالزمان.
_ARABIC_JOINED = re.compile(r"(?P<first>سيد|...+(?=ال))(?P<second>ال...+|(?<=^سيد)...+)")
_FUSED = re.compile(r"[aeiu]l(?P<rest>[bcdfghjkmnpqrstvwxyz][a-z]{2,})")
_CUT = re.compile(r"(?<![a-z])al-")
JOINT = "-"  # between the words of a Latin compound: d and h do not become dh there


def joined(pieces: tuple[str, ...]) -> list[str]:
    """The words of the folded pieces of a name, written one way.

    >>> joined(("abdul", "rahman", "al", "jubouri")), joined(("abdurrahman", "bin", "ali"))
    (['abd al-rahman', 'al-jubouri'], ['abd al-rahman', 'ali'])
    >>> joined(("عبدالرحمن", "نور", "الدين")), joined(("um", "abd", "allah"))
    (['عبد الرحمن', 'نور الدين'], ['um abd allah'])
    """
    found: list[str] = []
    index = 0
    pieces = tuple(_apart(pieces))
    while index < len(pieces):
        word, index = _next(pieces, index)
        if found and FAITHS.fullmatch(word):
            found[-1] += _faith(word)
        elif word in GODS and found:
            found[-1] += " الله" if script(word) == "arabic" else " allah"
        elif word == GOD_OF_FAMILIES and found:
            found[-1] += f" {word}"
        elif word:
            found.append(word)
    return found or list(pieces[:1])


@lru_cache(maxsize=200_000)
def heart(word: str) -> str:
    """The first part of a compound that may stand for the whole; empty where none does.

    >>> heart("salah al-din"), heart("صلاح الدين"), heart("abu amra"), heart("abd allah")
    ('salah', 'صلاح', 'amra', '')
    >>> heart("abd al-karim"), heart("عبد الكريم")
    ('karim', 'كريم')
    """
    first, _, rest = word.partition(" ")
    if rest and FAITHS.fullmatch(rest.removeprefix(LATIN_ARTICLE)):
        return first
    if is_servant(word):
        return rest.removeprefix(LATIN_ARTICLE).removeprefix(ARABIC_ARTICLE)
    return rest if rest and (first in FATHERS or first in MOTHERS) else ""


def is_servant(word: str) -> bool:
    """Whether a word is Abd al-X, whom many call X.

    >>> is_servant("abd al-karim"), is_servant("عبد الكريم"), is_servant("abd allah")
    (True, True, False)
    """
    first, _, rest = word.partition(" ")
    return (
        rest.startswith((LATIN_ARTICLE, ARABIC_ARTICLE))
        and first in SERVANTS
        and (rest not in GODS)
    )


def is_gods(word: str) -> bool:
    """Whether a word is Abd Allah.

    >>> is_gods("abd allah"), is_gods("عبد الله"), is_gods("abd al-ilah"), is_gods("عبد الاله")
    (True, True, False, False)
    """
    first, _, rest = word.partition(" ")
    return rest in GODS and first in SERVANTS


@lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """A word without its article and the blanks of its compound: what is compared.

    >>> bare("al-jubouri"), bare("الجبوري"), bare("عبد الرحمن"), bare("abd allah"), bare("الياس")
    ('jubouri', 'جبوري', 'عبدرحمن', 'abd-alah', 'الياس')
    """
    if script(word) == "arabic":
        return "".join(_without_article(one) for one in word.split(" "))
    return _CUT.sub("", word.replace("allah", "alah")).replace(" ", JOINT)


def is_kunya(word: str) -> bool:
    """Whether a word calls somebody by their eldest: Abu or Um.

    >>> is_kunya("um abd al-rahman"), is_kunya("ابو علي"), is_kunya("ali")
    (True, True, False)
    """
    first, _, rest = word.partition(" ")
    return bool(rest) and (first in FATHERS or first in MOTHERS)


def kunya(word: str) -> tuple[str, str]:
    """`f` (mother) or `m` (father) and the name of the eldest; two empty strings otherwise.

    >>> kunya("um abd al-rahman"), kunya("ابو علي"), kunya("ali")
    (('f', 'abd al-rahman'), ('m', 'علي'), ('', ''))
    """
    first, _, rest = word.partition(" ")
    if rest and first in MOTHERS:
        return "f", rest
    if rest and first in FATHERS:
        return "m", rest
    return "", ""


def _apart(pieces: tuple[str, ...]) -> Iterator[str]:
    for piece in pieces:
        hit = _ARABIC_JOINED.fullmatch(piece)
        if hit and _arabic_one_way(piece) == piece:
            yield from (hit["first"], hit["second"])
        else:
            yield piece


def _next(pieces: tuple[str, ...], index: int) -> tuple[str, int]:
    """The word that begins at a piece, and where the next one begins."""
    piece = pieces[index]
    if index + 1 == len(pieces):
        return _written_one_way(piece), index + 1
    if piece in SERVANTS:
        return _servant(pieces, index)
    if piece in HOLDERS or (piece == FATHER_OF_MAGHREB and pieces[index + 1].isascii()):
        return f"{piece}{pieces[index + 1]}", index + 2
    if piece in ARTICLES or piece in FATHERS or piece in MOTHERS:
        word, after = _next(pieces, index + 1)
        if piece in ARTICLES:
            return _with_article(piece, word), after
        return (f"{_parent(piece)} {word}" if word else ""), after
    return ("" if piece in SONS else _written_one_way(piece)), index + 1


def _servant(pieces: tuple[str, ...], index: int) -> tuple[str, int]:
    after = index + 1
    while pieces[after] in ARTICLES and after + 1 < len(pieces):
        after += 1
    whose = pieces[after]
    if script(whose) == "arabic":
        if whose == GOD_OF_FAMILIES:
            return "عبد الله", after + 1
        article = "" if whose.startswith(ARABIC_ARTICLE) else ARABIC_ARTICLE
        return f"عبد {article}{whose}", after + 1
    if hit := _FUSED.fullmatch(whose):
        whose = hit["rest"]
    return ("abd allah" if whose in GODS else f"abd {LATIN_ARTICLE}{whose}"), after + 1


def _written_one_way(piece: str) -> str:
    if script(piece) == "arabic":
        return _arabic_one_way(piece)
    if _SERVANT_OF_GOD.fullmatch(piece):
        return "abd allah"
    if hit := _SERVANT_OF_THE_KIND.fullmatch(piece):
        return f"abd {LATIN_ARTICLE}l{hit['whose']}"
    if hit := _SERVANT.fullmatch(piece):
        return f"abd {LATIN_ARTICLE}{hit['full'] or hit['drawn'][1:]}"
    if hit := _FAITH.fullmatch(piece):
        return f"{hit['first']} al-din"
    return _father_of_the(piece)


def _father_of_the(piece: str) -> str:
    hit = _FATHER_OF_THE.fullmatch(piece)
    if not hit:
        return piece
    return "abu bakr" if hit["bakr"] else f"abu {LATIN_ARTICLE}{hit['whose']}"


def _arabic_one_way(piece: str) -> str:
    if piece in _SERVANTS_OF_GOD:
        return "عبد الله"
    if hit := _ARABIC_SERVANT.fullmatch(piece):
        return f"عبد ال{hit['whose']}"
    if hit := _ARABIC_FATHER.fullmatch(piece):
        return f"ابو {hit['whose']}"
    if hit := _ARABIC_FAITH.fullmatch(piece):
        return f"{hit['first']} الدين"
    return piece


def _with_article(article: str, word: str) -> str:
    if (
        not word
        or " " in word
        or FAITHS.fullmatch(word)
        or word in GODS
        or word.startswith(LATIN_ARTICLE)
    ):
        return word
    if script(article) == "arabic":
        return word if word.startswith(ARABIC_ARTICLE) else ARABIC_ARTICLE + word
    return LATIN_ARTICLE + word if script(word) == "latin" else word


def _faith(word: str) -> str:
    return " الدين" if script(word) == "arabic" else " al-din"


def _parent(piece: str) -> str:
    if script(piece) == "arabic":
        return "ام" if piece in MOTHERS else "ابو"
    return "um" if piece in MOTHERS else "abu"


def _without_article(piece: str) -> str:
    if piece in (GOD, GOD_OF_FAMILIES):
        return f"اله{piece.removeprefix(GOD)}"
    cut = piece.startswith(ARABIC_ARTICLE) and len(piece) >= len(ARABIC_ARTICLE) + ARTICLE_LEAVES
    return piece[len(ARABIC_ARTICLE) :] if cut and piece not in NO_ARTICLE else piece
