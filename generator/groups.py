"""Which group a passage belongs to, and beneath which another group stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Group, Role, Rulings

# A passage may stand under several claims: its own is that which it words, else that to which it belongs as no mere
# support.
OWN_FIRST = (Role.LEAD, Role.DIFFERS, Role.DETAIL, Role.SUPPORT)
# Why a passage is not counted that is to be by the editor's word.
UNATTRIBUTED = "it says who says so, and the words of the claim name nobody"


def group_of(groups: Sequence[Group], passage: str) -> int | None:
    """The place of the group that a passage words, else of that under which it stands as more than a support of
    another's; None where it is in none."""
    found = [
        (OWN_FIRST.index(member.role), place)
        for place, group in enumerate(groups)
        for member in group.members
        if member.passage == passage
    ]
    return min(found)[1] if found else None


def beneath(groups: Sequence[Group], rulings: Rulings) -> dict[str, tuple[int, int]]:
    """For each passage that the editor calls a detail of a claim while others say the same as it: the place of the
    group in which it is counted, which he thereby folds, and of that beneath which he folds it. What he gives words or
    a place of its own is not folded."""
    given = {one.passage for one in (*rulings.wordings, *rulings.sections, *rulings.after)}
    given |= {*rulings.brief, *rulings.summary}
    found: dict[str, tuple[int, int]] = {}
    for one in rulings.assigned:
        place, of = _counted_in(groups, one.passage), group_of(groups, one.of)
        if one.role is not Role.DETAIL or place is None or of is None or of == place:
            continue
        if given.isdisjoint(member.passage for member in groups[place].members):
            found[one.passage] = place, of
    return found


def _counted_in(groups: Sequence[Group], passage: str) -> int | None:
    """The place of the group that a passage words, else of the first that counts it."""
    found = [
        (member.role is Role.SUPPORT, place)
        for place, group in enumerate(groups)
        for member in group.members
        if member.passage == passage and member.role in (Role.LEAD, Role.SUPPORT) and not group.told
    ]
    return min(found)[1] if found else None
