"""When an article was published, and what dates the lines around it bear."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from generator.language.dates import Precision, find_dates
from generator.metadata.byline import byline_name
from generator.metadata.page import OPENING_LINES, Line, Page, Rule, shares_words
from generator.metadata.signs import CLOCK, CLOCK_AND_ZONE, whole_days
from generator.metadata.title import has_suffix, may_be_headline
from generator.model import Found

_PUBLISHED = re.compile(r"\b(?:published|posted|first published|publication date|released|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)
_COMMENTS = re.compile(
    r"^(?:\d+\s+(?:comments?|replies|responses)|comments?(?:\s*\(\d+\))?|reply|leave a (?:comment|reply))\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?[-–—]+|\s?\([^()]{1,40}\)|/")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPTION = re.compile(r"\b(?:photo|picture|image|source|file|getty|caption|credit)\b", re.IGNORECASE)
_DATE_LINE_WORDS = 5  # words besides date, clock and label that a line with the date of publication has at most
_NAMED_WORDS = 9  # so many more beside a label or a byline: its writers and their posts
_LABEL_REACH = 30  # code points before a date in which its label stands
_COMMENT_REACH = 6  # lines within which a comment's "Reply" or "3 comments" stands


def _declared_date(page: Page) -> Found | None:
    for name, doubt in (("published", None), ("modified", "the day of a change: published on this day or before")):
        found = page.declared(name)
        day = None if found is None else _day(found.value)
        if found is not None and day is not None:
            return replace(found, value=day.isoformat(), doubt=doubt)
    return None


def _day(value: str) -> date | None:
    """The first whole date in a text, ISO or otherwise."""
    whole = [mention for mention in find_dates(value) if mention.precision is Precision.DAY]
    return whole[0].first if whole else None


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A line that says little but a date; ``index`` is its place among the lines of the page."""

    line: Line
    index: int
    day: date
    labelled: bool  # "Published" stands before the date
    updated: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The lowest is best: what is labelled first, an update last, and among equals the nearest to the article."""
        return self.updated, not self.labelled, -self.index


def _date_by_headline(page: Page) -> Found | None:
    """A line above the article, or at its beginning, that says little but a date; labelled lines first."""
    opening = len(page.top) + OPENING_LINES
    lines = (_date_line(line, index, index < opening) for index, line in enumerate((*page.top, *page.body)))
    best = min((line for line in lines if line is not None), key=lambda line: line.rank, default=None)
    if best is None:
        return None
    how, doubt = "date line above the article", None
    if best.updated:
        doubt = "the day of an update: published on this day or before"
    elif not best.labelled and _is_page_header(page, best.index):
        how, doubt = "date at the top of the page", "a date at the top of a page may be the day on which it was saved"
    return Found(best.day.isoformat(), how, best.line.quote, doubt)


def _date_line(line: Line, index: int, opens: bool) -> _DateLine | None:
    """The line with its first date, or None where it tells something else. One without a label counts only where it
    ``opens`` the article or stands above it, and is no caption."""
    days = whole_days(line)
    if not days:
        return None
    before, after = line.text[: days[0].start], line.text[days[0].end :]
    labelled = _PUBLISHED.search(before[-_LABEL_REACH:]) is not None
    caption = _CAPTION.search(line.text) is not None or line.text.startswith(("—", "–"))
    if not labelled and (caption or not opens):
        return None
    others = len(_WORD.findall(CLOCK_AND_ZONE.sub(" ", before + after)))
    named = labelled or byline_name(line.text, line.language) is not None
    if others > _DATE_LINE_WORDS + (_NAMED_WORDS if named else 0):
        return None
    updated = _UPDATED.search(line.text) is not None and not labelled
    return _DateLine(line, index, days[0].first, labelled, updated)


def _is_page_header(page: Page, index: int) -> bool:
    """Whether the line stands before every line that may be a headline: it then belongs to the page."""
    return not any(
        (may_be_headline(line, line.text) and shares_words(page, line.text)) or has_suffix(line.text)
        for line in page.top[:index]
    )


def _dateline(page: Page) -> Found | None:
    """A date in the opening of the first paragraph, before a dash or an agency: "OSLO, March 3, 2021 (AP) -"."""
    for line in page.body[:2]:
        for day in find_dates(line.text[:120]):
            if day.precision is Precision.DAY and day.start < 60 and _DATELINE.match(line.text, day.end):
                return Found(day.first.isoformat(), "dateline of the first paragraph", line.text[: day.end])
    return None


def comment_days(page: Page) -> list[tuple[date, Line]]:
    """Days of readers' comments below the article: a date with a time of day, close to "Reply" or "3 comments"."""
    found = []
    tail = page.tail
    for index, line in enumerate(tail):
        days = whole_days(line)
        if not days or not CLOCK.search(line.text, days[0].end):
            continue
        around = tail[max(0, index - _COMMENT_REACH) : index + _COMMENT_REACH + 1]
        if any(_COMMENTS.match(other.text) for other in around):
            found.append((days[0].first, line))
    return found


def earliest_comment(page: Page) -> tuple[date, Line] | None:
    """The first comment by its day, then by its place."""
    return min(comment_days(page), key=lambda comment: (comment[0], comment[1].start), default=None)


def _comment_date(page: Page) -> Found | None:
    comment = earliest_comment(page)
    if comment is None:
        return None
    day, line = comment
    doubt = "the day of the earliest comment by a reader: published on this day or before"
    return Found(day.isoformat(), "date of a reader's comment", line.quote, doubt)


DATE_RULES: tuple[Rule, ...] = (_declared_date, _date_by_headline, _dateline, _comment_date)
