"""The pair model: an additive one, so that every measure's part in a score can be read off.

Each measure adds log-odds according to a curve that is straight between a few points. The curves are fitted by
``tools/fit_pairs.py`` and stand in ``generator/data/pair_model.json`` with where they come from.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import starmap

from generator.model import Term
from generator.similarity.measures import MEASURES
from generator.similarity.pairs import Pair


@dataclass(frozen=True, slots=True)
class Curve:
    """What one measure adds: at the value ``at[i]`` the log-odds ``adds[i]``, in between in proportion."""

    name: str
    measure: Callable[[Pair], float]
    at: tuple[float, ...]
    adds: tuple[float, ...]
    most: float = field(init=False)  # that it can add

    def __post_init__(self) -> None:
        object.__setattr__(self, "most", max(self.adds))

    def __call__(self, value: float) -> float:
        """Log-odds for a value; beyond the ends those of the ends."""
        if value <= self.at[0]:
            return self.adds[0]
        if value >= self.at[-1]:
            return self.adds[-1]
        right = bisect_right(self.at, value)
        left = right - 1
        share = (value - self.at[left]) / (self.at[right] - self.at[left])
        return self.adds[left] + share * (self.adds[right] - self.adds[left])


@dataclass(frozen=True, slots=True)
class PairModel:
    """``bias`` is the log-odds of a pair before anything is measured."""

    bias: float
    curves: tuple[Curve, ...]

    def terms(self, pair: Pair) -> tuple[Term, ...]:
        """What each measure found and adds, in the order of the table."""
        return tuple(Term(curve.name, value, curve(value)) for curve in self.curves for value in (curve.measure(pair),))

    def odds(self, pair: Pair) -> float:
        """The log-odds that both passages say the same."""
        return self.odds_of(self.terms(pair))

    def odds_of(self, terms: Iterable[Term]) -> float:
        """The log-odds that these terms of a pair make."""
        return self.bias + sum(term.weight for term in terms)

    def terms_reaching(self, pair: Pair, least: float) -> tuple[Term, ...] | None:
        """The terms where the log-odds are ``least`` or more; measures no more than shows that they are not."""
        missing = least - self.bias - sum(curve.most for curve in self.curves)
        found: list[tuple[str, float, float]] = []
        for curve in self.curves:
            value = curve.measure(pair)
            adds = curve(value)
            found.append((curve.name, value, adds))
            missing += curve.most - adds
            if missing > 0:
                return None
        return tuple(starmap(Term, found))


def probability(odds: float) -> float:
    """Log-odds as a number from 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(chance: float) -> float:
    """A number between 0 and 1 as log-odds; the inverse of ``probability``."""
    return math.log(chance / (1 - chance))


@cache
def load_model() -> PairModel:
    """The fitted model that comes with the package."""
    data = json.loads((files("generator") / "data" / "pair_model.json").read_text(encoding="utf-8"))
    curves = tuple(
        Curve(curve["measure"], MEASURES[curve["measure"]], tuple(curve["at"]), tuple(curve["adds"]))
        for curve in data["curves"]
    )
    return PairModel(data["bias"], curves)
