"""Writes `src/serai/simulation/name_words.tsv`: single name words, their counts and spellings.

Reads development tables of attested Arabic–Latin pairs and of word frequencies (their sources and
licences are in docs/data.md). Only single words that several people bear leave this tool, so that
no real person's name can be put together again from the file.

    python tools/write_name_words.py ../shared/data/names
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "serai" / "simulation" / "name_words.tsv"
MASHRIQ = frozenset(["IQ", "SY", "LB", "JO", "PS", "SA", "KW", "AE", "QA", "BH", "OM", "YE", "EG"])
MAGHREB = frozenset(["DZ", "MA", "TN", "LY", "MR"])
EAST = frozenset(["IR", "AF", "TR", "AZ", "UZ", "TM", "TJ", "KZ", "PK"])
BEARERS_MIN = 2
SHORTEST = 3  # letters of a family name
SPELLINGS_MAX = 8
RARE_SHARE = 0.01  # a spelling rarer than this is more often a slip than a habit
SOUND_ALIKE_MIN = 0.72
FOLD = str.maketrans("أإآٱىةگکیپچ", "اااايهككيبج", "ًٌٍَُِّْـ\u200c\u200d")
SOUNDS = dict(
    zip(
        "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
        [
            "b",
            "t",
            "s",
            "j",
            "",
            "k",
            "d",
            "d",
            "r",
            "z",
            "s",
            "s",
            "s",
            "d",
            "t",
            "z",
            "",
            "k",
            "f",
            "k",
            "k",
            "l",
            "m",
            "n",
            "",
            "",
            "",
        ],
        strict=True,
    )
)
LATIN = [
    "kh k",
    "gh k",
    "sh s",
    "ch s",
    "th t",
    "dh d",
    "ou u",
    "q k",
    "c k",
    "g k",
    "x k",
    "v f",
    "p b",
    "w ",
    "y ",
    "h ",
    "z z",
    "ş s",
    "ç s",
]
TAILS = frozenset(
    ["eddine", "eddin", "uddin", "aldin", "eldin", "din", "allah", "ullah", "الدين", "الله"]
)
Rows = Iterable[dict[str, str]]


def main(folder: Path) -> None:
    """Gathers spellings first, then counts by position, and writes the rows."""
    pairs, tokens = _read(folder / "fullname_pairs.tsv"), _read(folder / "token_pairs.tsv")
    spellings, surfaces = _spellings(pairs, tokens)
    known = Counter({word: sum(found.values()) for word, found in spellings.items()})
    counts = _counts(_read(folder / "arabic_token_freq.tsv"), known)
    for row in _families(pairs):
        counts[row] += 1
    rows = list(_rows(counts, spellings, surfaces))
    TARGET.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    print(f"{len(rows):,} words, {TARGET.stat().st_size:,} bytes")


def _spellings(
    pairs: Rows, tokens: Rows
) -> tuple[defaultdict[str, Counter[str]], defaultdict[str, Counter[str]]]:
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in tokens:
        arabic, latin = row["arabic"], row["latin"].strip("\"'").title()
        if " " not in arabic and _alike(_fold(arabic), latin):
            spellings[_fold(arabic)][latin] += int(row["count"] or 1)
            if _fold(arabic) != arabic:
                surfaces[_fold(arabic)][arabic] += int(row["count"] or 1)
    for row in pairs:
        arabic, latin = _words(_fold(row["arabic"])), _words(row["latin"])
        if len(arabic) == len(latin):
            for one, other in zip(arabic, latin, strict=True):
                if _alike(one, other):
                    spellings[one][other] += 1
    return spellings, surfaces


def _counts(frequencies: Rows, known: Counter[str]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for row in frequencies:
        position = {"father": "man", "grandfather": "man", "family": "family"}.get(
            row["position"], "woman" if row["sex"] == "f" else "man"
        )
        word = _straight(row["token"].replace("هللا", "الله"), known).replace(" ", "")
        counts[position, word] += int(row["count"])
    return counts


def _families(pairs: Rows) -> Iterator[tuple[str, str]]:
    """Last words of full names, and of names from the east the first, that several people bear."""
    seen: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in pairs:
        words = _words(_fold(row["arabic"]))
        region = _region(row["country"])
        if len(words) < 2 or not region or len(words[-1]) < SHORTEST:
            continue
        seen[region, words[-1]].add(row["entity"])
        if region == "east":
            seen["east man", words[0]].add(row["entity"])
    for key, bearers in seen.items():
        if len(bearers) >= BEARERS_MIN:
            yield from [key] * len(bearers)


def _region(country: str) -> str:
    if country in MASHRIQ:
        return "family"
    return "maghreb" if country in MAGHREB else "east" if country in EAST else ""


def _rows(
    counts: Counter[tuple[str, str]],
    spellings: defaultdict[str, Counter[str]],
    surfaces: defaultdict[str, Counter[str]],
) -> Iterator[str]:
    for (position, word), count in sorted(
        counts.items(), key=lambda one: (one[0][0], -one[1], one[0])
    ):
        latin = spellings[word] or spellings[word.removeprefix("ال")]
        if not latin:
            continue
        own_hand = {one: n for one, n in surfaces[word].items() if n >= BEARERS_MIN}
        written = Counter(own_hand) + Counter({word: max(5, sum(own_hand.values()) // 4)})
        yield "\t".join([position, str(count), _listed(written), _listed(latin)])


def _listed(found: Counter[str]) -> str:
    best = sorted(found.items(), key=lambda one: (-one[1], one[0]))[:SPELLINGS_MAX]
    best = [one for one in best if one[1] >= RARE_SHARE * best[0][1]]
    return ",".join(f"{word}:{count}" for word, count in best)


def _straight(word: str, known: Counter[str]) -> str:
    """The table was read from a PDF that turned every lam-alef round: بالل is بلال."""
    word = re.sub("^اال", "الا", word)
    turns = [word] + [
        word[: at.start()] + "لا" + word[at.end() :] for at in re.finditer("(?<!^)ال", word)
    ]
    return max(turns, key=lambda one: (known[one.removeprefix("ال")] + known[one], one == word))


def _words(name: str) -> list[str]:
    """Words with their particles joined: Abd al-Latif is one word, and so is عبد اللطيف."""
    name = re.sub(r"[-‐'’`ʿʾ‘]+", lambda at: " " if at.group() in "-‐" else "", name)
    words: list[str] = []
    held = ""
    for word in name.split():
        if word.lower() in ("bin", "ben", "ibn", "bint", "بن", "ابن", "بنت"):
            continue
        if word.lower() in ("al", "el", "abd", "abdel", "abdul", "abu", "abou", "عبد", "ابو", "ال"):
            held += f"{word.title()} " if word.isascii() else word
            continue
        told = word.title() if word.isascii() else word
        if words and word.lower() in TAILS:
            words[-1] += f" {told}" if word.isascii() else told
        else:
            words.append(held + told)
        held = ""
    return words


def _alike(arabic: str, latin: str) -> bool:
    one, other = _sounds_arabic(arabic.removeprefix("ال")), _sounds_latin(latin)
    if not latin or (not one and not other):
        return bool(latin) and latin[0].lower() in "aeiouy'" and len(latin) <= 2 * len(arabic)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SOUND_ALIKE_MIN


def _sounds_arabic(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", "".join(SOUNDS.get(letter, "") for letter in word))


def _sounds_latin(word: str) -> str:
    word = re.sub(r"^(al|el)[ -]", "", word.lower())
    for rule in LATIN:
        sound, _, to = rule.partition(" ")
        word = word.replace(sound, to)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^bcdfgjklmnrstz]", "", word))


def _fold(arabic: str) -> str:
    return arabic.translate(FOLD).replace("ئ", "ي").replace("ؤ", "و").replace("ء", "")


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
