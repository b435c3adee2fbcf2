"""What holds of dates and metadata whatever the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.language.dates import find_dates
from generator.metadata import cross_check, find_metadata
from generator.model import Block, BlockKind, Document
from tests.making import document

PIECES = st.sampled_from(
    ["By Ann Lee", "By", "May 7, 2024", "7 May", "on Thursday", "2024-05-07", "31/12/2024",
     "© 2024 Bell", "FAQ", "Reply", "Copyright", " | The Bell",
     "Bridge closed at Velm after cracks", "2 comments", "3:46 pm", "Published", "velm.com",
     "Heading 1: x", "(Insert URL here)",
     "BNV – Big News Velm", "https://x.example/a", " ", "\n", "\n", ", ", " - ",
     "\x00",
     "The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers. "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))
ANCHORS = st.one_of(st.none(), st.dates())
KINDS = st.lists(st.sampled_from(BlockKind), min_size=1, max_size=8)


def labelled(text: str, kinds: list[BlockKind]) -> Document:
    """A document whose blocks have these kinds in turn."""
    page = document(text)
    return replace(page, blocks=tuple(_labelled(block, kinds, place) for place, block in enumerate(page.blocks)))


def _labelled(block: Block, kinds: list[BlockKind], place: int) -> Block:
    return replace(block, kind=kinds[place % len(kinds)], rule="invented")


@given(TEXTS, ANCHORS)
def test_dates_are_spans_in_order_that_mean_days_in_order(text: str, anchor: date | None) -> None:
    end = 0
    for one in find_dates(text, anchor):
        assert end <= one.start < one.end <= len(text)
        assert one.first <= one.last
        end = one.end


@given(TEXTS, KINDS)
def test_every_quote_of_a_fact_or_notice_stands_in_the_capture(text: str, kinds: list[BlockKind]) -> None:
    found = find_metadata(labelled(text, kinds))
    facts = (found.title, found.publisher, found.author, found.published, found.url, found.language)
    for quote in [fact.quote for fact in facts if fact] + [notice.quote for notice in found.notices]:
        assert quote is None or quote in text


@given(TEXTS, TEXTS, KINDS)
def test_comparing_sources_adds_notices_and_changes_nothing_else(one: str, two: str, kinds: list[BlockKind]) -> None:
    known = tuple(find_metadata(labelled(text, kinds)) for text in (one, two))
    for before, after in zip(known, cross_check(known), strict=True):
        assert after.notices[: len(before.notices)] == before.notices
        assert replace(after, notices=before.notices) == before
