"""The table of measures: each says one thing of a pair of passages in one number, which the pair model weighs."""

from __future__ import annotations

from collections.abc import Callable

from generator.similarity.profile import Pair, cosine

Measure = Callable[[Pair], float]


def words(pair: Pair) -> float:
    """Cosine of the weighed word stems."""
    return pair.cosine


def characters(pair: Pair) -> float:
    """Cosine of the weighed character runs: sees "Korea" in "Korean", "visit" in "visitor"."""
    return cosine(pair.a.grams, pair.b.grams)


def shared_of_shorter(pair: Pair) -> float:
    """Share of the shorter passage's weight of words that the longer one has too."""
    return _shared(pair) / (min(pair.a.total, pair.b.total) or 1.0)


def shared_of_longer(pair: Pair) -> float:
    """Share of the longer passage's weight of words that the shorter one has too."""
    return _shared(pair) / (max(pair.a.total, pair.b.total) or 1.0)


def shared_weight(pair: Pair) -> float:
    """Weight of the shared words: several rare words together are seldom chance."""
    return _shared(pair)


def rarest_shared(pair: Pair) -> float:
    """Weight of the rarest shared word."""
    other = pair.b.weights
    return max((weight for stem, weight in pair.a.weights.items() if stem in other), default=0.0)


def names(pair: Pair) -> float:
    """Share of the names of both that are shared (Jaccard); -1 where one of them names nobody."""
    a, b = pair.a.names, pair.b.names
    return len(a & b) / len(a | b) if a and b else -1.0


def numbers(pair: Pair) -> float:
    """1 where a numeral is shared, -1 where both have numerals and share none, else 0."""
    a, b = pair.a.numbers, pair.b.numbers
    if not a or not b:
        return 0.0
    return 1.0 if a & b else -1.0


def order(pair: Pair) -> float:
    """Share of the shorter passage's words that stand in the other in the same order."""
    a, b = pair.a.stems, pair.b.stems
    shared = {stem for stem in a if stem in pair.b.weights}
    if not shared:
        return 0.0
    return _common_run([s for s in a if s in shared], [s for s in b if s in shared]) / min(len(a), len(b))


def closeness(pair: Pair) -> float:
    """Word cosine against the best that either passage has with any other: 1 for each other's nearest."""
    return pair.cosine / pair.nearest if pair.nearest else 0.0


def _shared(pair: Pair) -> float:
    other = pair.b.weights
    return sum(weight for stem, weight in pair.a.weights.items() if stem in other)


def _common_run(a: list[str], b: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            above = row[j]
            row[j] = diagonal + 1 if x == y else max(above, row[j - 1])
            diagonal = above
    return row[-1]


MEASURES: dict[str, Measure] = {
    "words": words,
    "characters": characters,
    "shared of shorter": shared_of_shorter,
    "shared of longer": shared_of_longer,
    "shared weight": shared_weight,
    "rarest shared": rarest_shared,
    "names": names,
    "numbers": numbers,
    "order": order,
    "closeness": closeness,
}
