"""What an editor is told of stories that were built, and how it is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Match


@dataclass(frozen=True, slots=True)
class Counts:
    sources: int = 0
    claims: int = 0
    disagreements: int = 0


@dataclass(frozen=True, slots=True)
class Notes:
    """What an editor is told of a story: the weakest pair of each merge, pairs that were nearly merged, and lines."""

    counts: Counts = Counts()
    merges: tuple[Match, ...] = ()
    near_misses: tuple[Match, ...] = ()
    disagreements: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    source_notices: tuple[tuple[str, str], ...] = ()  # source and line
    passed_over: str = ""
    left_out: str = ""
    added: str = ""
    lost: tuple[str, ...] = ()
    uncited: tuple[str, ...] = ()
    unfounded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A line on a story, under what it is listed."""

    heading: str
    slug: str
    line: str


DISAGREEMENTS = "Disagreements, shown to readers"
MERGES = "Merges, the least certain first"
NEAR = "Close pairs kept apart, the closest first"
ON_STORIES, ON_SOURCES = "Notices on stories", "Notices on sources"
PASSED_OVER = "Passed over among captures"
ADDED = "Captures that the last edition has not, and that are used"
LEFT_OUT = "Captures left out by story.md"
LOST = "Decisions that no longer hold"
UNCITED = "Sentences of yours that cite nothing, and cannot be signed"
HEADINGS = (DISAGREEMENTS, MERGES, NEAR, ON_STORIES, ON_SOURCES, PASSED_OVER, ADDED, LEFT_OUT, LOST, UNCITED)


def on_pairs(heading: str, pairs: Iterable[tuple[str, Match]]) -> Iterator[Remark]:
    """A line for each pair of passages of a story."""
    for slug, match in pairs:
        yield Remark(heading, slug, f"{slug}: {match.a} and {match.b}, {match.score:.2f}: {match.reason}")


def listed(remarks: Iterable[Remark], shown: int | None = None, order: Sequence[str] = ()) -> Iterator[str]:
    """The remarks under their headings, those of the stories that ``order`` names first; of more than ``shown`` the
    rest is counted, with the command that shows it."""
    places = {slug: place for place, slug in enumerate(order)}
    ordered = sorted(remarks, key=lambda one: places.get(one.slug, len(places)))
    for heading in HEADINGS:
        lines = [one.line for one in ordered if one.heading == heading]
        if lines:
            yield f"{heading} ({len(lines)}):"
            yield from (f"  {line}" for line in lines[:shown])
        if shown is not None and len(lines) > shown:
            yield f"  and {len(lines) - shown} more: python -m generator notices"
