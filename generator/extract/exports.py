"""What a program exports or mails in pieces is no article: a chat, a reader's highlights, links, excerpts of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.errors import InputError
from generator.extract.scope import LINKS
from generator.model import Block, BlockKind, Document

_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_DAY = rf"(?:{_DATE}|[^\W\d]{{4,12}})"  # a date, or the name of a day: "Thursday", "Today", "Gestern"
_NAME = r"[^\s:\[\]\d][^:\n\[\]]{0,60}?"
# What heads a message: day, time and who writes, before the text or above it (WhatsApp, Signal; Teams; Telegram; Slack;
# Discord; IRC; Zoom) ...
_HEAD = re.compile(
    rf"[\u200e\u200f]?\[?{_DATE},? {_CLOCK}\]?(?: [-–])? {_NAME}: "
    rf"|\[(?:{_DAY},? )?{_CLOCK}\] {_NAME}$"
    rf"|{_NAME},? +\[(?:{_DAY},? )?{_CLOCK}\]$"
    rf"|{_NAME} — {_DAY}(?: at| um| à| a las)? {_CLOCK}$"
    rf"|\[?{_CLOCK}\]? <[^<>\s]{{1,40}}> |{_CLOCK}\s+From\s+{_NAME}: "
)
# ... or a line with a name, and one with the time below it (Slack, Teams). Two write at least, and so often on average:
# over the entries of a live page the name of its one writer may stand, over those of a list each name once.
_WRITER = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'()-]*){0,3}")
_TIME = re.compile(rf"(?:{_DAY},?\s+(?:at\s+)?)?{_CLOCK}")
# So many heads, of so many of the lines, the first near the beginning: readers' comments stand below an article.
_HEADS, _OF_LINES, _WRITERS, _FIRST_LINES = 4, 0.15, 2, 4
_MAY_BE_TIME = re.compile(r"\d[:.]\d\d")
_TELEGRAM = "Exported Data"  # the title of its pages
# Kindle's file of clippings parts them by such a line, its notebook heads them so: they are of books. What is marked in
# an article and kept with its address is read, with a notice (properties.py).
_HIGHLIGHT = re.compile(r"={10}|(?:- )?(?:Your )?Highlight\b.{0,40}\b(?:[Pp]age|[Ll]ocation)\b.*")
_HIGHLIGHTS, _SIGNS_OF_HIGHLIGHTS = 2, ("=" * 10, "Highlight")
# Mails that tell of new pages, and lists of what was found, give the first words of each: nearly all of their prose is
# cut short. Of the 1,420 pages of the extraction sets none is refused by this module.
_EXCERPT = re.compile(r"(?:\.\.\.|…)\W*$")
_ENDS = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\W*$")
_EXCERPTS, _CUT_SHORT, _PROSE_WORDS, _END = 2, 0.8, 8, 12
_LONGEST_EXCERPT = 400  # code points
_LINKS, _LINK_LENGTH = 4, 16  # as many links, each of so many code points


def told_from_exports(document: Document) -> Document:
    """The document as it is. Raises InputError, which says what it is, where it holds pieces and no article."""
    blocks = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    lines = [document.text[block.start : block.end] for block in blocks]
    if _is_chat(document, lines):
        _refuse(document, "a chat, which is no article", "quote a chat in your own text, or save what it links to")
    if _are_highlights(document):
        _refuse(document, "a list of a reader's highlights, not a whole text", "save the article from which they are")
    prose = [line for line in lines if _ENDS.search(line[-_END:]) and len(line.split()) >= _PROSE_WORDS]
    cut = sum(_EXCERPT.search(line[-_END:]) is not None for line in prose)
    if cut >= _EXCERPTS and cut >= _CUT_SHORT * len(prose) and all(len(line) <= _LONGEST_EXCERPT for line in prose):
        _refuse(document, "a list of excerpts, each cut short", "open the article that one leads to, and save its page")
    if not prose and sum(map(_is_link, document.blocks)) >= _LINKS:
        _refuse(document, "a list of links", "open the one that you mean, and save its page")
    return document


def _is_link(block: Block) -> bool:
    return block.rule == LINKS and block.end - block.start >= _LINK_LENGTH


def _refuse(document: Document, what: str, remedy: str) -> None:
    raise InputError(document.source.capture.path, f"it is {what}", remedy)


def _are_highlights(document: Document) -> bool:
    if not any(sign in document.text for sign in _SIGNS_OF_HIGHLIGHTS):
        return False
    lines = (document.text[block.start : block.end] for block in document.blocks)
    return sum(_HIGHLIGHT.fullmatch(line) is not None for line in lines) >= _HIGHLIGHTS


def _is_chat(document: Document, lines: Sequence[str]) -> bool:
    """Whether lines are headed as messages are, often enough for all that stands between."""
    if any(fact.name == "title" and fact.value == _TELEGRAM for fact in document.declared):
        return True
    least = max(_HEADS, _OF_LINES * len(lines))
    if len(_MAY_BE_TIME.findall(document.text)) < least:
        return False
    in_one = [place for place, line in enumerate(lines) if _HEAD.match(line)]
    in_two = [
        place for place, (name, time) in enumerate(pairwise(lines)) if _WRITER.fullmatch(name) and _TIME.fullmatch(time)
    ]
    writers = {lines[place] for place in in_two}
    talk = in_two if _WRITERS <= len(writers) <= len(in_two) / _WRITERS else []
    return any(len(heads) >= least and heads[0] < _FIRST_LINES for heads in (in_one, talk))
