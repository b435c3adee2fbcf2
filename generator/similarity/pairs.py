"""Which pairs of passages are worth measuring, and what is known of each before it is measured.

An inverted index of words brings pairs together, so that the work grows with the passages and not with their square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.similarity.profile import Profile, cosine, inner

LONGEST_POSTING = 300  # passages; a word that more of them use (in a large story) brings no pair together by itself
LEAST_COSINE = 0.04  # of word vectors; the neighbours of a passage are told as well from here on as from 0 on
MOST_PARTNERS = 40  # best partners of each passage; keeps the number of pairs in proportion to the passages,
STRONG = (
    0.15  # to which as many again may come of those that share so much: one thing that many sources tell in words of
)
# their own. Of 80 wordings that differ in two words each, 39 are joined at .5, 58 at .3, all at .15
MOST_LINKS = 60_000  # partners of all passages together: from 1,500 passages on each has fewer, but ...
LEAST_PARTNERS = 12  # ... never fewer than these. Weighing a pair takes a tenth of a millisecond

Index = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of each passage the passages that it resembles, itself included, by how much."""

    rows: tuple[dict[int, float], ...]
    means: tuple[float, ...]  # over all passages of the story
    lengths: tuple[float, ...]  # of the centred rows

    def company(self, i: int, j: int) -> float:
        """Correlation of two rows, -1 to 1: whether both passages resemble, and do not resemble, the same ones."""
        common = inner(self.rows[i], self.rows[j])
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


def _word_links(profiles: Sequence[Profile]) -> list[Index]:
    """Pairs of indices ``i < j`` whose word vectors have enough in common, in order.

    Row by row, and of each row the best alone are kept, so that memory grows with the passages as well.
    """
    frequency = Counter(stem for profile in profiles for stem in profile.words)
    usable = {stem: place for place, (stem, count) in enumerate(frequency.items()) if count <= LONGEST_POSTING}
    postings: dict[str, list[tuple[int, float]]] = {stem: [] for stem in usable}
    best = _Best(len(profiles))
    for j, profile in enumerate(profiles):
        row: dict[int, float] = defaultdict(float)
        for stem in sorted((stem for stem in profile.words if stem in usable), key=usable.__getitem__):
            weight = profile.words[stem]
            for i, other in postings[stem]:
                row[i] += weight * other
            postings[stem].append((j, weight))
        for i, value in row.items():
            if value >= LEAST_COSINE:
                best.add(i, j, value)
    return best.pairs()


def partners(count: int) -> int:
    """How many partners each passage of a story of so many may have."""
    return max(LEAST_PARTNERS, min(MOST_PARTNERS, MOST_LINKS // max(1, count)))


def hardly_told(senses: Sequence[frozenset[str]]) -> list[int]:
    """Places of the passages that are told mostly in words so common in their story that these bring no pair together;
    ``senses`` are those of the content words of each passage."""
    if len(senses) <= LONGEST_POSTING:
        return []
    frequency = Counter(sense for own in senses for sense in own)
    telling = (sum(frequency[sense] <= LONGEST_POSTING for sense in own) for own in senses)
    return [place for place, count in enumerate(telling) if 2 * count < len(senses[place])]


class _Best:
    """The links that are among the best of either of their passages, and the strongest of the others."""

    def __init__(self, count: int) -> None:
        self._of_passage: list[list[tuple[float, Index]]] = [[] for _ in range(count)]
        self._strong: list[tuple[float, Index]] = []
        self._partners = partners(count)
        self._most_strong = self._partners * count

    def add(self, i: int, j: int, value: float) -> None:
        """Take a link into account."""
        link = (-value, (i, j))
        for own in (self._of_passage[i], self._of_passage[j]):
            own.append(link)
            if len(own) > 4 * self._partners:
                own.sort()
                del own[self._partners :]
        if value >= STRONG:
            self._strong.append(link)
            if len(self._strong) > 4 * self._most_strong:
                self._strong.sort()
                del self._strong[2 * self._most_strong :]

    def pairs(self) -> list[Index]:
        """The pairs that are kept, in order."""
        kept = {pair for own in self._of_passage for _, pair in sorted(own)[: self._partners]}
        strong = sorted(link for link in self._strong if link[1] not in kept)
        kept.update(pair for _, pair in strong[: self._most_strong])
        return sorted(kept)


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
