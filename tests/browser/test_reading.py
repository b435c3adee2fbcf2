"""The site as a reader meets it, in Chromium without scripts."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser

QUOTE = "Mayor Ines Tarrow denied that the city had been warned in spring."
PATHS = (
    "",
    "stories/velm-bridge/",
    "stories/velm-bridge/sources/gazette/",
    "archive/",
    "archive/2031-04/",
    "tags/",
    "tags/velm/",
    "people-and-places/",
    "search/",
    "method/",
    "subscribe/",
    "404.html",
)


def mark(page: Any) -> Any:
    """The control that opens the evidence of a claim of three sources."""
    return page.locator("#c-denied .proof > summary")


def evidence(page: Any) -> Any:
    return page.locator("#c-denied .proof .quote")


def test_evidence_is_closed_until_it_is_asked_for(page: Any) -> None:
    assert not evidence(page).is_visible()


def test_a_claims_control_opens_its_evidence_in_place(page: Any) -> None:
    mark(page).click()
    assert evidence(page).is_visible()
    assert "People in the town" in evidence(page).locator("blockquote").inner_text()
    assert "Velm Gazette" in evidence(page).locator("figcaption").inner_text()


def test_the_evidence_opens_beneath_its_control_and_covers_no_text(page: Any) -> None:
    mark(page).click()
    above, below = mark(page).bounding_box(), evidence(page).bounding_box()
    assert 0 <= below["y"] - (above["y"] + above["height"]) < 20
    claim = page.locator("#c-denied > p").bounding_box()
    assert claim["y"] + claim["height"] <= below["y"]


def test_a_key_opens_and_closes_the_evidence(page: Any) -> None:
    mark(page).focus()
    page.keyboard.press("Enter")
    assert evidence(page).is_visible()
    page.keyboard.press("Enter")
    assert not evidence(page).is_visible()


def test_tab_leads_from_an_open_control_into_its_evidence(page: Any) -> None:
    mark(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert evidence(page).locator(":focus").count() == 1


def test_the_first_tab_stop_skips_to_the_text(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").is_visible()


def test_a_mark_is_large_enough_for_a_finger(page: Any) -> None:
    assert mark(page).bounding_box()["height"] >= 24


def test_a_permalink_leads_to_its_claim(page: Any) -> None:
    page.locator("#c-denied .here").click()
    assert page.url.endswith("#c-denied")
    assert page.locator("#c-denied:target").is_visible()


def test_print_gives_claims_differences_and_sources_without_what_is_folded(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("#c-denied > p").is_visible()
    assert page.locator("#d-lorries dt").first.is_visible()
    assert page.locator(".sources h3").first.is_visible()
    assert not page.locator("summary").first.is_visible()


@pytest.mark.parametrize("path", PATHS)
def test_no_page_overflows_at_320_pixels(narrow: Any, address: str, path: str) -> None:
    narrow.goto(address + path)
    assert narrow.locator("html").evaluate("page => page.scrollWidth") <= 320


@pytest.mark.parametrize("path", PATHS)
def test_no_page_asks_another_host_or_complains(narrow: Any, address: str, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    narrow.on("request", lambda request: asked.append(request.url))
    narrow.on("console", lambda message: said.append(message.text))
    narrow.goto(address + path)
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


def test_evidence_reads_well_at_320_pixels(narrow: Any, address: str) -> None:
    narrow.goto(f"{address}stories/velm-bridge/")
    mark(narrow).click()
    box = evidence(narrow).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_positions_stand_side_by_side_on_a_desk_and_below_one_another_on_a_phone(page: Any) -> None:
    first, second = (position.bounding_box() for position in page.locator("#d-lorries dl > div").all())
    wide = page.viewport_size["width"] > 1000
    assert (first["y"] == second["y"]) is wide
    assert (first["x"] == second["x"]) is not wide


def test_the_first_screen_of_a_phone_tells_the_news_when_and_from_whom(narrow: Any, address: str) -> None:
    narrow.set_viewport_size({"width": 390, "height": 844})
    narrow.goto(f"{address}stories/velm-bridge/")
    facts = narrow.locator(".head > .facts").first.bounding_box()
    assert facts["y"] + facts["height"] < 844
    assert "min to read" in narrow.locator(".head > .facts").first.inner_text()
