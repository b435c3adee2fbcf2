"""When a passage was written, and whether it tells of this story's time or of another.

The order of two articles comes from days that are certain; where one is not, nothing follows from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from generator.language.dates import find_dates
from generator.model import Kind, Metadata, Passage

# An event whose days all lie further back than this is of another time: what papers tell as the news of a story lies
# days back, what they tell beside it (the flood of 2013, last year's vote) mostly a year and more. Set by reading.
ANOTHER_TIME = timedelta(days=60)


def place_in_time(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], sources: tuple[str, ...]
) -> tuple[Passage, ...]:
    """The passages with the day on which their article was written, where that is certain; what happened at another
    time is background. ``metadata`` stands in the order of ``sources``."""
    days = dict(zip(sources, metadata, strict=True))
    return tuple(_placed(passage, days[passage.source]) for passage in passages)


def _placed(passage: Passage, known: Metadata) -> Passage:
    if known.published is None or passage.language is not None or passage.omit is not None:
        return passage
    day = date.fromisoformat(known.published.value)
    written = day if known.published.doubt is None else None
    days = find_dates(passage.told, day) if passage.kind is Kind.EVENT else ()
    latest = max((mention.last for mention in days), default=day)
    if day - latest <= ANOTHER_TIME:
        return replace(passage, written=written)
    words = next(passage.shown(mention.start, mention.end) for mention in days if mention.last == latest)
    reason = f"of another time than the story: “{words}”"
    return replace(passage, written=written, another_time=True, kind=Kind.BACKGROUND, kind_reason=reason)
