"""How a passage opens: with a word that points at what stands before it, or with one that stands by itself."""

from __future__ import annotations

import re

from generator.model import Passage

_BARE_PRONOUN = re.compile(r"(?:he|she|it|they|this|these|those|his|her|its|their|such)\b", re.IGNORECASE)


def opens_unclear(passage: Passage) -> bool:
    """Whether a passage opens with a pronoun whose antecedent is not certain."""
    opening = passage.text[passage.lead_in :].lstrip()
    return passage.antecedent is None and _BARE_PRONOUN.match(opening) is not None
