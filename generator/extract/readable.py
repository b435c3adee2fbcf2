"""Builds a readable text together with the place of each of its code points in the capture."""

from __future__ import annotations

import re
from array import array
from html import unescape

from generator.language.printable import UNSEEN
from generator.model import OffsetMap

# Text of HTML and Markdown: white space that collapses, a character reference, or anything else.
_PIECE_OF_HTML, _PIECE_OF_MARKDOWN = (
    re.compile(
        r"(?P<space>[ \t\n\r\f]+)"
        rf"|(?P<entity>&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}}){end})"
        r"|[^ \t\n\r\f&]+(?: [^ \t\n\r\f&]+)*|&"
    )
    for end in (";?", ";")
)


class Readable:
    """A readable text in the making. Offsets that callers give are the capture's, in code points.

    ``markdown``: a character reference needs its semicolon, so that "?a=1&copy=2" is an address; in HTML old ones do
    without it.
    """

    def __init__(self, capture: str, markdown: bool = False) -> None:
        self._capture = capture
        self._piece = _PIECE_OF_MARKDOWN if markdown else _PIECE_OF_HTML
        self._parts: list[str] = []
        self._at = array("I", [0])  # where each part begins, and where the next one will
        self._starts = array("I")
        self._ends = array("I")
        self._last = ""
        self._block = 0

    def __len__(self) -> int:
        return self._at[-1]

    def add(self, start: int, end: int) -> None:
        """Take ``capture[start:end]``: white space collapsed, character references resolved, invisible characters
        left out."""
        text = self._capture[start:end]
        if self._last not in ("", " ", "\n") and text.isprintable() and "&" not in text and "  " not in text:
            self._as_it_is(start, end)
            return
        for piece in self._piece.finditer(self._capture, start, end):
            if piece["space"] is not None:
                if self._last not in ("", " ", "\n"):
                    self._put(" ", piece.start(), piece.end())
            elif piece["entity"] is not None:
                self._entity(piece.group(), piece.start(), piece.end())
            else:
                self._verbatim(piece.start(), piece.end())

    def add_as_it_is(self, start: int, end: int) -> None:
        """Take ``capture[start:end]``, invisible characters left out."""
        self._verbatim(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Let ``text`` stand for ``capture[start:end]``."""
        self._put(text, start, end)

    def separate(self, mark: str, start: int, end: int) -> None:
        """Let a space or line feed stand for ``capture[start:end]``, a tag, unless white space stands before it."""
        if self._last not in ("", " ", "\n"):
            self._put(mark, start, end)

    def begin_block(self, width: int = 0) -> None:
        """Separate what follows from what stands before by a line feed.

        The line feed stands for ``width`` code points of the capture: 1 where a line break is all that is sure to
        stand there, 0 where markup of two or more does. So its place lies strictly between its neighbours'.
        """
        if self._starts:
            behind = self._ends[-1]
            self._put("\n", behind + 1 - width, behind + 1)
        self._last = ""
        self._block = len(self._parts)

    def block(self) -> tuple[int, int] | None:
        """The readable span of what was taken since the block began, without white space at its ends; None if there
        is nothing else."""
        text = "".join(self._parts[self._block :])
        end = len(self) - len(text) + len(text.rstrip())
        start = len(self) - len(text.lstrip())
        return (start, end) if start < end else None

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def offsets(self) -> OffsetMap:
        return OffsetMap(self._at, self._starts, self._ends)

    def _put(self, text: str, start: int, end: int) -> None:
        for char in text:
            self._take(char, start, end)

    def _take(self, text: str, start: int, end: int) -> None:
        """Let a part stand for as many code points of the capture, or one code point for any number of them."""
        self._parts.append(text)
        self._at.append(self._at[-1] + len(text))
        self._starts.append(start)
        self._ends.append(end)
        self._last = text[-1]

    def _entity(self, name: str, start: int, end: int) -> None:
        resolved = unescape(name)
        if resolved == name:
            self._verbatim(start, end)
        elif resolved.isspace() and resolved != "\xa0":
            if self._last not in ("", " ", "\n"):
                self._put(" ", start, end)
        elif not UNSEEN.fullmatch(resolved) and resolved:
            self._put(resolved, start, end)

    def _verbatim(self, start: int, end: int) -> None:
        if self._capture[start:end].isprintable():  # so it holds nothing that is not seen
            self._as_it_is(start, end)
            return
        at = start
        for unseen in UNSEEN.finditer(self._capture, start, end):
            self._as_it_is(at, unseen.start())
            at = unseen.end()
        self._as_it_is(at, end)

    def _as_it_is(self, start: int, end: int) -> None:
        if start < end:
            self._take(self._capture[start:end], start, end)
