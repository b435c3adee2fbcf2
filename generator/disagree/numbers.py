"""Different numbers of the same thing: "19 members" against "16 members"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.disagree.reading import Answer, Finding, Reading, ordered
from generator.disagree.wording import shorten
from generator.language.quantities import Quantity, conflict, find_quantities
from generator.model import DisagreementKind

# Words of the shorter passage, numbers and what is counted apart, that must stand in the other as well; more of them
# where the figure is a sum or a share, which names nothing that it counts.
_LEAST_COVERED = 0.6
_LEAST_SHARED = 2
_LEAST_SHARED_UNNAMED = 4
# A passage that compares figures tells of several times or groups.
_COMPARING = frozenset(
    """than compared surpassed exceeded previous previously earlier ago before since record estimated up down
    another additional first second last""".split()
)

Figure = tuple[Reading, Quantity]


def differing_numbers(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Quantities of one thing, in passages of different groups that tell the same, which cannot all be right."""
    figures: dict[tuple[str, str], list[Figure]] = {}
    for reading in readings:
        if _is_comparison(reading) or not (_DIGIT.search(reading.text) or reading.content & _NUMBER_WORDS):
            continue
        for quantity in find_quantities(reading.text, reading.words):
            figures.setdefault((quantity.unit, quantity.noun), []).append((reading, quantity))
    for same_thing in figures.values():
        yield from _conflicts(same_thing)


def _is_comparison(reading: Reading) -> bool:
    return any(word.folded in _COMPARING for word in reading.words)


_DIGIT = re.compile(r"[0-9]")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty hundred dozen thousand million billion".split()
)


def _conflicts(figures: Sequence[Figure]) -> Iterator[Finding]:
    for i, a in enumerate(figures):
        for b in figures[i + 1 :]:
            if a[0].group != b[0].group and conflict(a[1], b[1]) and _tell_the_same(a, b) and not _is_settled(a, b):
                yield _finding(a, b)


def _is_settled(a: Figure, b: Figure) -> bool:
    """Whether one passage holds the other's number as well, or says of what its own is a part."""
    return _holds(a[0], b) or _holds(b[0], a)


def _holds(reading: Reading, figure: Figure) -> bool:
    number = figure[0].words[figure[1].first].folded
    return any(word.folded == number for word in reading.words)


def _tell_the_same(a: Figure, b: Figure) -> bool:
    if a[1].noun and _modifiers(a) != _modifiers(b):
        return False
    left, right = _matter(a), _matter(b)
    shared = len(left & right)
    least = _LEAST_SHARED if a[1].noun else _LEAST_SHARED_UNNAMED
    return shared >= least and shared >= _LEAST_COVERED * min(len(left), len(right))


def _modifiers(figure: Figure) -> frozenset[str]:
    """What narrows the thing counted: "early" in "four early states"."""
    reading, quantity = figure
    counted = reading.words[quantity.first : quantity.after]
    return frozenset(w.stem for w in counted if w.is_content and not w.folded[0].isdigit()) - _NUMBER_WORDS


def _matter(figure: Figure) -> frozenset[str]:
    reading, quantity = figure
    counted = {word.stem for word in reading.words[quantity.first : quantity.after]}
    return reading.content - counted


def _finding(a: Figure, b: Figure) -> Finding:
    shown = tuple(reading.text[quantity.start : quantity.end] for reading, quantity in (a, b))
    counted = next((word for word in shown[0].split() if not any(c.isdigit() for c in word)), "")
    noun = shown[0].split(" ", 1)[1] if " " in shown[0] else counted
    answers = tuple(
        Answer(f"{figure}: {shorten(reading.text)}", (reading,))
        for figure, (reading, _) in zip(shown, (a, b), strict=True)
    )
    question = f"How many {noun}?" if a[1].noun else "What is the figure?"
    return Finding(
        DisagreementKind.NUMBER,
        question,
        ordered(answers),
        f"different numbers of the same thing: “{shown[0]}” / “{shown[1]}”",
    )
