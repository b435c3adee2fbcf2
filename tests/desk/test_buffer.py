"""What an edited buffer wants, and what in it cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.desk.buffer import UnreadableError, Wanted, read, state_of
from generator.desk.outline import INDENT, REST, Outline, render
from tests.desk.buffers import blocks, body, find, joined, moved, verbed


def _key(outline: Outline, words: str) -> str:
    (line,) = [one for one in outline.lines if words in one.text]
    return line.key


def _read(text: str, outline: Outline) -> Wanted:
    wanted = read(text, outline)
    assert wanted is not None
    return wanted


def _findings(text: str, outline: Outline) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(text, outline)
    return "\n".join(caught.value.findings)


def test_a_buffer_as_it_was_printed_changes_nothing(outline: Outline) -> None:
    assert not _read(render(outline), outline).changes(outline)


def test_comments_blank_lines_and_letters_for_verbs_change_nothing(outline: Outline) -> None:
    text = render(outline).replace("keep ", "k ").replace("brief ", "b ").replace("\n==", "\n# nothing\n\n==")
    assert not _read(text, outline).changes(outline)


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment alone\n", "== What several say\n"])
def test_an_empty_buffer_gives_up(text: str, outline: Outline) -> None:
    assert read(text, outline) is None


def test_a_line_that_is_gone_is_named_and_nothing_is_dropped(outline: Outline) -> None:
    lines = body(render(outline))
    lines.pop(find(lines, "Oskar Brandt"))
    found = _findings("\n".join(lines), outline)
    assert "is gone" in found
    assert "Oskar Brandt" in found


def test_an_unknown_verb_is_named_with_the_one_that_was_meant(outline: Outline) -> None:
    found = _findings(verbed(render(outline), "Oskar Brandt", "dorp"), outline)
    assert "unknown verb 'dorp', did you mean 'drop'?" in found
    assert "is gone" not in found


def test_an_unknown_id_is_named_with_its_line(outline: Outline) -> None:
    lines = body(render(outline))
    lines.append("keep c-ffffff 1-of-3 Nobody said this.  [pilot]")
    assert f"line {len(lines)}: no line of this draft has the id 'c-ffffff'" in _findings("\n".join(lines), outline)


def test_a_line_that_stands_twice_is_named(outline: Outline) -> None:
    lines = body(render(outline))
    lines.append(lines[find(lines, "Heron numbers")])
    assert "stands twice" in _findings("\n".join(lines), outline)


def test_a_line_without_a_verb_is_told_so(outline: Outline) -> None:
    lines = body(render(outline))
    place = find(lines, "Heron numbers")
    lines[place] = lines[place].split(maxsplit=1)[1]
    found = _findings("\n".join(lines), outline)
    assert "it has no verb, such as keep" in found
    assert "is gone" not in found


def test_a_line_above_the_first_heading_is_refused(outline: Outline) -> None:
    lines = body(render(outline))
    lines.insert(0, lines.pop(find(lines, "Oskar Brandt")))
    assert "above the first heading" in _findings("\n".join(lines), outline)


def test_the_sources_of_a_line_are_not_changed_here(outline: Outline) -> None:
    text = render(outline).replace("[pilot, gazette]", "[pilot]")
    assert "its sources are not changed here; they are [pilot, gazette]" in _findings(text, outline)


def test_a_line_without_words_is_refused(outline: Outline) -> None:
    lines = body(render(outline))
    place = find(lines, "Oskar Brandt")
    lines[place] = " ".join(lines[place].split()[:3])
    assert "it has no words" in _findings("\n".join(lines), outline)


def test_a_new_heading_is_read_where_it_stands(outline: Outline) -> None:
    text = render(outline).replace("== Background", "== The signal\n== Background")
    text = moved(text, "A new signal warns", "== Background")
    wanted = _read(text, outline)
    assert list(wanted.opened) == ["What several say", "What happened", "The signal"]
    assert wanted.opened["The signal"] == (_key(outline, "A new signal warns"),)


def test_a_line_moved_under_another_heading_stands_there_in_its_place(outline: Outline) -> None:
    wanted = _read(moved(render(outline), "The bridge was closed", "The repairs cost 3.2"), outline)
    assert wanted.opened["What happened"] == (_key(outline, "was closed"), _key(outline, "3.2 million"))
    assert not wanted.rearranges


def test_a_line_indented_beneath_another_is_folded_there(outline: Outline) -> None:
    text = verbed(render(outline), "The bridge was closed", "keep")
    wanted = _read(moved(text, "The bridge was closed", "The province paid", INDENT), outline)
    assert wanted.folded == {_key(outline, "was closed"): _key(outline, "3.2 million")}


def test_a_folded_line_without_its_indent_is_opened(outline: Outline) -> None:
    wanted = _read(moved(render(outline), "Divers found", "A new signal", ""), outline)
    assert wanted.opened["Background"] == (_key(outline, "Divers found"), _key(outline, "A new signal"))
    assert wanted.folded == {}


def test_a_line_that_is_moved_alone_takes_along_what_is_beneath_it(outline: Outline) -> None:
    wanted = _read(moved(render(outline), "The repairs cost 3.2", "Oskar Brandt"), outline)
    assert wanted.folded == {}
    assert _key(outline, "3.2 million") in wanted.opened["What several say"]


@pytest.mark.parametrize("heading", ["== Background", "== The cost\n== Background"])
def test_nor_does_a_line_leave_what_is_beneath_it_to_another_when_it_moves_under_the_next_heading(
    outline: Outline, heading: str
) -> None:
    text = moved(render(outline), "The bridge was closed", "The repairs cost 3.2").replace("== Background", heading)
    before = moved(text, "The repairs cost 3.2", "A new signal")  # what is beneath it now follows another line
    assert _read(before, outline).folded == {}
    alone = render(outline).replace("== Background", heading)  # and here no line at all
    assert _read(moved(alone, "The repairs cost 3.2", "A new signal"), outline).folded == {}


def test_a_line_that_is_moved_away_from_its_lead_goes_beneath_the_one_above_it(outline: Outline) -> None:
    wanted = _read(moved(render(outline), "Divers found", "The ferry that carried"), outline)
    assert wanted.folded == {_key(outline, "Divers found"): _key(outline, "Oskar Brandt")}


def test_a_line_with_an_indent_below_a_heading_is_folded_beneath_nothing(outline: Outline) -> None:
    text = moved(render(outline), "Divers found", "The repairs cost 3.2")
    assert "nothing stands above it to fold it beneath" in _findings(text, outline)


def test_merge_joins_a_line_with_the_claim_above_it_past_what_is_merged_and_what_says_more(outline: Outline) -> None:
    text = verbed(verbed(render(outline), "The ferry that carried", "merge"), "The bridge was closed", "m")
    target = _key(outline, "Oskar Brandt")  # beneath which a detail stands
    assert _read(text, outline).merged == {
        _key(outline, "The ferry that carried"): target,
        _key(outline, "was closed"): target,
    }


def test_merge_into_nothing_and_into_what_is_dropped_is_refused(outline: Outline) -> None:
    first = _findings(verbed(render(outline), "The mayor of Marrow", "merge"), outline)
    assert "no claim stands above it" in first
    text = verbed(verbed(render(outline), "The mayor of Marrow", "drop"), "Oskar Brandt", "merge")
    assert "merged into a line that is dropped" in _findings(text, outline)


def test_a_line_folded_beneath_what_is_dropped_is_refused_unless_it_is_dropped_too(outline: Outline) -> None:
    text = verbed(moved(render(outline), "Divers found", "The bridge was closed"), "The ferry that carried", "drop")
    assert "which is dropped" in _findings(text, outline)
    assert len(_read(verbed(text, "Divers found", "drop"), outline).dropped) == 2


def test_what_is_folded_is_neither_marked_nor_worded(outline: Outline) -> None:
    assert "is not marked" in _findings(verbed(render(outline), "Divers found", "brief"), outline)
    assert "is not worded" in _findings(render(outline).replace("Divers found", "They found"), outline)


def test_a_claim_may_be_brief_and_tell_the_news(outline: Outline) -> None:
    wanted = _read(verbed(render(outline), "The mayor of Marrow", "brief+summary"), outline)
    key = _key(outline, "The mayor of Marrow")
    assert key in wanted.brief
    assert key in wanted.summary


def test_the_last_mark_of_a_kind_is_not_taken_away(outline: Outline) -> None:
    text = verbed(verbed(render(outline), "The mayor of Marrow", "keep"), "The ferry that", "keep")
    assert "no line is summary any more" in _findings(text, outline)


def test_a_summary_that_story_md_words_is_not_chosen_here(outline: Outline) -> None:
    told = replace(outline, told=("The bridge is open.",))
    assert "story.md words the summary" in _findings(render(told), told)


def test_the_heading_of_the_rest_may_not_go(outline: Outline) -> None:
    lines = [line for line in body(render(outline)) if line != f"== {REST}"]
    assert "put it back above the lines" in _findings("\n".join(lines), outline)


def test_a_heading_that_stands_twice_is_refused(outline: Outline) -> None:
    assert "stands twice" in _findings(render(outline).replace("== Background", "== What happened"), outline)


def test_lines_of_the_rest_in_another_order_are_said_to_mean_nothing(outline: Outline) -> None:
    found = blocks(render(outline))
    found[f"== {REST}"].reverse()
    wanted = _read(joined(found), outline)
    assert not wanted.changes(outline)
    assert wanted.remarks == ("the order of folded lines is the program's own, and is not kept",)


def test_a_buffer_says_from_which_draft_it_was_made(outline: Outline) -> None:
    assert state_of(render(outline)) == outline.state
    assert state_of("keep c-1") is None
