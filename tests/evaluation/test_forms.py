"""Forms of one page are made as programs make them, and compared by their claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load_source
from tools.evaluation.forms import dice, letters
from tools.evaluation.saving import as_lynx, as_mail, as_mhtml, as_pandoc, as_singlefile, as_w3m

PAGE = b"<html><head><title>T</title></head><body><p>The p\xc3\xaaer of Velby = open.</p><img src=a></body></html>"


@pytest.mark.parametrize(("name", "save"), [("a.mhtml", as_mhtml), ("a.eml", as_mail)])
def test_the_part_that_holds_the_page_holds_it_byte_for_byte(tmp_path: Path, name: str, save: object) -> None:
    (tmp_path / name).write_bytes(save(PAGE))  # type: ignore[operator]
    assert load_source(tmp_path / name).capture.text.strip() == PAGE.decode()


def test_a_page_of_singlefile_has_pictures_and_a_style_sheet_inside() -> None:
    assert as_singlefile(PAGE).count(b"data:image/gif;base64,") == 2


@pytest.mark.parametrize("save", [as_lynx, as_w3m, as_pandoc])
def test_a_form_whose_program_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch, save: object) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert save(PAGE) is None  # type: ignore[operator]


def test_the_same_sentences_share_all_and_others_nothing() -> None:
    one, other = frozenset(["a", "b"]), frozenset(["b", "c"])
    assert [dice(one, one), dice(one, other), dice(one, frozenset())] == [1.0, 0.5, 0.0]


def test_white_space_marks_and_hyphens_tell_no_sentence_from_another() -> None:
    assert letters("“The re-\nopened  pier,” she said") == letters('"The reopened pier," she said')
