"""The feeds in programs that people read them with, where those are installed."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

TITLES = ["Velm closes its old bridge", "The ferries to Orm stand still", "The old quay is sold"]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address(published: Path) -> Iterator[str]:
    """Where the published site is served; ends with "/"."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(published)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed")
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_shows_every_entry_whole(address: str, tmp_path: Path, name: str) -> None:
    urls, config, cache = (tmp_path / part for part in ("urls", "config", "cache.db"))
    urls.write_text(f"{address}{name}\n", encoding="utf-8")
    config.write_text("", encoding="utf-8")
    command = ["newsboat", "-u", str(urls), "-C", str(config), "-c", str(cache), "-x", "reload", "print-unread"]
    run = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert run.stdout.startswith("3 unread")
    with sqlite3.connect(cache) as connection:
        rows = connection.execute("SELECT title, content FROM rss_item ORDER BY pubDate DESC").fetchall()
    assert [title for title, _ in rows] == TITLES
    assert all("Where the sources differ" in content and "Sources" in content for _, content in rows)


@pytest.mark.skipif(not shutil.which("sfeed"), reason="sfeed is not installed")
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_sfeed_reads_title_place_and_id_of_every_entry(published: Path, name: str) -> None:
    feed = (published / name).read_bytes()
    run = subprocess.run(["sfeed"], input=feed, check=True, capture_output=True, timeout=60)
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    assert [row[1] for row in rows] == TITLES
    assert rows[0][2].endswith("/stories/velm-bridge/")
    assert rows[0][5] == "tag:news-digest.example,2026:velm-bridge"
