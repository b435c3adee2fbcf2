"""Recorded figures cannot fall silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.evaluation.floors import fallen, raised, read_floors, write_floors


def test_a_figure_under_its_recorded_value_is_named() -> None:
    assert fallen({"set.f1": 0.9}, {"set.f1": 0.8999}) == ["set.f1: 0.8999 is under its recorded 0.900"]


def test_a_figure_at_its_recorded_value_has_not_fallen() -> None:
    assert fallen({"set.f1": 0.9}, {"set.f1": 0.9}) == []


def test_a_set_that_was_not_run_is_not_judged() -> None:
    assert fallen({"other.f1": 0.9}, {"set.f1": 0.1}) == []


def test_raising_records_this_runs_figures_cut_to_a_thousandth() -> None:
    assert raised({"set.f1": 0.9}, {"set.f1": 0.9239, "set.recall": 0.57}) == {"set.f1": 0.923, "set.recall": 0.57}


def test_raising_keeps_what_was_recorded_for_sets_that_were_not_run() -> None:
    assert raised({"other.f1": 0.9}, {"set.f1": 0.5}) == {"other.f1": 0.9, "set.f1": 0.5}


def test_raising_never_lowers() -> None:
    with pytest.raises(ValueError, match=r"set\.recall: 0\.2000 is under"):
        raised({"set.precision": 0.5, "set.recall": 0.3}, {"set.precision": 0.9, "set.recall": 0.2})


def test_recorded_figures_are_read_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / "evaluation" / "floors.json"
    write_floors(file, {"b.f1": 0.5, "a.f1": 0.25})
    assert read_floors(file) == {"a.f1": 0.25, "b.f1": 0.5}
    assert file.read_text(encoding="utf-8").index("a.f1") < file.read_text(encoding="utf-8").index("b.f1")


def test_without_a_file_nothing_is_recorded(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "floors.json") == {}
