"""Announced in one source, done in another, of any act: "will close the plant" against "closed the plant".

Visits and meetings, which are told in many words, have a rule of their own (``status``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.comparison.status import succeeds
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
from generator.disagree.wording import shorten
from generator.language.quotations import without_marks
from generator.language.verbs import Form, lookup
from generator.model import DisagreementKind

_DUE = frozenset("scheduled due set expected planned slated poised plans planning intends".split())
_WILL = frozenset(("will", "shall"))
# Verbs that carry no act of their own, or one that can be announced after it was done.
_EMPTY = frozenset(
    """be have do make take go get come say tell continue remain keep hold begin start seek help need want try work use
    provide play show give see become know think call ask meet visit travel""".split()
)
_REACH = 2  # words between "will" and its verb: "will now officially close"
_LEAST_SHARED = 3

_MATTER = "what is announced and what is done"

Act = tuple[Reading, str, str]  # who tells it, the verb's lemma, and "planned" or "done"


def announced_and_done(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Acts of one actor that some groups announce and others tell as done.

    A group that tells the act both ways speaks of two acts or of two times, and is left out.
    """
    acts: dict[tuple[str, str], list[Act]] = {}
    for reading in readings:
        subject = reading.passage.subject
        act = None if subject is None or reading.negates or compares(reading) else _act(reading)
        if subject and act:
            acts.setdefault((subject, act[1]), []).append(act)
    single = claims_asked(readings)
    for (subject, verb), told in acts.items():
        both = _telling_both(told)
        one_way = [act for act in told if act[0].group not in both]
        if len({when for _, _, when in one_way}) < 2:
            continue
        one_way = bench.few(one_way, lambda act: act[0], _MATTER)
        pairs = [(a, b) for a, b in combinations(one_way, 2) if _differ(a, b, single)]
        if pairs:
            yield _finding(subject, verb, pairs)


def _act(reading: Reading) -> Act | None:
    """The act that a passage announces, else the one that its main verb tells as done."""
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if form is None or form.form is not Form.BASE or form.lemma in _EMPTY:
            continue
        before = [w.folded for w in reading.words[max(0, i - 1 - _REACH) : i]]
        if not _WILL.isdisjoint(before) or (before[-1:] == ["to"] and not _DUE.isdisjoint(before)):
            return reading, form.lemma, "planned"
    verb = reading.passage.verb
    if verb is None or verb in _EMPTY or reading.passage.planned:
        return None
    done = any((form := lookup(w.folded)) and form.lemma == verb and _is_past(form.form) for w in reading.words)
    return (reading, verb, "done") if done else None


def _is_past(form: Form) -> bool:
    return form in (Form.PAST, Form.EITHER)


def _differ(a: Act, b: Act, single: frozenset[str]) -> bool:
    planned, done = (a, b) if a[2] == "planned" else (b, a)
    if succeeds(planned[0].passage, done[0].passage):
        return False
    if a[2] == b[2] or a[0].group == b[0].group:
        return False
    verb = {a[1]}
    return tell_the_same(a[0], b[0], a[0].content - _DUE - verb, b[0].content - _DUE - verb, single, _LEAST_SHARED)


def _in_marks(reading: Reading) -> str:
    """A passage, in marks where it is in another language."""
    return f"“{without_marks(shorten(reading.printed))}”" if reading.foreign else shorten(reading.text)


def _telling_both(told: Sequence[Act]) -> frozenset[str]:
    """The groups that tell an act both ways."""
    done, planned = ({act[0].group for act in told if act[2] == status} for status in ("done", "planned"))
    return frozenset(done & planned)


def _finding(subject: str, verb: str, pairs: Sequence[tuple[Act, Act]]) -> Finding:
    acts = [act for pair in pairs for act in pair]
    answers = []
    for status, text in (("done", "It has happened"), ("planned", "It is planned")):
        readings = tuple({act[0].passage.id: act[0] for act in acts if act[2] == status}.values())
        answers.append(Answer(text, readings))
    return Finding(
        DisagreementKind.STATUS,
        f"Has this happened yet: {_in_marks(answers[0].readings[0])}?",
        ordered(answers),
        f"planned against happened, of the same actor and act: {subject}, {verb}",
    )
