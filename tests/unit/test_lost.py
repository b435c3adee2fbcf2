"""Decisions whose quote is gone: which are harmless, and which hold a story."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.drafting import make_draft, make_sound_draft
from generator.editions.findings import lost_lines
from generator.errors import HeldError, VerificationError
from generator.load import load_story
from generator.model import Lost, Verb
from tests.deciding import PIER, build, claim, decide, work, write_story

OPENED = '{gazette: "The pier of Orm opened on Monday"}'
WALK = '{courier: "Visitors could walk on the pier"}'
CAME = '{radio: "Hundreds of visitors came"}'
RIBBON = '{gazette: "cut the ribbon"}'
GONE = '{gazette: "Mayor Ada Kell cut a red ribbon"}'
HARMLESS = (
    f"same: [{OPENED}, {GONE}]", f"section: The day, of: {GONE}", f"after: {OPENED}, of: {GONE}",
    f"after: {GONE}, of: {OPENED}", f"lead: {GONE}", f"keep: {GONE}", f"also: {GONE}, of: {OPENED}",
    f"detail: {GONE}, of: {OPENED}", f"ask: What then, of: {GONE}", f"furniture: {GONE}", f"article: {GONE}",
    "origin: [gazette, herald]",
)  # fmt: skip
HOLDING = (
    f"apart: [{OPENED}, {GONE}]", f"drop: {GONE}", f"text: The pier opened., of: {GONE}", f"kind: plan, of: {GONE}",
    f"by: the council, of: {GONE}", f"differs: {GONE}, of: {OPENED}", f"differs: {OPENED}, of: {GONE}",
    f"agree: [{OPENED}, {GONE}]", f"brief: [{OPENED}, {GONE}]", f"summary: [{OPENED}, {GONE}]",
    f"differ: What opened, sides: [{{say: it, in: {OPENED}}}, {{say: no, in: {GONE}}}]",
)  # fmt: skip


def lost(folder: Path, *lines: str) -> Lost:
    (found,) = work(write_story(folder, *lines)).rulings.lost
    return found


def test_every_verb_is_harmless_or_holds() -> None:
    shown = {one.partition(":")[0] for one in (*HARMLESS, *HOLDING)}
    assert shown == set(Verb)
    assert {one.partition(":")[0] for one in HOLDING}.isdisjoint(one.partition(":")[0] for one in HARMLESS)


@pytest.mark.parametrize("line", HARMLESS)
def test_without_it_the_story_is_drafted_as_if_it_were_not_there(tmp_path: Path, line: str) -> None:
    folder = write_story(tmp_path, line)
    assert not lost(tmp_path, line).holds
    assert build(folder) == build(decide(folder))
    make_sound_draft(decide(folder, line), None, words=True, store=pipeline.NOTHING)


@pytest.mark.parametrize("line", HOLDING)
def test_without_it_the_story_is_not_what_its_editor_means(tmp_path: Path, line: str) -> None:
    folder = write_story(tmp_path, line)
    assert lost(tmp_path, line).holds
    with pytest.raises(HeldError):
        make_sound_draft(folder, None, words=True, store=pipeline.NOTHING)


@pytest.mark.parametrize("line", (*HARMLESS[:-1], *HOLDING))
def test_what_is_lost_is_told_with_file_line_words_and_the_nearest_passage(tmp_path: Path, line: str) -> None:
    folder = write_story(tmp_path, f"drop: {RIBBON}", line)
    (told,) = lost_lines(make_draft(folder).workings.rulings)
    assert told.startswith(f"{(folder / 'decisions.yaml').as_posix()}:2: ")
    assert "gazette does not say 'Mayor Ada Kell cut a red ribbon' any more" in told
    assert f"({line.partition(':')[0]})" in told
    assert "nearest: “Mayor Ada Kell cut the ribbon" in told
    assert told.endswith("; quote words that stand there, or remove it")


def test_a_source_that_is_not_there_is_told_of_an_origin(tmp_path: Path) -> None:
    folder = write_story(tmp_path, "origin: [gazette, herald]")
    (told,) = lost_lines(make_draft(folder).workings.rulings)
    assert told == (
        f"{(folder / 'decisions.yaml').as_posix()}:1: the story has no source 'herald' (origin); name one of courier, "
        "gazette, radio, or remove it"
    )


def test_what_a_list_that_lost_a_quote_says_of_the_others_holds(tmp_path: Path) -> None:
    digest = build(write_story(tmp_path, f"same: [{OPENED}, {GONE}, {WALK}]", f"lead: {OPENED}"))
    assert "courier" in claim(digest, "The pier of Orm opened").sources


def test_a_quote_of_a_source_that_is_gone_is_lost_and_has_no_nearest_passage_elsewhere(tmp_path: Path) -> None:
    found = lost(tmp_path, 'drop: {herald: "wholly other words"}')
    assert (found.quote.source, found.nearest) == ("herald", "")


def test_the_nearest_passage_of_a_source_that_is_gone_is_one_of_another_with_its_words(tmp_path: Path) -> None:
    found = lost(tmp_path, 'drop: {herald: "Critics say the money was needed for the school"}')
    assert found.nearest == "Critics say the money was needed for the school."


def test_of_passages_that_share_as_many_words_the_nearest_stands_in_the_place_of_the_words(tmp_path: Path) -> None:
    """Of two that share the same words, the one that has them in their order."""
    texts = {**PIER, "radio": "Guests the hotel paid for wine.\n\nThe hotel paid for the guests there.\n"}
    found = lost_of(tmp_path, '{radio: "The hotel paid for the late guests"}', texts)
    assert found.nearest == "The hotel paid for the guests there."


def lost_of(folder: Path, quote: str, texts: dict[str, str]) -> Lost:
    (found,) = work(write_story(folder, f"drop: {quote}", **texts)).rulings.lost
    return found


def test_a_footnote_of_the_summary_whose_quote_is_gone_holds_the_story(tmp_path: Path) -> None:
    body = '[^1]: gazette: "Mayor Ada Kell cut a red ribbon"\n'
    front = 'title: The pier\ndate: 2031-05-05\nsummary: "The mayor cut a ribbon.[^1]"\n'
    folder = write_story(tmp_path, front=front, body=body)
    (found,) = work(folder).rulings.lost
    assert (found.what, found.holds, found.quote.words) == ("footnote", True, "Mayor Ada Kell cut a red ribbon")
    assert found.nearest.startswith("Mayor Ada Kell cut the ribbon")


def test_a_footnote_of_the_text_whose_quote_is_gone_holds_the_story(tmp_path: Path) -> None:
    body = 'The mayor cut a ribbon.[^1]\n\n[^1]: gazette: "Mayor Ada Kell cut a red ribbon"\n'
    folder = write_story(tmp_path, body=body)
    with pytest.raises(HeldError, match=r"story.md:\d+: .*'Mayor Ada Kell cut a red ribbon'.*nearest: “Mayor Ada Kell"):
        make_sound_draft(folder, None, words=True, store=pipeline.NOTHING)


def test_the_machine_alone_drafts_a_story_without_its_decisions(tmp_path: Path) -> None:
    folder = write_story(tmp_path, HOLDING[1])
    assert load_story(folder, decisions=False).decisions == ()


def test_decisions_with_which_a_draft_breaks_a_promise_hold_the_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other stories are built all the same; without decisions it is a fault of the program."""

    def broken(*_: object) -> None:
        raise VerificationError(("claim c-1: a source is counted twice",))

    monkeypatch.setattr(pipeline, "verify", broken)
    folder = write_story(tmp_path, f"drop: {RIBBON}")
    with pytest.raises(HeldError, match=r"decisions.yaml: with these decisions .* promise, claim c-1: a source"):
        make_draft(folder)
    with pytest.raises(VerificationError):
        make_draft(decide(folder))


def test_an_answer_that_no_passage_gives_is_told_with_the_line_of_its_question(tmp_path: Path) -> None:
    sides = f'[{{say: "On Monday", in: {OPENED}}}, {{say: "On 7 July", in: {WALK}}}]'
    folder = write_story(tmp_path, f"lead: {OPENED}", f'differ: "When did it open?", sides: {sides}')
    (told,) = make_draft(folder).workings.rulings.unfounded
    assert told.startswith(f"{(folder / 'decisions.yaml').as_posix()}:2: 'On 7 July': ")


@pytest.mark.parametrize(
    "body",
    [
        "> Mayor Ada Kell cut a red ribbon[^1]",
        "> Mayor Ada Kell cut the ribbon and wept.\n>\n> And then she went.[^1]",
        "> > Mayor Ada Kell cut a red ribbon[^1]\n",
        "- > Mayor Ada Kell cut a red ribbon[^1]",
        "# “Mayor Ada Kell cut a red ribbon”[^1]",
        "| who | what |\n|---|---|\n| she | “cut a red ribbon”[^1] |",
    ],
)
def test_what_a_block_quotation_a_heading_or_a_table_quotes_stands_in_what_it_cites(tmp_path: Path, body: str) -> None:
    folder = write_story(tmp_path, body=body + '\n\n[^1]: gazette: "Mayor Ada Kell cut the ribbon"\n')
    assert any("stand in no cited quote" in line for line in work(folder).rulings.unfounded)


@pytest.mark.parametrize(
    "body",
    [
        "> Mayor Ada Kell cut the ribbon[^1]",
        "> “Mayor Ada Kell cut the ribbon”[^1]",
        "> Mayor Ada Kell […] cut the ribbon[^1]\n",
        "# Mayor Ada Kell cut the ribbon[^1]\n\n| “cut the ribbon”[^1] | |\n|---|---|\n",
        "> Nobody is quoted here.",
    ],
)
def test_a_block_quotation_of_the_captures_own_words_holds(tmp_path: Path, body: str) -> None:
    folder = write_story(tmp_path, body=body + '\n\n[^1]: gazette: "Mayor Ada Kell cut the ribbon"\n')
    assert work(folder).rulings.unfounded == ()


def test_who_signs_a_block_quotation_is_no_part_of_its_words(tmp_path: Path) -> None:
    body = '> I will rebuild the pier.[^1] — Ada Kell\n\n[^1]: gazette: "I will rebuild the pier"\n'
    folder = write_story(
        tmp_path, body=body, gazette="Ada Kell said: “I will rebuild the pier.” It rained on Monday.\n"
    )
    assert work(folder).rulings.unfounded == ()
