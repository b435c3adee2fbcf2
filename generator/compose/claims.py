"""Groups -> claims: the wording that is printed, what is cited in which role, what counts as a repeat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.cite import cite
from generator.compose.kept import Kept, claim_ids
from generator.compose.salience import Salience
from generator.compose.wording import names, word
from generator.groups import OWN_FIRST
from generator.language.printable import printable
from generator.language.recognise import ENGLISH, is_read
from generator.model import Citation, Claim, Document, Group, Kind, Member, Passage, Published, Role, Workings

_ORDER = (Role.LEAD, Role.SUPPORT, Role.DIFFERS, Role.DETAIL)
_COUNTED = (Role.LEAD, Role.SUPPORT)
NOTHING_PUBLISHED = Published()


def make_claims(
    workings: Workings, salience: Salience, day_known: bool = True, history: Published = NOTHING_PUBLISHED
) -> tuple[Claim, ...]:
    """One claim for each group, in the groups' order. ``day_known``: the story's day is certain."""
    passages = {passage.id: passage for passage in workings.passages}
    documents = {document.source.id: document for document in workings.documents}
    languages = {
        document.source.id: known.language.value if known.language else None
        for document, known in zip(workings.documents, workings.metadata, strict=True)
    }
    cited = tuple(
        {
            member.passage: _cited(passages[member.passage], member, documents, languages, day_known)
            for member in group.members
        }
        for group in workings.groups
    )
    by_passage = {name: citation for citations in cited for name, citation in citations.items()}
    kept = claim_ids(workings, by_passage, history)
    return tuple(
        _claim(group, passages, citations, salience, one, day_known)
        for group, citations, one in zip(workings.groups, cited, kept, strict=True)
    )


def claims_of(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims under which each passage (id) stands. First its own: that which it words, else that to which it
    belongs as no mere support, else the first by id, so that the order of the claims decides nothing."""
    found: dict[str, list[tuple[int, str, Claim]]] = {}
    for claim in claims:
        for citation in claim.citations + claim.repeats:
            if citation.passage:
                found.setdefault(citation.passage, []).append((OWN_FIRST.index(citation.role), claim.id, claim))
    return {passage: [claim for *_, claim in sorted(own, key=lambda each: each[:2])] for passage, own in found.items()}


def _cited(
    passage: Passage,
    member: Member,
    documents: dict[str, Document],
    languages: dict[str, str | None],
    day_known: bool,
) -> Citation:
    around = languages[passage.source]
    own = passage.language or (around if is_read(around) else ENGLISH)
    citation = cite(documents[passage.source], passage.start, passage.end, passage.id, passage.torn)
    citation = replace(citation, language=None if own == around else own)
    if member.role in _COUNTED:
        return replace(citation, role=member.role)
    text, edits = word(passage, day_known=day_known)
    return replace(citation, role=member.role, respect=member.respect, wording=text, edits=edits)


def _claim(
    group: Group,
    passages: dict[str, Passage],
    citations: dict[str, Citation],
    salience: Salience,
    kept: Kept,
    day_known: bool,
) -> Claim:
    lead = passages[group.lead.passage]
    counted = [member for member in group.members if member.role in _COUNTED]
    evidence = {passages[m.passage].source: m.passage for m in sorted(counted, key=lambda m: _rank(m, passages))[::-1]}
    repeated = [m.passage for m in counted if m.passage not in evidence.values()]
    again = frozenset(repeated)
    shown = sorted((m for m in group.members if m.passage not in again), key=lambda m: _ORDER.index(m.role))
    supports = tuple(passages[member.passage] for member in counted)
    text, edits = (group.wording, ()) if group.wording else word(lead, group.cuts, day_known)
    speaker = printable(lead.speaker) if lead.speaker else None
    return Claim(
        id=kept.id,
        kind=_kind(lead, supports),
        text=text,
        attributed_to=speaker if speaker and (not group.wording or names(text, speaker)) else None,
        citations=tuple(citations[member.passage] for member in shown),
        repeats=tuple(citations[passage] for passage in repeated),
        origins=salience.origins(supports),
        hedges=lead.hedges,
        edits=edits,
        reason="; ".join(match.reason for match in group.matches),
        worded=bool(group.wording),
        told=group.told > 0,
        joined=kept.joined,
        split_from=kept.split_from,
        since=kept.since,
    )


def _rank(member: Member, passages: dict[str, Passage]) -> tuple[bool, bool, int]:
    """Which of a source's passages is its citation: the lead, else the first that is not a repetition."""
    passage = passages[member.passage]
    return member.role is not Role.LEAD, passage.repeats_own_article, passage.position


def _kind(lead: Passage, supports: tuple[Passage, ...]) -> Kind:
    """The lead's kind; what one source prints as an allegation stays one, whoever states it as fact."""
    if lead.kind in (Kind.DENIAL, Kind.ALLEGATION):
        return lead.kind
    return Kind.ALLEGATION if any(passage.kind is Kind.ALLEGATION for passage in supports) else lead.kind
