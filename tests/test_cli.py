from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]
STORY = Path(__file__).parent / "stories" / "ferry-fire"
SEED = Path(__file__).parent.parent / "content" / "stories" / "lavrov-pyongyang"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORY, tmp_path / "ferry-fire"))


def test_digest_prints_the_format_that_others_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(STORY)]) == 0
    digest = json.loads(capsys.readouterr().out)
    assert (digest["schema"], digest["slug"]) == ("news-digest/2", "ferry-fire")
    assert list(digest) == [
        "schema", "slug", "title", "summary", "date", "when", "sources", "sections", "claims", "disagreements",
        "coverage", "summary_claims", "timeline",
    ]  # fmt: skip


def test_every_citation_of_the_printed_digest_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    main(["digest", str(SEED)])
    digest = json.loads(capsys.readouterr().out)
    texts = {one["id"]: (SEED / one["path"]).read_bytes().decode("utf-8") for one in digest["sources"]}
    citations = [citation for claim in digest["claims"] for citation in claim["citations"]]
    citations += [
        citation
        for disagreement in digest["disagreements"]
        for position in disagreement["positions"]
        for citation in position["citations"]
    ]
    assert len(citations) > 100
    for citation in citations:
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["exact"]


def test_a_story_is_found_by_its_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEED.parent.parent.parent)
    assert main(["digest", "lavrov-pyongyang"]) == 0
    assert json.loads(capsys.readouterr().out)["slug"] == "lavrov-pyongyang"


def test_digest_writes_a_file_for_each_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(STORY), str(SEED), "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["ferry-fire.json", "lavrov-pyongyang.json"]
    assert capsys.readouterr().out == ""


def test_notices_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    main(["digest", str(SEED)])
    assert "captures/unsigned.txt: The page has no byline" in capsys.readouterr().err


def test_extract_prints_the_article_without_its_furniture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(STORY / "captures" / "harbour-radio.html")]) == 0
    text = capsys.readouterr().out
    assert "forced 214 passengers & crew into lifeboats" in text
    assert "Choir" not in text and "tracking" not in text and "<" not in text


def test_extract_names_its_files_after_the_captures(tmp_path: Path) -> None:
    captures = sorted((STORY / "captures").iterdir())
    assert main(["extract", *map(str, captures), "--out", str(tmp_path)]) == 0
    assert sorted(path.stem for path in tmp_path.iterdir()) == [path.stem for path in captures]


def test_extract_never_writes_over_a_capture(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in story.rglob("*") if path.is_file()}
    captures = sorted((story / "captures").iterdir())
    for folder in (story / "captures", story, story / "notes"):
        assert main(["extract", *map(str, captures), "--out", str(folder)]) == 2
        assert "lies in the story ferry-fire, whose files are evidence" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in story.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("link", [False, True])
def test_extract_writes_over_no_file_of_another_kind(
    link: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capture = tmp_path / "page.txt"
    capture.write_bytes((STORY / "captures" / "harbour-radio.html").read_bytes())
    folder = tmp_path
    if link:
        folder = tmp_path / "out"
        folder.mkdir()
        (folder / "page.txt").symlink_to(capture)
    before = capture.read_bytes()
    assert main(["extract", str(capture), "--out", str(folder)]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert (
        error
        == f"{folder.as_posix()}/page.txt: the file exists and would be overwritten; move it, or name another folder"
    )
    assert capture.read_bytes() == before


def test_a_bad_file_is_named_and_stops_none_of_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capture = STORY / "captures" / "harbour-radio.html"
    for name in ("a", "c"):
        shutil.copy(capture, tmp_path / f"{name}.html")
    (tmp_path / "b.url").write_text("[InternetShortcut]\nURL=https://coast.example/\n")
    (tmp_path / "d_files").mkdir()
    names = ("a.html", "b.url", "d_files", "none.txt", "c.html")
    assert main(["extract", *(str(tmp_path / name) for name in names), "--out", str(tmp_path / "out")]) == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt", "c.txt"]
    told = capsys.readouterr().err
    assert all(name in told for name in ("b.url", "d_files", "none.txt")) and "Traceback" not in told


def test_extract_refuses_two_files_of_one_stem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(f"The pier of Vann burned down in the night of {name}.\n")
    assert main(["extract", *map(str, sorted(tmp_path.glob("*/page.txt"))), "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert "one/page.txt and" in error and "two/page.txt would both be written here" in error
    assert error.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_digest_refuses_two_stories_of_one_slug(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        shutil.copytree(STORY, tmp_path / name / "ferry-fire")
    stories = [str(tmp_path / name / "ferry-fire") for name in ("one", "two")]
    assert main(["digest", *stories, "--out", str(tmp_path / "out")]) == 2
    assert "would both be written here" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_results_of_an_earlier_run_are_written_anew(tmp_path: Path) -> None:
    digested, extracted = tmp_path / "ferry-fire.json", tmp_path / "harbour-radio.txt"
    for _ in range(2):
        assert main(["digest", str(STORY), "--out", str(tmp_path)]) == 0
        assert main(["extract", str(STORY / "captures" / "harbour-radio.html"), "--out", str(tmp_path)]) == 0
    digested.write_text('{"schema": "news-digest/1", "slug": "ferry-fire"}')
    assert main(["digest", str(STORY), "--out", str(tmp_path)]) == 0
    assert json.loads(digested.read_text(encoding="utf-8"))["claims"]
    assert {path.name for path in tmp_path.iterdir()} == {digested.name, extracted.name}


@pytest.mark.parametrize("held", ["mine", "[]", '{"schema": "news-digest/1", "slug": "another"}', "[" * 100_000])
def test_digest_writes_over_nothing_but_the_digest_of_that_story(
    held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ferry-fire.json").write_text(held)
    assert main(["digest", str(STORY), "--out", str(tmp_path)]) == 2
    assert "ferry-fire.json: the file exists and would be overwritten" in capsys.readouterr().err
    assert (tmp_path / "ferry-fire.json").read_text() == held


def test_explain_tells_in_which_roles_passages_stand_together_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", str(STORY)])
    fire = next(line for line in capsys.readouterr().out.splitlines() if "engine room" in line)
    assert main(["explain", str(STORY), fire.split()[0]]) == 0
    told = capsys.readouterr().out
    assert "  lead" in told
    assert "support (" in told and "says what the wording says" in told and "terms: " in told


def test_explain_says_which_claims_there_are_when_it_finds_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(STORY), "c-nothing"]) == 2
    assert "no claim 'c-nothing'; list the claims with" in capsys.readouterr().err


def test_bad_input_is_one_line_and_status_2(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "captures" / "reprint.txt").unlink()
    assert main(["digest", str(story)]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert "story.md:9" in errors[0] and "reprint.txt is missing" in errors[0]


def test_a_quote_that_does_not_hold_stops_the_digest(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (story / "story.md").read_text(encoding="utf-8")
    (story / "story.md").write_text(text.replace("lifejackets had", "lifeboats had"), encoding="utf-8")
    assert main(["digest", str(story)]) == 2
    assert "does not say 'The company said that all lifeboats" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["digest"], ["extract"], ["explain"]])
def test_every_command_teaches_with_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    assert "usage: python -m generator" in capsys.readouterr().out


def test_no_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["generator.cli", "generator.build"])
def test_a_command_that_the_user_stops_ends_in_one_line(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    entry = importlib.import_module(module)
    monkeypatch.setattr(pipeline, "work", stopped)
    monkeypatch.setattr(pipeline, "build", stopped)
    monkeypatch.chdir(tmp_path)
    assert entry.main([] if module == "generator.build" else ["digest", str(STORY)]) == 130
    assert capsys.readouterr().err.split("\n") == ["", "Stopped.", ""]


@pytest.mark.parametrize("module", ["generator", "generator.build"])
def test_a_command_that_the_user_stops_while_it_starts_ends_in_one_line(module: str, tmp_path: Path) -> None:
    (tmp_path / "sqlite3.py").write_text("raise KeyboardInterrupt")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", module, "--help"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.stderr == "\nStopped.\n"


@pytest.mark.parametrize("arguments", [["digest", str(SEED)], ["explain", str(SEED)]])
def test_a_reader_that_goes_away_is_no_message(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "generator", *arguments]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout is not None and run.stderr is not None
    run.stdout.close()
    said = [line for line in run.stderr.read().splitlines() if "captures/" not in line]
    assert (run.wait(), said) == (141, [])


def test_a_python_that_lacks_the_packages_is_told_which_one_has_them() -> None:
    bare = [sys.executable, "-S", "-m", "generator", "status"]
    run = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "is not installed; run it by the Python that `make html` installs into: .venv/bin/python" in run.stderr
