"""What programs that keep articles write around them: properties ("Author: …"), names of parts, links back to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.model import Block, BlockKind, Declared, Document, Notice

RULE = "note:property"

# Names of properties in lower case, their words joined by "_", and which fact each states. Read for front matter too.
FACTS = {
    "title": "title",
    "headline": "title",
    "full_title": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "by": "author",
    "publisher": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "sitename": "publisher",
    "outlet": "publisher",
    "publication": "publisher",
    "date": "published",
    "published": "published",
    "published_at": "published",
    "published_date": "published",
    "publish_date": "published",
    "published_time": "published",
    "date_published": "published",
    "updated": "modified",
    "modified": "modified",
    "url": "url",
    "link": "url",
    "source": "url",
    "canonical": "url",
    "canonical_url": "url",
    "source_url": "url",
    "url_source": "url",
    "original_url": "url",
    "lang": "language",
    "language": "language",
}
_OTHERS = frozenset("tags category categories keywords topics created added saved id folder status state cover".split())
_PROPERTY = re.compile(r"(?:[-*•][ \t]+)?\**([A-Za-z][\w -]{0,30}?)\**[ \t]*::?\**[ \t]+(\S.*)")
_VALUE_WORDS = 25  # of a property; what is longer is text
_LEAST = 2  # known properties one below the other; and at least half of them are known
_TOP = 12  # blocks in which they begin, unless they are the end of the text
_PART = re.compile(r"metadata|properties|full document|document notes?|highlights|#\w+", re.IGNORECASE)
_BEFORE = re.compile(r"markdown content:(?:\s+|$)", re.IGNORECASE)
_BACK = re.compile(r"(?:read|view|open) (?:on|in|original|highlight)\b.{0,30}", re.IGNORECASE)
_BACK_BEHIND = re.compile(r"\s*\((?:view highlight|location \d+|page \d+)\)$", re.IGNORECASE)
_HIGHLIGHTS = Notice("highlights", "The note holds highlights of an article, not the whole of it.", "Highlights")


def fact_of(key: str, value: str) -> tuple[str, str] | None:
    """The fact that a property states and its value as people write it; None for another property."""
    name = FACTS.get(_folded(key))
    bare = re.sub(r"\[\[([^\[\]]*)\]\]", r"\1", value).strip("\"'[]").strip()
    if name is None or not bare or (_folded(key) == "source" and not bare.startswith("http")):
        return None
    return name, bare


def told_from_notes(document: Document) -> Document:
    """The document of a text or of Markdown with such properties as facts and furniture; as it is where it has none."""
    if document.source.capture.media_type == "text/html":
        return document
    properties = frozenset(_properties(document))
    if not properties and not any(fact.how.startswith("front matter") for fact in document.declared):
        return document
    blocks: list[Block] = []
    facts: list[Declared] = []
    for place, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        if place in properties:
            facts += list(_facts(document, block))
        is_around = place in properties or _PART.fullmatch(text.strip()) or _BACK.fullmatch(text)
        blocks += [_labelled(block)] if is_around else _without_link_back(document, block)
    is_part = any(document.text[one.start : one.end].lower() == "highlights" for one in document.blocks)
    notices = (*document.notices, _HIGHLIGHTS) if is_part else document.notices
    return replace(document, blocks=tuple(blocks), declared=(*document.declared, *facts), notices=notices)


def _folded(key: str) -> str:
    return key.strip().lower().replace(" ", "_").replace("-", "_")


def _properties(document: Document) -> Iterator[int]:
    """Places of blocks that are properties, at the top of a text or at its end."""
    lines = [_written(document, block)[1].splitlines() for block in document.blocks]
    for is_such, run in groupby(range(len(lines)), key=lambda place: _are_properties(lines[place])):
        places = list(run)
        keys = [key for place in places for key in _keys(lines[place])] if is_such else []
        known = sum(_folded(key) in FACTS or _folded(key) in _OTHERS or "_" in key for key in keys)
        if known >= _LEAST and 2 * known >= len(keys) and (places[0] < _TOP or places[-1] == len(lines) - 1):
            yield from places


def _written(document: Document, block: Block) -> tuple[int, str]:
    """Where a block begins in the capture, and its lines as they stand there: Markdown joins them."""
    start, end = document.to_capture(block.start, block.end)
    return start, document.source.capture.text[start:end]


def _are_properties(lines: Sequence[str]) -> bool:
    return bool(lines) and all(_PROPERTY.fullmatch(line) and len(line.split()) <= _VALUE_WORDS for line in lines)


def _keys(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if (match := _PROPERTY.fullmatch(line)) is not None:
            yield match[1]


def _facts(document: Document, block: Block) -> Iterator[Declared]:
    at, written = _written(document, block)
    for line in written.splitlines(keepends=True):
        match = _PROPERTY.fullmatch(line.rstrip())
        fact = None if match is None else fact_of(match[1], match[2])
        if match is not None and fact is not None:
            yield Declared(*fact, at + match.start(2), at + match.end(2), f"property {match[1]}")
        at += len(line)


def _labelled(block: Block) -> Block:
    return replace(block, kind=BlockKind.FURNITURE, rule=RULE)


def _without_link_back(document: Document, block: Block) -> Iterator[Block]:
    """A block of the text, with what such a program puts right before it and the link behind it as their own."""
    before = _BEFORE.match(document.text, block.start, block.end)
    link = _BACK_BEHIND.search(document.text, block.start, block.end)
    start = block.start if before is None else before.end()
    end = block.end if link is None else link.start()
    if start >= end or block.kind is BlockKind.FURNITURE:
        yield block if block.kind is BlockKind.FURNITURE else _labelled(block)
        return
    if before is not None:
        yield _labelled(replace(block, end=block.start + len(before.group().rstrip())))
    yield replace(block, start=start, end=end)
    if link is not None:
        yield _labelled(replace(block, start=end + len(link.group()) - len(link.group().lstrip())))
