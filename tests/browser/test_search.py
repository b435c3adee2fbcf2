"""The search box in Chromium, the one place where a script runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import ThreadingHTTPServer
from typing import Any

import pytest

from generator.build import Plan, write_site
from tests.browser.conftest import Quiet
from tests.factories import digest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def found(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The search page of a site with search, and what the browser said, on its way to a story about a quay."""
    pytest.importorskip("pagefind")
    output = tmp_path_factory.mktemp("searchable") / "output"
    write_site(Plan(output, search=True), (digest(), replace(digest("quay", "The old quay is sold"), summary="Sold.")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.goto(f"http://127.0.0.1:{server.server_port}/search/")
    page.get_by_label("Words to look for").fill("quay")
    page.locator(".found li").first.wait_for()
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def test_words_find_the_story_that_holds_them(found: Any) -> None:
    assert found.locator(".found a").all_inner_texts() == ["The old quay is sold"]
    assert found.get_by_role("status").inner_text() == "1 story"


def test_a_result_leads_to_its_story(found: Any) -> None:
    assert found.locator(".found a").first.get_attribute("href") == "/stories/quay/"


def test_the_security_policy_stops_nothing_that_search_needs(found: Any) -> None:
    assert found.said == []
