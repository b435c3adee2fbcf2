"""What a mail holds besides its text is furniture: header lines, what it quotes, the frame of a newsletter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from generator.language.mail import Around, around, tells_mail
from generator.model import Block, BlockKind, Document, Notice

_FRAME = (Around.VIEW, Around.RECEIVING, Around.UNSUBSCRIBE, Around.SHARE, Around.FOOTER)
# A mail is told from a page by one of these, or at its top by one of those.
_TELLING_ALONE, _TELLING_AT_THE_TOP = frozenset([Around.RECEIVING, Around.WROTE]), frozenset([Around.VIEW])
_TOP_LINES = 8
_ENDS = (Around.RECEIVING, Around.UNSUBSCRIBE)
_HEADERS = 3  # so many header lines one below the other are a header, not text with a colon
_PROSE_WORDS = 8
_PREHEADER_BLOCKS, _PREHEADER_WORDS = 3, 40  # above "View in your browser" stands what the list of mails shows
_LAST_PART = 0.6  # of the prose stands above the frame at the end
_ADDRESS_LINES, _ADDRESS_WORDS = 4, 15  # short lines above that frame: postal address, copyright, menu
_MARK = re.compile(r"(?:>[ \t]*)+")
_MORE_WORDS = (
    r"(?:read (?:more|on|the (?:full|whole|rest).{0,20})|continue reading|more|full story|weiterlesen|mehr(?: lesen)?"
    r"|lire la suite|leer más|seguir leyendo|leggi (?:tutto|di più)|lees (?:meer|verder)|ler? mais"
    r"|czytaj (?:dalej|więcej)|читать дал[ьш]е)[\s.:»>›→…]*"
)
_MORE = re.compile(  # behind a sentence's end, or before an address
    rf"\s+((?:(?<=[.!?…\"”’»)]\s){_MORE_WORDS}(?<!\.)|{_MORE_WORDS}[<(\[]?https?://[^<>\s]*[>)\]]?))$", re.IGNORECASE
)
# Marks of a template that the program which sends newsletters was to fill in.
_UNFILLED = re.compile(r"\s*(?:\*\|.*\|\*|\{\{.*\}\}|%%.*%%|\[\[.*\]\]|<%.*%>)\s*$")
_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def told_from_mail(document: Document) -> Document:
    """The document with what a mail holds besides its text labelled as furniture ("mail:header", "mail:quoted"), and a
    notice where it quotes another. A page or text that shows no sign of a mail stays as it is."""
    lines = [document.text[block.start : block.end] for block in document.blocks]
    told = [around(line) if tells_mail(line) else None for line in lines]
    headers = frozenset(_headers(lines, told))
    top = _TELLING_AT_THE_TOP.intersection(told[:_TOP_LINES])
    if not (_is_mail(document) or headers or top or _TELLING_ALONE.intersection(told)):
        return document
    signs = [sign or around(line) for line, sign in zip(lines, told, strict=True)]
    rules = dict.fromkeys(headers, "mail:header")
    frame = [place for place, sign in enumerate(signs) if sign in _FRAME]
    rules.update((place, f"mail:{signs[place]}") for place in frame)
    rules.update(_preheader(lines, signs, headers))
    rules.update(_at_the_end(lines, signs))
    quoted, notice = _quoted(document, lines, signs, rules)
    rules.update(quoted)
    blocks = tuple(
        part
        for place, block in enumerate(document.blocks)
        for part in ((_labelled(block, rules[place]),) if place in rules else _without_marks(document, block))
    )
    declared = tuple(fact for fact in document.declared if not _UNFILLED.match(fact.value))
    return replace(document, blocks=blocks, declared=declared, notices=(*document.notices, *notice))


def _labelled(block: Block, rule: str) -> Block:
    return block if block.kind is BlockKind.FURNITURE else replace(block, kind=BlockKind.FURNITURE, rule=rule)


def _without_marks(document: Document, block: Block) -> Iterator[Block]:
    """A block of the text, its mark of quotation and the link to the rest of it as blocks of their own."""
    text = document.text[block.start : block.end]
    is_text = block.kind is not BlockKind.FURNITURE
    is_plain = document.source.capture.media_type == "text/plain"
    mark = _MARK.match(text) if is_text and is_plain else None
    link = _MORE.search(text) if is_text else None
    start = block.start + (0 if mark is None else mark.end())
    end = block.start + (len(text) if link is None else link.start())
    if start >= end:
        yield _labelled(block, "mail:mark")
        return
    if mark is not None:
        yield Block(block.start, block.start + len(mark.group().rstrip()), BlockKind.FURNITURE, "mail:mark")
    yield replace(block, start=start, end=end)
    if link is not None:
        yield Block(block.start + link.start(1), block.end, BlockKind.FURNITURE, "mail:link")


def _is_mail(document: Document) -> bool:
    envelope = document.source.capture.envelope
    return envelope is not None and envelope.is_mail


def _headers(lines: Sequence[str], signs: Sequence[Around | None]) -> Iterator[int]:
    """Places of header lines, of which a block of a page may hold several."""
    for is_header, run in groupby(enumerate(signs), key=lambda sign: sign[1] is Around.HEADER):
        inner = [(place, lines[place].splitlines()) for place, _ in run] if is_header else []
        whole = [(place, len(block)) for place, block in inner if all(map(_is_header, block))]
        if sum(count for _, count in whole) >= _HEADERS:
            yield from (place for place, _ in whole)


def _is_header(line: str) -> bool:
    return around(line) is Around.HEADER


def _preheader(lines: Sequence[str], signs: Sequence[Around | None], headers: Collection[int]) -> dict[int, str]:
    """What stands above the link to a newsletter's page, at its top."""
    body = [place for place in range(len(lines)) if place not in headers]
    view = next((at for at, place in enumerate(body) if signs[place] is Around.VIEW), None)
    above = body[:view] if view is not None and view <= _PREHEADER_BLOCKS else []
    if sum(len(lines[place].split()) for place in above) > _PREHEADER_WORDS:
        return {}
    return dict.fromkeys(above, "mail:preheader")


def _at_the_end(lines: Sequence[str], signs: Sequence[Around | None]) -> dict[int, str]:
    """The end of a newsletter: from the line that says why it was sent on, and the short lines above it."""
    words = [len(line.split()) if len(line.split()) >= _PROSE_WORDS else 0 for line in lines]
    total, above = sum(words), 0
    for place, sign in enumerate(signs):
        if sign in _ENDS and above >= _LAST_PART * total:
            first = place
            while place - first < _ADDRESS_LINES and first > 0 and _is_short(lines[first - 1]):
                first -= 1
            return dict.fromkeys(range(first, len(lines)), "mail:end")
        above += words[place]
    return {}


def _is_short(line: str) -> bool:
    return len(line.split()) <= _ADDRESS_WORDS and _SENTENCE.search(line.strip()) is None


def _quoted(
    document: Document, lines: Sequence[str], signs: Sequence[Around | None], rules: Collection[int]
) -> tuple[dict[int, str], tuple[Notice, ...]]:
    """Of what a mail quotes or forwards and what is written above it, the part with less prose is furniture."""
    marked = {place for place, block in enumerate(document.blocks) if _is_marked(document, block)}
    parts = [place for place, sign in enumerate(signs) if sign in (Around.WROTE, Around.FORWARDED)]
    parts = parts or list(_header_below(lines, rules))
    seam = dict.fromkeys(parts, "mail:seam")
    if not marked and parts:
        marked = set(range(parts[0] + 1, len(lines)))
    if not marked:
        return {**seam, **_signature(lines, marked)}, ()
    size = {place: len(line.split()) for place, line in enumerate(lines) if len(line.split()) >= _PROSE_WORDS}
    signature = _signature(lines, marked)
    text = {
        place: words for place, words in size.items() if not (place in rules or place in seam or place in signature)
    }
    other = sum(words for place, words in text.items() if place in marked)
    own = sum(text.values()) - other
    if own >= other and own:
        left = {**signature, **{place: "mail:quoted" for place in range(len(lines)) if place in marked}}
        message = f"The mail quotes another, which is not used: {other} words."
    else:
        left = {place: "mail:note" for place in range(len(lines)) if place not in marked}
        message = f"The mail hands on another, which is what is used; what was written above it is not: {own} words."
    first = next((lines[place] for place in left if place in text), None)
    notice = () if first is None else (Notice("mail-quoted", message, first[:160].rstrip()),)
    return {**left, **seam}, notice


def _header_below(lines: Sequence[str], rules: Collection[int]) -> Iterator[int]:
    """Where the header of a mail begins below other text, as Outlook puts it above what is answered or forwarded."""
    return islice(
        (place for place in sorted(rules) if place > 0 and _is_header(lines[place]) and place - 1 not in rules), 1
    )


def _signature(lines: Sequence[str], marked: Collection[int]) -> dict[int, str]:
    """What stands below the line "-- " (RFC 3676, section 4.3), up to what is quoted."""
    first = next(
        (place for place, line in enumerate(lines) if line.strip() == "--" and place not in marked), len(lines)
    )
    last = next((place for place in range(first, len(lines)) if place in marked), len(lines))
    return dict.fromkeys(range(first, last), "mail:signature")


def _is_marked(document: Document, block: Block) -> bool:
    """Whether the line of a text begins with the mark of a quotation in mails, read or not."""
    if document.source.capture.media_type != "text/plain":
        return False
    capture = document.source.capture.text
    start, _ = document.to_capture(block.start, block.start + 1)
    return capture[capture.rfind("\n", 0, start) + 1 : start + 1].lstrip().startswith(">")
