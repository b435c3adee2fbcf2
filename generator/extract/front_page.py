"""A page that leads to articles is none: a front page, a section, a list of what was found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import median

from generator.errors import InputError
from generator.extract.scope import LINKS
from generator.model import BlockKind, Document, Notice

# A linked headline has so many words; a page with so many of them, each with a teaser of at most so many words beneath
# it and none with a larger share of the page's prose, leads to articles. Of the 325 pages of the extraction sets, all
# of them articles, none is refused by this, and one gets the notice.
_HEADLINE_WORDS, _TEASERS, _TEASER_WORDS, _LARGEST = 3, 6, 40, 0.3
_PROSE_WORDS = 8
# In a text so many lines of prose, each beneath a headline but for one in so many.
_ITEMS, _BENEATH, _LONGEST_HEADLINE = 8, 0.8, 20
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_FOLDER = re.compile(r"(?:Index of|Directory listing (?:for|of)) /\S*$", re.IGNORECASE)
_TOP = re.compile(r"https?://[^/?#]+/?(?:[^\W\d]+-?[^\W\d]*/?)?(?:index\.\w+)?(?:[?#].*)?", re.IGNORECASE)


def told_from_front_pages(document: Document) -> Document:
    """The document, with a notice where it may lead to articles. Raises InputError where it surely does: its address
    is that of a site or section, or it has no day of its own."""
    if document.source.capture.media_type == "text/plain":
        return _told_from_lists(document)
    if any(fact.name in ("title", "headline") and _FOLDER.match(fact.value) for fact in document.declared):
        raise InputError(
            document.source.capture.path, "it is a server's list of files", "open the article, and save it"
        )
    teasers = _teasers(document)
    if len(teasers) < _TEASERS or median(teasers) > _TEASER_WORDS or max(teasers) > _LARGEST * sum(teasers):
        return document
    what = f"{len(teasers)} headlines that lead to other pages, each with a few words beneath it"
    dated = any(fact.name == "published" for fact in document.declared)
    if _is_top(document) or not dated:
        problem = f"it is a front page or list of articles ({what}), not an article"
        raise InputError(document.source.capture.path, problem, "open the article, and save its page")
    notice = Notice("front-page", f"The page may be a front page or list of articles: it has {what}.")
    return replace(document, notices=(*document.notices, notice))


def _told_from_lists(document: Document) -> Document:
    """The same of a text, which does not tell its links: a line of prose beneath each headline, and never two."""
    lines = [document.text[block.start : block.end] for block in document.blocks]
    prose = [place for place, line in enumerate(lines) if len(line.split()) >= _PROSE_WORDS and _ENDS.search(line)]
    # a line that begins in lower case goes on with one that was broken
    beneath = sum(place > 0 and _is_headline(lines[place - 1]) and not lines[place][0].islower() for place in prose)
    alone = all(below - above > 1 for above, below in pairwise(prose))
    if len(prose) < _ITEMS or not alone or beneath < _BENEATH * len(prose):
        return document
    if median(len(lines[place].split()) for place in prose) > _TEASER_WORDS:
        return document
    message = f"The text may be of a front page or list of articles: {beneath} headlines, each with a line beneath it."
    return replace(document, notices=(*document.notices, Notice("front-page", message)))


def _is_headline(line: str) -> bool:
    return _HEADLINE_WORDS <= len(line.split()) <= _LONGEST_HEADLINE and _ENDS.search(line) is None


def _teasers(document: Document) -> list[int]:
    """The words of prose beneath each linked headline that has any."""
    found: list[int] = []
    words = 0
    for block in document.blocks:
        size = len(document.text[block.start : block.end].split())
        if block.rule == LINKS:
            if size >= _HEADLINE_WORDS:
                found.append(words)
                words = 0
        elif block.kind is not BlockKind.FURNITURE and size >= _PROSE_WORDS:
            words += size
    return [size for size in (*found, words) if size]


def _is_top(document: Document) -> bool:
    """Whether the page's address is that of a site or of a section, a word or two without a number."""
    address = next((fact.value for fact in document.declared if fact.name == "url"), "")
    return _TOP.fullmatch(address) is not None
