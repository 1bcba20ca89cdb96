"""Choosing the place where one works."""

from collections.abc import Callable

from django.test import Client

Inside = Callable[..., Client]


def test_choosing_a_place_changes_the_header_and_returns_to_the_page(inside: Inside) -> None:
    browser = inside("coordinator", place="gate")
    assert "Today at Desert gate" in browser.get("/").content.decode()
    answer = browser.post("/place/", {"place": "tents", "next": "/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Today at Field of tents" in browser.get("/").content.decode()


def test_a_place_that_does_not_exist_is_not_chosen(inside: Inside) -> None:
    browser = inside("coordinator", place="gate")
    answer = browser.post("/place/", {"place": "moon"})
    assert answer.status_code == 404
    assert "There is no such place here." in answer.content.decode()
    assert "Today at Desert gate" in browser.get("/").content.decode()


def test_places_have_their_own_names_in_arabic(inside: Inside) -> None:
    browser = inside("coordinator", place="gate")
    browser.post("/language/", {"language": "ar", "next": "/"})
    page = browser.get("/").content.decode()
    assert "بوابة الصحراء" in page
    assert "Desert gate" not in page
