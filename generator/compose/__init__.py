"""Clusters -> the digest: claims with their wording, sections, order, summary, disagreements, coverage."""

from __future__ import annotations

from collections import Counter

from generator.compose.claims import make_claims
from generator.compose.coverage import account
from generator.compose.differences import cite_differences
from generator.compose.named import named
from generator.compose.opening import headline, summarise, when
from generator.compose.salience import Salience
from generator.compose.sections import arrange
from generator.compose.timeline import timeline
from generator.language.runon import TOO_MANY
from generator.model import Digest, EditorBody, Metadata, Notice, SourceReport, Story, Workings


def compose(story: Story, workings: Workings, body: EditorBody | None) -> Digest:
    """The digest of a story. Raises InputError where neither editor nor captures give a date or a title."""
    salience = Salience(workings)
    claims = make_claims(workings, salience)
    disagreements = cite_differences(workings)
    arranged = arrange(claims, workings, salience)
    days = when(story, workings.metadata)
    opening = summarise(arranged, salience, workings.differences)
    return Digest(
        slug=story.slug,
        title=headline(story, workings.metadata, salience),
        summary=opening.text,
        date=days.last,
        when=days,
        tags=story.tags,
        sources=_reports(story, workings),
        sections=arranged.sections,
        claims=opening.claims,
        disagreements=disagreements,
        coverage=account(workings, claims),
        summary_claims=opening.summary_claims,
        body=body,
        timeline=timeline(opening.claims, workings),
        actors=named(workings),
        near_misses=workings.clustering.near_misses,
    )


def _reports(story: Story, workings: Workings) -> tuple[SourceReport, ...]:
    unread = Counter(passage.source for passage in workings.passages if passage.omit == TOO_MANY)
    return tuple(
        SourceReport(
            id=source.id,
            path=source.capture.path,
            sha256=source.capture.sha256,
            origin=origin.origin,
            metadata=metadata,
            notices=_distinct(source.capture.notices, metadata) + _unread(unread[source.id]),
            copied_share=origin.shared if origin.origin != source.id else 0.0,
        )
        for source, metadata, origin in zip(story.sources, workings.metadata, workings.origins, strict=True)
    )


def _unread(count: int) -> tuple[Notice, ...]:
    """What is to be said of so many sentences that were not read."""
    message = f"The story has more sentences than are compared; the last {count:,} of this capture are not read."
    return (Notice("not-read", message),) if count else ()


def _distinct(notices: tuple[Notice, ...], metadata: Metadata) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notices + metadata.notices))
