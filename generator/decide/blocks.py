"""``furniture`` and ``article``: what of a capture is its article, by the editor's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.cite import Places, nearest
from generator.errors import InputError
from generator.model import Block, BlockKind, Decision, Document, Lost, Story, Verb

FURNITURE_RULE = "the editor: no part of the article"
ARTICLE_RULE = "the editor: a part of the article"


def rule_blocks(story: Story, documents: tuple[Document, ...]) -> tuple[tuple[Document, ...], tuple[Lost, ...]]:
    """The documents, each block that a quote of ``furniture`` or ``article`` touches labelled so; and the decisions of
    which a quote stands in no block.

    Raises InputError for a block that is said to be both.
    """
    wanted = [one for one in story.decisions if one.verb in (Verb.FURNITURE, Verb.ARTICLE)]
    if not wanted:
        return documents, ()
    by_id = {document.source.id: document for document in documents}
    lost: list[Lost] = []
    ruled_by: dict[tuple[str, int], Decision] = {}
    for decision in wanted:
        for quote in decision.quotes:
            document = by_id.get(quote.source)
            for place in _touched(document, quote.words) if document else ():
                other = ruled_by.setdefault((quote.source, place), decision)
                if other.verb is not decision.verb:
                    lines = " and ".join(map(str, sorted((other.line, decision.line))))
                    problem = f"one block is furniture and article: lines {lines}"
                    raise InputError(story.decisions_path, problem, "keep one", decision.line)
            ruled = document and _ruled(document, decision, quote.words)
            if ruled:
                by_id[quote.source] = ruled
            else:
                near = nearest(quote.words, _texts([document] if document else documents))
                lost.append(Lost(story.decisions_path, decision.line, decision.verb, quote, near, holds=False))
    return tuple(by_id[document.source.id] for document in documents), tuple(lost)


def _texts(documents: Iterable[Document]) -> Iterator[str]:
    return (document.text[block.start : block.end] for document in documents for block in document.blocks)


def _ruled(document: Document, decision: Decision, words: str) -> Document | None:
    touched = frozenset(_touched(document, words))
    if not touched:
        return None
    label = _furniture if decision.verb is Verb.FURNITURE else _article
    return replace(
        document, blocks=tuple(label(one) if place in touched else one for place, one in enumerate(document.blocks))
    )


def _touched(document: Document, words: str) -> Iterator[int]:
    for start, end in Places(document.text).of(words):
        for place, block in enumerate(document.blocks):
            if block.start < end and start < block.end:
                yield place


def _furniture(block: Block) -> Block:
    return replace(block, kind=BlockKind.FURNITURE, rule=FURNITURE_RULE, set_aside=False)


def _article(block: Block) -> Block:
    if block.kind is not BlockKind.FURNITURE:
        return block
    return replace(block, kind=BlockKind.PARAGRAPH, rule=ARTICLE_RULE, set_aside=False)
