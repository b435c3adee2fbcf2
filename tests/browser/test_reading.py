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
    """The button that opens the evidence of the denial, where the claim has its place."""
    return page.locator("#c-denied button")


def evidence(page: Any) -> Any:
    return page.locator(f"#{mark(page).get_attribute('popovertarget')}")


def test_evidence_is_closed_until_it_is_asked_for(page: Any) -> None:
    assert not evidence(page).is_visible()


def test_a_claims_mark_opens_its_exact_quote_in_place(page: Any) -> None:
    mark(page).click()
    assert evidence(page).is_visible()
    assert evidence(page).locator("mark").inner_text() == QUOTE
    assert "Velm Gazette" in evidence(page).locator("figcaption").inner_text()


def test_the_evidence_opens_beneath_the_mark(page: Any) -> None:
    mark(page).click()
    above, below = mark(page).bounding_box(), evidence(page).bounding_box()
    assert 0 <= below["y"] - (above["y"] + above["height"]) < 20


def test_escape_closes_the_evidence_and_gives_the_focus_back(page: Any) -> None:
    mark(page).focus()
    page.keyboard.press("Enter")
    assert evidence(page).is_visible()
    page.keyboard.press("Escape")
    assert not evidence(page).is_visible()
    assert page.locator("#c-denied button:focus").count() == 1


def test_tab_leads_from_an_open_mark_into_its_evidence(page: Any) -> None:
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


def test_print_gives_every_claim_its_endnote(page: Any) -> None:
    page.emulate_media(media="print")
    notes = page.get_by_role("heading", name="Evidence", exact=True).all()
    assert [note.is_visible() for note in notes] == [True] * len(page.locator(".claims").all())
    assert [note.is_visible() for note in page.locator("[popover]").all()] == [True] * 7
    assert page.locator("#c-denied .here").inner_text().endswith("#4")
    assert page.locator(".brief sup").all_inner_texts() == ["1", "4", "3"]


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
    first, second = (position.bounding_box() for position in page.locator("#d-lorries tbody tr").all())
    wide = page.viewport_size["width"] > 1000
    assert (first["y"] == second["y"]) is wide
    assert (first["x"] == second["x"]) is not wide


def test_evidence_stands_in_the_margin_on_a_desk_and_below_the_claim_on_a_phone(page: Any) -> None:
    mark(page).click()
    claim, shown = page.locator("#c-denied p").first.bounding_box(), evidence(page).bounding_box()
    beside = shown["x"] >= claim["x"] + claim["width"]
    below = shown["y"] >= claim["y"] + claim["height"]
    assert (beside, below) == ((True, True) if page.viewport_size["width"] > 1000 else (False, True))


def test_on_a_desk_the_evidence_of_the_summary_covers_no_text(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}stories/velm-bridge/")
    page.locator(".head .mark").first.click()
    shown = page.locator("[popover]:popover-open").bounding_box()
    for text in page.locator(".standfirst, .head .facts").all():
        box = text.bounding_box()
        assert box["x"] + box["width"] <= shown["x"]
    page.close()
