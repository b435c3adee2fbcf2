"""Markdown article -> document: readable text without markup, blocks by line, front matter as declared facts.

A light scan of what articles saved as Markdown hold, not CommonMark: whatever it does not know stays as text, so that
nothing that a source says is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.extract.bounds import MOST_BLOCKS, cut
from generator.extract.elements import SEAMLESS, UNREAD
from generator.extract.markup import Tag, tokens
from generator.extract.properties import fact_of
from generator.extract.readable import Readable
from generator.extract.sheets import cascade, declarations
from generator.extract.style import Look, look
from generator.language.lines import LINE_ENDS
from generator.model import Block, BlockKind, Declared, Document, Source

_LINE = re.compile(rf"[^{LINE_ENDS}]*[{LINE_ENDS}]?")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DIV = re.compile(
    r" {0,3}:{3,}[ \t]*(?:(?:\{[^{}\n]*\}|[\w.-]+)[ \t]*)?:*[ \t]*$"
)  # of pandoc, around a part of a page
_ATTRIBUTES = r"\{[#.:][^{}\n]{0,500}\}"  # of pandoc, behind what they belong to
_HEADING_END = re.compile(rf"[ \t]+(?:#+|{_ATTRIBUTES})[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]*\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]{1,100}\]:[ \t]*")
_TABLE = re.compile(r" {0,3}\|")

_MARK = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hard>\\$)"
    r"|(?P<code>(?<!`)`{1,3}(?!`))"
    r"|(?P<image>!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\]))"
    r"|(?P<note>\[\^[^\[\]\n]{1,100}\])"
    r"|(?P<link>\[(?P<label>[^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)|\[[^\[\]\n]{0,200}\]|(?=\{[#.:])))"
    rf"|(?P<attributes>(?<=[\])]){_ATTRIBUTES})"
    r"|<(?P<address>https?://[^<>\s]{1,2000})>"
    r"|(?P<tag><(?:!--[^\n]{0,2000}?-->|/?(?P<name>[A-Za-z][A-Za-z0-9-]{0,40})(?:[\s/][^<>\n]{0,1000})?>))"
    r"|(?P<strike>~~)"
    r"|(?P<star>(?<=\S)\*{1,3}|\*{1,3}(?=\S))"
    r"|(?P<under>(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
)

_OPENING = re.compile(
    r"<(?P<name>script|style|template|title|[a-z][a-z0-9]{0,15}(?=[^<>]{0,900}\s(?:style|hidden|color)\b))"
    r"\b[^<>]{0,1000}>",
    re.IGNORECASE,
)

_LINK_ALONE = re.compile(r"\s*\[[^\[\]\n]*\]\([^()\s]*\)\s*")  # as a line: it leads elsewhere
_FRONT_KEY = re.compile(
    r"^([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]*(\S.*?)[ \t\r]*$|[ \t\r]*\n((?:[ \t]*-[ \t]+\S[^\n]*\n?)+))", re.MULTILINE
)
_ENTRY = re.compile(r"^[ \t]*-[ \t]+", re.MULTILINE)


@dataclass(slots=True)
class _Part:
    """A block in the making: the places of its lines, without their markers."""

    kind: BlockKind
    rule: str | None = None
    lines: list[tuple[int, int]] = field(default_factory=list)


def read_markdown(source: Source) -> Document:
    """A document with a block for each paragraph, heading and list item. Code and tables are furniture, since no
    sentence stands in them; link targets, images and emphasis are markup."""
    text = source.capture.text
    begin, declared = _front_matter(text)
    end = cut(text, begin)
    unseen = _unseen(text)
    readable = Readable(text, markdown=True)
    blocks: list[Block] = []
    for part in _parts(text, begin, end):
        if len(blocks) == MOST_BLOCKS:
            end = part.lines[0][0]
            break
        readable.begin_block(width=1)
        pieces = [_without(line, unseen) for line in part.lines]
        if not any(text[start:end].strip() for line in pieces for start, end in line):
            part.kind, part.rule, pieces = BlockKind.FURNITURE, "markdown:hidden", [[line] for line in part.lines]
        for number, line in enumerate(pieces):
            if number:
                ended = part.lines[number - 1][1]  # what stands before a line may be the mark of a quotation
                for first, last in _without((ended, ended + 1), unseen):
                    readable.add(first, last)
            for start, end in line:
                _inline(readable, text, start, end, part.rule)
        if part.kind is BlockKind.PARAGRAPH and all(_LINK_ALONE.fullmatch(text, *line) for line in part.lines):
            part.kind, part.rule = BlockKind.FURNITURE, "markdown:link"
        span = readable.block()
        if span is not None:
            blocks.append(Block(*span, part.kind, part.rule))
    unread = end if text[end:].strip() else None
    return Document(source, readable.text, tuple(blocks), readable.offsets, declared, unread)


def _unseen(text: str) -> list[tuple[int, int]]:
    """Where no reader sees text, in order: from a tag whose style hides what stands in it to its end tag."""
    found: list[tuple[int, int]] = []
    ends: dict[str, int] = {}  # the next end tag of each name, past the text where there is none
    at = 0
    for opening in _OPENING.finditer(text):
        name = opening["name"].lower()
        if opening.start() < at or not _hides(opening.group(), name):
            continue
        if ends.get(name, 0) < opening.end():
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, opening.end())
            ends[name] = len(text) + 1 if closing is None else closing.end()
        if ends[name] <= len(text):
            at = ends[name]
            found.append((opening.start(), at))
    return found


def _hides(tag: str, name: str) -> bool:
    if name in UNREAD:
        return True
    first = next(tokens(tag), None)
    if not isinstance(first, Tag):
        return False
    declared = cascade((declarations(first.attributes.get("style", "")),))
    return look(Look(), declared, first.attributes, name).hidden


def _without(line: tuple[int, int], unseen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of a line that are seen."""
    start, end = line
    pieces = []
    for first, last in unseen[bisect_right(unseen, start, key=lambda span: span[1]) :]:
        if first >= end:
            break
        pieces.append((start, max(start, first)))
        start = min(last, end)
    return [*pieces, (start, end)]


def _front_matter(text: str) -> tuple[int, tuple[Declared, ...]]:
    """Where the article begins, and what front matter declares. A page without any begins at 0."""
    opening = re.match(r"---[ \t]*\r?\n", text)
    closing = re.compile(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE).search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return 0, ()
    facts = []
    for match in _FRONT_KEY.finditer(text, opening.end(), closing.start()):
        at = 2 if match[2] else 3
        entries = [match[2]] if match[2] else _ENTRY.sub("", match[3]).splitlines()
        values = [fact for entry in entries if (fact := fact_of(match[1], entry.strip())) is not None]
        if values:
            value = ", ".join(value for _, value in values)
            facts.append(Declared(values[0][0], value, match.start(at), match.end(at), f"front matter {match[1]}"))
    return closing.end(), tuple(facts)


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line from ``begin`` to ``end``, without its line break."""
    for match in _LINE.finditer(text, begin, end):
        if match.end() > match.start():
            content = match.group().rstrip(LINE_ENDS)
            yield match.start(), match.start() + len(content)


def _parts(text: str, begin: int, upto: int) -> Iterator[_Part]:
    part: _Part | None = None
    fence: str | None = None
    for start, end in _lines(text, begin, upto):
        line = text[start:end]
        if fence is not None:
            if line.strip().startswith(fence):
                fence = None
            else:
                yield _Part(BlockKind.FURNITURE, "markdown:code", [(start, end)])
            continue
        opening = _FENCE.match(line)
        if part is not None and len(part.lines) > 0 and part.kind is BlockKind.PARAGRAPH and _UNDERLINE.match(line):
            part.kind = BlockKind.HEADING
            yield part
            part = None
            continue
        fresh = _part_of_line(text, start, end)
        if opening is None and fresh is None and line.strip() and not _parts_blocks(line):
            part = part or _Part(BlockKind.PARAGRAPH)
            quote = _QUOTE.match(line)
            part.lines.append((start + (quote.end() if quote else len(line) - len(line.lstrip())), end))
            continue
        if part is not None:
            yield part
        part = fresh
        fence = opening.group(1) if opening else None
        if part is not None and part.kind is not BlockKind.LIST_ITEM:
            yield part
            part = None
    if part is not None:
        yield part


def _parts_blocks(line: str) -> bool:
    """Whether a line is none of the text and stands between its parts."""
    return any(pattern.match(line) for pattern in (_RULE, _DIV, _REFERENCE))


def _part_of_line(text: str, start: int, end: int) -> _Part | None:
    """The part that a line begins by its marker; None for a line of running text, a blank one or a rule."""
    line = text[start:end]
    heading = _HEADING.match(line)
    if heading is not None:
        closing = _HEADING_END.search(line, heading.end())
        return _Part(BlockKind.HEADING, None, [(start + heading.end(), start + closing.start() if closing else end)])
    if _RULE.match(line):
        return None
    item = _ITEM.match(line)
    if item is not None:
        return _Part(BlockKind.LIST_ITEM, None, [(start + item.end(), end)])
    note = _FOOTNOTE.match(line)
    if note is not None:
        return _Part(BlockKind.FURNITURE, "markdown:footnote", [(start + note.end(), end)])
    if _TABLE.match(line):
        return _Part(BlockKind.FURNITURE, "markdown:table", [(start, end)])
    return None


def _inline(readable: Readable, text: str, start: int, end: int, rule: str | None) -> None:
    """Take one line without its inline markup; code blocks are taken as they are."""
    if rule == "markdown:code":
        readable.add(start, end)
        return
    at = start
    while at < end:
        mark = _MARK.search(text, at, end)
        if mark is None:
            readable.add(at, end)
            return
        if mark.start() > at:
            readable.add(at, mark.start())
        kind = mark.lastgroup if mark.lastgroup != "label" else "link"
        if kind == "escape":
            readable.put(text[mark.end() - 1], mark.start(), mark.end())
        elif kind == "link":
            _inline(readable, text, mark.start("label"), mark.end("label"), rule)
        elif kind == "address":
            readable.add(mark.start("address"), mark.end("address"))
        elif mark["name"] is not None and mark["name"].lower() not in SEAMLESS:
            # a line feed ends a sentence; a broken line goes on, as it does where Markdown breaks it
            readable.separate(" " if mark["name"].lower() == "br" else "\n", mark.start(), mark.end())
        at = mark.end()
