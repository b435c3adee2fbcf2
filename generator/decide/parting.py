"""``apart`` within one passage: a sentence that asserts two things becomes two passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.decide.anchoring import Anchors
from generator.errors import InputError
from generator.model import Decision, Passage, Verb

# Where a sentence may be parted: before the conjunction after a comma, after a semicolon, colon, dash or comma.
_SEAM = re.compile(r"[,;:]\s+|\s+(?=[–—])|\s+(?=(?:and|but|while|which|as|after|before|when|where|who)\s)")
_JOINED = re.compile(r"(?:and|but|while|[–—])\s+")
_OPENING, _CLOSING = "“„«", "”»"


def part_passages(
    passages: tuple[Passage, ...], decisions: Sequence[Decision], anchors: Anchors
) -> tuple[Passage, ...]:
    """The passages, each in which two quotes of one ``apart`` stand parted between them.

    Raises InputError where they would be parted inside a quotation, or overlap.
    """
    cuts: dict[str, dict[int, int]] = {}  # by passage the offsets in the document, each with its decision's line
    for decision in decisions:
        if decision.verb is Verb.APART:
            _find_cuts(decision, anchors, cuts)
    if not cuts:
        return passages
    parted = [part for passage in passages for part in _parts(passage, sorted(cuts.get(passage.id, {})))]
    return tuple(_numbered(parted))


def _find_cuts(decision: Decision, anchors: Anchors, cuts: dict[str, dict[int, int]]) -> None:
    within: dict[str, list[tuple[int, int]]] = {}
    known: dict[str, Passage] = {}
    for quote in decision.quotes:
        found = anchors.find(quote, decision.line)
        span = anchors.span(quote)
        if len(found) == 1 and span is not None:
            known[found[0].id] = found[0]
            within.setdefault(found[0].id, []).append(span)
    for name, spans in within.items():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            cuts.setdefault(name, {})[_cut(known[name], end, start, decision, anchors.path)] = decision.line


def _cut(passage: Passage, end: int, start: int, decision: Decision, path: str) -> int:
    """The offset in the document at which a passage is parted between two quotes of it."""
    first, last = end - passage.start, start - passage.start
    if not 0 < first <= last < len(passage.text):
        remedy = "quote words of each part that the other has not"
        raise InputError(path, "the two quotes of 'apart' overlap in one sentence", remedy, decision.line)
    seams = [found.end() for found in _SEAM.finditer(passage.text, max(0, first - 1), last + 1) if found.end() <= last]
    at = seams[-1] if seams else last
    opened = sum(char in _OPENING for char in passage.text[:at]) - sum(char in _CLOSING for char in passage.text[:at])
    if opened > 0:
        problem = "the sentence would be parted inside a quotation"
        raise InputError(path, problem, "quote words on both sides of it", decision.line)
    return passage.start + at


def _parts(passage: Passage, cuts: Sequence[int]) -> Iterator[Passage]:
    edges = (passage.start, *cuts, passage.end)
    for place, (start, end) in enumerate(pairwise(edges)):
        yield passage if len(edges) == 2 else _part(passage, start, end, place == 0)


def _part(passage: Passage, start: int, end: int, opens: bool) -> Passage:
    text = passage.text[start - passage.start : end - passage.start]
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
    text = text.strip()
    joined = _JOINED.match(text)
    moved = start - passage.start

    def inside(first: int, last: int) -> bool:
        return start <= first and last <= end

    antecedent, says = passage.antecedent, passage.says
    return replace(
        passage,
        id=f"{passage.source}:{start}-{end}",
        start=start,
        end=end,
        text=text,
        antecedent=antecedent if antecedent and inside(antecedent.start, antecedent.end) else None,
        says=says if says and inside(says.start, says.end) else None,
        torn=(passage.torn[0] if opens else "", passage.torn[1] if end == passage.end else ""),
        lead_in=passage.lead_in if opens else joined.end() if joined else 0,
        cuts=tuple((a - moved, b - moved) for a, b in passage.cuts if moved <= a and b <= moved + len(text)),
    )


def _numbered(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with their ordinals among those of their documents."""
    counts: dict[str, int] = {}
    for passage in passages:
        place = counts.get(passage.source, 0)
        counts[passage.source] = place + 1
        yield passage if passage.position == place else replace(passage, position=place)
