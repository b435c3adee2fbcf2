"""How much of a story's news a claim tells: of its headlines and of what its articles begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose.ranking import Ranked
from generator.compose.salience import content_words
from generator.model import Claim, Passage

# What a story's news is: its headlines and what its articles begin with, each with its weight. Of the 28 topics of
# digest_mds the summary tells one of the first two sentences of the human one in .857, and in .786 to .857 with any one
# number here halved or doubled; the first 120 characters of two captures do in .821. No topic was kept apart.
HEADLINE = 1.0
FIRST_LINES = (1.0, 0.7, 0.5)
POSITION = 0.25  # for standing first in its own article, falling with position
BEGINNING = 3  # passages from which on a place is worth half


@dataclass(frozen=True, slots=True)
class _News:
    """A headline, or one of the first passages of an article (its id): by its words."""

    source: str
    words: frozenset[str]
    weight: float
    passage: str | None = None


class Tells:
    """What claims of a story tell of its news. Texts of opinion are left aside where there are others."""

    def __init__(self, ranked: Ranked) -> None:
        self._news = tuple(_news(ranked))
        self._whole = sum(one.weight for one in self._news)
        self._ranked = ranked
        self._salience = ranked.salience

    def alone(self, claim: Claim) -> float:
        """How much of the news a claim tells, up to 1, and how far in front it stands, up to POSITION."""
        counted = self._ranked.counted(claim)
        own = {passage.id for passage in counted}
        words = content_words(claim.text)
        place = min(passage.position for passage in counted)
        told = sum(
            one.weight * (self._salience.cover if one.passage in own else self._salience.cosine)(words, one.words)
            for one in self._news
        )
        return told / self._whole + POSITION / (1 + place / BEGINNING)

    def beyond(self, first: Claim, other: Claim) -> float:
        """How much of what others tell in front a claim tells and the first does not, up to 1. What one source alone
        tells, its own article does not make news; its headline may."""
        new = content_words(other.text) - content_words(first.text)
        sources = {passage.source for passage in self._ranked.counted(other)}
        shared = len(other.origins) > 1
        told = sum(
            one.weight * self._salience.cover(new, one.words)
            for one in self._news
            if shared or one.passage is None or one.source not in sources
        )
        return told / self._whole


def _news(ranked: Ranked) -> Iterator[_News]:
    for document, known in zip(ranked.workings.documents, ranked.workings.metadata, strict=True):
        if known.title and document.source.id not in ranked.opinion:
            yield _News(document.source.id, content_words(known.title.value), HEADLINE)
    for own in _beginnings(ranked):
        for line, weight in zip(own, FIRST_LINES, strict=False):
            yield _News(line.source, ranked.salience.words(line), weight, line.id)


def _beginnings(ranked: Ranked) -> list[list[Passage]]:
    """The first passages of each source that assert something, those of opinion left aside where there are others."""
    found: dict[str, list[Passage]] = {}
    for passage in ranked.workings.passages:
        own = found.setdefault(passage.source, [])
        if passage.omit is None and len(own) < len(FIRST_LINES):
            own.append(passage)
    return [own for source, own in found.items() if source not in ranked.opinion] or list(found.values())
