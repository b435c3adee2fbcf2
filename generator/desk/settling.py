"""What an editor wants of an outline -> the fewest decisions by which the draft says it.

The draft is drawn anew with the decisions that say what was changed. A place, an order or a mark that then is another
than the one wanted, since the machine chooses anew what stands in the open, is held by a decision too. Pure: nothing is
written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.decide.quoting import Quoting
from generator.desk.buffer import Wanted
from generator.desk.ledger import Ledger
from generator.desk.order import moves
from generator.desk.outline import REST, Line, Outline, outline_of, short_ids
from generator.desk.rewriting import rewritten
from generator.drafting import draft_of
from generator.errors import VerificationError
from generator.load.decisions import parse_decisions
from generator.model import Decision, Story, Verb, Workings
from generator.once import Memory, Store

# Drafts that are drawn until one is as wanted. Of 300 random orders of an invented story none took more than four.
ROUNDS = 8
_PLACING = (Verb.SECTION, Verb.AFTER)
_OF_CLAIMS = (*_PLACING, Verb.TEXT, Verb.LEAD, Verb.DETAIL)  # what a claim that becomes a part of another has no more


class UnsettledError(Exception):
    """No decision makes the draft what was wanted. ``findings`` are lines that say why."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(findings))


class RefusedError(UnsettledError):
    """Words of the editor that no cited passage says."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The draft as wanted, and the decisions.yaml that makes it. ``section_order`` is what ``sections:`` of story.md
    has to be, None where it stays; ``remarks`` say what became otherwise besides."""

    data: bytes
    changed: Mapping[int, Decision | None]
    added: tuple[Decision, ...]
    section_order: tuple[str, ...] | None
    outline: Outline
    remarks: tuple[str, ...]


def draw(story: Story, store: Store | None = None) -> tuple[Outline, Workings]:
    """The outline of a story's draft, and what it is made of; ``store`` has what was read of its captures before.
    Raises as ``pipeline.build`` does."""
    draft = draft_of(story, store=store)
    return outline_of(draft.digest, draft.workings), draft.workings


def settle(
    story: Story, data: bytes, outline: Outline, workings: Workings, wanted: Wanted, store: Store | None = None
) -> Settled:
    """The decisions by which the draft of a story becomes what is wanted. ``data`` are the bytes of its decisions.yaml,
    ``outline`` and ``workings`` its draft, ``store`` has what was read of its captures.

    Raises RefusedError for words that no cited passage says, UnsettledError where no decision makes the draft so, and
    InputError where decisions contradict one another.
    """
    return _Desk(story, data, outline, workings, wanted, Memory() if store is None else store).settled()


class _Desk:
    """A draft on its way to what is wanted."""

    def __init__(
        self, story: Story, data: bytes, outline: Outline, workings: Workings, wanted: Wanted, store: Store
    ) -> None:
        self.story, self.data, self.outline, self.wanted, self.store = story, data, outline, wanted, store
        quoting = Quoting(workings.documents, workings.passages, story.decisions_path)
        self.ledger = Ledger(story.decisions, quoting, story.decisions_path)
        self.lines = {line.key: line for line in outline.lines}
        self.ids = short_ids(outline)
        self.held: dict[str, str] = {}  # headings under which lines are held
        self.leads: dict[str, bool] = {}  # lines that others were merged into, and whether they are held to their words
        self.marked: set[Verb] = set()  # lists that are written
        self.section_order: tuple[str, ...] | None = None
        self.unfounded = set(workings.rulings.unfounded)
        self.opened = {key for keys in (*wanted.opened.values(), wanted.rested) for key in keys}
        self.carried = {line.key for line in outline.lines if line.denies in self.opened}  # denials

    def settled(self) -> Settled:
        self._decide()
        for _ in range(ROUNDS):
            data = rewritten(self.data, Path(self.story.decisions_path), self.ledger.changed, self.ledger.added)
            decisions = parse_decisions(data, Path(self.story.decisions_path))
            order = self.story.section_order if self.section_order is None else self.section_order
            try:
                drawn, workings = draw(replace(self.story, decisions=decisions, section_order=order), self.store)
            except VerificationError as error:
                if not self._let_go_of_words():
                    raise UnsettledError([f"the draft would break a promise: {error.findings[0]}"]) from None
                continue
            self._refuse_words(decisions, workings.rulings.unfounded)
            missing = [self._told(key, problem) for key, problem in self._failures(drawn)]
            if missing and self._let_go_of_words():
                continue
            if missing:
                raise UnsettledError(missing)
            if not (self._hold(drawn) or self._order(drawn) or self._order_headings(drawn)):
                changed, added = self.ledger.changed, self.ledger.added
                return Settled(data, changed, added, self.section_order, drawn, tuple(self._remarks(drawn, workings)))
        raise UnsettledError(["the lines cannot be put into this order: change less at a time"])

    def _decide(self) -> None:
        wanted, ledger = self.wanted, self.ledger
        for key in wanted.dropped:
            ledger.release((Verb.KEEP, Verb.ALSO, Verb.DIFFERS, Verb.DETAIL), self.lines[key].counted)
            ledger.add(Verb.DROP, self.lines[key].counted)
        for target in dict.fromkeys(wanted.merged.values()):
            self._merge(target, [key for key, into in wanted.merged.items() if into == target])
        for key, under in wanted.folded.items():
            ledger.release(_OF_CLAIMS, self._members(key))
            ledger.add(Verb.DETAIL, self._members(key), beside=under)
        for heading, keys in (*wanted.opened.items(), (REST, wanted.rested)):
            for key in keys:
                line = self.lines[key]
                moved = line.under is not None or not _alike(line.section, heading)
                if moved and key not in self.carried:
                    self._place(key, heading)
        for key, text in wanted.worded.items():
            ledger.release((Verb.TEXT,), self._members(key))
            ledger.add(Verb.TEXT, (key,), text)
        for verb, marks in self._marks().items():
            self._mark(verb, marks)

    def _merge(self, target: str, merged: Sequence[str]) -> None:
        for key in merged:
            self.ledger.rejoin(self._members(target), self._members(key))
            self.ledger.release(_OF_CLAIMS, self._members(key))
        self.ledger.add(Verb.SAME, (target, *merged))

    def _place(self, key: str, heading: str) -> None:
        self.ledger.release((*_PLACING, Verb.DETAIL), self._members(key))
        self.ledger.add(Verb.SECTION, (key,), heading)
        self.held[key] = heading

    def _mark(self, verb: Verb, marks: _Marks) -> None:
        gone = {*self.wanted.dropped, *self.wanted.merged, *self.wanted.folded}
        before = {line.key for line in self.outline.lines if marks.has(line)} - gone
        if before != set(marks.wanted):
            self.ledger.release_all(verb)
            self.ledger.add(verb, marks.wanted)
            self.marked.add(verb)

    def _members(self, key: str) -> tuple[str, ...]:
        """The passages of a line, less those that are taken out of it."""
        taken = self.opened | {*self.wanted.folded, *self.wanted.dropped, *self.wanted.merged}
        return tuple(one for one in self.lines[key].members if one == key or one not in taken)

    def _refuse_words(self, decisions: Iterable[Decision], unfounded: Sequence[str]) -> None:
        findings = []
        for key, text in self.wanted.worded.items():
            for one in decisions:
                if one.verb is Verb.TEXT and one.value == text:
                    where = f"{self.story.decisions_path}:{one.line}: "
                    findings += [f"{self.ids[key]} {u.removeprefix(where)}" for u in unfounded if u.startswith(where)]
        if findings:
            raise RefusedError(findings)

    def _failures(self, drawn: Outline) -> Iterator[tuple[str, str]]:
        for key, target in self.wanted.merged.items():
            if drawn.holding(key) is not drawn.holding(target):
                yield key, f"it cannot be merged into {self.ids[target]}"
        for key, under in self.wanted.folded.items():
            line, head = drawn.holding(key), drawn.holding(under)
            if line is None or head is None or head.key not in (line.key, line.under):
                yield key, f"it cannot be folded beneath {self.ids[under]}"
        for key in self.wanted.dropped:
            if any(line.key == key for line in drawn.lines):
                yield key, "it cannot be dropped"

    def _told(self, key: str, problem: str) -> str:
        return f"{self.ids[key]} {self.lines[key].text[:60]!r}: {problem}"

    def _hold(self, drawn: Outline) -> bool:
        """Hold what stands elsewhere than is wanted, or says or is marked otherwise; whether there was any."""
        return any([self._hold_words(drawn), self._hold_places(drawn), self._hold_marks(drawn)])

    def _hold_words(self, drawn: Outline) -> bool:
        """A claim of which others become a part keeps its words."""
        held = False
        for target in dict.fromkeys((*self.wanted.merged.values(), *self.wanted.folded.values())):
            line = drawn.holding(target)
            said = self.wanted.worded.get(target, self.lines[target].text)
            if line is not None and line.key != target and line.text != said and target not in self.leads:
                self.ledger.release((Verb.LEAD,), (*line.members, *self._members(target)))
                self.ledger.add(Verb.LEAD, (target,))
                self.leads[target] = True
                held = True
        return held

    def _let_go_of_words(self) -> bool:
        """Leave it to the program which passage words a claim, since the one that is held may not: of several, only one
        that says who says it may. Whether any was held."""
        held = [target for target, is_held in self.leads.items() if is_held]
        self.leads |= dict.fromkeys(held, False)
        return self.ledger.release((Verb.LEAD,), held)

    def _hold_places(self, drawn: Outline) -> bool:
        held = False
        for heading, keys in (*self.wanted.opened.items(), (REST, self.wanted.rested)):
            for key in keys:
                line = drawn.holding(key)
                if line is None:
                    raise UnsettledError([self._told(key, "it cannot stay")])
                if key in self.carried or (line.under is None and _alike(line.section, heading)):
                    continue
                if not self._hold_place(key, heading):
                    raise UnsettledError([self._told(key, f"the draft has it under {line.section!r}")])
                held = True
        if not self.wanted.rearranges and any(self._newly_open(drawn)):
            for heading, keys in self.wanted.opened.items():
                for key in keys:
                    held |= key not in self.held and key not in self.carried and self._hold_place(key, heading)
        return held

    def _hold_place(self, key: str, heading: str) -> bool:
        if self.held.get(key) == heading:
            return self.ledger.release((Verb.AFTER,), self._members(key))
        self._place(key, heading)
        return True

    def _newly_open(self, drawn: Outline) -> Iterator[Line]:
        """Lines in the open that nobody wants there."""
        wanted = {line.key for keys in self.wanted.opened.values() for key in keys if (line := drawn.holding(key))}
        yield from (line for line in drawn.lines if line.opened and line.key not in wanted)

    def _hold_marks(self, drawn: Outline) -> bool:
        held = False
        for verb, marks in self._marks().items():
            if self.wanted.rearranges or verb in self.marked or self._as_marked(drawn, verb):
                continue
            self.ledger.release_all(verb)
            self.ledger.add(verb, marks.wanted)
            self.marked.add(verb)
            held = True
        return held

    def _marks(self) -> Mapping[Verb, _Marks]:
        return {
            Verb.BRIEF: _Marks(self.wanted.brief, lambda line: line.brief),
            Verb.SUMMARY: _Marks(self.wanted.summary, lambda line: line.summary),
        }

    def _as_marked(self, drawn: Outline, verb: Verb) -> bool:
        marks = self._marks()[verb]
        wanted = {line.key for key in marks.wanted if (line := drawn.holding(key))}
        return wanted == {line.key for line in drawn.lines if marks.has(line)}

    def _order(self, drawn: Outline) -> bool:
        """Put what stands in another order than the wanted one after what it has to follow; whether there was any."""
        found = False
        for heading, keys in self.wanted.opened.items():
            own: dict[str, str] = {}
            for key in (one for one in keys if one not in self.carried):
                line = drawn.holding(key)
                own.setdefault(line.key if line else "", key)
            wanted = list(own.values())
            stands = [own[line.key] for line in drawn.lines if line.opened and line.key in own]
            if stands == wanted:
                continue
            if not self._put_after(stands, wanted):
                raise UnsettledError([self._told(*self._misplaced(stands, wanted, heading))])
            found = True
        return found

    def _put_after(self, stands: Sequence[str], wanted: Sequence[str]) -> bool:
        placed = self._placed()
        found = wanted[0] in placed and self.ledger.release((Verb.AFTER,), self._members(wanted[0]))
        for key, before in moves(stands, wanted, placed.keys() - {wanted[0]}).items():
            if placed.get(key) != before:
                self.ledger.release((Verb.AFTER,), self._members(key))
                self.ledger.add(Verb.AFTER, (key,), beside=before)
                found = True
        return found

    def _placed(self) -> Mapping[str, str]:
        """The lines that stand after others by a decision, each with that other; "" for one that is no more."""
        found: dict[str, str] = {}
        for passages, others in self.ledger.following():
            before = next((line.key for one in others if (line := self.outline.holding(one))), "")
            found |= {line.key: before for one in passages if (line := self.outline.holding(one))}
        return found

    def _misplaced(self, stands: Sequence[str], wanted: Sequence[str], heading: str) -> tuple[str, str]:
        place = next(number for number, pair in enumerate(zip(stands, wanted, strict=True)) if pair[0] != pair[1])
        return wanted[place], f"the draft keeps it elsewhere under {heading!r}"

    def _order_headings(self, drawn: Outline) -> bool:
        wanted = tuple(self.wanted.opened)
        if [title for shown in drawn.headings for title in wanted if _alike(shown, title)] == list(wanted):
            return False
        further = [name for name in self.story.section_order if not any(_alike(name, title) for title in wanted)]
        order = (*wanted, *further)
        if self.section_order == order:
            raise UnsettledError(["the headings cannot be put into this order"])
        self.section_order = order
        return True

    def _remarks(self, drawn: Outline, workings: Workings) -> Iterator[str]:
        ids = short_ids(drawn)
        for line in self._newly_open(drawn):
            yield f"in the open now: {ids[line.key]} {line.text}"
        for verb in self._marks():
            if not self._as_marked(drawn, verb):
                named = [ids[line.key] for line in drawn.lines if self._marks()[verb].has(line)]
                yield f"{verb.value} now: {', '.join(named)}"
        for target in dict.fromkeys(self.wanted.merged.values()):
            joined = drawn.holding(target)
            if joined is not None and joined.text != self.wanted.worded.get(target, self.lines[target].text):
                yield f"{ids[joined.key]} says now: {joined.text}"
        yield from (f"not in the sources: {one}" for one in workings.rulings.unfounded if one not in self.unfounded)
        yield from self.wanted.remarks


@dataclass(frozen=True, slots=True)
class _Marks:
    """The lines that are to be marked, and what tells whether one is."""

    wanted: tuple[str, ...]
    has: Callable[[Line], bool]


def _alike(one: str, other: str) -> bool:
    """Whether two headings name one section."""
    return re.sub(r"[\W_]+", "-", one.casefold()) == re.sub(r"[\W_]+", "-", other.casefold())
