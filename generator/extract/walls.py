"""Pages that stand in the place of an article are refused, and what asks for consent beside one is furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.errors import InputError
from generator.extract.hidden import HIDDEN
from generator.language.walls import Wall, asks_consent, is_error_head, may_ask_consent, signs
from generator.model import Block, BlockKind, Document

RULE = "wall:consent"
_AGAIN = "and save the page again"
_TOLD = {
    Wall.CONSENT: ("a question for consent", f"open the page, answer it, {_AGAIN}"),
    Wall.ROBOT: ("a check for robots", f"open the page in a browser, {_AGAIN}"),
    Wall.ERROR: ("an error page", "look for the article's present address, or for a copy in an archive"),
    Wall.PAYWALL: ("a paywall", f"open the page with your subscription, {_AGAIN}"),
    Wall.SCRIPT: ("a page whose text is made by scripts", "open it in a browser, wait for its text, and save it then"),
    Wall.PLACE: ("a refusal of readers in your country", "save the page from elsewhere, or a copy in an archive"),
    Wall.BLOCKER: ("a request to show advertisements", f"let it show them, {_AGAIN}"),
}
# A page shows nothing else if it has at least so many signs, and so much of its prose bears them, in two lines or more,
# or less than so many words of it do not. Longer pages are articles, whatever they speak of. Of the 1,420 pages of the
# extraction sets none is refused by this; by a share in one line one is, a report of 54 words above a notice of 60.
_SHARE, _DIFFERENT, _LITTLE = 0.5, 2, 30
_LITTLE_BESIDE = 12  # beside what stands on articles as well: a line on consent, an offer to subscribe
_ON_ARTICLES = (Wall.CONSENT, Wall.PAYWALL)
_MOST_WORDS = 700
# A page without a line of prose that loads a script, or leaves a place for what a script makes.
_LOADED = re.compile(
    r"<script\b[^<>]{0,300}\ssrc\s*=|<div\b[^<>]{0,100}\sid=[\"']?(?:root|app|__next|__nuxt)\b", re.IGNORECASE
)
_PROSE_WORDS = 6  # a line of fewer words may be a menu's or a button's
_ERROR_WORDS = 250  # an error page may show as much of other articles


def told_from_walls(document: Document) -> Document:
    """The document with what asks for consent labelled as furniture. Raises InputError where nothing but a wall, a
    check or an error stands on the page, and says which."""
    wall = _wall(document)
    if wall is not None:
        what, remedy = _TOLD[wall]
        raise InputError(document.source.capture.path, f"it shows {what}, not the article", remedy)
    if not may_ask_consent(document.text):
        return document
    return replace(document, blocks=tuple(_labelled(document, block) for block in document.blocks))


def _wall(document: Document) -> Wall | None:
    """What the page shows. Where nothing of it may be the article's text, what the reader took for furniture tells."""
    lines = [document.text[block.start : block.end] for block in document.blocks if _may_be_text(block)]
    if any(len(line.split()) >= _PROSE_WORDS for line in lines):
        return find_wall(_headline(document), lines)
    seen = [document.text[block.start : block.end] for block in document.blocks if block.rule != HIDDEN]
    if any(len(line.split()) >= _PROSE_WORDS for line in seen):
        return find_wall(_headline(document), seen)
    capture = document.source.capture
    return Wall.SCRIPT if capture.media_type == "text/html" and _LOADED.search(capture.text) else None


def find_wall(headlines: Sequence[str], lines: Sequence[str]) -> Wall | None:
    """What the lines of a page show in the place of an article, None where they may be one. ``headlines`` are what it
    says that it is."""
    sizes = [len(line.split()) for line in lines]
    prose = [(line, size) for line, size in zip(lines, sizes, strict=True) if size >= _PROSE_WORDS]
    words = sum(size for _, size in prose)
    if any(map(is_error_head, headlines)) and words <= _ERROR_WORDS:
        return Wall.ERROR
    if not words or words > _MOST_WORDS:
        return None
    for wall in Wall:
        shown = [signs(line, wall) for line in lines]
        if sum(shown) < _DIFFERENT:
            continue
        bearing = [size for size, count in zip(sizes, shown, strict=True) if count and size >= _PROSE_WORDS]
        little = _LITTLE_BESIDE if wall in _ON_ARTICLES else _LITTLE
        many = len(bearing) > 1 and sum(bearing) >= _SHARE * words
        if many or (bearing and words - sum(bearing) < little):
            return wall
    return None


def _may_be_text(block: Block) -> bool:
    return block.kind is not BlockKind.FURNITURE


def _headline(document: Document) -> list[str]:
    """What the page declares as its title, and its first heading or line."""
    declared = [fact.value for fact in document.declared if fact.name == "title"]
    first = next((block for block in document.blocks if _may_be_text(block)), None)
    return declared + ([] if first is None else [document.text[first.start : first.end]])


def _labelled(document: Document, block: Block) -> Block:
    if not _may_be_text(block) or not asks_consent(document.text[block.start : block.end]):
        return block
    return replace(block, kind=BlockKind.FURNITURE, rule=RULE)
