"""Which event: what is told of the story's own never says, nor contradicts, what is told of another."""

from __future__ import annotations

import re

from generator.model import Contrast, Passage, Respect, Telling
from generator.similarity.pairs import Pair

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def events(pair: Pair) -> Contrast | None:
    """One surely tells of the main event, the other of another time or event; or they tell of two others.

    What is told without a day, further down, may be of either: of three such pairs in the invented stories all are
    right.
    """
    a, b = pair.a.passage, pair.b.passage
    if of_one_event(a, b):
        return None
    main, other = (a, b) if a.telling is Telling.MAIN else (b, a)
    if main.telling is Telling.MAIN and not main.telling_reason:
        return None
    return Contrast(Respect.DATE, f"two events: {other.telling_reason}")


def of_one_event(a: Passage, b: Passage) -> bool:
    """Whether nothing shows that two passages tell of two events."""
    if a.telling is b.telling is Telling.MAIN:
        return True
    if not _years(a).isdisjoint(_years(b)):
        return True
    if Telling.MAIN in (a.telling, b.telling) or a.told_days is None or b.told_days is None:
        return False
    return a.told_days[0] <= b.told_days[1] and b.told_days[0] <= a.told_days[1]


def _years(passage: Passage) -> frozenset[str]:
    return frozenset(_YEAR.findall(passage.told))
