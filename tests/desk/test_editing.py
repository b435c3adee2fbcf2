"""The command: an editor on a buffer, or a file in its place."""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

import pytest

from generator import cli
from generator.decide import wordings
from tests.desk.buffers import blocks, joined, moved, verbed
from tests.desk.fair import STORY, folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return folder(tmp_path / "marrow")


@pytest.fixture(autouse=True)
def _kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No editor but one that a test names; buffers that are kept lie in the test's own folder."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kept"))


def _edit_by(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """An editor that does what the code says to ``text``, on its run ``run``, from 1."""
    script, runs = tmp_path / "edit.py", tmp_path / "runs"
    script.write_text(
        f"import sys, pathlib\n"
        f"file, runs = pathlib.Path(sys.argv[1]), pathlib.Path({str(runs)!r})\n"
        f"run = len(runs.read_text()) + 1 if runs.exists() else 1\n"
        f"runs.write_text('.' * run)\n"
        f"text = file.read_text(encoding='utf-8')\n"
        f"{code}\n"
        f"file.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}")


def _printed(place: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(["outline", str(place), "--print"]) == 0
    return capsys.readouterr().out


def _apply(place: Path, text: str, tmp_path: Path) -> int:
    file = tmp_path / "lines.txt"
    file.write_text(text, encoding="utf-8")
    return cli.main(["outline", str(place), "--apply", str(file)])


def test_the_lines_are_printed_and_nothing_is_written(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "== What several say" in _printed(place, capsys)
    assert not (place / "decisions.yaml").exists()


def test_changed_lines_of_a_file_are_applied_and_told(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = verbed(_printed(place, capsys), "Heron numbers", "drop")
    assert _apply(place, text, tmp_path) == 0
    line = '- {drop: {pilot: "Heron numbers on"}}'
    assert (place / "decisions.yaml").read_text(encoding="utf-8") == f"{line}\n"
    told = capsys.readouterr().out
    assert "1 added" in told
    assert line in told


def test_an_unchanged_file_writes_nothing(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _apply(place, _printed(place, capsys), tmp_path) == 0
    assert "Nothing was changed" in capsys.readouterr().out
    assert not (place / "decisions.yaml").exists()


def test_an_empty_file_gives_up(place: Path, tmp_path: Path) -> None:
    assert _apply(place, "# nothing\n", tmp_path) == 1
    assert not (place / "decisions.yaml").exists()


def test_a_line_that_is_gone_is_named_with_status_2(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(line for line in _printed(place, capsys).splitlines() if "Heron" not in line)
    assert _apply(place, text, tmp_path) == 2
    assert "lines.txt: c-" in (told := capsys.readouterr().err)
    assert "Heron numbers" in told
    assert not (place / "decisions.yaml").exists()


def test_lines_of_another_draft_are_refused(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _printed(place, capsys).replace("keep    c-", "drop    c-", 1)
    (place / "decisions.yaml").write_text('- {drop: {courier: "Marrow, Lena Holt"}}\n', encoding="utf-8")
    assert _apply(place, text, tmp_path) == 2
    assert "the draft is another one since these lines were printed" in capsys.readouterr().err
    assert "drop" in (place / "decisions.yaml").read_text(encoding="utf-8")


def test_what_was_applied_is_applied_again_without_a_change(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = moved(_printed(place, capsys), "The bridge was closed", "Oskar Brandt")
    assert _apply(place, text, tmp_path) == 0
    before = (place / "decisions.yaml").read_bytes()
    assert _apply(place, text, tmp_path) == 0
    assert (place / "decisions.yaml").read_bytes() == before


def test_headings_in_another_order_are_written_into_story_md(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = blocks(_printed(place, capsys))
    first, second, *others = found
    assert _apply(place, joined({name: found[name] for name in (second, first, *others)}), tmp_path) == 0
    line = "sections: [What happened, What several say, Background]"
    assert (place / "story.md").read_text(encoding="utf-8") == STORY.replace("\n---\n", f"\n{line}\n---\n")
    assert not (place / "decisions.yaml").exists()
    assert line in capsys.readouterr().out


def test_the_line_is_told_where_it_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    front = STORY.replace("title:", "sections:\n  - Reactions\ntitle:")
    place = folder(tmp_path / "other", front=front)
    found = blocks(_printed(place, capsys))
    first, second, *others = found
    assert _apply(place, joined({name: found[name] for name in (second, first, *others)}), tmp_path) == 0
    assert (place / "story.md").read_text(encoding="utf-8") == front
    told = capsys.readouterr().out
    assert "write this line yourself: sections: [What happened, What several say, Background, Reactions]" in told


def test_refused_words_write_nothing_and_end_with_status_1(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "unfounded", lambda text, quotes: ("no source says 2023",) if "2023" in text else ())
    text = _printed(place, capsys).replace("in May 2024", "in May 2023")
    assert _apply(place, verbed(text, "Heron numbers", "drop"), tmp_path) == 1
    assert "no source says 2023" in capsys.readouterr().err
    assert not (place / "decisions.yaml").exists()


def test_what_the_editor_saves_becomes_decisions_and_the_buffer_goes(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit_by(monkeypatch, tmp_path, "text = text.replace('keep    c-', 'drop    c-', 1)")
    assert cli.main(["outline", str(place)]) == 0
    assert (place / "decisions.yaml").read_text(encoding="utf-8").startswith("- {drop: ")
    assert list((tmp_path / "kept").iterdir()) == []


def test_visual_comes_before_editor(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _edit_by(monkeypatch, tmp_path, "text = ''")
    monkeypatch.setenv("VISUAL", f"{shlex.quote(sys.executable)} -c pass")
    assert cli.main(["outline", str(place)]) == 0


def test_refused_words_are_shown_at_the_top_and_the_editor_is_opened_again(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "unfounded", lambda text, quotes: ("no source says 2023",) if "2023" in text else ())
    shown = tmp_path / "shown"
    code = (
        f"if run == 2: pathlib.Path({str(shown)!r}).write_text(text, encoding='utf-8')\n"
        "text = text.replace('in May 2024', 'in May 2023') if run == 1 else text.replace('in May 2023', 'in 2024')"
    )
    _edit_by(monkeypatch, tmp_path, code)
    assert cli.main(["outline", str(place)]) == 0
    first = shown.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# refused: c-")
    assert "no source says 2023" in first
    assert "closed in 2024" in (place / "decisions.yaml").read_text(encoding="utf-8")


def test_refused_words_that_stay_are_kept_in_a_file(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wordings, "unfounded", lambda text, quotes: ("no source says 2023",) if "2023" in text else ())
    _edit_by(monkeypatch, tmp_path, "text = text.replace('in May 2024', 'in May 2023')")
    assert cli.main(["outline", str(place)]) == 1
    (kept,) = (tmp_path / "kept").iterdir()
    assert "in May 2023" in kept.read_text(encoding="utf-8")
    assert f"--apply {kept}" in capsys.readouterr().err


def test_unusable_lines_are_kept_in_a_file_that_is_named_and_can_be_applied(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit_by(monkeypatch, tmp_path, "text = text.replace('keep    c-', 'dorp    c-', 1)")
    assert cli.main(["outline", str(place)]) == 2
    told = capsys.readouterr().err
    (kept,) = (tmp_path / "kept").iterdir()
    assert "unknown verb 'dorp', did you mean 'drop'?" in told
    assert str(kept) in told
    assert not (place / "decisions.yaml").exists()
    kept.write_text(kept.read_text(encoding="utf-8").replace("dorp", "drop"), encoding="utf-8")
    assert cli.main(["outline", str(place), "--apply", str(kept)]) == 0


def test_an_editor_that_fails_writes_nothing(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _edit_by(monkeypatch, tmp_path, "sys.exit(3)")
    assert cli.main(["outline", str(place)]) == 2
    assert not (place / "decisions.yaml").exists()


def test_what_somebody_else_decided_meanwhile_is_not_overwritten(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = '- {drop: {courier: "Marrow, Lena Holt"}}\n'
    path = place / "decisions.yaml"
    code = f"pathlib.Path({str(path)!r}).write_text({other!r}); text = text.replace('keep    c-', 'drop    c-', 1)"
    _edit_by(monkeypatch, tmp_path, code)
    assert cli.main(["outline", str(place)]) == 2
    assert path.read_text(encoding="utf-8") == other
    assert "the draft is another one" in capsys.readouterr().err
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_without_an_editor_the_other_ways_are_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["outline", str(place)]) == 2
    told = capsys.readouterr().err
    assert "--print" in told
    assert "--apply" in told
