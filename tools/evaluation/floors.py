"""Recorded figures: a run that falls under one of them fails, and only a command raises them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

Figures = dict[str, float]

_STEP = 1000  # figures are recorded cut to a thousandth: below that, a change of one page is no news


def read_floors(path: Path) -> Figures:
    """Recorded figures by the measure's name; none where the file does not exist yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def fallen(recorded: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """One line for each figure of this run that is under its recorded value."""
    return [
        f"{name}: {now[name]:.4f} is under its recorded {floor:.3f}"
        for name, floor in sorted(recorded.items())
        if name in now and now[name] < floor
    ]


def raised(recorded: Mapping[str, float], now: Mapping[str, float]) -> Figures:
    """Recorded figures after a run in which none has fallen: never lower than before.

    Precision and recall of one set are thus always recorded from runs that reached both. Raises ValueError where a
    figure has fallen: to accept less is a decision for a person, made in the file.
    """
    under = fallen(recorded, now)
    if under:
        raise ValueError("; ".join(under))
    return {**recorded, **{name: math.floor(round(figure * _STEP, 6)) / _STEP for name, figure in now.items()}}


def write_floors(path: Path, floors: Mapping[str, float]) -> None:
    """Write them in the order of their names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=2) + "\n", encoding="utf-8")
