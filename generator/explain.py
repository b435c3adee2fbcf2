"""Why a claim is what it is, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Claim, Digest, Group, Match, Passage, Workings

NEAR_SHOWN = 8  # pairs that were near; more than fit beside a claim help nobody


def explain(digest: Digest, workings: Workings, claim: Claim) -> Iterator[str]:
    """Lines that tell why a claim is of its kind, which passages stand under it in which roles, and what was near."""
    passages = {passage.id: passage for passage in workings.passages}
    lead = passages[claim.citations[0].passage or ""]
    section = next(section.title for section in digest.sections if claim.id in section.claims)
    yield f"{claim.id}  {claim.text}"
    yield f"  section: {section}{', in brief' if claim.in_brief else ''}"
    yield f"  kind: {claim.kind} ({lead.kind_reason})"
    yield f"  tells of: {lead.telling} ({lead.telling_reason or 'nothing shows another'})"
    if claim.attributed_to:
        yield f"  attributed to: {claim.attributed_to} ({lead.reporting or 'named beside it'})"
    for edit in claim.edits:
        yield f"  wording: {edit.rule}: {_short(edit.before)!r} -> {_short(edit.after)!r}"
    count = f"{len(claim.sources)} of {len(digest.sources)} sources"
    yield f"  reported in {count}, {len(claim.origins)} independent"
    group = next(group for group in workings.groups if any(m.passage == lead.id for m in group.members))
    yield from _members(group, workings, passages)
    yield from _near(group, workings, passages)


def _members(group: Group, workings: Workings, passages: dict[str, Passage]) -> Iterator[str]:
    """The passages of a claim, each with its role, why it has it, and its score against the wording."""
    scores = {frozenset((match.a, match.b)): match for match in workings.matches}
    for member in group.members:
        passage = passages[member.passage]
        match = scores.get(frozenset((group.lead.passage, member.passage)))
        scored = f" ({match.score:.2f})" if match else ""
        respect = f", in {member.respect}" if member.respect else ""
        yield f"  {member.role}{respect}{scored} {member.passage}: {passage.text}"
        yield f"    {member.reason}"
        yield from _terms(match)
        for contrast in match.contrasts if match else ():
            yield f"    {contrast.respect}{' differs' if contrast.differs else ''}: {contrast.reason}"
    if len(group.members) == 1:
        yield "  merged with nothing"


def _near(group: Group, workings: Workings, passages: dict[str, Passage]) -> Iterator[str]:
    """The closest pairs that were kept apart, with the reason."""
    members = {member.passage for member in group.members}
    refused = {(miss.a, miss.b): miss for miss in workings.clustering.near_misses}
    near = [
        refused.get((match.a, match.b), match)
        for match in workings.matches
        if (match.a in members) != (match.b in members)
    ]
    for match in sorted(near, key=lambda match: (-match.score, match.a, match.b))[:NEAR_SHOWN]:
        yield f"  near, kept apart: {match.score:.2f} {match.a} ~ {match.b}: {match.reason}"
        yield f"    {passages[match.a].text}"
        yield f"    {passages[match.b].text}"
        yield from _terms(match)


def _terms(match: Match | None) -> Iterator[str]:
    if match is not None and match.terms:
        yield "    terms: " + ", ".join(f"{term.name} {term.value:.2f} ({term.weight:+.2f})" for term in match.terms)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:20]} … {text[-17:]}"
