"""Document -> article text: the paragraphs, list items and headings that are not page furniture."""

from __future__ import annotations

from generator.model import BlockKind, Document


def article_text(document: Document) -> str:
    """The readable article, a line for each block, with a final newline; words are unchanged."""
    kept = (block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    return "".join(f"{document.text[block.start : block.end]}\n" for block in kept)
