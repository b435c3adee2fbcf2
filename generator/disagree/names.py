"""One office, two names: "his counterpart, Ri Son Gwon" against "North Korea's foreign minister, Choe Son Hui"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.disagree.reading import HOLDERS, Answer, Bench, Finding, Reading, known_holders, ordered
from generator.disagree.wording import possessive
from generator.language.roles import UNNAMED_BODY, Holder, find_holders, same_person, speaks_of_counterpart
from generator.model import DisagreementKind

Mention = tuple[Reading, Holder]
_EARLIER = re.compile(r"\b(?:1[0-9]|20)\d\d\b|\bthen\b|\bat the time\b")


def differing_names(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Offices to which different groups give different names, where no group gives both.

    A text that names two holders of one office tells of two times, and so may be right about both.
    """
    known = known_holders(readings, bench)
    if not known:
        return
    offices: dict[tuple[str, str], list[Mention]] = {}
    for reading in readings:
        holders = _with_counterparts(reading, readings, known)
        if holders and not _EARLIER.search(reading.text):
            for holder in holders:
                offices.setdefault((holder.office, holder.body), []).append((reading, holder))
    for (office, body), mentions in offices.items():
        if body == UNNAMED_BODY:
            named = [key for key in offices if key[0] == office and key[1] != UNNAMED_BODY]
            rivals = (
                _people(_few([*mentions, *(m for key in named for m in offices[key])], bench)) if len(named) < 2 else []
            )
            if len(rivals) == 2 and _are_strangers(rivals) and _of_one_body(rivals, readings):
                yield _finding(office, named[0][1] if named else body, rivals)
            continue
        people = _people(_few(mentions, bench))
        if len(people) > 1 and _are_strangers(people) and _share_matter(people, body, readings):
            yield _finding(office, body, people)


def _few(mentions: Sequence[Mention], bench: Bench) -> list[Mention]:
    return bench.few(mentions, lambda mention: mention[0], HOLDERS)


def _with_counterparts(reading: Reading, readings: Sequence[Reading], known: Sequence[Holder]) -> Sequence[Holder]:
    """The holders of a passage; "his counterpart" may be that of somebody in the passage before."""
    if not speaks_of_counterpart(reading.text):
        return reading.holders
    found = find_holders(reading.text, known)
    before = readings[reading.order - 1] if reading.order else None
    if found or before is None or before.group != reading.group:
        return found
    lead = len(before.text) + 1
    both = find_holders(f"{before.text} {reading.text}", known)
    return tuple(h._replace(start=h.start - lead, end=h.end - lead) for h in both if h.start >= lead)


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


def _are_strangers(people: Sequence[Sequence[Mention]]) -> bool:
    """Whether the names are surely different people, and no group names two of them."""
    for a, b in combinations(people, 2):
        if any(same_person(left.name, right.name) is not False for _, left in a for _, right in b):
            return False
        if {reading.group for reading, _ in a} & {reading.group for reading, _ in b}:
            return False
    return True


_NEARBY = 6  # passages back in which the body of "its chief executive" was named


def _of_one_body(people: Sequence[Sequence[Mention]], readings: Sequence[Reading]) -> bool:
    """Whether those who name two holders of "its" office spoke of one and the same actor just before."""
    near = [frozenset().union(*(_spoken_of(reading, readings, _NEARBY) for reading, _ in person)) for person in people]
    return bool(frozenset.intersection(*near))


def _spoken_of(reading: Reading, readings: Sequence[Reading], back: int) -> frozenset[str]:
    """The actors of a passage and of so many before it in its group."""
    before = readings[max(0, reading.order - back) : reading.order + 1]
    return frozenset(actor for other in before if other.group == reading.group for actor in other.passage.actors)


def _share_matter(people: Sequence[Sequence[Mention]], body: str, readings: Sequence[Reading]) -> bool:
    """Whether what is said of any two holders names a further actor in common, besides their body and themselves."""
    return all(
        any(_share_actor(left, right, body, readings) for left in a for right in b) for a, b in combinations(people, 2)
    )


def _share_actor(a: Mention, b: Mention, body: str, readings: Sequence[Reading]) -> bool:
    common = _spoken_of(a[0], readings, 1) & _spoken_of(b[0], readings, 1) - {body}
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
    told = (_OWNER.search(f"{reading.text} ") for person in people for reading, _ in person)
    owner = next((found[1].lower() for found in told if found and office in found[2]), "the")
    whose = owner if not body else f"the {body}" if body.endswith(_OF_A_PEOPLE) else possessive(body)
    return Finding(
        DisagreementKind.NAME,
        f"Who is {whose} {office}?",
        ordered(answers),
        f"one office, different names: {shown}",
    )


_OWNER = re.compile(r"\b([Tt]he [a-z-]+(?:'s|’s)) ([a-z -]+)")  # "the company's director general"
_OF_A_PEOPLE = ("ian", "ish", "ese")  # of an adjective that stands for no state that is known: "Tervanian"
