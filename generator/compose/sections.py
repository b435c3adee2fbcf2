"""Claims -> sections, each ordered by how well a claim is supported and how much it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.compose.claims import claims_of
from generator.compose.salience import Salience, overlap
from generator.model import FOLDED, Claim, Kind, Passage, Section, Workings

OPEN_CLAIMS = 40  # claims printed in the open; about five minutes of reading at 24 words a claim
TOO_ALIKE = 0.5  # Jaccard overlap of content words from which a claim adds little to one already in the open

ALSO_REPORTED = FOLDED
TITLES = {
    "what-happened": "What happened",
    "what-was-said": "What was said",
    "reactions": "Reactions",
    "background": "Background",
    "analysis": "Analysis and outlook",
    ALSO_REPORTED: "Also reported",
}
SECTION_OF_KIND = {
    Kind.EVENT: "what-happened",
    Kind.PLAN: "what-happened",
    Kind.STATEMENT: "what-was-said",
    Kind.ALLEGATION: "what-was-said",
    Kind.DENIAL: "what-was-said",
    Kind.BACKGROUND: "background",
    Kind.ASSESSMENT: "analysis",
}
REACTION_VERBS = frozenset(
    """welcome condemn criticize criticise praise applaud denounce reject warn urge call react respond express oppose
    monitor demand deplore protest hail voice caution appeal object back support""".split()
)
PRINCIPALS = 3  # the most named actors are whom a story is about: two parties and a person, or one and two persons


@dataclass(frozen=True, slots=True)
class Arranged:
    """``claims`` in printed order, the sections over them, the score and the lead passage of each claim by its id, and
    for each denial the id of the claim that it denies."""

    claims: tuple[Claim, ...]
    sections: tuple[Section, ...]
    scores: dict[str, float]
    leads: dict[str, Passage]
    denials: dict[str, str]


def arrange(claims: tuple[Claim, ...], workings: Workings, salience: Salience) -> Arranged:
    """Sort claims into sections. What does not fit in the open stands under "Also reported"; nothing is dropped."""
    passages = {passage.id: passage for passage in workings.passages}
    leads = {claim.id: passages[claim.citations[0].passage or ""] for claim in claims}
    scores = {claim.id: salience.score(leads[claim.id], _support(claim, passages)) for claim in claims}
    ranked = sorted(claims, key=lambda claim: -scores[claim.id])
    beside = _denials(ranked, workings)
    disputed = _disputed(ranked, workings)
    opened = _open(disputed, ranked, leads, salience, beside)
    principals = principal_actors(workings)
    by_section: dict[str, list[Claim]] = {section: [] for section in TITLES}
    for claim in ranked:
        section = section_of(claim, leads[claim.id], principals) if claim.id in opened else ALSO_REPORTED
        by_section[section].append(claim)
    for denial, denied in beside.items():
        _move_beside(by_section, denial, denied)
    sections = tuple(
        Section(section, TITLES[section], tuple(claim.id for claim in found))
        for section, found in by_section.items()
        if found
    )
    printed = tuple(claim for found in by_section.values() for claim in found)
    return Arranged(printed, sections, scores, leads, beside)


def section_of(claim: Claim, lead: Passage, principals: frozenset[str]) -> str:
    """The section of a claim that stands in the open."""
    if _is_reaction(lead, principals):
        return "reactions"
    if claim.kind is Kind.PLAN and lead.hedges:
        return "analysis"
    return SECTION_OF_KIND[claim.kind]


def principal_actors(workings: Workings) -> frozenset[str]:
    """The actors that the story is about: the most named ones, in story order among equals."""
    named = Counter(actor for passage in workings.passages for actor in passage.actors)
    return frozenset(actor for actor, _ in named.most_common(PRINCIPALS))


def _support(claim: Claim, passages: dict[str, Passage]) -> tuple[Passage, ...]:
    return tuple(passages[citation.passage or ""] for citation in claim.supports + claim.repeats)


def _is_reaction(lead: Passage, principals: frozenset[str]) -> bool:
    """Somebody outside the story's principals answers to it."""
    actor = lead.speaker_actor or lead.subject
    if actor is None or lead.kind in (Kind.ALLEGATION, Kind.DENIAL):
        return False
    if not principals.isdisjoint((actor, *actor.split(" and "))):
        return False
    under_reactions = lead.heading is not None and any(
        word in lead.heading.lower() for word in ("reaction", "response", "respond")
    )
    return under_reactions or (lead.reporting or lead.verb) in REACTION_VERBS


def _open(
    disputed: list[Claim],
    ranked: list[Claim],
    leads: dict[str, Passage],
    salience: Salience,
    beside: dict[str, str],
) -> frozenset[str]:
    """The claims to print in the open: what is disputed, then the best that do not repeat one another's words.

    A denial and what it denies go together.
    """
    opened = disputed[:OPEN_CLAIMS]
    for claim in ranked:
        if len(opened) >= OPEN_CLAIMS:
            break
        if claim in opened:
            continue
        words = salience.words(leads[claim.id])
        alike = any(
            other.kind is claim.kind and overlap(words, salience.words(leads[other.id])) >= TOO_ALIKE
            for other in opened
        )
        if not alike or len(claim.origins) > 1:
            opened.append(claim)
    ids = {claim.id for claim in opened}
    together = ids | {denied for denial, denied in beside.items() if denial in ids}
    return frozenset(together | {denial for denial, denied in beside.items() if denied in together})


def _disputed(ranked: list[Claim], workings: Workings) -> list[Claim]:
    """For each side of each difference the best ranked claim that takes it."""
    rank_of = {
        citation.passage: rank
        for rank, claim in reversed(list(enumerate(ranked)))
        for citation in claim.citations
        if citation.passage
    }
    found: dict[str, Claim] = {}
    for difference in workings.differences:
        for side in difference.sides:
            best = min((rank_of[one] for one in side.passages if one in rank_of), default=None)
            if best is not None:
                found.setdefault(ranked[best].id, ranked[best])
    return list(found.values())


def _denials(ranked: list[Claim], workings: Workings) -> dict[str, str]:
    """Denial -> the claim that it denies: of each question on which passages differ, every denial and the best
    supported claim against it."""
    claim_of = {passage: own[0] for passage, own in claims_of(ranked).items()}
    rank_of = {claim.id: rank for rank, claim in enumerate(ranked)}
    found: dict[str, str] = {}
    for difference in workings.differences:
        claims = [claim_of[passage] for side in difference.sides for passage in side.passages if passage in claim_of]
        denials = [claim for claim in claims if claim.kind is Kind.DENIAL]
        denied = [claim for claim in claims if claim.kind is not Kind.DENIAL]
        if denied:
            best = min(denied, key=lambda claim: rank_of[claim.id])
            found.update({denial.id: best.id for denial in denials if denial.id not in found})
    return found


def _move_beside(by_section: dict[str, list[Claim]], denial: str, denied: str) -> None:
    """Put a denial right after what it denies, in the same section."""
    claims = {claim.id: claim for found in by_section.values() for claim in found}
    for found in by_section.values():
        found[:] = [claim for claim in found if claim.id != denial]
    for found in by_section.values():
        for index, claim in enumerate(found):
            if claim.id == denied:
                found.insert(index + 1, claims[denial])
                return
