"""When a passage was written.

The order of two articles comes from days that are certain; where one is not, nothing follows from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Metadata, Passage


def place_in_time(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], sources: tuple[str, ...]
) -> tuple[Passage, ...]:
    """The passages with the day on which their article was written, where that is certain. ``metadata`` stands in the
    order of ``sources``."""
    days = {source: _written(known) for source, known in zip(sources, metadata, strict=True)}
    return tuple(
        replace(passage, written=days[passage.source]) if passage.language is None and passage.omit is None else passage
        for passage in passages
    )


def _written(known: Metadata) -> date | None:
    if known.published is None or known.published.doubt is not None:
        return None
    return date.fromisoformat(known.published.value)
