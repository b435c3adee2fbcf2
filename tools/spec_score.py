"""The pipeline against the specification stories: ``python -m tools.spec_score [--language german] [--show]``.

Each story under ``tests/spec`` is run as the site would run it and compared with what an editor made of it. A passage
and a quote meet where they share at least half of the shorter one. Stories whose name begins with a to m may be looked
at while working on the pipeline (dev); the others are to be scored only (held).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations, permutations, product
from typing import TypeVar

from generator.language.tokens import words
from generator.load import load_story
from generator.model import Difference, Passage, Role, Workings
from generator.pipeline import work
from tests.spec.gold import ENGLISH, FOLDERS, Attributed, Conflict, Gold, Quote, captures, read, slugs

COUNTED = (Role.LEAD, Role.SUPPORT)
LAST_DEV_LETTER = "m"
# Kinds under which one conflict may fairly be filed: a denial as a stance, an event still planned as another date.
EXCHANGEABLE = (frozenset({"status", "stance"}), frozenset({"status", "date"}))
_SMALL_WORDS = frozenset(
    "a an the of in for who mr ms her his s der die das des dem den ein eine einer ein und von für".split()
)
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one story or of several; ``shown`` are lines that explain them, for reading."""

    wanted: int = 0  # cross-source pairs that the editor prints as one claim
    joined: int = 0  # of these, in one claim in whatever role
    right: int = 0  # cross-source pairs counted as one that the editor merges too
    wrong: int = 0  # pairs counted as one that must stay apart
    open: int = 0  # cross-source pairs counted as one that the editor did not judge
    conflicts: int = 0
    found: int = 0
    false: int = 0
    again: int = 0  # differences that repeat one already found
    empty: int = 0  # sentences that assert nothing
    omitted: int = 0
    lost: int = 0  # sentences that the editor uses and the pipeline left out or took for furniture
    said: int = 0  # sentences with a speaker
    speakers: int = 0
    kinds: int = 0
    shown: tuple[str, ...] = field(default=())

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, item.name) + getattr(other, item.name) for item in fields(self)))


@dataclass(frozen=True, slots=True)
class Reading:
    """One story as the pipeline read it, with its captures' text for finding quotes."""

    texts: dict[str, str]
    workings: Workings

    def passages_of(self, quote: Quote) -> tuple[Passage, ...]:
        """Passages that share at least half of the shorter of the two with this quote, the omitted ones too."""
        start = self.texts[quote.source].index(quote.exact)
        end = start + len(quote.exact)
        return tuple(passage for passage in self.workings.passages if _meets(passage, quote.source, start, end))

    def groups(self) -> Iterator[tuple[Passage, ...]]:
        """The passages of each claim, in whatever role."""
        known = {passage.id: passage for passage in self.workings.passages}
        for group in self.workings.groups:
            yield tuple(known[member.passage] for member in group.members)

    def counted(self) -> Iterator[tuple[Passage, ...]]:
        """The passages of each claim that are counted: its lead and what supports it."""
        known = {passage.id: passage for passage in self.workings.passages}
        for group in self.workings.groups:
            yield tuple(known[member.passage] for member in group.members if member.role in COUNTED)


def score(gold: Gold) -> Tally:
    """Run the pipeline on one specification story and count. Raises what ``load_story`` and ``work`` raise."""
    reading = Reading(captures(gold), work(load_story(gold.folder)))
    return merges(gold, reading) + conflicts(gold, reading) + _omissions(gold, reading) + _speakers(gold, reading)


def _meets(passage: Passage, source: str, start: int, end: int) -> bool:
    if passage.source != source:
        return False
    shared = min(passage.end, end) - max(passage.start, start)
    return 2 * shared >= min(passage.end - passage.start, end - start)


def merges(gold: Gold, reading: Reading) -> Tally:
    """Count the pairs that stand in one claim, and those that are counted as one, against the editor's."""
    claims: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(reading.groups()):
        for passage in group:
            claims[passage.id].add(number)
    same = _linked(reading, (pair for group in gold.same for pair in combinations(group, 2)))
    apart = _linked(reading, _kept_apart(gold))
    merged = [
        (frozenset({a.id, b.id}), a, b)
        for group in reading.counted()
        for a, b in combinations(group, 2)
        if a.source != b.source or frozenset({a.id, b.id}) in apart
    ]
    right = [(a, b) for pair, a, b in merged if pair in same and a.source != b.source]
    wrong = [(a, b) for pair, a, b in merged if pair in apart and pair not in same]
    judged = same | apart
    unjudged = [(a, b) for pair, a, b in merged if pair not in judged]
    wanted = [pair for group in gold.same for pair in combinations(group, 2) if pair[0].source != pair[1].source]
    missed = [pair for pair in wanted if not _in_one(reading, claims, pair)]
    return Tally(
        wanted=len(wanted),
        joined=len(wanted) - len(missed),
        right=len(right),
        wrong=len(wrong),
        open=len(unjudged),
        shown=(
            *(_pair_line("WRONGLY COUNTED", a.source, a.text, b.source, b.text) for a, b in wrong),
            *(_pair_line("counted, unjudged", a.source, a.text, b.source, b.text) for a, b in unjudged),
            *(_pair_line("in two claims", a.source, a.exact, b.source, b.exact) for a, b in missed),
        ),
    )


def _kept_apart(gold: Gold) -> tuple[tuple[Quote, Quote], ...]:
    opposed = (pair for conflict in gold.disagreements for pair in product(conflict.sides[0], conflict.sides[1]))
    return *((first, second) for first, second in gold.not_same), *opposed


def _linked(reading: Reading, pairs: Iterable[tuple[Quote, Quote]]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset({a.id, b.id})
        for first, second in pairs
        for a, b in product(reading.passages_of(first), reading.passages_of(second))
        if a.id != b.id
    )


def _in_one(reading: Reading, claims: Mapping[str, set[int]], pair: tuple[Quote, Quote]) -> bool:
    first, second = (
        {number for passage in reading.passages_of(quote) for number in claims.get(passage.id, ())} for quote in pair
    )
    return bool(first & second)


def conflicts(gold: Gold, reading: Reading) -> Tally:
    """Count the differences that were found against those that the editor shows."""
    open_conflicts = list(gold.disagreements)
    found: list[Conflict] = []
    again: list[Difference] = []
    false: list[Difference] = []
    for difference in reading.workings.differences:
        match = _first(conflict for conflict in open_conflicts if _is(reading, difference, conflict))
        if match:
            open_conflicts.remove(match)
            found.append(match)
        elif any(_is(reading, difference, conflict) for conflict in found):
            again.append(difference)
        else:
            false.append(difference)
    return Tally(
        conflicts=len(gold.disagreements),
        found=len(found),
        false=len(false),
        again=len(again),
        shown=(
            *(_difference_line("FALSE DISAGREEMENT", reading, difference) for difference in false),
            *(_difference_line("disagreement twice", reading, difference) for difference in again),
            *(_missed(conflict) for conflict in open_conflicts),
        ),
    )


def _missed(conflict: Conflict) -> str:
    one, other = conflict.sides[0][0], conflict.sides[1][0]
    return _pair_line(f"MISSED DISAGREEMENT ({conflict.kind})", one.source, one.exact, other.source, other.exact)


def _is(reading: Reading, difference: Difference, conflict: Conflict) -> bool:
    """Two different sides of the difference hold a passage of either side of the conflict, under a fair kind."""
    if difference.kind != conflict.kind and {str(difference.kind), conflict.kind} not in EXCHANGEABLE:
        return False
    gold = [{passage.id for quote in side for passage in reading.passages_of(quote)} for side in conflict.sides]
    return any(
        gold[0].intersection(one.passages) and gold[1].intersection(other.passages)
        for one, other in permutations(difference.sides, 2)
    )


def _omissions(gold: Gold, reading: Reading) -> Tally:
    kept = [quote for quote in gold.omit if not all(passage.omit for passage in reading.passages_of(quote))]
    used = dict.fromkeys(quote for group in (*gold.same, *gold.not_same) for quote in group)
    lost = [quote for quote in used if all(passage.omit for passage in reading.passages_of(quote))]
    return Tally(
        empty=len(gold.omit),
        omitted=len(gold.omit) - len(kept),
        lost=len(lost),
        shown=(
            *(f"    not omitted: {quote.source}: {quote.exact}" for quote in kept),
            *(f"    LOST: {quote.source}: {quote.exact}{_why(reading, quote)}" for quote in lost),
        ),
    )


def _why(reading: Reading, quote: Quote) -> str:
    reasons = dict.fromkeys(passage.omit for passage in reading.passages_of(quote) if passage.omit)
    return f" ({'; '.join(reasons)})" if reasons else " (no passage)"


def _speakers(gold: Gold, reading: Reading) -> Tally:
    heard = [(entry, reading.passages_of(entry.quote)) for entry in gold.attributed]
    unheard = [entry for entry, passages in heard if not any(_speaks(entry, passage) for passage in passages)]
    misread = [entry for entry, passages in heard if not any(passage.kind == entry.kind for passage in passages)]
    return Tally(
        said=len(heard),
        speakers=len(heard) - len(unheard),
        kinds=len(heard) - len(misread),
        shown=(
            *(f"    speaker not {entry.speaker!r}: {_heard(reading, entry)}" for entry in unheard),
            *(f"    kind not {entry.kind}: {_heard(reading, entry)}" for entry in misread),
        ),
    )


def _heard(reading: Reading, entry: Attributed) -> str:
    read_as = [f"{passage.kind}, {passage.speaker!r}" for passage in reading.passages_of(entry.quote)]
    return f"{entry.quote.source}: {entry.quote.exact} (read as {' / '.join(read_as) or 'nothing'})"


def _speaks(entry: Attributed, passage: Passage) -> bool:
    given = words(f"{passage.speaker or ''} {passage.speaker_actor or ''}")
    return bool(set(words(entry.speaker)).difference(_SMALL_WORDS).intersection(given))


def _first(items: Iterable[_Item]) -> _Item | None:
    return next(iter(items), None)


def _pair_line(label: str, a_source: str, a: str, b_source: str, b: str) -> str:
    return f"    {label}:\n      {a_source}: {a}\n      {b_source}: {b}"


def _difference_line(label: str, reading: Reading, difference: Difference) -> str:
    known = {passage.id: passage for passage in reading.workings.passages}
    sides = "\n".join(
        f"      {side.text} <- {passage.source}: {passage.text}"
        for side in difference.sides
        for passage in (known[side.passages[0]],)
    )
    return f"    {label} ({difference.kind}): {difference.question} [{difference.reason}]\n{sides}"


def _row(name: str, tally: Tally) -> str:
    strict = tally.right + tally.wrong + tally.open
    return (
        f"{name:26} {_share(tally.joined, tally.wanted):>13} {_share(tally.right, tally.right + tally.wrong):>13} "
        f"{_share(tally.right, strict):>13} {tally.open:>5} | {tally.found:>3} of {tally.conflicts:<3} "
        f"{tally.false:>5} {tally.again:>5} | {tally.omitted:>2} of {tally.empty:<2} {tally.lost:>4} | "
        f"{_share(tally.speakers, tally.said):>13} {_share(tally.kinds, tally.said):>13}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.2f}" if whole else "-"


_HEAD = (
    f"{'story':26} {'in one claim':>13} {'right/judged':>13} {'right/all':>13} {'open':>5} | {'conflicts':>9}  "
    f"{'false':>5} {'twice':>5} | {'empty':>8} {'lost':>4} | {'speaker':>13} {'kind':>13}"
)


def half(slug: str) -> str:
    """The half of the stories to which one belongs: "dev" or "held"."""
    return "dev" if slug[0] <= LAST_DEV_LETTER else "held"


def _chosen(language: str, only: str | None, wanted: str | None) -> tuple[str, ...]:
    names = tuple(only.split(",")) if only else slugs(language)
    return tuple(name for name in names if wanted is None or half(name) == wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, with every error under its story where ``--show`` is given."""
    parser = argparse.ArgumentParser(prog="python -m tools.spec_score", description="Score the specification stories.")
    parser.add_argument("--language", choices=tuple(FOLDERS), default=ENGLISH, help="the stories in this language")
    parser.add_argument("--only", metavar="SLUG,...", help="these stories, instead of all")
    parser.add_argument("--half", choices=("dev", "held"), help="only the stories a-m, or only n-z")
    parser.add_argument("--show", action="store_true", help="print the sentences behind the figures")
    options = parser.parse_args(arguments)
    chosen = _chosen(options.language, options.only, options.half)
    print(_HEAD)
    tallies: dict[str, list[Tally]] = {"dev": [], "held": []}
    for slug in chosen:
        tally = score(read(slug, options.language))
        tallies[half(slug)].append(tally)
        print(_row(slug, tally))
        if options.show:
            print("\n".join(tally.shown))
    for name, parts in tallies.items():
        if parts:
            print(_row(name, sum(parts, start=Tally())))
    print(_row("all", sum((*tallies["dev"], *tallies["held"]), Tally())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
