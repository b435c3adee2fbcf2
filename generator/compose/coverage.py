"""Full accounting: what became of each stretch of each capture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compose.claims import claims_of
from generator.language.link_cards import find_link_cards
from generator.language.printable import UNSEEN
from generator.language.wraps import LINK_NUMBER
from generator.model import BlockKind, Claim, CoverageEntry, Document, Passage, Use, Workings

MARKUP = "markup"
NOBODY_SEES = "characters that nobody sees"
MAIL_OR_BROWSER = "marks of a mail program or a text browser"
OVER_A_NAME = "links that the page shows over a name"
NOT_READ = "not read: the capture is longer than any article"
SET_ASIDE = "reads like the article's text, but is set aside"  # what is left out of the article, not around it


def account(workings: Workings, claims: tuple[Claim, ...]) -> tuple[CoverageEntry, ...]:
    """Coverage entries of every source, in story order and then by position (capture offsets)."""
    uses = _uses(claims)
    by_source: dict[str, list[Passage]] = {document.source.id: [] for document in workings.documents}
    for passage in workings.passages:
        by_source[passage.source].append(passage)
    return tuple(
        entry
        for document in workings.documents
        for entry in (
            *_with_markup(document, list(_entries(document, by_source[document.source.id], uses))),
            *_unread(document),
        )
    )


Uses = dict[str, list[tuple[Use, str]]]


def _uses(claims: tuple[Claim, ...]) -> Uses:
    """Passage id -> what it is to which claims, its own first."""
    repeated = {(claim.id, citation.passage) for claim in claims for citation in claim.repeats}
    return {
        passage: [(Use.REPEAT if (claim.id, passage) in repeated else Use.CLAIM, claim.id) for claim in own]
        for passage, own in claims_of(claims).items()
    }


def _entries(document: Document, passages: list[Passage], uses: Uses) -> Iterator[CoverageEntry]:
    source = document.source.id
    at = 0
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            use = Use.OMITTED if block.set_aside else Use.FURNITURE
            reason = f"{SET_ASIDE} ({block.rule})" if block.set_aside else block.rule
            yield CoverageEntry(source, *document.to_capture(block.start, block.end), use, None, reason)
        elif block.kind is BlockKind.HEADING:
            yield CoverageEntry(source, *document.to_capture(block.start, block.end), Use.HEADING, None, block.rule)
        while at < len(passages) and passages[at].sentence.block == index:
            passage = passages[at]
            first, last = document.to_capture(passage.start, passage.end)
            found = uses.get(passage.id, [])
            use, claim = found[0] if found else (Use.OMITTED, None)
            also = tuple(further for _, further in found[1:])
            yield CoverageEntry(source, first, last, use, claim, passage.omit, also)
            at += 1


def _with_markup(document: Document, entries: list[CoverageEntry]) -> Iterator[CoverageEntry]:
    """The entries, and between them what only markup reads: tags, comments, front matter.

    A plain-text capture has no markup, only characters that nobody sees, marks of quotation, numbers of links and links
    over a name: whatever else of it no entry covers stays a hole, which ``verify`` reports.
    """
    if document.offsets is None:
        yield from entries
        return
    capture = document.source.capture.text
    is_plain = document.source.capture.media_type == "text/plain"
    over_names = tuple(find_link_cards(capture, 0, _read_upto(document))) if is_plain else ()
    at = 0
    for entry in [*entries, None]:
        upto = _read_upto(document) if entry is None else entry.start
        between = capture[at:upto]
        inside = [(first - at, last - at) for first, last in over_names if at <= first and last <= upto]
        reason = (_reason(between, inside) if is_plain else MARKUP) if between.strip() else None
        if reason is not None:
            start = at + len(between) - len(between.lstrip())
            yield CoverageEntry(document.source.id, start, at + len(between.rstrip()), Use.FURNITURE, None, reason)
        if entry is not None:
            yield entry
            at = entry.end


def _reason(between: str, over_names: Sequence[tuple[int, int]]) -> str | None:
    """Why a stretch of plain text between two entries is no article text, None for a hole. ``over_names`` are the
    spans of links over a name in it."""
    if not UNSEEN.sub("", between).strip():
        return NOBODY_SEES
    if over_names:
        for first, last in reversed(over_names):
            between = between[:first] + between[last:]
        return None if UNSEEN.sub("", between).strip() else OVER_A_NAME
    return None if LINK_NUMBER.sub("", UNSEEN.sub("", between)).strip(" \t>\r\n") else MAIL_OR_BROWSER


def _unread(document: Document) -> Iterator[CoverageEntry]:
    """What of a very long capture was not read."""
    at = _read_upto(document)
    rest = document.source.capture.text[at:]
    if rest.strip():
        start = at + len(rest) - len(rest.lstrip())
        yield CoverageEntry(document.source.id, start, at + len(rest.rstrip()), Use.OMITTED, None, NOT_READ)


def _read_upto(document: Document) -> int:
    return len(document.source.capture.text) if document.unread is None else document.unread
