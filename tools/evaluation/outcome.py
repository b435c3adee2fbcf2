"""What a run over one set gives, and how it shows that it is still alive."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that went wrong: how badly (larger is worse), in which file, and its text."""

    badness: float
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one set under the names its scorer gives them, and what went wrong."""

    figures: dict[str, float]
    cases: tuple[Case, ...]


def worst(cases: Iterable[Case], count: int) -> list[Case]:
    """The worst first; among equals in the order of their files."""
    return sorted(cases, key=lambda case: (-case.badness, case.where))[:count]


def with_progress(label: str, items: Sequence[Item]) -> Iterator[Item]:
    """The items, with a count on standard error: running on a terminal, one line elsewhere."""
    live = sys.stderr.isatty()
    for number, item in enumerate(items):
        if live and number % 10 == 0:
            print(f"\r{label}: {number}/{len(items)} ", end="", file=sys.stderr, flush=True)
        yield item
    print(f"{chr(13) if live else ''}{label}: {len(items)} done", file=sys.stderr, flush=True)
