"""Whether a hyphen at a line's end is its word's own ("well-known") or was put there to break it ("govern-ment")."""

from __future__ import annotations

import re
from functools import cached_property

from generator.language.stems import stem
from generator.similarity.background import rarity

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")


class Hyphens:
    """Judges the hyphens at the line ends of a text by the words that it has elsewhere, and by common English words."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.group().lower() for word in _WORD.finditer(self._text))

    def is_own(self, above: str, below: str) -> bool:
        """Whether the word that ends a line (``above``) and goes on in the next has a hyphen there, if there is one."""
        if above[-1] not in "-\u2010":
            return True
        before, after = _BEFORE.search(above[:-1]), _WORD.match(below)
        if before is None or after is None or not after.group()[0].islower():
            return True
        left, right = before.group().lower(), after.group()
        if left + right in self._words:
            return False
        if f"{left}-{right}" in self._words or "-" in left or "-" in right:
            return True
        if rarity(stem(left + right)) < 1:
            return False
        return all(part in self._words or rarity(stem(part)) < 1 for part in (left, right))
