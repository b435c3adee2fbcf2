"""What the measures of similarity need of each passage, found once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.language.figures import Figure, read_figures
from generator.language.kin import sense, sense_at
from generator.language.quantities import in_digits
from generator.language.stems import Word, read_words, stem
from generator.language.tokens import words as words_of
from generator.model import Passage
from generator.similarity.background import rarity

GRAM = 4  # code points; runs of 4 inside words rank pairs as well as runs of 3 to 5 together (.697 / .696 on
# pairs_ecb/dev, .723 / .722 on merge_pyramids/val), at a third of the cost

LONE = 0.5  # weight of what stands in one passage only, against other rare items: it joins nothing and merely makes
# the rest look small. .5 / 1 on character runs: pairs_mds .478 / .468, merge_pyramids/val .76 / .72, pairs_ecb alike

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Profile:
    """One passage as the measures see it. Vectors are of unit length; weights are inverse frequencies in the story."""

    passage: Passage
    read: tuple[Word, ...]
    stems: frozenset[str]  # of content words
    telling: dict[str, float]  # of each different sense: 1 / number of other passages that have it, 0 where none has
    words: dict[str, float]  # unit vector over senses
    grams: dict[str, float]  # unit vector over runs of characters
    specific: dict[str, float]  # senses, less those of who says it, by how rare they are in the story and in all news
    weight: float  # sum of these
    numerals: frozenset[str]  # in digits
    figures: tuple[Figure, ...]
    verb: str | None  # sense of the main verb
    voices: frozenset[str]  # who says it, and for whom that person speaks anywhere in the story


def make_profiles(passages: Sequence[Passage]) -> tuple[Profile, ...]:
    """A profile for each passage, in order; words are weighed by how few of these passages use them."""
    texts = [read_words(passage.told) for passage in passages]
    senses = [tuple(sense_of(word) for word in words if word.is_content) for words in texts]
    spelled: dict[str, tuple[str, ...]] = {}
    grams = [_grams(words, spelled) for words in texts]
    speak_for: dict[str, set[str]] = {}
    for passage in passages:
        if passage.speaks_for is not None and passage.speaker_actor is not None:
            speak_for.setdefault(passage.speaker_actor, set()).add(passage.speaks_for)
    weights = _Weights(
        Counter(item for own in senses for item in set(own)), len(passages), _rarity(senses), _rarity(grams), speak_for
    )
    return tuple(
        _profile(passage, words, own, counts, weights)
        for passage, words, own, counts in zip(passages, texts, senses, grams, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Weights:
    """What the items of a story are worth."""

    frequency: Counter[str]  # passages that have each sense
    passages: int
    senses: dict[str, float]
    grams: dict[str, float]
    speak_for: dict[str, set[str]]  # persons, and the bodies for which they speak

    def specific(self, item: str) -> float:
        """What it says that two passages share this: rarity in the story, times the square of that in all news."""
        return math.log(1 + self.passages / self.frequency[item]) * rarity(item) ** 2


def _profile(
    passage: Passage, words: tuple[Word, ...], senses: tuple[str, ...], grams: Counter[str], weights: _Weights
) -> Profile:
    said_by, said_by_one = _said_by(passage), passage.speaker_actor
    specific = {item: weights.specific(item) for item in senses if item not in said_by}
    return Profile(
        passage,
        words,
        frozenset(word.stem for word in words if word.is_content),
        {item: 1 / (count - 1) if (count := weights.frequency[item]) > 1 else 0.0 for item in senses},
        _unit(Counter(senses), weights.senses),
        _unit(grams, weights.grams),
        specific,
        sum(specific.values()),
        frozenset(item for word in words if (item := sense_of(word))[0].isdigit()),
        read_figures(passage.told),
        (sense_at(words, passage.verb) or sense(stem(passage.verb))) if passage.verb else None,
        frozenset({said_by_one, *weights.speak_for.get(said_by_one, ())}) if said_by_one else frozenset(),
    )


def sense_of(word: Word) -> str:
    """What a word stands for: numbers in digits, and one sense for words that stand for one another."""
    return in_digits(word.folded) or sense(word.stem)


def _said_by(passage: Passage) -> frozenset[str]:
    """The words for whoever says it: that the same one speaks does not make two sayings one."""
    if passage.voice is None:
        return frozenset()
    return frozenset(sense(stem(word)) for word in words_of(f"{passage.voice} {passage.speaker_actor or ''}"))


def _grams(words: Sequence[Word], spelled: dict[str, tuple[str, ...]]) -> Counter[str]:
    """Runs of characters inside each word and its borders. ``spelled`` remembers those of words seen before."""
    counts: Counter[str] = Counter()
    for word in words:
        runs = spelled.get(word.folded)
        if runs is None:
            padded = f" {word.folded} "
            runs = tuple(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))
            spelled[word.folded] = runs
        counts.update(runs)
    return counts


def _rarity(bags: Sequence[Iterable[str]]) -> dict[str, float]:
    """Inverse frequency of each item among the bags, log(1 + bags / bags that have it), less for those of one bag."""
    frequency = Counter(item for bag in bags for item in set(bag))
    return {item: math.log(1 + len(bags) / count) * (1.0 if count > 1 else LONE) for item, count in frequency.items()}


def _unit(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    vector = {item: (1 + math.log(count)) * rarity[item] for item, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {item: weight / length for item, weight in vector.items()}


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two unit vectors, 0 to 1."""
    return inner(a, b)


def inner(a: dict[K, float], b: dict[K, float]) -> float:
    """Inner product of two vectors, the same in whatever order their items are taken."""
    return math.fsum([a[item] * b[item] for item in a.keys() & b.keys()])
