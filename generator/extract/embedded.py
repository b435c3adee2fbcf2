"""The article's text as a page's data for machines hold it (JSON-LD ``articleBody``; ``script_data``), each character
with its place in the capture. It is read where the page itself does not show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from generator.extract.readable import Readable

Span: TypeAlias = tuple[int, int]
Pieces: TypeAlias = tuple[Span, ...]  # what is between the quotation marks of each string that a paragraph is made of
Body: TypeAlias = tuple[Pieces, ...]  # a string of HTML or with line feeds is more than one paragraph

_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL)
# A tag as JSON has it, its marks and its stroke escaped or not.
_OPEN, _CLOSE, _INSIDE = r"(?:<|\\u003[cC])(?:\\?/)?", r"(?:>|\\u003[eE])", r"(?:(?!\\u003[cCeE])[^<>])*"
_PIECE = re.compile(
    rf"(?P<end>(?:\\[nr]|\n|\r|{_OPEN}(?:p|br|div|li|h[1-6]|ul|ol|blockquote)\b{_INSIDE}{_CLOSE})+)"
    rf"|(?P<tag>{_OPEN}(?=[a-zA-Z!]){_INSIDE}{_CLOSE})"
    r"|(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<char>.)"
    r"|(?P<plain>[^\\<\n\r]+|<)",
    re.DOTALL,
)
_ESCAPES = {"t": " ", "b": "", "f": ""}


def find_body(page: str, start: int, end: int) -> Span | None:
    """Where the longest article's text stands in a script: the offsets of what is between its quotation marks."""
    bodies = [found.span(1) for found in _BODY.finditer(page, start, end)]
    return max(bodies, key=lambda span: span[1] - span[0], default=None)


def body_text(page: str, body: Body) -> str:
    """The text of such a body, its paragraphs parted by line feeds."""
    return "".join("\n" if text is None else text for text, _, _ in _pieces(page, body))


def read_body(readable: Readable, page: str, body: Body) -> Iterator[Span]:
    """Take such a body into a readable text; the span of each of its paragraphs there."""
    readable.begin_block()
    for text, first, last in _pieces(page, body):
        if text is None:
            if (span := readable.block()) is not None:
                yield span
            readable.begin_block()
        elif text == page[first:last]:
            readable.add(first, last)
        elif text.isspace():
            readable.separate(" ", first, last)
        elif text:
            readable.put(text, first, last)
    if (span := readable.block()) is not None:
        yield span


def _pieces(page: str, body: Body) -> Iterator[tuple[str | None, int, int]]:
    """Stretches of JSON strings with what they stand for; None where a paragraph ends."""
    for place, paragraph in enumerate(body):
        if place:
            yield None, paragraph[0][0], paragraph[0][0]
        for start, end in paragraph:
            for piece in _PIECE.finditer(page, start, end):
                yield _meaning(piece), *piece.span()


def _meaning(piece: re.Match[str]) -> str | None:
    if piece["end"] is not None:
        return None
    if piece["plain"] is not None:
        return piece["plain"]
    if piece["tag"] is not None:
        return ""
    if piece["pair"] is not None:
        high, low = int(piece["pair"][2:6], 16), int(piece["pair"][8:12], 16)
        return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    if piece["code"] is not None:
        code = int(piece["code"], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return _ESCAPES.get(piece["char"], piece["char"])
