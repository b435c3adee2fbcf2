"""Work on captures of one content, done once and given to each: a copy costs what it takes to name it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.model import Document, Passage, Sentence, Source

Item = TypeVar("Item")
Result = TypeVar("Result")


def once_each(
    items: Sequence[Item],
    key: Callable[[Item], Hashable],
    work: Callable[[Item], Result],
    given_to: Callable[[Result, Item], Result] = lambda result, _: result,
) -> tuple[Result, ...]:
    """What ``work`` makes of each item, in order. Of the items of one key it is asked for the first alone, and what it
    makes of that is ``given_to`` the others; nothing is kept behind the call. Raises what ``work`` does."""
    known: dict[Hashable, Result] = {}
    found = []
    for item in items:
        content = key(item)
        if content in known:
            found.append(given_to(known[content], item))
        else:
            known[content] = work(item)
            found.append(known[content])
    return tuple(found)


def content_of(source: Source) -> Hashable:
    """What a capture holds, wherever it lies: all that readers of captures look at."""
    return replace(source.capture, path="")


def content_of_document(document: Document) -> Hashable:
    """The same of a document whose blocks an editor may have ruled on."""
    return content_of(document.source), document.blocks


def sentences_given_to(source: Source, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of another source of the same content as this one's own."""
    return tuple(replace(sentence, source=source.id) for sentence in sentences)


def passages_given_to(source: Source, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages of another source of the same content as this one's own, under its name."""
    return tuple(
        replace(
            passage,
            id=source.id + passage.id.removeprefix(passage.source),
            source=source.id,
            sentence=replace(passage.sentence, source=source.id),
        )
        for passage in passages
    )
