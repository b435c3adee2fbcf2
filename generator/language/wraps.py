"""Text that a program broke into lines of one width, as text browsers, mail programs, pandoc and copies of a PDF have
it: whether a text is such, and which of its lines go on with the one above.

A line is broken before the word that would not fit. So the width of the lines of a paragraph lies between the length of
each and that length with the next line's first word, and one width lies there for nearly all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NARROWEST, _WIDEST = 28, 160  # columns: a narrow column of a PDF, and two columns each for 80 Chinese characters
_SHORTEST = 20  # columns; a shorter line that goes on below may be an item of a menu
_RAGGED = 8  # columns by which lines of letters of several widths end before the edge
# Lines that go on below and tell of one width, at least and as a share of all that do; and how many of them there are
# for each line that is longer than this width though it could be broken. Of the 1,095 dumps of aeb, aed_dev and
# wcxb_dev one is taken for wrapped, rightly: it holds a stretch of 98 such lines. Every third, wrapped at 72 columns,
# is, but for one, which has no such line; and so are their copies in letters of several widths, 66 or 34 on a line.
_LEAST, _SHARE, _PER_LONG = 2, 0.6, 2
_LONG_WORDS = 8
_RAGGED_SHARE = 0.95  # of the lines that go on, which end that near to the edge
_RAGGED_MOST = 0.25  # of the width

QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")  # marks of quotation in a mail
LINK_NUMBER = re.compile(r"\[(\d{1,4})\]")  # before a link, by lynx and others

_ENDED = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•·▪◦‣□☆*+]\s+")
_SOFT_BULLET = re.compile(r"(?:[–—-]|o|\d{1,3}[.)])\s+")  # is also a word, a dash or a number at a line's beginning
_RULED = re.compile(r"[^\w\s](?:\s?[^\w\s]){2,}")  # drawn below a headline or between parts
# What browsers print above and below each page: time and title, address and number.
PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d\b.*|https?://\S+\s+\d{1,3}(?:/| of )\d{1,3}"
    r"|\d{1,3}(?:/| of | von | sur )\d{1,3}\s+\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d.*"
)
HYPHENS = "-\u2010\u00ad"
_INDENTED = 24  # columns by which the first line of a paragraph may be indented
_CENTRED = 2  # columns by which the margins of a centred line differ
_SPACE_STAYS = frozenset("and or to und oder bis et ou y o e ed en of i lub и или".split())  # "short- and long-term"


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank. ``text`` is what of it is read, without white space at its ends and without marks of
    quotation, of which there are ``depth``. Columns: ``indent`` before it, ``width`` up to its end, ``first`` of its
    first word. ``follows``: the line right above is not blank."""

    text: str
    indent: int
    width: int
    first: int
    depth: int
    follows: bool


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width of the lines of a text, and how many columns before it they may end."""

    width: int
    ragged: int


Measure = Callable[[str], int]


def columns(text: str) -> int:
    """Columns that a text takes where all letters are as wide, but for the double width of East Asian ones."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.combining(char) else 1


MEASURES: tuple[Measure, ...] = (columns, len)  # browsers and mail programs count columns, simpler tools code points


def find_wrapping(rows: Sequence[Row]) -> Wrapping | None:
    """How a text is wrapped, None where its lines are paragraphs or stand for themselves."""
    going_on = [(row.width, _needed(row, below)) for row, below in pairwise(rows) if _surely_goes_on(row, below)]
    for ragged in (0, _RAGGED):
        width, agreeing = _common_width(going_on, ragged)
        long = sum(row.width > width + ragged and row.text.count(" ") >= _LONG_WORDS - 1 for row in rows)
        if agreeing >= max(_LEAST, _SHARE * len(going_on), _PER_LONG * long):
            return Wrapping(width, _raggedness(going_on, width))
    return None


def _surely_goes_on(row: Row, below: Row) -> bool:
    """Whether the line below goes on with a sentence, by its small letter; in scripts that have none, because the
    sentence has not ended."""
    if not below.follows or below.depth != row.depth or row.width < _SHORTEST or _ENDED.search(row.text):
        return False
    return _begins_small(below) and not _SOFT_BULLET.match(below.text)


def _begins_small(row: Row) -> bool:
    first = row.text[0]
    return first.islower() or unicodedata.category(first) == "Lo"


def _needed(row: Row, below: Row) -> int:
    """The columns that the line would have with the first word of the one below."""
    return row.width + len(_joint(row, below)) + below.first


def first_word(text: str) -> str:
    """The first word, before which a line may be broken; where words are not spaced, the first letter."""
    return text[0] if _is_unspaced(text[0]) else text.split(None, 1)[0]


def _is_unspaced(char: str) -> bool:
    """Whether a letter is of a script that writes no spaces between words: Chinese, Japanese."""
    return _columns_of(char) == 2 and not "\uac00" <= char <= "\ud7a3"


def _common_width(going_on: Sequence[tuple[int, int]], ragged: int) -> tuple[int, int]:
    """The width on which most lines agree, the least such width that no line of these exceeds, and how many agree."""
    count = Counter(
        width for length, needed in going_on for width in range(max(_NARROWEST, length), min(_WIDEST, needed + ragged))
    )
    most = max(count.values(), default=0)
    widths = [width for width, agreeing in count.items() if agreeing == most]
    return min(widths, default=0), most


def _raggedness(going_on: Sequence[tuple[int, int]], width: int) -> int:
    """How many columns before the edge lines end that go on below, but for the few that end earliest."""
    short = sorted(max(0, width + 1 - needed) for _, needed in going_on)
    return min(short[int(_RAGGED_SHARE * (len(short) - 1))], int(_RAGGED_MOST * width))


def joints(rows: Sequence[Row], wrapping: Wrapping) -> Iterator[str | None]:
    """For each line what stands between it and the one above where it goes on with that: a space, or nothing where
    that ends in a hyphen or the script has no spaces. None for a line that begins a paragraph."""
    first = True  # whether the line above begins a paragraph
    for place, row in enumerate(rows):
        above = rows[place - 1] if place else None
        joint = None
        if above is not None and _is_laid_out_alike(above, row, first, wrapping) and _goes_on(above, row, wrapping):
            joint = _joint(above, row)
        yield joint
        first = joint is None


def _goes_on(above: Row, row: Row, wrapping: Wrapping) -> bool:
    ended = _ENDED.search(above.text) is not None
    if any(pattern.fullmatch(line.text) for pattern in (_RULED, PRINTED) for line in (above, row)):
        return False
    if _BULLET.match(row.text) or (_SOFT_BULLET.match(row.text) and (ended or row.indent != above.indent)):
        return False
    if _needed(above, row) > wrapping.width - wrapping.ragged:
        return True
    return wrapping.ragged > 0 and not ended and _begins_small(row) and above.width * 2 > wrapping.width


def _is_laid_out_alike(above: Row, row: Row, first: bool, wrapping: Wrapping) -> bool:
    """Whether a line stands where the next line of a paragraph does: below the one above, right of its list mark, or
    left of its first line, which is indented; or both are centred."""
    if not row.follows or row.depth != above.depth:
        return False
    if row.indent == above.indent:
        return True
    mark = (_BULLET.match(above.text) or _SOFT_BULLET.match(above.text)) if first else None
    if mark is not None and row.indent == above.indent + mark.end():
        return True
    if first and 0 < above.indent - row.indent <= _INDENTED:
        return True
    return all(abs(line.indent - max(0, wrapping.width - line.width)) <= _CENTRED for line in (above, row))


def _joint(above: Row, row: Row) -> str:
    if _is_unspaced(above.text[-1]) and _is_unspaced(row.text[0]):
        return ""
    hyphen = above.text[-1] in HYPHENS and above.text[-2:-1].isalnum()
    return "" if hyphen and row.text.split(None, 1)[0].lower() not in _SPACE_STAYS else " "
