"""``differ``, ``agree`` and ``ask``: on what the sources disagree, by the editor's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Difference, Rulings, source_of


def rule_differences(found: tuple[Difference, ...], rulings: Rulings) -> tuple[Difference, ...]:
    """The editor's differences first; then those found, less what he dismisses or asks himself, in his words where he
    gives some."""
    own = rulings.differences
    standing = filter(None, (_of_what_stands(one, rulings) for one in found))
    left = [
        one
        for one in standing
        if not any(_parts(one, agreed) for agreed in rulings.agreed) and not any(_asks(one, other) for other in own)
    ]
    return (*own, *(_asked(one, rulings) for one in left))


def _of_what_stands(difference: Difference, rulings: Rulings) -> Difference | None:
    """A difference without what only older saves of a page print, which take no side; None where one side is left."""
    if not rulings.replaced:
        return difference
    sides = []
    for side in difference.sides:
        left = tuple(one for one in side.passages if source_of(one) not in rulings.replaced)
        if left:
            sides.append(replace(side, passages=left))
    return replace(difference, sides=tuple(sides)) if len(sides) > 1 else None


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
    questions = {ruled.passage: ruled.value for ruled in rulings.asked}
    passages = (one for side in difference.sides for one in side.passages)
    asked = next((questions[one] for one in passages if one in questions), difference.question)
    return replace(difference, question=asked)
