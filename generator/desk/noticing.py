"""What of stories an editor should look at before they are published: begun by a build, and whole by ``notices``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.editions.findings import lost_lines
from generator.load.left_over import is_left_over
from generator.load.sources import dashed
from generator.model import Digest, Match

if TYPE_CHECKING:  # a build imports this, and need not draft
    from generator.drafting import Draft

_FILES = frozenset(("story.md", "decisions.yaml", "desk.yaml"))


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


def on_digests(digests: Sequence[Digest]) -> Iterator[Remark]:
    """What finished digests say of themselves and their sources."""
    for digest in digests:
        for found in digest.disagreements:
            yield Remark(DISAGREEMENTS, digest.slug, f"{digest.slug}: {found.question}")
        for notice in digest.notices:
            yield Remark(ON_STORIES, digest.slug, f"{digest.slug}: {notice.message}")
        for source in digest.sources:
            for notice in source.notices:
                yield Remark(ON_SOURCES, digest.slug, f"{digest.slug}/{source.id}: {notice.message}")
    near = [(digest.slug, match) for digest in digests for match in digest.near_misses]
    yield from on_pairs(NEAR, sorted(near, key=lambda pair: -pair[1].score))


def on_pairs(heading: str, pairs: Iterable[tuple[str, Match]]) -> Iterator[Remark]:
    """A line for each pair of passages of a story."""
    for slug, match in pairs:
        yield Remark(heading, slug, f"{slug}: {match.a} and {match.b}, {match.score:.2f}: {match.reason}")


def on_draft(draft: Draft) -> Iterator[Remark]:
    """All that a draft has its editor look at."""
    story, rulings = draft.story, draft.workings.rulings
    yield from on_digests((draft.digest,))
    yield from on_pairs(MERGES, sorted(((story.slug, one) for one in draft.merges), key=lambda pair: pair[1].score))
    for heading, names in (
        (PASSED_OVER, story.passed_over),
        (ADDED, draft.added),
        (LEFT_OUT, story.left_out),
    ):
        if names:
            yield Remark(heading, story.slug, f"{story.slug}: {', '.join(names)}")
    yield from (Remark(LOST, story.slug, line) for line in lost_lines(rulings))
    yield from (Remark(UNCITED, story.slug, line) for line in rulings.uncited)


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


def changed_last(folders: Iterable[Path]) -> tuple[str, ...]:
    """The slugs of stories by when an editor last changed a file of theirs, the story at hand first."""
    changed = [(-_changed(folder), dashed(folder.resolve().name)) for folder in folders]
    return tuple(slug for _, slug in sorted(changed))


def _changed(folder: Path) -> int:
    own = (entry for entry in _inside(folder) if entry.name in _FILES)
    captures = (entry for entry in _inside(folder / "captures") if not is_left_over(Path(entry.name)))
    return max((entry.stat().st_mtime_ns for entry in (*own, *captures)), default=0)


def _inside(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing where there is none."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        return list(entries)
    return []
