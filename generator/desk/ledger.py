"""The decisions of a story while they are changed: what is taken back, and what is added."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.decide.quoting import Quoting
from generator.errors import InputError
from generator.model import Decision, Quote, Verb


class Ledger:
    """The decisions as they stood in the file, by line, with what is changed of them. ``path`` is that of
    decisions.yaml, for errors."""

    def __init__(self, decisions: Sequence[Decision], quoting: Quoting, path: str) -> None:
        self._before: Mapping[int, Decision] = {one.line: one for one in decisions}
        self._now: dict[int, Decision | None] = dict(self._before)
        self._added: list[Decision] = []
        self._quoting = quoting
        self._path = path

    @property
    def changed(self) -> Mapping[int, Decision | None]:
        """By its line each decision of the file that is another now, None where it is taken out."""
        return {line: one for line, one in self._now.items() if one != self._before[line]}

    @property
    def added(self) -> tuple[Decision, ...]:
        """The decisions that the file has not."""
        return tuple(self._added)

    def following(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The passages of each ``after``: those that are moved, and those after which they stand."""
        for one in (*self._now.values(), *self._added):
            if one is not None and one.verb is Verb.AFTER:
                yield self._named(one.quotes), self._named(one.beside)

    def _named(self, quotes: Sequence[Quote]) -> tuple[str, ...]:
        return tuple(one.id for quote in quotes for one in self._quoting.passages(quote))

    def add(self, verb: Verb, passages: Sequence[str], value: str = "", beside: str | None = None) -> None:
        """Add a decision on passages, by their ids; ``beside`` is the passage that it sets them in relation to."""
        quotes = tuple(self._quote(one) for one in passages)
        other = (self._quote(beside),) if beside else ()
        self._added.append(Decision(verb, 0, quotes, value, other))

    def _quote(self, passage: str) -> Quote:
        """The quote that names a passage, by its id. Raises InputError for one whose words stand twice."""
        found = self._quoting.quote_of(passage)
        if found is None:
            problem = f"the words of {passage} stand twice in their source, so that none name it"
            raise InputError(self._path, problem, "leave it where it is")
        return found

    def release(self, verbs: Collection[Verb], passages: Collection[str]) -> bool:
        """Take back what decisions of these verbs say of some passages, and nothing that they say of others; whether
        there was any."""
        found = False
        for line, one in self._now.items():
            if one is not None and one.verb in verbs:
                self._now[line] = self._without(one, passages)
                found |= self._now[line] != one
        left = [self._without(one, passages) if one.verb in verbs else one for one in self._added]
        found |= left != self._added
        self._added = [one for one in left if one is not None]
        return found

    def release_all(self, verb: Verb) -> None:
        """Take back every decision of a verb."""
        self._now = {line: None if one and one.verb is verb else one for line, one in self._now.items()}
        self._added = [one for one in self._added if one.verb is not verb]

    def rejoin(self, these: Collection[str], those: Collection[str]) -> None:
        """Take back what keeps passages of two claims apart.

        Raises InputError where it keeps others apart as well.
        """
        for line, one in self._now.items():
            if one is None or one.verb is not Verb.APART:
                continue
            named = set(self._named(one.quotes))
            if named.isdisjoint(these) or named.isdisjoint(those):
                continue
            if len(one.quotes) > 2:
                problem = "it keeps what is to be merged apart, and more"
                raise InputError(self._path, problem, "take out of it what says the same", line)
            self._now[line] = None

    def _without(self, decision: Decision, passages: Collection[str]) -> Decision | None:
        left = tuple(one for one in decision.quotes if set(self._named([one])).isdisjoint(passages))
        if len(left) == len(decision.quotes):
            return decision
        return replace(decision, quotes=left) if left else None
