"""The four languages of the pages. Django knows Central Kurdish, but not Northern Kurdish."""

from django.conf import locale

from serai.core.refusal import gettext_noop

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ar", "العربية"),
    ("ckb", "کوردیی ناوەندی"),
    ("kmr", "Kurmancî"),
]
# Django says months as Egypt does; Syria and Iraq say them otherwise.
MONTHS = (
    gettext_noop("January"), gettext_noop("February"), gettext_noop("March"),
    gettext_noop("April"), gettext_noop("May"), gettext_noop("June"),
    gettext_noop("July"), gettext_noop("August"), gettext_noop("September"),
    gettext_noop("October"), gettext_noop("November"), gettext_noop("December"),
    gettext_noop("jan"), gettext_noop("feb"), gettext_noop("mar"), gettext_noop("apr"),
    gettext_noop("may"), gettext_noop("jun"), gettext_noop("jul"), gettext_noop("aug"),
    gettext_noop("sep"), gettext_noop("oct"), gettext_noop("nov"), gettext_noop("dec"),
)  # fmt: skip
_NORTHERN_KURDISH = {
    "bidi": False,
    "code": "kmr",
    "name": "Northern Kurdish",
    "name_local": "Kurmancî",
}
_CENTRAL_KURDISH = {
    "bidi": True,
    "code": "ckb",
    "name": "Central Kurdish",
    "name_local": "کوردیی ناوەندی",
}


def make_known() -> None:
    """Tells Django the languages' own names and directions of writing."""
    locale.LANG_INFO["kmr"] = _NORTHERN_KURDISH
    locale.LANG_INFO["ckb"] = _CENTRAL_KURDISH
