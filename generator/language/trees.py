"""A small ensemble of decision trees, fitted elsewhere and read from JSON: rows of numbers -> log-odds."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_ROWS = 256  # that go down the trees together: more are no faster, and each holds a number for every tree


@dataclass(frozen=True)
class LineModel:
    """``trees`` are nested lists ``[feature, threshold, low, high]``; a leaf is its value in log-odds."""

    trees: tuple[Any, ...]

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> LineModel:
        return cls(tuple(value["trees"]))

    def scores(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """Log-odds, for each of these rows of numbers, that its line is article text.

        Many rows go down all trees at once: six times as fast as each by itself. Values are added tree by tree.
        """
        remaining = iter(rows)
        found: list[float] = []
        while some := list(islice(remaining, _ROWS)):
            found += self._nodes.scores(some)
        return found

    @cached_property
    def _nodes(self) -> _Nodes:
        return _Nodes(self.trees)


class _Nodes:
    """The nodes of all trees in flat arrays, the two below a node side by side; a leaf leads to itself."""

    def __init__(self, trees: Sequence[Any]) -> None:
        import numpy  # the tagger needs it too: what imports no model does not pay for it

        rows = [_leaf(place, 0.0) for place in range(len(trees))]
        for place, tree in enumerate(trees):
            _fill(rows, place, tree)
        features, thresholds, low, values = zip(*rows, strict=True)
        self._roots = numpy.arange(len(trees), dtype=numpy.intp)
        self._features = numpy.array(features, dtype=numpy.intp)
        self._thresholds = numpy.array(thresholds)
        self._low = numpy.array(low, dtype=numpy.intp)
        self._values = numpy.array(values)

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        import numpy

        numbers = numpy.array(rows, dtype=float)
        begins = numpy.arange(len(rows), dtype=numpy.intp)[:, None] * numbers.shape[1]
        numbers = numbers.ravel()
        at: np.ndarray[Any, Any] = numpy.broadcast_to(self._roots, (len(rows), len(self._roots)))
        while True:
            value = numbers.take(begins + self._features.take(at))
            below = self._low.take(at) + (value > self._thresholds.take(at))
            if (below == at).all():
                # In the order of the trees, as they were fitted: the sum of floats depends on it.
                return [float(total) for total in self._values.take(at).cumsum(axis=1)[:, -1]]
            at = below


_Node = tuple[int, float, int, float]  # feature, threshold, the node below it (above the threshold the next), value


def _leaf(place: int, value: float) -> _Node:
    return 0, math.inf, place, value


def _fill(rows: list[_Node], place: int, node: Any) -> None:
    """Put a node at its place, and those below it behind all others."""
    if not isinstance(node, list):
        rows[place] = _leaf(place, float(node))
        return
    feature, threshold, low, high = node
    below = len(rows)
    rows[place] = feature, threshold, below, 0.0
    rows += [_leaf(below, 0.0), _leaf(below + 1, 0.0)]
    _fill(rows, below, low)
    _fill(rows, below + 1, high)


def read_model(path: Path, features: Sequence[str]) -> LineModel:
    """The model of this file. Raises ValueError where it was fitted on other numbers than ``features``."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if value["features"] != list(features):
        raise ValueError(f"{path.name} was fitted on other features; run tools/fit_clean.py again")
    return LineModel.from_json(value)
