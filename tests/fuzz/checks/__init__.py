"""What the program promises, checked on what it wrote. Nothing here imports the program: a check that shares code with
what it checks shares its faults. Parsers are the standard library's, lxml and feedparser."""

from __future__ import annotations

from typing import Final, NamedTuple

# Each promise of docs/reliability.md under a short name, in its order.
PROMISES: Final = (
    "ends well", "in time", "exact evidence", "full accounting", "one hash a capture", "honest counting", "own words",
    "quotation lock", "speakers", "balanced marks", "apart", "hidden text", "shape of the data", "plain characters",
    "markup", "links", "feeds", "same bytes",
)  # fmt: skip


class Fault(NamedTuple):
    """A broken promise: its name in ``PROMISES``, what exactly is wrong, and where in the program it broke (for a
    crash), so that two faults of one kind are known as one."""

    promise: str
    detail: str
    place: str = ""
