"""Work on captures of one content, done once and given to each: a copy costs what it takes to name it, and so does what
an earlier run has kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol, TypeVar

from generator.model import Document, Passage, Sentence, Source

Item = TypeVar("Item")
Result = TypeVar("Result")

REMEMBERED: Final = 2_000  # values in memory, four of a capture, most of which its draft holds as well


class Store(Protocol):
    """What earlier runs made of captures. The ``key`` of a value tells by its ``repr`` all that it was made of, the
    program aside."""

    def get(self, key: Hashable) -> Any:
        """The value of a key, None where there is none."""

    def put(self, key: Hashable, value: Any) -> None:
        """Keep a value, which is not changed from now on."""


class Nothing:
    """A store that keeps nothing."""

    def get(self, key: Hashable) -> Any:
        return None

    def put(self, key: Hashable, value: Any) -> None:
        pass


class Memory:
    """A store of one process, for drafts of a story that follow one another; what was asked for last is kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable) -> Any:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Hashable, value: Any) -> None:
        self._kept[key] = value
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)


def once_each(
    store: Store,
    what: str,
    items: Sequence[Item],
    key: Callable[[Item], Hashable],
    work: Callable[[Item], Result],
    given_to: Callable[[Result, Item], Result] = lambda result, _: result,
) -> tuple[Result, ...]:
    """What ``work`` makes of each item, in order. Of the items of one key it is asked for the first alone, and only
    where the ``store`` has nothing of this key, which is kept there as ``what`` it is; what came of another item is
    ``given_to`` each. Raises what ``work`` does."""
    known: dict[Hashable, Result] = {}
    found = []
    for item in items:
        content = key(item)
        result = known[content] if content in known else store.get((what, content))
        if result is None:
            result = work(item)
            store.put((what, content), result)
            found.append(result)
        else:
            found.append(given_to(result, item))
        known[content] = result
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
