"""How long the first twenty candidates of a request take, beside a plain search by beginnings.

On the whole register: everybody of some requests is looked for, as the page does it, with nothing
kept from before; in the same run the same names are looked up by the beginnings of their words.
"""

from time import perf_counter, process_time

from measure.figures import at_most, milliseconds, part
from measure.station import opened, training, whole_station_wanted

SEARCHES = 60
CANDIDATES_MS = 500.0


def main() -> None:
    """Measures and prints middle, slow end and ratio."""
    held = whole_station_wanted(__doc__ or "")
    with training(held=held) as folder:
        opened(folder)
        _measure()


def _measure() -> None:
    from serai.registry.beginnings import beginning
    from serai.registry.models import Person
    from serai.tracing.candidates.nearest import CANDIDATES_MAX, nearest
    from serai.tracing.models import SoughtPerson

    sought = list(SoughtPerson.objects.order_by("id")[:SEARCHES])
    print(f"{Person.objects.count():,} people, {len(sought)} looked for")
    waited: list[float] = []
    worked: list[float] = []
    plain: list[float] = []
    for number, one in enumerate(sought):
        wall, start = perf_counter(), process_time()
        found, asked = nearest(one, f"bench {number}")
        worked.append(process_time() - start)
        waited.append(perf_counter() - wall)
        assert asked
        assert len(found) <= CANDIDATES_MAX
        start = process_time()
        beginning(" ".join(filter(None, (one.own, one.father, one.family))), CANDIDATES_MAX)
        plain.append(process_time() - start)
    print(f"candidates, waited    {milliseconds(waited)}")
    print(f"candidates, processor {milliseconds(worked)}")
    print(f"beginnings, processor {milliseconds(plain)}")
    print(f"ratio {part(worked, 50) / part(plain, 50):.1f}")
    print(at_most(part(waited, 95) * 1000, CANDIDATES_MS, " ms"), "for the first twenty, p95")


if __name__ == "__main__":
    main()
