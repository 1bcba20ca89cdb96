"""What every answer says to the browser about scripts, frames and addresses."""

import re
from pathlib import Path

from django.test import Client

import serai
from serai.access.accounts import create_account


def test_only_our_own_scripts_and_styles_run(browser: Client) -> None:
    policy = browser.get("/").headers["Content-Security-Policy"]
    said = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert said["script-src"] == ["'self'"]
    assert said["style-src"] == ["'self'"]
    assert said["img-src"] == ["'self'", "data:"]
    assert said["frame-ancestors"] == ["'none'"]


def test_no_page_is_framed_or_guessed_at(browser: Client) -> None:
    headers = browser.get("/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_session_cookies_are_out_of_reach_of_scripts(db: None) -> None:
    create_account("Rojin", "gate-clerk", "", "four words for tests")
    client = Client()
    client.post("/sign-in/", {"username": "Rojin", "password": "four words for tests"})
    cookie = client.cookies["serai_session"]
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]


def test_base_templates_hold_no_inline_style_or_script() -> None:
    folder = Path(serai.__file__).parent
    for template in [*folder.glob("web/**/*.html"), *folder.glob("access/**/*.html")]:
        text = template.read_text()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", text), template


def test_the_style_sheets_turn_by_themselves() -> None:
    folder = Path(serai.__file__).parent
    sheets = sorted(folder.glob("*/static/**/*.css"))
    assert len(sheets) > len(list(folder.glob("web/static/web/css/*.css"))) >= 5
    sheet = "\n".join(one.read_text() for one in sheets)
    physical = (
        r"[\s;](?:margin|padding|border|inset)-(?:left|right|top|bottom)|[\s;](?:left|right):"
    )
    assert not re.search(physical, sheet)
    assert not re.search(r"(?:text-align|float):\s*(?:left|right)", sheet)
