"""What stays and what is moved where things are put in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def unmoved(before: Sequence[T], after: Sequence[T]) -> frozenset[T]:
    """The most things that stand in the same order in both; what is in one alone is none of them."""
    place = {one: number for number, one in enumerate(before)}
    common = [one for one in after if one in place]
    ends: list[int] = []  # the lowest place on which a run of each length ends
    tails: list[T] = []
    previous: dict[T, T | None] = {}
    for one in common:
        length = bisect_left(ends, place[one])
        previous[one] = tails[length - 1] if length else None
        ends[length : length + 1] = [place[one]]
        tails[length : length + 1] = [one]
    found: list[T] = []
    last = tails[-1] if tails else None
    while last is not None:
        found.append(last)
        last = previous[last]
    return frozenset(found)


def moves(drawn: Sequence[T], wanted: Sequence[T], placed: Collection[T] = ()) -> dict[T, T]:
    """For each thing that has to be put right after another, so that those ``drawn`` stand as ``wanted``, that other:
    as few as can be. The first stays, for it stands after nothing; those that are ``placed`` after something stand
    where they are put, and are put again."""
    first = wanted[0]
    free = [one for one in drawn if one not in placed]
    if first in free:
        free = free[free.index(first) :]
    left = unmoved(free, wanted) | {first}
    return {one: before for before, one in pairwise(wanted) if one not in left}
