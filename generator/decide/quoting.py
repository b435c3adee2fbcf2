"""Passage -> the words that name it in its source: the inverse of ``decide.anchoring``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.cite import Places
from generator.decide.anchoring import Anchors
from generator.errors import InputError
from generator.language.printable import printable
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import fold
from generator.model import Document, Passage, Quote

LEAST_WORDS = 3  # one or two words are often enough for the program, and tell nobody who reads the file what is meant
_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")


class Quoting:
    """Quotes for the passages of a story. ``path`` is that of decisions.yaml, for errors."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage], path: str) -> None:
        self.anchors = Anchors(documents, passages, path)
        self._texts = {document.source.id: document.text for document in documents}
        self._by_id = {passage.id: passage for passage in passages}
        self._places: dict[str, Places] = {}
        self._made: dict[str, Quote | None] = {}

    def quote(self, passage: Passage) -> Quote | None:
        """The fewest whole words of a passage that name it in its source, of equally few those that tell the most; None
        where its words stand there twice."""
        if passage.id not in self._made:
            self._made[passage.id] = self._found(passage)
        return self._made[passage.id]

    def quote_of(self, passage: str) -> Quote | None:
        """The same of a passage by its id."""
        return self.quote(self._by_id[passage])

    def _found(self, passage: Passage) -> Quote | None:
        return self._fewest(
            passage.source, passage.start, passage.end, lambda quote: self.anchors.find(quote, 0) == (passage,)
        )

    def stretch(self, source: str, start: int, end: int) -> Quote | None:
        """The same for any stretch of a source's readable text, such as a line that is no passage."""
        return self._fewest(source, start, end, lambda quote: True)

    def _fewest(self, source: str, start: int, end: int, names: Callable[[Quote], bool]) -> Quote | None:
        text = self._texts[source][start:end]
        spans = [match.span() for match in _WORD.finditer(text)]
        for count in range(min(LEAST_WORDS, len(spans)), len(spans) + 1):
            runs = [Quote(source, words) for words in dict.fromkeys(_runs(text, spans, count)) if words]
            named = [quote for quote in runs if self._stands_alone(quote, start, end) and names(quote)]
            if named:
                return max(named, key=lambda quote: _telling(quote.words))
        return None

    def _stands_alone(self, quote: Quote, start: int, end: int) -> bool:
        if quote.source not in self._places:
            self._places[quote.source] = Places(self._texts[quote.source])
        spans = list(self._places[quote.source].of(quote.words))
        return len(spans) == 1 and start <= spans[0][0] and spans[0][1] <= end

    def completed(self, quote: Quote) -> Quote:
        """The quote with the words whole that it begins or ends within, as its source prints them."""
        span = self.anchors.span(quote)
        if span is None:
            return quote
        text, (start, end) = self._texts[quote.source], span
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        return Quote(quote.source, _plain(text[start:end]))

    def passages(self, quote: Quote) -> tuple[Passage, ...]:
        """The passages that a quote names now; () where it is lost or names more than one."""
        try:
            return self.anchors.find(quote, 0)
        except InputError:
            return ()


def _runs(text: str, spans: Sequence[tuple[int, int]], count: int) -> Iterator[str]:
    """Every run of so many words, without the marks at its edges."""
    for first in range(len(spans) - count + 1):
        yield _EDGES.sub("", _plain(text[spans[first][0] : spans[first + count - 1][1]]))


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


def _telling(words: str) -> tuple[int, int]:
    """How many of the words say something, and how few marks stand between them."""
    said = sum(fold(word.strip(".,;:")) not in STOPWORDS for word in words.split())
    return said, -sum(char in ".,;:" for char in words)
