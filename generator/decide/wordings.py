"""The editor's own words: what cited passages do not carry is named, and the summary becomes claims like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.cite import Places, nearest
from generator.decide.anchoring import Anchors
from generator.errors import InputError
from generator.groups import UNATTRIBUTED, group_of
from generator.language.printable import printable
from generator.lock import Quoted, misquoted, unfounded
from generator.markdown import Footnote, parse
from generator.model import (
    Difference,
    Document,
    Group,
    Lost,
    Member,
    Passage,
    Quote,
    Role,
    Rulings,
    Story,
    Verb,
)

_DOUBLE_MARK = re.compile('[“”„«»"]')
_CITED = "cited by the editor"
_COUNTED = (Role.LEAD, Role.SUPPORT)
_UNCITED = "a sentence without a footnote: "


def check_wordings(
    story: Story,
    rulings: Rulings,
    documents: tuple[Document, ...],
    passages: tuple[Passage, ...],
    groups: tuple[Group, ...],
    lost: Sequence[Lost] = (),
) -> tuple[Rulings, tuple[Group, ...]]:
    """The rulings with what of the editor's words no cited passage says, and with ``lost`` decisions besides; and the
    groups, followed by one for each sentence of his summary.

    Raises InputError where a wording or an answer of decisions.yaml quotes what none of these has.
    A wording is held against the passages that its claim counts, a sentence of his text and of his summary against
    those that its footnotes quote.
    """
    desk = _Desk(story, documents, passages, groups)
    told = desk.summary()
    written = (*desk.body(), *told)
    findings = (*rulings.unfounded, *desk.unattributed(), *desk.wordings(rulings), *desk.unfounded(written))
    uncited = tuple(f"{one.where}: {_UNCITED}{one.text!r}" for one in written if not one.notes)
    absent = tuple(desk.lost(note) for one in told for note in one.notes if not desk.cited((note,)))
    ruled = replace(rulings, unfounded=findings, uncited=uncited, lost=(*rulings.lost, *lost, *absent))
    return ruled, (*groups, *desk.groups(told))


@dataclass(frozen=True, slots=True)
class _Written:
    """A sentence of the editor's with its footnotes; ``where`` is its file and line."""

    text: str
    notes: tuple[Footnote, ...]
    where: str


class _Desk:
    """What the editor's words are held against."""

    def __init__(
        self,
        story: Story,
        documents: tuple[Document, ...],
        passages: tuple[Passage, ...],
        groups: tuple[Group, ...],
    ) -> None:
        self._story = story
        self._documents = {document.source.id: document for document in documents}
        self._known = {passage.id: passage for passage in passages}
        self._passages = passages
        self._groups = groups

    def wordings(self, rulings: Rulings) -> Iterator[str]:
        """What claims say in the editor's words and none of the passages that they count says."""
        for ruled in rulings.wordings:
            place = group_of(self._groups, ruled.passage)
            if place is None:
                continue
            counted = [self._known[one.passage] for one in self._groups[place].members if one.role in _COUNTED]
            self._refuse_misquoted(ruled.value, counted, ruled.line)
            for finding in self._held(ruled.value, counted):
                yield f"{self._story.decisions_path}:{ruled.line}: {ruled.value!r}: {finding}"
        for difference in rulings.differences:
            line = self._asked_in(difference)
            for side in difference.sides:
                holding = [self._known[one] for one in side.passages]
                self._refuse_misquoted(side.text, holding, line)
                for finding in self._held(side.text, holding, answer=True):
                    yield f"{self._story.decisions_path}:{line}: {side.text!r}: {finding}"

    def _refuse_misquoted(self, wording: str, cited: Sequence[Passage], line: int) -> None:
        """Raise InputError where a wording puts into double marks what it does not cite: no draft prints that."""
        if _DOUBLE_MARK.search(wording) is None:
            return
        for finding in misquoted(wording, [self._quoted(passage, bare=True) for passage in cited]):
            remedy = "quote words of what it cites, or say it without marks"
            raise InputError(self._story.decisions_path, f"{wording!r}: {finding}", remedy, line)

    def unattributed(self) -> Iterator[str]:
        """What is not counted though an editor joins it to a claim: somebody says it, and the claim names nobody."""
        for group in self._groups:
            for member in group.members:
                if member.reason == UNATTRIBUTED:
                    line = self._joined_by(member.passage)
                    text = printable(self._known[member.passage].text)
                    where = f"{self._story.decisions_path}:{line}"
                    yield f"{where}: {text!r} is not counted: {UNATTRIBUTED}; word the claim, or lead it with these"

    def _asked_in(self, difference: Difference) -> int:
        """The line of the decision that a difference is of."""
        answers = [side.text for side in difference.sides]
        return next(
            one.line
            for one in self._story.decisions
            if one.value == difference.question and [answer.text for answer in one.answers] == answers
        )

    def _joined_by(self, passage: str) -> int:
        """The line of the first decision that joins a passage to others."""
        anchors = Anchors(tuple(self._documents.values()), self._passages, self._story.decisions_path)
        for decision in self._story.decisions:
            quotes = decision.quotes if decision.verb in (Verb.SAME, Verb.ALSO, Verb.BY, Verb.LEAD) else ()
            if any(one.id == passage for quote in quotes for one in anchors.find(quote, decision.line)):
                return decision.line
        return 1

    def body(self) -> tuple[_Written, ...]:
        """The sentences of the editor's text."""
        story = self._story
        parsed = parse(story.body)
        notes = tuple(parsed.footnotes())
        return tuple(
            _Written(
                said.text, tuple(notes[one] for one in said.footnotes), f"{story.path}:{story.body_line + said.line}"
            )
            for said in parsed.sentences()
        )

    def summary(self) -> tuple[_Written, ...]:
        """The sentences of the editor's summary, whose footnotes are defined in his text."""
        summary = self._story.summary
        if summary is None:
            return ()
        parsed = parse(f"{summary.markdown}\n\n{self._story.body}")
        notes = tuple(parsed.footnotes())
        own = takewhile(lambda said: said.line == 0, parsed.sentences())  # a summary is one line
        where = f"{self._story.path}:{summary.line}"
        return tuple(_Written(said.text, tuple(notes[one] for one in said.footnotes), where) for said in own)

    def unfounded(self, written: Iterable[_Written]) -> Iterator[str]:
        """What sentences say and none of the passages that they cite says."""
        for one in written:
            passages = self.cited(one.notes)
            if passages:
                yield from (f"{one.where}: {one.text!r}: {finding}" for finding in self._held(one.text, passages))

    def groups(self, told: Iterable[_Written]) -> Iterator[Group]:
        """A group for each sentence of the summary that cites a passage, which it words."""
        citing = ((one, [passage.id for passage in self.cited(one.notes)]) for one in told)
        for place, (one, (lead, *others)) in enumerate(((one, ids) for one, ids in citing if ids), start=1):
            supports = (Member(other, Role.SUPPORT, _CITED) for other in others)
            yield Group((Member(lead, Role.LEAD, _CITED), *supports), lead, wording=one.text, told=place)

    def lost(self, note: Footnote) -> Lost:
        """A footnote of the summary of which the quote is not to be found."""
        source, words = note.cited or ("?", note.words or note.label or "")
        own = [one.text for one in self._passages if one.source == source]
        near = nearest(words, own or [one.text for one in self._passages])
        line = self._story.summary.line if self._story.summary else 1
        return Lost(self._story.path, line, "footnote", Quote(source, words), near, holds=True)

    def cited(self, notes: Iterable[Footnote]) -> tuple[Passage, ...]:
        """The passages that the quotes of footnotes touch, each once; () where their sources do not say them."""
        return tuple({one.id: one for note in notes for one in self._touched(note)}.values())

    def _touched(self, note: Footnote) -> Iterator[Passage]:
        source, quote = note.cited or ("", "")
        document = self._documents.get(source)
        span = next(Places(document.text).of(quote), None) if document else None
        if span is not None:
            start, end = span
            yield from (one for one in self._passages if one.source == source and one.start < end and start < one.end)

    def _held(self, wording: str, cited: Sequence[Passage], *, answer: bool = False) -> tuple[str, ...]:
        quotes = tuple(self._quoted(passage, bare=answer) for passage in cited)
        return unfounded(wording, quotes)

    def _quoted(self, passage: Passage, *, bare: bool) -> Quoted:
        """A passage as what it is held against; ``bare``: an answer need not name who gives it."""
        antecedents = [one.name for one in (passage.antecedent, passage.says) if one is not None]
        known = (passage.subject, passage.speaker_actor)
        return Quoted(
            text=printable(passage.text),
            speaker=None if bare else passage.speaker,
            names=tuple(dict.fromkeys((*antecedents, *passage.actors, *filter(None, known)))),
            written=passage.written,
            language=passage.language,
        )
