"""Name in an office: two names for one of which there is one at a time."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from generator.language.roles import Holder, body_of, find_holders, same_person
from generator.language.runon import KEPT_TEXTS
from generator.language.stems import stem
from generator.language.tagger import Tag, tags_of
from generator.model import Contrast, Passage, Respect
from generator.similarity.measures import deed
from generator.similarity.pairs import Pair

_COUNTERPART = re.compile(r"\bcounterpart,? ((?:[A-Z][\w’'-]{1,30} ){0,3}[A-Z][\w’'-]{1,30})")
_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,5}$")
_NO_OFFICE = frozenset("mr mrs ms dr sir lady lord miss father mother brother sister son daughter wife husband".split())


class Title(NamedTuple):
    """What stands right before a person's name: "Brackley County Clerk" of "Brackley County Clerk Ana Ruiz"."""

    words: tuple[str, ...]  # stems
    shown: str
    name: str


def holders(pair: Pair) -> Contrast | None:
    """Two names for one office: "his counterpart, A" and "his counterpart, B"; or one deed, told of two holders."""
    for one in _holders(pair.a.passage.told):
        for other in _holders(pair.b.passage.told):
            if one.office == other.office and same_person(one.name, other.name) is False:
                return Contrast(Respect.NAME, f"two names for one office: {one.name} / {other.name}", differs=True)
    return _one_deed(pair)


@lru_cache(maxsize=KEPT_TEXTS)
def _holders(text: str) -> tuple[Holder, ...]:
    counterparts = tuple(
        Holder("counterpart", "", match.group(1), match.start(1), match.end(1), "counterpart")
        for match in _COUNTERPART.finditer(text)
    )
    return find_holders(text) + counterparts


def _one_deed(pair: Pair) -> Contrast | None:
    """Whatever the office is called: each tells one deed of somebody who has it, and they are two persons."""
    a, b = subject_title(pair.a.passage), subject_title(pair.b.passage)
    if a is None or b is None or a.words[-1] != b.words[-1] or same_person(a.name, b.name) is not False:
        return None
    if not (set(a.words) <= set(b.words) or set(b.words) <= set(a.words)) or deed(pair) < 1:
        return None
    return Contrast(Respect.NAME, f"two names for one office: {a.name} / {b.name}", differs=True)


def subject_title(passage: Passage) -> Title | None:
    """The office of the person who does what a passage tells, where it stands right before the name."""
    name = passage.subject
    if name is None or " " not in name or body_of(name) is not None:
        return None
    return _title(passage.told, name)


@lru_cache(maxsize=4096)
def _title(text: str, name: str) -> Title | None:
    start = "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).find(name)
    before = _BEFORE.search(text[:start]) if start > 0 else None
    if before is None:
        return None
    words: list[str] = []
    for word in reversed(before.group().split()):
        if not (word[0].isupper() or Tag.NOUN in tags_of(word.lower())[:1]) or word.lower() in _NO_OFFICE:
            break
        words.insert(0, word)
    if not words or Tag.NOUN not in tags_of(words[-1].lower()):
        return None
    return Title(tuple(stem(word.lower()) for word in words), " ".join(words), text[start : start + len(name)])
