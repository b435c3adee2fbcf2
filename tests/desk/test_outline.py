"""A draft as lines of a buffer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.compose.sections import TITLES
from generator.desk.outline import REST, Outline, render, short_ids
from generator.desk.settling import draw
from generator.load import load_story
from generator.model import FOLDED
from tests.desk.buffers import blocks, body
from tests.desk.fair import STORY, folder


def test_sections_are_headings_in_the_order_of_the_page_and_the_rest_is_the_last(outline: Outline) -> None:
    assert list(blocks(render(outline))) == ["== What several say", "== What happened", "== Background", f"== {REST}"]
    assert TITLES[FOLDED] == REST


def test_a_line_has_verb_id_how_many_say_it_words_and_sources(outline: Outline) -> None:
    lines = [" ".join(line.split()) for line in body(render(outline))]
    pilots = next(line for line in outline.lines if line.text.startswith("Oskar Brandt"))
    said = "Oskar Brandt […] said that pilots could not see the new signal in fog."
    assert f"brief {pilots.id[:6]} 2-of-3 {said} [pilot, gazette]" in lines


def test_what_says_more_and_what_is_folded_stands_indented_beneath_its_lead(outline: Outline) -> None:
    (cost,) = [own for own in blocks(render(outline))["== What happened"] if "3.2 million" in own[0]]
    assert [line.split()[0] for line in cost[1:]] == ["detail", "keep"]
    assert all(line.startswith("    ") for line in cost[1:])
    assert "3.9 million" in cost[1]


def test_the_rest_stands_at_the_end_by_source(outline: Outline) -> None:
    text = render(outline)
    rest = text[text.index(f"== {REST}") :].splitlines()
    assert [line for line in rest if line.startswith("# from ")] == [
        f"# from {one}" for one in ("courier", "gazette", "pilot")
    ]


def test_every_passage_of_the_draft_that_is_a_claim_has_one_line(outline: Outline) -> None:
    keys = [line.key for line in outline.lines]
    assert len(keys) == len(set(keys))
    assert len(body(render(outline))) == len(keys) + len(outline.headings) + 1


def test_ids_are_cut_to_what_tells_them_apart(outline: Outline) -> None:
    one, other, *_ = outline.lines
    alike = replace(outline, lines=(replace(one, id="c-abcdef0123"), replace(other, id="c-abcdee0123")))
    assert list(short_ids(alike).values()) == ["c-abcdef", "c-abcdee"]


def test_what_the_sources_differ_on_is_said_in_comments(outline: Outline) -> None:
    other = replace(outline, differences=("What did it cost? “3.2” [courier] / “3.9” [gazette]",))
    assert "#   What did it cost? “3.2” [courier] / “3.9” [gazette]" in render(other).splitlines()


def test_the_sentences_of_a_summary_in_story_md_are_comments_and_no_lines(tmp_path: Path) -> None:
    words = 'summary: "The mayor reopened the bridge.[^1]"\ndate:'
    front = STORY.replace("date:", words) + '\n[^1]: courier: "reopened the old bridge"\n'
    told, _ = draw(load_story(folder(tmp_path / "told", front=front)))
    assert told.told == ("The mayor reopened the bridge.",)
    assert "#   The mayor reopened the bridge." in render(told).splitlines()
    assert "The mayor reopened the bridge." not in "\n".join(body(render(told)))
    assert not any(line.summary for line in told.lines)


def test_the_buffer_teaches_each_verb(outline: Outline) -> None:
    taught = [line for line in render(outline).splitlines() if line.startswith("# ")]
    assert all(any(verb in line for line in taught) for verb in ("keep", "brief", "summary", "merge", "drop", "detail"))


def test_the_state_of_a_draft_is_another_one_when_a_line_says_something_else(outline: Outline) -> None:
    first, *others = outline.lines
    assert replace(outline, lines=(replace(first, text="Other words."), *others)).state != outline.state
    assert replace(outline, lines=(first, *others)).state == outline.state
