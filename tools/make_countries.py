"""Writes src/serai/core/country_table.py from pycountry: ISO 3166-1 with English and Arabic names.

Run it when ISO changes: `.venv/bin/python tools/make_countries.py`. The ICAO codes and the Arabic
names below were written by hand; everything else comes from pycountry (see docs/data.md).
"""

import gettext
import unicodedata
from pathlib import Path

import pycountry

TARGET = Path(__file__).resolve().parent.parent / "src/serai/core/country_table.py"

SHORT_ENGLISH = {
    "COD": "DR Congo",
    "FLK": "Falkland Islands",
    "FSM": "Micronesia",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SGS": "South Georgia",
    "SHN": "Saint Helena",
    "VAT": "Holy See",
    "VGB": "British Virgin Islands",
    "VIR": "US Virgin Islands",
    "MAF": "Saint Martin (French)",
    "SXM": "Sint Maarten (Dutch)",
}
# Where pycountry's catalogue has none, an official long form, a slip or a rare spelling.
SHORT_ARABIC = {
    "BOL": "بوليفيا",
    "BIH": "البوسنة والهرسك",
    "ATG": "أنتيغوا وبربودا",
    "COD": "جمهورية الكونغو الديمقراطية",
    "FLK": "جزر فوكلاند",
    "FSM": "ميكرونيزيا",
    "GLP": "غوادلوب",
    "GUM": "غوام",
    "GGY": "غيرنزي",
    "HMD": "جزيرة هيرد وجزر ماكدونالد",
    "HUN": "المجر",
    "IMN": "جزيرة مان",
    "IOT": "إقليم المحيط الهندي البريطاني",
    "IRN": "إيران",
    "JEY": "جيرزي",
    "KNA": "سانت كيتس ونيفس",
    "KOR": "كوريا الجنوبية",
    "LAO": "لاوس",
    "LCA": "سانت لوسيا",
    "LTU": "ليتوانيا",
    "MDA": "مولدوفا",
    "MKD": "مقدونيا الشمالية",
    "MNE": "الجبل الأسود",
    "NCL": "كاليدونيا الجديدة",
    "NIC": "نيكاراغوا",
    "NZL": "نيوزيلندا",
    "PCN": "جزر بيتكيرن",
    "PRK": "كوريا الشمالية",
    "PSE": "فلسطين",
    "RUS": "روسيا",
    "SAU": "السعودية",
    "SGS": "جورجيا الجنوبية",
    "SHN": "سانت هيلينا",
    "SJM": "سفالبارد ويان ماين",
    "SPM": "سان بيير وميكلون",
    "SRB": "صربيا",
    "STP": "ساو تومي وبرينسيبي",
    "SYR": "سوريا",
    "TCA": "جزر تركس وكايكوس",
    "TLS": "تيمور الشرقية",
    "TTO": "ترينيداد وتوباغو",
    "TUR": "تركيا",
    "TWN": "تايوان",
    "TZA": "تنزانيا",
    "USA": "الولايات المتحدة",
    "UMI": "جزر الولايات المتحدة النائية",
    "VAT": "الكرسي الرسولي (الفاتيكان)",
    "VCT": "سانت فنسنت والغرينادين",
    "VEN": "فنزويلا",
    "VGB": "جزر العذراء البريطانية",
    "VIR": "جزر العذراء الأمريكية",
    "VNM": "فيتنام",
    "WLF": "واليس وفوتونا",
    "WSM": "ساموا",
    "ASM": "ساموا الأمريكية",
    "REU": "لا ريونيون",
    "BLM": "سان بارتيلمي",
    "MAF": "سان مارتن (الفرنسية)",
    "SXM": "سينت مارتن (الهولندية)",
    "CXR": "جزيرة عيد الميلاد",
    "CUW": "كوراساو",
    "BES": "بونير وسينت أوستاتيوس وسابا",
}
ALSO = {
    "ARE": "Emirates UAE",
    "CIV": "Ivory Coast",
    "CPV": "Cape Verde",
    "GBR": "Great Britain England UK",
    "MMR": "Burma",
    "NLD": "Holland",
    "SWZ": "Swaziland",
    "TUR": "Turkey",
    "USA": "America US",
}
HEAD = '''"""Countries of ISO 3166-1 by alpha-3 code: code, English name, Arabic name, other words.

Written by tools/make_countries.py from pycountry {version} (LGPL 2.1, see docs/data.md).
"""

ISO_COUNTRIES: tuple[tuple[str, str, str, str], ...] = (
'''


def main() -> None:
    """Writes the table and says how many countries it holds."""
    arabic = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["ar"])
    rows = [_row(country, arabic) for country in sorted(pycountry.countries, key=_code)]
    lines = "".join(f"    {_tuple(row)},\n" for row in rows)
    head = HEAD.format(version=pycountry.__version__)
    TARGET.write_text(f"{head}{lines})  # fmt: skip\n", encoding="utf-8")
    print(f"{len(rows)} countries in {TARGET}")


def _code(country) -> str:  # noqa: ANN001
    return country.alpha_3


def _row(country, arabic: gettext.NullTranslations) -> tuple[str, ...]:  # noqa: ANN001
    code = country.alpha_3
    english = SHORT_ENGLISH.get(code) or getattr(country, "common_name", country.name)
    name_ar = SHORT_ARABIC.get(code) or _unvowelled(arabic.gettext(country.name))
    assert any("\u0600" <= letter <= "\u06ff" for letter in name_ar), f"{code} has no Arabic name"
    return code, english, name_ar, country.name if country.name != english else ALSO.get(code, "")


def _unvowelled(name: str) -> str:
    """The name without vowel marks, which no sign or document prints."""
    kept = (letter for letter in name if not unicodedata.category(letter).startswith("M"))
    return "".join(kept).replace(" و ", " و")


def _tuple(row: tuple[str, ...]) -> str:
    return "(" + ", ".join('"' + text.replace('"', '\\"') + '"' for text in row) + ")"


if __name__ == "__main__":
    main()
