"""Different numbers in one role: "twelve people were killed" against "the death toll stands at 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.disagree.reading import Answer, Finding, Reading, by_reading, ordered
from generator.language.figures import PERIODS, Figure, find_figures
from generator.language.quantities import Quantity, conflict
from generator.model import DisagreementKind

Told = tuple[Reading, Figure]
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# Figures of a part, of another time, or of more than one event.
_PARTIAL = frozenset(
    """than earlier previous previously initially first initial far another additional further second latest noon
    midday confirmed including among them least record fewer each every per average annual annually anniversary decade
    year up rose risen climbed total expected estimated forecast could may might would if""".split()
)
_NEAR = 6  # words on either side of a figure in which such a word counts
_ADDED = frozenset("a an one his her their another".split())  # "12 students and a teacher"


def differing_figures(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Numbers that sources give for one role, where each source gives a single one."""
    told: dict[tuple[str, str], list[Told]] = {}
    for reading in readings:
        if not reading.counts:
            continue
        for figure in find_figures(reading.text, reading.words):
            told.setdefault((figure.kind, figure.role), []).append((reading, figure))
    for same_role in told.values():
        of_one = _of_one_value(same_role)
        against = [pair for pair in combinations(by_reading(of_one), 2) if _differ(*pair)]
        if against:
            yield _finding(list({id(one): one for pair in against for one in pair}.values()))


def _of_one_value(told: Sequence[Told]) -> list[Told]:
    """Figures of the sources that give one value alone, those of a part or another time left out."""
    values: dict[str, set[tuple[float, float]]] = {}
    for reading, figure in told:
        values.setdefault(reading.group, set()).add((figure.quantity.low, figure.quantity.high))
    return [one for one in told if len(values[one[0].group]) == 1 and not _is_partial(one)]


def _is_partial(told: Told) -> bool:
    reading, figure = told
    near = reading.words[max(0, figure.quantity.first - _NEAR) : figure.quantity.noun_end + _NEAR]
    after = [word.folded for word in reading.words[figure.quantity.noun_end : figure.quantity.noun_end + 2]]
    added = after[:1] == ["and"] and not _ADDED.isdisjoint(after[1:])
    before = [word.folded for word in reading.words[max(0, figure.quantity.first - 2) : figure.quantity.first]]
    return added or before == ["of", "the"] or any(word.folded in _PARTIAL for word in near)


def _differ(a: Told, b: Told) -> bool:
    if a[0].group == b[0].group or not conflict(_unnamed(a), _unnamed(b)):
        return False
    return set(_YEAR.findall(a[0].text)) == set(_YEAR.findall(b[0].text))


def _unnamed(told: Told) -> Quantity:
    """The number without what it counts: "members" and "people" are one in one role."""
    return told[1].quantity._replace(noun="")


def _finding(figures: Sequence[Told]) -> Finding:
    values: dict[tuple[float, float], list[Told]] = {}
    for reading, figure in figures:
        values.setdefault((figure.quantity.low, figure.quantity.high), []).append((reading, figure))
    answers = tuple(Answer(_shown(same[0]), tuple(reading for reading, _ in same)) for same in values.values())
    shown = " / ".join(f"“{answer.text}”" for answer in answers)
    reason = f"different numbers in one role: {shown}"
    return Finding(DisagreementKind.NUMBER, _question(figures), ordered(answers), reason)


def _shown(told: Told) -> str:
    reading, figure = told
    return reading.text[figure.quantity.start : figure.quantity.end]


def _question(figures: Sequence[Told]) -> str:
    figure = figures[0][1]
    if figure.kind == "people":
        counted = {_counted(told) for told in figures}
        return f"How many {counted.pop() if len(counted) == 1 else 'people'} were {figure.role}?"
    if figure.role.startswith("the "):
        return f"How {'long' if figure.kind in PERIODS else 'high'} was {figure.role}?"
    return f"How many {_counted(figures[0])} were {figure.role}?"


def _counted(told: Told) -> str:
    """The noun that a number counts, as it stands; "people" where there is none."""
    words = told[0].words[told[1].quantity.after : told[1].quantity.noun_end]
    return words[-1].folded if words else "people"
