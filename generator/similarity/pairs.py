"""Which pairs of passages are worth measuring, and what is known of each before it is measured.

An inverted index of words brings pairs together, so that the work grows with the passages and not with their square.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.similarity.profile import Profile, cosine

LONGEST_POSTING = 300  # passages; a word that more of them use (in a large story) brings no pair together by itself
LEAST_COSINE = 0.04  # of word vectors; the neighbours of a passage are told as well from here on as from 0 on
MOST_PARTNERS = 40  # best partners of each passage; keeps the number of pairs in proportion to the passages,
STRONG = 0.5  # to which as many again may come of those that share so much: what many sources say in words of their own

Index = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of each passage the passages that it resembles, itself included, by how much."""

    rows: tuple[dict[int, float], ...]
    means: tuple[float, ...]  # over all passages of the story
    lengths: tuple[float, ...]  # of the centred rows

    def company(self, i: int, j: int) -> float:
        """Correlation of two rows, -1 to 1: whether both passages resemble, and do not resemble, the same ones."""
        a, b = self.rows[i], self.rows[j]
        if len(a) > len(b):
            a, b = b, a
        common = sum(value * b[k] for k, value in a.items() if k in b)
        scale = self.lengths[i] * self.lengths[j]
        return (common - len(self.rows) * self.means[i] * self.means[j]) / scale if scale else 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to be measured, and their places in the story. ``characters`` is the cosine of their vectors."""

    a: Profile
    b: Profile
    characters: float
    around: Surroundings
    places: Index

    @property
    def company(self) -> float:
        """Whether both resemble the same others, -1 to 1."""
        return self.around.company(*self.places)


def specific(pair: Pair) -> float:
    """What both share that is specific, times its part in the passage that has less of it."""
    a, b = pair.a.specific, pair.b.specific
    if len(a) > len(b):
        a, b = b, a
    shared = sum(weight for item, weight in a.items() if item in b)
    least = min(pair.a.weight, pair.b.weight)
    return shared * shared / least if least else 0.0


def candidate_pairs(profiles: Sequence[Profile]) -> list[Pair]:
    """The pairs of a story that share enough words to be looked at, in order."""
    return make_pairs(profiles, None)


def make_pairs(profiles: Sequence[Profile], wanted: Iterable[Index] | None) -> list[Pair]:
    """Pairs ready to be measured: those wanted (indices), or all that share enough words."""
    links = _word_links(profiles)
    characters = {(i, j): cosine(profiles[i].grams, profiles[j].grams) for i, j in links}
    around = _surroundings(len(profiles), characters)
    return [_pair(profiles, around, characters, i, j) for i, j in (links if wanted is None else wanted)]


def _pair(profiles: Sequence[Profile], around: Surroundings, characters: dict[Index, float], i: int, j: int) -> Pair:
    a, b = profiles[i], profiles[j]
    alike = characters.get((min(i, j), max(i, j)))
    return Pair(a, b, cosine(a.grams, b.grams) if alike is None else alike, around, (i, j))


def _word_links(profiles: Sequence[Profile]) -> dict[Index, float]:
    """Pairs of indices ``i < j`` with the cosine of their word vectors."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, profile in enumerate(profiles):
        for stem, weight in profile.words.items():
            postings[stem].append((j, weight))
    rows: list[dict[int, float]] = [defaultdict(float) for _ in profiles]
    whole = True
    for posting in postings.values():
        if len(posting) > LONGEST_POSTING:
            whole = False
            continue
        for place, (j, weight) in enumerate(posting):
            row = rows[j]
            for i, other in posting[:place]:
                row[i] += weight * other
    links = {(i, j): value for j, row in enumerate(rows) for i, value in row.items() if value >= LEAST_COSINE}
    best = _best(len(profiles), links)
    return best if whole else {(i, j): cosine(profiles[i].words, profiles[j].words) for i, j in best}


def _best(count: int, links: dict[Index, float]) -> dict[Index, float]:
    """The links that are among the best of either of their passages, and the strongest of the others, in order."""
    if count <= MOST_PARTNERS:
        return dict(sorted(links.items()))
    of_passage: list[list[tuple[float, Index]]] = [[] for _ in range(count)]
    for pair, value in links.items():
        for i in pair:
            of_passage[i].append((-value, pair))
    kept = {pair for own in of_passage for _, pair in sorted(own)[:MOST_PARTNERS]}
    strong = sorted((-value, pair) for pair, value in links.items() if value >= STRONG and pair not in kept)
    kept.update(pair for _, pair in strong[: MOST_PARTNERS * count])
    return {pair: links[pair] for pair in sorted(kept)}


def _surroundings(count: int, links: dict[Index, float]) -> Surroundings:
    rows: list[dict[int, float]] = [{i: 1.0} for i in range(count)]
    for (i, j), value in links.items():
        rows[i][j] = rows[j][i] = math.sqrt(value)
    means = tuple(sum(row.values()) / count for row in rows)
    lengths = tuple(
        math.sqrt(max(0.0, sum(value * value for value in row.values()) - count * mean * mean))
        for row, mean in zip(rows, means, strict=True)
    )
    return Surroundings(tuple(rows), means, lengths)
