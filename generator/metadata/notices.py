"""What an attentive editor would note of one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from generator.language.recognise import is_read, language_name
from generator.language.runon import LONGEST_SENTENCE
from generator.language.walls import Wall, signs
from generator.metadata.page import QUOTE, Line, Page, letters, longer_words
from generator.metadata.published import comment_days, earliest_comment
from generator.metadata.signs import COPYRIGHT_YEAR, TEMPLATE, whole_days
from generator.model import NOT_READ, BlockKind, Genre, Metadata, Notice

# A page's own dates further than this from those of the other sources do not fit: the same story is hardly told again
# after two months, and a year's end alone brings a copyright year one month off.
FAR_APART = timedelta(days=60)

# A paragraph repeats another that has this share of its longer words; questions are too short to tell. On one page in
# four of the set wcxb_dev these flag one FAQ, which does repeat; shares of words in the whole article flagged sixteen.
_REPEATED_WORDS, _LONG_ANSWER = 0.5, 8
_REPEATED_SHARE = 0.5  # of the paragraphs below such a head
_REPEATED_REACH = 40  # paragraphs below it that are looked at

_ARCHIVE = re.compile("archive:")  # rules of what archives put above their copies: the days there are of saving
_HIDDEN = "html:hidden"  # the rule of what style hides from every reader
# Of 690 pages of the extraction sets (all as HTML, each third dump), which are whole, none gets the notice.
_PAYWALL_REACH, _PAYWALL_WORDS = 5, 40  # lines below the article, and words of each

_REPETITION = re.compile(
    r"\bFAQs?\b|\bfrequently asked questions\b|\bkey (?:points|takeaways)\b|\btl;dr\b|\bat a glance\b", re.IGNORECASE
)
_OWN_NAME = re.compile(r"\b([A-Z]{2,6})\s?[-–—:(]\s?((?:[A-Z][\w’']+\s?){2,5})")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s")


def find_notices(page: Page, found: Metadata) -> Iterator[Notice]:
    """The notices of a page of which these facts were found, each with the words that show it."""
    yield from _absences(found)
    yield from _doubts(found)
    yield from _genre(found)
    yield from _language(found)
    yield from _copyright_notice(page, found)
    yield from _early_comment(page, found)
    yield from _other_date(page, found)
    yield from _template_notice(page)
    yield from _names_notice(page)
    yield from _repetition_notice(page)
    yield from _run_on_notice(page)
    yield from _unread_notice(page)
    yield from _set_aside_notice(page)
    yield from _paywall_notice(page)
    yield from page.document.notices


def _absences(found: Metadata) -> Iterator[Notice]:
    for code, value, message in (
        ("no-headline", found.title, "The page has no headline."),
        ("no-publisher", found.publisher, "The page does not say who published it."),
        ("no-byline", found.author, "The page has no byline."),
        ("no-date", found.published, "The page does not say when it was published."),
    ):
        if value is None:
            yield Notice(code, message)


def _doubts(found: Metadata) -> Iterator[Notice]:
    if found.published is not None and found.published.doubt is not None:
        message = f"The date {found.published.value} is uncertain: {found.published.doubt}."
        yield Notice("uncertain-date", message, found.published.quote)


_OF_GENRE = {
    Genre.SATIRE: "The page is satire: it is no source of facts, and none of it is used.",
    Genre.RELEASE: "The page is a press release: what it says is its publisher's own word.",
    Genre.OPINION: "The page is opinion: what it asserts is its author's judgement, and words no claim of others.",
    Genre.LIVE: "The page is a live page: its entries tell different states of one story.",
}


def _language(found: Metadata) -> Iterator[Notice]:
    if found.language is not None and not is_read(found.language.value):
        message = (
            f"The article is in {language_name(found.language.value)} and is read by words only: who says what, what "
            "is denied, planned or alleged is not told, and only what is told in the same words is merged."
        )
        yield Notice("language", message, found.language.quote)


def _genre(found: Metadata) -> Iterator[Notice]:
    if found.genre is not None:
        genre = Genre(found.genre.value)
        yield Notice(genre.value.replace(" ", "-"), _OF_GENRE[genre], found.genre.quote)


def _copyright_notice(page: Page, found: Metadata) -> Iterator[Notice]:
    """A copyright year, unless it is the year of the date that was found."""
    for line in (*page.tail, *page.top):
        match = COPYRIGHT_YEAR.search(line.text)
        if match is not None and (found.published is None or found.published.value[:4] != match.group(1)):
            message = f"The copyright year {match.group(1)} is not taken for the date of publication."
            yield Notice("copyright-year", message, line.quote)
            return


def _published(found: Metadata) -> date | None:
    return None if found.published is None else date.fromisoformat(found.published.value)


def _early_comment(page: Page, found: Metadata) -> Iterator[Notice]:
    """A reader's comment that is older than the article."""
    published, comment = _published(found), earliest_comment(page)
    if published is not None and comment is not None and comment[0] < published:
        day, line = comment
        message = f"A reader's comment of {day} is older than the date found for the article, {published}."
        yield Notice("dates-do-not-fit", message, line.quote)


def _other_date(page: Page, found: Metadata) -> Iterator[Notice]:
    """The latest date around the article, its comments aside, that is far from its own."""
    published = _published(found)
    comments = {line.start for _, line in comment_days(page)}
    around = [
        line for line in (*page.top, *page.tail) if line.start not in comments and not _ARCHIVE.match(line.rule or "")
    ]
    days = [(line, day) for line in around for day in whole_days(line)]
    far = [(line, day) for line, day in days if published is None or abs(day.last - published) > FAR_APART]
    if far:
        line, other = max(far, key=lambda entry: (entry[1].last, -entry[0].start))
        quote = line.text[_word_start(line.text, other.start) : other.end]
        yield Notice("other-date", f"The page bears another date around its article: {other.last}.", quote)


def _word_start(text: str, at: int) -> int:
    """The beginning of a word some way before ``at``, for a quote that shows in what the words there stand."""
    begin = max(0, at - 60)
    return begin if begin == 0 else min(text.find(" ", begin) + 1, at)


def _template_notice(page: Page) -> Iterator[Notice]:
    quotes = [line.quote for line in page.lines if TEMPLATE.search(line.text[:2000].lower())]
    if quotes:
        times = "once" if len(quotes) == 1 else f"{len(quotes)} times"
        yield Notice("template-text", f"Text of an unfinished template was left in the page ({times}).", quotes[0])


def _run_on_notice(page: Page) -> Iterator[Notice]:
    """Text of the article too long to be one sentence."""
    long = (line for line in page.lines if line.kind is not BlockKind.FURNITURE and len(line.text) > LONGEST_SENTENCE)
    run_on = [part for line in long for part in _SENTENCE_END.split(line.text) if len(part) > LONGEST_SENTENCE]
    if run_on:
        count = len(run_on[0].split())
        message = f"A stretch of {count} words without the end of a sentence is left out: too long to quote."
        yield Notice("run-on", message, run_on[0][:QUOTE].rstrip())


def _unread_notice(page: Page) -> Iterator[Notice]:
    """What of a very long capture was not read."""
    document = page.document
    if document.unread is not None:
        rest = document.source.capture.text[document.unread :]
        message = f"The page is longer than any article; its last {len(rest):,} characters are not read."
        yield Notice("not-read", message, rest.lstrip()[:QUOTE].rstrip())
    for fact in document.declared:
        if fact.name == NOT_READ:
            yield Notice("not-read", f"{fact.how[:1].upper()}{fact.how[1:]}.", fact.value)


def _paywall_notice(page: Page) -> Iterator[Notice]:
    """That the article stops where a paywall begins: its words stand right below the text, or in it."""
    hidden = {block.start for block in page.document.blocks if block.rule == _HIDDEN}
    below = (line for line in page.tail if line.start not in hidden)
    for line in (*page.body, *islice(below, _PAYWALL_REACH)):
        if len(line.text.split()) <= _PAYWALL_WORDS and signs(line.text, Wall.PAYWALL):
            yield Notice("stops", "The page stops at a paywall: it may show only the article's beginning.", line.quote)
            return


def _set_aside_notice(page: Page) -> Iterator[Notice]:
    """Prose in the article, or next to it and on the same matter, that is set aside as page furniture."""
    texts = [page.document.text[block.start : block.end] for block in page.document.blocks if block.set_aside]
    if texts:
        words = sum(len(text.split()) for text in texts)
        one = len(texts) == 1
        what = f"One line of {words} words reads" if one else f"{len(texts)} lines, {words} words in all, read"
        were = "was" if one else "were"
        message = f"{what} like the article's text, but {were} taken for the page around it: not used."
        yield Notice("set-aside", message, texts[0][:QUOTE].rstrip())


def _names_notice(page: Page) -> Iterator[Notice]:
    """An abbreviation spelled in two ways before one and the same full name."""
    spelled: dict[str, dict[str, str]] = {}
    for line in (*page.top, *page.tail):
        for match in _OWN_NAME.finditer(line.text[:1000]):
            spelled.setdefault(letters(match.group(2)), {}).setdefault(match.group(1), match.group().strip())
    for forms in spelled.values():
        if len(forms) > 1:
            quotes = list(forms.values())
            message = (
                f"The page spells its own name in {len(forms)} ways: {' and '.join(f'“{form}”' for form in quotes)}."
            )
            yield Notice("two-names", message, quotes[0])


def _is_repetition_head(line: Line) -> bool:
    return len(line.text) <= 120 and _REPETITION.search(line.text) is not None


def _repetition_notice(page: Page) -> Iterator[Notice]:
    """A part headed as questions or key points most of whose paragraphs say what one above them says."""
    heads = (i for i, line in enumerate(page.lines) if line.side == 0 and _is_repetition_head(line))
    for index in islice(heads, 3):
        above = [set(longer_words(line.text)) for line in page.lines[:index] if line.side == 0]
        below = [set(longer_words(line.text)) for line in page.lines[index + 1 :] if line.side == 0]
        below = [line for line in below if len(line) >= _LONG_ANSWER][:_REPEATED_REACH]
        repeats = sum(any(len(line & other) >= _REPEATED_WORDS * len(line) for other in above) for line in below)
        if below and repeats >= _REPEATED_SHARE * len(below):
            share = f"{repeats} of {len(below)} paragraphs"
            message = f"A part of the page repeats its own article ({share}); it is no second source."
            yield Notice("repeats-itself", message, page.lines[index].quote)
            return
