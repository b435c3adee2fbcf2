"""One deed, two days: "freed on Tuesday" against "let go on Wednesday", "opened on 3 March" against "on 5 March".

A day is held against another only where it dates one deed, of which each source tells once. A weekday is never held
against a date: it is relative to a day of writing, and what a page gives as that is often the day of capture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.disagree.reading import Answer, Bench, Finding, Reading, ordered
from generator.disagree.wording import ask_in_place, which_is_right
from generator.language.ahead import dates_saying
from generator.language.calendar import WEEKDAY, YEAR
from generator.language.dates import Precision, find_dates
from generator.language.kin import sense_at
from generator.model import DisagreementKind

# A day without a year is read in one and the same year for every passage, so that only day and month are compared.
_ANCHOR = date(2000, 7, 1)


class _Day(NamedTuple):
    """A day in a passage: ``reading.text[start:end]``; ``value`` is the same however it is written."""

    reading: Reading
    value: str | tuple[date, date]
    start: int
    end: int


def differing_dates(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Deeds in the past of which every source tells once, with a day, and not with the same one."""
    deeds: dict[tuple[str, bool], list[_Day]] = {}
    for reading in readings:
        deed, day = _deed(reading), _only_day(reading)
        if deed and day:
            deeds.setdefault((deed, isinstance(day.value, str)), []).append(day)
    for told in deeds.values():
        groups = {day.reading.group for day in told}
        if len({day.value for day in told}) == 2 and len(groups) == len(told) and _meet(told):
            yield _finding(told)


_EMPTY = frozenset("be have do make take get go come say tell see meet hold begin end call ask think know".split())


def _deed(reading: Reading) -> str | None:
    """The sense of a passage's verb, where it is one that other words tell as well."""
    passage = reading.passage
    if passage.verb is None or passage.verb in _EMPTY or passage.planned or passage.negated:
        return None
    deed = sense_at(reading.words, passage.verb)
    return deed if deed is not None and deed.startswith("=") else None


def _only_day(reading: Reading) -> _Day | None:
    """The one weekday that a passage names, else its one date, behind "on" and not that of the saying."""
    found = [_Day(reading, match.group(), *match.span()) for match in WEEKDAY.finditer(reading.text)]
    if not found and any(word.capital and word.folded in YEAR for word in reading.words):
        found = [
            _Day(reading, (mention.first, mention.last), mention.start, mention.end)
            for mention in find_dates(reading.text, _ANCHOR)
            if mention.precision is Precision.DAY
        ]
    if len(found) != 1 or reading.text[: found[0].start].split()[-1:] != ["on"]:
        return None
    return None if dates_saying(reading.text, found[0].start, found[0].end) else found[0]


def _meet(told: Sequence[_Day]) -> bool:
    """Whether those who give one day share an actor with those who give the other."""
    one = {actor for day in told if day.value == told[0].value for actor in day.reading.passage.actors}
    return any(one & set(day.reading.passage.actors) for day in told if day.value != told[0].value)


def _finding(told: Sequence[_Day]) -> Finding:
    days: dict[object, list[_Day]] = {}
    for day in told:
        days.setdefault(day.value, []).append(day)
    answers = [
        Answer(same[0].reading.passage.shown(same[0].start, same[0].end), tuple(day.reading for day in same))
        for same in days.values()
    ]
    return Finding(
        DisagreementKind.DATE,
        _asked(told[0]),
        ordered(answers),
        f"one deed, different days: {' / '.join(answer.text for answer in answers)}",
    )


def _asked(day: _Day) -> str:
    reading = day.reading
    if reading.foreign:
        return which_is_right("day", reading.printed, *reading.passage.behind(day.start, day.end))
    return ask_in_place(reading.text, day.start, day.end, "which day")
