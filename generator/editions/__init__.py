"""What was signed and published, whole: the site is built from it, so that no release rewrites a published word."""

from __future__ import annotations

from generator.editions.edition import Edition, last_change, make_edition
from generator.editions.store import all_editions, newest_edition, read_edition, read_editions

__all__ = [
    "Edition",
    "all_editions",
    "last_change",
    "make_edition",
    "newest_edition",
    "read_edition",
    "read_editions",
]
