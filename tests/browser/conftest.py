"""A built site, served on this machine, and pages of it in a headless Chromium that runs no script."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from generator.build import Plan, write_site
from tests.factories import digest


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an invented site is served; ends with "/"."""
    output = tmp_path_factory.mktemp("served") / "output"
    write_site(Plan(output), (digest(), digest("ferry-strike", "The ferries to Orm stand still", date(2031, 3, 2))))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[(390, "light"), (1280, "dark")], ids=["phone, light", "desk, dark"])
def page(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page without scripts at the story, on a phone by day and on a desk by night."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False
    )
    opened = context.new_page()
    opened.goto(f"{address}stories/velm-bridge/")
    yield opened
    context.close()


@pytest.fixture
def narrow(browser: Any) -> Iterator[Any]:
    """A page 320 pixels wide, as at 400 % zoom on a desk."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()
