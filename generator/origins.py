"""Which sources are independent: copies of one text count as one origin."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.tokens import words
from generator.model import BlockKind, Document, Origin

SHINGLE = 5  # words in a row: long enough that two writers seldom choose the same ones
COPIED = 0.5  # share of the shorter text's shingles that stand in the longer: from here on one copies the other


def find_origins(documents: tuple[Document, ...]) -> tuple[Origin, ...]:
    """One origin for each source, in order: itself, or the source whose article text it shares.

    Of several that share a text the longest is the origin, of equally long ones the first in the story.
    """
    texts = [_shingles(document) for document in documents]
    by_length = sorted(range(len(documents)), key=lambda i: (-len(texts[i]), i))
    names = [document.source.id for document in documents]
    found: dict[int, Origin] = {}
    origins: list[int] = []
    for i in by_length:
        shared, first = max(((_contained(texts[i], texts[j]), -j) for j in origins), default=(0.0, 0))
        if shared >= COPIED:
            found[i] = Origin(names[i], names[-first], round(shared, 4))
            continue
        origins.append(i)
        found[i] = Origin(names[i], names[i], 0.0)
    return tuple(found[i] for i in range(len(documents)))


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    """Runs of words of the article's own text, furniture left aside."""
    found: set[tuple[str, ...]] = set()
    for block in document.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            found.update(_runs(words(document.text[block.start : block.end])))
    return frozenset(found)


def _runs(tokens: Sequence[str]) -> set[tuple[str, ...]]:
    if not tokens:
        return set()
    return {tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1))}


def _contained(small: frozenset[tuple[str, ...]], large: frozenset[tuple[str, ...]]) -> float:
    """Share of the first text's shingles that stand in the second, 0 to 1."""
    return len(small & large) / len(small) if small else 0.0
