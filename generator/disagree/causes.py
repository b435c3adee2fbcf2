"""One event, two causes: "caused by a fault in the wiring" against "started by a cigarette"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.disagree.reading import Answer, Bench, Finding, Reading, ordered
from generator.disagree.wording import shorten
from generator.language.kin import sense
from generator.language.stems import Lazy, Word, stem, stems
from generator.model import DisagreementKind, Kind

# What has a cause that people argue about.
_EVENTS = Lazy(
    lambda: (
        sense(stem(word))
        for word in """fire crash accident derailment collapse explosion blast outage blackout flood disaster spill leak
        landslide avalanche sinking collision failure delay""".split()
    )
)
_BROUGHT_ABOUT = stems("cause start trigger spark ignite")
_LINKS = (("due", "to"), ("because", "of"), ("result", "of"), ("down", "to"), ("attributed", "to"), ("traced", "to"))
_REACH = 6  # words of a cause
_NOT_SURE = frozenset("may might could whether if possible possibly unknown unclear investigate investigating".split())


class _Cause(NamedTuple):
    """``event`` and what brought it about: the senses of ``words``."""

    reading: Reading
    event: str
    senses: frozenset[str]
    shown: str


def differing_causes(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Causes that have nothing in common, named for one event by different speakers or sources."""
    told: dict[str, list[_Cause]] = {}
    for reading in readings:
        cause = _read_cause(reading)
        if cause:
            told.setdefault(cause.event, []).append(cause)
    for causes in told.values():
        pairs = [
            pair for pair in combinations(bench.few(causes, lambda cause: cause.reading, "causes"), 2) if _differ(*pair)
        ]
        if pairs:
            yield _finding(*pairs[0])


def _read_cause(reading: Reading) -> _Cause | None:
    words = reading.words
    if reading.negates or "?" in reading.text or any(word.folded in _NOT_SURE for word in words):
        return None
    for i, word in enumerate(words[:-2]):
        first = _cause_begins(words, i, word)
        if first is None:
            continue
        clause = words[first].clause
        cause = [w for w in words[first : first + _REACH] if w.clause == clause]
        event = next((s for w in words if w not in cause and (s := sense(w.stem)) in _EVENTS), None)
        senses = frozenset(sense(w.stem) for w in cause if w.is_content and sense(w.stem) not in _EVENTS)
        if event and senses:
            return _Cause(reading, event, senses, reading.passage.shown(cause[0].start, cause[-1].end))
    return None


def _cause_begins(words: Sequence[Word], i: int, word: Word) -> int | None:
    """Index of the first word of a cause, where the word at ``i`` leads to one."""
    after = words[i + 1].folded
    if word.stem in _BROUGHT_ABOUT and after == "by":
        return i + 2
    if (word.folded, after) in _LINKS:
        return i + 2
    if word.stem == stem("blame"):
        on = next((j for j in range(i + 1, min(len(words) - 1, i + _REACH)) if words[j].folded == "on"), None)
        return i + 1 if on is None else on + 1
    return None


def _differ(a: _Cause, b: _Cause) -> bool:
    if not a.senses.isdisjoint(b.reading.senses) or not b.senses.isdisjoint(a.reading.senses):
        return False
    left, right = a.reading.passage, b.reading.passage
    spoken = left.kind is not Kind.BACKGROUND and right.kind is not Kind.BACKGROUND
    same_speaker = left.speaker is not None and (left.speaker or "").lower() == (right.speaker or "").lower()
    return spoken and not same_speaker and (a.reading.group != b.reading.group or bool(left.speaker and right.speaker))


def _finding(a: _Cause, b: _Cause) -> Finding:
    event = next(w.folded for w in a.reading.words if sense(w.stem) == a.event)
    answers = (
        Answer(shorten(a.reading.printed), (a.reading,)),
        Answer(shorten(b.reading.printed), (b.reading,)),
    )
    return Finding(
        DisagreementKind.STANCE,
        f"What caused the {event}?",
        ordered(answers),
        f"one event, different causes: “{a.shown}” / “{b.shown}”",
    )
