"""What forbids that two passages are one claim, however alike their words are. A table; the first that speaks decides.

In doubt two claims stay two: a wrong merge is the worst that can happen, a missed one is only untidy.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model import Kind, Passage
from generator.similarity.profile import Pair

_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")


def subject(pair: Pair) -> str | None:
    """Another actor does it. Passages whose subject is not known, or stands in the other's part, are let through."""
    a, b = pair.a.passage, pair.b.passage
    if a.subject is None or b.subject is None or a.subject == b.subject:
        return None
    return f"different subject: {a.subject} / {b.subject}"


def speaker(pair: Pair) -> str | None:
    """Another speaker says it."""
    a, b = pair.a.passage, pair.b.passage
    if a.speaker_actor is None or b.speaker_actor is None or a.speaker_actor == b.speaker_actor:
        return None
    return f"different speaker: {a.speaker_actor} / {b.speaker_actor}"


def denial(pair: Pair) -> str | None:
    """One denies, the other does not."""
    a, b = pair.a.passage, pair.b.passage
    if (a.kind is Kind.DENIAL) == (b.kind is Kind.DENIAL):
        return None
    return f"a denial and a {_other(a, b)}"


def polarity(pair: Pair) -> str | None:
    """One says that it is so, the other that it is not."""
    if pair.a.passage.negated == pair.b.passage.negated:
        return None
    return "one affirms, the other negates"


def time(pair: Pair) -> str | None:
    """One tells of a plan, the other of what has happened."""
    if pair.a.passage.planned == pair.b.passage.planned:
        return None
    return "one is planned, the other is told as a fact"


def actors(pair: Pair) -> str | None:
    """Each names actors whom the other does not name, and they share none."""
    a, b = pair.a.passage.actors, pair.b.passage.actors
    if not a or not b or set(a) & set(b):
        return None
    return f"different actors: {', '.join(a[:2])} / {', '.join(b[:2])}"


def quotes(pair: Pair) -> str | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = _QUOTED.findall(pair.a.passage.text), _QUOTED.findall(pair.b.passage.text)
    if not a or not b or any(x in y or y in x for x in a for y in b):
        return None
    return "different quotations"


def _other(a: Passage, b: Passage) -> str:
    return (b if a.kind is Kind.DENIAL else a).kind.value


Conflict = Callable[[Pair], str | None]

CONFLICTS: tuple[Conflict, ...] = (denial, polarity, time, subject, speaker, actors, quotes)


def find_conflict(pair: Pair) -> str | None:
    """The first reason why these passages cannot be one claim, or None."""
    for conflict in CONFLICTS:
        reason = conflict(pair)
        if reason is not None:
            return reason
    return None
