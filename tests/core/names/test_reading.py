"""Names as people write them: every script, every particle, and what is no name at all."""

import pytest

from serai.core import names
from serai.core.names import parts, skeletons, words


@pytest.mark.parametrize(
    ("arabic", "others"),
    [
        ("حسين", ("Hussein", "Hossein", "Hüseyin", "Ḥusayn", "Хусейн")),
        ("محمد", ("Mohammed", "Muhammad", "Mehmed", "Мухаммад", "Mo7ammad")),
        ("عبد الرحمن", ("Abdul Rahman", "Abd al-Rahman", "Abdurrahman", "Abderrahman")),
        ("عبدالله", ("Abdullah", "Abd Allah", "Abdallah", "Abdulla")),
        ("نور الدين", ("Noureddine", "Nur al-Din", "Nureddin")),
        ("فاطمة", ("Fatima", "Fatma", "Fatimah", "Fatime")),
        ("الجبوري", ("al-Jubouri", "el Jabouri", "Jubouri")),
        ("قاسم", ("Qasim", "Kassem", "Gasim")),
        ("جمال", ("Jamal", "Gamal", "Djamal", "Cemal")),
        ("عثمان", ("Othman", "Osman", "Usman")),
        ("ذياب", ("Dhiab", "Diab")),
        ("شيرین", ("Şîrîn", "Shirin", "Chirine")),
    ],
)
def test_one_name_in_other_letters_shares_a_skeleton(arabic: str, others: tuple[str, ...]) -> None:
    wanted = set(names.asked(words(arabic)[0]))
    for other in others:
        assert wanted & set(names.asked(words(other)[0])), other


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("وحيد", "Vahid"),
        ("حقيقي", "Haghighi"),
        ("قاضي", "Ghazi"),
        ("نجاة", "Najat"),
        ("ذوالفقار", "Zulfiqar"),
        ("لودھی", "Lodhi"),
        ("چودھری", "Chaudhry"),
        ("فيصل", "Fayçal"),
        ("إلياس", "Ilyas"),
        ("عبداللهی", "Abdollahi"),
        ("عبد الرحمن", "Abdullrahman"),
        ("المرابط", "Lmrabet"),
        ("شهاب الدين", "Shahab od-Din"),
        ("عمرو", "Amr"),
        ("عمرو", "Amro"),
        ("طه", "Taha"),
        ("نبيه", "Nabih"),
        ("الوجيه", "al-Wajih"),
        ("سمية", "Sumayya"),
        ("رافع", "Rafi"),
        ("ربيع", "Rabi"),
        ("مدحت", "Midhat"),
        ("أدهم", "Adham"),
        ("مشهور", "Mashhour"),
        ("عنبر", "Ambar"),
        ("الفة", "Olfa"),
        ("الطاف", "Altaf"),
        ("السعيدي", "Essaidi"),
        ("الشعبي", "Echaabi"),
        ("الحياني", "Lahyani"),
        ("بن العمري", "Benlamri"),
        ("صلاح الدين", "Salah"),
        ("أبو عمرة", "Amra"),
        ("الجلبي", "al-Chalabi"),
        ("فكروش", "Fegrouche"),
        ("نعمة", "Nehme"),
        ("عبد اللطيف", "Abdulatif"),
        ("عبد الله", "Abdoulaye"),
        ("جھنگوی", "Jhangvi"),
        ("خامنه‌ای", "Khamenei"),
        ("تلمساني", "Tlemcani"),
        ("خالد", "Halit"),
        ("مراد", "Murat"),
        ("محمد", "Mehmet"),
        ("داود", "Davut"),
        ("حكمت", "Hikmet"),
        ("خديجة", "Hatice"),
        ("خديجة", "Hatidža"),
    ],
)
def test_what_is_kept_is_what_is_asked_for(arabic: str, latin: str) -> None:
    assert set(names.kept(words(arabic)[0])) & set(names.asked(words(latin)[0]))


@pytest.mark.parametrize(
    ("one", "other"),
    [("علي", "Wael"), ("Ola", "Ali"), ("Hasan", "Hasani"), ("Kamal", "Karam"), ("سلمى", "سالم")],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert skeletons(one)[0] != skeletons(other)[0]


def test_a_word_has_one_to_four_skeletons() -> None:
    for word in ("ق", "Ghadhghath", "عبد المقتدر", "x" * 500, "é", "李"):
        assert 1 <= len(skeletons(word)) <= 4, word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ا", ("ا",)),
        ("😀😀", ()),
        ("", ()),
        ("123 456", ()),
        ("unknown", ()),
        ("غير معروف", ()),
        ("مجهول", ()),
        ("Moham\u200dmed", ("mohammed",)),
        ("عبد\u200cالله", ("عبد الله",)),
        ("Aliعلي", ("ali", "علي")),
        ("Мohammed", ("mohammed",)),  # the first letter is Cyrillic
        ("李明", ("李明",)),
        ("Ali Ali Ali Ali Ali", ("ali",) * 5),
        ("A.", ("a",)),
        ("xxxxxxx", ()),
        ("XX XX", ()),
        ("ooo", ()),
        ("ههههه", ()),
        ("Abu xxx", ()),
        ("Ali xxx Hasan", ("ali", "hasan")),
        ("Mhd Aaron Oo", ("mhd", "aaron", "oo")),
        ("عبد هللا", ("عبد الله",)),  # as PDF files give it
    ],
)
def test_odd_writing_is_read_as_far_as_it_goes(written: str, read: tuple[str, ...]) -> None:
    assert words(written) == read


def test_a_word_of_two_scripts_has_a_skeleton_wherever_its_letters_stand() -> None:
    for word in ("يhasan", "عn", "حسنx"):
        assert skeletons(word), word


def test_ten_thousand_letters_are_read_at_the_beginning() -> None:
    assert words("Hasan " + "x" * 10_000)[0] == "hasan"
    assert len(words("Ali " * 5_000)) <= 16


def test_a_kunya_stands_apart_from_the_name() -> None:
    assert parts("Um Abdulrahman Fatima").kunya == "um abd al-rahman"
    assert parts("Um Abdulrahman Fatima").given == "fatima"
    assert parts("أبو علي حسن").words == ("حسن",)
    assert parts("Ahmad Khalil Abu Yousef").words == ("ahmad", "khalil", "abu yousef")


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("أبو القاسم طالبي", "Abolqasem Talebi"),
        ("ابوالفضل كريمي", "Abu al-Fadl Karimi"),
        ("أبو بكر الديب", "Aboubaker El Deep"),
        ("ام البنين علي", "Ummul Banin Ali"),
    ],
)
def test_a_kunya_written_as_one_word_is_one_too(arabic: str, latin: str) -> None:
    mine, theirs = parts(arabic), parts(latin)
    assert mine.kunya
    assert set(names.asked(mine.kunya)) & set(names.asked(theirs.kunya))
    assert len(mine.words) == len(theirs.words) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("الحاج عمار شمعة", ("عمار", "شمعه")),
        ("Hadj Ammar Chemaa", ("ammar", "chemaa")),
        ("Seyed Mahmood Hosseini", ("mahmood", "hosseini")),
        ("سید حمید وزیری", ("حميد", "وزيري")),
        ("سیدحمید وزیری", ("حميد", "وزيري")),
        ("بدیع‌الزمان تبریزی", ("بديع", "الزمان", "تبريزي")),
        ("Seyed Mahmood", ("seyed", "mahmood")),  # a name of two words keeps both
    ],
)
def test_titles_fall_away_and_joined_words_come_apart(written: str, read: tuple[str, ...]) -> None:
    assert words(written) == read
