"""What holds of every document, whatever the capture."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Document
from tests.making import document

HTML = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<div class=ad>", "</div>", "<b>", "</b>", "<br>", "<li>", "<h1>", "</h1>", "<!--", "-->",
             "<script>", "</script>", "&amp;", "&nbsp;", "&#0;", "&notin", "&shy;", "<", ">", "<a href='", "'>", "</a>",
             " ", "\n", "\u00ad", "<table><td>", "<title>", "</title>", "word and more words of a sentence. "]
        ),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)  # fmt: skip
MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            ["# ", "- ", "1. ", "> ", "\n", "\n\n", "**", "*", "_", "`", "```\n", "[a](b)", "[", "](", ")", "![",
             "---\n", "===\n", "| a |", "[^1]", "[^1]: ", "<b>", "&amp;", "\\", " ", "word ", "\r\n", "\u00ad"]
        ),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)  # fmt: skip
_WORDS = ["the", "old", "harbour", "bridge", "of", "Velm", "inspec-", "tors", "found", "cracks.", "\u00ad", "[1]", "橋"]
_LINES = st.lists(st.sampled_from(_WORDS), max_size=60).map(lambda words: textwrap.fill(" ".join(words), 40))
WRAPPED = st.lists(
    st.one_of(
        _LINES,
        _LINES.map(lambda text: textwrap.indent(text, "> ")),
        _LINES.map(lambda text: textwrap.indent(text, "   ")),
        st.sampled_from(["", "References", " 1. https://a.example/\n 2. https://b.example/", "> ", "* one", "\r"]),
        st.text(max_size=5),
    ),
    max_size=12,
).map("\n".join)  # fmt: skip
CAPTURES = st.one_of(
    st.tuples(st.just("text/html"), HTML),
    st.tuples(st.just("text/markdown"), MARKDOWN),
    st.tuples(st.just("text/plain"), st.text(max_size=80)),
    st.tuples(st.just("text/plain"), WRAPPED),
)


def read(capture: tuple[str, str]) -> Document:
    return document(capture[1], media_type=capture[0])


@given(CAPTURES)
def test_blocks_are_ordered_and_leave_only_white_space_between_them(capture: tuple[str, str]) -> None:
    page = read(capture)
    end = 0
    for block in page.blocks:
        assert end <= block.start < block.end
        assert not page.text[end : block.start].strip()
        content = page.text[block.start : block.end]
        assert content == content.strip()
        end = block.end
    assert not page.text[end:].strip()


@given(CAPTURES)
def test_places_do_not_decrease_and_lie_within_the_capture(capture: tuple[str, str]) -> None:
    page = read(capture)
    if page.offsets is None:
        assert page.text == capture[1]
        return
    places = [page.to_capture(at, at + 1) for at in range(len(page.text))]
    starts, ends = [start for start, _ in places], [end for _, end in places]
    assert starts == sorted(starts) and ends == sorted(ends)
    assert all(0 <= start <= end <= len(capture[1]) for start, end in places)


@given(CAPTURES)
def test_what_has_no_reference_stands_in_the_capture_as_it_is_read(capture: tuple[str, str]) -> None:
    page = read(capture)
    for at, char in enumerate(page.text):
        carried = capture[1][slice(*page.to_capture(at, at + 1))]
        assert carried in (char, "") or char in " \n" or carried.startswith("&") or capture[0] != "text/html"


@given(CAPTURES)
def test_capture_spans_of_blocks_are_ordered_and_lead_back(capture: tuple[str, str]) -> None:
    page = read(capture)
    last = 0
    for block in page.blocks:
        start, end = page.to_capture(block.start, block.end)
        assert last <= start < end
        assert page.to_readable(start, end) == (block.start, block.end)
        last = end


@given(CAPTURES, st.data())
def test_any_span_of_words_leads_to_the_capture_and_back(capture: tuple[str, str], data: st.DataObject) -> None:
    page = read(capture)
    places = [place for place, char in enumerate(page.text) if not char.isspace()]
    if not places:
        return
    one, two = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    start, end = min(one, two), max(one, two) + 1
    begin, stop = page.to_capture(start, end)
    back = page.to_readable(begin, stop)
    assert back[0] <= start and end <= back[1]
    assert page.to_capture(*back) == (begin, stop)


@given(CAPTURES)
def test_declared_facts_stand_in_the_capture(capture: tuple[str, str]) -> None:
    for fact in read(capture).declared:
        assert 0 <= fact.start < fact.end <= len(capture[1])


@pytest.mark.parametrize("media_type", ["text/html", "text/markdown", "text/plain"])
def test_a_capture_without_words_has_no_blocks(media_type: str) -> None:
    assert document(" \n\t ", media_type=media_type).blocks == ()
