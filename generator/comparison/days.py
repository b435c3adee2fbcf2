"""When: years, days of the week, days of a month."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.comparison.status import happened
from generator.language.ahead import dates_saying
from generator.language.calendar import ANY_MONTH, SHORT_MONTHS, WEEKDAY
from generator.language.runon import KEPT_TEXTS
from generator.model import Contrast, Respect
from generator.similarity.measures import deed as deed_agreement
from generator.similarity.pairs import Pair

_YEAR = re.compile(r"\b(?:(?:1[89]|20)\d\d|last year|the year before|(?:years?|decades?) (?:ago|earlier|before))\b")
_NOW = re.compile(r"\b(?:now|today|currently|this (?:week|month|year))\b")
_MONTH = f"({ANY_MONTH}|{'|'.join(SHORT_MONTHS)})"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?\b")
_NOT_ON = re.compile(r"\b(?:by|since|until|till|before|after|from|between|for|this|last|next)\s$")
_LEAD = 10  # code points before a day in which such a word may stand


def years(pair: Pair) -> Contrast | None:
    """One tells of a year or a time long past, and the other of another year, of this week or of another deed."""
    a, b = pair.a.passage, pair.b.passage
    one, other = _past(a.told), _past(b.told)
    if one & other or not (one or other):
        return None
    if one and other:
        return Contrast(Respect.DATE, f"different years: {min(one)} / {min(other)}")
    now, then = (b, a) if one else (a, b)
    if now.planned and not then.planned:
        return Contrast(Respect.DATE, f"then and still to come: {min(one or other)}")
    if _days(now.told) or _NOW.search(now.told) or (happened(now) and deed_agreement(pair) < 0):
        return Contrast(Respect.DATE, f"then and now: {min(one or other)}")
    return None


def days(pair: Pair) -> Contrast | None:
    """Each tells of a day on which it happened, and none is the same."""
    for found in (_days, _dates):
        one, other = found(pair.a.passage.told), found(pair.b.passage.told)
        if one and other and not one & other:
            return Contrast(Respect.DATE, f"different days: {min(one)} / {min(other)}", differs=True)
    return None


def says_when(text: str) -> bool:
    """Whether a text names the day on which it happened."""
    return bool(_days(text) or _dates(text))


@lru_cache(maxsize=KEPT_TEXTS)
def _days(text: str) -> frozenset[str]:
    """Days of the week on which something happened; not those until, since or by which, nor those of saying it."""
    return frozenset(
        match.group(1)
        for match in WEEKDAY.finditer(text)
        if not _NOT_ON.search(text, max(0, match.start() - _LEAD), match.start())
        and not dates_saying(text, *match.span())
    )


@lru_cache(maxsize=KEPT_TEXTS)
def _dates(text: str) -> frozenset[str]:
    """Days of a month: "9 July", "July 9th"."""
    return frozenset(
        f"{match.group(1) or match.group(4)} {(match.group(2) or match.group(3))[:3]}" for match in _DATE.finditer(text)
    )


@lru_cache(maxsize=KEPT_TEXTS)
def _past(text: str) -> frozenset[str]:
    """Years, and words for a time long past."""
    return frozenset(_YEAR.findall(text))
