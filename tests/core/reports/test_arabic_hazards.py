"""Dangers are read from Arabic reports by the names English ones have, and told from mere words."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gold_texts import documents

from serai.core.reports import Meta, read
from serai.core.reports.hazard_score import score_hazards

DAY = date(2019, 2, 21)


def test_dangers_of_many_wars_are_read_from_arabic() -> None:
    gold, said = [], []
    for document in documents("arabic-hazards-gold*.txt"):
        gold += document.hazards
        said += read(document.text, document.meta).hazards
    found = score_hazards(gold, said)
    least = {"precision": 0.9, "recall": 0.92, "place": 0.9, "date": 0.92}
    figures = found.figures()
    assert all(figures[f"hazard {name}"] >= figure for name, figure in least.items()), "\n".join(
        found.misses
    )


@pytest.mark.parametrize(
    ("text", "hazard", "place"),
    [
        ("انفجر لغم أرضي بشاحنة قرب هجين أمس.", "land mines", "هجين"),
        ("انفجرت عبوة ناسفة في البصيرة أمس.", "IEDs", "البصيرة"),
        ("فجّر انتحاري نفسه عند حاجز في الشدادي أمس.", "suicide attack", "الشدادي"),
        ("قُصفت السوسة بالمدفعية أمس.", "shelling", "السوسة"),
        ("شنّت طائرات التحالف غارتين على الباغوز أمس.", "air strike", "الباغوز"),
        ("أغلق محتجون الطريق بين الشدادي والهول أمس.", "road cut", "الشدادي"),
        ("غمرت السيول مخيم الهول أمس.", "flood", "مخيم الهول"),
        ("أقام مسلحون حاجزاً على طريق الصور أمس.", "checkpoint", "الصور"),
        ("دكّت المدفعية هجين أمس.", "shelling", "هجين"),
        ("اختُطف عاملا إغاثة قرب هجين أمس.", "attack", "هجين"),
        ("تعرضت قافلة للنهب قرب هجين أمس.", "attack", "هجين"),
        ("انهار جسر هجين أمس.", "road cut", "هجين"),
        ("منعت القوات مرور الشاحنات إلى هجين أمس.", "road cut", "هجين"),
        ("فرض مسلحون إتاوات على الشاحنات في هجين أمس.", "checkpoint", "هجين"),
        ("سقطت قذائف على أم الكيف أمس.", "shelling", "أم الكيف"),
        ("استعاد الجيش هجين أمس.", "change of control", "هجين"),
    ],
)
def test_every_danger_has_its_place_and_day(text: str, hazard: str, place: str) -> None:
    (found,) = read(text, Meta(report_date=DAY)).hazards
    assert (found.hazard, found.place) == (hazard, place)
    assert (found.date_from, found.date_to) == (date(2019, 2, 20), date(2019, 2, 20))
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    "text",
    [
        "لا ألغام على طريق هجين.",
        "أزيلت الألغام من هجين.",
        "تدرب أربعون معلماً على التوعية بمخاطر الألغام في هجين.",
        "فككت الفرق تسع عبوات ناسفة في هجين.",
        "لم تتعرض هجين لأي قصف.",
        "حذرت الأمم المتحدة من هجوم على هجين.",
        "أحيت هجين ذكرى الغارات.",
        "هل ستقع غارات على هجين؟",
        "تلقى مجلس هجين سيلاً من الطلبات.",
        "تجاوز عدد سكان هجين حاجز الألف.",
        "شن النائب هجوماً لاذعاً على رئيس بلدية هجين.",
        "أعيد فتح الطريق بين هجين والسوسة.",
        "انتزعت الفرق 1,120 لغماً في هجين.",
        "أسقطت الدفاعات الجوية مسيّرات فوق هجين.",
        "هاجم الوزير منتقديه في هجين.",
    ],
)
def test_a_word_of_danger_that_harms_nobody_is_no_hazard(text: str) -> None:
    assert read(text, Meta(report_date=DAY)).hazards == ()


def test_who_tells_of_a_danger_is_kept() -> None:
    text = "قال الهلال الأحمر إن الطريق بين هجين والسوسة مزروع بالألغام."
    (found,) = read(text, Meta(report_date=DAY)).hazards
    assert found.attributed_to == "الهلال الأحمر"
