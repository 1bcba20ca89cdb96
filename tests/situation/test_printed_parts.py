"""A part printed once says what it holds, escaped, in the language of the page."""

from django.utils.translation import override

from serai.situation.statement import AccountRow
from serai.web.printed import _printed, printed

ROW = AccountRow(
    place="<b>Suwar</b>", bands=(0, 3), total=3, counted=0, counted_at="", amount=0
)  # fmt: skip


def test_a_part_is_printed_again_when_any_word_of_it_changes():
    _printed.cache_clear()
    first = printed("situation/account.html", ROW)
    assert printed("situation/account.html", ROW) == first
    other = AccountRow("<b>Suwar</b>", (1, 3), 4, 0, "", 0)
    assert printed("situation/account.html", other) != first
    assert _printed.cache_info().misses == 2


def test_a_part_is_escaped():
    assert "&lt;b&gt;Suwar&lt;/b&gt;" in printed("situation/account.html", ROW)


def test_a_part_is_printed_for_each_language():
    english = printed("situation/account.html", ROW)
    with override("ar"):
        assert printed("situation/account.html", ROW) != english
    assert printed("situation/account.html", ROW) == english
