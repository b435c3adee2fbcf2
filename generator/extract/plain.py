"""Plain-text dump -> document: each line is a block, since in a dump each line is a hard boundary; but lines that a
program broke at one width are read as the paragraphs that they were."""

from __future__ import annotations

import re
from itertools import islice

from generator.extract.bounds import MOST_BLOCKS, cut
from generator.extract.link_numbers import find_link_numbers
from generator.extract.readable import Readable
from generator.extract.wrapped import join, read_lines
from generator.language.lines import LINE_ENDS
from generator.language.printable import UNSEEN
from generator.language.wraps import find_wrapping, joints
from generator.model import Block, BlockKind, Document, OffsetMap, Source

_LINE = re.compile(rf"[^{LINE_ENDS}]+")


def read_plain(source: Source) -> Document:
    """A document whose readable text is the capture's text, but for characters that nobody sees, with one paragraph
    block for each line that is not blank.

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
    lines = read_lines(capture, spans, numbers)
    rows = [line.row for line in lines]
    wrapping = find_wrapping(rows)
    if wrapping is not None or numbers is not None:
        joined = [None] * len(rows) if wrapping is None else list(joints(rows, wrapping))
        text, offsets, blocks = join(capture, end, lines, joined)
    else:
        text, offsets = _readable(capture, end)
        blocks = _a_block_each(text)
    return Document(source, text, blocks, offsets, unread=end if end < len(capture) else None)


def _readable(capture: str, end: int) -> tuple[str, OffsetMap | None]:
    """The beginning of a capture as it is read, and where it stands in the capture, None for just there."""
    if UNSEEN.search(capture, 0, end) is None:
        return capture[:end], None
    readable = Readable(capture)
    readable.add_as_it_is(0, end)
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
