"""An administrator loads the road of an operation of its own."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

TABLE = "from;to;km;hours;kind\nnorth;North gate 2;12,5;0.5;asphalt\nnorth;الجنوب;40;;\n"
LINES = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"from": "north", "to": "south"},
         "geometry": {"type": "LineString", "coordinates": [[40, 35], [40, 36]]}},
        {"type": "Feature", "properties": {"km": 7},
         "geometry": {"type": "LineString", "coordinates": [[40, 36], [40.1, 36.01]]}},
    ],
}  # fmt: skip


@pytest.fixture
def places(serai: Serai, new_station: Path) -> Path:
    """A station of an operation elsewhere: three places, two of them on the map."""
    for words in (
        ("north", "North gate", "--latitude", "35", "--longitude", "40"),
        ("south", "South", "--name-ar", "الجنوب", "--latitude", "36", "--longitude", "40"),
        ("gate-2", "North gate 2", "--latitude", "36.01", "--longitude", "40.1"),
    ):
        opened = serai("places", "open", *words, data=new_station)
        assert opened.returncode == 0, opened.stderr
    return new_station


def test_a_table_becomes_the_road_and_loading_it_again_changes_nothing(
    serai: Serai, places: Path, tmp_path: Path
) -> None:
    file = tmp_path / "road.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert "Nobody has described this road yet" in serai("road", "list", data=places).stdout
    loaded = serai("road", "load", str(file), data=places)
    assert loaded.stdout == "2 segments read, 2 of them new or different.\n", loaded.stderr
    assert "0 of them new" in serai("road", "load", str(file), data=places).stdout
    told = serai("road", "list", data=places).stdout
    assert "12.5 km  0.5 h   asphalt" in told
    assert len(told.splitlines()) == 2
    assert serai("journal", "verify", data=places).returncode == 0


def test_lines_of_geojson_join_the_places_they_name_or_end_at(
    serai: Serai, places: Path, tmp_path: Path
) -> None:
    file = tmp_path / "road.geojson"
    file.write_text(json.dumps(LINES), encoding="utf-8")
    loaded = serai("road", "load", str(file), data=places)
    assert loaded.returncode == 0, loaded.stderr
    told = serai("road", "list", data=places).stdout
    assert "111.2 km" in told
    assert "7 km" in told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("from,to,km\nnorth,Atlantis,5\n", "segment 1: no place is called “Atlantis”"),
        ("from,to,km\nnorth,south,far\n", "segment 1: “far” is no number"),
        ("from,to,km\nnorth,south,0\n", "A segment has more than 0"),
        ("from,to,km,hours,kind\nnorth,south,5,1,sea\n", "Choose asphalt, gravel or track."),
        ("north south 5\n", "holds no road that can be read"),
        ('{"features": 7}', "holds no road that can be read"),
        (
            '{"features": [{"properties": {}, "geometry": {"type": "LineString",'
            ' "coordinates": [[1, 1], [2, 2]]}}]}',
            "none lies at its end",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(
    serai: Serai, places: Path, tmp_path: Path, text: str, sentence: str
) -> None:
    file = tmp_path / "road.txt"
    file.write_text(text, encoding="utf-8")
    refused = serai("road", "load", str(file), data=places)
    assert refused.returncode == 1
    assert sentence in one_line(refused)
    assert "Nobody has described" in serai("road", "list", data=places).stdout


def test_the_training_operation_brings_its_road(serai: Serai, tmp_path: Path) -> None:
    serai("init", "--name", "D", "--operation", "baghuz-2019", data=tmp_path / "new")
    told = serai("road", "list", data=tmp_path / "new").stdout
    assert sum(int(line.split()[2]) for line in told.splitlines()) == 300
