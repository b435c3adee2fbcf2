"""``differ``, ``agree`` and ``ask``: on what the sources disagree, by the editor's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Difference, Rulings


def rule_differences(found: tuple[Difference, ...], rulings: Rulings) -> tuple[Difference, ...]:
    """The editor's differences first; then those found, less what he dismisses or asks himself, in his words where he
    gives some."""
    own = rulings.differences
    left = [
        one
        for one in found
        if not any(_parts(one, agreed) for agreed in rulings.agreed) and not any(_asks(one, other) for other in own)
    ]
    return (*own, *(_asked(one, rulings) for one in left))


def _parts(difference: Difference, agreed: Sequence[str]) -> bool:
    """Whether a difference sets some of these passages against others of them."""
    held = [side for side in difference.sides if not set(side.passages).isdisjoint(agreed)]
    return len(held) > 1


def _asks(found: Difference, own: Difference) -> bool:
    """Whether two sides of a difference that was found are sides of the editor's."""
    shared = [
        side for side in found.sides if any(not set(side.passages).isdisjoint(other.passages) for other in own.sides)
    ]
    return len(shared) > 1


def _asked(difference: Difference, rulings: Rulings) -> Difference:
    passages = {one for side in difference.sides for one in side.passages}
    for ruled in rulings.asked:
        if ruled.passage in passages:
            return replace(difference, question=ruled.value)
    return difference
