"""The places of the training operation, Baghuz to Al-Hol 2019: its route, its towns of origin.

Sources and licences of every position and code are in docs/data.md (GeoNames, OCHA).
"""

import msgspec

from serai.core.lookup import beginning_with, folded_words
from serai.core.places import Place
from serai.core.road import Segment

OPERATION = "baghuz-2019"
_ARTICLES = frozenset({"al", "ar", "as", "ash", "el"})  # as they are written in Latin letters

# The reception point and the holding site had no published position: placed by hand in the
# desert north-east of Baghuz.
PLACES: tuple[Place, ...] = (
    Place("front", "Baghuz front line", "خط الجبهة في الباغوز", "front",
          34.47, 40.95, 0, "SY090203", 1),
    Place("reception", "Desert reception", "نقطة الاستقبال في البادية", "reception",
          34.58, 41.06, 0, "SY090203", 2),
    Place("holding", "Screening site, held apart", "موقع التدقيق", "holding",
          34.62, 41.01, 0, "SY090203", 3),
    Place("busayrah", "Busayrah", "البصيرة", "transit",
          35.1562, 40.4272, 0, "SY090102", 4),
    Place("suwar", "Suwar transit site", "موقع عبور الصور", "transit",
          35.5, 40.6667, 400, "SY090106", 5),
    Place("shaddadah", "Shaddadah", "الشدادي", "transit",
          36.0576, 40.7348, 0, "SY080002", 6),
    Place("hospital", "Al-Hasakah hospital", "مستشفى الحسكة", "hospital",
          36.5024, 40.7477, 0, "SY080000", 7),
    Place("al-hol", "Al-Hol camp", "مخيم الهول", "camp",
          36.375, 41.149, 0, "SY080006", 8),
)  # fmt: skip


# Great-circle legs over Al-Hasakah, stretched by 1 % so that the whole way is OCHA's 300 km.
ROUTE: tuple[Segment, ...] = (
    Segment("front", "reception", 16),
    Segment("reception", "busayrah", 87),
    Segment("busayrah", "suwar", 45),
    Segment("suwar", "shaddadah", 63),
    Segment("shaddadah", "al-hol", 89),
)


class Town(msgspec.Struct, frozen=True):
    """A town people come from. `town` is its id in `Person.origin`; `country` an alpha-3 code."""

    town: str
    name: str
    name_ar: str
    country: str
    latitude: float
    longitude: float
    code: str = ""
    spellings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, in either script."""
        return self.name, self.name_ar, *self.spellings


TOWNS: tuple[Town, ...] = (
    Town("baghuz", "Al-Baghuz Fawqani", "الباغوز فوقاني", "SYR", 34.47, 40.95, "SY090203",
         ("Baghouz", "Baghuz", "باغوز")),
    Town("marashidah", "Al-Marashidah", "المراشدة", "SYR", 34.5, 40.957, "SY090203"),
    Town("susah", "As Susah", "السوسة", "SYR", 34.5337, 40.9582, "SY090203", ("Sousa", "Susat")),
    Town("shafah", "Ash Shafah", "الشعفة", "SYR", 34.57, 40.93, "SY090203", ("Shaafa",)),
    Town("kashmah", "Al-Kashmah", "الكشمة", "SYR", 34.6, 40.91),
    Town("abu-hassan", "Abu Hassan", "أبو حسن", "SYR", 34.645, 40.875, "SY090201"),
    Town("hajin", "Hajin", "هجين", "SYR", 34.6951, 40.8314, "SY090201"),
    Town("bahrah", "Al-Bahrah", "البحرة", "SYR", 34.725, 40.8, "SY090201"),
    Town("jala", "Al-Jala'", "الجلاء", "SYR", 34.6335, 40.8405, "SY090202"),
    Town("gharanij", "Gharanij", "غرانيج", "SYR", 34.76, 40.745, "SY090201"),
    Town("kishkiyah", "Al-Kishkiyah", "الكشكية", "SYR", 34.8, 40.72, "SY090201"),
    Town("abu-hamam", "Abu Hamam", "أبو حمام", "SYR", 34.83, 40.69, "SY090201"),
    Town("abu-kamal", "Abu Kamal", "البوكمال", "SYR", 34.4523, 40.9185, "SY090200",
         ("Al-Bukamal", "Albukamal")),
    Town("mayadin", "Al-Mayadin", "الميادين", "SYR", 35.0198, 40.4515, "SY090300"),
    Town("asharah", "Al-Asharah", "العشارة", "SYR", 34.9213, 40.5601, "SY090302"),
    Town("subaykhan", "Subaykhan", "صبيخان", "SYR", 34.8531, 40.5999),
    Town("dhiban", "Dhiban", "ذيبان", "SYR", 35.015, 40.5103, "SY090301", ("Thiban",)),
    Town("busayrah", "Busayrah", "البصيرة", "SYR", 35.1562, 40.4272, "SY090102", ("Basira",)),
    Town("khusham", "Khusham", "خشام", "SYR", 35.3009, 40.2892, "SY090105"),
    Town("muhasan", "Muhasan", "موحسن", "SYR", 35.2335, 40.3166, "SY090103"),
    Town("deir-ez-zor", "Deir ez-Zor", "دير الزور", "SYR", 35.3359, 40.1408, "SY090100",
         ("Dayr az-Zawr", "Deir-ez-Zor")),
    Town("suwar", "As-Suwar", "الصور", "SYR", 35.5, 40.6667, "SY090106", ("Suar", "Sur")),
    Town("kasrah", "Al-Kasrah", "الكسرة", "SYR", 35.5674, 39.9202, "SY090101"),
    Town("markadah", "Markadah", "مركدة", "SYR", 35.7461, 40.753, "SY080003"),
    Town("shaddadah", "Ash Shaddadah", "الشدادي", "SYR", 36.0576, 40.7348, "SY080002",
         ("Shadadah", "Shaddadi", "شدادة")),
    Town("hasakah", "Al-Hasakah", "الحسكة", "SYR", 36.5024, 40.7477, "SY080000", ("Hasakeh",)),
    Town("hawl", "Al-Hawl", "الهول", "SYR", 36.3904, 41.1498, "SY080006", ("Al-Hol", "Hole")),
    Town("raqqah", "Ar Raqqah", "الرقة", "SYR", 35.9528, 39.0079, "", ("Raqqa",)),
    Town("madan", "Ma'dan", "معدان", "SYR", 35.7552, 39.5984),
    Town("tadmur", "Tadmur", "تدمر", "SYR", 34.5624, 38.284, "", ("Palmyra",)),
    Town("manbij", "Manbij", "منبج", "SYR", 36.5281, 37.9549),
    Town("aleppo", "Aleppo", "حلب", "SYR", 36.2012, 37.1612, "", ("Halab",)),
    Town("idlib", "Idlib", "إدلب", "SYR", 35.9306, 36.6339),
    Town("homs", "Homs", "حمص", "SYR", 34.724, 36.7256),
    Town("damascus", "Damascus", "دمشق", "SYR", 33.5102, 36.2913),
    Town("qaim", "Al-Qa'im", "القائم", "IRQ", 34.3925, 40.9894, "", ("Qaim",)),
    Town("anah", "Anah", "عنه", "IRQ", 34.3686, 41.9819),
    Town("rawah", "Rawah", "راوة", "IRQ", 34.4823, 41.919),
    Town("hadithah", "Hadithah", "حديثة", "IRQ", 34.1366, 42.3773, "", ("Haditha",)),
    Town("rutbah", "Ar Rutbah", "الرطبة", "IRQ", 33.0372, 40.2859),
    Town("fallujah", "Fallujah", "الفلوجة", "IRQ", 33.3491, 43.786),
    Town("baghdad", "Baghdad", "بغداد", "IRQ", 33.3406, 44.4009),
    Town("mosul", "Mosul", "الموصل", "IRQ", 36.335, 43.1189),
    Town("tall-afar", "Tall Afar", "تلعفر", "IRQ", 36.3791, 42.4481, "", ("Tal Afar", "تل عفر")),
    Town("sinjar", "Sinjar", "سنجار", "IRQ", 36.3209, 41.8766, "", ("Shingal",)),
    Town("baaj", "Al-Ba'aj", "البعاج", "IRQ", 36.0426, 41.7163, "", ("Baaj",)),
)  # fmt: skip
_BY_ID = {town.town: town for town in TOWNS}


def place_of_operation(place: str) -> Place:
    """The place of the route with this id.

    >>> place_of_operation("suwar").capacity
    400
    """
    return next(one for one in PLACES if one.place == place)


def town(identity: str) -> Town | None:
    """The town with this id; None when the origin is free words.

    >>> town("hajin").name_ar
    'هجين'
    """
    return _BY_ID.get(identity)


def find_towns(text: str) -> list[Town]:
    """Towns whose name in either script has words beginning like the typed ones.

    >>> [one.town for one in find_towns("bukam")], [one.town for one in find_towns("البوك")]
    (['abu-kamal'], ['abu-kamal'])
    """
    return beginning_with(text, TOWNS, lambda one: one.names)


def town_called(text: str) -> Town | None:
    """The town that bears exactly this name, with its article or without.

    >>> {one and one.town for one in map(town_called, ("Qaim", "القائم", "al-Qa'im", "al Qaim"))}
    {'qaim'}
    >>> town_called("Qai")
    """
    typed = _bare(text)
    found = find_towns(" ".join(typed))
    return next((one for one in found if typed in map(_bare, one.names)), None)


def _bare(name: str) -> list[str]:
    """The words of a town's name without its article, in either script."""
    first, *others = folded_words(name) or [""]
    return others if others and first in _ARTICLES else [first, *others]
