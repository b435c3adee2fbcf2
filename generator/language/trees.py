"""A small ensemble of decision trees, fitted elsewhere and read from JSON: row of numbers -> log-odds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class LineModel:
    """``trees`` are nested lists ``[feature, threshold, low, high]``; a leaf is its value in log-odds."""

    trees: tuple[Any, ...]

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> LineModel:
        return cls(tuple(value["trees"]))

    def score(self, row: Sequence[float]) -> float:
        """Log-odds that a line with these numbers is article text."""
        total = 0.0
        for node in self.trees:
            while node.__class__ is list:
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high
            total += node
        return total


def read_model(path: Path, features: Sequence[str]) -> LineModel:
    """The model of this file. Raises ValueError where it was fitted on other numbers than ``features``."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if value["features"] != list(features):
        raise ValueError(f"{path.name} was fitted on other features; run tools/fit_clean.py again")
    return LineModel.from_json(value)
