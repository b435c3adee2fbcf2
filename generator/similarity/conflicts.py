"""What forbids that two passages are one claim, however alike their words are. A table; the first that speaks decides.

In doubt two claims stay two: a wrong merge is the worst that can happen, a missed one is only untidy. Still each rule
asks for positive evidence on both sides: where one passage merely says less, nothing is opposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.language.polarity import NEGATING_VERBS, is_negator
from generator.language.quantities import Quantity, find_quantities
from generator.language.quantities import conflict as quantities_differ
from generator.language.stems import read_words, stem
from generator.language.tokens import words
from generator.model import Kind, Passage
from generator.similarity.pairs import Pair
from generator.similarity.profile import Profile

_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w{1,20}ly\s)?\w{2,20}(?:ed|en|nt|pt|ld)\b")

# Character cosines. Words of one passage alone weigh little in them, so that .5 is not yet much.
MUCH_ALIKE = 0.5  # passages that each name one more actor may still be one from here on: at .75 recall of digest_mds
# falls from .51 to .49, without the rule its merge precision from .93 to .915
NEARLY_EQUAL = 0.75  # passages of one article are one from here on



def denial(pair: Pair) -> str | None:
    """One denies, the other does not."""
    a, b = pair.a.passage, pair.b.passage
    if (a.kind is Kind.DENIAL) == (b.kind is Kind.DENIAL):
        return None
    return f"a denial and {'an' if _other(a, b)[0] in 'aeiou' else 'a'} {_other(a, b)}"


def polarity(pair: Pair) -> str | None:
    """One negates its verb, and the other holds no word of negation at all."""
    a, b = pair.a.passage, pair.b.passage
    denied, other = (pair.a, pair.b) if a.negated else (pair.b, pair.a)
    if a.negated == b.negated or _negates(other.passage.text):
        return None
    if denied.passage.verb is not None and _begins(other, f"un{stem(denied.passage.verb)}"):
        return None  # "have not been disclosed", "remain undisclosed"
    return "one affirms, the other negates"


def time(pair: Pair) -> str | None:
    """One tells of a plan, the other of what has happened or of something else."""
    a, b = pair.a.passage, pair.b.passage
    if a.planned == b.planned:
        return None
    if (b if a.planned else a).kind is Kind.EVENT:
        return "one is planned, the other has happened"
    return None if a.verb == b.verb else "one is planned, the other is told as a fact"


def subject(pair: Pair) -> str | None:
    """Different actors do it. "A placed B" and "B was placed" are told of the same actors: one is in the passive."""
    a, b = pair.a.passage, pair.b.passage
    if a.subject is None or b.subject is None or _same_name(a.subject, b.subject):
        return None
    turned = bool(_PASSIVE.search(a.text)) != bool(_PASSIVE.search(b.text))
    if turned and (_spoken_of(a.subject, pair.b) or _spoken_of(b.subject, pair.a)):
        return None
    return f"different subject: {a.subject} / {b.subject}"


def speaker(pair: Pair) -> str | None:
    """Different speakers say it."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or _same_name(one, other) or _spoken_of(one, pair.b) or _spoken_of(other, pair.a):
        return None
    return f"different speaker: {one} / {other}"


def deed(pair: Pair) -> str | None:
    """One is what somebody says, the other something else that the same one does."""
    said, done = pair.a.passage, pair.b.passage
    if said.speaker_actor is None:
        said, done = done, said
    if said.speaker_actor is None or done.speaker_actor is not None or done.subject is None or done.verb is None:
        return None
    if not _same_name(said.speaker_actor, done.subject) or done.verb in (said.verb, said.reporting):
        return None
    return f"what {said.speaker_actor} says, and what {done.subject} does"


def actors(pair: Pair) -> str | None:
    """Each names an actor whom the other does not, or they share none; of nearly equal wording only the latter."""
    a, b = pair.a.passage.actors, pair.b.passage.actors
    one = [name for name in a if not _spoken_of(name, pair.b)]
    other = [name for name in b if not _spoken_of(name, pair.a)]
    if not one or not other:
        return None
    if pair.characters >= MUCH_ALIKE and len(one) < len(a) and len(other) < len(b):
        return None
    return f"different actors: {', '.join(one[:2])} / {', '.join(other[:2])}"


def quantities(pair: Pair) -> str | None:
    """Both count the same thing, and no count of the one agrees with one of the other."""
    a, b = _quantities(pair.a.passage.text), _quantities(pair.b.passage.text)
    same = [(x, y) for x in a for y in b if x.unit == y.unit and x.noun == y.noun]
    if not same or not all(quantities_differ(x, y) for x, y in same):
        return None
    x, y = same[0]
    return f"different numbers: {pair.a.passage.text[x.start : x.end]} / {pair.b.passage.text[y.start : y.end]}"


def same_article(pair: Pair) -> str | None:
    """One article's passages, and not nearly the same words: a writer goes on rather than says a thing twice."""
    a, b = pair.a.passage, pair.b.passage
    if a.source != b.source or a.repeats_own_article or b.repeats_own_article or pair.characters >= NEARLY_EQUAL:
        return None
    return "one article that goes on"


def quotes(pair: Pair) -> str | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = _QUOTED.findall(pair.a.passage.text), _QUOTED.findall(pair.b.passage.text)
    if not a or not b or any(set(words(x)) & set(words(y)) for x in a for y in b):
        return None
    return "different quotations"


def _other(a: Passage, b: Passage) -> str:
    return (b if a.kind is Kind.DENIAL else a).kind.value


def _begins(profile: Profile, start: str) -> bool:
    return any(word.startswith(start) for word in profile.telling)


@lru_cache(maxsize=4096)
def _negates(text: str) -> bool:
    return any(is_negator(word) or word.stem in NEGATING_VERBS for word in read_words(text))


@lru_cache(maxsize=4096)
def _quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, read_words(text))


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(name))


def _same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: "Lavrov" and "Sergey Lavrov"."""
    a, b = _parts(one), _parts(other)
    return a <= b or b <= a


def _spoken_of(name: str, profile: Profile) -> bool:
    """Whether a passage names this actor, in whichever form."""
    if any(_same_name(name, actor) for actor in profile.passage.actors):
        return True
    return bool(_surname(name) & profile.telling.keys())


@lru_cache(maxsize=4096)
def _surname(name: str) -> frozenset[str]:
    parts = words(name)
    return frozenset({stem(parts[-1])}) if parts else frozenset()


Conflict = Callable[[Pair], str | None]

CONFLICTS: tuple[Conflict, ...] = (
    denial, polarity, time, subject, speaker, deed, actors, quantities, quotes, same_article,
)  # fmt: skip


def find_conflict(pair: Pair) -> str | None:
    """The first reason why these passages cannot be one claim, or None."""
    for conflict in CONFLICTS:
        reason = conflict(pair)
        if reason is not None:
            return reason
    return None
