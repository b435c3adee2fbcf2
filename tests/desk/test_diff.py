"""``diff``: what signing a draft would change, and what changed between two editions."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

STORY = Path(__file__).parents[1] / "stories" / "ferry-fire"
DROPPED = '- {drop: {morning-post: "Divers will examine the hull on Saturday"}}\n'
UNFOUNDED = " We will correct this entry when the inquiry reports."
Diff = Callable[..., tuple[int, str]]


def sign(folder: Path, kind: str, day: int) -> None:
    note = ["--note", "It says so now."] if kind != "first" else []
    assert main(["sign", str(folder), "--as", kind, "--at", f"2024-03-{day}T09:30", *note]) == 0


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that was signed twice, the second time without one of its claims."""
    folder = Path(shutil.copytree(STORY, tmp_path_factory.mktemp("stories") / "ferry-fire"))
    story = folder / "story.md"
    story.write_text(story.read_text().replace(UNFOUNDED, ""), encoding="utf-8")
    sign(folder, "first", 15)
    (folder / "decisions.yaml").write_text(DROPPED, encoding="utf-8")
    sign(folder, "corrected", 16)
    return folder


@pytest.fixture
def diff(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Runs ``diff`` on a copy of that story, with the decisions given if any; gives the status and what it printed."""
    folder = Path(shutil.copytree(signed, tmp_path / "ferry-fire"))

    def run(*numbers: str, decisions: str = DROPPED, title: str = "") -> tuple[int, str]:
        (folder / "decisions.yaml").write_text(decisions, encoding="utf-8")
        if title:
            story = folder / "story.md"
            story.write_text(story.read_text().replace("Ferry fire off Port Sella", title), encoding="utf-8")
        capsys.readouterr()
        status = main(["diff", str(folder), *numbers])
        return status, capsys.readouterr().out

    return run


def test_a_draft_that_says_what_was_signed_differs_in_nothing(diff: Diff) -> None:
    assert diff() == (0, "ferry-fire: edition 2 -> the draft\nnothing changed\n")


def test_the_draft_is_compared_with_the_last_edition_word_by_word(diff: Diff) -> None:
    status, shown = diff(title="The ferry fire")
    assert status == 1
    assert "title: reworded\n  - Ferry fire off Port Sella\n  + The ferry fire\n" in shown


def test_the_draft_is_compared_with_an_earlier_edition(diff: Diff) -> None:
    status, shown = diff("1", decisions="")
    assert (status, shown) == (0, "ferry-fire: edition 1 -> the draft\nnothing changed\n")


def test_two_editions_differ_in_claims_and_decisions(diff: Diff) -> None:
    status, shown = diff("1", "2")
    assert status == 1
    assert shown.startswith("ferry-fire: edition 1 -> edition 2\n")
    assert ": gone\n  - Divers will examine the hull on Saturday" in shown
    assert shown.endswith("decisions\n  + drop: morning-post: “Divers will examine the hull on Saturday”\n")


def test_what_stands_elsewhere_is_told_with_its_words(diff: Diff) -> None:
    _, shown = diff("1", "2")
    assert re.search(r"^c-\w+: moved: folded -> What was said\n    The company said that all lifejackets", shown, re.M)


def test_a_decision_on_another_line_is_no_other_decision(diff: Diff) -> None:
    assert diff(decisions=f"# moved\n\n{DROPPED}")[0] == 0


def test_an_edition_that_is_not_there_is_unusable_input(diff: Diff) -> None:
    assert diff("7")[0] == 2


def test_a_story_that_was_never_signed_has_nothing_to_be_compared_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(STORY, tmp_path / "ferry-fire")
    assert main(["diff", str(folder)]) == 2
    assert "never signed" in capsys.readouterr().err


def test_a_lost_decision_is_named_and_is_a_finding(diff: Diff) -> None:
    assert diff(decisions=DROPPED.replace("Divers", "Five divers"))[0] == 1
