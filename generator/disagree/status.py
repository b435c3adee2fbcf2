"""Planned in one source, done in another: "is scheduled to visit" against "paid a visit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.comparison.status import succeeds
from generator.disagree.reading import Answer, Bench, Finding, Reading, known_holders, ordered
from generator.disagree.wording import possessive
from generator.language.names import Name, find_names
from generator.language.roles import Holder, body_of, same_person
from generator.language.stems import Word, stem, stems
from generator.language.verbs import Form, lookup
from generator.model import DisagreementKind

_VISITING = stems("visit trip travel tour")
_ENCOUNTER = stems("visit trip travel tour meet meeting talk summit")
# Verbs that carry out what the noun after them names: "paid a visit", "held talks".
_CARRYING_OUT = frozenset(("pay", "hold", "make", "conclude", "finish", "complete", "begin", "end"))
_DUE = frozenset("scheduled due set expected planned slated poised preparing".split())
_INTENDING = frozenset(("plan", "prepare", "intend", "hope", "aim"))
_YET_TO_COME = frozenset("forthcoming upcoming planned scheduled promised future coming".split())
_REACH = 9  # words between a verb and the visit or meeting it speaks of
_PLACE_REACH = 12  # words after "visit" among which its place or partner stands


class _Status(StrEnum):
    PLANNED = "planned"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class _Encounter:
    """A visit or meeting: who goes or takes part (a person), and the state or body they go to or meet."""

    reading: Reading
    person: str
    other: str
    visiting: bool
    status: _Status
    shown: str


def differing_status(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Visits and meetings that some groups announce and others tell as done.

    A group that does both speaks of two occasions or of two times, and is left out.
    """
    people = known_holders(readings, bench)
    found: dict[tuple[str, str], list[_Encounter]] = {}
    for reading in readings:
        for encounter in _encounters(reading, people):
            found.setdefault((encounter.person, encounter.other), []).append(encounter)
    for (person, other), encounters in found.items():
        told = _by_status(encounters)
        if all(told.values()) and not _in_order(told):
            yield _finding(person, other, told)


def _in_order(told: dict[_Status, list[_Encounter]]) -> bool:
    """Whether all who announce it wrote before all who tell it as done."""
    return all(
        succeeds(planned.reading.passage, done.reading.passage)
        for planned in told[_Status.PLANNED]
        for done in told[_Status.HAPPENED]
    )


def _by_status(encounters: Sequence[_Encounter]) -> dict[_Status, list[_Encounter]]:
    groups: dict[str, set[_Status]] = {}
    for encounter in encounters:
        groups.setdefault(encounter.reading.group, set()).add(encounter.status)
    return {
        status: [e for e in encounters if groups[e.reading.group] == {status}]
        for status in (_Status.PLANNED, _Status.HAPPENED)
    }


def _encounters(reading: Reading, people: Sequence[Holder]) -> Iterator[_Encounter]:
    if not any(word.stem in _ENCOUNTER for word in reading.words):
        return
    told = [(i, w, status) for i, w in enumerate(reading.words) if (status := _status_of(reading, i))]
    names = find_names(reading.text) if told else ()
    for i, word, status in told:
        visitor = _visitor(reading, names, word, people)
        other = _other(names, reading.words, i, visitor, people) if visitor else None
        if visitor and other:
            visiting = word.stem in _VISITING
            yield _Encounter(reading, visitor.name, other, visiting, status, _shown(reading, i))


def _status_of(reading: Reading, i: int) -> _Status | None:
    return _status(reading.words, i) if reading.words[i].stem in _ENCOUNTER else None


def _status(words: Sequence[Word], i: int) -> _Status | None:
    """Whether the visit or meeting at word ``i`` is announced or told as done; None where neither is said."""
    before = words[max(0, i - _REACH) : i]
    if _is_announced(words, i, before):
        return _Status.PLANNED
    form = lookup(words[i].folded)
    if form and form.form in (Form.PAST, Form.EITHER) and stem(form.lemma) in _ENCOUNTER:
        return _Status.HAPPENED if not _is_auxiliary(before[-1:]) else None
    if any(_is_past(word, _CARRYING_OUT) for word in before[-_NEAR:]):
        return _Status.HAPPENED
    if any(word.folded == "during" for word in before[-_NEAR:]) and any(_is_past(word, None) for word in words):
        return None if any(word.folded in _DUE or word.folded == "will" for word in words) else _Status.HAPPENED
    return None


_NEAR = 5  # words between "paid" and "visit"


def _is_announced(words: Sequence[Word], i: int, before: Sequence[Word]) -> bool:
    if any(word.folded in _YET_TO_COME for word in before[-2:]):
        return True
    if any(word.folded in ("scheduled", "planned") for word in words[i + 1 : i + 3]):
        return True
    for word, following in pairwise((*before, words[i])):
        form = lookup(word.folded)
        intends = word.folded in _DUE or (form is not None and form.lemma in _INTENDING)
        if intends and following.folded in ("to", "for"):
            return True
    return any(word.folded in ("will", "shall") for word in before[-_NEAR:])


def _is_past(word: Word, lemmas: frozenset[str] | None) -> bool:
    form = lookup(word.folded)
    return form is not None and form.form in (Form.PAST, Form.EITHER) and (lemmas is None or form.lemma in lemmas)


def _is_auxiliary(words: Sequence[Word]) -> bool:
    return any(word.folded in ("be", "to", "not", "never") for word in words)


def _visitor(reading: Reading, names: Sequence[Name], word: Word, people: Sequence[Holder]) -> Holder | None:
    """Who visits or meets: the known person named last before, else the subject, else the first named after."""
    before = [name.surface for name in names if name.end <= word.start]
    after = [name.surface for name in names if name.start >= word.end]
    subject = [
        known
        for known in (reading.passage.antecedent and reading.passage.antecedent.name, reading.passage.subject)
        if known
    ]
    for surface in (*reversed(before), *subject, *after):
        person = _person(surface, people)
        if person:
            return person
    return None


def _person(surface: str, people: Sequence[Holder]) -> Holder | None:
    if body_of(surface):
        return None
    return next((person for person in people if same_person(person.name, surface)), None)


def _other(
    names: Sequence[Name], words: Sequence[Word], i: int, visitor: Holder, people: Sequence[Holder]
) -> str | None:
    """The state or body visited or met: the first one named after the word that is not the visitor's own."""
    until = words[min(len(words) - 1, i + _PLACE_REACH)].end
    for name in names:
        if not words[i].end <= name.start < until:
            continue
        person = _person(name.surface, people)
        body = person.body if person else body_of(name.canonical)
        if body and body != visitor.body:
            return body
    return None


def _shown(reading: Reading, i: int) -> str:
    words = reading.words
    return reading.text[words[max(0, i - _NEAR)].start : words[min(len(words) - 1, i + _NEAR)].end]


def _finding(person: str, other: str, told: dict[_Status, list[_Encounter]]) -> Finding:
    visiting = any(encounter.visiting for encounters in told.values() for encounter in encounters)
    occasion = f"visit to {other}" if visiting else f"meeting with {other}"
    answers = (
        Answer("It has taken place", _readings(told[_Status.HAPPENED])),
        Answer("It is planned", _readings(told[_Status.PLANNED])),
    )
    shown = " against ".join(f"“{encounters[0].shown}”" for encounters in told.values())
    return Finding(
        DisagreementKind.STATUS,
        f"Has {possessive(person)} {occasion} taken place?",
        ordered(answers),
        f"planned against happened, of the same person and place: {shown}",
    )


def _readings(encounters: Sequence[_Encounter]) -> tuple[Reading, ...]:
    return tuple({encounter.reading.passage.id: encounter.reading for encounter in encounters}.values())
