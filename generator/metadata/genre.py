"""What kind of text a capture is, where its own header or footer says so: opinion, satire, press release, live page.

A report says nothing of the kind, so that no rule speaking means a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.metadata.page import Line, Page, Rule
from generator.model import Found, Genre

_NEAR = 8  # lines above the article's first paragraph in which its section, headline and byline stand
_CLOSING = 2  # last lines of the article that may still say what it is
_SHORT = 60  # code points of a tagline

# Patterns of lines are for lower case: for either case they take four times as long.
_SATIRE = re.compile(
    r"\bnone of (?:this|it|the above) (?:ever )?(?:is (?:real|true)|happened)\b"
    r"|\b(?:work|piece) of (?:humou?r|satire|parody|fiction)\b"
    r"|\b(?:is|are|as|purely|entirely) (?:a |an )?(?:satir\w+|parod\w+|spoof)\b"
    r"|\bsatir(?:e|ical) (?:site|website|web site|news|newspaper|magazine|publication|article|content)\b"
)
_SATIRE_TAGLINE = re.compile(r"^(?:satire|parody)\s+\w")
_OPINION_WORDS = r"opinions?|op-?eds?|comment(?:ary)?|columns?|columnists?|editorials?|viewpoint|guest essay|letters?"
_OPINION_HEAD = re.compile(rf"^(?:{_OPINION_WORDS})(?:\s*[|:–—/›»-]\s*(?P<rest>.*))?$", re.IGNORECASE)
_SECTIONS = re.compile(
    r"\b(?:news|sports?|politics|business|world|culture|weather|puzzles|video|home)\b", re.IGNORECASE
)
_OPINION_SAID = re.compile(
    r"\b(?:views?|opinions?) expressed\b"
    r"|\b(?:our|guest|is an?|regular) (?:\w+ )?columnist\b|\bcolumnist (?:for|at|on)\b"
    r"|^(?:opinion|analysis|comment) by\b|\bguest (?:essay|column|opinion)\b"
)
_OPINION_ADDRESS = re.compile(r"/(?:opinions?|commentisfree|comment|op-?eds?|columns?|columnists?|editorials?)/", re.I)
_RELEASE = re.compile(
    r"\bfor immediate release\b|^\W*(?:press|news|media) release\b|/prnewswire/|\(business wire\)|\bglobe newswire\b"
)
_LIVE = re.compile(r"^\W*live(?: updates?| blog|blog| coverage|:)|\blive (?:updates|blog)\b|\bas it happened\b")


def _first(genre: Genre, pattern: re.Pattern[str], lines: Iterable[Line], how: str) -> Found | None:
    return next((Found(genre.value, how, line.quote) for line in lines if pattern.search(line.text.lower())), None)


def _around(page: Page) -> tuple[Line, ...]:
    """The lines around an article, and its own last ones, in which a page says what it is."""
    return (*page.top, *page.body[-_CLOSING:], *page.tail)


def _satire(page: Page) -> Found | None:
    said = _first(Genre.SATIRE, _SATIRE, _around(page), "the page says that it is satire")
    if said is not None:
        return said
    taglines = (line for line in page.top if len(line.text) <= _SHORT)
    return _first(Genre.SATIRE, _SATIRE_TAGLINE, taglines, "the page's own line under its name")


def _release(page: Page) -> Found | None:
    lines = (*page.top[-_NEAR:], *page.body[:_CLOSING])
    return _first(Genre.RELEASE, _RELEASE, lines, "the page says that it is a press release")


def _opinion(page: Page) -> Found | None:
    lines = (*page.top[-_NEAR:], *page.body[:1], *page.body[-_CLOSING:], *page.tail)
    said = _first(Genre.OPINION, _OPINION_SAID, lines, "the page says that it is opinion")
    if said is not None:
        return said
    for line in page.top[-_NEAR:]:
        head = _OPINION_HEAD.match(line.text.strip())
        if head and head["rest"] and not _SECTIONS.search(head["rest"]):
            return Found(Genre.OPINION.value, "the section named before the headline", line.quote)
    address = page.declared("url")
    if address is not None and _OPINION_ADDRESS.search(address.value):
        return Found(Genre.OPINION.value, "the section named in the page's address", address.quote)
    return None


def _live(page: Page) -> Found | None:
    return _first(Genre.LIVE, _LIVE, page.top[-_NEAR:], "the page says that it is a live page")


GENRE_RULES: tuple[Rule, ...] = (_satire, _release, _opinion, _live)
