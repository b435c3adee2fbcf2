"""Dates and ranges of days in English text, each with its span and how exactly it is known.

Only what is written as a date counts: "6 Min Read" and "Soars 6%" are none, "may" and "march" are words. A date that
leaves something out ("on Thursday", "18 March", "last week") needs an anchor, the day on which the text was written,
and is left out without one. Numbers such as 03/11/2023 that can be read in two ways are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from generator.language.ahead import lies_ahead
from generator.language.calendar import ANY_MONTH, ANY_WEEKDAY, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from generator.language.quantities import SMALL
from generator.language.runon import KEPT_TEXTS


class Precision(StrEnum):
    DAY = "day"
    RANGE = "range"  # from one day to another: "March 18 to 20"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` means the days ``first`` to ``last``, both included. ``how`` says what was inferred: "as
    written", or what the anchor added. ``precision`` is the unit in which the text speaks."""

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    how: str

    @property
    def written(self) -> bool:
        """Whether the text itself says the whole date, without an anchor."""
        return self.how == AS_WRITTEN


AS_WRITTEN = "as written"
MIN_YEAR, MAX_YEAR = 1900, 2099  # of dates in texts and of anchors; leaves room for arithmetic at both ends

_NUMBER_WORDS = {word: number for word, number in SMALL.items() if 1 <= number <= 12} | {"a": 1, "an": 1}

# Capitalised or in capitals throughout, so that "may" and "march" stay words.
_SHORT = "|".join(SHORT_MONTHS)
_MONTH = rf"(?P<month>{ANY_MONTH}|{ANY_MONTH.upper()}|(?:{_SHORT}|{_SHORT.upper()})\b\.?)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
_WEEKDAY = rf"(?:{ANY_WEEKDAY}|(?:{'|'.join(SHORT_WEEKDAYS)})\.?)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|and)\s)"
_LAST_DAY = r"(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"

# A day named after what happened on it is that event, whatever the anchor: "the Sept. 11 attacks".
_NAMED_DAY = r"(?!\s(?:attacks?|terror|terrorist|hijackers|riot|insurrection|[Cc]ommittee|[Cc]ommission)\b)"

# What a match means: first and last day, precision, and what was inferred; None where it is no date after all.
_Meaning = tuple[date, date, Precision, str]
_Read = Callable[[re.Match[str]], "_Meaning | None"]
_ReadFrom = Callable[[re.Match[str], date], "_Meaning | None"]  # from the anchor


@lru_cache(maxsize=KEPT_TEXTS)
def find_dates(text: str, anchor: date | None = None) -> tuple[DateMention, ...]:
    """Dates in ``text`` in their order, without overlaps: of two that overlap the one that begins first, then the
    longer. ``anchor`` is the day on which the text was written; without one only whole dates are found."""
    if anchor is not None and not MIN_YEAR <= anchor.year <= MAX_YEAR:
        anchor = None
    found = sorted(_mentions(text, anchor), key=lambda mention: (mention.start, -mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mentions(text: str, anchor: date | None) -> Iterator[DateMention]:
    for match, meaning in _meanings(text, anchor):
        if meaning is not None:
            yield DateMention(match.start(), match.end(), *meaning)


def _meanings(text: str, anchor: date | None) -> Iterator[tuple[re.Match[str], _Meaning | None]]:
    for begin, end in _windows(text):
        for pattern, read in _RULES:
            for match in pattern.finditer(text, begin, end):
                yield match, read(match)
        if anchor is None:
            continue
        for pattern, read_from in _ANCHORED_RULES:
            for match in pattern.finditer(text, begin, end):
                yield match, read_from(match, anchor)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text around the signs of a date, in order and apart."""
    begin = end = -1
    for sign in _SIGN.finditer(text):
        if sign.start() - _AROUND > end:
            if end > 0:
                yield begin, end
            begin = max(0, sign.start() - _AROUND)
        end = min(len(text), sign.end() + _AROUND)
    if end > 0:
        yield begin, end


def _number_of_month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].capitalize()))


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _whole_day(match: re.Match[str]) -> _Meaning | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _number_of_month(month)
    day = _safe_date(int(match["year"]), number, int(match["day"]))
    return None if day is None else (day, day, Precision.DAY, AS_WRITTEN)


def _whole_range(match: re.Match[str]) -> _Meaning | None:
    year, month = int(match["year"]), _number_of_month(match["month"])
    return _between(_safe_date(year, month, int(match["day"])), _safe_date(year, month, int(match["last"])), AS_WRITTEN)


def _between(first: date | None, last: date | None, how: str) -> _Meaning | None:
    if first is None or last is None or last <= first:
        return None
    return first, last, Precision.RANGE, how


def _slashed(match: re.Match[str]) -> _Meaning | None:
    """Month/day or day/month: only where one number cannot be a month, or both are the same."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one <= 12 and two <= 12 and one != two:
        return None
    month, day = (one, two) if one <= 12 else (two, one)
    known = _safe_date(year, month, day)
    return None if known is None else (known, known, Precision.DAY, AS_WRITTEN)


def _whole_month(match: re.Match[str]) -> _Meaning:
    return *_month_span(int(match["year"]), _number_of_month(match["month"])), Precision.MONTH, AS_WRITTEN


def _whole_year(match: re.Match[str]) -> _Meaning:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, AS_WRITTEN


_SENTENCE_END = re.compile(r"[.?!]\s(?=[A-Z“\"])")
_LOOKED_AT = 240  # code points on either side of a date in which its sentence is read


def _speaks_of_the_future(match: re.Match[str]) -> bool:
    """Whether the sentence that holds a date tells it as one to come."""
    text, start, end = match.string, match.start(), match.end()
    begin = max(0, start - _LOOKED_AT)
    begin = max((stop.end() for stop in _SENTENCE_END.finditer(text, begin, start)), default=begin)
    close = min(len(text), end + _LOOKED_AT)
    stop = _SENTENCE_END.search(text, end, close)
    return lies_ahead(text[begin : stop.start() + 1 if stop else close], start - begin, end - begin)


# How far ahead of its anchor a date without a year may lie before it is read as one of the year before. News says more
# of the past; six weeks leave room for what is announced.
_ANNOUNCED = timedelta(days=45)
# How far before its anchor a date may lie of which the words speak as to come: a text may quote an older plan.
_OUTDATED = timedelta(days=31)


def _nearest(match: re.Match[str], anchor: date, month: int, day: int) -> date | None:
    """The day and month in the year that the anchor suggests: the next such day where the words before it speak of what
    is to come, otherwise the latest one, up to some weeks ahead."""
    known = [_safe_date(anchor.year + shift, month, day) for shift in (-1, 0, 1, -2, -3, -4)]
    days = sorted(day for day in known if day is not None)
    if _speaks_of_the_future(match):
        return next((day for day in days if day >= anchor - _OUTDATED), None)
    return max((day for day in days if day <= anchor + _ANNOUNCED), default=None)


def _day_of_month(match: re.Match[str], anchor: date) -> _Meaning | None:
    day = _nearest(match, anchor, _number_of_month(match["month"]), int(match["day"]))
    return None if day is None else (day, day, Precision.DAY, f"year from {anchor}")


def _range_of_month(match: re.Match[str], anchor: date) -> _Meaning | None:
    month = _number_of_month(match["month"])
    first = _nearest(match, anchor, month, int(match["day"]))
    last = None if first is None else _safe_date(first.year, month, int(match["last"]))
    return _between(first, last, f"year from {anchor}")


_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


def _named_month(match: re.Match[str], anchor: date) -> _Meaning:
    lead, month = match["lead"].lower(), _number_of_month(match["month"])
    year = anchor.year
    if match["year"] is not None:
        year += _SHIFTS[match["year"].split()[-2]]
    elif lead == "last" and month >= anchor.month:
        year -= 1
    elif lead == "next" and month <= anchor.month:
        year += 1
    elif lead not in ("last", "next", "this"):
        nearest = _nearest(match, anchor, month, 15)
        year = year if nearest is None else nearest.year
    return *_month_span(year, month), Precision.MONTH, f"year from {anchor}"


def _weekday(match: re.Match[str], anchor: date) -> _Meaning:
    """The latest such day up to the anchor, as news is written; the next one after "next", or where the words before
    it in the sentence speak of what is to come."""
    lead = (match["lead"] or "").lower().split()
    back = (anchor.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    past = "last" in lead or "past" in lead or match["event"] is not None
    if "next" in lead or "coming" in lead or (not past and _speaks_of_the_future(match)):
        day = anchor + timedelta(days=7 - back)
        return day, day, Precision.DAY, f"the first after {anchor}"
    if back == 0 and ("last" in lead or "past" in lead):
        back = 7
    day = anchor - timedelta(days=back)
    return day, day, Precision.DAY, f"the latest up to {anchor}"


_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _near_day(match: re.Match[str], anchor: date) -> _Meaning:
    day = anchor + timedelta(days=_NEAR_DAYS[match["word"].lower()])
    return day, day, Precision.DAY, f"seen from {anchor}"


def _near_unit(match: re.Match[str], anchor: date) -> _Meaning | None:
    return _unit(anchor, match["unit"].lower(), _SHIFTS[match["lead"].lower()], f"seen from {anchor}")


def _ago(match: re.Match[str], anchor: date) -> _Meaning | None:
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _NUMBER_WORDS[word]
    return _unit(anchor, match["unit"].lower(), -count, f"counted back from {anchor}")


def _unit(anchor: date, unit: str, shift: int, how: str) -> _Meaning | None:
    """The day, the week from Monday, the month or the year that lies ``shift`` units from the anchor's own."""
    try:
        if unit == "day":
            day = anchor + timedelta(days=shift)
            return day, day, Precision.DAY, how
        if unit == "week":
            monday = anchor + timedelta(days=7 * shift - anchor.weekday())
            return monday, monday + timedelta(days=6), Precision.WEEK, how
        if unit == "month":
            months = anchor.year * 12 + anchor.month - 1 + shift
            return *_month_span(months // 12, months % 12 + 1), Precision.MONTH, how
        year = anchor.year + shift
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, how
    except (ValueError, OverflowError):
        return None


_RULES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-)"), _whole_day),
    (re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?![\d/])"), _whole_day),
    (re.compile(rf"(?:\b{_WEEKDAY},?\s)?\b{_MONTH}\s{{1,2}}{_DAY}(?:,\s{{0,2}}|\s){_YEAR}"), _whole_day),
    (re.compile(rf"(?:\b{_WEEKDAY},?\s)?(?<![\w.,/-]){_DAY}[\s-](?:of\s)?{_MONTH}[\s,-]{{1,2}}{_YEAR}"), _whole_day),
    (re.compile(rf"\b{_MONTH}\s{_DAY}{_TO}{_LAST_DAY},?\s{_YEAR}"), _whole_range),
    (re.compile(rf"(?<![\w.,/-]){_DAY}{_TO}{_LAST_DAY}\s{_MONTH},?\s{_YEAR}"), _whole_range),
    (re.compile(r"(?<![\w/.-])(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>(?:19|20)\d\d)(?![\d/])"), _slashed),
    (
        re.compile(r"(?<![\w/.-])(?P<day>\d\d?)\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
        _whole_day,
    ),
    (re.compile(rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}"), _whole_month),
    (
        re.compile(
            r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout|[Ff]rom|[Ee]arly|[Ll]ate|of"
            rf"|[Mm]id-?)\s?{_YEAR}(?![\w-])"
        ),
        _whole_year,
    ),
)
_ANCHORED_RULES: tuple[tuple[re.Pattern[str], _ReadFrom], ...] = (
    (re.compile(rf"\b{_MONTH}\s{_DAY}{_TO}{_LAST_DAY}(?!,?\s(?:19|20)\d\d|\s?%|\sper\b)"), _range_of_month),
    (
        re.compile(rf"(?:\b{_WEEKDAY},?\s)?\b{_MONTH}\s{_DAY}(?!,?\s(?:19|20)\d\d|[:/\d%]|\sper\b){_NAMED_DAY}"),
        _day_of_month,
    ),
    (
        re.compile(rf"(?:\b{_WEEKDAY},?\s)?(?<![\w.,/$€£-]){_DAY}\s(?:of\s)?{_MONTH}(?![\w'’])(?!,?\s(?:19|20)\d\d)"),
        _day_of_month,
    ),
    (
        re.compile(
            rf"\b(?P<lead>[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id-?|[Ll]ast|[Nn]ext|[Tt]his)\s?{_MONTH}"
            r"(?![\w'’-])(?!\s\d)(?P<year>\s(?:of\s)?(?:last|this|next)\syear\b)?"
        ),
        _named_month,
    ),
    (
        re.compile(
            r"\b(?:(?P<lead>[Oo]n|[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|[Ee]arly|[Ll]ate|[Bb]y|[Uu]ntil|[Ss]ince)"
            r"\s)?"
            rf"(?P<weekday>{ANY_WEEKDAY})\b(?![-’'])"
            rf"(?!,?\s(?:\d{{1,2}}\s)?(?:{ANY_MONTH}|{_SHORT})\b)(?P<event>\s(?:morning|afternoon|evening|night)['’]s)?"
        ),
        _weekday,
    ),
    (re.compile(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b(?!['’])"), _near_day),
    (
        re.compile(
            r"\b(?:[Ee]arlier\s|[Ll]ater\s|[Tt]he\s)?(?P<lead>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming)"
            r"\s(?P<unit>week|month|year)\b(?!['’-])"
        ),
        _near_unit,
    ),
    (
        re.compile(
            rf"\b(?P<count>\d{{1,3}}|[Aa]n?|{'|'.join(word for word in _NUMBER_WORDS if len(word) > 2)})"
            r"\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)\b"
        ),
        _ago,
    ),
)

# What every date holds: a year, a month, a weekday or a word of relation. Rules run only around these, which makes them
# two and a half times as fast on news as over the whole text.
_SIGN = re.compile(
    r"\d{4}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
    r"|[a-z]day\b|Today|[Tt]onight|[Tt]omorrow|\s(?:week|month|year|ago|earlier)\b"
)
_AROUND = 64  # code points on either side of a sign: more than the longest date with what may not follow it
