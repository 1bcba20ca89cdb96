"""Nationalities: ISO 3166-1 alpha-3 and the ICAO 9303 codes for people whom no country claims.

A code says what a person claims or what a paper says, never what somebody guessed. An empty
value means nobody asked; `XXX` means asked and not known.
"""

import msgspec

from serai.core.country_table import ISO_COUNTRIES
from serai.core.lookup import beginning_with

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

    >>> [one.code for one in find("syri")], [one.code for one in find("العرا")]
    (['SYR'], ['IRQ'])
    """
    exact = country(text)
    named = beginning_with(
        text, COUNTRIES, lambda one: (one.name, one.name_ar, one.also or one.name)
    )
    return named if exact is None else [exact, *(one for one in named if one != exact)]


def _names(one: Country) -> tuple[str, ...]:
    return (one.name, one.name_ar, one.also) if one.also else (one.name, one.name_ar)
