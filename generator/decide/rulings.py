"""Decisions -> rulings on passages, each found by the words that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from generator.decide.anchoring import Anchors
from generator.decide.parting import part_passages
from generator.errors import InputError
from generator.language.printable import printable
from generator.model import (
    Assigned,
    Decision,
    Difference,
    DisagreementKind,
    Document,
    Kind,
    Lost,
    Origin,
    Passage,
    Quote,
    Respect,
    Role,
    Ruled,
    Rulings,
    Side,
    Story,
    Verb,
    source_of,
)

# Without these the entry says something else than its editor meant; what the others do, the machine does as well.
HOLDING = frozenset(
    (
        Verb.APART,
        Verb.DROP,
        Verb.TEXT,
        Verb.KIND,
        Verb.BY,
        Verb.DIFFERS,
        Verb.DIFFER,
        Verb.AGREE,
        Verb.BRIEF,
        Verb.SUMMARY,
    )
)
BY_EDITOR = "the editor"
_ROLES = {Role.SUPPORT: Verb.ALSO.value, Role.DETAIL: Verb.DETAIL.value, Role.DIFFERS: Verb.DIFFERS.value}
_KINDS = {
    Respect.NAME: DisagreementKind.NAME,
    Respect.WHO: DisagreementKind.NAME,
    Respect.PLACE: DisagreementKind.NAME,
    Respect.NUMBER: DisagreementKind.NUMBER,
    Respect.DATE: DisagreementKind.DATE,
    Respect.STATUS: DisagreementKind.STATUS,
}


def rule_passages(
    story: Story, documents: tuple[Document, ...], passages: tuple[Passage, ...]
) -> tuple[tuple[Passage, ...], Rulings]:
    """The passages as the editor sees them, and what is ruled on them besides.

    Raises InputError for a quote that stands in two passages and for two decisions that contradict each other.
    """
    replaced = frozenset(source.replaces for source in story.sources if source.replaces)
    if not story.decisions:
        return passages, Rulings(section_order=story.section_order, replaced=replaced)
    first = Anchors(documents, passages, story.decisions_path)
    passages = part_passages(passages, story.decisions, first)
    ruling = _Ruling(story, Anchors(documents, passages, story.decisions_path), documents)
    for decision in story.decisions:
        ruling.take(decision)
    ruling.refuse_contradictions()
    return ruling.ruled(passages), replace(ruling.rulings(), replaced=replaced)


def rule_origins(story: Story, origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
    """The origins, with the sources that the editor calls one text as one, and a newer save with the older."""
    known = {origin.source: origin.origin for origin in origins}
    lists: list[tuple[str, ...]] = [(one.replaces, one.id) for one in story.sources if one.replaces]
    lists += [one.sources for one in story.decisions if one.verb is Verb.ORIGIN]
    named = [tuple(name for name in each if name in known) for each in lists]
    later = {known[name] for each in named for name in each[1:]}
    own = dict(known)
    for each in named:
        roots = {own[name] for name in each}
        # Of those that are joined the first that is named first, in the order of the story, whatever order joined them.
        first = min(roots, key=lambda root: (root in later, list(known).index(root)), default="")
        own = {name: first if root in roots else root for name, root in own.items()}
    return tuple(
        origin
        if own[origin.source] == origin.origin
        else replace(origin, origin=own[origin.source], shared=origin.shared or 1.0)
        for origin in origins
    )


@dataclass(slots=True)
class _Ruling:
    """What has been ruled so far, by decisions in the order of their lines."""

    story: Story
    anchors: Anchors
    documents: tuple[Document, ...]
    lost: list[Lost] = field(default_factory=list)
    unfounded: list[str] = field(default_factory=list)
    groups: dict[Verb, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    ones: dict[Verb, list[Ruled]] = field(default_factory=dict)
    assigned: dict[Assigned, int] = field(default_factory=dict)  # each with the first line that says so
    differences: dict[Difference, int] = field(default_factory=dict)

    def take(self, decision: Decision) -> None:
        """Rule what a decision says, or note that it is lost. One without which a story is not held says what it does
        of the quotes that are left."""
        if decision.verb in (Verb.FURNITURE, Verb.ARTICLE):
            return
        if decision.verb is Verb.ORIGIN:
            self._take_origin(decision)
            return
        about = [self._found(decision, quote) for quote in decision.quotes]
        beside = [self._found(decision, quote) for quote in decision.beside]
        sides = [[self._found(decision, quote) for quote in answer.quotes] for answer in decision.answers]
        left = list(filter(None, about)) if decision.verb not in HOLDING else about
        least = min(len(about), 2 if decision.verb is Verb.SAME else 1)
        if len(left) < least or not all((*left, *beside, *(each for side in sides for each in side))):
            return
        self._rule(decision, _ids(left), _ids(beside), sides)

    def _take_origin(self, decision: Decision) -> None:
        known = [source.id for source in self.story.sources]
        for name in decision.sources:
            if name not in known:
                path = self.story.decisions_path
                self.lost.append(Lost(path, decision.line, decision.verb, Quote(name, ""), ", ".join(known), False))

    def _found(self, decision: Decision, quote: Quote) -> tuple[Passage, ...]:
        found = self.anchors.find(quote, decision.line)
        if not found:
            nearest = self.anchors.nearest(quote)
            path = self.story.decisions_path
            self.lost.append(Lost(path, decision.line, decision.verb, quote, nearest, holds=decision.verb in HOLDING))
        return found

    def _rule(
        self,
        decision: Decision,
        about: tuple[str, ...],
        beside: tuple[str, ...],
        sides: Sequence[Sequence[tuple[Passage, ...]]],
    ) -> None:
        verb, line = decision.verb, decision.line
        if verb is Verb.DIFFER:
            self.differences.setdefault(_difference(decision, sides), line)
        elif verb in (Verb.ALSO, Verb.DETAIL, Verb.DIFFERS):
            respect = Respect(decision.respect) if decision.respect else None
            role = next(role for role, name in _ROLES.items() if name == verb)
            for one, of in product(about, beside):
                if one != of:
                    self.assigned.setdefault(Assigned(one, of, role, respect), line)
        elif verb is Verb.AFTER:
            self.ones.setdefault(verb, []).extend(Ruled(one, beside[0], line) for one in about)
        elif verb is Verb.BY and decision.value and not self._named(decision.value, about):
            where = f"{self.story.decisions_path}:{line}"
            self.unfounded.append(f"{where}: no capture of these passages names {decision.value!r}")
        elif decision.value or verb in (Verb.LEAD, Verb.BY):
            self.ones.setdefault(verb, []).extend(Ruled(one, decision.value, line) for one in about)
        else:
            self.groups.setdefault(verb, []).append((about, line))

    def _named(self, name: str, about: Iterable[str]) -> bool:
        texts = {document.source.id: printable(document.text).casefold() for document in self.documents}
        return all(name.casefold() in texts.get(source_of(one), "") for one in about)

    def refuse_contradictions(self) -> None:
        """Raise InputError for two decisions of which only one can hold."""
        for verb in (Verb.KIND, Verb.BY, Verb.SECTION, Verb.AFTER, Verb.TEXT, Verb.ASK):
            seen: dict[str, Ruled] = {}
            for one in self.ones.get(verb, ()):
                other = seen.setdefault(one.passage, one)
                if other.value != one.value:
                    raise self._contradiction(f"two times {verb.value!r} of one passage", other.line, one.line)
        for verb in (Verb.SUMMARY, Verb.BRIEF):
            lists = self.groups.get(verb, [])
            for (first, line), (second, further) in combinations(lists, 2):
                if first != second:
                    raise self._contradiction(f"two lists of {verb.value!r}", line, further)
        self._refuse_same_and_apart()
        self._refuse_two_roles()
        self._refuse_agreed_differences()
        self._refuse_dropped_and_used()

    def _refuse_same_and_apart(self) -> None:
        same = self.groups.get(Verb.SAME, [])
        for parted, line in self.groups.get(Verb.APART, ()):
            for a, b in combinations(parted, 2):
                lines = _joining(a, b, same)
                if lines:
                    way = "" if len(lines) == 1 else ", by way of others"
                    raise self._contradiction(f"one pair is same{way} and apart", *lines, line)

    def _refuse_two_roles(self) -> None:
        seen: dict[tuple[str, str], tuple[Assigned, int]] = {}
        for one, line in self.assigned.items():
            other, further = seen.setdefault((one.passage, one.of), (one, line))
            if other != one:
                raise self._contradiction("a passage has two roles in one claim", further, line)
            pair = {one.passage, one.of}
            for verb, refused in ((Verb.SAME, one.role is not Role.SUPPORT), (Verb.APART, one.role is Role.SUPPORT)):
                for each, further in self.groups.get(verb, ()):
                    if refused and pair <= set(each):
                        raise self._contradiction(f"one pair is {verb.value} and {_ROLES[one.role]}", further, line)

    def _refuse_agreed_differences(self) -> None:
        for difference, line in self.differences.items():
            for agreed, further in self.groups.get(Verb.AGREE, ()):
                if sum(not set(side.passages).isdisjoint(agreed) for side in difference.sides) > 1:
                    raise self._contradiction("one pair differs and agrees", line, further)
            for worded, further in self._worded():
                if sum(not set(side.passages).isdisjoint(worded) for side in difference.sides) > 1:
                    raise self._contradiction("passages that differ are given one wording", line, further)

    def _worded(self) -> Iterator[tuple[set[str], int]]:
        """The passages of each wording, with its line."""
        for line in dict.fromkeys(one.line for one in self.ones.get(Verb.TEXT, ())):
            yield {one.passage for one in self.ones[Verb.TEXT] if one.line == line}, line

    def _refuse_dropped_and_used(self) -> None:
        used = [(set(kept), line, "kept") for kept, line in self.groups.get(Verb.KEEP, ())]
        used += [({one.passage}, line, "cited") for one, line in self.assigned.items()]
        used += [
            ({one for side in difference.sides for one in side.passages}, line, "cited")
            for difference, line in self.differences.items()
        ]
        for dropped, line in self.groups.get(Verb.DROP, ()):
            for passages, further, what in used:
                if not passages.isdisjoint(dropped):
                    raise self._contradiction(f"one passage is dropped and {what}", line, further)

    def _contradiction(self, problem: str, *lines: int) -> InputError:
        *first, last = sorted(set(lines))
        where = f"{', '.join(map(str, first))} and {last}" if first else str(last)
        return InputError(self.story.decisions_path, f"{problem}: lines {where}", "keep one", last)

    def ruled(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The passages with the kind, the speaker and the place among what is left out that the editor gives them."""
        kinds = {one.passage: one.value for one in self.ones.get(Verb.KIND, ())}
        speakers = {one.passage: one.value for one in self.ones.get(Verb.BY, ())}
        dropped = {one for each, _ in self.groups.get(Verb.DROP, ()) for one in each}
        kept = {one for each, _ in self.groups.get(Verb.KEEP, ()) for one in each}
        why = {decision.line: decision.why for decision in self.story.decisions}
        reasons = {one: why[line] for each, line in self.groups.get(Verb.DROP, ()) for one in each}
        made = []
        for passage in passages:
            if passage.id in kinds:
                passage = replace(passage, kind=Kind(kinds[passage.id]), kind_reason=BY_EDITOR)
            if passage.id in speakers:
                speaker = speakers[passage.id] or None
                passage = replace(passage, speaker=speaker, speaker_actor=speaker, says=None)
            if passage.id in dropped:
                told = f": {reasons[passage.id]}" if reasons[passage.id] else ""
                passage = replace(passage, omit=f"left out by {BY_EDITOR}{told}")
            if passage.id in kept:
                passage = replace(passage, omit=None)
            made.append(passage)
        return tuple(made)

    def _places(self, *passages: str) -> tuple[tuple[int, int], ...]:
        """Where passages stand in the story, by which what is ruled on them is ordered: not by its line."""
        sources = [document.source.id for document in self.documents]
        parts = (one.rpartition(":") for one in passages)
        return tuple((sources.index(source), int(span.partition("-")[0])) for source, _, span in parts)

    def rulings(self) -> Rulings:
        """All that is ruled on more than one passage alone."""
        lists = {verb: tuple(each for each, _ in found) for verb, found in self.groups.items()}
        return Rulings(
            same=lists.get(Verb.SAME, ()),
            apart=tuple(pair for each in lists.get(Verb.APART, ()) for pair in combinations(each, 2)),
            leads=tuple(self.ones.get(Verb.LEAD, ())),
            assigned=tuple(sorted(self.assigned, key=lambda one: self._places(one.passage, one.of))),
            wordings=tuple(self.ones.get(Verb.TEXT, ())),
            sections=tuple(self.ones.get(Verb.SECTION, ())),
            after=tuple(self.ones.get(Verb.AFTER, ())),
            brief=tuple(_chained(lists.get(Verb.BRIEF, ()))),
            summary=tuple(_chained(lists.get(Verb.SUMMARY, ()))),
            asked=tuple(self.ones.get(Verb.ASK, ())),
            differences=tuple(
                sorted(
                    self.differences, key=lambda one: self._places(*(p for side in one.sides for p in side.passages))
                )
            ),
            agreed=lists.get(Verb.AGREE, ()),
            section_order=self.story.section_order,
            lost=tuple(self.lost),
            unfounded=tuple(self.unfounded),
        )


def _ids(found: Iterable[tuple[Passage, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for each in found for one in each))


def _joining(a: str, b: str, same: Sequence[tuple[tuple[str, ...], int]]) -> tuple[int, ...]:
    """The lines of the fewest lists by way of which two passages are the same; () where they are not."""
    ways: dict[str, tuple[int, ...]] = {a: ()}
    reached = [a]
    for one in reached:
        for each, line in same:
            for other in each if one in each else ():
                if other not in ways:
                    ways[other] = (*ways[one], line)
                    reached.append(other)
    return ways.get(b, ())


def _chained(lists: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield from dict.fromkeys(one for each in lists for one in each)


def _difference(decision: Decision, sides: Sequence[Sequence[tuple[Passage, ...]]]) -> Difference:
    respect = Respect(decision.respect) if decision.respect else Respect.STANCE
    return Difference(
        kind=_KINDS.get(respect, DisagreementKind.STANCE),
        question=decision.value,
        sides=tuple(
            Side(answer.text, tuple(dict.fromkeys(one.id for each in side for one in each)))
            for answer, side in zip(decision.answers, sides, strict=True)
        ),
        reason=BY_EDITOR,
    )
