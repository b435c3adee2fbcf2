"""Stories of real articles in the audit."""

from pathlib import Path

from tools.audit.__main__ import _real


def test_where_the_articles_are_missing_the_table_says_so_and_nothing_fails(tmp_path: Path) -> None:
    (result,) = _real(tmp_path)
    assert result.passed
    assert "not there" in result.measured
