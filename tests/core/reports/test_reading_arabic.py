"""Arabic reports are read by their own grammar, to the same claims as English ones."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from gold_texts import documents

from serai.core.reports import Meta, read
from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_numbers import numbers
from serai.core.reports.citation import faults
from serai.core.reports.exports import row
from serai.core.reports.score import Score, score

DAY = date(2019, 2, 21)


@pytest.fixture(scope="module")
def scored() -> Score:
    gold, said = [], []
    for document in documents("arabic-gold*.txt"):
        gold += document.rows
        said += [row(claim) for claim in read(document.text, document.meta).claims]
    return score(gold, said)


@pytest.mark.parametrize(
    ("figure", "least"),
    [("claim F1", 0.97), ("full F1", 0.92), ("stated precision", 0.97), ("place", 0.94),
     ("speaker", 0.97), ("date", 0.95), ("hedge", 0.97)],
)  # fmt: skip
def test_arabic_reports_of_many_places_are_read(scored: Score, figure: str, least: float) -> None:
    assert scored.figures()[figure] >= least, "\n".join(scored.misses)
    assert scored.figures()["traps hit"] == 0


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("ألفي شخص", 2000, 2000), ("ما بين ٣٠٠ و٤٠٠ أسرة", 300, 400),
        ("من 3 إلى 4 آلاف", 3000, 4000),
        ("23 ألفاً و357 شخصاً", 23357, 23357), ("ثلاثمئة وخمسين ألفاً", 350000, 350000),
        ("مليون ونصف المليون", 1500000, 1500000), ("نصف مليون", 500000, 500000),
        ("خمسة عشر ألفا", 15000, 15000), ("عشرات الآلاف", 10000, None), ("مئات", 100, None),
        ("بضعة آلاف", 1000, None), ("1.2 مليون", 1200000, 1200000), ("1.500 شخص", 1500, 1500),
        ("۴۰۰ خانواده", 400, 400), ("3500-4000", 3500, 4000), ("مائتان وخمسون", 250, 250),
    ],
)  # fmt: skip
def test_numbers_in_words_and_every_set_of_digits(
    words: str, low: float, high: float | None
) -> None:
    assert [(one.low, one.high) for one in numbers(plain(words))] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("نزحت عائلتان من هجين.", "displaced", 2, 2, "family"),
        ("قُتِل طفلان في الباغوز.", "killed", 2, 2, "person"),
        ("وصل ما لا يقل عن ٤٠٠ لاجئ إلى المخيم.", "arrived", 400, None, "person"),
        ("فرّ 120 مدنياً على الأقل من السوسة.", "fled", 120, None, "person"),
        ("عاد نحو ألف نازح إلى الرقة.", "returned", 1000, 1000, "person"),
        ("لا يزال 3 آلاف مدني محاصرين في الباغوز.", "remaining", 3000, 3000, "person"),
        ("يعيش في المخيم 73 ألف شخص.", "occupancy", 73000, 73000, "person"),
        ("أُصيب أقل من 20 شخصاً في القصف.", "injured", None, 20, "person"),
        ("اعتقلت القوات 33 مسلحاً في هجين.", "held", 33, 33, "person"),
        ("خرج مئات المدنيين من الجيب.", "departed", 100, None, "person"),
        ("وصلت 46 شاحنة إلى نقطة الفحص.", "vehicles", 46, 46, "vehicle"),
        ("راح ضحية القصف على حمص 12 مدنياً.", "killed", 12, 12, "person"),
        ("سُجلت 21 حالة وفاة بالكوليرا في حمص.", "died", 21, 21, "person"),
        ("كان ثلاثة مسعفين بين الشهداء في حمص.", "killed", 3, 3, "person"),
        ("انقطع الاتصال بـ34 صياداً قبالة حمص.", "missing", 34, 34, "person"),
        ("لا يزال 64 صحفياً خلف القضبان في حمص.", "held", 64, 64, "person"),
        ("أُخلي سبيل 40 موقوفاً في حمص.", "freed", 40, 40, "person"),
        ("ألقى 60 مسلحاً أسلحتهم في حمص.", "surrendered", 60, 60, "person"),
        ("أُجبر 700 شخص على النزوح من حمص.", "displaced", 700, 700, "person"),
        ("اجتاز 88 شخصاً الحدود إلى حمص.", "arrived", 88, 88, "person"),
        ("تكتظ المدرسة بـ260 نازحاً في حمص.", "occupancy", 260, 260, "person"),
        ("بلغ عدد اللاجئين المسجلين في حمص 12 ألفاً.", "registered", 12000, 12000, "person"),
        ("وصلت المساعدات إلى 3,200 أسرة في حمص.", "assisted", 3200, 3200, "family"),
        ("تلقت 2,300 أسرة منحاً نقدية في حمص.", "assisted", 2300, 2300, "family"),
        ("خسرنا اثنين من متطوعينا في حمص.", "killed", 2, 2, "person"),
        ("يتمركز 1,500 مقاتل في حمص.", "strength", 1500, 1500, "person"),
        ("قُتل العشرات في حمص.", "killed", 10, None, "person"),
        ("ثلثا النازحين في حمص أطفال.", "share", 66.67, 66.67, "percent"),
        ("دُمّر أكثر من نصف المنازل في حمص.", "share", 50, None, "percent"),
    ],
)
def test_every_verb_gives_its_kind(
    text: str, kind: str, low: float | None, high: float | None, unit: str
) -> None:
    (claim,) = read(text, Meta(report_date=DAY)).claims
    assert (claim.kind, claim.low, claim.high, claim.unit) == (kind, low, high, unit)
    assert faults(text, claim) == []


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("أمس", date(2019, 2, 20), date(2019, 2, 20)),
        ("في 13 شباط/فبراير", date(2019, 2, 13), date(2019, 2, 13)),
        ("في ١٣ فبراير ٢٠١٩", date(2019, 2, 13), date(2019, 2, 13)),
        ("يوم الجمعة", date(2019, 2, 15), date(2019, 2, 15)),
        ("منذ مطلع كانون الأول", date(2018, 12, 1), DAY),
        ("بين 9 و12 شباط", date(2019, 2, 9), date(2019, 2, 12)),
        ("خلال الأيام الثلاثة الماضية", date(2019, 2, 18), DAY),
        ("بتاريخ 11/2/2019", date(2019, 2, 11), date(2019, 2, 11)),
    ],
)
def test_days_are_read_in_the_months_of_three_regions(when: str, first: date, last: date) -> None:
    (claim,) = read(f"وصل 400 شخص إلى مخيم الهول {when}.", Meta(report_date=DAY)).claims
    assert (claim.date_from, claim.date_to) == (first, last)


def test_a_part_of_the_trucks_is_trucks_and_the_size_of_a_group_says_nothing() -> None:
    trucks = read("عبرت 93 شاحنة، تحمل 31 منها أدوية و28 مياه شرب.").claims
    assert [(one.kind, one.low) for one in trucks] == [("vehicles", n) for n in (93, 31, 28)]
    (group,) = read("غادرت المجموعة الأولى، وقوامها 951 شخصاً، مدينة حمص.").claims
    assert group.kind == "departed"


def test_no_day_is_guessed_without_a_report_date() -> None:
    assert all(c.date_to is None for c in read("وصل 400 شخص إلى مخيم الهول أمس.").claims)


@pytest.mark.parametrize(
    "text",
    [
        "قال رجل (52 عاماً) إنه نزح.", "اعتمد المجلس القرار 2254.", "نُشر في 1 شباط 2019.",
        "الساعة 10:30", "انتشرت الفرقة 17 على الطريق.", "نزح مع أولاده الثلاثة عام 2011.",
        "دخل السجن منذ 2011.", "وصل بعد نصف ساعة.",
    ],
)  # fmt: skip
def test_a_number_that_counts_nobody_is_no_claim(text: str) -> None:
    assert read(text, Meta(report_date=DAY)).claims == ()


def test_signs_that_cannot_be_seen_change_nothing() -> None:
    hidden = "ق\u064fتل \u200f٤٠\u200b٠\u200e مـــدني في الباغوز"
    (claim,) = read(hidden, Meta(report_date=DAY)).claims
    assert (claim.low, claim.kind) == (400, "killed")
    assert hidden[claim.start : claim.end] == claim.quote


def test_a_sentence_printed_twice_is_one_claim_with_two_spans() -> None:
    line = "نزح نحو ٤٠٠ شخص من هجين إلى مخيم الهول.\n"
    (claim,) = read(line * 2).claims
    assert claim.repeats == ((claim.start + len(line), claim.end + len(line)),)


SAID = (
    "نزح وصل قتل 400 ٤٠٠ ألف آلاف مئات عشرات مليون و بين إلى من في عائلة شخصاً طفلين أكثر نحو "
    'الباغوز مخيم الهول قالت أن ، . \n % بالمئة أمس 13 شباط 2019 ( ) : " ثلاثة خمسون مئتي نصف '
    "محاصرين بينهم كل منها \u200f \u064b ـ 1.2 3-4 400 said people fled"
)
WORDS = st.sampled_from(SAID.split(" "))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=50).map(" ".join))
def test_every_claim_of_any_arabic_words_cites_its_own_numbers(text: str) -> None:
    for claim in read(text, Meta(report_date=DAY)).claims:
        assert text[claim.start : claim.end] == claim.quote
        assert faults(text, claim) == []


def test_a_long_paste_without_an_end_is_read_in_reasonable_time() -> None:
    words = "نزح 400 شخص من هجين إلى مخيم الهول ، قالت وقتل بينهم نحو ألف في الباغوز "
    found = read(words * 300, Meta(report_date=DAY)).claims
    assert len(found) > 250


def test_the_rows_of_a_table_are_read_under_their_headings() -> None:
    text = (
        "الموقع | العائلات | النازحون | الوفيات\nالبصيرة | ١٢٠ | ٦٤٠ | 3\n"
        "الصور | 85 | 1,410 | 2\nوصل 40 شخصاً إلى البصيرة أمس."
    )
    claims = read(text, Meta(report_date=DAY)).claims
    assert [(claim.low, claim.kind, claim.unit, claim.place) for claim in claims] == [
        (120, "occupancy", "family", "البصيرة"), (640, "displaced", "person", "البصيرة"),
        (3, "killed", "person", "البصيرة"), (85, "occupancy", "family", "الصور"),
        (1410, "displaced", "person", "الصور"), (2, "killed", "person", "الصور"),
        (40, "arrived", "person", "البصيرة"),
    ]  # fmt: skip
    assert all(faults(text, claim) == [] for claim in claims)


def test_lines_of_two_languages_in_one_report_are_both_read() -> None:
    text = "About 40 people fled Hajin.\nنزح 300 شخص من السوسة.\nAt least 5 people were killed."
    assert [claim.low for claim in read(text).claims] == [40, 300, 5]
