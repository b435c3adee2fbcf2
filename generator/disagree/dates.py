"""One event, two dates: "opened on 3 March" against "opened on 5 March", "freed on Tuesday", "let go on Wednesday".

Dates that the passages write out are compared as such. A weekday is held against another only where it dates one deed,
of which each source tells once: it is relative to a day of writing, and what a page gives as that is often the day of
capture. "In October" is not held against anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from generator.disagree.asking import ask_of_day
from generator.disagree.reading import (
    Answer,
    Bench,
    Finding,
    Reading,
    claims_asked,
    compares,
    ordered,
    tell_the_same,
)
from generator.language.ahead import dated_deed
from generator.language.calendar import WEEKDAY, YEAR
from generator.language.dates import DateMention, Precision, find_dates
from generator.language.figures import differ, named_value, read_figures
from generator.language.kin import sense, sense_at
from generator.language.stems import stem
from generator.model import DisagreementKind

_LEAST_SHARED = 3
# A day without a year is read in one and the same year for every passage, so that only day and month are compared.
_ANCHOR = date(2000, 7, 1)

Dated = tuple[Reading, DateMention]


def differing_dates(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Days that passages of different groups, otherwise telling the same, give for one event."""
    dated = [(reading, mention) for reading in readings if (mention := _only_day(reading))]
    single = claims_asked(readings)
    against: dict[int, list[Dated]] = {}
    for a, b in _of_one_actor(dated, bench):
        if a[0].group != b[0].group and not _overlap(a[1], b[1]) and _tell_the_same(a, b, single):
            against.setdefault(a[0].order, [a]).append(b)
    for same_event in against.values():
        yield _finding(same_event)
    yield from _differing_weekdays(readings)


Deed = tuple[Reading, re.Match[str]]


def _differing_weekdays(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Deeds in the past of which every source tells once, with a weekday, and not with the same one."""
    deeds: dict[str, list[Deed]] = {}
    for reading in readings:
        told = _on_weekday(reading)
        if told is not None:
            deeds.setdefault(told[0], []).append((reading, told[1]))
    for deed, told_of in deeds.items():
        groups = [reading.group for reading, _ in told_of]
        days = {match.group(1) for _, match in told_of}
        if len(days) == 2 and len(groups) == len(set(groups)) and _meet(deed, told_of):
            yield _of_weekdays(told_of)


_EMPTY = frozenset("be have do make take get go come say tell see meet hold begin end call ask think know".split())


def _on_weekday(reading: Reading) -> tuple[str, re.Match[str]] | None:
    """The sense of what was done on the one weekday that a passage names, and that weekday; None where it is planned,
    denied or the day is not that of a deed."""
    found = list(WEEKDAY.finditer(reading.text))
    if reading.passage.planned or reading.passage.negated or len(found) != 1:
        return None
    match = found[0]
    lemma = dated_deed(reading.text, *match.span())
    if lemma in _EMPTY:
        lemma = reading.passage.verb  # "let them go on Wednesday"
    if lemma is None or lemma in _EMPTY:
        return None
    return sense_at(reading.words, lemma) or sense(stem(lemma)), match  # "sank" has not the stem of its lemma


def _meet(deed: str, told: Sequence[Deed]) -> bool:
    """Whether those who give one day tell so much the same as those who give the other that it is one event."""
    return any(
        one[1].group(1) != other[1].group(1) and _tell_one_deed(deed, one[0], other[0])
        for one, other in combinations(told, 2)
    )


def _tell_one_deed(deed: str, a: Reading, b: Reading) -> bool:
    """Whether two passages share an actor where other words may stand for the deed as well, else words enough; and
    neither counts others than the other does, or tells of another one."""
    if any(word.folded in _FURTHER for word in (*a.words, *b.words)):
        return False
    one, other = (tuple(map(named_value, read_figures(each.text))) for each in (a, b))
    alike = [(x, y) for x in one for y in other if x.kind == y.kind and x.role == y.role]
    if alike and all(differ(x, y) for x, y in alike):
        return False
    if deed.startswith("="):
        return not set(a.passage.actors).isdisjoint(b.passage.actors)
    return len((a.senses & b.senses) - {deed}) >= _LEAST_SHARED


_FURTHER = frozenset("another again second".split())


def _of_weekdays(told: Sequence[Deed]) -> Finding:
    answers = [
        Answer(day, tuple(reading for reading, match in told if match.group(1) == day))
        for day in dict.fromkeys(match.group(1) for _, match in told)
    ]
    reading, match = told[0]
    return Finding(
        DisagreementKind.DATE,
        ask_of_day(reading, *match.span()),
        ordered(answers),
        f"one deed, different days: {' / '.join(answer.text for answer in answers)}",
    )


def _of_one_actor(dated: Sequence[Dated], bench: Bench) -> list[tuple[Dated, Dated]]:
    """Pairs that name an actor in common, in the order of the story."""
    naming: dict[str, list[int]] = {}
    for place, (reading, _) in enumerate(dated):
        for actor in set(reading.passage.actors):
            naming.setdefault(actor, []).append(place)
    few_of_each = (bench.few(places, lambda place: dated[place][0], "days") for places in naming.values())
    pairs = {pair for places in few_of_each for pair in combinations(places, 2)}
    return [(dated[i], dated[j]) for i, j in sorted(pairs)]


def _only_day(reading: Reading) -> DateMention | None:
    """The one day that a passage names; None where it names none or several, compares times, or has no verb."""
    if (
        reading.passage.verb is None
        or not any(word.capital and word.folded in YEAR for word in reading.words)
        or compares(reading)
    ):
        return None
    days = [mention for mention in find_dates(reading.text, _ANCHOR) if _is_written_out(reading, mention)]
    return days[0] if len(days) == 1 and days[0].precision is Precision.DAY else None


def _is_written_out(reading: Reading, mention: DateMention) -> bool:
    return any(char.isdigit() for char in reading.text[mention.start : mention.end])


def _overlap(a: DateMention, b: DateMention) -> bool:
    return a.first <= b.last and b.first <= a.last


def _tell_the_same(a: Dated, b: Dated, single: frozenset[str]) -> bool:
    if set(a[0].passage.actors).isdisjoint(b[0].passage.actors) or _plain(a[0]).isdisjoint(_plain(b[0])):
        return False
    return tell_the_same(a[0], b[0], _matter(a), _matter(b), single, _LEAST_SHARED)


def _plain(reading: Reading) -> frozenset[str]:
    """Words that are no names: without one in common, two passages share an actor and no event."""
    return frozenset(word.stem for word in reading.words if word.is_content and not word.capital)


def _matter(dated: Dated) -> frozenset[str]:
    reading, mention = dated
    return frozenset(
        word.stem for word in reading.words if word.is_content and not mention.start <= word.start < mention.end
    )


def _finding(same_event: Sequence[Dated]) -> Finding:
    days: dict[tuple[date, date], list[Dated]] = {}
    for reading, mention in same_event:
        days.setdefault((mention.first, mention.last), []).append((reading, mention))
    answers = [Answer(_shown(same[0]), tuple(reading for reading, _ in same)) for same in days.values()]
    shown = " / ".join(f"“{answer.text}”" for answer in answers)
    reading, mention = same_event[0]
    return Finding(
        DisagreementKind.DATE,
        ask_of_day(reading, mention.start, mention.end),
        ordered(answers),
        f"one event, different days: {shown}",
    )


def _shown(dated: Dated) -> str:
    reading, mention = dated
    return reading.passage.shown(mention.start, mention.end)
