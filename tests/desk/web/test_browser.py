"""The desk in a real Chromium: by keys alone and without a script, on a phone and at night; and the one script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.web.visiting import Visitor
from tests.intake.articles import MARKET
from tests.intake.server import page

pytestmark = pytest.mark.browser
STORY = "/story/velm-bridge/"
PAGES = (
    "/",
    STORY,
    f"{STORY}outline/",
    f"{STORY}lines/",
    f"{STORY}capture/radio/?words=Inspectors",
    f"{STORY}decisions/",
    f"{STORY}sign/",
    f"{STORY}add/",
)
TABS = 60  # more than any page here needs to be walked to the button that is looked for


@pytest.fixture
def tab(browser: Any, desk: Visitor) -> Iterator[Any]:
    """A page without scripts, on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    opened.goto(f"http://127.0.0.1:{desk.keys.port}/?token={desk.keys.address}")
    yield opened
    context.close()


def _open(tab: Any, desk: Visitor, path: str) -> None:
    tab.goto(f"http://127.0.0.1:{desk.keys.port}{path}")


def test_the_address_that_is_printed_opens_the_desk_and_does_not_stay_in_the_bar(tab: Any, desk: Visitor) -> None:
    assert tab.url == f"http://127.0.0.1:{desk.keys.port}/"
    assert "velm-bridge" in tab.inner_text("main")


def test_a_decision_is_made_by_keys_alone(tab: Any, desk: Visitor, story: Path) -> None:
    _open(tab, desk, STORY)
    tab.keyboard.press("Tab")
    assert tab.locator(":focus").inner_text() == "Skip to the text"
    for _ in range(TABS):
        tab.keyboard.press("Tab")
        if tab.locator("button[value=agree]:focus").count():
            break
    assert tab.locator("button[value=agree]:focus").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/?*told=*")
    assert (story / "decisions.yaml").read_text(encoding="utf-8").startswith("- {agree: ")


def test_an_enter_in_a_field_decides_nothing(tab: Any, desk: Visitor, story: Path) -> None:
    _open(tab, desk, STORY)
    tab.locator("input[name=why]").fill("because")
    tab.keyboard.press("Enter")
    _open(tab, desk, STORY)
    assert not (story / "decisions.yaml").exists()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(path: str, tab: Any, desk: Visitor) -> None:
    _open(tab, desk, path)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_selected_words_of_a_capture_are_copied_as_a_footnote(browser: Any, desk: Visitor) -> None:
    address = f"http://127.0.0.1:{desk.keys.port}"
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(f"{address}/?token={desk.keys.address}")
    page.goto(f"{address}{STORY}capture/radio/")
    page.locator("#capture .claim").first.dblclick(position={"x": 30, "y": 10})
    page.wait_for_function("document.getElementById('footnote').textContent.startsWith('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied == '[^radio-1]: radio: "Inspectors"'
    assert troubles == []


def test_a_saved_page_is_added_without_a_script(tab: Any, desk: Visitor, story: Path, tmp_path: Path) -> None:
    saved = tmp_path / "hall.html"
    saved.write_bytes(page(MARKET, "Sund gets its hall").body)
    _open(tab, desk, f"{STORY}add/")
    tab.locator("input[type=file]").set_input_files(str(saved))
    tab.get_by_role("button", name="Add the file").click()
    tab.wait_for_url("**/add/?told=*")
    assert "added captures/" in tab.inner_text("main")
    assert any(one.read_bytes() == saved.read_bytes() for one in (story / "captures").glob("*.html"))
