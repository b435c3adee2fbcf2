"""The editor's own text: its footnotes are citations and must hold. What is checked is what is rendered."""

from __future__ import annotations

from generator.cite import anchor_quote, cite, nearest
from generator.errors import HeldError, InputError
from generator.markdown import Footnote, Markdown, parse
from generator.model import Citation, Document, EditorBody, Story


def read_body(story: Story, documents: tuple[Document, ...]) -> EditorBody | None:
    """The editor's body with its citations in the order of their footnotes, or None where there is no body.

    A footnote names a source and quotes it: ``[^bbn-1]: bbn: "held talks with Kim Jong Un"``, or in the sentence itself
    ``^[bbn: "held talks with Kim Jong Un"]``, which has ^ and its number for a label. The quote must stand in that
    capture, quote glyphs and white space aside. A definition to which nothing refers is not rendered and cites nothing.

    Raises InputError, with the line of story.md, for a footnote of another form, a label defined twice, and a
    reference without a definition; HeldError, with a line for each, for sources and quotes that are not there.
    """
    if not story.body.strip():
        return None
    parsed = parse(story.body)
    _refuse_labels(story, parsed)
    by_id = {document.source.id: document for document in documents}
    citations: list[tuple[str, Citation]] = []
    lost: list[str] = []
    for number, footnote in enumerate(parsed.footnotes(), start=1):
        label = footnote.label or f"^{number}"
        try:
            citations.append((label, _cited(story, footnote, label, by_id)))
        except HeldError as error:
            lost += error.findings
    if lost:
        raise HeldError(tuple(lost))
    return EditorBody(story.body, tuple(citations), story.pictures)


def _refuse_labels(story: Story, parsed: Markdown) -> None:
    """Refuse a label defined twice, of which one definition would vanish, and one that is not defined."""
    seen: set[str] = set()
    for label, line in parsed.definitions:
        if label in seen:
            problem = f"footnote {label!r} is defined twice"
            raise InputError(story.path, problem, "give each its own label", story.body_line + line)
        seen.add(label)
    for label, line in parsed.missing:
        raise InputError(
            story.path,
            f"footnote {label!r} has no definition",
            f'add [^{label}]: source: "words of the capture"',
            story.body_line + line,
        )


def _cited(story: Story, footnote: Footnote, label: str, documents: dict[str, Document]) -> Citation:
    line = story.body_line + footnote.line
    if footnote.cited is None:
        raise InputError(
            story.path,
            f"footnote {label!r} cites nothing",
            'write it in one paragraph as [^label]: source: "words of the capture"',
            line,
        )
    source, quote = footnote.cited
    document = documents.get(source)
    if document is None:
        known = ", ".join(documents)
        problem = f"footnote {label!r} names no source {source!r}"
        raise HeldError((str(InputError(story.path, problem, f"use {known}", line)),))
    span = anchor_quote(document.text, quote)
    if span is None:
        problem = f"footnote {label!r}: {document.source.capture.path} does not say {quote!r}"
        near = nearest(quote, (document.text[one.start : one.end] for one in document.blocks))
        remedy = f"quote the capture's own words, nearest: “{near}”" if near else "quote the capture's own words"
        raise HeldError((str(InputError(story.path, problem, remedy, line)),))
    return cite(document, *span)
