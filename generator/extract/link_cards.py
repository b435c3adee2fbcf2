"""Links that a page shows over a name, when the text of the page was copied with them: after the name stand the name in
full, headlines without a space before the first, and "MORE"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Of 2,594 articles of stories_allsides/dev 210 have 796 of them, none is anything else; 21 in other forms stay.
_CARD: Final = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]{1,30})"
    r"(?P<card> (?:[A-Z(\"“][\w.'’()\"“”-]{0,30} ){1,5}(?P=name)(?=[A-Z\d\"“'‘]).{10,700}? MORE\b)"
)


def find_link_cards(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of such links in a part of a text, in their order, without the name before them."""
    if "MORE" in text:
        yield from (found.span("card") for found in _CARD.finditer(text, start, end))
