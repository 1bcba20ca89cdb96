"""Reads shares that Arabic reports tell in words: half of the houses, two thirds of them."""

# ruff: noqa: E501 - a pattern reads best on one line

import re

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_words import NOUNS

PERCENT = "percent"
_SHARES = {
    50.0: "نصف نصفا نصفي", 33.33: "ثلث", 66.67: "ثلثا ثلثي", 25.0: "ربع", 75.0: "ثلاثة_أرباع", 20.0: "خمس",
    40.0: "خمسا خمسي", 80.0: "أربعة_أخماس", 60.0: "ثلاثة_أخماس", 10.0: "عشر",
}  # fmt: skip
SHARES = {
    plain(word).replace("_", " "): share
    for share, words in _SHARES.items()
    for word in words.split()
}
_part = "|".join(sorted(SHARES, key=len, reverse=True))
# Half of them; half of the houses: what a share is of is known to the reader, and definite.
SHARE = re.compile(
    rf"(?<!\w)(?:و|ف|ل|ب|ان\s)?(?P<part>{_part})(?:(?P<them>هم|هن|ها|يهم|يها|اهم|اها)|\s(?:عدد\s|اجمالي\s|مجموع\s)?(?P<whom>[^\W\d]{{3,}}))(?!\w)"
)
PEOPLES = plain("سكان أهالي أبناء نازحي لاجئي أطفال نساء منازل بيوت مباني سكانها سكانه أهلها")
OWNED = re.compile(r"(?:هم|هن|ها|ه|نا)$")


class Share(msgspec.Struct, frozen=True):
    """A share told in words: where it stands, how much of a hundred, of whom."""

    start: int
    end: int
    share: float
    whom: str


def shares_in(text: str) -> list[Share]:
    """The shares of a plain text.

    >>> [(one.share, one.whom) for one in shares_in(plain("دُمّر ثلثا المنازل، ونصفهم أطفال، نصف مليون"))]
    [(66.67, 'منازل'), (50.0, '')]
    """
    found = []
    for match in SHARE.finditer(text):
        whom = match["whom"] or ""
        if match["them"] or (whom := _known(whom)):
            found.append(Share(match.start("part"), match.end(), SHARES[match["part"]], whom))
    return found


def _known(word: str) -> str:
    """What a share is of, when it is people or houses and not hours or millions."""
    bare = word.removeprefix("ال")
    definite = bare != word or bare in PEOPLES.split() or OWNED.search(word)
    for form in (bare, OWNED.sub("", bare)):
        unit = NOUNS.get(form, ("", ""))
        if definite and (unit[1] in ("person", "family", "vehicle") or unit[0] == "facilities"):
            return form
    return bare if bare in PEOPLES.split() else ""
