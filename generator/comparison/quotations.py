"""Words in quotation marks: two quotations that share nothing are two sayings."""

from __future__ import annotations

import re

from generator.language.tokens import words
from generator.model import Contrast, Respect
from generator.similarity.pairs import Pair

_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")


def quotes(pair: Pair) -> Contrast | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = _QUOTED.findall(pair.a.passage.told), _QUOTED.findall(pair.b.passage.told)
    if not a or not b or any(set(words(x)) & set(words(y)) for x in a for y in b):
        return None
    return Contrast(Respect.QUOTATION, "different quotations")
