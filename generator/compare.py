"""Passages to scored matches: which pairs say the same, which come close, and why."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Match, Passage, Verdict
from generator.similarity.candidates import find_candidates
from generator.similarity.conflicts import find_conflict
from generator.similarity.model import PairModel, load_model, probability
from generator.similarity.profile import Pair, Profile, cosine, make_profiles

SAME = 0.5  # the pair model's bias is fitted so that this is where two passages are one claim
NEAR = 0.3  # an editor is shown pairs from here on
LEAST = 0.05  # pairs below it are not worth keeping


def compare(passages: tuple[Passage, ...]) -> tuple[Match, ...]:
    """Scored pairs of the passages that assert something, in story order, across sources and within one.

    Pairs that share too little to be worth a look are left out. Each match has its terms (log-odds) and a reason.
    """
    profiles = make_profiles([passage for passage in passages if passage.omit is None])
    model = load_model()
    matches = (_judge(pair, model) for pair in make_pairs(profiles))
    return tuple(match for match in matches if match is not None)


def compare_all(passages: Sequence[Passage], pairs: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Scores, 0 to 1, of the given pairs (indices into ``passages``), candidates or not; for evaluation."""
    profiles = make_profiles(passages)
    model = load_model()
    return tuple(probability(model.odds(pair)) for pair in measured_pairs(profiles, pairs))


def make_pairs(profiles: Sequence[Profile]) -> list[Pair]:
    """The candidate pairs of a story."""
    return measured_pairs(profiles, None)


def measured_pairs(profiles: Sequence[Profile], wanted: Sequence[tuple[int, int]] | None) -> list[Pair]:
    """Pairs ready to be measured: the wanted ones (indices), or all candidates."""
    candidates = find_candidates(profiles)
    nearest = [0.0] * len(profiles)
    for (i, j), value in candidates.items():
        nearest[i], nearest[j] = max(nearest[i], value), max(nearest[j], value)
    chosen = candidates if wanted is None else {pair: cosine_of(profiles, pair) for pair in wanted}
    return [
        Pair(profiles[i], profiles[j], value, max(nearest[i], nearest[j], value)) for (i, j), value in chosen.items()
    ]


def cosine_of(profiles: Sequence[Profile], pair: tuple[int, int]) -> float:
    """Cosine of two passages' word vectors."""
    return cosine(profiles[pair[0]].words, profiles[pair[1]].words)


def _judge(pair: Pair, model: PairModel) -> Match | None:
    score = probability(model.odds(pair))
    if score < LEAST:
        return None
    verdict, reason = _verdict(pair, score)
    return Match(pair.a.passage.id, pair.b.passage.id, round(score, 4), model.terms(pair), verdict, reason)


def _verdict(pair: Pair, score: float) -> tuple[Verdict, str]:
    conflict = find_conflict(pair)
    if conflict is not None:
        return Verdict.DIFFERENT, conflict
    if score >= SAME:
        return Verdict.SAME, f"say the same (score {score:.2f})"
    if score >= NEAR:
        return Verdict.NEAR, f"close, but not close enough (score {score:.2f})"
    return Verdict.DIFFERENT, f"too little in common (score {score:.2f})"
