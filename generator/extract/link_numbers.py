"""The numbers that lynx, w3m, links and elinks put before links ("[12]Home"), and the list of addresses below the page
that they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# An address may hold spaces that its page did not encode.
_ADDRESS = re.compile(r"\s*(?:(\d{1,4})\.|\[(\d{1,4})\])\s+(?:[a-z][a-z+.-]{1,12}:|/|#|www\.)")
_HEAD = re.compile(r"\s*(?:References|Links|Visible links|Hidden links)\s*:?\s*$", re.IGNORECASE)
_LEAST = 2  # addresses that make a list


@dataclass(frozen=True, slots=True)
class LinkNumbers:
    """The numbers of a list of addresses, and the lines (indices) of which it consists, its headings included."""

    numbers: frozenset[str]
    listed: frozenset[int]


def find_link_numbers(lines: Sequence[str]) -> LinkNumbers | None:
    """The list of addresses to which the numbers of a page lead, from its lines that are not blank; None where there
    is none."""
    heads = {place for place, line in enumerate(lines) if _HEAD.match(line)}
    numbers = {place: match[1] or match[2] for place, line in enumerate(lines) if (match := _ADDRESS.match(line))}
    heads = {place for place in heads if place + 1 in numbers or (place + 1 in heads and place + 2 in numbers)}
    listed = {place: number for place, number in numbers.items() if place > min(heads, default=len(lines))}
    return LinkNumbers(frozenset(listed.values()), frozenset(heads | listed.keys())) if len(listed) >= _LEAST else None
