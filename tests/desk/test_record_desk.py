"""The recorded day at the desk: every command of it ends as it should, and the page about it shows the same."""

from __future__ import annotations

import re
import shutil

import pytest

from generator.load.decisions import read_decisions
from tests.conftest import ROOT
from tools.record_desk import STORY, Record, arrange, write_record

PAGE = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return write_record(tmp_path_factory.mktemp("record") / "desk")


def test_every_command_of_the_record_ends_as_it_does_at_a_sound_desk(record: Record) -> None:
    assert record.sound, "\n".join(record.lines)


def test_the_record_leads_to_a_corrected_entry_in_few_keys(record: Record) -> None:
    story = record.folder / "content" / "stories" / STORY
    assert [path.name for path in sorted((story / "editions").glob("0*.json"))] == ["0001.json", "0002.json"]
    assert len(read_decisions(story)) > record.keys > 0


def test_the_page_on_the_desk_gives_the_count_of_the_record(record: Record) -> None:
    (count,) = [line for line in record.lines if line.startswith("COUNT")]
    assert set(re.findall(r"\d+", count)) <= set(re.findall(r"\d+", PAGE.partition("## A correction")[0]))


def test_every_command_that_the_page_shows_was_run(record: Record) -> None:
    shown = re.findall(r"^\$ (.*)$", PAGE, re.MULTILINE)
    assert shown
    assert [line for line in shown if f"$ {line}" not in record.lines] == []


@pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed")
def test_the_page_tells_what_a_subscriber_saw(record: Record) -> None:
    shown = re.findall(r"^(newsboat .*|  N  .*)$", PAGE, re.MULTILINE)
    assert shown
    assert [line for line in shown if line not in record.lines] == []


def test_lines_are_put_under_headings_in_their_order_and_the_others_stay() -> None:
    text = "# head\n\n== Old\nkeep    c-1 A barge sank.\nkeep    c-2 A crane fell.\n"
    assert arrange(text, ("== New", "brief: A crane")).split("\n") == [
        "# head", "", "", "== New", "brief c-2 A crane fell.", "", "== Old", "keep    c-1 A barge sank.", "",
    ]  # fmt: skip


def test_a_line_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no line has 'A ship'"):
        arrange("== Old\n", ("keep: A ship",))
