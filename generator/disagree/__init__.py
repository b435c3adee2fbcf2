"""Passages and clusters -> the questions on which passages differ, each with the answers given.

The rules are the list ``RULES``, in the order in which they speak; a passage pair that one has taken up is not taken up
again. Every rule prefers silence: a false alarm costs the reader's trust in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator.comparison.events import of_one_event
from generator.disagree.acts import announced_and_done
from generator.disagree.by_words import differing_by_words
from generator.disagree.causes import differing_causes
from generator.disagree.contradictions import contradicted_statements
from generator.disagree.dates import differing_dates
from generator.disagree.denials import denied_claims
from generator.disagree.grouped import differing_in_groups
from generator.disagree.names import differing_names
from generator.disagree.opposites import opposed_statements
from generator.disagree.quantities import differing_quantities
from generator.disagree.quoted import differing_quotations
from generator.disagree.reading import Answer, Bench, Finding, Reading, Rule, read
from generator.disagree.refutations import refuted_claims
from generator.disagree.status import differing_status
from generator.model import Difference, DisagreementKind, Group, Match, Notice, Passage, Side, Telling, Verdict

RULES: tuple[Rule, ...] = (
    differing_quotations,
    differing_names,
    denied_claims,
    differing_status,
    announced_and_done,
    differing_quantities,
    differing_dates,
    contradicted_statements,
    differing_causes,
    opposed_statements,
    refuted_claims,
)

# Copies of one text that are held against the rest of a story: what stands around each may tell what it is about, and
# more of them tell nothing new.
MOST_COPIES = 4

__all__ = ["RULES", "contradicts", "find_differences"]


def find_differences(
    passages: tuple[Passage, ...], matches: tuple[Match, ...], groups: tuple[Group, ...]
) -> tuple[tuple[Difference, ...], tuple[Notice, ...]]:
    """The questions on which the passages of a story differ, in the order of the rules, then of the story; and what was
    too much to be held against the rest.

    Passages that are left out of the digest take no part. Where passages of the same clusters differ, the first rule
    to say so speaks for them all.
    """
    copies = _further_copies(matches)
    asserting = [passage for passage in passages if passage.omit is None and passage.language is None]
    readings = read((passage.source, passage) for passage in asserting if passage.id not in copies)
    group_of = {m.passage: i for i, group in reversed(list(enumerate(groups))) for m in group.members}
    scores = {frozenset((match.a, match.b)): match.score for match in matches}
    found: dict[frozenset[object], Difference] = {}
    telling: dict[str, list[frozenset[object]]] = {}  # passage -> the keys of the differences on whose sides it stands
    bench = Bench(lambda a, b: scores.get(frozenset((a, b)), 0.0))
    by_rules = _findings(readings, bench)
    for finding in map(_of_one_event, chain(by_rules, differing_in_groups(readings, groups))):
        first = [answer.readings[0].passage.id for answer in finding.answers]
        if len(finding.answers) < 2:
            continue  # what differs from one answer may agree with another that agrees with both, or be of two events
        difference = _difference(finding)
        on_sides = [passage for side in difference.sides for passage in side.passages]
        near = {key for passage in on_sides for key in telling.get(passage, ())}
        told = (
            next((key for key in found if key in near and _is_told_by(found[key], difference)), None) if near else None
        )
        if told is None:
            told = frozenset(group_of.get(one, one) for one in first)
            if told in found:
                continue
            found[told] = difference
        else:
            found[told] = _joined(found[told], difference)
        for passage in on_sides:
            telling.setdefault(passage, []).append(told)
    printing: dict[str, list[str]] = {}
    for copy, first_of_all in copies.items():
        printing.setdefault(first_of_all, []).append(copy)
    told_by_words = differing_by_words(passages, matches)
    return (
        (*(_with_copies(difference, printing) for difference in found.values()), *told_by_words),
        tuple(_notices(bench)),
    )


def _of_one_event(finding: Finding) -> Finding:
    """A finding of what both cannot be, without the answers that are given of another event than the first; what is
    denied may lie at any time."""
    if finding.kind is DisagreementKind.STANCE:
        return finding
    given = [reading for answer in finding.answers for reading in answer.readings]
    main = next((one for one in given if one.passage.telling is Telling.MAIN), given[0]).passage
    kept = (replace(one, readings=_alongside(main, one.readings)) for one in finding.answers)
    return replace(finding, answers=tuple(answer for answer in kept if answer.readings))


def _alongside(main: Passage, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if of_one_event(main, reading.passage))


def _notices(bench: Bench) -> Iterator[Notice]:
    for matter, passages in bench.left_out.items():
        if passages:
            first = next(iter(passages.values()))
            message = (
                f"The story tells too much of {matter} to hold all of it against the rest: {len(passages):,} passages "
                "are not looked at for disagreements on it."
            )
            yield Notice("not-compared", message, first.text[:_QUOTED].rstrip())


_QUOTED = 160  # code points of the first passage that is left out


def _further_copies(matches: tuple[Match, ...]) -> dict[str, str]:
    """Passages that print a text which enough others print as well, and the first that does: they add no answer."""
    printing: dict[str, list[str]] = {}
    for match in matches:
        if match.verdict is Verdict.COPY:
            printing.setdefault(match.a, []).append(match.b)
    return {copy: first for first, own in printing.items() for copy in own[MOST_COPIES:]}


def _with_copies(difference: Difference, printing: Mapping[str, Sequence[str]]) -> Difference:
    """The same, with the passages that print the text of one of a side on that side."""
    sides = tuple(
        replace(side, passages=(*side.passages, *(copy for one in side.passages for copy in printing.get(one, ()))))
        for side in difference.sides
    )
    return replace(difference, sides=sides)


def _is_told_by(known: Difference, new: Difference) -> bool:
    """Whether a later rule tells what is known: a claim and what stands against it, one of the two already there."""
    if not (known.kind is new.kind is DisagreementKind.STANCE and len(known.sides) == len(new.sides) == 2):
        return False
    return sum(_meet(a, b) for a in known.sides for b in new.sides) > 0


def _meet(a: Side, b: Side) -> bool:
    return not set(a.passages).isdisjoint(b.passages)


def _joined(known: Difference, new: Difference) -> Difference:
    """What is known, with the new passages on the sides on which they stand."""
    crossed = _meet(known.sides[0], new.sides[1]) or _meet(known.sides[1], new.sides[0])
    added = new.sides[::-1] if crossed else new.sides
    sides = tuple(
        replace(side, passages=tuple(dict.fromkeys((*side.passages, *more.passages))))
        for side, more in zip(known.sides, added, strict=True)
    )
    return replace(known, sides=sides)


_GIVEN = 0.3  # score of passages of two texts that are given as being on one subject: close, not more


def contradicts(a: tuple[Passage, ...], b: tuple[Passage, ...]) -> Difference | None:
    """The first difference between two texts, or None: one answer is given by one alone, another by the other alone."""
    readings = read([("a", passage) for passage in _asserting(a)] + [("b", passage) for passage in _asserting(b)])
    for finding in _findings(readings, Bench(lambda a, b: _GIVEN)):
        given_by = {answer.groups for answer in finding.answers}
        if {frozenset("a"), frozenset("b")} <= given_by:
            return _difference(finding)
    return None


def _asserting(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages that assert something; all of them where none does, as in a headline without a verb."""
    return tuple(passage for passage in passages if passage.omit is None) or passages


def _findings(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(readings, bench)


def _difference(finding: Finding) -> Difference:
    sides = tuple(Side(answer.text, _ids(answer)) for answer in finding.answers)
    return Difference(finding.kind, finding.question, sides, finding.reason)


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.passage.id for reading in answer.readings))
