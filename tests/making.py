"""Stories made of invented text, for tests that need a whole pipeline or a part of one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from generator.extract import extract
from generator.model import (
    Capture,
    Cluster,
    Clustering,
    Difference,
    Document,
    Kind,
    Match,
    Metadata,
    Origin,
    Passage,
    Sentence,
    Source,
    Story,
    Verdict,
    Workings,
)
from generator.roles import assign_roles


def capture(text: str, name: str = "one", media_type: str = "text/plain") -> Capture:
    """A capture of this text, as ``load`` would give it."""
    suffix = {"text/plain": "txt", "text/html": "html", "text/markdown": "md"}[media_type]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Capture(f"captures/{name}.{suffix}", media_type, text, digest)


def source(text: str, name: str = "one", media_type: str = "text/plain") -> Source:
    return Source(name, capture(text, name, media_type))


def document(text: str, name: str = "one", media_type: str = "text/plain") -> Document:
    return extract(source(text, name, media_type))


def story(
    title: str | None = "An invented story", body: str = "", on: date | None = date(2024, 5, 2), **texts: str
) -> Story:
    """A story of plain-text captures, one for each keyword: its name and its text."""
    return Story(
        slug="invented",
        path="content/stories/invented/story.md",
        sources=tuple(source(text, name) for name, text in texts.items()),
        title=title,
        date=on,
        body=body,
        body_line=5,
    )


def passage(text: str, **known: Any) -> Passage:
    """A passage that is a whole one-line document, of kind event unless told otherwise."""
    name = str(known.pop("source", "one"))
    start = int(known.pop("start", 0))
    end = start + len(text)
    facts: dict[str, Any] = {"kind": Kind.EVENT, "kind_reason": "given", "position": 0, "heading": None, **known}
    return Passage(
        id=f"{name}:{start}-{end}",
        source=name,
        start=start,
        end=end,
        text=text,
        sentence=Sentence(name, start, end, 0),
        **facts,
    )


def line_passages(one: Document, **known: dict[str, Any]) -> tuple[Passage, ...]:
    """A passage for each line of a document; ``known`` gives facts by the line's first word."""
    found = []
    for index, block in enumerate(one.blocks):
        text = one.text[block.start : block.end]
        facts = known.get(text.split()[0].strip(",."), {})
        made = passage(text, source=one.source.id, start=block.start, position=index, **facts)
        found.append(replace(made, sentence=Sentence(one.source.id, block.start, block.end, index)))
    return tuple(found)


def workings(
    one: Story,
    merged: tuple[tuple[str, ...], ...] = (),
    differences: tuple[Difference, ...] = (),
    **known: dict[str, Any],
) -> Workings:
    """The workings of a story in which every line is a passage. ``merged`` lists clusters by passage id, in which any
    two are found to be on the same thing; every other passage that is not omitted is a cluster of its own."""
    documents = tuple(extract(source) for source in one.sources)
    passages = tuple(found for each in documents for found in line_passages(each, **known))
    joined = {member for cluster in merged for member in cluster}
    alone = tuple((found.id,) for found in passages if found.id not in joined and found.omit is None)
    order = {found.id: index for index, found in enumerate(passages)}
    clusters = sorted(merged + alone, key=lambda members: order[members[0]])
    clustering = Clustering(tuple(Cluster(members, _matches(members)) for members in clusters))
    return Workings(
        documents=documents,
        metadata=tuple(Metadata() for _ in documents),
        origins=tuple(Origin(source.id, source.id, 0.0) for source in one.sources),
        passages=passages,
        matches=(),
        clustering=clustering,
        groups=assign_roles(passages, clustering),
        differences=differences,
    )


def _matches(members: tuple[str, ...]) -> tuple[Match, ...]:
    return tuple(Match(a, b, 0.9, (), Verdict.SAME, "given") for a, b in combinations(members, 2))
