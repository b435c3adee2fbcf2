"""Two editors decide on one story in branches of their own: git merges the lines of both."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.load.decisions import read_decisions
from generator.model import Verb
from tests.deciding import PIER, build, decide, write_story

ROOT = Path(__file__).resolve().parents[1]
RIBBON, BAND = '{gazette: "cut the ribbon"}', '{gazette: "a band played"}'
CRITICS = '{radio: "Critics say"}'
OWNER = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    subprocess.run(("git", *OWNER, *arguments), cwd=folder, check=True, capture_output=True)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story with one decision, in a repository with the attributes of this one."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    folder = write_story(tmp_path / "content/stories/pier", f"drop: {BAND}")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=A story")
    return folder


def merged(story: Path, one: tuple[str, ...], other: tuple[str, ...]) -> Path:
    """The story after two branches with these decisions have been merged."""
    root = story.parents[2]
    for branch, decisions in (("one", one), ("other", other)):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        decide(story, *decisions)
        git(root, "commit", "--quiet", "--all", f"--message={branch}")
    git(root, "merge", "--quiet", "--no-edit", "one")
    return story


def test_decisions_that_two_branches_add_are_both_there(story: Path) -> None:
    drop = f"drop: {BAND}"
    found = read_decisions(merged(story, (drop, f"lead: {RIBBON}"), (drop, f"section: The day, of: {CRITICS}")))
    assert {decision.verb for decision in found} == {Verb.DROP, Verb.LEAD, Verb.SECTION}


def test_whichever_branch_is_merged_first_the_draft_is_the_same(story: Path, tmp_path: Path) -> None:
    one, other = (f"drop: {BAND}", f"kind: plan, of: {RIBBON}"), (f"drop: {BAND}", f"by: , of: {CRITICS}")
    again = write_story(tmp_path / "again/pier", *one, other[1], **PIER)
    assert build(merged(story, one, other)) == build(again)


def test_what_both_branches_decide_is_decided_once(story: Path) -> None:
    lines = (f"drop: {BAND}", f"also: {CRITICS}, of: {RIBBON}")
    build(merged(story, lines, (*lines, f"lead: {RIBBON}")))
