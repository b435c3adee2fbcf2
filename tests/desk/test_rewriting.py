"""Decisions as lines of decisions.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.rewriting import rewritten
from generator.desk.writing import spell
from generator.errors import InputError
from generator.load.decisions import parse_decisions
from generator.model import Answer, Decision, Kind, Quote, Respect, Verb

PATH = Path("story/decisions.yaml")
DROP = Decision(Verb.DROP, 0, (Quote("one", "the old bridge"),))
OTHER = Decision(Verb.SECTION, 0, (Quote("two", "a crowd sang"),), "reactions")

_text = st.text("abc XY'\"\\{}[]:,#-—“”é\t", min_size=1, max_size=30).map(lambda one: " ".join(one.split()))
_words = _text.filter(bool)
_quote = st.builds(Quote, st.sampled_from(("one", "two-b", "7", "yes")), _words)
_quotes = st.lists(_quote, min_size=2, max_size=3).map(tuple)
_answers = st.lists(st.builds(Answer, _words, _quotes), min_size=2, max_size=3).map(tuple)
_respect = st.sampled_from((None, *(one.value for one in Respect)))


def _decisions() -> st.SearchStrategy[Decision]:
    listed = (Verb.SAME, Verb.APART, Verb.AGREE, Verb.LEAD, Verb.DROP, Verb.KEEP, Verb.BRIEF, Verb.SUMMARY)
    valued = (Verb.TEXT, Verb.BY, Verb.SECTION, Verb.ASK)
    beside = (Verb.ALSO, Verb.DETAIL, Verb.AFTER)
    zero, why = st.just(0), _text
    return st.one_of(
        st.builds(Decision, st.sampled_from(listed), zero, _quotes, why=why),
        st.builds(Decision, st.sampled_from(valued), zero, _quotes, _words, why=why),
        st.builds(Decision, st.just(Verb.BY), zero, _quotes, st.just("")),
        st.builds(Decision, st.just(Verb.KIND), zero, _quotes, st.sampled_from(tuple(Kind)).map(str)),
        st.builds(Decision, st.sampled_from(beside), zero, _quotes, beside=_quotes.map(lambda q: q[:1]), why=why),
        st.builds(
            Decision, st.just(Verb.DIFFERS), zero, _quotes, beside=_quotes.map(lambda q: q[:1]), respect=_respect
        ),
        st.builds(Decision, st.just(Verb.DIFFER), zero, value=_words, respect=_respect, answers=_answers),
        st.builds(Decision, st.just(Verb.ORIGIN), zero, sources=st.just(("one", "two-b"))),
    )


def _read(data: bytes) -> list[Decision]:
    return [replace(one, line=0) for one in parse_decisions(data, PATH)]


@given(st.lists(_decisions().filter(lambda one: one.verb is not Verb.BY or one.value != "x"), min_size=1, max_size=4))
def test_what_is_written_of_a_decision_is_read_as_the_same_decision(decisions: list[Decision]) -> None:
    written = "\n".join(spell(one) for one in decisions)
    assert _read(written.encode()) == decisions


def test_a_decision_is_written_as_the_design_shows_it() -> None:
    after = Decision(Verb.AFTER, 0, (Quote("b", "moved here"),), beside=(Quote("a", "the one before"),))
    assert spell(OTHER) == '- {section: reactions, of: {two: "a crowd sang"}}'
    assert spell(after) == '- {after: {a: "the one before"}, of: {b: "moved here"}}'
    assert spell(replace(DROP, why="old")) == '- {drop: {one: "the old bridge"}, why: "old"}'


def test_the_first_decision_makes_the_file() -> None:
    assert rewritten(b"", PATH, {}, [DROP]) == b'- {drop: {one: "the old bridge"}}\n'


FILE = b"""\
# What we agreed on Monday
- {keep: {one: "a fair"}}  # she asked for it

# The bridge
- {drop: {one: "the bridge"}}
- section: reactions
  of:
    two: "a crowd"
# last words
"""


def test_a_line_is_added_at_the_end_and_the_others_stay_as_they_are() -> None:
    assert rewritten(FILE, PATH, {}, [DROP]) == FILE + b'- {drop: {one: "the old bridge"}}\n'


def test_a_decision_is_taken_out_and_the_comments_around_it_stay() -> None:
    left = FILE.replace(b'- {drop: {one: "the bridge"}}\n', b"")
    assert rewritten(FILE, PATH, {5: None}, []) == left


def test_a_decision_of_several_lines_is_replaced_whole() -> None:
    made = rewritten(FILE, PATH, {6: OTHER}, [])
    assert (
        made == FILE[: FILE.index(b"- section")] + b'- {section: reactions, of: {two: "a crowd sang"}}\n# last words\n'
    )


def test_a_replaced_line_keeps_its_comment() -> None:
    made = rewritten(FILE, PATH, {2: DROP}, []).splitlines()
    assert made[1] == b'- {drop: {one: "the old bridge"}}  # she asked for it'


def test_line_endings_a_byte_order_mark_and_an_indent_are_kept() -> None:
    data = b'\xef\xbb\xbf  - {drop: {one: "the bridge"}}\r\n  - {keep: {one: "a fair"}}'
    made = rewritten(data, PATH, {3: None}, [OTHER])
    assert made == data + b'\r\n  - {section: reactions, of: {two: "a crowd sang"}}\r\n'


@pytest.mark.parametrize("comments", [b"# one\n", b""])
def test_the_last_decision_may_go_and_leaves_the_comments(comments: bytes) -> None:
    made = rewritten(comments + b'- {drop: {one: "the bridge"}}\n', PATH, {comments.count(b"\n") + 1: None}, [])
    assert made == comments


@pytest.mark.parametrize("data", [b'[{drop: {one: "a"}}, {drop: {one: "b"}}]\n', b'- {drop: {one: "a"}}\n...\n'])
def test_a_file_whose_lines_cannot_be_told_apart_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="one decision a line"):
        rewritten(data, PATH, {}, [DROP])
