"""Words that one writer joins and another keeps apart are found either way."""

import pytest

from serai.core.matching import Record, joints, told
from serai.core.matching.search import search
from serai.core.matching.told import Chain
from serai.nameindex.build import Build
from serai.nameindex.file import IndexFile

CROWD = 400


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> IndexFile:
    build = Build()
    for at in range(CROWD):
        build.take(Record(f"a{at}", (f"محمد {('علي', 'حسن', 'سعيد')[at % 3]} كريم",)))
        build.take(Record(f"b{at}", (f"رضا {('علي', 'حسن', 'سعيد')[at % 3]} نصار",)))
    build.take(Record("joined", ("محمدرضا درويش",)))
    build.take(Record("apart", ("محمد رضا خطيب",)))
    path = tmp_path_factory.mktemp("joints") / "index"
    build.write(path)
    return IndexFile(path)


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("Mohammad Reza Darwish", "joined"),
        ("Mohammad-Reza Darwish", "joined"),
        ("محمد رضا درويش", "joined"),
        ("Mohammadreza Khatib", "apart"),
        ("محمدرضا خطيب", "apart"),
    ],
)
def test_joined_or_apart(index: IndexFile, looked_for: str, found: str) -> None:
    best = search(index, told(Record("", (looked_for,))), 1).found[0]
    assert index.ids([best.number])[best.number] == found


def test_a_word_is_not_taken_apart_at_rare_pieces() -> None:
    assert not list(joints.rejoined(Chain(("darwish", "khatib")), lambda sound: 0, 1_000))


def test_letters_do_not_run_together_at_the_joint(index: IndexFile) -> None:
    words = [word for one in _joined("mohammad", "sharif") for word in one.words]
    assert words == ["mohammad-sharif"]


def _joined(*words: str) -> list[Chain]:
    return list(joints.rejoined(Chain(words), lambda sound: int(sound.startswith("MHMDX")), 1_000))
