"""Which sources are independent: copies of one text count as one origin."""

from __future__ import annotations

from generator.model import Origin

__all__ = ["Origin"]
