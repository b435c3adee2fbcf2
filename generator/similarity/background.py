"""How rare a stem is in general news. What every paper prints every day says little about one story."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

LEAST = 10  # articles: stems of fewer are all alike rare, and the table leaves them out


def rarity(stem: str) -> float:
    """0 for a stem that every article has, 1 for one that next to none has, in proportion to the logarithm."""
    return _table().get(stem, 1.0)


@cache
def _table() -> dict[str, float]:
    """Counted by ``tools/fit_background.py``, which says on what."""
    data = json.loads((files("generator") / "data" / "background.json").read_text(encoding="utf-8"))
    articles = int(data["articles"])
    scale = math.log(articles / LEAST)
    return {stem: math.log(articles / count) / scale for stem, count in data["counts"].items()}
