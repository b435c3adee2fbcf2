"""In which language each block of a document is written."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.recognise import other_language
from generator.model import Document


def block_languages(document: Document, blocks: Iterable[int], language: str | None) -> dict[int, str | None]:
    """The language of some blocks (by index): the document's, or another where words or markup show it."""
    found: dict[int, str | None] = {}
    for index in blocks:
        block = document.blocks[index]
        found[index] = other_language(document.text[block.start : block.end], language, block.language) or language
    return found
