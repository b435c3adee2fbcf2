"""The table says what was measured, what was hoped for, and whether it was reached."""

from __future__ import annotations

import pytest

from tools.evaluation.measures import Measure
from tools.evaluation.outcome import Case, worst
from tools.evaluation.report import table, with_figures

MEASURES = (Measure("pages", "f1", "words found", 0.5, 0.8), Measure("pages", "median", "of pages"))
PAGE = "Before\n<!-- figures: by a command -->\nold\n<!-- end of figures -->\nAfter\n"


def test_a_row_gives_floor_now_and_target() -> None:
    row = table(MEASURES, {"pages.f1": 0.8123}).splitlines()[2]
    assert [cell.strip() for cell in row.split("|")[1:-1]] == ["pages", "words found", "0.500", "0.812", "0.800", "met"]


def test_a_figure_under_its_target_is_called_not_met() -> None:
    assert "not met" in table(MEASURES, {"pages.f1": 0.7999})


def test_a_figure_that_rounds_up_to_its_target_has_not_met_it() -> None:
    assert "not met" in table(MEASURES, {"pages.f1": 0.7996})


def test_a_measure_without_a_target_is_not_judged() -> None:
    assert "met" not in table(MEASURES, {"pages.median": 0.1})


def test_measures_that_were_not_run_are_left_out() -> None:
    assert "of pages" not in table(MEASURES, {"pages.f1": 0.9})


def test_figures_replace_the_old_ones_between_the_marks_and_nothing_else() -> None:
    assert with_figures(PAGE, "new \\1") == PAGE.replace("old", "new \\1")


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        with_figures("no marks here", "new")


def test_the_worst_cases_come_first() -> None:
    cases = [Case(0.2, "b", ""), Case(0.9, "c", ""), Case(0.2, "a", "")]
    assert [case.where for case in worst(cases, 2)] == ["c", "a"]
