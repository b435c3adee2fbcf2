"""Span -> citation and back. ``cite`` and ``anchor`` are inverses: what one describes the other finds.

The selectors are those of the W3C Web Annotation Data Model, TextPositionSelector and TextQuoteSelector
(https://www.w3.org/TR/annotation-model/#selectors); positions count code points of the capture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from generator.language.printable import printable
from generator.language.quotations import balanced
from generator.language.scripts import UNSPACED, head, tail
from generator.model import Citation, Document

AFFIX = 32  # code points of prefix and suffix, as the Hypothesis client records
CONTEXT = 120  # readable code points shown on either side of a quote: about one line of print

_WHITE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
ALIKE = 0.3  # share of a lost quote's words from which on a text is shown as the nearest
_GLYPHS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


def cite(
    document: Document, start: int, end: int, passage: str | None = None, torn: tuple[str, str] = ("", "")
) -> Citation:
    """The citation of a non-empty readable span; ``passage`` is the id of the passage that it cites, and ``torn`` the
    marks of a quotation that is open where the span begins, and where it ends.

    Raises ValueError for an empty span or one outside the text.
    """
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{document.source.id}: no span {start}-{end} in a text of {len(document.text)} code points")
    capture = document.source.capture.text
    first, last = document.to_capture(start, end)
    before, after = _context(document, start, end)
    quote = printable(document.text[start:end])
    return Citation(
        source=document.source.id,
        start=first,
        end=last,
        exact=capture[first:last],
        prefix=capture[max(0, first - AFFIX) : first],
        suffix=capture[last : last + AFFIX],
        quote=quote,
        before=printable(before),
        after=printable(after),
        passage=passage,
        shown=balanced(f"{torn[0]}{quote}{torn[1]}", opens_before=True),
    )


def anchor(text: str, citation: Citation) -> tuple[int, int] | None:
    """Capture offsets at which a citation holds in ``text``, or None.

    The recorded position where the quote stands there; else the occurrence of the quote whose surroundings agree best
    with prefix and suffix, the nearest to the recorded position among equals.
    """
    if text[citation.start : citation.end] == citation.exact:
        return citation.start, citation.end
    if not citation.exact:
        return None
    best = max(_places(text, citation.exact), key=lambda start: _fit(text, start, citation), default=None)
    return None if best is None else (best, best + len(citation.exact))


def _places(text: str, quote: str) -> Iterator[int]:
    """Where the quote stands, overlapping places included."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _fit(text: str, start: int, citation: Citation) -> tuple[int, int]:
    """How well what surrounds a place agrees with the recorded surroundings, then how near it is."""
    end = start + len(citation.exact)
    before = _common_tail(text[max(0, start - len(citation.prefix)) : start], citation.prefix)
    after = _common_head(text[end : end + len(citation.suffix)], citation.suffix)
    return before + after, -abs(start - citation.start)


def anchor_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Offsets of the first stretch of ``text`` that says ``quote`` in whole words, quote glyphs and white space aside,
    or None."""
    places = (place for place in Places(text).of(quote) if not any(_splits_word(text, at) for at in place))
    return next(places, None)


def _splits_word(text: str, at: int) -> bool:
    """Whether a place stands between two letters or figures of one word."""
    return _WITHIN_WORD.match(text, at) is not None


_WITHIN_WORD = re.compile(rf"(?<=[^\W{UNSPACED}])(?=[^\W{UNSPACED}])")


def nearest(quote: str, texts: Iterable[str]) -> str:
    """Of some texts the one that shares the most words with a quote which none of them says, among equals the one that
    has more of them in the quote's order; "" where none shares enough."""
    words, pairs = _words(quote)

    def shares(text: str) -> tuple[float, float]:
        own, in_order = _words(text)
        return len(words & own) / max(1, len(words)), len(pairs & in_order)

    found = max(((*shares(text), text) for text in texts), key=lambda each: each[:2], default=(0.0, 0, ""))
    return found[2] if found[0] >= ALIKE else ""


def _words(text: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of a text, and each with the next."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(words), frozenset(pairwise(words))


class Places:
    """Where quotes stand in a text, quote glyphs and white space aside; the text is folded once."""

    def __init__(self, text: str) -> None:
        self._folded, self._offsets = _folded(text)

    def of(self, quote: str) -> Iterator[tuple[int, int]]:
        """Offsets of every stretch that says ``quote``, in order; none for a quote without a word."""
        wanted = _folded(quote)[0].strip()
        for at in _places(self._folded, wanted) if wanted else ():
            yield self._offsets[at], self._offsets[at + len(wanted) - 1] + 1


class Folded:
    """A text in which many quotes are looked for: folded once, when the first of them is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._said: dict[str, bool] = {}

    @cached_property
    def _plain(self) -> str:
        return _folded(printable(self._text))[0]

    def says(self, quote: str) -> bool:
        """Whether some stretch of the text, made printable, says ``quote``, as ``anchor_quote`` looks for it."""
        if quote not in self._said:  # one speaker says much, and a text may have 5 MB
            wanted = _folded(quote)[0].strip()
            self._said[quote] = bool(wanted) and wanted in self._plain
        return self._said[quote]

    def has_words(self, quote: str) -> bool:
        """The same of a quote that neither begins nor ends within a word of the text."""
        wanted = _folded(quote)[0].strip()
        places = _places(self._plain, wanted) if wanted else ()
        return any(
            not _splits_word(self._plain, at) and not _splits_word(self._plain, at + len(wanted)) for at in places
        )


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with plain quotes and single spaces, and the offset of each of its code points in the original."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in _WHITE.finditer(text):
        pieces.append(text[at : gap.start()])
        pieces.append(" ")
        offsets.extend(range(at, gap.start() + 1))
        at = gap.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces).translate(_GLYPHS), offsets


def _context(document: Document, start: int, end: int) -> tuple[str, str]:
    """Readable text before and after a span within its block, cut between words; an ellipsis marks a cut."""
    index = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    if index < 0:
        return "", ""
    block = document.blocks[index]
    before = document.text[block.start : start]
    after = document.text[end : max(end, block.end)]
    if len(before) > CONTEXT:
        before = "… " + tail(before, CONTEXT)
    if len(after) > CONTEXT:
        after = head(after, CONTEXT) + " …"
    return before, after


def _common_head(text: str, wanted: str) -> int:
    """Code points that two texts have in common at their beginning."""
    for count, (one, other) in enumerate(zip(text, wanted, strict=False)):
        if one != other:
            return count
    return min(len(text), len(wanted))


def _common_tail(text: str, wanted: str) -> int:
    """Code points that two texts have in common at their end."""
    return _common_head(text[::-1], wanted[::-1])
