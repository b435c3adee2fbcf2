"""Sentences of one quotation that follow one another become one passage: what somebody says is not taken to pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language.printable import printable
from generator.model import Document, Gloss, Passage, Sentence

# Of a passage; a longer one is no line of an entry, and two outlets seldom quote all of it. Of the sentences of human
# summaries of digest_mds the open part tells .558 at 30, .540 at 45 and .554 at 60.
LONGEST = 30  # words


def join_quotations(document: Document, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of a document, in order, those that one quotation runs through joined as far as they stand in one
    paragraph, are of one speaker and kind, and are short enough together."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and _goes_on(document, joined[-1], passage):
            joined[-1] = _join(document, joined[-1], passage)
        else:
            joined.append(passage)
    return tuple(joined)


def _goes_on(document: Document, one: Passage, other: Passage) -> bool:
    return (
        one.torn[1] != ""
        and other.torn[0] != ""
        and one.sentence.block == other.sentence.block
        and not document.text[one.end : other.start].strip()
        and one.omit is None
        and other.omit is None
        and one.speaker is not None
        and (one.speaker, one.kind) == (other.speaker, other.kind)
        and other.says is None
        and len(one.text.split()) + len(other.text.split()) <= LONGEST
        and printable(one.text) == one.text
        and printable(other.text) == other.text
    )


def _join(document: Document, one: Passage, other: Passage) -> Passage:
    """Both as one passage. What is asserted is that of the first."""
    return replace(
        one,
        id=f"{one.source}:{one.start}-{other.end}",
        end=other.end,
        text=document.text[one.start : other.end],
        sentence=Sentence(one.source, one.sentence.start, other.sentence.end, one.sentence.block),
        hedges=tuple(dict.fromkeys((*one.hedges, *other.hedges))),
        actors=tuple(dict.fromkeys((*one.actors, *other.actors))),
        reporting=one.reporting or other.reporting,
        torn=(one.torn[0], other.torn[1]),
        gloss=_joined_gloss(one, other),
        cuts=(),
    )


def _joined_gloss(one: Passage, other: Passage) -> Gloss | None:
    if one.gloss is None or other.gloss is None:
        return None
    at, ahead = len(one.gloss.text) + 1, other.start - one.start
    moved = tuple((a + at, b + at, c + ahead, d + ahead) for a, b, c, d in other.gloss.spans)
    return Gloss(f"{one.gloss.text} {other.gloss.text}", one.gloss.spans + moved, one.gloss.voice)
