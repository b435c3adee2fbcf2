"""The server of a preview."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.errors import InputError
from generator.preview import Handler, serve


@pytest.fixture
def address(preview: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(preview)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_page_is_served_and_not_kept_by_the_browser(address: str) -> None:
    with urlopen(f"{address}stories/velm-bridge/") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert b"Velm closes its old bridge" in answer.read()


def test_an_address_that_does_not_exist_gets_the_sites_own_page(address: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(f"{address}nothing/here")
    assert error.value.code == 404
    assert b"There is nothing at this address" in error.value.read()


def test_a_port_that_is_taken_is_named_with_a_remedy(preview: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as taken, pytest.raises(InputError, match="choose another"):
        serve(preview, taken.server_port)
