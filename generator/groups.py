"""Which group a passage belongs to, and beneath which another group stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Group, Role, Rulings

# A passage may stand under several claims: its own is that which it words, else that to which it belongs as no mere
# support.
OWN_FIRST = (Role.LEAD, Role.DIFFERS, Role.DETAIL, Role.SUPPORT)


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


def beneath(groups: Sequence[Group], rulings: Rulings) -> dict[int, int]:
    """For each group that the editor folds beneath another the place of that one: groups whose lead he calls a detail
    of another's, and to which he gives neither words nor a place of their own."""
    given = {one.passage for one in (*rulings.wordings, *rulings.sections, *rulings.after)}
    given |= {*rulings.brief, *rulings.summary}
    leading = {group.lead.passage: place for place, group in enumerate(groups) if not group.told}
    found: dict[int, int] = {}
    for one in rulings.assigned:
        place, of = leading.get(one.passage), group_of(groups, one.of)
        if one.role is not Role.DETAIL or place is None or of in (None, place):
            continue
        if given.isdisjoint(member.passage for member in groups[place].members):
            found[place] = of
    return found
