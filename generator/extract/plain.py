"""Plain-text dump -> document: each line is a block, since in a dump each line is a hard boundary."""

from __future__ import annotations

import re

from generator.model import Block, BlockKind, Document, Source

_LINE = re.compile(r"[^\n]+")


def read_plain(source: Source) -> Document:
    """A document whose readable text is the capture's text, with one paragraph block for each line that is not blank.

    Block spans leave out the white space at both ends of a line (a carriage return included). Which lines are
    headings or furniture is for ``clean`` to say.
    """
    text = source.capture.text
    blocks = []
    for line in _LINE.finditer(text):
        content = line.group()
        start = line.start() + len(content) - len(content.lstrip())
        end = line.start() + len(content.rstrip())
        if start < end:
            blocks.append(Block(start, end, BlockKind.PARAGRAPH))
    return Document(source, text, tuple(blocks))
