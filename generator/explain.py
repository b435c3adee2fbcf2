"""Why a claim is what it is, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Claim, Digest, Match, Passage, Verdict, Workings

NEAR_SHOWN = 8  # pairs that were near; more than fit beside a claim help nobody


def explain(digest: Digest, workings: Workings, claim: Claim) -> Iterator[str]:
    """Lines that tell what a claim cites, why its kind, why its passages were merged, and what else was near."""
    passages = {passage.id: passage for passage in workings.passages}
    lead = passages[claim.citations[0].passage or ""]
    section = next(section.title for section in digest.sections if claim.id in section.claims)
    yield f"{claim.id}  {claim.text}"
    yield f"  section: {section}{', in brief' if claim.in_brief else ''}"
    yield f"  kind: {claim.kind} ({lead.kind_reason})"
    if claim.attributed_to:
        yield f"  attributed to: {claim.attributed_to} ({lead.reporting or 'named beside it'})"
    for edit in claim.edits:
        yield f"  wording: {edit.rule}: {_short(edit.before)!r} -> {_short(edit.after)!r}"
    count = f"{len(claim.sources)} of {len(digest.sources)} sources"
    yield f"  reported in {count}, {len(claim.origins)} independent"
    for label, citations in (("cites", claim.citations), ("repeated in", claim.repeats)):
        for citation in citations:
            yield f"  {label} {citation.source}:{citation.start}-{citation.end}: {citation.quote}"
    members = {citation.passage for citation in claim.citations + claim.repeats}
    yield from _matches(members, workings, passages)


def _matches(members: set[str | None], workings: Workings, passages: dict[str, Passage]) -> Iterator[str]:
    joined = [match for match in workings.matches if match.a in members and match.b in members]
    for match in joined:
        yield from _match("merged" if match.verdict is Verdict.SAME else "in one cluster by linkage", match, passages)
    if len(members) == 1:
        yield "  merged with nothing"
    refused = {(miss.a, miss.b): miss for miss in workings.clustering.near_misses}
    near = [
        refused.get((match.a, match.b), match)
        for match in workings.matches
        if (match.a in members) != (match.b in members)
    ]
    for match in sorted(near, key=lambda match: (-match.score, match.a, match.b))[:NEAR_SHOWN]:
        yield from _match("near, kept apart", match, passages)


def _match(label: str, match: Match, passages: dict[str, Passage]) -> Iterator[str]:
    yield f"  {label}: {match.score:.2f} {match.a} ~ {match.b}: {match.reason}"
    yield f"    {passages[match.a].text}"
    yield f"    {passages[match.b].text}"
    terms = ", ".join(f"{term.name} {term.value:.2f} ({term.weight:+.2f})" for term in match.terms)
    if terms:
        yield f"    terms: {terms}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:20]} … {text[-17:]}"
