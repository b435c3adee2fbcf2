"""Whole days as the header of a page writes them, in any language: "4. Mai 2026", "4 de mayo de 2026", "2026年5月4日".

Only what names a day, a month and a year counts. English texts are read by ``dates`` alone, but for days in digits of
which the page's region says the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from generator.language.dates import AS_WRITTEN, MAX_YEAR, MIN_YEAR, DateMention, Precision, find_dates
from generator.language.months import date_order, months
from generator.language.recognise import is_tagged_english
from generator.language.tokens import without_accents

_AFTER_DAY = r"(?:\.|º|°|ª|er|-?(?:го|ого|е))?\s?(?:de\s|di\s|d['’])?"  # ends of ordinals, Romance prepositions
_AFTER_MONTH = r"\.?(?:\s?/\s?[^\W\d_]+(?:\s[^\W\d_]+)?)?,?\s?(?:de\s|del\s|do\s)?"  # "مايو/أيار" is one month
_DAY = r"(?<![\d.,/-])(?P<day>\d{1,2})(?!\d)"
_MONTH = r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_YEAR_ALONE = re.compile(r"\d{4}")  # every form has one, and few lines of a page do
_IN_DIGITS = {
    "ymd": re.compile(
        rf"(?<![\d./-])(?P<year>\d{{4}})\s?[年년./-]\s?{_MONTH}\s?[月월./-]\s?(?P<day>\d{{1,2}})(?!\d)[日일]?"
    ),
    "dmy": re.compile(rf"{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?{_YEAR}"),
    "mdy": re.compile(rf"(?<![\d.,/-]){_MONTH}[./-](?P<day>\d{{1,2}})[./-]{_YEAR}"),
}


@lru_cache(2_000)  # each of the rules for a page's facts asks for the days of its lines
def find_days(text: str, language: str | None) -> tuple[DateMention, ...]:
    """The days of a text in their order, without overlaps; ``language`` is the page's, None for one not known, which is
    taken for English."""
    if _YEAR_ALONE.search(text) is None:
        return ()
    found = [mention for mention in find_dates(text) if mention.precision is Precision.DAY]
    found.extend(_mentions(text, language or ""))
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mentions(text: str, language: str) -> Iterator[DateMention]:
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            day = _day_of(match, language)
            if day is not None:
                yield DateMention(match.start(), match.end(), day, day, Precision.DAY, AS_WRITTEN)


def _day_of(match: re.Match[str], language: str) -> date | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else _names(language)[_folded(month)]
    year = int(match["year"])
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    try:
        return date(year, number, int(match["day"]))
    except ValueError:
        return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    order = date_order(language)
    patterns = [_IN_DIGITS["ymd"]]
    if order in ("dmy", "mdy"):
        patterns.append(_IN_DIGITS[order])
    if months(language) and not is_tagged_english(language):
        spelled = {*months(language), *_names(language)}
        names = "|".join(map(re.escape, sorted(spelled, key=len, reverse=True)))
        name = rf"(?P<month>{names})(?![^\W\d_])"
        patterns.append(re.compile(rf"{_DAY}{_AFTER_DAY}\s?{name}{_AFTER_MONTH}{_YEAR}", re.IGNORECASE))
        patterns.append(re.compile(rf"(?<![^\W\d_]){name}\.?\s{_DAY},?\s{_YEAR}", re.IGNORECASE))
    return tuple(patterns)


@cache
def _names(language: str) -> dict[str, int]:
    """The names of the months as ``_folded`` has them, with their numbers."""
    return {_folded(name): number for name, number in months(language).items()}


def _folded(name: str) -> str:
    """A name in small letters, without accents and, as capitals need it in Turkish, with one kind of i."""
    return without_accents(name.casefold()).replace("ı", "i")
