"""Whether two names are one, and whether a passage speaks of a name."""

from __future__ import annotations

from functools import lru_cache

from generator.language.persons import has_office, is_body, person_key
from generator.language.runon import KEPT_TEXTS
from generator.language.stems import read_words, stem
from generator.language.tokens import words
from generator.similarity.profile import Profile

_BEGINNING = 2  # letters of a given name in which its spellings agree: "Sara" and "Sarah", "Jon" and "John"


@lru_cache(maxsize=KEPT_TEXTS)
def words_of(name: str) -> frozenset[str]:
    return frozenset(word.stem for word in read_words(name) if word.is_content)


@lru_cache(maxsize=KEPT_TEXTS)
def _parts(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(name))


def same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: "Lavrov" and "Sergey Lavrov"."""
    a, b = _parts(one), _parts(other)
    return a <= b or b <= a


@lru_cache(maxsize=KEPT_TEXTS)
def namesakes(one: str, other: str) -> bool:
    """Whether two persons have nothing but their family name in common: "Ada Kell" and "Jonas Kell"."""
    a, b = person_key(one), person_key(other)
    if a is None or b is None or a[1] != b[1] or a[0][:_BEGINNING] == b[0][:_BEGINNING]:
        return False
    return not any(has_office(name) or is_body(name) for name in (one, other))


def spoken_of(name: str, profile: Profile) -> bool:
    """Whether a passage names this actor, in whichever form."""
    if any(same_name(name, actor) for actor in profile.passage.actors):
        return True
    return bool(_surname(name) & profile.stems)


@lru_cache(maxsize=KEPT_TEXTS)
def _surname(name: str) -> frozenset[str]:
    parts = words(name)
    return frozenset({stem(parts[-1])}) if parts else frozenset()
