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
from generator.language.ahead import dates_saying
from generator.language.calendar import WEEKDAY, YEAR
from generator.language.dates import DateMention, Precision, find_dates
from generator.language.kin import sense_at
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
    for told_of in deeds.values():
        groups = [reading.group for reading, _ in told_of]
        days = {match.group(1) for _, match in told_of}
        if len(days) == 2 and len(groups) == len(set(groups)) and _meet(told_of):
            yield _of_weekdays(told_of)


_EMPTY = frozenset("be have do make take get go come say tell see meet hold begin end call ask think know".split())


def _on_weekday(reading: Reading) -> tuple[str, re.Match[str]] | None:
    """The sense of a passage's verb and the weekday, where it names one alone, right behind the verb's clause."""
    passage = reading.passage
    found = list(WEEKDAY.finditer(reading.text))
    if passage.verb is None or passage.verb in _EMPTY or passage.planned or passage.negated or len(found) != 1:
        return None
    match = found[0]
    before = reading.text[: match.start()].split()[-1:]
    if before != ["on"] or dates_saying(reading.text, *match.span()):
        return None
    deed = sense_at(reading.words, passage.verb)
    return None if deed is None or not deed.startswith("=") else (deed, match)


def _meet(told: Sequence[Deed]) -> bool:
    """Whether those who give one day share an actor with those who give the other."""
    first = told[0][1].group(1)
    one = {actor for reading, match in told if match.group(1) == first for actor in reading.passage.actors}
    return any(one & set(reading.passage.actors) for reading, match in told if match.group(1) != first)


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
