"""Print the open part of real stories, to be read by eye beside their articles: python -m tools.read_stories --help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import Digest
from generator.pipeline import build
from generator.site.reprint import reprint
from generator.site.story import story_view
from generator.site.views import ClaimView, StoryView
from generator.terminal import quiet_end
from tools.evaluate import SHARED
from tools.evaluation.entries import READ, SEED, chosen_stories
from tools.evaluation.shared import MissingDataError, open_shared


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Print what readers see of each story; return 2 where the data are missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.read_stories", description=__doc__)
    parser.add_argument("--number", type=int, default=READ, help=f"stories ({READ})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"by which they are chosen ({SEED})")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help=f"evaluation data ({SHARED})")
    parser.add_argument(
        "--cited", action="store_true", help="claims of several sources and differences, each with all it cites"
    )
    options = parser.parse_args(arguments)
    try:
        shared = open_shared(options.shared)
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 2
    for story in chosen_stories(shared, options.number, options.seed):
        digest = build(story)
        lines = _cited(digest) if options.cited else _lines(story_view(digest, reprint(digest)))
        print("\n".join(lines), end="\n\n")
    return 0


def _cited(digest: Digest) -> Iterator[str]:
    """What is counted, and what is held against one another: folded claims too."""
    yield digest.slug
    for claim in digest.claims:
        if len({one.source for one in claim.supports}) > 1:
            yield f"  {claim.text}"
            yield from (f"    {one.source}: {one.exact}" for one in claim.supports)
    for item in digest.disagreements:
        yield f"  differ: {item.question}"
        for position in item.positions:
            yield f"    {position.text}"
            yield from (f"      {one.source}: {one.exact}" for one in position.citations)


def _lines(story: StoryView) -> Iterator[str]:
    yield f"{story.slug}: {story.title}"
    yield f"{story.date}. From {story.outlets}. {story.words} words."
    for claim in story.summary:
        yield from _claim(claim, "summary")
    for section in story.shared:
        yield from (line for claim in section.claims for line in _claim(claim, section.id))
    for item in story.disagreements:
        yield f"  differ: {item.question} {'; '.join(f'{one.held_by}: {one.text}' for one in item.positions)}"
    for section in story.single:
        yield from (line for claim in section.claims for line in _claim(claim, section.id))


def _claim(claim: ClaimView, section: str) -> Iterator[str]:
    label = f"[{claim.label}] " if claim.label else ""
    yield f"  {section} {claim.number}: {label}{claim.text} ({claim.names})"
    if claim.dispute:
        yield f"    disputed: {claim.dispute.text}"
    for one in claim.against:
        yield f"    {one.label}: {one.quote.wording} ({one.quote.source.name})"


if __name__ == "__main__":
    sys.exit(main())
