"""Passages to scored matches: which pairs say the same, which come close, and why."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Match, Passage, Verdict
from generator.similarity.conflicts import find_conflict
from generator.similarity.model import PairModel, load_model, probability
from generator.similarity.pairs import Pair, candidate_pairs, make_pairs
from generator.similarity.profile import make_profiles

SAME = 0.5  # the pair model's bias is fitted so that this is where two passages are one claim
NEAR = 0.3  # pairs below it are no matches: neither joined nor shown. The recall of digest_mds is the same at .1


def compare(passages: tuple[Passage, ...]) -> tuple[Match, ...]:
    """The close pairs of the passages that assert something, in story order, across sources and within one.

    A match is the same, near, or kept apart by a conflict, with the terms of its score (log-odds) and the reason.
    """
    profiles = make_profiles([passage for passage in passages if passage.omit is None])
    model = load_model()
    matches = (_judge(pair, model) for pair in candidate_pairs(profiles))
    return tuple(match for match in matches if match is not None)


def compare_all(passages: Sequence[Passage], pairs: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Scores, 0 to 1, of the given pairs (indices into ``passages``), candidates or not; for evaluation."""
    profiles = make_profiles(passages)
    model = load_model()
    return tuple(probability(model.odds(pair)) for pair in make_pairs(profiles, pairs))


def _judge(pair: Pair, model: PairModel) -> Match | None:
    score = probability(model.odds(pair))
    if score < NEAR:
        return None
    verdict, reason = _verdict(pair, score)
    return Match(pair.a.passage.id, pair.b.passage.id, round(score, 4), model.terms(pair), verdict, reason)


def _verdict(pair: Pair, score: float) -> tuple[Verdict, str]:
    conflict = find_conflict(pair)
    if conflict is not None:
        return Verdict.DIFFERENT, conflict
    if score >= SAME:
        return Verdict.SAME, f"say the same (score {score:.2f})"
    return Verdict.NEAR, f"close, but not close enough (score {score:.2f})"
