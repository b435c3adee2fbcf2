"""Plain-text dump -> document: each line is a block, since in a dump each line is a hard boundary."""

from __future__ import annotations

import re

from generator.extract.bounds import MOST_BLOCKS, cut
from generator.model import Block, BlockKind, Document, Source

_LINE = re.compile(r"[^\n]+")


def read_plain(source: Source) -> Document:
    """A document whose readable text is the capture's text, with one paragraph block for each line that is not blank.

    Block spans leave out the white space at both ends of a line (a carriage return included). Which lines are
    headings or furniture is for ``clean`` to say. Of what is longer than any article the beginning is read.
    """
    capture = source.capture.text
    end = cut(capture, 0)
    blocks: list[Block] = []
    for line in _LINE.finditer(capture, 0, end):
        if len(blocks) == MOST_BLOCKS:
            end = line.start()
            break
        content = line.group()
        start = line.start() + len(content) - len(content.lstrip())
        stop = line.start() + len(content.rstrip())
        if start < stop:
            blocks.append(Block(start, stop, BlockKind.PARAGRAPH))
    return Document(source, capture[:end], tuple(blocks), unread=end if end < len(capture) else None)
