"""Pairs that are likely enough to be asked about -> cards that settle several of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)

MOST_LINES = 5  # of a card: more are not held in mind
ROWS = 16  # of a screen of 24, beside title and keys


@dataclass(frozen=True, slots=True)
class Card(Generic[T]):
    """Things that are shown together, each but the first with the earlier one for which it was added; ``likely`` is the
    likelihood of the first pair."""

    things: tuple[T, ...]
    beside: tuple[T, ...]
    likely: float


def pair_of(a: T, b: T) -> tuple[T, T]:
    """The two in their order, as keys of ``links`` are."""
    return (a, b) if a < b else (b, a)


def make_cards(links: Mapping[tuple[T, T], float], rows: Callable[[T, T], int]) -> Iterator[Card[T]]:
    """Cards that show every pair once, the likeliest first: a pair, and what is likeliest to belong to one of the card,
    as long as there is room. ``rows`` says how many lines of the screen a thing takes that is shown beside another."""
    partners: dict[T, set[T]] = defaultdict(set)
    for a, b in links:
        partners[a].add(b)
        partners[b].add(a)
    shown: set[tuple[T, T]] = set()
    for pair in sorted(links, key=lambda each: (-links[each], each)):
        if pair in shown:
            continue
        things, beside = list(pair), [pair[1], pair[0]]
        room = ROWS - rows(*pair) - rows(*pair[::-1])
        while len(things) < MOST_LINES:
            further = [
                (-links[link], other, one)
                for one in things
                for other in partners[one]
                if other not in things and (link := pair_of(one, other)) not in shown
            ]
            fitting = (each for each in sorted(further) if rows(each[1], each[2]) <= room)
            _, other, one = next(fitting, (0.0, None, None))
            if other is None or one is None:
                break
            room -= rows(other, one)
            things.append(other)
            beside.append(one)
        shown.update(pair_of(one, other) for one, other in combinations(things, 2))
        yield Card(tuple(things), tuple(beside), links[pair])
