"""stub"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Quoted:
    text: str
    speaker: str | None = None
    names: tuple[str, ...] = ()
    written: date | None = None


def unfounded(wording: str, quotes: Sequence[Quoted]) -> tuple[str, ...]:
    return ()
