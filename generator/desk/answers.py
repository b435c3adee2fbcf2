"""What an editor has answered of a draft, by the passages that it names now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from generator.decide.quoting import Quoting
from generator.desk.questions import Ask, Settled
from generator.model import Passage, Quote, Rulings


class Answers:
    """What was found right as it is, and what was decided of two passages or more."""

    def __init__(self, answered: Sequence[Settled], rulings: Rulings, quoting: Quoting) -> None:
        self._named: dict[Ask, list[frozenset[str]]] = defaultdict(list)
        self._quotes: dict[Ask, set[Quote]] = defaultdict(set)
        for answer in answered:
            self._quotes[answer.ask].update(answer.quotes)
            for quotes in _together(answer):
                self._named[answer.ask].append(frozenset(one.id for quote in quotes for one in quoting.passages(quote)))
        self._count = Counter(answer.ask for answer in answered)
        self._judged = tuple(_judged(rulings))

    def count(self, ask: Ask) -> int:
        """How many questions of a kind are answered so."""
        return self._count[ask]

    def quotes(self, ask: Ask) -> frozenset[Quote]:
        """The quotes for which a kind of question is answered."""
        return frozenset(self._quotes[ask])

    def sets(self, *asks: Ask) -> tuple[frozenset[str], ...]:
        """Sets of passages (ids) of which each is right beside each other, by answers to these kinds of questions."""
        return tuple(named for ask in asks for named in self._named[ask])

    def on_pairs(self) -> tuple[frozenset[str], ...]:
        """The same where it was asked whether claims are one or contradict each other, and by decisions."""
        return (*self.sets(Ask.NEAR, Ask.VALUES), *self._judged)

    def settle(self, ask: Ask, passages: Sequence[Passage]) -> bool:
        """Whether these are answered together for a kind of question, or ruled on by a decision."""
        wanted = {one.id for one in passages}
        if any(wanted <= named for named in self._named[ask]):
            return True
        return len(wanted) > 1 and any(wanted <= named for named in self._judged)


def _together(answer: Settled) -> Iterator[tuple[Quote, ...]]:
    """The sets of quotes of which an answer says that each is right beside each other."""
    if not answer.beside:
        yield answer.quotes
    yield from product(answer.quotes, answer.beside)


def _judged(rulings: Rulings) -> Iterator[frozenset[str]]:
    """Sets of passages of which the editor has decided what they are to each other."""
    yield from map(frozenset, (*rulings.same, *rulings.apart, *rulings.agreed))
    yield from (frozenset((one.passage, one.of)) for one in rulings.assigned)
    for difference in rulings.differences:
        yield frozenset(one for side in difference.sides for one in side.passages)
