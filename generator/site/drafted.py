"""What the pipeline drafts in English -> the same in the words of the site.

A digest holds some sentences of the program's own: names of sections, what is to be noted of a page, how a fact was
found, why a day is not certain, a few questions and answers. In ``digest.json`` and in signed editions they are
English, whatever the site's language: those who read the data, the command line and the desk find one wording, and a
signed edition holds where the language of its site changes. Here each is known again by its form, and said in the
words of the site.

The forms below are those sentences with their places named. What a place holds is told by its name: ``day`` a day,
``number`` a number, ``names`` a list, ``doubt`` what is drafted itself, most else words that stand as they are. A
sentence of another form stays as it is: a question in words of the sources asks in their language, and a wording is in
that of its passage, with what is put into it in brackets. The tests hold every notice, way and doubt that the pipeline
can write against these forms, so that a new one needs a line here.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from generator.language.calendar import MONTHS
from generator.site.words import Words, gettext_noop, iso_day, printable

_AND: Final = re.compile(r", | and ")
_PLACE: Final = re.compile(r"%\((\w+)\)s")
_DAY: Final = r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4}"
_VALUES: Final = {
    "day": _DAY,
    "date": _DAY,
    "number": r"[\d,]+",
    "words": r"[\d,]+",
    "line": r"\d+",
    "year": r"\d{4}",
    "until": r"\d{4}",
    "years": r"\d{4}(?: to \d{4})?",
}

_SECTIONS = (
    gettext_noop("What several say"),
    gettext_noop("What happened"),
    gettext_noop("What was said"),
    gettext_noop("Reactions"),
    gettext_noop("Background"),
    gettext_noop("What one source says"),
    gettext_noop("Outlook and opinion"),
    gettext_noop("Also reported"),
)
_QUESTIONS = (
    gettext_noop("What did %(who)s say?"),
    gettext_noop("What was said?"),
    gettext_noop("Who said “%(what)s”?"),
    gettext_noop("Is it true: “%(what)s”?"),
    gettext_noop("Which number is right: “%(what)s”?"),
    gettext_noop("Which day is right: “%(what)s”?"),
    gettext_noop("Has this happened yet: “%(what)s”?"),
    gettext_noop("Has this happened yet: %(what)s?"),
    gettext_noop("Is what is alleged of %(who)s true?"),
    gettext_noop("Is what is denied by %(who)s true?"),
    gettext_noop("It has taken place"),
    gettext_noop("It is planned"),
    gettext_noop("It is alleged"),
    gettext_noop("%(names)s says so"),
    gettext_noop("%(names)s say so"),
    gettext_noop("%(names)s denies it"),
    gettext_noop("%(names)s deny it"),
    gettext_noop("Called untrue: %(what)s"),
    gettext_noop("How many people were killed?"),
    gettext_noop("How many people were injured?"),
    gettext_noop("How many people were missing?"),
    gettext_noop("How many people were released?"),
    gettext_noop("How many people were arrested?"),
    gettext_noop("How many people were taken to hospital?"),
    gettext_noop("How many people were evacuated?"),
    gettext_noop("How many people were rescued?"),
    gettext_noop("How many people were displaced?"),
    gettext_noop("How many people were on strike?"),
    gettext_noop("How many people were at the protest?"),
    gettext_noop("How many people were infected?"),
    gettext_noop("How many people were in the trial?"),
    gettext_noop("How high was the price?"),
    gettext_noop("How high was the damage?"),
    gettext_noop("How high was the fine?"),
    gettext_noop("How high was the sum taken?"),
    gettext_noop("How high was the ransom?"),
    gettext_noop("How high was the efficacy?"),
    gettext_noop("How high was the turnout?"),
    gettext_noop("How high was the fall?"),
    gettext_noop("How high was the stake?"),
    gettext_noop("How high was the premium?"),
    gettext_noop("How high was the speed?"),
    gettext_noop("How high was the offer?"),
    gettext_noop("How high was the demand?"),
    gettext_noop("How long was the sentence?"),
    gettext_noop("How long was the contract?"),
    gettext_noop("How long was the deliberations?"),
    gettext_noop("How long was the delay?"),
    gettext_noop("What was the magnitude?"),
)
_WAYS = (
    gettext_noop("stated in story.md"),
    gettext_noop("title"),
    gettext_noop("end of the title line"),
    gettext_noop("end of the title"),
    gettext_noop("title line with the site's name"),
    gettext_noop("the line above the article that shares its words"),
    gettext_noop("copyright line"),
    gettext_noop("name that fits the domain %(what)s"),
    gettext_noop("domain in a line of its own"),
    gettext_noop("byline"),
    gettext_noop("line below “%(what)s”"),
    gettext_noop("name above what its bearer does"),
    gettext_noop("%(what)s marked as author"),
    gettext_noop("date line above the article"),
    gettext_noop("date at the top of the page"),
    gettext_noop("dateline of the first paragraph"),
    gettext_noop("date of a reader's comment"),
    gettext_noop("time of publication"),
    gettext_noop("time element"),
    gettext_noop("address in a line above the article"),
    gettext_noop("address in the line of an archive"),
    gettext_noop("property %(what)s"),
    gettext_noop("link canonical"),
    gettext_noop("meta %(what)s"),
    gettext_noop("JSON-LD %(what)s"),
    gettext_noop("front matter %(what)s"),
    gettext_noop("subject of the mail"),
    gettext_noop("sender of the mail"),
    gettext_noop("date of the mail"),
    gettext_noop("address in the file of the save"),
    gettext_noop("comment of %(what)s"),
    gettext_noop("site of the address"),
    gettext_noop("name that fits the address %(what)s"),
)
_DOUBTS = (
    gettext_noop("a date at the top of a page may be the day on which it was saved"),
    gettext_noop("the day of an update: published on this day or before"),
    gettext_noop("the day of a change: published on this day or before"),
    gettext_noop("the day of the earliest comment by a reader: published on this day or before"),
    gettext_noop("the owner of the copyright may own the publisher"),
    gettext_noop("%(day)s: %(doubt)s; %(date)s: %(further)s"),
    gettext_noop("the day on which the mail was forwarded: published on this day or before"),
    gettext_noop("the sender of a newsletter may not own it"),
    gettext_noop("a time that stands apart from headline and article may be that of something else on the page"),
)
_NOTICES = (
    gettext_noop("The page has no headline."),
    gettext_noop("The page does not say who published it."),
    gettext_noop("The page has no byline."),
    gettext_noop("The page does not say when it was published."),
    gettext_noop("The date %(day)s is uncertain: %(doubt)s."),
    gettext_noop("The page is satire: it is no source of facts, and none of it is used."),
    gettext_noop("The page is a press release: what it says is its publisher's own word."),
    gettext_noop("The page is opinion: what it asserts is its author's judgement, and words no claim of others."),
    gettext_noop("The page is a live page: its entries tell different states of one story."),
    gettext_noop(
        "The article is in %(language)s and is read by words only: who says what, what is denied, planned or alleged "
        "is not told, and only what is told in the same words is merged."
    ),
    gettext_noop("The copyright year %(year)s is not taken for the date of publication."),
    gettext_noop("A reader's comment of %(day)s is older than the date found for the article, %(date)s."),
    gettext_noop("The page bears another date around its article: %(day)s."),
    gettext_noop("Text of an unfinished template was left in the page (once)."),
    gettext_noop("Text of an unfinished template was left in the page (%(number)s times)."),
    gettext_noop("A stretch of %(number)s words without the end of a sentence is left out: too long to quote."),
    gettext_noop("The page is longer than any article; its last %(number)s characters are not read."),
    gettext_noop("A script lists %(number)s articles, of which the likeliest %(words)s are looked at."),
    gettext_noop(
        "One line of %(words)s words reads like the article's text, but was taken for the page around it: not used."
    ),
    gettext_noop(
        "%(number)s lines, %(words)s words in all, read like the article's text, but were taken for the page around "
        "it: not used."
    ),
    gettext_noop("The page spells its own name in %(number)s ways: %(spellings)s."),
    gettext_noop(
        "A part of the page repeats its own article (%(number)s of %(words)s paragraphs); it is no second source."
    ),
    gettext_noop(
        "The other sources are of %(years)s, this page bears %(doubt)s; it may have been changed or saved later."
    ),
    gettext_noop("The other sources are of %(years)s, this page bears %(doubt)s."),
    gettext_noop("%(year)s to %(until)s"),
    gettext_noop("the date %(day)s and %(further)s"),
    gettext_noop("the copyright year %(year)s and %(further)s"),
    gettext_noop("the date %(day)s"),
    gettext_noop("the copyright year %(year)s"),
    gettext_noop("The file begins with a byte-order mark, which is not counted as text."),
    gettext_noop("The file is not UTF-8; it was read as %(what)s (%(doubt)s)."),
    gettext_noop("its byte-order mark says so"),
    gettext_noop("most of it is UTF-8; %(number)s damaged places are shown as \ufffd"),
    gettext_noop("the page declares it"),
    gettext_noop("by detection, which can be wrong; the page declares %(what)s, which does not fit"),
    gettext_noop("by detection, which can be wrong"),
    gettext_noop("Its lines end in CR LF; offsets count both characters."),
    gettext_noop(
        "It holds NUL characters (%(number)s, the first, %(what)s, in line %(line)s); they are not shown on the page."
    ),
    gettext_noop(
        "Its letters were garbled before it was saved (%(number)s places), and so are its quotes; save it again."
    ),
    gettext_noop(
        "It holds control characters (%(number)s, the first, %(what)s, in line %(line)s); they are not shown on the "
        "page."
    ),
    gettext_noop(
        "It holds characters that change the direction of text (%(number)s, the first, %(what)s, in line %(line)s); "
        "they are not shown on the page."
    ),
    gettext_noop("The story has more sentences than are compared; the last %(number)s of this capture are not read."),
    gettext_noop("The file is a mail; the text that is cited is its part %(number)s of %(words)s (%(what)s)."),
    gettext_noop(
        "The file is a page saved as MHTML; the text that is cited is its part %(number)s of %(words)s (%(what)s)."
    ),
    gettext_noop("The file is a web archive; the text that is cited is its WebMainResource (%(what)s)."),
    gettext_noop("The note holds highlights of an article, not the whole of it."),
    gettext_noop("by the place of its NULs"),
    gettext_noop("by its quotation marks; the page declares %(what)s, which does not fit"),
    gettext_noop("by its quotation marks"),
    gettext_noop("by the letters of its language, which can be wrong; the page declares %(what)s, which does not fit"),
    gettext_noop("by the letters of its language, which can be wrong"),
    gettext_noop("The file is a PDF; the text that is cited is what %(what)s %(release)s reads in it."),
    gettext_noop("its escapes say so"),
    gettext_noop(
        "The text may be of a front page or list of articles: %(number)s headlines, each with a line beneath it."
    ),
    gettext_noop(
        "The page may be a front page or list of articles: it has %(number)s headlines that lead to other "
        "pages, each with a few words beneath it."
    ),
    gettext_noop("The page shows little of its article: the text is that of its data for machines."),
    gettext_noop(
        "Most of the page's text stands in parts called “%(what)s”, as page furniture is; it is read all the same."
    ),
    gettext_noop("Most of the page's text is hidden by its style for “%(what)s”; it is read all the same."),
    gettext_noop("The mail quotes another, which is not used: %(number)s words."),
    gettext_noop(
        "The mail hands on another, which is what is used; what was written above it is not: %(number)s words."
    ),
    gettext_noop(
        "The page has %(number)s entries, from %(first)s to %(last)s; the newest state that it knows is “%(what)s”."
    ),
    gettext_noop(
        "The page holds %(number)s texts, each with its own headline (%(titles)s); all are read as one article."
    ),
    gettext_noop(
        "The page holds %(number)s texts, each with its own headline (%(titles)s); %(words)s of them is read."
    ),
    gettext_noop("The page stops at a paywall: it may show only the article's beginning."),
)
FORMS: Final = (*_SECTIONS, *_WAYS, *_DOUBTS, *_NOTICES, *_QUESTIONS)


def drafted(text: str, say: Words) -> str:
    """A drafted sentence in the words of the site, printable; as it stands where these are those of the draft, or where
    it is of no form known here."""
    text = printable(text)
    for message, pattern in _patterns(say):
        found = pattern.fullmatch(text)
        if found:
            values = {name: _value(name, value, say) for name, value in found.groupdict().items()}
            return say.gettext(message, **values)
    return text


def pattern_of(message: str) -> re.Pattern[str]:
    """What sentences of a form look like; its places are named groups."""
    parts = _PLACE.split(message)
    places = (f"(?P<{name}>{_VALUES.get(name, '.+?')})" for name in parts[1::2])
    return re.compile("".join(map("".join, zip(map(re.escape, parts[::2]), (*places, ""), strict=True))))


@cache
def _patterns(say: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms that a site says otherwise than they are drafted."""
    otherwise = (form for form in FORMS if not say.as_drafted or say.gettext(form) != form)
    return tuple((form, pattern_of(form)) for form in otherwise)


def _value(name: str, value: str, say: Words) -> str:
    if name in ("day", "date"):
        day = iso_day(value) or _english_day(value)
        return say.day(day) if day else value
    if name in ("number", "words", "line"):
        return say.number(int(value.replace(",", "")))
    if name == "language":
        return say.in_own_words(value)
    if name in ("names", "spellings"):
        return say.listed(_AND.split(value))
    return drafted(value, say) if name in ("doubt", "further", "years") else value


def _english_day(value: str) -> date | None:
    number, month, year = value.split()
    return date(int(year), MONTHS.index(month) + 1, int(number)) if month in MONTHS else None
