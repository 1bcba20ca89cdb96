"""One person's name as clerks of two countries write it: found, called likely, told in words."""

from pathlib import Path

import pytest

from serai.core.matching import compare, told
from serai.core.matching.search import search
from serai.core.matching.told import Record
from serai.nameindex.build import Build
from serai.nameindex.file import IndexFile

# Common given and family names put together at random: nobody in particular is called so.
ONE_PERSON = """
Sorani: ئەحمەد حەسەن | أحمد حسن
Sorani: دڵشاد عەلی | Dilshad Ali
Sorani: ڕێبوار مستەفا | Rebwar Mustafa
Sorani: عەبدوڵڵا ئیسماعیل | Abdulla Ismail
Sorani: خاتوون عەبدولڕەحمان | Khatoon Abdulrahman
Sorani: عومەر کەریم | عمر كريم
Sorani, older: ئه‌حمه‌د كه‌ريم | أحمد كريم
Sorani: ئازاد سەلیم | Azad Salim
Kurmancî: عبد الرحمن عيسى | Ebdulrehman Îsa
Kurmancî: جوان شيخو | Ciwan Şêxo
Uyghur: ئابدۇللا تۇرسۇن | Abdulla Tursun
Uyghur: ئايگۈل ئوسمان | Aygül Osman
Somali: Cumar Xuseen Faarax | Omar Hussein Farah
Somali: Axmed Cabdiqaadir | أحمد عبد القادر
Somali: Caasha Nuur Yuusuf | عائشة نور يوسف
Somali: Xasan Cali | حسن علي
Turkish: فخر الدين علي | Fahrettin Ali
Turkish: عبد الله جتين | Abdullah Çetin
Turkish: جنكيز خالد | Cengiz Halit
Turkish: أبو عبيدة سالم | Ebu Ubeyde Salim
Bosnian: Husejn Delić | حسين ديليتش
Bosnian: Nurudin Begović | نور الدين بيغوفيتش
Indonesian: Achmad Syarif Utsman | أحمد شريف عثمان
Indonesian: Dzulfikar Rachman | ذو الفقار رحمن
German: محمود خليفة | Machmud Chalifa
German: يعقوب إسحاق | Jakub Ishak
Russian: Магомед Алиев | محمد علييف
Russian: عبد الله إبراهيم | Абдулла Ибрагим
Russian: خالد حسن | Халид Хасан
Russian: Magomed Ibragimov | محمد إبراهيموف
Dagestan: Патимат Исмаилова | فاطمة إسماعيلوفا
Maghreb: أيوب بن شقرون | Ayoub Benchekroun
Maghreb: بوعلام بن عيسى | Bou Alem Benaissa
Egypt: فتحي الشيمي | Fathy Elshimy
Iraq: ذكرى ماجد | Thikra Majid
Iraq: وضحة مفلح | Wadha Muflih
Iraq: دعاء محسن | Duaa Muhsin
Arabic: عبد الرحمٰن صالح | عبدالرحمان الصالح
Arabic: إسحاق هارون | اسحق هرون
Arabic: هدى مرتضى | هدا مرتضا
"""
TWO_PEOPLE = """
جاسم محمد العاني | قاسم محمد العاني
Abdullah Saleh Mutairi | عبد الإله صالح المطيري
عبد الله كاظم | عبد الإله كاظم
ياسر علي حسن | جاسر علي حسن
عومەر کەریم | عمار كريم
حسن علي الجبوري | حسين علي الجبوري
محمد خليل | محمود خليل
Abdulrahman Jaber | عبد الرحيم جابر
Xasan Cali | حسين علي
"""


def _pairs(rows: str) -> list[tuple[str, str]]:
    lines = (line.rpartition(": ")[2] for line in rows.strip().splitlines())
    return [(one.strip(), other.strip()) for one, _, other in (row.partition("|") for row in lines)]


@pytest.mark.parametrize(("one", "other"), _pairs(ONE_PERSON))
def test_whoever_is_written_by_another_countrys_clerk_is_found(
    one: str, other: str, tmp_path: Path
) -> None:
    for at, (kept, asked) in enumerate(((one, other), (other, one))):
        making = Build()
        making.take(Record("they", (kept,)))
        for number, else_ in enumerate(("Salma Nabil Haddad", "غسان فيصل", "Рустам Назаров")):
            making.take(Record(str(number), (else_,)))
        making.write(tmp_path / str(at))
        books = IndexFile(tmp_path / str(at))
        found = search(books, told(Record("q", (asked,))), 1).found
        assert [books.ids([person.number])[person.number] for person in found] == ["they"]
        books.close()


@pytest.mark.parametrize(("one", "other"), _pairs(ONE_PERSON))
def test_no_word_of_one_persons_name_is_said_to_differ(one: str, other: str) -> None:
    said = {reason.kind for reason in compare(one, other).reasons}
    assert not said & {"given differs", "shifted", "differs", "kunya differs"}


@pytest.mark.parametrize(("one", "other"), _pairs(TWO_PEOPLE))
def test_two_names_that_sound_alike_are_not_called_one_person(one: str, other: str) -> None:
    assert compare(one, other).bits < 0


def test_names_are_shown_as_a_reader_of_their_language_writes_them() -> None:
    line = compare("أحمد مصطفى فاطمة", "Ahmet Mustafa Fatma").line()
    assert all(name in line for name in ("أحمد", "مصطفى", "فاطمة"))
    assert "Çetin" in compare("Ahmet Çetin", "أحمد جتين").line()
    assert "Xasan" in compare("Xasan Cali", "حسن علي").line()


def test_a_name_that_is_only_close_is_not_said_to_fit() -> None:
    from serai.core.matching.reasons import band_words

    found = compare("رحاب علي", "رباب علي")
    assert "is close to" in found.line()
    assert band_words(found.band, found.reasons) == "Hardly the same person"


def test_a_whole_name_is_not_said_to_be_the_beginning_of_another() -> None:
    assert "…" not in compare("نور عدنان النعيمي", "نورس عدنان النعيمي").line()


@pytest.mark.parametrize(
    ("apart", "english", "arabic"),
    [
        (1, "born a year apart", "فرق الميلاد سنة واحدة"),
        (2, "born two years apart", "فرق الميلاد سنتان"),
        (5, "born 5 years apart", "فرق الميلاد 5 سنوات"),
        (15, "born 15 years apart", "فرق الميلاد 15 سنة"),
    ],
)
def test_years_between_two_births_are_counted_as_each_language_does(
    apart: int, english: str, arabic: str
) -> None:
    one, other = (Record("", ("Hasan Ali",), birth_year_from=year) for year in (1980, 1980 + apart))
    found = compare(one, other)
    assert english in found.line()
    assert arabic in found.line("ar")


def test_two_who_are_called_by_one_kunya_are_said_to_be() -> None:
    assert "the same kunya" in compare("Um Khaled", "أم خالد").line()
    assert "الكنية نفسها" in compare("Um Khaled", "أم خالد").line("ar")
