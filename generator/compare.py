"""Passages to scored matches: which pairs say the same, which come close, and why."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Match, Passage, Verdict
from generator.similarity.conflicts import find_conflict
from generator.similarity.model import PairModel, load_model, probability
from generator.similarity.pairs import Pair, candidate_pairs, make_pairs
from generator.similarity.profile import make_profiles

# From here on two passages are one claim. digest_mds by topic, recall and merge precision: .50 and .91 at .5, .51 and
# .91 here, .53 and .89 at .42; invented stories a-m: 66, 69 and 70 of 98 pairs, none of them wrong.
SAME = 0.48
# Pairs below are no matches. Low, since a third passage may join two alike ones only where each pair of them was looked
# at for conflicts: merge_pyramids/val, BCubed .831 at .3, .835 at .05.
NEAR = 0.05
EXPLAINED = 0.3  # pairs below are never shown, so that their terms are not worth their cost



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
    terms = model.terms(pair) if score >= EXPLAINED else ()
    return Match(pair.a.passage.id, pair.b.passage.id, round(score, 4), terms, verdict, reason)


def _verdict(pair: Pair, score: float) -> tuple[Verdict, str]:
    conflict = find_conflict(pair)
    if conflict is not None:
        return Verdict.DIFFERENT, conflict
    if score >= SAME:
        return Verdict.SAME, f"say the same (score {score:.2f})"
    return Verdict.NEAR, f"close, but not close enough (score {score:.2f})"
