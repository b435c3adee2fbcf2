"""Different numbers of the same thing: "19 members" against "16 members"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.disagree.reading import Answer, Finding, Reading, ordered
from generator.disagree.wording import shorten
from generator.language.quantities import Quantity, conflict, find_quantities
from generator.model import DisagreementKind

# Words of the shorter passage, numbers and what is counted apart, that must stand in the other as well.
_LEAST_COVERED = 0.6
_LEAST_SHARED = 2

Figure = tuple[Reading, Quantity]


def differing_numbers(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Quantities of one thing, in passages of different groups that tell the same, which cannot all be right."""
    figures: dict[tuple[str, str], list[Figure]] = {}
    for reading in readings:
        if not any(char.isdigit() for char in reading.text) and not _has_number_word(reading):
            continue
        for quantity in find_quantities(reading.text, reading.words):
            figures.setdefault((quantity.unit, quantity.noun), []).append((reading, quantity))
    for same_thing in figures.values():
        yield from _conflicts(same_thing)


def _has_number_word(reading: Reading) -> bool:
    return not reading.content.isdisjoint(_NUMBER_WORDS)


_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty hundred dozen".split()
)


def _conflicts(figures: Sequence[Figure]) -> Iterator[Finding]:
    for i, a in enumerate(figures):
        for b in figures[i + 1 :]:
            if (
                a[0].group != b[0].group
                and conflict(a[1], b[1])
                and _tell_the_same(a, b)
                and not _is_settled(a, b, figures)
            ):
                yield _finding(a, b)


def _is_settled(a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Whether one of the passages holds the other's number as well, beside its own."""
    return any(
        figure[0].order in (a[0].order, b[0].order) and figure not in (a, b)
        and not (conflict(figure[1], a[1]) and conflict(figure[1], b[1]))
        for figure in figures
    )  # fmt: skip


def _tell_the_same(a: Figure, b: Figure) -> bool:
    left, right = _matter(a), _matter(b)
    shared = len(left & right)
    return shared >= _LEAST_SHARED and shared >= _LEAST_COVERED * min(len(left), len(right))


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
