"""What forbids that two passages are one claim, however alike their words are. A table; the first that speaks decides.

In doubt two claims stay two: a wrong merge is the worst that can happen, a missed one is only untidy. Still each rule
asks for positive evidence on both sides: where one passage merely says less, nothing is opposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.language.polarity import NEGATING_VERBS, is_negator
from generator.language.quantities import conflict as quantities_differ
from generator.language.quantities import Quantity, find_quantities
from generator.language.stems import read_words, stem
from generator.language.tokens import words
from generator.model import Kind, Passage
from generator.similarity.pairs import Pair
from generator.similarity.profile import Profile

_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w{1,20}ly\s)?\w{2,20}(?:ed|en|nt|pt|ld)\b")


def denial(pair: Pair) -> str | None:
    """One denies, the other does not."""
    a, b = pair.a.passage, pair.b.passage
    if (a.kind is Kind.DENIAL) == (b.kind is Kind.DENIAL):
        return None
    return f"a denial and {'an' if _other(a, b)[0] in 'aeiou' else 'a'} {_other(a, b)}"


def polarity(pair: Pair) -> str | None:
    """One negates its verb, and the other holds no word of negation at all."""
    a, b = pair.a.passage, pair.b.passage
    if a.negated == b.negated or _negates((b if a.negated else a).text):
        return None
    return "one affirms, the other negates"


def time(pair: Pair) -> str | None:
    """One tells of a plan, the other of what has happened."""
    a, b = pair.a.passage, pair.b.passage
    if a.planned == b.planned or (b if a.planned else a).kind is not Kind.EVENT:
        return None
    return "one is planned, the other has happened"


def subject(pair: Pair) -> str | None:
    """Different actors do it."""
    a, b = pair.a, pair.b
    one, other = a.passage.subject, b.passage.subject
    if one is None or other is None or _same_name(one, other) or _spoken_of(one, b) or _spoken_of(other, a):
        return None
    return f"different subject: {one} / {other}"


def reversed_roles(pair: Pair) -> str | None:
    """Each does to the other what the other does to it. Where one is told in the passive, nothing is reversed."""
    a, b = pair.a.passage, pair.b.passage
    if a.subject is None or b.subject is None or a.verb != b.verb or _same_name(a.subject, b.subject):
        return None
    if not _spoken_of(a.subject, pair.b) or not _spoken_of(b.subject, pair.a):
        return None
    if bool(_PASSIVE.search(a.text)) != bool(_PASSIVE.search(b.text)):
        return None
    return f"different subject: {a.subject} / {b.subject}"


def speaker(pair: Pair) -> str | None:
    """Different speakers say it."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or _same_name(one, other) or _spoken_of(one, pair.b) or _spoken_of(other, pair.a):
        return None
    return f"different speaker: {one} / {other}"


def actors(pair: Pair) -> str | None:
    """Both name actors, and none of the one stands in the other."""
    a, b = pair.a.passage.actors, pair.b.passage.actors
    if not a or not b or any(_spoken_of(x, pair.b) for x in a) or any(_spoken_of(x, pair.a) for x in b):
        return None
    return f"different actors: {', '.join(a[:2])} / {', '.join(b[:2])}"


def quantities(pair: Pair) -> str | None:
    """Both count the same thing, and no count of the one agrees with one of the other."""
    a, b = _quantities(pair.a.passage.text), _quantities(pair.b.passage.text)
    same = [(x, y) for x in a for y in b if x.unit == y.unit and x.noun == y.noun]
    if not same or not all(quantities_differ(x, y) for x, y in same):
        return None
    x, y = same[0]
    return f"different numbers: {pair.a.passage.text[x.start : x.end]} / {pair.b.passage.text[y.start : y.end]}"


def quotes(pair: Pair) -> str | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = _QUOTED.findall(pair.a.passage.text), _QUOTED.findall(pair.b.passage.text)
    if not a or not b or any(set(words(x)) & set(words(y)) for x in a for y in b):
        return None
    return "different quotations"


def _other(a: Passage, b: Passage) -> str:
    return (b if a.kind is Kind.DENIAL else a).kind.value


def _negates(text: str) -> bool:
    return any(is_negator(word) or word.stem in NEGATING_VERBS for word in read_words(text))


def _quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, read_words(text))


def _parts(name: str) -> set[str]:
    return {stem(word) for word in words(name)}


def _same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: "Lavrov" and "Sergey Lavrov"."""
    a, b = _parts(one), _parts(other)
    return a <= b or b <= a


def _spoken_of(name: str, profile: Profile) -> bool:
    """Whether a passage names this actor, in whichever form."""
    if any(_same_name(name, actor) for actor in profile.passage.actors):
        return True
    return bool(_surname(name) & profile.weights.keys())


def _surname(name: str) -> set[str]:
    parts = words(name)
    return {stem(parts[-1])} if parts else set()


Conflict = Callable[[Pair], str | None]

CONFLICTS: tuple[Conflict, ...] = (
    denial, polarity, time, subject, reversed_roles, speaker, actors, quantities, quotes,
)  # fmt: skip


def find_conflict(pair: Pair) -> str | None:
    """The first reason why these passages cannot be one claim, or None."""
    for conflict in CONFLICTS:
        reason = conflict(pair)
        if reason is not None:
            return reason
    return None
