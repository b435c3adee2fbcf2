from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main

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
    assert "captures/unsigned.txt: The capture has no byline" in capsys.readouterr().err


def test_extract_prints_the_article_without_its_furniture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(STORY / "captures" / "harbour-radio.html")]) == 0
    text = capsys.readouterr().out
    assert "forced 214 passengers & crew into lifeboats" in text
    assert "Choir" not in text and "tracking" not in text and "<" not in text


def test_extract_names_its_files_after_the_captures(tmp_path: Path) -> None:
    captures = sorted((STORY / "captures").iterdir())
    assert main(["extract", *map(str, captures), "--out", str(tmp_path)]) == 0
    assert sorted(path.stem for path in tmp_path.iterdir()) == [path.stem for path in captures]


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
