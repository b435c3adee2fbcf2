"""The table of measures: each says one thing of a pair of passages in one number, which the pair model weighs."""

from __future__ import annotations

import math
from collections.abc import Callable

from generator.language.figures import Figure, agree, is_measured
from generator.similarity.pairs import Pair

Measure = Callable[[Pair], float]


def characters(pair: Pair) -> float:
    """Cosine of the weighed character runs: sees "Korea" in "Korean", "visit" in "visitor"."""
    return pair.characters


def telling(pair: Pair) -> float:
    """How much the shared words tell: each counts 1 / (number of other passages of the story that have it).

    Two passages that share "Tuesday", which nobody else has, are likelier to be one than two that share a word which
    every source uses. On the logarithmic scale log(1 + sum).
    """
    other = pair.b.telling
    return math.log1p(sum(weight for stem, weight in pair.a.telling.items() if stem in other))


def numbers(pair: Pair) -> float:
    """1 where a numeral is shared or a figure agrees, -1 where both have numerals and share none, else 0."""
    a, b = pair.a.numerals, pair.b.numerals
    if not a or not b:
        return float(_share_none(pair))
    return 1.0 if a & b or share_figure(pair) else -1.0


def _share_none(pair: Pair) -> bool:
    """Whether both say in words that none were killed, or hurt: "Nobody was hurt", "No people were injured"."""
    a, b = pair.a.figures, pair.b.figures
    return any(x.high == 0 and x.role and x.role == y.role and y.high == 0 for x in a for y in b)


def company(pair: Pair) -> float:
    """Whether both passages resemble the same others in the story: parts look-alike events from one another."""
    return pair.company


def deed(pair: Pair) -> float:
    """1 where both main verbs have one sense, 0.5 where either stands in the other passage, -1 where neither does."""
    if pair.a.verb is None or pair.b.verb is None:
        return 0.0
    if pair.a.verb == pair.b.verb:
        return 1.0
    return 0.5 if pair.a.verb in pair.b.telling or pair.b.verb in pair.a.telling else -1.0


def share_figure(pair: Pair) -> bool:
    """Whether both hold one figure, in whatever unit and rounding."""
    a, b = pair.a.figures, pair.b.figures
    return any(agree(x, y) for x in a for y in b)


def one_attribute(pair: Pair) -> bool:
    """Whether both give one figure of one attribute: how many were hurt, how long it is, in whatever words and unit."""
    a, b = pair.a.figures, pair.b.figures
    return any(agree(x, y) and _tells_which(x, y) for x in a for y in b)


def _tells_which(x: Figure, y: Figure) -> bool:
    """Whether two figures that agree are of one attribute: by their role, or, where both are more than a bound,
    by their unit or as no small number."""
    if x.role and y.role:
        return x.role == y.role
    bounded = all(figure.low > 0 and not math.isinf(figure.high) for figure in (x, y))
    return bounded and (is_measured(x) or x.high >= LEAST_TELLING)


LEAST_TELLING = 10.0  # two counts below it agree by chance


# In order of what it costs to measure: what cannot become a match is given up on the way.
MEASURES: dict[str, Measure] = {
    "characters": characters,
    "telling words": telling,
    "deed": deed,
    "numbers": numbers,
    "company": company,
}
