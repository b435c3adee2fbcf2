"""Two passages side by side: in which respects they differ. One set of rules for grouping and for roles.

Each rule asks for positive evidence on both sides: where one passage merely says less, nothing stands against anything.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.comparison.days import days, years
from generator.comparison.events import events
from generator.comparison.numbers import figures
from generator.comparison.offices import holders
from generator.comparison.polarity import denial, opposed, polarity
from generator.comparison.quotations import quotes
from generator.comparison.speakers import deed, saying, speaker
from generator.comparison.status import time
from generator.comparison.who import actors, different_states, turned_round
from generator.model import Contrast
from generator.similarity.pairs import Pair

Rule = Callable[[Pair], Contrast | None]

RULES: tuple[Rule, ...] = (
    denial, polarity, opposed, events, time, years, days, holders, figures, turned_round, actors, speaker, saying,
    deed, quotes,
)  # fmt: skip


def contrasts(pair: Pair) -> tuple[Contrast, ...]:
    """The respects in which two passages differ or tell of something else, in the order of the rules."""
    return tuple(found for rule in RULES if (found := rule(pair)) is not None)


def splits(pair: Pair, found: tuple[Contrast, ...]) -> str | None:
    """Why two passages never stand in one group, whatever their words; None where a role can tell them apart."""
    if any(contrast.reason.startswith("a denial") for contrast in found):
        return next(contrast.reason for contrast in found if contrast.reason.startswith("a denial"))
    if (pair.a.passage.gloss is None) != (pair.b.passage.gloss is None):
        return "read in two languages"  # whose words are alike where one of the two was taken for the other
    return different_states(pair)
