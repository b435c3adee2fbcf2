"""Clusters -> claims: whose wording is printed, who is cited, what counts as a repeat."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.cite import cite
from generator.compose.identifiers import short_hash
from generator.compose.salience import Salience
from generator.compose.wording import word
from generator.language.printable import printable
from generator.model import Citation, Claim, Cluster, Kind, Passage, Workings

_BARE_PRONOUN = re.compile(r"(?:he|she|it|they|this|these|those|his|her|its|their|such)\b", re.IGNORECASE)


def make_claims(workings: Workings, salience: Salience) -> tuple[Claim, ...]:
    """One claim for each cluster, in the clusters' order."""
    passages = {passage.id: passage for passage in workings.passages}
    documents = {document.source.id: document for document in workings.documents}
    taken: set[str] = set()
    claims = []
    for cluster in workings.clustering.clusters:
        members = tuple(passages[member] for member in cluster.members)
        citations = {
            passage.id: cite(documents[passage.source], passage.start, passage.end, passage.id, passage.torn)
            for passage in members
        }
        claim = _claim(cluster, members, citations, salience, taken)
        taken.add(claim.id)
        claims.append(claim)
    return tuple(claims)


def lead_of(members: tuple[Passage, ...], salience: Salience) -> Passage:
    """The passage whose wording stands for its cluster.

    Where one member names who says so, only such members may lead: attribution survives merging. Among them, no
    passage that repeats its own article, and none that opens with an unresolved pronoun, if another is there. Then the
    one whose words the other members share most (a wording must not claim for all what one alone says), and among
    equals the one that says most.
    """
    choice = _prefer(members, lambda passage: passage.speaker is not None)
    choice = _prefer(choice, lambda passage: not passage.repeats_own_article)
    choice = _prefer(choice, lambda passage: not _opens_unclear(passage))
    return max(choice, key=lambda passage: (round(_shared(passage, members, salience), 2), _says(passage, salience)))


def _shared(passage: Passage, members: tuple[Passage, ...], salience: Salience) -> float:
    """Mean share of a passage's content words that stand in each other member, 0 to 1."""
    own = salience.words(passage)
    others = [salience.words(other) for other in members if other is not passage]
    return sum(len(own & other) for other in others) / (len(own) * len(others)) if own and others else 0.0


def _says(passage: Passage, salience: Salience) -> float:
    return salience.score(passage, (passage,))


def _claim(
    cluster: Cluster,
    members: tuple[Passage, ...],
    citations: dict[str, Citation],
    salience: Salience,
    taken: set[str],
) -> Claim:
    lead = lead_of(members, salience)
    last_to_first = sorted(members, key=lambda passage: _evidence_rank(passage, lead), reverse=True)
    best = {passage.source: passage for passage in last_to_first}
    cited = sorted(best.values(), key=lambda passage: (passage is not lead, members.index(passage)))
    text, edits = word(lead)
    return Claim(
        id=_identify(members[0], citations[members[0].id], taken),
        kind=_kind(lead, members),
        text=text,
        attributed_to=printable(lead.speaker) if lead.speaker else None,
        citations=tuple(citations[passage.id] for passage in cited),
        repeats=tuple(citations[passage.id] for passage in members if passage not in cited),
        origins=salience.origins(members),
        hedges=lead.hedges,
        edits=edits,
        reason="; ".join(match.reason for match in cluster.matches),
    )


def _evidence_rank(passage: Passage, lead: Passage) -> tuple[bool, bool, int]:
    """Which of a source's passages is its citation: the lead, else the first that is not a repetition."""
    return passage is not lead, passage.repeats_own_article, passage.position


def _kind(lead: Passage, members: tuple[Passage, ...]) -> Kind:
    """The lead's kind; what one source prints as an allegation stays one, whoever states it as fact."""
    if lead.kind in (Kind.DENIAL, Kind.ALLEGATION):
        return lead.kind
    return Kind.ALLEGATION if any(passage.kind is Kind.ALLEGATION for passage in members) else lead.kind


def _identify(first: Passage, citation: Citation, taken: set[str]) -> str:
    """A stable id: of the first passage's source and words, so that new wording, order or sources change nothing."""
    words = f"{first.source}\n{' '.join(citation.exact.split())}"
    identifier = short_hash("c", words)
    return identifier if identifier not in taken else short_hash("c", f"{words}\n{citation.start}")


def _opens_unclear(passage: Passage) -> bool:
    opening = passage.text[passage.lead_in :].lstrip()
    return passage.antecedent is None and _BARE_PRONOUN.match(opening) is not None


def _prefer(passages: tuple[Passage, ...], wanted: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if wanted(passage)) or passages
