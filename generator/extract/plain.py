"""Plain-text dump -> document: each line is a block, since in a dump each line is a hard boundary."""

from __future__ import annotations

import re

from generator.extract.bounds import MOST_BLOCKS, cut
from generator.extract.readable import Readable
from generator.language.lines import LINE_ENDS
from generator.language.printable import UNSEEN
from generator.model import Block, BlockKind, Document, OffsetMap, Source

_LINE = re.compile(rf"[^{LINE_ENDS}]+")


def read_plain(source: Source) -> Document:
    """A document whose readable text is the capture's text, but for characters that nobody sees, with one paragraph
    block for each line that is not blank.

    Block spans leave out the white space at both ends of a line. Which lines are headings or furniture is for
    ``clean`` to say. Of what is longer than any article the beginning is read.
    """
    capture = source.capture.text
    end = cut(capture, 0)
    text, offsets = _readable(capture, end)
    blocks: list[Block] = []
    for line in _LINE.finditer(text):
        if len(blocks) == MOST_BLOCKS:
            end = line.start() if offsets is None else offsets.starts[line.start()]
            text, offsets = _readable(capture, end)
            break
        content = line.group()
        start = line.start() + len(content) - len(content.lstrip())
        stop = line.start() + len(content.rstrip())
        if start < stop:
            blocks.append(Block(start, stop, BlockKind.PARAGRAPH))
    return Document(source, text, tuple(blocks), offsets, unread=end if end < len(capture) else None)


def _readable(capture: str, end: int) -> tuple[str, OffsetMap | None]:
    """The beginning of a capture as it is read, and where it stands in the capture, None for just there."""
    if UNSEEN.search(capture, 0, end) is None:
        return capture[:end], None
    readable = Readable(capture)
    readable.add_as_it_is(0, end)
    return readable.text, readable.offsets
