"""Document -> sentences: those of each block that holds running text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.runon import MOST_FOR_EACH, MOST_IN_STORY, MOST_SENTENCES
from generator.language.sentences import split
from generator.language.tongues import block_languages
from generator.model import BlockKind, Document, Sentence


def segment(document: Document, language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of every paragraph and list item, in order. Every character of such a block that is not white
    space stands in exactly one sentence; headings and furniture have none. ``language`` is the document's, a BCP 47
    tag, None where it is not known and taken for English."""
    running = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    blocks = {index: block for index, block in enumerate(document.blocks) if block.kind in running}
    languages = block_languages(document, blocks, language)
    return tuple(
        Sentence(document.source.id, start, end, index)
        for index, block in blocks.items()
        for start, end in split(document.text, block.start, block.end, languages[index])
    )


def most_read(counts: Sequence[int]) -> int:
    """How many sentences of each capture of a story are read, from the numbers that its captures have: all of them in
    any real story, else as many of each long one as short ones leave room for."""
    room = MOST_IN_STORY + MOST_FOR_EACH * len(counts)
    for place, count in enumerate(sorted(counts)):
        level = room // (len(counts) - place)
        if count > level:
            return min(level, MOST_SENTENCES)
        room -= count
    return MOST_SENTENCES
