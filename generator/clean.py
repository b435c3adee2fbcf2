"""Document -> the same document with every block labelled: article text, heading, list item or page furniture."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import InputError
from generator.language.lines import CLASS_NAMES, Line, describe_line
from generator.model import Block, BlockKind, Document

_TEXT_WORDS = 12  # words from which a line that ends like a sentence is article text


def clean(document: Document) -> Document:
    """The document with a kind for every block; text and spans stay as they are.

    Kinds that the reader took from markup (heading, list item, furniture) are kept, except that a heading or list item
    may turn out to be furniture. Furniture always carries the rule that said so.
    Raises InputError where no block is article text.
    """
    lines = _read_lines(document)
    article = [_is_text(line) for line in lines]
    kept = [i for i, block in enumerate(document.blocks) if article[i] and block.kind is not BlockKind.FURNITURE]
    if not kept:
        raise InputError(
            document.source.capture.path, "no article is found in this capture", "save the page again, or leave it out"
        )
    blocks = tuple(
        _label(block, lines, article, i, kept[0], kept[-1]) for i, block in enumerate(document.blocks)
    )
    return replace(document, blocks=blocks)


def article_text(document: Document) -> str:
    """The article as plain text: its headings (not the headline), paragraphs and list items, one a line."""
    return "\n".join(
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is not BlockKind.FURNITURE and block.rule != HEADLINE
    )


HEADLINE = "headline"


def _read_lines(document: Document) -> list[Line]:
    lines = []
    end = 0
    for block in document.blocks:
        gap = document.text[end : block.start]
        lines.append(
            describe_line(
                document.text[block.start : block.end],
                indent=len(gap) - gap.rfind("\n") - 1,
                blank_before=gap.count("\n") > 1,
                listed=block.kind is BlockKind.LIST_ITEM,
            )
        )
        end = block.end
    return lines


def _is_text(line: Line) -> bool:
    if line.size < _TEXT_WORDS or not line.ends_sentence or line.cut_short:
        return False
    signs = sum(line.classes[:5])
    return signs * 10 <= line.size and line.function_words * 5 > line.size


def _label(block: Block, lines: list[Line], article: list[bool], i: int, first: int, last: int) -> Block:
    if block.kind is BlockKind.FURNITURE:
        return block
    line = lines[i]
    if article[i]:
        kind = BlockKind.LIST_ITEM if line.bullet else block.kind
        return replace(block, kind=kind)
    signs = max(range(len(CLASS_NAMES)), key=lambda c: line.classes[c])
    if line.classes[signs]:
        return replace(block, kind=BlockKind.FURNITURE, rule=CLASS_NAMES[signs])
    if not first < i < last:
        place = "before the article" if i < first else "after the article"
        return replace(block, kind=BlockKind.FURNITURE, rule=f"short line {place}")
    if line.bullet:
        return replace(block, kind=BlockKind.LIST_ITEM, rule="list inside the article")
    if line.size <= 14 and article[i + 1]:
        return replace(block, kind=BlockKind.HEADING, rule="short line above article text")
    return replace(block, kind=BlockKind.FURNITURE, rule="short line inside the article")
