"""Reads lines that a program broke at one width as the paragraphs that they were, with their places in the capture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.hyphens import Hyphens
from generator.extract.link_numbers import LinkNumbers
from generator.extract.readable import Readable
from generator.language.lines import LINE_ENDS
from generator.language.wraps import LINK_NUMBER, QUOTED, Measure, Row, columns, first_word
from generator.model import Block, BlockKind, OffsetMap

LINK_LIST = "list of the addresses of links"
PLACEHOLDER = "what stands for a picture or a button"
# Of lynx and w3m: the name of a picture's file in brackets, or what the element is.
_PLACEHOLDER = re.compile(
    r"\[[^\[\]]*\.(?:jpe?g|png|gif|webp|svg|avif)[^\[\]]*\]|\[(?:IMG|INLINE|LINK|IMAGE|EMBED)\]|\((?:BUTTON|IMAGE)\)"
)
_BREAK = re.compile(rf"\r\n|[{LINE_ENDS}]")
_WHITE = re.compile(r"\s+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line that says something: ``row`` is how it looks, ``spans`` is what of the capture is read of it. ``address``:
    it belongs to the list of the addresses of links."""

    row: Row
    spans: tuple[Span, ...]
    address: bool

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


def read_lines(
    capture: str, lines: Sequence[Span], numbers: LinkNumbers | None, measure: Measure = columns
) -> list[PlainLine]:
    """The lines of a capture of which something is read, from the spans of all that are not empty. Their widths are
    counted by ``measure``."""
    found: list[PlainLine] = []
    above = 0  # the end of the last line that is not blank
    for place, (begin, end) in enumerate(lines):
        quoted = QUOTED.match(capture, begin, end)
        start, stop = _stripped(capture, begin if quoted is None else quoted.end(), end)
        spans = tuple(_read(capture, start, stop, numbers))
        text = "".join(capture[first:last] for first, last in spans).strip()
        if not text:
            continue
        row = Row(
            text=text,
            indent=measure(capture[begin:start].expandtabs()),
            width=measure(capture[begin:stop].expandtabs()),
            first=measure(first_word(capture[start:stop])),
            depth=0 if quoted is None else quoted.group().count(">"),
            follows=bool(found) and len(_BREAK.findall(capture, above, begin)) == 1,
        )
        above = end
        found.append(PlainLine(row, spans, numbers is not None and place in numbers.listed))
    return found


def _stripped(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    content = text[start:end]
    stop = start + len(content.rstrip())
    return min(stop, start + len(content) - len(content.lstrip())), stop


def _read(capture: str, start: int, end: int, numbers: LinkNumbers | None) -> Iterator[Span]:
    """What of a line is read: all but the numbers of its links."""
    at = start
    if numbers is not None:
        for mark in LINK_NUMBER.finditer(capture, start, end):
            if mark[1] in numbers.numbers:
                if at < mark.start():
                    yield at, mark.start()
                at = mark.end()
    if at < end:
        yield at, end


def join(
    capture: str, end: int, lines: Sequence[PlainLine], joints: Sequence[str | None]
) -> tuple[str, OffsetMap, tuple[Block, ...]]:
    """The readable text of a capture up to ``end``, its places and its blocks. ``joints`` has for each line what stands
    between it and the line above; None where it begins a block."""
    readable = Readable(capture)
    hyphens = Hyphens(capture)
    margin = Counter(line.row.indent for line in lines).most_common(1)[0][0] if lines else 0
    begun: list[tuple[PlainLine, int]] = []  # the first line of each block, and where the block begins
    at = 0
    for place, (line, joint) in enumerate(zip(lines, joints, strict=True)):
        if joint is None:
            _add_white(readable, capture, at, line.start, indented=line.row.indent > margin)
            begun.append((line, len(readable)))
        elif joint:
            readable.put(joint, at, line.start)
        goes_on = place + 1 < len(lines) and joints[place + 1] == ""
        at = line.end - (goes_on and not hyphens.is_own(line.row.text, lines[place + 1].row.text))
        for first, last in line.spans:
            readable.add_as_it_is(first, min(last, at))
    _add_white(readable, capture, at, end, indented=True)
    return readable.text, readable.offsets, tuple(_blocks(readable.text, begun))


def _add_white(readable: Readable, capture: str, start: int, end: int, indented: bool) -> None:
    """Take the white space between two blocks, and of what stands before the second only line breaks unless it is
    ``indented`` deeper than the page is."""
    for white in _WHITE.finditer(capture, start, end):
        stop = white.end()
        if not indented and stop == end:
            stop = white.start() + len(white.group().rstrip(" \t"))
        if white.start() < stop:
            readable.add_as_it_is(white.start(), stop)


def _blocks(text: str, begun: Sequence[tuple[PlainLine, int]]) -> Iterator[Block]:
    ends = [begin for _, begin in begun[1:]]
    for (line, begin), end in zip(begun, [*ends, len(text)], strict=True):
        start, stop = _stripped(text, begin, end)
        if start < stop:
            rule = LINK_LIST if line.address else PLACEHOLDER if _PLACEHOLDER.fullmatch(text, start, stop) else None
            yield Block(start, stop, BlockKind.PARAGRAPH if rule is None else BlockKind.FURNITURE, rule)
