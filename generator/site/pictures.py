"""A picture of what became of a capture, as numbers."""

from __future__ import annotations

from itertools import groupby

from generator.model import CoverageEntry, Use
from generator.site.views import Stretch, Strip
from generator.site.words import ENGLISH, USE_LABELS, Words

_SCALE = 1000  # a strip is a thousand units wide, whatever the length of its capture
_ORDER = (Use.CLAIM, Use.REPEAT, Use.OMITTED, Use.HEADING, Use.FURNITURE)


def used(entries: tuple[CoverageEntry, ...]) -> float:
    """The share (0 to 1) of a source's article, furniture and headings aside, that became claims or repeats them."""
    lengths = _lengths(entries)
    article = lengths[Use.CLAIM] + lengths[Use.REPEAT] + lengths[Use.OMITTED]
    return (lengths[Use.CLAIM] + lengths[Use.REPEAT]) / article if article else 0.0


def strip(entries: tuple[CoverageEntry, ...], say: Words = ENGLISH) -> Strip:
    """The coverage of one source as a strip. Neighbours that became the same are drawn as one."""
    total = entries[-1].end if entries else 0
    stretches = []
    for use, run in groupby(entries, key=lambda entry: entry.use):
        first, *rest = run
        x = round(first.start * _SCALE / total)
        end = round((rest or [first])[-1].end * _SCALE / total)
        stretches.append(Stretch(x, max(1, end - x), use.value))
    return Strip(tuple(stretches), _in_words(entries, say))


def _lengths(entries: tuple[CoverageEntry, ...]) -> dict[Use, int]:
    lengths = dict.fromkeys(Use, 0)
    for entry in entries:
        lengths[entry.use] += entry.end - entry.start
    return lengths


def _in_words(entries: tuple[CoverageEntry, ...], say: Words) -> str:
    lengths = _lengths(entries)
    total = sum(lengths.values())
    if not total:
        return say.gettext("Nothing of this page was read.")
    parts = (f"{say.share(lengths[use] / total)} {say.gettext(USE_LABELS[use])}" for use in _ORDER if lengths[use])
    return say.listed(parts) + "."
