"""Whole stories of invented text, from the folder to digest.json.

The expected files are accepted by command and reviewed by eye: ``python -m tests.test_stories`` writes them anew.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load_story
from generator.writers.json import to_json

STORIES = sorted(path.parent for path in (Path(__file__).parent / "stories").glob("*/story.md"))


def built(folder: Path) -> str:
    return to_json(pipeline.build(load_story(folder)))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_the_digest_is_the_accepted_one(folder: Path) -> None:
    expected = (folder / "digest.json").read_text(encoding="utf-8")
    changes = list(difflib.unified_diff(expected.splitlines(), built(folder).splitlines(), "accepted", "now", n=1))
    assert not changes, "\n".join([*changes[:60], "if this is right: python -m tests.test_stories"])


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_the_same_story_gives_the_same_bytes(folder: Path) -> None:
    assert built(folder) == built(folder)


def accept() -> None:
    """Write every story's digest as the accepted one."""
    for folder in STORIES:
        (folder / "digest.json").write_text(built(folder), encoding="utf-8", newline="\n")
        print(f"accepted {folder.name}: read git diff before you commit it")


if __name__ == "__main__":
    accept()
