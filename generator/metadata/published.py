"""When an article was published, and what dates the lines around it bear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.language.dates import DateMention, Precision, find_dates
from generator.language.days import find_days
from generator.language.headers import published_label, updated_label
from generator.metadata.byline import byline_name
from generator.metadata.page import OPENING_LINES, QUOTE, Line, Page, Rule, shares_words
from generator.metadata.signs import CLOCK, CLOCK_AND_ZONE, whole_days
from generator.metadata.title import has_suffix, may_be_headline
from generator.model import Found

_COMMENTS = re.compile(
    r"^(?:\d+\s+(?:comments?|replies|responses)|comments?(?:\s*\(\d+\))?|reply|leave a (?:comment|reply))\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?[-–—]+|\s?\([^()]{1,40}\)|\s?/")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPTION = re.compile(r"\b(?:photo|picture|image|source|file|getty|caption|credit)\b", re.IGNORECASE)
_DATE_LINE_WORDS = 5  # words besides date, clock and label that a line with the date of publication has at most
_NAMED_WORDS = 9  # so many more beside a label or a byline: its writers and their posts
_LABEL_REACH = 30  # code points before a date in which its label stands
_COMMENT_REACH = 6  # lines within which a comment's "Reply" or "3 comments" stands


def _declared_date(page: Page) -> Found | None:
    return _dated(page, "published", None)


def _declared_change(page: Page) -> Found | None:
    return _dated(page, "modified", "the day of a change: published on this day or before")


def _dated(page: Page, name: str, doubt: str | None) -> Found | None:
    for found in page.all_declared(name):
        day = _day(found.value, page)
        if day is not None:
            return replace(found, value=day.isoformat(), doubt=doubt)
    return None


def _day(value: str, page: Page) -> date | None:
    """The first whole date in a text, ISO or otherwise."""
    return next((mention.first for mention in find_days(value, page.code)), None)


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A line that says little but a date; ``distance`` counts the lines between it and
    the beginning of the article."""

    line: Line
    distance: int
    day: date
    labelled: bool  # "Published" stands before the date
    updated: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The lowest is best: what is labelled first, an update last, and among equals the nearest to the article."""
        return self.updated, not self.labelled, self.distance


def _labelled_date(page: Page) -> Found | None:
    """A line anywhere up to the article's end that says of its date that it is that of publication."""
    best = _best_line(page)
    return _found(page, best) if best is not None and best.labelled and not best.updated else None


def _date_by_headline(page: Page) -> Found | None:
    """A line above the article, or at its beginning, that says little but a date."""
    best = _best_line(page)
    return None if best is None else _found(page, best)


def _best_line(page: Page) -> _DateLine | None:
    article = len(page.top)
    lines = page.lines[: article + len(page.body) + _BELOW]
    found = (
        _date_line(line, abs(article - index), line.side <= 0 and index < article + OPENING_LINES)
        for index, line in enumerate(lines)
        if not _OF_OTHERS.match(line.rule or "")
    )
    return min((line for line in found if line is not None), key=lambda line: line.rank, default=None)


_BELOW = 3  # lines below the article that may still say when it was published


def _found(page: Page, best: _DateLine) -> Found:
    how, doubt = "date line above the article", None
    if best.updated:
        doubt = "the day of an update: published on this day or before"
    elif not best.labelled and _is_page_header(page, best.line):
        how, doubt = "date at the top of the page", "a date at the top of a page may be the day on which it was saved"
    return Found(best.day.isoformat(), how, best.line.quote, doubt)


# Rules of blocks in which a time element is another article's, or a post's that the article shows.
_OF_OTHERS = re.compile(r"archive:|html:(?:aside|nav|footer|other-article|hidden|form)\b|html:role-|html:(?:class|id)-"
                        r"(?:related|recommended|recommendations|recirc|recirculation|trending|popular|latest|sidebar|rail|comments?|"
                        r"promo|promoted|widget|newsletter|disqus|respond|teaser|embed)")  # fmt: skip
_TIME_REACH = 12  # lines above the article's first paragraph, where the page has no main heading
_TIME_BELOW = 4  # lines from that paragraph on: it may be a lead, with byline and time below it


def _time_by_headline(page: Page) -> Found | None:
    """A time element between the main heading and the article's first paragraphs, the first that no label says to be
    of an update."""
    begin = page.below_heading or max(0, len(page.top) - _TIME_REACH)
    return _time(page, range(max(0, begin - 1), len(page.top) + _TIME_BELOW))


def _time_elsewhere(page: Page) -> Found | None:
    found = _time(page, range(len(page.lines)))
    doubt = "a time that stands apart from headline and article may be that of something else on the page"
    return None if found is None else replace(found, doubt=doubt)


def _time(page: Page, where: range) -> Found | None:
    updated = None
    for fact in page.document.declared:
        place = page.line_at(fact.end)
        day = _day(fact.value, page) if fact.name == "time" and place in where else None
        if day is None or _OF_OTHERS.match(page.lines[place].rule or ""):
            continue
        found = Found(day.isoformat(), fact.how, page.document.source.capture.text[fact.start : fact.end][:QUOTE])
        before = page.before(fact.end)[-_LABEL_REACH:]
        changed, published = updated_label(page.code).search(before), published_label(page.code).search(before)
        if changed is None or (published is not None and published.start() > changed.start()):
            return found
        updated = updated or replace(found, doubt="the day of an update: published on this day or before")
    return updated


def _date_line(line: Line, distance: int, opens: bool) -> _DateLine | None:
    """The line with the date that it says is that of publication, else its first, or None where it tells something
    else. One without a label counts only where it ``opens`` the article or stands above it, and is no caption."""
    days = whole_days(line)
    if not days:
        return None
    labels = [_labels(line, days, place) for place in range(len(days))]
    place = next((place for place, (published, _) in enumerate(labels) if published), 0)
    labelled, updated = labels[place]
    before, after = line.text[: days[place].start], line.text[days[place].end :]
    caption = _CAPTION.search(line.text) is not None or line.text.startswith(("—", "–"))
    if not labelled and (caption or not opens):
        return None
    others = len(_WORD.findall(CLOCK_AND_ZONE.sub(" ", before + after)))
    named = labelled or byline_name(line.text, line.language) is not None
    if others > _DATE_LINE_WORDS + (_NAMED_WORDS if named else 0):
        return None
    return _DateLine(line, distance, days[place].first, labelled, updated)


def _labels(line: Line, days: Sequence[DateMention], place: int) -> tuple[bool, bool]:
    """Whether labels say of a date of a line that it is that of publication, or of a change. They stand before it, or
    behind it at the end of the line."""
    begin = days[place - 1].end if place else 0
    before = line.text[begin : days[place].start][-_LABEL_REACH:]
    behind = _EDGE.sub("", CLOCK_AND_ZONE.sub("", line.text[days[place].end :])) if place == len(days) - 1 else ""
    published, updated = (
        max((match.start() for match in label.finditer(before)), default=0 if label.fullmatch(behind) else -1)
        for label in (published_label(line.language), updated_label(line.language))
    )
    return published > updated, updated >= 0 and updated >= published


_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def _is_page_header(page: Page, found: Line) -> bool:
    """Whether the line stands before every line that is or may be a headline: it then belongs to the page."""
    if page.below_heading and found.start >= page.lines[page.below_heading - 1].start:
        return False
    return not any(
        (may_be_headline(line, line.text) and shares_words(page, line.text)) or has_suffix(line.text)
        for line in page.top
        if line.start < found.start
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


DATE_RULES: tuple[Rule, ...] = (
    _declared_date,
    _time_by_headline,
    _labelled_date,
    _date_by_headline,
    _declared_change,
    _dateline,
    _time_elsewhere,
    _comment_date,
)
