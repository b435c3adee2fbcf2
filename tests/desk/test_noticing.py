"""What an editor should look at: the story at hand first, and all of it by a command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build import Built, Plan, report
from generator.cli import main
from generator.load.at_hand import changed_last
from generator.notes import ON_SOURCES, Remark, listed
from generator.stories import notes_of
from tests import factories
from tests.desk.stories import make_story

MANY = [Remark(ON_SOURCES, "a", f"a/{place}: one") for place in range(7)]


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories of one text, of which the second was changed last."""
    folder = tmp_path / "content" / "stories"
    for day, name in enumerate(("alder", "birch")):
        folder.mkdir(parents=True, exist_ok=True)
        make_story(folder).rename(folder / name)
        for path in (folder / name).rglob("*"):
            os.utime(path, (1_700_000_000 + day, 1_700_000_000 + day))
    monkeypatch.chdir(tmp_path)
    return folder


def test_what_a_list_leaves_out_is_shown_by_the_command_it_names() -> None:
    assert list(listed(MANY, 5))[-1] == "  and 2 more: python -m generator notices"
    assert list(listed(MANY)) == ["Notices on sources (7):", *(f"  {one.line}" for one in MANY)]


def test_the_story_at_hand_comes_first_under_each_heading() -> None:
    lines = list(listed([*MANY, Remark(ON_SOURCES, "b", "b/1: two")], 5, ("b", "a")))
    assert lines[1:3] == ["  b/1: two", "  a/0: one"]


@pytest.mark.parametrize("file", ["story.md", "captures/radio.txt", "decisions.yaml"])
def test_the_story_at_hand_is_the_one_of_which_a_file_was_changed_last(file: str, stories: Path) -> None:
    folders = sorted(stories.iterdir())
    assert changed_last(folders) == ("birch", "alder")
    (stories / "alder" / file).touch()
    assert changed_last(folders) == ("alder", "birch")


def test_a_build_lists_the_story_at_hand_first(tmp_path: Path) -> None:
    digests = tuple(factories.digest(slug=slug) for slug in ("alder", "birch"))
    text = report(Plan(tmp_path), Built({one.slug: notes_of(one) for one in digests}, at_hand=("birch", "alder")))
    assert text.index("birch: How many lorries") < text.index("alder: How many lorries")
    assert text.index("birch/courier: No date") < text.index("alder/courier: No date")


def test_the_command_lists_every_notice_of_every_draft(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notices"]) == 0
    told = capsys.readouterr().out
    assert " more" not in told
    byline = [line for line in told.splitlines() if line.endswith("The page has no byline.")]
    assert byline and [line.split("/")[0].strip() for line in byline[:2]] == ["birch", "birch"]
    assert main(["notices", "alder"]) == 0
    assert "birch" not in capsys.readouterr().out


def test_a_story_that_cannot_be_drafted_keeps_no_other_back(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stories / "birch" / "story.md").write_text("---\ntitel: x\n---\n")
    assert main(["notices"]) == 2
    told = capsys.readouterr()
    assert "alder/" in told.out and "birch/story.md:2: unknown key 'titel'" in told.err
