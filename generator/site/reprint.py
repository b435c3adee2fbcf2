"""How much of each article a page prints again, and which quotes it therefore prints whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import FOLDED, Citation, Digest, Role, Use

REPRINT_SHARE = 0.25  # of an article: what a quotation may take of it without standing for it
_ARTICLE = (Use.CLAIM, Use.REPEAT, Use.OMITTED, Use.HEADING)
Place = tuple[str, int]  # a source and where in it a citation starts, in code points of the capture


@dataclass(frozen=True, slots=True)
class Reprint:
    """``whole`` are the citations that are printed in full; ``shares`` what part of each article they are, 0 to 1."""

    whole: frozenset[Place]
    shares: dict[str, float]


def reprint(digest: Digest, share: float = REPRINT_SHARE) -> Reprint:
    """What stands in the open in words of its source and on the sides of disagreements is printed; the evidence of a
    claim in other words, of further sources, and what is folded, only as long as no more than ``share`` of its article
    is."""
    lengths = Counter[str]()
    for entry in digest.coverage:
        if entry.use in _ARTICLE:
            lengths[entry.source] += entry.end - entry.start
    printed = Counter[str]()
    whole: set[Place] = set()
    for citations, needed in _printed(digest):
        if any(_place(citation) in whole for citation in citations):
            continue
        for citation in citations:
            length = citation.end - citation.start
            if needed or printed[citation.source] + length <= share * lengths[citation.source]:
                whole.add(_place(citation))
                printed[citation.source] += length
                break
    return Reprint(
        frozenset(whole), {source: printed[source] / lengths[source] for source in lengths if lengths[source]}
    )


def _place(citation: Citation) -> Place:
    return citation.source, citation.start


def _printed(digest: Digest) -> Iterator[tuple[tuple[Citation, ...], bool]]:
    """Citations of which one is to be printed, in the order in which they are given room, and whether it is printed in
    any case."""
    opened = [digest.claim(one) for section in digest.sections if section.id != FOLDED for one in section.claims]
    for claim in opened:
        own = () if claim.worded else claim.citations[:1]
        yield from (((citation,), True) for citation in (*own, *claim.differing))
    for disagreement in digest.disagreements:
        for position in disagreement.positions:
            yield position.citations, True
    for claim in opened:
        yield claim.supports, False
    for role in (Role.LEAD, Role.SUPPORT, Role.DETAIL):
        for claim in opened:
            yield from (((citation,), False) for citation in claim.citations if citation.role is role)
    shown = {claim.id for claim in opened}
    folded = [claim for claim in digest.claims if claim.id not in shown]
    for claim in sorted(folded, key=lambda claim: claim.under is None):
        yield claim.citations[:1], False
