"""Names: each stands in a quote, or is a form of one that does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from generator.language.calendar import CALENDAR
from generator.language.names import NameKind, canonical
from generator.language.runon import KEPT_TEXTS
from generator.language.tagger import Tag, is_word
from generator.language.tokens import without_accents, words
from generator.lock.reading import Quoted, Scene, Sentence

_CAPITAL = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")
_NOUNS_HAVE_CAPITALS = 0.2  # of the words of a text: German has .3 and more, French and Spanish under .1

_NO_NAMES = frozenset("mr mrs ms dr sir lady lord gmt utc bst est cet am pm".split())


def names(scene: Scene) -> Iterator[str]:
    """A finding for each name of the wording of which no quote has a form, nor the names given with one."""
    known = [pieces(name) for name in _known(scene)]
    said = frozenset(word for quote in scene.quotes for word in pieces(quote.text))
    for sentence in scene.told:
        for surface, name, kind in _names(sentence):
            forms = (name, surface, canonical(without_accents(surface)))
            if not any(_founded(form, kind, known, said) for form in forms):
                yield f"the name “{surface}” stands in no cited quote"


def spellings(scene: Scene) -> Iterator[str]:
    """The same for a language that is not read: a capitalised word stands in a quote with its letters."""
    said = {
        word
        for quote in scene.quotes
        for text in (quote.text, quote.speaker or "", *quote.names)
        for word in words(text)
    }
    found = list(_CAPITAL.finditer(scene.wording))
    capitals = [match for match in found if match.group()[0].isupper()]
    if len(capitals) >= _NOUNS_HAVE_CAPITALS * max(1, len(found)):
        pairs = pairwise(capitals)
        together = {match for a, b in pairs if scene.wording[a.end() : b.start()] == " " for match in (a, b)}
        capitals = [match for match in capitals if match in together]
    for match in capitals:
        if match.start() and not all(word in said for word in words(match.group())):
            yield f"the name “{match.group()}” stands in no cited quote"


def _known(scene: Scene) -> Iterator[str]:
    for quote, sentences in zip(scene.quotes, scene.cited, strict=True):
        yield from names_of(quote)
        for sentence in sentences:
            for surface, name, _ in _names(sentence):
                yield from (name, surface, canonical(without_accents(surface)))


@lru_cache(maxsize=KEPT_TEXTS)
def names_of(quote: Quoted) -> tuple[str, ...]:
    """The names that a quote comes with, as given and canonical."""
    given = (*quote.names, *((quote.speaker,) if quote.speaker else ()))
    return tuple(form for name in given for form in (name, canonical(name)))


def _names(sentence: Sentence) -> Iterator[tuple[str, str, NameKind]]:
    """Each name as it stands, its canonical form, and what it names."""
    taken = {index for name in sentence.names for index in range(name.first, name.last)}
    for name in sentence.names:
        yield name.surface, name.canonical, name.kind
    for index, token in enumerate(sentence.tokens):
        if index in taken or not token.capital or token.low in CALENDAR | _NO_NAMES or not token.text.isalpha():
            continue
        opens = index == 0 or sentence.tokens[index - 1].text in '“"‘:'
        if token.tag is Tag.NAME or (not opens and not is_word(token.low)):
            yield token.text, canonical(token.text), NameKind.OTHER


def _founded(name: str, kind: NameKind, known: Iterable[frozenset[str]], said: frozenset[str]) -> bool:
    parts = pieces(name)
    if not parts or any(parts <= other for other in known):
        return True
    if kind is NameKind.PERSON:
        return False
    if parts <= said:
        return True  # "the Foreign Ministry", "the foreign ministry"
    if kind is not NameKind.COUNTRY and all(
        part in said or any(_derived(part, word) for word in said) for part in parts
    ):
        return True  # "Europe", "European"
    return len(name) > 1 and name.isupper() and name.isalpha() and any(_initials(name, other) for other in known)


@lru_cache(maxsize=KEPT_TEXTS)
def pieces(name: str) -> frozenset[str]:
    """The words of a name without accents, full stops and hyphens: "U.S.", "Auschwitz-Birkenau"."""
    return frozenset(
        piece.replace(".", "") for word in words(without_accents(name)) for piece in word.split("-") if piece
    )


_LEAST = 4  # letters that a name and what is made of it have in common
_ENDING = 3  # letters by which they differ


def _derived(part: str, word: str) -> bool:
    shorter, longer = sorted((part, word), key=len)
    return len(shorter) >= _LEAST and longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING


def _initials(name: str, other: frozenset[str]) -> bool:
    return len(other) >= len(name) and sorted(name.lower()) == sorted(word[0] for word in other)
