"""An administrator opens a new station."""

from pathlib import Path

from tests.cli.conftest import PASSWORD, Serai, one_line


def test_a_new_station_says_how_to_sign_in_and_verifies(serai: Serai, tmp_path: Path) -> None:
    made = serai("init", "--name", "Desert", "--administrator", "hevi", data=tmp_path / "new")
    assert made.returncode == 0, made.stderr
    assert f"Sign in as hevi, password {PASSWORD}" in made.stdout
    assert serai("journal", "verify", data=tmp_path / "new").returncode == 0


def test_a_station_is_not_made_on_top_of_another(serai: Serai, new_station: Path) -> None:
    key = (new_station / "station.key").read_bytes()
    again = serai("init", "--name", "Other", data=new_station)
    assert again.returncode == 1
    assert "There is a station" in one_line(again)
    assert (new_station / "station.key").read_bytes() == key


def test_a_folder_nobody_may_write_into_is_named(serai: Serai) -> None:
    refused = serai("init", "--name", "Desert", data=Path("/proc/station"))
    assert refused.returncode == 4
    assert "Cannot write into the folder /proc/station" in one_line(refused)


def test_a_file_in_the_place_of_the_folder_is_named(serai: Serai, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a letter")
    refused = serai("init", "--name", "Desert", data=tmp_path / "taken")
    assert refused.returncode == 4
    assert "Cannot write into the folder" in one_line(refused)
    assert (tmp_path / "taken").read_text() == "a letter"


def test_a_short_password_is_refused_and_can_be_mended(serai: Serai, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    refused = serai("init", "--name", "Desert", "--password", "short", data=folder)
    assert refused.returncode == 1
    assert "This password will not do" in one_line(refused)
    assert serai("init", "--name", "Desert", data=folder).returncode == 0


def test_a_station_without_a_name_is_wrong_usage(serai: Serai, tmp_path: Path) -> None:
    refused = serai("init", data=tmp_path / "new")
    assert refused.returncode == 2
    assert "--name" in one_line(refused)


def test_an_empty_name_is_refused(serai: Serai, tmp_path: Path) -> None:
    refused = serai("init", "--name", "  ", data=tmp_path / "new")
    assert refused.returncode == 1
    assert "letters" in one_line(refused)
    assert not (tmp_path / "new").exists()


def test_a_folder_may_be_called_anything(serai: Serai, tmp_path: Path) -> None:
    folder = tmp_path / "بوابة no. #1? 50%20"
    made = serai("init", "--name", "Gate", data=folder)
    assert made.returncode == 0, made.stderr
    assert f"--data '{folder}'" in made.stdout
    assert serai("books", data=folder).returncode == 0
