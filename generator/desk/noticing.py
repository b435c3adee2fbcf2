"""What of drafts an editor should look at before they are signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.drafting import Draft
from generator.editions.findings import lost_lines
from generator.model import Digest
from generator.notes import (
    ADDED,
    DISAGREEMENTS,
    LEFT_OUT,
    LOST,
    MERGES,
    NEAR,
    ON_SOURCES,
    ON_STORIES,
    PASSED_OVER,
    UNCITED,
    Remark,
    on_pairs,
)


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
