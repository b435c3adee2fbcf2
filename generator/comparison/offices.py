"""Name in an office: two names for one of which there is one at a time."""

from __future__ import annotations

import re

from generator.language.roles import Holder, find_holders, same_person
from generator.model import Contrast, Respect
from generator.similarity.pairs import Pair

_COUNTERPART = re.compile(r"\bcounterpart,? ((?:[A-Z][\w’'-]{1,30} ){0,3}[A-Z][\w’'-]{1,30})")


def holders(pair: Pair) -> Contrast | None:
    """Two names for one office: "his counterpart, A" and "his counterpart, B"."""
    for one in _holders(pair.a.passage.text):
        for other in _holders(pair.b.passage.text):
            if one.office == other.office and same_person(one.name, other.name) is False:
                return Contrast(Respect.NAME, f"two names for one office: {one.name} / {other.name}", differs=True)
    return None


def _holders(text: str) -> tuple[Holder, ...]:
    counterparts = tuple(
        Holder("counterpart", "", match.group(1), match.start(1), match.end(1), "counterpart")
        for match in _COUNTERPART.finditer(text)
    )
    return find_holders(text) + counterparts
