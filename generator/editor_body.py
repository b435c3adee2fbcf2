"""The editor's own text: its footnotes are citations and must hold."""

from __future__ import annotations

import re

from generator.cite import anchor_quote, cite
from generator.errors import InputError
from generator.model import Citation, Document, EditorBody, Story

_DEFINITION = re.compile(r"\[\^(?P<label>[^\[\]\s]+)\]:[ \t]*(?P<text>.*)")
_CITED = re.compile(r"(?P<source>[^\s:]+):\s*[\"“](?P<quote>.+)[\"”]")
_USED = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")


def read_body(story: Story, documents: tuple[Document, ...]) -> EditorBody | None:
    """The editor's body with its citations in the order of their definitions, or None where there is no body.

    A footnote's definition names a source and quotes it: ``[^bbn-1]: bbn: "held talks with Kim Jong Un"``. The quote
    must stand in that capture, quote glyphs and white space aside. Raises InputError, with the line of story.md, for a
    definition of another form, an unknown source, a quote that does not stand in the capture, a label defined twice,
    and a footnote without a definition.
    """
    if not story.body.strip():
        return None
    by_id = {document.source.id: document for document in documents}
    citations: dict[str, Citation] = {}
    for line, label, text in _definitions(story):
        if label in citations:
            raise InputError(story.path, f"footnote {label!r} is defined twice", "give each its own label", line)
        citations[label] = _cited(story, line, label, text, by_id)
    for number, content in enumerate(story.body.split("\n")):
        for label in _USED.findall(content):
            if label not in citations:
                raise InputError(
                    story.path,
                    f"footnote {label!r} has no definition",
                    f'add [^{label}]: source: "words of the capture"',
                    story.body_line + number,
                )
    return EditorBody(story.body, tuple(citations.items()))


def _definitions(story: Story) -> list[tuple[int, str, str]]:
    """Line of story.md, label and text of each footnote definition; indented lines go on with it."""
    found: list[tuple[int, str, str]] = []
    going = False
    for number, line in enumerate(story.body.split("\n")):
        match = _DEFINITION.match(line)
        if match:
            found.append((story.body_line + number, match["label"], match["text"]))
        elif going and line.startswith(("    ", "\t")):
            at, label, text = found[-1]
            found[-1] = (at, label, f"{text} {line.strip()}")
        going = bool(match) or (going and line.startswith(("    ", "\t")))
    return found


def _cited(story: Story, line: int, label: str, text: str, documents: dict[str, Document]) -> Citation:
    match = _CITED.fullmatch(text.strip())
    if match is None:
        raise InputError(
            story.path,
            f"footnote {label!r} cites nothing",
            'write it as [^label]: source: "words of the capture"',
            line,
        )
    document = documents.get(match["source"])
    if document is None:
        known = ", ".join(documents)
        raise InputError(story.path, f"footnote {label!r} names no source {match['source']!r}", f"use {known}", line)
    span = anchor_quote(document.text, match["quote"])
    if span is None:
        raise InputError(
            story.path,
            f"footnote {label!r}: {document.source.capture.path} does not say {match['quote']!r}",
            "quote the capture's own words",
            line,
        )
    return cite(document, *span)
