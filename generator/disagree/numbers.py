"""Different numbers of the same thing: "19 members" against "16 members"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.disagree.reading import (
    Answer,
    Finding,
    Reading,
    by_reading,
    claims_asked,
    compares,
    ordered,
    said,
    tell_the_same,
)
from generator.disagree.wording import ask_in_place
from generator.language.kin import sense
from generator.language.quantities import NUMBER_WORDS, SCALES, Quantity, conflict, find_quantities
from generator.language.stems import stem
from generator.model import DisagreementKind

# Words that passages share, numbers and what is counted apart; more where the figure is a sum or a share, which names
# nothing that it counts.
_LEAST_SHARED = 2
_LEAST_SHARED_UNNAMED = 4
_NEAR = 5  # words on either side of such a figure,
_LEAST_NEAR = 3  # of which so many are the same
# A toll is told of one event in many words: for it, a shared actor and two more words do.
_TOLLS = {
    stem(form): toll
    for toll, forms in (("killed", "kill killed die died dead"), ("hurt", "injure wound hurt"), ("missing", "missing"))
    for form in forms.split()
}
_TOLL_REACH = 3  # words between a number and "killed"

Figure = tuple[Reading, Quantity]


def differing_numbers(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Quantities of one thing, in passages of different groups that tell the same, which cannot all be right."""
    figures: dict[tuple[str, str], list[Figure]] = {}
    for reading in readings:
        if compares(reading) or not reading.counts:
            continue
        quantities = find_quantities(reading.text, reading.words)
        for quantity in quantities:
            if quantity.noun and quantity.noun_end == quantity.after and quantity.noun not in SCALES:
                continue  # "a four-year contract" counts nothing
            if not quantity.noun and sum(other.unit == quantity.unit for other in quantities) > 1:
                continue
            figures.setdefault((quantity.unit, quantity.noun), []).append((reading, quantity))
    single = claims_asked(readings)
    for same_thing in figures.values():
        yield from _conflicts(same_thing, single)


_NUMBER_STEMS = frozenset(map(stem, NUMBER_WORDS))


def _conflicts(figures: Sequence[Figure], single: frozenset[str]) -> Iterator[Finding]:
    """One finding for all figures of one thing that stand against each other."""
    against: list[Figure] = []
    if _is_scale(figures[0]):
        figures = _of_one_value(figures)
    for a, b in combinations(by_reading(figures), 2):
        if a[0].group != b[0].group and conflict(a[1], b[1]) and not _is_settled(a, b) and _tell_the_same(a, b, single):
            against += [figure for figure in (a, b) if figure not in against]
    if against:
        yield _finding(against)


def _of_one_value(figures: Sequence[Figure]) -> list[Figure]:
    """Figures of the groups that give one value alone: who gives two speaks of two things."""
    values: dict[str, set[float]] = {}
    for reading, quantity in figures:
        values.setdefault(reading.group, set()).add(quantity.low)
    return [figure for figure in figures if len(values[figure[0].group]) == 1]


def _is_settled(a: Figure, b: Figure) -> bool:
    """Whether one passage holds the other's number as well, or says of what its own is a part."""
    return _holds(a[0], b) or _holds(b[0], a)


def _holds(reading: Reading, figure: Figure) -> bool:
    number = figure[0].words[figure[1].first].folded
    return any(word.folded == number for word in reading.words)


def _tell_the_same(a: Figure, b: Figure, single: frozenset[str]) -> bool:
    if a[1].noun and _modifiers(a) != _modifiers(b):
        return False
    if _is_scale(a):
        return not _senses(a).isdisjoint(_senses(b))
    left, right = _matter(a), _matter(b)
    toll = _toll(a)
    if toll and toll == _toll(b) and len(left & right) >= _LEAST_SHARED and _years(a[0]) == _years(b[0]):
        return not set(a[0].passage.actors).isdisjoint(b[0].passage.actors)
    if not a[1].noun and len(_near(a) & _near(b)) < _LEAST_NEAR:
        return False
    return tell_the_same(a[0], b[0], left, right, single, _LEAST_SHARED if a[1].noun else _LEAST_SHARED_UNNAMED)


def _is_scale(figure: Figure) -> bool:
    """Whether a figure is the value of a named scale: "a magnitude of 6.4"."""
    return figure[1].noun in SCALES


def _scale(figure: Figure) -> str:
    before = reversed(figure[0].words[: figure[1].first])
    return next((word.folded for word in before if word.stem == figure[1].noun), figure[1].noun)


def _senses(figure: Figure) -> frozenset[str]:
    return figure[0].senses - {sense(figure[1].noun)}


def _near(figure: Figure) -> frozenset[str]:
    """The words around a figure that names nothing it counts."""
    reading, quantity = figure
    around = reading.words[max(0, quantity.first - _NEAR) : quantity.noun_end + _NEAR]
    return frozenset(word.stem for word in around if word.is_content and not word.folded[0].isdigit())


def _years(reading: Reading) -> frozenset[str]:
    return frozenset(word.folded for word in reading.words if len(word.folded) == 4 and word.folded.isdigit())


def _toll(figure: Figure) -> str | None:
    """What became of those who are counted: killed, hurt, missing; None where nothing of the kind is said."""
    reading, quantity = figure
    near = reading.words[max(0, quantity.first - _TOLL_REACH) : quantity.noun_end + _TOLL_REACH]
    return next((_TOLLS[word.stem] for word in near if word.stem in _TOLLS), None)


def _modifiers(figure: Figure) -> frozenset[str]:
    """What narrows the thing counted: "early" in "four early states"."""
    reading, quantity = figure
    counted = reading.words[quantity.first : quantity.noun_end]
    return frozenset(w.stem for w in counted if w.is_content and not w.folded[0].isdigit()) - _NUMBER_STEMS


def _matter(figure: Figure) -> frozenset[str]:
    reading, quantity = figure
    counted = {word.stem for word in reading.words[quantity.first : quantity.noun_end]}
    return reading.content - counted


def _finding(figures: Sequence[Figure]) -> Finding:
    values: dict[tuple[float, float], list[Figure]] = {}
    for reading, quantity in figures:
        values.setdefault((quantity.low, quantity.high), []).append((reading, quantity))
    answers = tuple(Answer(_shown(same[0]), tuple(reading for reading, _ in same)) for same in values.values())
    shown = " / ".join(f"“{_shown(same[0])}”" for same in values.values())
    return Finding(
        DisagreementKind.NUMBER, _question(figures[0]), ordered(answers), f"different numbers of one thing: {shown}"
    )


def _shown(figure: Figure) -> str:
    """The quantity as it stands, with what bounds it and its currency: "more than $3 million"."""
    reading, quantity = figure
    return reading.text[quantity.start : quantity.end]


def _question(figure: Figure) -> str:
    reading, quantity = figure
    toll = _toll(figure)
    if _is_scale(figure):
        return f"What was the {_scale(figure)}?"
    if not quantity.noun:
        share = "what share" if quantity.unit == "%" else "how much"
        return _ask(figure, share)
    noun = reading.text[reading.words[quantity.after].start : quantity.end]
    if toll:
        return f"How many {noun} were {toll}?"
    return _ask(figure, f"how many {noun}")


def _ask(figure: Figure, asking: str) -> str:
    """The passage as a question, without who says it where that stands first."""
    reading, quantity = figure
    text = said(reading)
    before = len(reading.text) - len(text)
    if quantity.start < before:
        text, before = reading.text, 0
    return ask_in_place(text, quantity.start - before, quantity.end - before, asking)
