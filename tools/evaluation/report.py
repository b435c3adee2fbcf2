"""The table of an evaluation: for the terminal and for docs/evaluation.md."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.evaluation.measures import Measure

_MARKS = re.compile(r"(<!-- figures: [^>]* -->\n).*?(<!-- end of figures -->)", re.DOTALL)

_HEADER = ("set", "measure", "floor", "now", "target", "")


def table(measures: Sequence[Measure], now: Mapping[str, float]) -> str:
    """A Markdown table, padded so that it reads as plain text too, of the measures that have a figure."""
    rows = [_HEADER, *(_row(measure, now[measure.name]) for measure in measures if measure.name in now)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(measure: Measure, figure: float) -> tuple[str, ...]:
    verdict = "" if measure.target is None else "met" if figure >= measure.target else "not met"
    floor, target = (f"{value:.3f}" if value is not None else "" for value in (measure.floor, measure.target))
    return measure.set, measure.what, floor, f"{figure:.3f}", target, verdict


def with_figures(page: str, figures: str) -> str:
    """A page with the figures put between its two marks. Raises ValueError where a mark is missing."""
    changed, marks = _MARKS.subn(lambda mark: f"{mark.group(1)}{figures}\n{mark.group(2)}", page)
    if marks != 1:
        raise ValueError("the page needs one pair of marks: <!-- figures: ... --> and <!-- end of figures -->")
    return changed
