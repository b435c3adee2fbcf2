"""Figures in comparable form: miles as metres, "a fifth" as 20 %, residents and employees as persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language.kin import sense
from generator.language.quantities import Quantity, find_quantities
from generator.language.stems import Word, stem
from generator.similarity.profile import number_in_digits, read

SLACK = 0.08  # of the value: 3,960 is "nearly 4,000", 34 kilometres are "about 20 miles", 18 % "almost a fifth"
SHARE_SLACK = 0.02  # of shares told outright: two thirds are 66 or 67 %, and not 60 %
COUNTED = 100.0  # persons and things below it are counted one by one, and 11 is not 12


class Figure(NamedTuple):
    """A value or range of one kind of thing (metres, persons, a currency, the sense of a noun), as it stands at
    ``text[start:end]``. ``exact`` is False for "about", bounds and shares told as a fraction."""

    kind: str
    low: float
    high: float
    exact: bool
    start: int
    end: int


_LENGTHS = {"kilometre": 1e3, "kilometer": 1e3, "km": 1e3, "mile": 1609.0, "metre": 1.0, "meter": 1.0, "m": 1.0,
            "foot": 0.305, "feet": 0.305, "yard": 0.914, "centimetre": 0.01, "centimeter": 0.01, "cm": 0.01,
            "millimetre": 0.001, "millimeter": 0.001, "mm": 0.001, "inch": 0.0254}  # fmt: skip
_AREAS = {"hectare": 1.0, "ha": 1.0, "acre": 0.405}
_WEIGHTS = {"kilogram": 1.0, "kilo": 1.0, "kg": 1.0, "tonne": 1e3, "ton": 1e3, "lb": 0.454}
_SPEEDS = {"mph": 0.447, "kph": 0.278}
_UNITS = {
    stem(unit): (kind, factor)
    for kind, table in (("metres", _LENGTHS), ("hectares", _AREAS), ("kilograms", _WEIGHTS), ("speed", _SPEEDS))
    for unit, factor in table.items()
}
_PER = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "h": 3600.0}
_PERSONS = frozenset(
    map(stem, """people resident inhabitant worker employee staff passenger civilian soldier troop man woman migrant
    protester demonstrator patient student villager officer police victim survivor tourist fan spectator volunteer
    personnel guest pupil refugee citizen""".split())
)  # fmt: skip
_TOLL = re.compile(
    r"\b(\w[\w,-]{0,15}) (?:dead|missing|injured|wounded|hurt|killed)\b"
    r"|\b(?:deaths|death toll|toll|number of dead) (?:\w{1,12} ){0,2}?(?:at|to|of|was|is) (\w[\w,-]{0,15})\b"
)
_ABOUT = frozenset("almost nearly about around some roughly approximately over under".split())
_CLOCK = frozenset(("a.m", "p.m"))
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9}  # fmt: skip


@lru_cache(maxsize=4096)
def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order."""
    words = read(text)
    found = [_figure(found, words) for found in find_quantities(text, words) if found.noun not in _CLOCK]
    return tuple(found + _shares(words) + _tolls(text))


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one, rounding allowed for."""
    return a.kind == b.kind and not differ(a, b)


def differ(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and cannot be one."""
    if a.kind != b.kind:
        return False
    counted = a.exact and b.exact and max(a.low, b.low) < COUNTED and a.kind not in MEASURED
    shares = a.exact and b.exact and a.kind == "%"
    slack = 1.0 if counted else 1.0 + (SHARE_SLACK if shares else SLACK)
    return a.low > b.high * slack or b.low > a.high * slack


MEASURED = frozenset(("metres", "hectares", "kilograms", "speed", "%", "$", "€", "£", "¥"))


def _figure(quantity: Quantity, words: Sequence[Word]) -> Figure:
    kind, factor = quantity.unit, 1.0
    if not kind:
        kind, factor = _kind(quantity.noun, words, quantity.noun_end)
    return Figure(kind, quantity.low * factor, quantity.high * factor, quantity.exact, quantity.start, quantity.end)


def _kind(noun: str, words: Sequence[Word], after: int) -> tuple[str, float]:
    """What is counted, and the factor that brings it to the unit of its kind."""
    if noun in _PERSONS:
        return "persons", 1.0
    kind, factor = _UNITS.get(noun, (sense(noun), 1.0))
    following = [word.folded for word in words[after : after + 2]]
    if kind == "metres" and following:
        per = _PER.get(following[0]) or (_PER.get(following[-1]) if following[0] in ("a", "an", "per") else None)
        if per:
            return "speed", factor / per
    return kind, factor


def _shares(words: Sequence[Word]) -> list[Figure]:
    """ "A fifth", "nine-tenths" as per cent; "the fifth day" is no share."""
    found = []
    for i, word in enumerate(words):
        count, _, part = word.folded.partition("-")
        if not part and i:
            count, part = words[i - 1].folded, word.folded
        whole = _PARTS.get(part) or _PARTS.get(part.removesuffix("s"))
        if whole and count in _COUNTS and (count not in ("a", "an") or _of(words, i)):
            value = 100.0 * _COUNTS[count] / whole
            first = i if part == word.folded and "-" in word.folded else i - 1
            about = first > 0 and words[first - 1].folded in _ABOUT
            slack = SLACK if about else SHARE_SLACK
            start = words[max(0, first)].start
            found.append(Figure("%", value * (1 - slack), value * (1 + slack), not about, start, word.end))
    return found


def _tolls(text: str) -> list[Figure]:
    """ "14 dead", "the number of deaths at 14": persons, though no noun follows the number."""
    found = []
    for match in _TOLL.finditer(text):
        which = 1 if match.group(1) else 2
        value = _number(match.group(which))
        if value is not None:
            found.append(Figure("persons", value, value, True, *match.span(which)))
    return found


def _number(word: str) -> float | None:
    digits = number_in_digits(word.lower())
    return float(digits) if digits is not None else None


def _of(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].folded == "of"
