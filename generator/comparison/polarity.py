"""Affirmed or denied: denials, negated verbs, words of opposed sense."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from itertools import pairwise

from generator.language.kin import sense
from generator.language.polarity import have_opposites, negates, opposites
from generator.language.reporting import DENIAL, DENIAL_OF_CLAIM
from generator.language.runon import KEPT_TEXTS
from generator.language.stems import read_words, stem, stems
from generator.language.verbs import lookup
from generator.model import Contrast, Kind, Respect
from generator.similarity.pairs import Pair
from generator.similarity.profile import Profile

_SINCE = re.compile(r"\b(?:not|no|never|n['’]t)\b[^.;]{1,80}\bsince\b")
_NUMBERED = re.compile(r"\bNo\. ?\d")
_OPPOSED_PARTICLES = {"on": "off", "off": "on", "up": "down", "down": "up", "in": "out", "out": "in"}
_NONE: frozenset[str] = frozenset()
_BACK = stems("back")
_REFUSAL = stems("refuse reject decline")
_OFFER = stems("offer")
_DENYING = DENIAL | DENIAL_OF_CLAIM


def denial(pair: Pair) -> Contrast | None:
    """One denies, and the other neither denies nor says in its own words that it is not so."""
    a, b = pair.a.passage, pair.b.passage
    if (a.kind is Kind.DENIAL) == (b.kind is Kind.DENIAL):
        return None
    other = b if a.kind is Kind.DENIAL else a
    if other.negated or other.verb in _DENYING:
        return None
    named = f"a denial and {'an' if other.kind.value[0] in 'aeiou' else 'a'} {other.kind.value}"
    return Contrast(Respect.STANCE, named, differs=True)


def polarity(pair: Pair) -> Contrast | None:
    """One negates its verb, and the other holds no word of negation at all."""
    a, b = pair.a.passage, pair.b.passage
    denied, other = (pair.a, pair.b) if a.negated else (pair.b, pair.a)
    if a.negated == b.negated or other.passage.kind is Kind.DENIAL or negates(other.read):
        return None
    if denied.passage.verb is not None and _begins(other, f"un{stem(denied.passage.verb)}"):
        return None  # "have not been disclosed", "remain undisclosed"
    if _SINCE.search(denied.passage.told):
        return None  # "has not seen one since 1998" says when the last one was
    if _NUMBERED.search(denied.passage.told):
        return None  # "the No. 1 priority" negates nothing
    verbs = [stem(one.verb) for one in (a, b) if one.verb is not None]
    told = len(verbs) < 2 or len({sense(verb) for verb in verbs}) == 1
    return Contrast(Respect.STANCE, "one affirms, the other negates", differs=told)


def opposed(pair: Pair) -> Contrast | None:
    """Each has a word whose opposite the other has: "support" and "oppose", "switched on" and "switched off"."""
    if pair.a.passage.negated or pair.b.passage.negated:
        return None
    telling = pair.a.stems & _excluding()
    own, foreign = telling - pair.b.stems - _pushed_back(pair.a), pair.b.stems - pair.a.stems - _pushed_back(pair.b)
    for word in sorted(own):
        other = (opposites(word) | _refused(word)) & foreign
        if other:
            return _opposed(word, min(other))
    for verb, particle in _particles(pair.a.passage.told):
        if (verb, _OPPOSED_PARTICLES[particle]) in _particles(pair.b.passage.told):
            return _opposed(f"{verb} {particle}", f"{verb} {_OPPOSED_PARTICLES[particle]}")
    return None


@cache
def _excluding() -> frozenset[str]:
    return frozenset(have_opposites() | _REFUSAL | _OFFER)


def _pushed_back(profile: Profile) -> Set[str]:
    """The word "back" where it belongs to a verb before it, and backs nobody."""
    if _BACK.isdisjoint(profile.stems):
        return _NONE
    words = read_words(profile.passage.told)
    verbs = any(following.folded == "back" and lookup(word.folded) is not None for word, following in pairwise(words))
    return _BACK if verbs else _NONE


def _refused(word: str) -> Set[str]:
    """An offer is refused, rejected or declined."""
    return _REFUSAL if word in _OFFER else _OFFER if word in _REFUSAL else _NONE


def _opposed(one: str, other: str) -> Contrast:
    return Contrast(Respect.STANCE, f"opposed words: {one} / {other}", differs=True)


def _begins(profile: Profile, start: str) -> bool:
    return any(word.startswith(start) for word in profile.stems)


@lru_cache(maxsize=KEPT_TEXTS)
def _particles(text: str) -> frozenset[tuple[str, str]]:
    """Verbs with their particles: ("switch", "off")."""
    words = [word for word in read_words(text) if word.folded != "back"]
    return frozenset(
        (word.stem, following.folded)
        for word, following in pairwise(words)
        if following.folded in _OPPOSED_PARTICLES and lookup(word.folded) is not None
    )
