"""Pages that stand in the place of an article are refused, and what asks for consent beside one is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.errors import InputError
from generator.extract.hidden import HIDDEN
from generator.language.walls import Wall, asks_consent, is_error_head, may_ask_consent, signs
from generator.model import Block, BlockKind, Document

RULE, OFFER = "wall:consent", "wall:paywall"
_AGAIN = "and save the page again"
_TOLD = {
    Wall.CONSENT: ("a question for consent", f"open the page, answer it, {_AGAIN}"),
    Wall.ROBOT: ("a check for robots", f"open the page in a browser, {_AGAIN}"),
    Wall.ERROR: ("an error page", "look for the article's present address, or for a copy in an archive"),
    Wall.PAYWALL: ("a paywall or log-in", f"open the page with your subscription, {_AGAIN}"),
    Wall.SCRIPT: ("a page whose text is made by scripts", "open it in a browser, wait for its text, and save it then"),
    Wall.PLACE: ("a refusal of readers in your country", "save the page from elsewhere, or a copy in an archive"),
    Wall.AGE: ("a question for the reader's age", f"open the page, answer it, {_AGAIN}"),
    Wall.REDIRECT: ("a page that leads on to another", "open it in a browser, and save the page to which it leads"),
    Wall.BLOCKER: ("a request to show advertisements", f"let it show them, {_AGAIN}"),
}
# A page shows nothing else if it has at least so many signs, and so much of its prose bears them, in two lines or more,
# or less than so many words of it do not. Longer pages are articles, whatever they speak of. Of the 1,420 pages of the
# extraction sets none is refused by this; by a share in one line one is, a report of 54 words above a notice of 60.
_SHARE, _DIFFERENT, _LITTLE = 0.5, 2, 30
_LITTLE_BESIDE = 12  # beside what stands on articles as well: a line on consent, an offer to subscribe
_ON_ARTICLES = (Wall.CONSENT, Wall.PAYWALL)
_MOST_WORDS, _MOST_OF_CONSENT = 700, 3_000  # a question for consent may list each purpose
# A page without a line of prose that loads a script, or leaves a place for what a script makes.
_LOADED = re.compile(
    r"<script\b[^<>]{0,300}\ssrc\s*=|<div\b[^<>]{0,100}\sid=[\"']?(?:root|app|__next|__nuxt)\b", re.IGNORECASE
)
_SENT_ON = re.compile(r"<meta\b[^<>]{0,100}\bhttp-equiv\s*=\s*[\"']?refresh\b[^<>]{0,100}\burl\s*=", re.IGNORECASE)
# A page whose text is another file's, and one that shows the source of a page.
_FRAMES = re.compile(r"<(?:frameset|iframe)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\s*<(?:!doctype\b|/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_OF_SOURCE = 0.5  # of the blocks of such a page begin with a tag
_PROSE_WORDS = 6  # a line of fewer words may be a menu's or a button's
_FIRST_LINES = 40  # of a text, in which a headline stands
_OFFER_LINES, _OFFER_WORDS = 8, 25  # at the end of a page's text: what asks to subscribe, and how long it is
_ERROR_WORDS = 250  # an error page may show as much of other articles


def told_from_walls(document: Document) -> Document:
    """The document with what asks for consent labelled as furniture. Raises InputError where nothing but a wall, a
    check or an error stands on the page, and says which."""
    if _shows_source(document):
        problem, remedy = "it shows the source of a page, not the page", "save the page itself"
        raise InputError(document.source.capture.path, problem, remedy)
    wall = _wall(document)
    if wall is None and _is_framed(document):
        problem = "its text stands in frames, which are files of their own"
        raise InputError(document.source.capture.path, problem, "open the frame alone, and save its page")
    if wall is not None:
        what, remedy = _TOLD[wall]
        raise InputError(document.source.capture.path, f"it shows {what}, not the article", remedy)
    return replace(document, blocks=tuple(_labelled(document)))


def _shows_source(document: Document) -> bool:
    """Whether what a reader of an HTML page sees are its tags."""
    if document.source.capture.media_type != "text/html":
        return False
    tags = sum(_SOURCE.match(document.text, block.start, block.end) is not None for block in document.blocks)
    return tags > 0 and tags >= _OF_SOURCE * len(document.blocks)


def _is_framed(document: Document) -> bool:
    """Whether an HTML page shows no prose and has frames."""
    if document.source.capture.media_type != "text/html" or _FRAMES.search(document.source.capture.text) is None:
        return False
    return not _has_prose([document.text[block.start : block.end] for block in document.blocks])


def _wall(document: Document) -> Wall | None:
    """What the page shows. Where nothing of it may be the article's text, what the reader took for furniture tells."""
    heads = list(_headlines(document))
    lines = [document.text[block.start : block.end] for block in document.blocks if _may_be_text(block)]
    wall = find_wall(heads, lines)
    if wall is not None or _has_prose(lines):
        return wall
    seen = [document.text[block.start : block.end] for block in document.blocks if block.rule != HIDDEN]
    wall = find_wall(heads, seen)
    if wall is not None or _has_prose(seen):
        return wall
    if any(signs(head, Wall.ROBOT) for head in heads):
        return Wall.ROBOT
    capture = document.source.capture
    if capture.media_type != "text/html":
        return None
    if _SENT_ON.search(capture.text) is not None:
        return Wall.REDIRECT
    return Wall.SCRIPT if _LOADED.search(capture.text) else None


def find_wall(headlines: Sequence[str], lines: Sequence[str]) -> Wall | None:
    """What the lines of a page show in the place of an article, None where they may be one. ``headlines`` are what it
    says that it is."""
    sizes = [len(line.split()) for line in lines]
    prose = [(line, size) for line, size in zip(lines, sizes, strict=True) if size >= _PROSE_WORDS]
    words = sum(size for _, size in prose)
    if any(map(is_error_head, headlines)) and words <= _ERROR_WORDS:
        return Wall.ERROR
    if not words:
        return None
    for wall in _possible(words, lines):
        little = _LITTLE_BESIDE if wall in _ON_ARTICLES else _LITTLE
        bearing = _bearing(prose, wall, max(_SHARE * words, _LITTLE))
        if bearing is None:
            continue
        many = len(bearing.sizes) > 1 and sum(bearing.sizes) >= _SHARE * words
        nearly_all = bool(bearing.sizes) and words - sum(bearing.sizes) < little
        others = (line for line, size in zip(lines, sizes, strict=True) if size < _PROSE_WORDS)
        if (many or nearly_all) and bearing.signs + sum(signs(line, wall) for line in others) >= _DIFFERENT:
            return wall
        if sum(bearing.sizes) == words <= _LITTLE:
            return wall
    return None


def _possible(words: int, lines: Sequence[str]) -> Iterable[Wall]:
    """What a page of so many words of prose may be. A long one may ask for consent alone, and then names whom for."""
    if words <= _MOST_WORDS:
        return Wall
    return (Wall.CONSENT,) if words <= _MOST_OF_CONSENT and any(map(may_ask_consent, lines)) else ()


@dataclass(frozen=True, slots=True)
class _Bearing:
    sizes: tuple[int, ...]  # in words, of the lines of prose that bear a sign
    signs: int


def _bearing(prose: Sequence[tuple[str, int]], wall: Wall, most: float) -> _Bearing | None:
    """What of a page's prose bears signs of a wall; None as soon as more than ``most`` words of it do not. The longest
    lines are looked at first: they are few, and tell an article."""
    sizes, shown, plain = [], 0, 0
    for line, size in sorted(prose, key=lambda one: -one[1]):
        count = signs(line, wall)
        shown += count
        if count:
            sizes.append(size)
            continue
        plain += size
        if plain > most:
            return None
    return _Bearing(tuple(sizes), shown)


def _may_be_text(block: Block) -> bool:
    return block.kind is not BlockKind.FURNITURE


def _headlines(document: Document) -> Iterator[str]:
    """What the page declares as its title, its headings, and of a text the first lines that are no number."""
    yield from (fact.value for fact in document.declared if fact.name == "title")
    is_page = document.source.capture.media_type == "text/html"
    for place, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        is_line = not is_page and place < _FIRST_LINES and any(map(str.isalpha, text))
        if is_line or place == 0 or block.kind is BlockKind.HEADING:
            yield text


def _has_prose(lines: Sequence[str]) -> bool:
    return any(len(line.split()) >= _PROSE_WORDS for line in lines)


def _labelled(document: Document) -> Iterator[Block]:
    """The blocks, with what asks for consent, and at the end of the text to subscribe, as furniture."""
    is_page = document.source.capture.media_type == "text/html"
    text = [place for place, block in enumerate(document.blocks) if _may_be_text(block)]
    last = frozenset(text[-_OFFER_LINES:] if is_page else ())
    may_ask = may_ask_consent(document.text)
    for place, block in enumerate(document.blocks):
        line = document.text[block.start : block.end]
        if not _may_be_text(block):
            yield block
        elif may_ask and asks_consent(line):
            yield replace(block, kind=BlockKind.FURNITURE, rule=RULE)
        elif place in last and len(line.split()) <= _OFFER_WORDS and signs(line, Wall.PAYWALL):
            yield replace(block, kind=BlockKind.FURNITURE, rule=OFFER)
        else:
            yield block
