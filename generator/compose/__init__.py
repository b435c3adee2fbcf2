"""Clusters -> the digest: claims with their wording, sections, order, summary, disagreements, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator.compose.brief import in_brief
from generator.compose.choosing import Chosen, choose
from generator.compose.claims import make_claims
from generator.compose.coverage import account
from generator.compose.differences import cite_differences
from generator.compose.kept import withdrawn
from generator.compose.named import named
from generator.compose.opening import headline, when
from generator.compose.ranking import rank
from generator.compose.ruled import place
from generator.compose.salience import Salience
from generator.compose.sections import arrange
from generator.compose.summary import summarise
from generator.compose.timeline import timeline
from generator.language.runon import TOO_MANY
from generator.model import Claim, Digest, EditorBody, Metadata, Notice, Section, SourceReport, Story, Workings


def compose(story: Story, workings: Workings, body: EditorBody | None) -> Digest:
    """The digest of a story. Raises InputError where neither editor nor captures give a date or a title."""
    salience = Salience(workings)
    days = when(story, workings.metadata)
    made = make_claims(workings, salience, days.certain, story.history)
    placed = place(made, workings)
    ranked = rank(made, workings, salience)
    by_id = {claim.id: claim for claim in made}
    summary = tuple(by_id[one] for one in placed.summary) or summarise(ranked)
    chosen = choose(ranked, summary, placed.opened, placed.under)
    sections = arrange(ranked, chosen, placed)
    brief = frozenset(placed.brief) or in_brief(ranked, chosen.opened, summary)
    claims = _printed(made, sections, chosen, brief, ranked.denials)
    disagreements = cite_differences(workings, story.history)
    alive = {one for claim in claims for one in (claim.id, *claim.joined)}
    alive |= {one for item in disagreements for one in (item.id, *item.joined)}
    return Digest(
        slug=story.slug,
        title=headline(story, workings.metadata, salience, ranked.opinion),
        summary=" ".join(claim.text for claim in summary),
        date=days.last,
        when=days,
        published=story.published,
        updated=story.updated,
        tags=story.tags,
        category=story.category,
        status=story.status,
        sources=_reports(story, workings),
        sections=sections,
        claims=claims,
        disagreements=disagreements,
        coverage=account(workings, claims),
        summary_claims=tuple(claim.id for claim in summary),
        body=body,
        timeline=timeline(claims, workings),
        actors=named(workings),
        withdrawn=withdrawn(alive, story.history),
        aliases=story.aliases,
        near_misses=workings.clustering.near_misses,
        notices=workings.notices,
    )


def _printed(
    made: tuple[Claim, ...],
    sections: tuple[Section, ...],
    chosen: Chosen,
    brief: frozenset[str],
    denials: Mapping[str, str],
) -> tuple[Claim, ...]:
    """The claims in the order of their sections, each with its place."""
    claims = {claim.id: claim for claim in made}
    order = (one for section in sections for one in section.claims)
    return tuple(
        replace(claims[one], in_brief=one in brief, under=chosen.under.get(one), denies=denials.get(one))
        for one in order
    )


def _reports(story: Story, workings: Workings) -> tuple[SourceReport, ...]:
    newer = {source.replaces: source.id for source in story.sources if source.replaces}
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
            replaced_by=newer.get(source.id),
        )
        for source, metadata, origin in zip(story.sources, workings.metadata, workings.origins, strict=True)
    )


def _unread(count: int) -> tuple[Notice, ...]:
    """What is to be said of so many sentences that were not read."""
    message = f"The story has more sentences than are compared; the last {count:,} of this capture are not read."
    return (Notice("not-read", message),) if count else ()


def _distinct(notices: tuple[Notice, ...], metadata: Metadata) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notices + metadata.notices))
