"""The editor's own words: what cited passages do not carry is named, and the summary becomes claims like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cite import Places, nearest
from generator.decide.anchoring import Anchors
from generator.groups import UNATTRIBUTED, group_of
from generator.language.printable import printable
from generator.lock import Quoted, unfounded
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

_CITED = re.compile(r"(?P<source>[^\s:]+):\s*[\"“](?P<quote>.+)[\"”]", re.DOTALL)
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

    A wording is held against the passages that its claim counts, a sentence of his text and of his summary against
    those that its footnotes quote.
    """
    desk = _Desk(story, documents, passages, groups)
    told, absent = desk.summary()
    findings = (
        *rulings.unfounded,
        *desk.unattributed(),
        *desk.wordings(rulings),
        *desk.body(),
        *desk.summary_findings(told),
    )
    uncited = (*desk.uncited_in_body(), *desk.uncited_in_summary(told))
    ruled = replace(rulings, unfounded=findings, uncited=uncited, lost=(*rulings.lost, *lost, *absent))
    return ruled, (*groups, *(group for group, _, cited in told if cited))


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
            counted = [one.passage for one in self._groups[place].members if one.role in _COUNTED]
            for finding in self._held(ruled.value, [self._known[one] for one in counted]):
                yield f"{self._story.decisions_path}:{ruled.line}: {ruled.value!r}: {finding}"
        for difference in rulings.differences:
            for side in difference.sides:
                for finding in self._held(side.text, [self._known[one] for one in side.passages], answer=True):
                    yield f"{self._story.decisions_path}:{self._asked_in(difference)}: {side.text!r}: {finding}"

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

    def body(self) -> Iterator[str]:
        """What the editor's text says and no passage that it cites says."""
        parsed = parse(self._story.body)
        notes = list(parsed.footnotes())
        for said in parsed.sentences():
            where = f"{self._story.path}:{self._story.body_line + said.line}"
            cited = [one for note in said.footnotes if note < len(notes) for one in self._cited(notes[note])]
            if cited:
                yield from (f"{where}: {said.text!r}: {finding}" for finding in self._held(said.text, cited))

    def uncited_in_body(self) -> Iterator[str]:
        """The sentences of the editor's text that cite nothing."""
        for said in parse(self._story.body).sentences():
            if not said.footnotes:
                yield f"{self._story.path}:{self._story.body_line + said.line}: {_UNCITED}{said.text!r}"

    def summary(self) -> tuple[list[tuple[Group, str, tuple[Passage, ...]]], list[Lost]]:
        """For each sentence of the editor's summary a group that it words, its text, and the passages that it cites;
        and the footnotes that are lost."""
        if self._story.summary is None:
            return [], []
        parsed = parse(f"{self._story.summary.markdown}\n\n{self._story.body}")
        notes = list(parsed.footnotes())
        told: list[tuple[Group, str, tuple[Passage, ...]]] = []
        lost: list[Lost] = []
        for said in parsed.sentences():
            if said.line > 0:
                break
            cited: dict[str, Passage] = {}
            for note in (notes[one] for one in said.footnotes if one < len(notes)):
                found = self._cited(note)
                cited |= {one.id: one for one in found}
                if not found:
                    lost.append(self._lost(note))
            if cited:
                told.append((_group(tuple(cited), said.text, len(told) + 1), said.text, tuple(cited.values())))
            elif not said.footnotes:
                told.append((_group((), said.text, 0), said.text, ()))
        return told, lost

    def summary_findings(self, told: Sequence[tuple[Group, str, tuple[Passage, ...]]]) -> Iterator[str]:
        """What the summary says and no passage that it cites says."""
        where = f"{self._story.path}:{self._story.summary.line if self._story.summary else 1}"
        for _, text, cited in told:
            if cited:
                yield from (f"{where}: {text!r}: {finding}" for finding in self._held(text, cited))

    def uncited_in_summary(self, told: Sequence[tuple[Group, str, tuple[Passage, ...]]]) -> Iterator[str]:
        """The sentences of the editor's summary that cite nothing."""
        where = f"{self._story.path}:{self._story.summary.line if self._story.summary else 1}"
        yield from (f"{where}: {_UNCITED}{text!r}" for _, text, cited in told if not cited)

    def _lost(self, note: Footnote) -> Lost:
        line = self._story.summary.line if self._story.summary else 1
        match = _CITED.fullmatch(note.words)
        quote = Quote(match["source"], match["quote"]) if match else Quote("?", note.words or note.label or "")
        own = [one.text for one in self._passages if one.source == quote.source]
        near = nearest(quote.words, own or [one.text for one in self._passages])
        return Lost(self._story.path, line, "footnote", quote, near, holds=True)

    def _cited(self, note: Footnote) -> tuple[Passage, ...]:
        """The passages that the quote of a footnote touches; () where its source does not say it."""
        match = _CITED.fullmatch(note.words)
        document = self._documents.get(match["source"]) if match else None
        if match is None or document is None:
            return ()
        span = next(Places(document.text).of(match["quote"]), None)
        if span is None:
            return ()
        start, end = span
        return tuple(
            one for one in self._passages if one.source == document.source.id and one.start < end and start < one.end
        )

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


def _group(cited: tuple[str, ...], text: str, place: int) -> Group:
    """The group of a sentence of the summary."""
    members = tuple(
        Member(one, Role.LEAD if number == 0 else Role.SUPPORT, "cited by the editor")
        for number, one in enumerate(cited)
    )
    return Group(members, cited[0] if cited else "", wording=text, told=place)
