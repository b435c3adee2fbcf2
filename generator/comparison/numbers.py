"""How many and how much: figures of one kind, in whatever unit and rounding."""

from __future__ import annotations

from generator.language.figures import differ
from generator.language.quantities import NUMERAL
from generator.model import Contrast, Respect
from generator.similarity.pairs import Pair


def figures(pair: Pair) -> Contrast | None:
    """Both hold figures of one kind, and none of the one agrees with one of the other."""
    a, b = pair.a.figures, pair.b.figures
    alike = [(x, y) for x in a for y in b if x.kind == y.kind]
    if not alike:
        return _masked(pair.a.passage.told, pair.b.passage.told)
    if not all(differ(x, y) for x, y in alike):
        return None
    x, y = alike[0]
    shown = f"{pair.a.passage.shown(x.start, x.end)} / {pair.b.passage.shown(y.start, y.end)}"
    return Contrast(Respect.NUMBER, f"different numbers: {shown}", differs=True)


def _masked(a: str, b: str) -> Contrast | None:
    """One text but for its numerals, whatever they are of: no reading of what they count is needed."""
    one, other = NUMERAL.findall(a), NUMERAL.findall(b)
    if one == other or not one or len(one) != len(other) or NUMERAL.sub("#", a) != NUMERAL.sub("#", b):
        return None
    x, y = next((x, y) for x, y in zip(one, other, strict=True) if x != y)
    return Contrast(Respect.NUMBER, f"one text, different numbers: {x} / {y}", differs=True)
