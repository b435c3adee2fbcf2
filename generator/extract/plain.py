"""Plain-text dump -> document: each line is a block, since in a dump each line is a hard boundary; but lines that a
program broke at one width are read as the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.extract.bounds import MOST_BLOCKS, cut
from generator.extract.link_cards import find_link_cards
from generator.extract.link_numbers import LinkNumbers, find_link_numbers
from generator.extract.readable import Readable
from generator.extract.wrapped import PlainLine, Span, join, read_lines
from generator.language.lines import LINE_ENDS
from generator.language.printable import UNSEEN
from generator.language.wraps import MEASURES, find_wrapping, joints
from generator.model import Block, BlockKind, Document, OffsetMap, Source

_LINE = re.compile(rf"[^{LINE_ENDS}]+")


def read_plain(source: Source) -> Document:
    """A document whose readable text is the capture's text, but for characters that nobody sees and links that stood
    over a name, with one paragraph block for each line that is not blank.

    Where a program broke lines at one width, a block is a paragraph: what parts its lines is read as a space, or as
    nothing at a hyphen. Marks of quotation (">") of such lines, and numbers of links ("[12]") that a list of addresses
    explains, are not read. Block spans leave out the white space at both ends of a line. Which lines are headings or
    furniture is for ``clean`` to say. Of what is longer than any article the beginning is read.
    """
    capture = source.capture.text
    end = cut(capture, 0)
    spans = [line.span() for line in islice(_LINE.finditer(capture, 0, end), MOST_BLOCKS + 1)]
    if len(spans) > MOST_BLOCKS:
        end = spans.pop()[0]
    numbers = find_link_numbers([capture[start:stop] for start, stop in spans])
    lines, joined = _lines(capture[:end], spans, numbers)
    offsets: OffsetMap | None
    if any(joint is not None for joint in joined) or numbers is not None:
        text, offsets, blocks = join(capture, end, lines, joined)
    else:
        text, offsets = _readable(capture, end)
        blocks = _a_block_each(text)
    return Document(source, text, blocks, offsets, unread=end if end < len(capture) else None)


def _lines(
    capture: str, spans: Sequence[Span], numbers: LinkNumbers | None
) -> tuple[list[PlainLine], list[str | None]]:
    """The lines of a capture, and what joins each to the one above, None where nothing does."""
    lines: list[PlainLine] = []
    for measure in MEASURES[:1] if capture.isascii() else MEASURES:
        lines = read_lines(capture, spans, numbers, measure)
        rows = [line.row for line in lines]
        wrapping = find_wrapping(rows)
        if wrapping is not None:
            return lines, list(joints(rows, wrapping))
    return lines, [None] * len(lines)


def _readable(capture: str, end: int) -> tuple[str, OffsetMap | None]:
    """The beginning of a capture as it is read, and where it stands in the capture, None for just there."""
    cards = tuple(find_link_cards(capture, 0, end))
    if not cards and UNSEEN.search(capture, 0, end) is None:
        return capture[:end], None
    readable, at = Readable(capture), 0
    for start, stop in (*cards, (end, end)):
        readable.add_as_it_is(at, start)
        at = stop
    return readable.text, readable.offsets


def _a_block_each(text: str) -> tuple[Block, ...]:
    blocks = []
    for line in _LINE.finditer(text):
        content = line.group()
        start = line.start() + len(content) - len(content.lstrip())
        stop = line.start() + len(content.rstrip())
        if start < stop:
            blocks.append(Block(start, stop, BlockKind.PARAGRAPH))
    return tuple(blocks)
