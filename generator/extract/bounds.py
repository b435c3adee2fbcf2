"""How much of one capture is read. What stands behind is not read, accounted for as such, and a notice says so.

Of the 325 pages and 2,190 dumps and texts of the extraction sets none has more than 73,505 code points, 1,467 lines or
4,927 elements. Time and memory grow with all three; a page of 5 MB may have millions of each.
"""

from __future__ import annotations

MOST_TEXT = 500_000  # code points of text
MOST_BLOCKS = 10_000  # lines of a dump, blocks of a page
MOST_ELEMENTS = 100_000  # of a page


def cut(text: str, start: int, most: int = MOST_TEXT) -> int:
    """The offset up to which ``text`` is read from ``start`` on: its end, or where the last sentence or line ends
    before so many code points, or exactly there where none does."""
    end = start + most
    if len(text) <= end:
        return len(text)
    return max(text.rfind(". ", start, end), text.rfind("\n", start, end)) + 1 or end
