"""Words with their stems, for comparing what two passages speak of. Inflection is taken off, little else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.language.runon import KEPT_TEXTS
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import WORD, fold
from generator.language.verbs import Form, lookup

_EMPTY = STOPWORDS | frozenset("said say says saying told tell according reportedly reported".split())
_NOUNS = {"death": "die", "sale": "sell", "men": "man", "women": "woman", "children": "child", "people": "person"}
_ABBREVIATION = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|St|Lt|Col"
)  # its full stop ends nothing
_CLAUSE_END = re.compile(r"[,;:.!?()\u2013\u2014]")


class Word(NamedTuple):
    """A word of a text: its folded form, its stem, its span in code points, and the number of its clause.

    Clauses are counted at punctuation, so that "not" in one is not read into the next.
    """

    folded: str
    stem: str
    start: int
    end: int
    clause: int
    capital: bool

    @property
    def is_content(self) -> bool:
        """Whether the word says what a passage is about: it is neither grammar nor a verb of saying."""
        return self.folded not in _EMPTY


@lru_cache(maxsize=KEPT_TEXTS)
def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    found: list[Word] = []
    clause = last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if last and _CLAUSE_END.search(text, last, start):
            clause += 1
        surface = match.group()
        end_of_word = end + (_ABBREVIATION.fullmatch(surface) is not None and text[end : end + 1] == ".")
        folded = fold(surface)
        found.append(Word(folded, stem(folded), start, end, clause, surface[0].isupper()))
        last = end_of_word
    return tuple(found)


def content_stems(words: tuple[Word, ...]) -> frozenset[str]:
    """The stems of the words that say what a passage is about."""
    return frozenset(word.stem for word in words if word.is_content)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word: "visits", "visited" and "visiting" are one, and so are "sold" and "sale"."""
    if word in _NOUNS:
        return _NOUNS[word]
    if len(word) < 3 or not word.isalpha():
        return word
    verb = lookup(word)
    if verb and verb.form is not Form.BASE:
        return _trim(verb.lemma)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5:
        return _trim(word[:-3])
    if word.endswith("es") and len(word) > 4 and word[-3] in "sxz":
        return _trim(word[:-2])
    if word.endswith("s") and word[-2] not in "siu" and len(word) > 3:
        return _trim(word[:-1])
    return _trim(word)


@lru_cache(maxsize=20_000)
def akin(a: str, b: str) -> bool:
    """Whether two stems begin so much alike that one is made of the other: "inspect", "inspection"."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= AKIN and (shared >= 0.6 * max(len(a), len(b)) or shared >= min(len(a), len(b)) - 1 >= AKIN)


AKIN = 4  # letters with which stems that are akin begin alike


class Lazy(Set[str]):
    """A fixed set of stems or senses, made when it is first asked for: on import it would load the tagger."""

    def __init__(self, make: Callable[[], Iterable[str]]) -> None:
        self._make = make

    @cached_property
    def _items(self) -> frozenset[str]:
        return frozenset(self._make())

    def __contains__(self, item: object) -> bool:
        return item in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._items))

    def __len__(self) -> int:
        return len(self._items)

    def isdisjoint(self, other: Iterable[object]) -> bool:
        return self._items.isdisjoint(other)

    @classmethod
    def _from_iterable(cls, items: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        return frozenset(items)


def stems(words: str | Iterable[str]) -> Set[str]:
    """The stems of listed words, given in one string or one by one."""
    listed = words.split() if isinstance(words, str) else tuple(words)
    return Lazy(lambda: map(stem, listed))


def _trim(base: str) -> str:
    """Without a final e and without a doubled final consonant, which endings add or take."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        return base[:-1]
    return base[:-1] if len(base) > 3 and base.endswith("e") else base
