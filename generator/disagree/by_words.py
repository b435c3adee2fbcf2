"""What sources tell in the same words but for a number, a day or a denial, in languages that are read by words only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.comparison.by_words import Only, only_difference
from generator.language.sentences import FULL_STOPS
from generator.model import Difference, DisagreementKind, Match, Passage, Respect, Side, Verdict

_KINDS = {
    Respect.NUMBER: DisagreementKind.NUMBER,
    Respect.DATE: DisagreementKind.DATE,
    Respect.STANCE: DisagreementKind.STANCE,
}


def differing_by_words(passages: Iterable[Passage], matches: Sequence[Match]) -> tuple[Difference, ...]:
    """A difference for each sentence of which sources tell one word otherwise, in the order of the matches; every
    source that prints one of its sides stands on it."""
    known = {passage.id: passage for passage in passages if passage.language is not None and passage.omit is None}
    printing: dict[str, list[str]] = defaultdict(list)
    for match in matches:
        if match.verdict is Verdict.COPY:
            printing[match.a].append(match.b)
    found: list[Difference] = []
    for match in matches:
        a, b = known.get(match.a), known.get(match.b)
        if match.verdict is not Verdict.DIFFERENT or a is None or b is None or a.source == b.source:
            continue
        only = only_difference(a, b)
        if only is not None:
            sides = tuple(Side(one.text, (one.id, *printing[one.id])) for one in (a, b))
            _add(found, Difference(_KINDS[only.respect], _question(a, b, only), sides, "the same words but for one"))
    return tuple(found)


def _question(a: Passage, b: Passage, only: Only) -> str:
    if only.respect is Respect.STANCE:
        plain = min(a.text, b.text, key=len).rstrip(f".{FULL_STOPS}")  # a denial is told in more letters
        return f"Is it so: “{plain}”?"
    return f"Which is right: “{only.one}” or “{only.other}”?"


def _add(found: list[Difference], new: Difference) -> None:
    """Add a difference; where one of its sides is a side of another already, the other side to that."""
    for place, known in enumerate(found):
        firsts = {side.passages[0] for side in known.sides}
        more = tuple(side for side in new.sides if side.passages[0] not in firsts)
        if known.kind is new.kind and len(more) < len(new.sides):
            sides = (*known.sides, *more)
            found[place] = Difference(known.kind, known.question, sides, known.reason)
            return
    found.append(new)
