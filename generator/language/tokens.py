"""Words of a text, as the measures of similarity see them. No decision about meaning is taken here."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.language.scripts import SIGNS

_KEPT = 50_000  # words: those of a story are few, and each comes often
_LETTERS = rf"[^\W_]+(?:[{SIGNS}]+[^\W_]*)*"
WORD = re.compile(rf"{_LETTERS}(?:['’.,-]{_LETTERS})*")


def words(text: str) -> list[str]:
    """Words in lower case, quote glyphs folded, possessive endings dropped: "Lavrov’s" -> "lavrov"."""
    return [fold(word) for word in WORD.findall(text)]


@lru_cache(maxsize=_KEPT)
def fold(word: str) -> str:
    """A word in lower case, with plain apostrophes and without a possessive ending."""
    folded = word.lower().replace("’", "'")
    return folded[:-2] if folded.endswith("'s") else folded


def without_accents(text: str) -> str:
    """A text with the plain letters of its accented ones: "Élection" -> "Election"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
