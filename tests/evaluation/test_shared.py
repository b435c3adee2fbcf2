"""The data stand outside the repository, and are not always there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.evaluation.shared import MissingDataError, open_shared, read_rows


def test_missing_data_are_named_by_the_places_that_were_looked_at(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(MissingDataError) as caught:
        open_shared(tmp_path)
    assert str(tmp_path / "tools" / "score.py") in str(caught.value)
    assert f"{tmp_path / 'data'}," not in str(caught.value)


def test_only_a_line_feed_ends_a_row(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "one\u2028two"}\n\n{"text": "three"}\n', encoding="utf-8")
    assert [row["text"] for row in read_rows(file)] == ["one\u2028two", "three"]
