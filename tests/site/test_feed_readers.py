"""The feeds in programs that people read them with, where those are installed."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.editions.signing import NOTE, again, reworded, site
from tests.editions.signing import published as published_edition
from tests.factories import digest

newsboat = pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed")
TITLES = ["Velm closes its old bridge", "The ferries to Orm stand still", "The old quay is sold"]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where a folder is served; ends with "/"."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Newsboat:
    """A subscriber to one feed, with what newsboat remembers of it in a folder."""

    def __init__(self, folder: Path, url: str, config: str = "") -> None:
        self.cache = folder / "cache.db"
        urls, settings = folder / "urls", folder / "config"
        urls.write_text(f"{url}\n", encoding="utf-8")
        settings.write_text(config, encoding="utf-8")
        self._command = ["newsboat", "-u", str(urls), "-C", str(settings), "-c", str(self.cache), "-x"]

    def unread(self) -> int:
        """How many entries are new after a reload."""
        command = [*self._command, "reload", "print-unread"]
        run = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        return int(run.stdout.split()[0])

    def read_all(self) -> None:
        with sqlite3.connect(self.cache) as connection:
            connection.execute("UPDATE rss_item SET unread = 0")

    def items(self) -> list[tuple[str, str, int]]:
        """Title, content and whether it is new, the newest first."""
        with sqlite3.connect(self.cache) as connection:
            rows = connection.execute("SELECT title, content, unread FROM rss_item ORDER BY pubDate DESC")
            return [(title, content, unread) for title, content, unread in rows]


@newsboat
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_shows_every_entry_whole(published: Path, tmp_path: Path, name: str) -> None:
    with serving(published) as address:
        reader = Newsboat(tmp_path, f"{address}{name}")
        assert reader.unread() == 3
    assert [title for title, _, _ in reader.items()] == TITLES
    assert all("Where the sources differ" in content and "Sources" in content for _, content, _ in reader.items())


@pytest.fixture
def correcting(tmp_path: Path) -> tuple[Path, Callable[[], object]]:
    """A site of two signed stories, and what publishes a correction of one of them in its place."""
    other = published_edition(digest("ferry-strike", "The ferries to Orm stand still"))
    first = published_edition()
    root = site(tmp_path / "site", first, other)
    return root, lambda: site(root, again(first, reworded), other)


@newsboat
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_shows_a_correction_as_new_to_who_follows_corrections(
    correcting: tuple[Path, Callable[[], object]], tmp_path: Path, name: str
) -> None:
    root, correct = correcting
    with serving(root) as address:
        reader = Newsboat(tmp_path, f"{address}corrections/{name}")
        assert reader.unread() == 0
        correct()
        assert reader.unread() == 1
    ((title, content, _),) = reader.items()
    assert title == "Corrected: Velm closes its old bridge"
    assert NOTE in content


@newsboat
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_has_a_corrected_entry_once_and_shows_it_anew_where_it_is_asked_to(
    correcting: tuple[Path, Callable[[], object]], tmp_path: Path, name: str
) -> None:
    root, correct = correcting
    with serving(root) as address:
        url = f"{address}{name}"
        reader = Newsboat(tmp_path, url, f'reset-unread-on-update "{url}"\n')
        assert reader.unread() == 2
        reader.read_all()
        correct()
        assert reader.unread() == 1
    assert [(title, new) for title, _, new in reader.items() if new] == [("Velm closes its old bridge", 1)]
    assert len(reader.items()) == 2
    (content,) = [content for _, content, new in reader.items() if new]
    assert content.startswith(f"<p><strong>Corrected on 8 April 2031:</strong> {NOTE}")


@pytest.mark.skipif(not shutil.which("sfeed"), reason="sfeed is not installed")
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_sfeed_reads_title_place_and_id_of_every_entry(published: Path, name: str) -> None:
    feed = (published / name).read_bytes()
    run = subprocess.run(["sfeed"], input=feed, check=True, capture_output=True, timeout=60)
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    assert [row[1] for row in rows] == TITLES
    assert rows[0][2].endswith("/stories/velm-bridge/")
    assert rows[0][5] == "tag:news-digest.example,2026:velm-bridge"
