"""Quoted stretches of a text."""

from __future__ import annotations

from typing import NamedTuple

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "``": "''"}
_LONGEST = 1500  # code points; a quotation that runs on further was never closed


class Quoted(NamedTuple):
    """``text[start:end]`` with its quote marks; ``closed`` is False where the block ends first."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[Quoted, ...]:
    """Quotations in double marks inside ``text[start:end]``, one block, in order.

    Single marks are not read: they are apostrophes more often than quotes. Linear in the length of the block.
    """
    stop = len(text) if end is None else end
    found: list[Quoted] = []
    opened: int | None = None
    closing = ""
    for index in range(start, stop):
        char = text[index]
        if opened is None:
            if char in _PAIRS and (char != '"' or _opens(text, index, start)):
                opened, closing = index, _PAIRS[char]
        elif char == closing or (char == '"' and closing == "”" and not _opens(text, index, start)):
            found.append(Quoted(opened, index + 1, True))
            opened = None
        elif index - opened > _LONGEST:
            opened = None
    if opened is not None:
        found.append(Quoted(opened, stop, False))
    return tuple(found)


def _opens(text: str, index: int, start: int) -> bool:
    """A straight mark opens at the block's start or after a space or bracket; after a digit it is an inch."""
    return index == start or text[index - 1].isspace() or text[index - 1] in "([—–-'‘"
