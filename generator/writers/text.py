"""What commands print: the text of an article without page furniture, and the notices of a file."""

from __future__ import annotations

from generator.errors import one_line
from generator.model import BlockKind, Document, Notice


def article_text(document: Document) -> str:
    """The readable article, a line for each block, with a final newline; words are unchanged."""
    kept = (block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    return "".join(f"{document.text[block.start : block.end]}\n" for block in kept)


def notice_line(path: str, notice: Notice) -> str:
    """A notice of the file at a path, in a line."""
    shown = f": {notice.quote!r}" if notice.quote else ""
    return f"{one_line(path)}: {notice.message}{shown}"
