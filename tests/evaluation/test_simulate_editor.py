"""The simulated editor: answers by what is on the screen, counted until both shares are reached."""

from __future__ import annotations

import pytest

from tests.spec.gold import read
from tools.simulate_editor import CONFLICTS, PAIRS, Course, main, simulate
from tools.spec_score import Tally


def test_answers_join_pairs_find_disagreements_and_make_nothing_wrong() -> None:
    course = simulate(read("bolivia-earthquake"))
    first, last = course.tallies[0], course.tallies[-1]
    assert last.joined >= first.joined
    assert last.found > first.found
    assert (last.false, last.wrong) == (0, 0)
    assert len(course.asked) == len(course.tallies) - 1


def test_what_is_needed_is_the_first_answer_after_which_both_shares_are_reached() -> None:
    tallies = (
        Tally(wanted=20, joined=10, conflicts=10, found=10),
        Tally(wanted=20, joined=17, conflicts=10, found=8),
        Tally(wanted=20, joined=17, conflicts=10, found=9, false=1),
        Tally(wanted=20, joined=17, conflicts=10, found=9),
    )
    assert (PAIRS, CONFLICTS) == (0.85, 0.9)
    assert Course("a", 12, tallies, ()).needed == 3
    assert Course("a", 12, tallies[:3], ()).needed is None


def test_the_table_has_a_line_for_each_story_and_half(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "jarnholt-museum-theft"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == ["story", "jarnholt-museum-theft", "dev", "all"]
