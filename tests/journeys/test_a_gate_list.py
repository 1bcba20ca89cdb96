"""A list comes as a spreadsheet, is understood by example, and ticked at the truck by keyboard."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, expect
from tests.journeys.walking import Walk, people_at_work

from serai.reception.models import ExpectedPerson, ExpectedTick

AtWork = Callable[..., Walk]
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PHONE = {"width": 390, "height": 844}
SHEET = (
    ("القادمون من هجين، ٣ آذار", None, None, None, None),
    ("الأسرة", "الاسم الكامل", "الجنس", "المواليد", "ملاحظات"),
    (7, "حسن علي عمر الجبوري", "ذكر", 31245, "الباغوز"),
    (None, "ليلى يوسف أحمد العزاوي", "أنثى", "1988", "الباغوز"),
    (None, None, "أنثى", "3", "الباغوز"),
    (8, "Omar Karim Said", "boy?", "soon", "Hajin"),
)


@pytest.fixture
def at_work(browser: Browser, served: str) -> AtWork:
    return people_at_work(browser, served)


def spreadsheet() -> bytes:
    book = Workbook()
    for row in SHEET:
        book.active.append(row)
    for area in ("A1:E1", "A3:A5"):
        book.active.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_list_is_brought_in_understood_and_ticked_without_a_mouse(at_work: AtWork) -> None:
    gate = at_work("reception", role="gate-clerk", language="ar")
    gate.page.set_viewport_size(PHONE)
    gate.goto("/reception/expected/")
    file = {"name": "hajin.xlsx", "mimeType": KIND, "buffer": spreadsheet()}
    gate.page.locator("#id_file").set_input_files(file)  # type: ignore[arg-type]
    gate.page.locator("#id_title").focus()
    gate.keys("Control+Enter")
    _columns_are_understood_by_example(gate)
    _every_row_is_kept_and_says_what_was_not_understood(gate)
    _ticked_at_the_truck(gate)


def _columns_are_understood_by_example(gate: Walk) -> None:
    chosen = [box.input_value() for box in gate.page.locator("td select").all()]
    assert chosen == ["household", "name", "sex", "age", ""]
    assert gate.page.locator("#heads").input_value() == "2"
    gate.says("الباغوز")
    gate.page.locator("td select").last.select_option("origin")
    gate.page.locator("td select").last.focus()
    gate.keys("Control+Enter")


def _every_row_is_kept_and_says_what_was_not_understood(gate: Walk) -> None:
    rows = gate.page.locator("tbody tr")
    expect(rows).to_have_count(4)
    assert list(ExpectedPerson.objects.order_by("row").values_list("household", flat=True)) == [
        "7", "7", "7", "8",
    ]  # fmt: skip
    assert [row.locator(".status.warn").count() for row in rows.all()] == [1, 0, 1, 2]
    gate.says("1985-07-17", "boy?", "soon")


def _ticked_at_the_truck(gate: Walk) -> None:
    page = gate.page
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("layla yus")
    gate.keys("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody button")).to_be_focused()
    gate.keys("Enter")
    expect(page.locator(".message")).to_contain_text("ليلى يوسف العزاوي")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("progress")).to_have_js_property("value", 1)
    gate.press(page.locator("form[data-undo] button"))
    expect(page.locator("progress")).to_have_js_property("value", 0)
    assert not ExpectedTick.objects.get().came


def test_a_row_tells_who_in_the_books_it_may_be(at_work: AtWork) -> None:
    from tests.a_family import MOTHER, register

    register("العزاوي", (MOTHER,))
    gate = at_work("reception", role="gate-clerk").goto("/reception/expected/")
    file = {
        "name": "l.csv",
        "mimeType": "text/csv",
        "buffer": "الاسم\nليلى يوسف العزاوي\n".encode(),
    }
    gate.page.locator("#id_file").set_input_files(file)  # type: ignore[arg-type]
    gate.click("Bring it in").click("Read it like this")
    gate.press(gate.page.locator("tbody th a")).says("Layla")
    gate.click("Is here").says("1 of 1")
