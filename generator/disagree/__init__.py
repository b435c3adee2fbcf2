"""Passages and clusters -> the questions on which passages differ, each with the answers given.

The rules are the list ``RULES``, in the order in which they speak; a passage pair that one has taken up is not taken up
again. Every rule prefers silence: a false alarm costs the reader's trust in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.disagree.denials import denied_claims
from generator.disagree.names import differing_names
from generator.disagree.numbers import differing_numbers
from generator.disagree.opposites import opposed_statements
from generator.disagree.reading import Answer, Finding, Reading, Rule, read
from generator.disagree.refutations import refuted_claims
from generator.disagree.status import differing_status
from generator.model import Clustering, Difference, Passage, Side

RULES: tuple[Rule, ...] = (
    differing_names,
    denied_claims,
    differing_status,
    differing_numbers,
    opposed_statements,
    refuted_claims,
)

__all__ = ["RULES", "contradicts", "find_differences"]


def find_differences(passages: tuple[Passage, ...], clustering: Clustering) -> tuple[Difference, ...]:
    """The questions on which the passages of a story differ, in the order of the rules, then of the story.

    Passages that are left out of the digest take no part. The other members of a passage's cluster say what it says,
    and so stand on its side.
    """
    readings = read((passage.source, passage) for passage in passages if passage.omit is None)
    same = {member: cluster.members for cluster in clustering.clusters for member in cluster.members}
    known = {reading.passage.id: reading for reading in readings}
    found: list[Difference] = []
    taken: set[frozenset[str]] = set()
    for finding in _findings(readings):
        pair = frozenset(answer.readings[0].passage.id for answer in finding.answers)
        if pair not in taken:
            taken.add(pair)
            found.append(_difference(finding, same, known))
    return tuple(found)


def contradicts(a: tuple[Passage, ...], b: tuple[Passage, ...]) -> Difference | None:
    """The first difference between two texts, or None: some answer is given by one alone, another by the other alone."""
    readings = read([("a", passage) for passage in a] + [("b", passage) for passage in b])
    for finding in _findings(readings):
        given_by = {answer.groups for answer in finding.answers}
        if {frozenset("a"), frozenset("b")} <= given_by:
            return _difference(finding, {}, {})
    return None


def _findings(readings: Sequence[Reading]) -> Iterable[Finding]:
    for rule in RULES:
        yield from rule(readings)


def _difference(finding: Finding, same: dict[str, tuple[str, ...]], known: dict[str, Reading]) -> Difference:
    given = [{reading.passage.id for reading in answer.readings} for answer in finding.answers]
    sides = tuple(
        _side(answer, same, known, set().union(*(ids for j, ids in enumerate(given) if j != i)))
        for i, answer in enumerate(finding.answers)
    )
    return Difference(finding.kind, finding.question, sides, finding.reason)


def _side(answer: Answer, same: dict[str, tuple[str, ...]], known: dict[str, Reading], elsewhere: set[str]) -> Side:
    """An answer with the passages that give it, those of their clusters after them, none of another side's."""
    own = [reading.passage.id for reading in answer.readings]
    alike = [member for one in own for member in same.get(one, ()) if member in known and member not in elsewhere]
    return Side(answer.text, tuple(dict.fromkeys(own + alike)))
