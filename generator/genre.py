"""What a capture's genre makes of its passages: satire is no source of facts, opinion is somebody's, a correction is
no news."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Genre, Kind, Metadata, Passage

# What editors print about their own article. It mends the article and tells nothing of its story.
_NOTE = re.compile(
    r"(?:corrections?|clarifications?|editor[’']s note|update)\b\s*(?:\([^)]{1,40}\)|,\s[^:]{1,40})?\s*:"
    r"|(?:correction|clarification|editor[’']s note)\s*$"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|piece|report|headline|page)"
    r" (?:was|has been|had been|is|originally|previously|incorrectly|mis\w+)",
    re.IGNORECASE,
)
_CORRECTION = "a note of the editors on their own article"


def weigh_by_genre(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], sources: tuple[str, ...]
) -> tuple[Passage, ...]:
    """The passages as the genre of their capture lets them count. ``metadata`` stands in the order of ``sources``.

    Passages of satire are left out, each with the reason; what a columnist asserts is an assessment that the author
    makes; an editors' note is left out.
    """
    genres = dict(zip(sources, metadata, strict=True))
    return tuple(_weigh(passage, genres[passage.source]) for passage in passages)


def _weigh(passage: Passage, known: Metadata) -> Passage:
    if passage.omit is not None:
        return passage
    if _NOTE.match(passage.text.lstrip()):
        return replace(passage, omit=_CORRECTION)
    genre = known.genre.value if known.genre else None
    if genre == Genre.SATIRE:
        return replace(passage, omit=f"satire ({known.genre.how})" if known.genre else "satire")
    if genre == Genre.OPINION:
        return _judged(passage, known.author.value if known.author else None)
    return passage


def _judged(passage: Passage, author: str | None) -> Passage:
    """A passage of opinion: what nobody else is quoted with is its author's own judgement."""
    if passage.speaker is not None:
        return replace(passage, opinion=True)
    reason = "told in a text of opinion"
    return replace(passage, opinion=True, kind=Kind.ASSESSMENT, kind_reason=reason, speaker=author)
