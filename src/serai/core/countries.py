"""Nationalities: ISO 3166-1 alpha-3 and the ICAO 9303 codes for people whom no country claims.

A code says what a person claims or what a paper says, never what somebody guessed. An empty
value means nobody asked; `XXX` means asked and not known.
"""

from functools import cache

import msgspec

from serai.core.country_table import ISO_COUNTRIES
from serai.core.lookup import beginning_with, folded_words

# ICAO Doc 9303 part 3, section 5: codes on travel papers that are no ISO country.
ICAO_CODES: tuple[tuple[str, str, str, str], ...] = (
    ("XXA", "Stateless", "عديم الجنسية", "Without nationality"),
    ("XXB", "Convention refugee", "لاجئ بموجب اتفاقية 1951", "Refugee, 1951 Convention"),
    ("XXC", "Other refugee", "لاجئ من فئة أخرى", "Refugee, not under the Convention"),
    ("XXX", "Nationality not known", "جنسية غير معروفة", "Unspecified unknown"),
    ("UNK", "Kosovo (UNMIK paper)", "كوسوفو (وثيقة الأمم المتحدة)", "Resident of Kosovo"),
    ("UNO", "United Nations official", "موظف في الأمم المتحدة", "Laissez-passer"),
    ("UNA", "UN agency official", "موظف في وكالة للأمم المتحدة", "Laissez-passer"),
    ("EUE", "European Union laissez-passer", "جواز مرور الاتحاد الأوروبي", ""),
    ("GBD", "British overseas territories citizen", "مواطن أقاليم بريطانية ما وراء البحار", ""),
    ("GBN", "British national (overseas)", "رعية بريطاني (ما وراء البحار)", ""),
    ("GBO", "British overseas citizen", "مواطن بريطاني لما وراء البحار", ""),
    ("GBP", "British protected person", "شخص تحت الحماية البريطانية", ""),
    ("GBS", "British subject", "رعية بريطاني", ""),
    ("XBA", "African Development Bank", "البنك الأفريقي للتنمية", ""),
    ("XCC", "Caribbean Community", "الجماعة الكاريبية", "CARICOM"),
    ("XCE", "Council of Europe", "مجلس أوروبا", ""),
    ("XCO", "COMESA", "السوق المشتركة لشرق أفريقيا وجنوبها", ""),
    ("XDC", "SADC", "الجماعة الإنمائية للجنوب الأفريقي", ""),
    ("XEC", "ECOWAS", "الجماعة الاقتصادية لغرب أفريقيا", ""),
    ("XES", "Eastern Caribbean States", "منظمة دول شرق الكاريبي", ""),
    ("XIM", "Afreximbank", "البنك الأفريقي للتصدير والاستيراد", ""),
    ("XMP", "Parliamentary Assembly of the Mediterranean", "الجمعية البرلمانية للمتوسط", ""),
    ("XOM", "Order of Malta", "منظمة فرسان مالطا", ""),
    ("XPO", "Interpol", "الإنتربول", ""),
)
NOT_KNOWN = "XXX"
# What is left of a people's name is the beginning of the country's: Syria-n, Iraq-i, Turk-ish.
_PEOPLES_ENDINGS = ("i", "n", "an", "ian", "ese", "ish", "ي", "يه", "يون", "يين")
_COUNTRIES_ENDINGS = ("", "a", "ا")
_STEM_LETTERS_MIN = 3
_PEOPLES = {  # names that share no beginning with their country's
    "french": "FRA", "dutch": "NLD", "british": "GBR", "danish": "DNK", "finnish": "FIN",
    "swiss": "CHE", "spanish": "ESP", "greek": "GRC", "irish": "IRL", "polish": "POL",
    "american": "USA", "filipino": "PHL", "بريطاني": "GBR", "بريطانيه": "GBR",
    "امريكي": "USA", "امريكيه": "USA", "سويسري": "CHE", "سويسريه": "CHE",
}  # fmt: skip


class Country(msgspec.Struct, frozen=True):
    """A nationality a person can claim: its code, its names, other words people type for it."""

    code: str
    name: str
    name_ar: str
    also: str = ""
    icao: bool = False  # a code of ICAO 9303, not of ISO 3166-1

    def named(self, language: str) -> str:
        """The name in a language of the screens.

        >>> country("SYR").named("ar")
        'سوريا'
        """
        return self.name_ar if language.startswith("ar") else self.name


COUNTRIES: tuple[Country, ...] = (
    *(Country(*row) for row in ISO_COUNTRIES),
    *(Country(*row, icao=True) for row in ICAO_CODES),
)
_BY_CODE = {one.code: one for one in COUNTRIES}


def country(code: str) -> Country | None:
    """The country of a code, capitals or not; None when there is none such.

    >>> country("irq").name, country("AE")
    ('Iraq', None)
    """
    return _BY_CODE.get(code.strip().upper())


def is_code(code: str) -> bool:
    """Whether the code may stand in a person's nationality."""
    return code in _BY_CODE


def find(text: str) -> list[Country]:
    """Countries whose code is the text, or whose names have words that begin like it.

    The name of a people is taken too.

    >>> [one.code for one in find("syri")], [one.code for one in find("العرا")]
    (['SYR'], ['IRQ'])
    >>> [find(one)[0].code for one in ("Iraqi", "Lebanese", "french", "عراقية", "المغربي")]
    ['IRQ', 'LBN', 'FRA', 'IRQ', 'MAR']
    """
    exact = country(text)
    found = [*([exact] if exact else []), *_of_the_people(text), *_beginning(text)]
    return list(dict.fromkeys(found)) or _beginning_like_the_people(text)


def _of_the_people(text: str) -> list[Country]:
    """The country whose people are called like this, letter by letter."""
    words = folded_words(text)
    if len(words) != 1:
        return []
    if known := _PEOPLES.get(words[0]):
        return [_BY_CODE[known]]
    wanted = {stem + end for stem in (words[0], *_stems(words[0])) for end in _COUNTRIES_ENDINGS}
    return [one for one in COUNTRIES if _words_of(one) & wanted]


def _beginning_like_the_people(text: str) -> list[Country]:
    """Countries that begin with what is left of a people's name without its ending."""
    words = folded_words(text)
    stems = _stems(words[0]) if len(words) == 1 else []
    return next(filter(None, map(_beginning, stems)), [])


def _stems(word: str) -> list[str]:
    """What is left without each ending that peoples' names have, the longest first."""
    left = [word.removesuffix(one) for one in _PEOPLES_ENDINGS if word.endswith(one)]
    return [stem for stem in left if len(stem) >= _STEM_LETTERS_MIN]


def _beginning(text: str) -> list[Country]:
    return beginning_with(
        text, COUNTRIES, lambda one: (one.name, one.name_ar, one.also or one.name)
    )


@cache
def _words_of(one: Country) -> frozenset[str]:
    """The names of a country that are a single word."""
    names = (folded_words(name) for name in _names(one))
    return frozenset(words[0] for words in names if len(words) == 1)


def _names(one: Country) -> tuple[str, ...]:
    return (one.name, one.name_ar, one.also) if one.also else (one.name, one.name_ar)
