"""Translations: what is compiled is what was written, and every named place stays in it."""

import ast
import gettext
import re
from pathlib import Path

import pytest

import serai

CATALOGUES = sorted((Path(serai.__file__).parent / "locale").glob("*/LC_MESSAGES/django.po"))
HUNDREDS = 1000
QUOTED = re.compile(r'^"(.*)"$', re.M)


def written(path: Path) -> dict[str, list[str]]:
    """Every translated sentence of a `.po` file, with its plural forms."""
    return {said: answers for said, (_, answers) in collected(path).items() if all(answers)}


def collected(path: Path) -> dict[str, tuple[str, list[str]]]:
    """Every sentence of a `.po` file with its plural, and the forms of its translation."""
    found = {}
    for entry in path.read_text().split("\n\n")[1:]:
        if re.search(r"^#,.*\bfuzzy\b", entry, re.M) or entry.startswith("#~"):
            continue
        parts = re.split(r"^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) ", entry, flags=re.M)
        said = {
            name: "".join(ast.literal_eval(f'"{line}"') for line in QUOTED.findall(text))
            for name, text in zip(parts[1::2], parts[2::2], strict=True)
        }
        answers = [text for name, text in said.items() if name.startswith("msgstr")]
        found[said["msgid"]] = (said.get("msgid_plural", said["msgid"]), answers)
    return found


def counting_one_number(path: Path) -> set[int]:
    """The plural forms that stand for a single number, as Arabic has them for 0, 1 and 2."""
    rule = re.search(r"plural=(.+?);", path.read_text().split("\n\n")[0].replace('"\n"', ""))
    assert rule is not None
    form = gettext.c2py(rule[1])
    forms = [form(number) for number in range(HUNDREDS)]
    return {one for one in forms if forms.count(one) == 1}


def places(sentence: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]", sentence))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_what_is_compiled_is_what_was_written(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    flat = {(key[0] if isinstance(key, tuple) else key): text for key, text in compiled.items()}
    sentences = {key.split("\x04")[-1] for key in flat} - {""}
    assert sentences == set(written(path)), "run tools/messages.py"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_named_place_stays_in_its_sentence(path: Path) -> None:
    for sentence, answers in collected(path).values():
        for form, answer in enumerate(filter(None, answers)):
            if len(answers) > 1 and form in counting_one_number(path):
                # "a household" says one by itself: only the number may be left out
                assert len(places(sentence) - places(answer)) <= 1, sentence
                assert places(answer) <= places(sentence), sentence
            else:
                assert places(answer) == places(sentence), sentence


def test_arabic_leaves_no_sentence_to_english() -> None:
    path = next(path for path in CATALOGUES if path.parent.parent.name == "ar")
    assert not set(collected(path)) - set(written(path)), "translate these into Arabic"


def test_arabic_and_both_kurdish_languages_are_there() -> None:
    assert [path.parent.parent.name for path in CATALOGUES] == ["ar", "ckb", "kmr"]
