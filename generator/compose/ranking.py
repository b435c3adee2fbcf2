"""The claims of a story by how telling they are, with what choosing among them needs to know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compose.claims import claims_of
from generator.compose.salience import Salience, content_words
from generator.model import Claim, Kind, Passage, Workings

# For what every other source probably says too, counted or not. With it the open part tells .554 of the sentences of
# the human summaries of digest_mds, and .080 of its claims restate another; .540 and .093 without it, .513 and .089
# with twice as much.
ECHOED = 2.0
# Of a story's passages, those that use a word by which all of them may be understood: "the bill" of a story of a bill.
KNOWN_SHARE = 0.08

# Probability of saying the same from which two passages are on one thing (log-odds of -.8). Of the seeds' claims a
# third stand beneath another by it, .68 to .79 of them rightly.
SAME_THING = 0.31


@dataclass(frozen=True, slots=True)
class Ranked:
    """``claims``, the most telling first; by their ids the passage that words each, its score, and for a denial the
    claim that it denies. ``known`` are words of which a reader knows what they stand for: those of the headlines
    (``headlined``), and of the story's one subject. ``opinion`` are the sources that are texts of opinion."""

    claims: tuple[Claim, ...]
    leads: Mapping[str, Passage]
    scores: Mapping[str, float]
    denials: Mapping[str, str]
    passages: Mapping[str, Passage]
    workings: Workings
    salience: Salience
    known: frozenset[str]
    headlined: frozenset[str]
    opinion: frozenset[str]

    def likeness(self, one: Claim, other: Claim) -> float:
        """How alike the words of two claims are, 0 to 1."""
        return self.salience.likeness(self.leads[one.id], self.leads[other.id])

    def on_one_thing(self, claim: Claim) -> frozenset[str]:
        """The passages (ids) that probably say the same as the one that words a claim."""
        own = self.leads[claim.id].id
        return frozenset(
            other
            for match in self.workings.matches
            if match.score >= SAME_THING
            for one, other in ((match.a, match.b), (match.b, match.a))
            if one == own
        )

    def opposed(self, one: Claim, other: Claim) -> bool:
        """Whether two claims take different sides of a question."""
        a, b = ({citation.passage for citation in claim.citations} for claim in (one, other))
        for difference in self.workings.differences:
            sides = [side.passages for side in difference.sides]
            if any(
                not a.isdisjoint(side) and not b.isdisjoint(rest)
                for side in sides
                for rest in sides
                if rest is not side
            ):
                return True
        return False

    def counted(self, claim: Claim) -> tuple[Passage, ...]:
        """The passages that say what a claim says, repeats included."""
        return tuple(self.passages[citation.passage or ""] for citation in claim.supports + claim.repeats)


def rank(claims: tuple[Claim, ...], workings: Workings, salience: Salience) -> Ranked:
    """Claims in story order, sorted by their scores."""
    passages = {passage.id: passage for passage in workings.passages}
    leads = {claim.id: passages[claim.citations[0].passage or ""] for claim in claims}
    counted = {
        claim.id: tuple(passages[citation.passage or ""] for citation in claim.supports + claim.repeats)
        for claim in claims
    }
    echoes = _echoes(workings)
    scores = {
        claim.id: salience.score(leads[claim.id], counted[claim.id]) + ECHOED * echoes.get(leads[claim.id].id, 0.0)
        for claim in claims
    }
    ranked = tuple(sorted(claims, key=lambda claim: -scores[claim.id]))
    headlined = frozenset[str]().union(*(content_words(one.title.value) for one in workings.metadata if one.title))
    known = (_often_used(workings.passages) - _ONE_OF_MANY) | headlined
    denials = _denials(ranked, workings)
    return Ranked(ranked, leads, scores, denials, passages, workings, salience, known, headlined, opinions(workings))


# A story may tell of many: which one is meant, only a name or the headline says.
_ONE_OF_MANY = frozenset(
    "county state city town village district province island campaign move incident episode development matter".split()
)


def _often_used(passages: Sequence[Passage]) -> frozenset[str]:
    """Words in small letters that KNOWN_SHARE of the passages use."""
    used = Counter(word for passage in passages for word in frozenset(_SMALL.findall(passage.text)))
    return frozenset(word for word, times in used.items() if times >= KNOWN_SHARE * len(passages))


_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")


def _echoes(workings: Workings) -> dict[str, float]:
    """For each passage that another source may say too, the mean over the other sources of the highest probability
    that one of their passages does, 0 to 1."""
    source = {passage.id: passage.source for passage in workings.passages}
    best: dict[str, dict[str, float]] = {}
    for match in workings.matches:
        for one, other in ((match.a, match.b), (match.b, match.a)):
            if source[one] != source[other]:
                of_source = best.setdefault(one, {})
                of_source[source[other]] = max(of_source.get(source[other], 0.0), match.score)
    others = len(workings.documents) - 1
    return {passage: sum(of_source.values()) / others for passage, of_source in best.items()}


def opinions(workings: Workings) -> frozenset[str]:
    """The sources that are texts of opinion."""
    return frozenset(passage.source for passage in workings.passages if passage.opinion)


def _denials(ranked: tuple[Claim, ...], workings: Workings) -> dict[str, str]:
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
