"""When a passage was written: on the day of its article, or of its entry on a live page.

The order of two articles comes from days that are certain; where one is not, nothing follows from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.model import Document, Metadata, Passage

_Day = Callable[[Passage], date | None]


def place_in_time(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], documents: tuple[Document, ...]
) -> tuple[Passage, ...]:
    """The passages with the day on which they were written, where that is certain. ``metadata`` stands in the order of
    ``documents``."""
    days = {one.source.id: _days(one, _written(known)) for one, known in zip(documents, metadata, strict=True)}
    return tuple(
        replace(passage, written=days[passage.source](passage))
        if passage.language is None and passage.omit is None
        else passage
        for passage in passages
    )


def _written(known: Metadata) -> date | None:
    if known.published is None or known.published.doubt is not None:
        return None
    return date.fromisoformat(known.published.value)


def _days(document: Document, day: date | None) -> _Day:
    """The day of each passage of a document that was written on ``day``, but for entries with one of their own."""
    blocks = document.blocks
    if all(block.written is None for block in blocks):
        return lambda _: day
    return lambda passage: blocks[bisect_right(blocks, passage.start, key=lambda one: one.start) - 1].written or day
