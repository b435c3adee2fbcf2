"""Which sources are independent: copies of one text count as one origin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """``source`` tells what ``origin`` told first; ``shared`` is the share of its text that stands there, 0 to 1."""

    source: str
    origin: str
    shared: float
