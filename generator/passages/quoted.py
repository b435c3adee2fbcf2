"""Whose words a quotation holds: every passage in it has the speaker whom the text names, however many sentences or
paragraphs away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.language.quotes import Quoted, find_quotes, join_open
from generator.model import BlockKind, Document, Kind, Passage

Stretch = tuple[Quoted, ...]  # one quotation, by the paragraphs over which it runs


def attribute_quotations(document: Document, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages of a document, those that stand in a quotation marked so and given its speaker.

    The speaker is who is named in a passage that holds a part of the quotation, the nearest behind it before the
    nearest ahead; else, for a paragraph that is a quotation, who is said to speak in the passage right before it. Where
    nobody is named the passage keeps its marks and has no speaker.
    """
    stretches = _stretches(document)
    starts = [stretch[0].start for stretch in stretches]
    done: list[Passage] = []
    for index, passage in enumerate(passages):
        at = bisect_right(starts, passage.start) - 1
        if at < 0 or not _holds(stretches[at], passage):
            done.append(passage)
            continue
        inside = replace(passage, in_quotation=True)
        if passage.speaker is None:
            speaking = _speaks(passages, index, stretches[at]) or _introduced(document, passages, done, stretches[at])
            inside = _said(inside, speaking)
        done.append(inside)
    return tuple(done)


def _stretches(document: Document) -> tuple[Stretch, ...]:
    read = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    blocks = [block for block in document.blocks if block.kind in read]
    return join_open((find_quotes(document.text, block.start, block.end), block.start) for block in blocks)


def _holds(stretch: Stretch, passage: Passage) -> bool:
    return any(quote.start <= passage.start and passage.end <= quote.end for quote in stretch)


def _speaks(passages: Sequence[Passage], index: int, stretch: Stretch) -> Passage | None:
    """The passage that names who speaks: it holds a part of the quotation and more."""
    last = bisect_left(passages, stretch[-1].end, key=lambda passage: passage.start)
    first = bisect_right(passages, stretch[0].start, key=lambda passage: passage.end)
    behind = (passages[i] for i in range(index + 1, last))
    ahead = (passages[i] for i in range(index - 1, first - 1, -1))
    return next((one for one in (*behind, *ahead) if one.speaker and one.reporting), None)


def _introduced(
    document: Document, passages: Sequence[Passage], before: Sequence[Passage], stretch: Stretch
) -> Passage | None:
    """Who speaks in the passage right before a quotation that fills its paragraph, or that a colon opens."""
    start = stretch[0].start
    ahead = [passage for passage in before[-2:] if passage.end <= start and passage.omit is None]
    if not ahead or not ahead[-1].speaker:
        return None
    between = document.text[ahead[-1].end : start]
    adjoining = not between.strip() or between.strip() == ":"
    return ahead[-1] if adjoining else None


def _said(passage: Passage, speaking: Passage | None) -> Passage:
    if speaking is None:
        if passage.kind in (Kind.ALLEGATION, Kind.DENIAL):
            return passage
        return replace(passage, kind=Kind.STATEMENT, kind_reason="a quotation whose speaker the text does not name")
    return replace(
        passage,
        speaker=speaking.speaker,
        speaker_actor=speaking.speaker_actor,
        reporting=speaking.reporting,
        kind=Kind.ALLEGATION if speaking.kind is Kind.ALLEGATION else Kind.STATEMENT,
        kind_reason="in a quotation whose speaker is named beside it",
        omit=None,
    )
