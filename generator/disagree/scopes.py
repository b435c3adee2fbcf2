"""Of which whole a figure is: "35 dead in Le Marche" and "a death toll of 159" answer no one question.

Of 23 questions on numbers in the stories of ``stories_allsides/dev`` three were disputes before this was asked; most of
the others held the number of one place or kind against that of another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.disagree.reading import NUMBER_STEMS, Reading
from generator.language.figures import COUNTED_ONE_BY_ONE, PEOPLE, Figure, is_measured
from generator.language.kin import sense
from generator.language.names import Name, NameKind
from generator.language.quantities import SCALES, Form
from generator.language.stems import Lazy, Word, stem, stems

_PLACED = frozenset("in at near across throughout inside outside around over within".split())
_AREAS = stems(
    """city town village district region province state county country nation island continent world nationwide
    statewide worldwide"""
)
_RANKED = re.compile(
    r"\b(?:\w+est|most|least|first|only) (?:\w+ )?in (?:the|its|his|her|their) $"
)  # what is so ranked is no area
_PARTS = stems("aftershock foreshock")  # measured as the whole is
SCALE_KINDS = Lazy(lambda: map(sense, SCALES))  # a magnitude is one of its event: named, it is a role
_HALF = 1 / 2  # of the sources
_BEGINNING = 3  # passages of an article in which it says where what it tells of happened
_BARE = 2  # content words of a clause that says nothing but its figure
_REACH = 24  # code points between "in" and the name: "in the neighbouring county of Napa"


class Place(NamedTuple):
    """A name as its canonical form and the senses of its words as they stand."""

    canonical: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """What limits a figure to a part: the places that its clause names, areas that it does not name ("the city's"), and
    what narrows the noun that it counts ("blue" states)."""

    places: frozenset[Place]
    areas: frozenset[str]
    narrowed: frozenset[str]
    outside: bool = False  # of everything but the place that its clause names: "no deaths outside of China"


def read_scope(reading: Reading, figure: Figure, names: Sequence[Name]) -> Scope:
    """The scope of a figure of a passage that has these names."""
    clause = _clause(reading.words, figure)
    places = frozenset(_places(reading, figure, names, clause[0].start, clause[-1].end))
    areas = frozenset(
        word.stem for word in clause if word.stem in _AREAS and not _RANKED.search(reading.text, 0, word.start)
    )
    parts = {word.stem for word in reading.words if word.stem in _PARTS} if figure.kind in SCALE_KINDS else set()
    outside = any(word.folded == "outside" for word in clause)
    return Scope(places, areas, _narrowed(reading.words, figure) | parts, outside)


def _clause(words: Sequence[Word], figure: Figure) -> Sequence[Word]:
    """The clause of a figure, with the one on which it hangs: ", killing two", "- 184 -"."""
    number = words[figure.quantity.first].clause
    clause = [word for word in words if word.clause == number]
    hangs = clause[0].folded.endswith("ing") or sum(word.is_content for word in clause) <= _BARE
    return [word for word in words if word.clause in (number - 1, number)] if hangs else clause


def _places(reading: Reading, figure: Figure, names: Sequence[Name], start: int, end: int) -> Iterator[Place]:
    """The names of places in a clause, but for those that name who says it; of what is counted one by one, all names
    that are no person's: "nine deaths are related to the Tubbs Fire"."""
    speaker = reading.passage.voice or ""
    one_by_one = figure.high < COUNTED_ONE_BY_ONE and not is_measured(figure) and figure.kind not in SCALE_KINDS
    for name in names:
        if not start <= name.start < end or name.surface in speaker or name.modifier or name.kind is NameKind.PERSON:
            continue
        before = reading.text[max(start, name.start - _REACH) : name.start].split()
        if name.kind is NameKind.COUNTRY or one_by_one or not _PLACED.isdisjoint(before):
            yield Place(name.canonical, frozenset(sense(stem(word.lower())) for word in name.surface.split()))


def _narrowed(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What stands between a number and the noun that it counts; people are counted under many names."""
    quantity = figure.quantity
    if figure.kind == PEOPLE and quantity.form is not Form.NONE:
        return frozenset()
    between = words[quantity.after : quantity.noun_end - 1]
    return frozenset(sense(word.stem) for word in between if word.is_content and word.stem not in NUMBER_STEMS)


def are_apart(a: Scope, one: Reading, b: Scope, other: Reading) -> bool:
    """Whether two figures are of two wholes: each is of a place of which the other's passage says nothing, or of an
    area of another kind, they count a noun that is narrowed in two ways, or one is of all outside of a place."""
    mine, theirs = _elsewhere(a, other), _elsewhere(b, one)
    areas = bool(a.areas and b.areas) and a.areas.isdisjoint(b.areas)
    return bool(mine and theirs) or areas or a.narrowed != b.narrowed or a.outside != b.outside


def spoken_everywhere(readings: Sequence[Reading]) -> frozenset[str]:
    """The senses and actors of which half of the sources of a story speak where they begin."""
    by_source: dict[str, set[str]] = defaultdict(set)
    begun: Counter[str] = Counter()
    for reading in readings:
        begun[reading.group] += 1
        if begun[reading.group] <= _BEGINNING:
            by_source[reading.group] |= reading.senses.union(reading.passage.actors)
    spread = Counter(sense for senses in by_source.values() for sense in senses)
    return frozenset(sense for sense, count in spread.items() if count >= _HALF * len(by_source))


def is_part(scope: Scope, other: Scope, reading: Reading, everywhere: frozenset[str]) -> bool:
    """Whether a figure is limited where the other is not: by an area, or by a place that is not the whole story's.

    ``reading`` is the other's passage, ``everywhere`` what ``spoken_everywhere`` has found.
    """
    if scope.areas and not other.areas:
        return True
    places = _elsewhere(scope, reading)
    return any(place.canonical not in everywhere and not place.words <= everywhere for place in places)


def _elsewhere(scope: Scope, reading: Reading) -> list[Place]:
    actors = reading.passage.actors
    return [one for one in scope.places if one.canonical not in actors and one.words.isdisjoint(reading.senses)]
