"""What holds of sentences whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.language.sentences import split
from generator.segment import segment
from tests.making import document

PIECES = st.sampled_from(
    ["The", "mayor", "Mr.", "U.S.", "p.m.", "5", "3.5", ".", "!", "?", "…", "...", " ", "\n", "\t", "\u00a0", "“", "”",
     "(", ")", "[1]", '"', "\x00", "\u202e", "é", "。", "No.", "said"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
def test_every_character_that_is_not_white_space_stands_in_exactly_one_sentence(text: str) -> None:
    covered = [place for start, end in split(text, 0, len(text)) for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, char in enumerate(text) if not char.isspace()} <= set(covered)


@given(TEXTS)
def test_sentences_are_in_order_and_neither_begin_nor_end_with_white_space(text: str) -> None:
    page = document(text)
    found = segment(page)
    assert list(found) == sorted(found, key=lambda one: one.start)
    assert all(page.text[one.start : one.end] == page.text[one.start : one.end].strip() != "" for one in found)


@given(TEXTS)
def test_a_sentence_lies_within_its_block(text: str) -> None:
    page = document(text)
    for one in segment(page):
        block = page.blocks[one.block]
        assert block.start <= one.start < one.end <= block.end
