"""A small ensemble of decision trees, fitted elsewhere and read from JSON: rows of numbers -> log-odds."""

from __future__ import annotations

import json
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
    """The nodes of all trees in flat arrays; a leaf leads to itself."""

    def __init__(self, trees: Sequence[Any]) -> None:
        import numpy  # the tagger needs it too: what imports no model does not pay for it

        self._rows: list[tuple[int, float, int, int, float]] = []
        self._roots = numpy.array([self._add(tree) for tree in trees], dtype=numpy.intp)
        features, thresholds, low, high, values = zip(*self._rows, strict=True)
        self._features = numpy.array(features, dtype=numpy.intp)
        self._thresholds = numpy.array(thresholds)
        self._low = numpy.array(low, dtype=numpy.intp)
        self._high = numpy.array(high, dtype=numpy.intp)
        self._values = numpy.array(values)

    def _add(self, node: Any) -> int:
        place = len(self._rows)
        if not isinstance(node, list):
            self._rows.append((0, 0.0, place, place, float(node)))
            return place
        feature, threshold, low, high = node
        self._rows.append((feature, threshold, 0, 0, 0.0))
        self._rows[place] = (feature, threshold, self._add(low), self._add(high), 0.0)
        return place

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        import numpy

        numbers = numpy.array(rows, dtype=float)
        lines = numpy.arange(len(rows))[:, None]
        at: np.ndarray[Any, Any] = numpy.broadcast_to(self._roots, (len(rows), len(self._roots)))
        while True:
            goes_low = numbers[lines, self._features[at]] <= self._thresholds[at]
            below = numpy.where(goes_low, self._low[at], self._high[at])
            if (below == at).all():
                # In the order of the trees, as they were fitted: the sum of floats depends on it.
                return [float(total) for total in self._values[at].cumsum(axis=1)[:, -1]]
            at = below


def read_model(path: Path, features: Sequence[str]) -> LineModel:
    """The model of this file. Raises ValueError where it was fitted on other numbers than ``features``."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if value["features"] != list(features):
        raise ValueError(f"{path.name} was fitted on other features; run tools/fit_clean.py again")
    return LineModel.from_json(value)
