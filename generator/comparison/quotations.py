"""Words in quotation marks: two quotations that share nothing are two sayings."""

from __future__ import annotations

from generator.language.quotations import quoted_parts
from generator.language.tokens import words
from generator.model import Contrast, Respect
from generator.similarity.pairs import Pair

_LEAST = 12  # code points of what is no single word in marks


def quotes(pair: Pair) -> Contrast | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = quoted_parts(pair.a.passage.told, _LEAST), quoted_parts(pair.b.passage.told, _LEAST)
    if not a or not b or any(set(words(x)) & set(words(y)) for x in a for y in b):
        return None
    return Contrast(Respect.QUOTATION, "different quotations")
