"""Quote -> the passages that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.cite import Places, nearest
from generator.errors import InputError
from generator.model import Document, Passage, Quote


class Anchors:
    """The passages of a story, found by words of theirs. ``path`` is that of decisions.yaml, for errors."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage], path: str) -> None:
        self.path = path
        self._texts = {document.source.id: document.text for document in documents}
        self._places: dict[str, Places] = {}
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            self._passages[passage.source].append(passage)

    def find(self, quote: Quote, line: int) -> tuple[Passage, ...]:
        """The passage that holds a quote; where none holds it whole, those that it holds, or else the one of which it
        has the most. () where the source does not say it.

        A part that repeats its own article (an FAQ) gives way to what it repeats. Raises InputError for a quote that
        stands in two passages.
        """
        found = dict.fromkeys(self._named(quote.source, start, end) for start, end in self._stands(quote))
        found.pop((), None)
        proper = [each for each in found if not all(one.repeats_own_article for one in each)] or list(found)
        if len(proper) > 1:
            shown = " and ".join(f"“{each[0].text[:60]}…”" for each in proper[:2])
            problem = f"the quote {quote.words!r} stands in {len(proper)} passages of {quote.source}: {shown}"
            raise InputError(self.path, problem, "quote more of it", line)
        return proper[0] if proper else ()

    def _stands(self, quote: Quote) -> tuple[tuple[int, int], ...]:
        if quote.source not in self._texts:
            return ()
        if quote.source not in self._places:
            self._places[quote.source] = Places(self._texts[quote.source])
        return tuple(self._places[quote.source].of(quote.words))

    def span(self, quote: Quote) -> tuple[int, int] | None:
        """Where a quote first stands in the readable text of its source."""
        return next(iter(self._stands(quote)), None)

    def _named(self, source: str, start: int, end: int) -> tuple[Passage, ...]:
        touched = [one for one in self._passages[source] if one.start < end and start < one.end]
        holding = [one for one in touched if one.start <= start and end <= one.end]
        held = [one for one in touched if start <= one.start and one.end <= end]
        most = max(touched, key=lambda one: min(one.end, end) - max(one.start, start), default=None)
        return tuple(holding or held or ([most] if most else []))

    def nearest(self, quote: Quote) -> str:
        """The text of the passage, of its own source where that is there, that shares the most words with a quote that
        is lost; "" where none shares enough."""
        own = self._passages.get(quote.source) or [one for each in self._passages.values() for one in each]
        return nearest(quote.words, (one.text for one in own))
