"""What the measures of similarity need of each passage, found once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language.stems import Word, read_words
from generator.model import Passage

GRAM = 4  # code points; runs of 4 inside words rank pairs as well as runs of 3 to 5 together (.697 / .696 on
# pairs_ecb/dev, .723 / .722 on merge_pyramids/val), at a third of the cost

LONE = 0.5  # weight of what stands in one passage only, against other rare items: it joins nothing and merely makes
# the rest look small. .5 / 1 on character runs: pairs_mds .478 / .468, merge_pyramids/val .76 / .72, pairs_ecb alike


@dataclass(frozen=True, slots=True)
class Profile:
    """One passage as the measures see it. Vectors are of unit length; weights are inverse frequencies in the story."""

    passage: Passage
    stems: tuple[str, ...]  # of content words, in order
    telling: dict[str, float]  # of each different stem: 1 / number of other passages that have it, 0 where none has
    words: dict[str, float]  # unit vector over stems
    grams: dict[str, float]  # unit vector over runs of characters
    names: frozenset[str]  # stems of words with a capital that does not merely open the passage
    numbers: frozenset[str]  # numerals, as written


def make_profiles(passages: Sequence[Passage]) -> tuple[Profile, ...]:
    """A profile for each passage, in order; words are weighed by how few of these passages use them."""
    read = [read_words(passage.text) for passage in passages]
    stems = [tuple(word.stem for word in words if word.is_content) for words in read]
    spelled: dict[str, tuple[str, ...]] = {}
    grams = [_grams(words, spelled) for words in read]
    frequency = Counter(stem for own in stems for stem in set(own))
    rarity = _rarity(stems)
    gram_rarity = _rarity(grams)
    return tuple(
        _profile(passage, words, own, counts, frequency, rarity, gram_rarity)
        for passage, words, own, counts in zip(passages, read, stems, grams, strict=True)
    )


def _profile(
    passage: Passage,
    words: Sequence[Word],
    stems: tuple[str, ...],
    grams: Counter[str],
    frequency: Counter[str],
    rarity: dict[str, float],
    gram_rarity: dict[str, float],
) -> Profile:
    return Profile(
        passage,
        stems,
        {stem: 1 / (frequency[stem] - 1) if frequency[stem] > 1 else 0.0 for stem in stems},
        _unit(Counter(stems), rarity),
        _unit(grams, gram_rarity),
        frozenset(word.stem for i, word in enumerate(words) if i and word.capital and word.is_content),
        frozenset(word.folded for word in words if word.folded[0].isdigit()),
    )


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
    return {
        item: math.log(1 + len(bags) / count) * (1.0 if count > 1 else LONE) for item, count in frequency.items()
    }


def _unit(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    vector = {item: (1 + math.log(count)) * rarity[item] for item, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {item: weight / length for item, weight in vector.items()}


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two unit vectors, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[item] for item, weight in a.items() if item in b)
