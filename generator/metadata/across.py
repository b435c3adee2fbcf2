"""How the dates of one source fit those of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from statistics import median_low

from generator.language.dates import MAX_YEAR, MIN_YEAR
from generator.language.days import find_days
from generator.metadata.notices import FAR_APART
from generator.metadata.signs import COPYRIGHT_YEAR
from generator.model import Metadata, Notice


def cross_check(metadata: tuple[Metadata, ...]) -> tuple[Metadata, ...]:
    """The same, with a notice for each source whose dates do not fit those of the others: what its own page bears
    (date found, other dates, copyright year) against the middle of the others' dates."""
    return tuple(
        replace(known, notices=known.notices + tuple(_misfits(known, metadata[:i] + metadata[i + 1 :])))
        for i, known in enumerate(metadata)
    )


def _misfits(known: Metadata, others: Iterable[Metadata]) -> Iterator[Notice]:
    days = sorted(date.fromisoformat(other.published.value) for other in others if other.published is not None)
    if not days:
        return
    span = str(days[0].year) if days[0].year == days[-1].year else f"{days[0].year} to {days[-1].year}"
    middle = median_low(days)
    signs = [sign for sign in _signs(known) if sign[1] - middle > FAR_APART or middle - sign[2] > FAR_APART]
    if signs:
        bears = " and ".join(what for what, *_ in signs)
        later = "; it may have been changed or saved later" if any(first > middle for _, first, *_ in signs) else ""
        yield Notice(
            "dates-do-not-fit", f"The other sources are of {span}, this page bears {bears}{later}.", signs[0][3]
        )


def _signs(known: Metadata) -> Iterator[tuple[str, date, date, str | None]]:
    """What a page says of its own time: a description, the days that it allows, the words."""
    if known.published is not None:
        day = date.fromisoformat(known.published.value)
        yield f"the date {day}", day, day, known.published.quote
    for notice in known.notices:
        if notice.code == "other-date" and notice.quote is not None:
            language = None if known.language is None else known.language.value
            for mention in find_days(notice.quote, language)[:1]:
                yield f"the date {mention.last}", mention.first, mention.last, notice.quote
        if notice.code == "copyright-year" and notice.quote is not None:
            match = COPYRIGHT_YEAR.search(notice.quote)
            if match is not None and MIN_YEAR <= int(match.group(1)) <= MAX_YEAR:
                year = int(match.group(1))
                yield f"the copyright year {year}", date(year, 1, 1), date(year, 12, 31), notice.quote
