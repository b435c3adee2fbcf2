"""One office, two names: "his counterpart, Ri Son Gwon" against "North Korea's foreign minister, Choe Son Hui"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.disagree.reading import Answer, Finding, Reading, ordered
from generator.language.roles import Holder, find_holders, same_person, speaks_of_counterpart
from generator.model import DisagreementKind

Mention = tuple[Reading, Holder]
_EARLIER = re.compile(r"\b(?:1[0-9]|20)\d\d\b|\bthen\b|\bat the time\b")


def differing_names(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Offices to which different groups give different names, where no group gives both.

    A text that names two holders of one office tells of two times, and so may be right about both.
    """
    known = tuple(holder for reading in readings for holder in reading.holders)
    if not known:
        return
    offices: dict[tuple[str, str], list[Mention]] = {}
    for reading in readings:
        holders = find_holders(reading.text, known) if speaks_of_counterpart(reading.text) else reading.holders
        if holders and not _EARLIER.search(reading.text):
            for holder in holders:
                offices.setdefault((holder.office, holder.body), []).append((reading, holder))
    for (office, body), mentions in offices.items():
        people = _people(mentions)
        if len(people) > 1 and _are_rivals(people, body):
            yield _finding(office, body, people)


def _people(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions grouped by the person they name, in order of appearance."""
    people: list[list[Mention]] = []
    for mention in mentions:
        for person in people:
            if any(same_person(mention[1].name, other.name) for _, other in person):
                person.append(mention)
                break
        else:
            people.append([mention])
    return people


def _are_rivals(people: Sequence[Sequence[Mention]], body: str) -> bool:
    """Whether the names are surely different people, from different groups, in passages that speak of one matter."""
    for a, b in combinations(people, 2):
        if any(same_person(left.name, right.name) is not False for _, left in a for _, right in b):
            return False
        if {reading.group for reading, _ in a} & {reading.group for reading, _ in b}:
            return False
        if not any(_share_matter(left, right, body) for left in a for right in b):
            return False
    return True


def _share_matter(a: Mention, b: Mention, body: str) -> bool:
    """Whether two passages name a further actor in common, besides the office's body and its holders."""
    common = set(a[0].passage.actors) & set(b[0].passage.actors) - {body}
    return any(
        same_person(actor, a[1].name) is not True and same_person(actor, b[1].name) is not True
        for actor in sorted(common)
    )


def _finding(office: str, body: str, people: Sequence[Sequence[Mention]]) -> Finding:
    answers = []
    for person in people:
        name = max((holder.name for _, holder in person), key=len)
        readings = tuple({reading.passage.id: reading for reading, _ in person}.values())
        answers.append(Answer(name, readings))
    shown = "; ".join(person[0][1].how for person in people)
    return Finding(
        DisagreementKind.NAME,
        f"Who is {_possessive(body)} {office}?",
        ordered(answers),
        f"one office, different names: {shown}",
    )


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
