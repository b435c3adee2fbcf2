"""Stories that are worked before a build, by whatever engine, and found by it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import pipeline
from generator.build import ROOT, Plan, build_site
from generator.cli import main
from generator.preparing import mode_of, prepare
from generator.shelf import Shelf

NAMES = ("harbour", "lighthouse", "market")
ARTICLE = """Storm closes the {name} of Vann

The {name} of Vann was closed for two days after a storm tore away a part of its wall, officials said on Monday.

The council of the island met and decided to rebuild the {name} in stone, which will cost about two million crowns.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in NAMES:
        folder = tmp_path / "content/stories" / name
        (folder / "captures").mkdir(parents=True)
        (folder / "story.md").write_text(f"---\ntitle: The {name}\ndate: 2031-05-01\ntags: [Vann]\n---\n")
        (folder / "captures/gazette.txt").write_text(ARTICLE.format(name=name))
    shutil.copytree(ROOT / "content/pages", tmp_path / "content/pages")
    return tmp_path / "content"


def build(content: Path, cache: Path) -> None:
    build_site(Plan(content.parent / "site", content, cache=cache))


@pytest.fixture
def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever drafts a story fails."""
    monkeypatch.setattr(pipeline, "work", None)


def arguments(content: Path, cache: Path, *more: str) -> list[str]:
    return ["prepare", "--content", str(content), "--cache", str(cache), *more]


@pytest.mark.parametrize("pool", [ProcessPoolExecutor, ThreadPoolExecutor])
def test_a_build_finds_what_an_engine_with_two_workers_has_worked(
    content: Path, pool: Callable[..., Executor], request: pytest.FixtureRequest
) -> None:
    shelf = Shelf(content.parent / "cache")
    with pool(max_workers=2) as engine:
        done = list(prepare(sorted((content / "stories").iterdir()), mode_of(ROOT / "publishconf.py"), shelf, engine))
    shelf.close()
    assert [one.error for one in done] == [None] * 3
    request.getfixturevalue("no_work")
    build(content, content.parent / "cache")


def test_two_processes_that_xargs_starts_work_the_stories_that_list_names(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "generator", "prepare", "--content", str(content)]
    listed = subprocess.run([*command, "--list"], check=True, capture_output=True, cwd=ROOT).stdout
    each = ["xargs", "-P", "2", "-n", "1", *command, "--cache", str(content.parent / "cache")]
    subprocess.run(each, input=listed, check=True, cwd=ROOT)
    monkeypatch.setattr(pipeline, "work", None)
    build(content, content.parent / "cache")


def test_what_other_machines_kept_is_taken(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        assert main(arguments(content, tmp_path / name, name)) == 0
    parts = [str(tmp_path / name) for name in NAMES]
    assert main(arguments(content, tmp_path / "cache", "--from", *parts)) == 0
    monkeypatch.setattr(pipeline, "work", None)
    build(content, tmp_path / "cache")


def test_a_story_that_is_kept_is_not_worked_again(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(arguments(content, tmp_path / "cache", "market"))
    assert main(arguments(content, tmp_path / "cache")) == 0
    assert "2 worked, 1 were kept, 0 failed." in capsys.readouterr().err


def test_a_story_that_fails_is_told_and_the_others_are_kept(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "stories/market/story.md").write_text("---\ntitel: The market\n---\n")
    assert main(arguments(content, tmp_path / "cache")) == 2
    told = capsys.readouterr().err
    assert "2 worked, 0 were kept, 1 failed." in told
    assert "titel" in told


@pytest.mark.parametrize("more", [["nobody"], ["--from", "nowhere"]])
def test_what_is_not_there_is_named(
    content: Path, tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(content, tmp_path / "cache", *more)) == 2
    assert more[-1] in capsys.readouterr().err
