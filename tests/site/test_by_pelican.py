"""Pelican's own commands make the site that ours makes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.output import MARK
from tests.site.test_build import ROOT, files
from tests.site.test_kept import Newsroom

OURS_ALONE = {MARK}  # by which a build knows what it made


def pelican(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "500"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    found = Newsroom(tmp_path)
    found.sign("market")
    found.picture(40)
    shutil.copy(ROOT / "pelicanconf.py", tmp_path / "pelicanconf.py")
    return found


def test_pelican_makes_the_same_site_byte_for_byte(room: Newsroom) -> None:
    run = pelican(room.folder, "content", "-s", "publishconf.py", "-o", "other", "--fatal", "warnings")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Processed 3 articles" in run.stdout
    room.address = "http://localhost:8000"
    room.build()
    ours, theirs = files(room.site), files(room.folder / "other")
    assert ours.keys() - theirs.keys() == OURS_ALONE
    assert theirs.keys() - ours.keys() == set()
    assert [name for name in theirs if theirs[name] != ours[name]] == []


def test_pelican_without_a_name_of_settings_takes_those_of_publishconf(room: Newsroom) -> None:
    run = pelican(room.folder)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (room.folder / ".build/pelican/stories/market/index.html").is_file()
    assert not room.site.exists()


def test_pelican_publishes_what_is_signed_alone(room: Newsroom) -> None:
    run = pelican(room.folder, "-e", "PUBLISH=true", 'SITEURL="https://vann.example"')
    assert run.returncode == 0, run.stdout + run.stderr
    made = room.folder / ".build/pelican"
    assert [path.name for path in (made / "stories").iterdir()] == ["market"]


def test_pelican_serves_the_site_and_makes_it_again_when_a_story_changes(room: Newsroom) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pelican", "-lr", "-b", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(
        command, cwd=room.folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as serving:  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}/stories/harbour/"
            story = room.path("harbour/story.md")
            _wait_for("The harbour of Vann", address, serving, story)
            room.change(story, "title: The", "title: The old")
            _wait_for("The old harbour of Vann", address, serving, story)
        finally:
            os.killpg(serving.pid, signal.SIGTERM)


def _wait_for(words: str, address: str, serving: subprocess.Popen[bytes], story: Path) -> None:
    """Ask a server until its page has the words, and save the story until that is noticed."""
    for _ in range(600):
        assert serving.poll() is None
        with contextlib.suppress(OSError), urllib.request.urlopen(address) as answer:
            if words in answer.read().decode():
                return
        time.sleep(0.5)
        story.touch()
    raise AssertionError(f"no page says {words}")


def test_a_story_that_fails_ends_pelican_with_its_line(room: Newsroom) -> None:
    room.write("harbour/story.md", "---\ntitel: x\n---\n")
    run = pelican(room.folder)
    assert run.returncode != 0
    assert "harbour/story.md:2" in run.stdout + run.stderr
