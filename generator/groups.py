"""Which group a passage belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Group, Role

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
