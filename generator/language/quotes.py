"""Quoted stretches of a text: where a quotation opens and where it closes, over sentences and over paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "``": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_LONGEST = 6000  # code points; a quotation in double marks that runs on further in one paragraph was never closed
_LONGEST_SINGLE = 1500
_BEFORE_CLOSING = frozenset(".,!?…;")
_OPENING, _CLOSING = "“", "”"


class Quoted(NamedTuple):
    """``text[start:end]`` with its quote marks; ``closed`` is False where the block ends first."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[Quoted, ...]:
    """Quotations inside ``text[start:end]``, one block, in order; what stands in a quotation is no further one.

    Single marks are quotes where one opens before a word and one closes after it: apostrophes do neither. Linear in the
    length of the block.
    """
    stop = len(text) if end is None else end
    found: list[Quoted] = []
    at = start
    while at < stop:
        char = text[at]
        if char not in _PAIRS or not _opens(text, at, start):
            at += 1
            continue
        close = _single_end(text, at, stop) if char in _SINGLE else _double_end(text, at, stop, start)
        if close is not None:
            found.append(Quoted(at, close + 1, True))
            at = close + 1
        elif char in _SINGLE or stop - at > _LONGEST:
            at += 1
        else:
            found.append(Quoted(at, stop, False))
            at = stop
    return tuple(found)


def _double_end(text: str, at: int, stop: int, start: int) -> int | None:
    """The mark that closes a quotation: writers mix curly and straight marks in one."""
    closing = {_PAIRS[text[at]], "”", '"'} if text[at] in '“"' else {_PAIRS[text[at]]}
    for index in range(at + 1, min(stop, at + _LONGEST)):
        if text[index] in closing and (text[index] != '"' or not _opens(text, index, start)):
            return index
    return None


def _single_end(text: str, at: int, stop: int) -> int | None:
    """The mark that closes a quotation in single marks: the first after a stop or comma, else the last one after a word
    before another opens. An apostrophe has a letter behind it."""
    closing, last = _PAIRS[text[at]], None
    if at + 1 >= stop or not text[at + 1].isalpha():
        return None
    for index in range(at + 2, min(stop, at + _LONGEST_SINGLE)):
        char = text[index]
        if char in _SINGLE and char != closing and _opens(text, index, at):
            break
        if char != closing or (index + 1 < stop and text[index + 1].isalnum()):
            continue
        if text[index - 1] in _BEFORE_CLOSING:
            return index
        if text[index - 1].isspace():
            break
        last = index
    return last


def _opens(text: str, index: int, start: int) -> bool:
    """A straight mark opens at the block's start or after a space or bracket; after a digit it is an inch."""
    if text[index] in "“„«":
        return True
    return index == start or text[index - 1].isspace() or text[index - 1] in "([—–-“\"'‘"


def join_open(blocks: Iterable[tuple[tuple[Quoted, ...], int]]) -> tuple[tuple[Quoted, ...], ...]:
    """Quotations over paragraphs. ``blocks`` are the quotes of each block and the block's start, in order.

    A quotation that its block leaves open goes on where the next block opens one at its start, as printers do. Each
    stretch holds the quotes of all blocks that it spans.
    """
    stretches: list[list[Quoted]] = []
    goes_on = False
    for quotes, start in blocks:
        for quote in quotes:
            if goes_on and quote.start == start:
                stretches[-1].append(quote)
            else:
                stretches.append([quote])
            goes_on = False
        goes_on = bool(quotes) and not quotes[-1].closed
    return tuple(tuple(stretch) for stretch in stretches)


def balanced(text: str) -> str:
    """A text that is shown by itself, with the quotation marks that its neighbours hold: none stands alone in it."""
    head, tail = missing_marks(text)
    return f"{head}{text}{tail}"


def missing_marks(text: str) -> tuple[str, str]:
    """The marks that a text lacks at its start and at its end, for none to stand alone: "" where it lacks none.

    Writers mix curly and straight marks in one quotation, so that any mark closes what any other opened.
    """
    depth = unopened = 0
    for index, char in enumerate(text):
        if char in "“„" or (char == '"' and _opens(text, index, 0) and text[index + 1 : index + 2].strip()):
            depth += 1
        elif char in '”"':
            if depth:
                depth -= 1
            elif not text[index - 1 : index].isdigit():  # an inch
                unopened += 1
    return _OPENING * unopened, _CLOSING * depth


def is_quotation(text: str) -> bool:
    """Whether a text stands in quotation marks as a whole."""
    quotes: Sequence[Quoted] = find_quotes(text)
    return len(quotes) == 1 and quotes[0].closed and quotes[0].start == 0 and quotes[0].end == len(text)
