"""The captures of a story: every file in captures/ is used, and what is stated of one leaves no other out."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from generator import build as site
from generator.errors import InputError
from generator.load import load_story
from generator.model import Source, Story
from tests.deciding import FRONT, PIER, write_story


def loaded(folder: Path, front: str = "", provenance: str = "") -> Story:
    write_story(folder, front=FRONT + front)
    if provenance:
        (folder / "captures/captures.yaml").write_text(provenance, encoding="utf-8")
    return load_story(folder)


def source(story: Story, name: str) -> Source:
    return next(one for one in story.sources if one.id == name)


def refused(folder: Path, front: str = "", provenance: str = "") -> str:
    with pytest.raises(InputError) as caught:
        loaded(folder, front, provenance)
    return str(caught.value).removeprefix(folder.as_posix())


def test_what_is_stated_of_one_capture_leaves_no_other_out(tmp_path: Path) -> None:
    story = loaded(tmp_path, "sources:\n  - {file: captures/radio.txt, publisher: Radio Orm}\n")
    assert [one.id for one in story.sources] == ["radio", "courier", "gazette"]
    assert source(story, "radio").publisher == "Radio Orm"


def test_a_file_that_is_added_is_used(tmp_path: Path) -> None:
    front = "sources:\n  - {file: captures/radio.txt, publisher: Radio Orm}\n"
    loaded(tmp_path, front)
    (tmp_path / "captures/herald.txt").write_text("The pier of Orm is open.\n")
    assert "herald" in {one.id for one in load_story(tmp_path).sources}


def test_a_capture_that_is_left_out_is_no_source_and_is_named(tmp_path: Path) -> None:
    story = loaded(tmp_path, "leave-out: [captures/radio.txt]\n")
    assert [one.id for one in story.sources] == ["courier", "gazette"]
    assert story.left_out == ("captures/radio.txt",)


def test_the_build_prints_what_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loaded(tmp_path / "content/stories/pier", "leave-out: [captures/radio.txt]\n")
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "content/pages/method.md").write_text("---\ntitle: Method\n---\nHow this is made.\n")
    assert site.main(["--content", str(tmp_path / "content"), "--output", str(tmp_path / "output")]) == 0
    assert "Captures left out by story.md (1):\n  pier: captures/radio.txt\n" in capsys.readouterr().out


@pytest.mark.parametrize(("front", "told"), [
    ("leave-out: [captures/herald.txt]\n",
     "/story.md:4: the capture captures/herald.txt that is left out is not there; check the name"),
    ("leave-out: [captures/radio.txt, captures/gazette.txt, captures/courier.txt]\n",
     "/captures: the story has no captures; put the articles there, one file each"),
    ("leave-out: [../radio.txt]\n", "/story.md:4: the file '../radio.txt' is not inside the story's folder"),
    ("sources:\n  - {file: captures/radio.txt, replaces: captures/herald.txt}\n",
     "/story.md:radio: radio replaces 'captures/herald.txt', which is no other source of the story"),
    ("sources:\n  - {file: captures/radio.txt, replaces: gazette}\n"
     "  - {file: captures/gazette.txt, replaces: courier}\n"
     "  - {file: captures/courier.txt, replaces: radio}\n",
     "/story.md:radio: radio replaces gazette replaces courier replaces radio; take 'replaces' off the newest of them"),
    ("sources:\n  - {file: captures/radio.txt, replaces: captures/radio.txt}\n", "radio replaces 'captures/radio.txt'"),
])  # fmt: skip
def test_what_is_stated_of_no_capture_is_refused(tmp_path: Path, front: str, told: str) -> None:
    assert told in refused(tmp_path, front)


def test_a_capture_knows_what_was_recorded_when_it_was_saved(tmp_path: Path) -> None:
    sha256 = hashlib.sha256(PIER["radio"].encode()).hexdigest()
    recorded = f"- {{file: radio.txt, url: https://radio.example/pier, saved: 2031-05-05, sha256: {sha256}}}\n"
    story = loaded(tmp_path, provenance=recorded + "- {file: courier.txt, replaces: gazette.txt}\n")
    assert source(story, "radio").url == "https://radio.example/pier"
    assert source(story, "courier").replaces == "gazette"
    assert "captures" not in {one.id for one in story.sources}


def test_what_story_md_states_is_believed_before_what_was_recorded(tmp_path: Path) -> None:
    front = "sources:\n  - {file: captures/radio.txt, url: https://radio.example/a, published: 2031-05-06}\n"
    story = loaded(tmp_path, front, "- {file: radio.txt, url: https://radio.example/b}\n")
    assert (source(story, "radio").url, source(story, "radio").published) == (
        "https://radio.example/a", date(2031, 5, 6)
    )  # fmt: skip


@pytest.mark.parametrize(("provenance", "told"), [
    (f"- {{file: radio.txt, sha256: {'0' * 64}}}\n",
     "/captures/radio.txt: its SHA-256 is not the one that was recorded when it was saved"),
    ("- {file: radio.txt, sha256: 12ab}\n", "/captures/captures.yaml:1: 'sha256' is not 64 hexadecimal digits"),
    ("- {file: radio.txt, url: radio}\n", "/captures/captures.yaml:1: the url 'radio' is not a web address"),
    ("- {url: https://radio.example}\n", "/captures/captures.yaml:1: a capture has no 'file'; use file, url, saved"),
    ("- {file: radio.txt, when: today}\n", "/captures/captures.yaml:1: unknown key 'when'"),
    ("radio.txt: today\n", "/captures/captures.yaml:1: it is not a list of captures; write one a line"),
    ("- {file: herald.txt}\n", "/captures/captures.yaml:1: there is no capture 'herald.txt'"),
    ("- {file: radio.txt}\n- {file: radio.txt}\n", "/captures/captures.yaml:2: 'radio.txt' stands twice"),
    ("- {file: radio.txt, saved: someday}\n", "/captures/captures.yaml:1: 'saved' is not a day"),
])  # fmt: skip
def test_a_record_that_does_not_fit_its_capture_is_refused(tmp_path: Path, provenance: str, told: str) -> None:
    assert told in refused(tmp_path, provenance=provenance)


def test_captures_of_one_id_in_other_letters_are_refused(tmp_path: Path) -> None:
    write_story(tmp_path, gazette="One.\n")
    (tmp_path / "captures/gazette.md").write_text("Two.\n")
    with pytest.raises(InputError, match=r"two sources have the id 'gazette'.*; give one another id"):
        load_story(tmp_path)
