"""Which pairs are worth measuring: those that an inverted index of words brings together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.similarity.profile import Profile, cosine

LONGEST_POSTING = 150  # passages. A word that more of them use (in a large story) brings no pair together by itself.
LEAST_COSINE = 0.06  # of word vectors; below it no pair of pairs_ecb/train or merge_pyramids/train scored 0.2
MOST_PARTNERS = 40  # best partners for each passage; keeps the number of pairs in proportion to the passages


def find_candidates(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Pairs of indices ``i < j`` with the cosine of their word vectors, in order."""
    partners: list[dict[int, float]] = [{} for _ in profiles]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, profile in enumerate(profiles):
        for stem, weight in profile.words.items():
            postings[stem].append((j, weight))
    for posting in postings.values():
        if len(posting) > LONGEST_POSTING:
            continue
        for place, (j, weight) in enumerate(posting):
            row = partners[j]
            for i, other in posting[:place]:
                row[i] = row.get(i, 0.0) + weight * other
    return _best(profiles, partners, any(len(posting) > LONGEST_POSTING for posting in postings.values()))


def _best(
    profiles: Sequence[Profile], partners: list[dict[int, float]], partial: bool
) -> dict[tuple[int, int], float]:
    """The pairs above the least cosine that are among the best partners of either passage."""
    by_passage: list[list[tuple[float, int, int]]] = [[] for _ in profiles]
    for j, row in enumerate(partners):
        for i, value in row.items():
            if value >= LEAST_COSINE:
                by_passage[i].append((-value, i, j))
                by_passage[j].append((-value, i, j))
    kept = {(i, j): -value for pairs in by_passage for value, i, j in sorted(pairs)[:MOST_PARTNERS]}
    if partial:
        kept = {(i, j): cosine(profiles[i].words, profiles[j].words) for i, j in kept}
    return dict(sorted(kept.items()))
