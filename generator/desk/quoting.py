"""Passage -> the fewest words that name it, as a decision quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.decide.anchoring import Anchors
from generator.errors import InputError
from generator.language.printable import printable
from generator.model import Document, Passage, Quote

FEWEST_WORDS = 4  # of a quote, where the passage has as many: fewer tell a reader of decisions.yaml nothing
MOST_AROUND = 40  # words on either side of a passage that may be quoted with it: one or two sentences

_WORD = re.compile(r"\S+")
_MARKS = ' \t\n,.;:!?…“”„«»"()[]–—'


class Quoting:
    """The quotes of a story's passages. ``path`` is that of decisions.yaml, for errors."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage], path: str) -> None:
        self._path = path
        self._texts: Mapping[str, str] = {document.source.id: document.text for document in documents}
        self._anchors = Anchors(documents, passages, path)
        self._known = {passage.id: passage for passage in passages}

    def quote(self, passage: str) -> Quote:
        """The quote that names a passage, by its id, and no other: the fewest whole words of it, the first among as
        few; where all of its words stand elsewhere too, those around it as well.

        Raises InputError where nothing tells it from another passage.
        """
        known = self._known[passage]
        for words in (*_within(known.text), *self._around(known)):
            quote = Quote(known.source, " ".join(printable(words).split()))
            if quote.words and self._names(quote, known):
                return quote
        problem = f"no words of {known.source} name this passage alone: {known.text[:60]!r}"
        raise InputError(self._path, problem, "leave one of the copies out as furniture")

    def named(self, quote: Quote) -> tuple[str, ...]:
        """Ids of the passages that a quote names; () where it is lost or stands in two."""
        try:
            return tuple(passage.id for passage in self._anchors.find(quote, 0))
        except InputError:
            return ()

    def _names(self, quote: Quote, passage: Passage) -> bool:
        return self.named(quote) == (passage.id,)

    def _around(self, passage: Passage) -> Iterator[str]:
        text = self._texts[passage.source]
        before = [word.start() for word in _WORD.finditer(text, 0, passage.start)][::-1]
        after = [word.end() for word in _WORD.finditer(text, passage.end)]
        for number in range(MOST_AROUND):
            for start, end in ((passage.start, _at(after, number)), (_at(before, number), passage.end)):
                if start is not None and end is not None:
                    yield text[start:end]


def _at(places: Sequence[int], number: int) -> int | None:
    return places[number] if number < len(places) else None


def _within(text: str) -> Iterator[str]:
    """Runs of whole words of a text, the shortest first, without the marks at their ends."""
    words = [found.span() for found in _WORD.finditer(text) if text[found.start() : found.end()].strip(_MARKS)]
    for size in range(min(FEWEST_WORDS, len(words)), len(words) + 1):
        for first in range(len(words) - size + 1):
            yield text[words[first][0] : words[first + size - 1][1]].strip(_MARKS)
    yield text
