"""The four languages of the pages. Django knows Central Kurdish, but not Northern Kurdish."""

from django.conf import locale

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ar", "العربية"),
    ("ckb", "کوردیی ناوەندی"),
    ("kmr", "Kurmancî"),
]
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
