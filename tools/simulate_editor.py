"""An editor who answers the queue of the specification stories from their gold: python -m tools.simulate_editor --help.

How many answers bring the pairs in one claim to .85 and the disagreements to .90, with none false? The editor sees what
``review`` shows, a question at a time, and answers it by the words on the screen alone: what the gold says of the
passages that are shown. Each answer is one act: a key, with the lines that were marked for it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.desk.questions import Act, Ask, Line, Question, Settled, Words, decisions, settled
from generator.desk.queue import make_queue
from generator.drafting import Draft, draft_of
from generator.load import load_story
from generator.model import Decision
from tests.spec.gold import Conflict, Gold, Quote, captures, read, slugs
from tools.spec_score import Reading, Tally, conflicts, half, merges

PAIRS, CONFLICTS = 0.85, 0.90
CLAIMS_AN_ANSWER = 3
MOST_ANSWERS = 100  # an editor who is asked more has been forgotten by the queue


@dataclass(frozen=True, slots=True)
class Course:
    """What became of a story: the tallies before the first answer and after each, and the kinds that were asked."""

    slug: str
    claims: int
    tallies: tuple[Tally, ...]
    asked: tuple[Ask, ...]

    @property
    def needed(self) -> int | None:
        """Answers until both shares are reached; None where the queue ended before."""
        return next((place for place, tally in enumerate(self.tallies) if _reached(tally)), None)

    @property
    def budget(self) -> int:
        """Answers that may be needed: one for each three claims of the machine's draft."""
        return self.claims // CLAIMS_AN_ANSWER

    def at(self, answers: int) -> Tally:
        """The tally after so many answers, the last one where fewer were asked."""
        return self.tallies[min(answers, len(self.tallies) - 1)]


def _reached(tally: Tally) -> bool:
    return tally.joined >= PAIRS * tally.wanted and tally.found >= CONFLICTS * tally.conflicts and not tally.false


def simulate(gold: Gold) -> Course:
    """Answer the queue of one story until it ends."""
    editor = _Editor(gold)
    draft = draft_of(load_story(gold.folder))
    answered: tuple[Settled, ...] = ()
    claims = len(draft.digest.claims)
    tallies = [editor.tally(draft)]
    asked: list[Ask] = []
    while len(asked) < MOST_ANSWERS:
        queue = make_queue(draft, answered)
        if not queue:
            break
        question = queue[0]
        act, marked, words = editor.answer(question, draft)
        asked.append(question.ask)
        draft = _decided(draft, decisions(question, act, marked, words))
        answered = (*answered, *settled(question, act, marked))
        tallies.append(editor.tally(draft))
    return Course(gold.slug, claims, tuple(tallies), tuple(asked))


def _decided(draft: Draft, made: Sequence[Decision]) -> Draft:
    if not made:
        return draft
    first = len(draft.story.decisions) + 1
    numbered = tuple(replace(one, line=first + place) for place, one in enumerate(made))
    return draft_of(replace(draft.story, decisions=(*draft.story.decisions, *numbered)))


Answered = tuple[Act, tuple[int, ...], Words | None]


class _Editor:
    """Knows the gold of one story, and looks at nothing but what is shown."""

    def __init__(self, gold: Gold) -> None:
        self._gold = gold
        self._texts = captures(gold)

    def tally(self, draft: Draft) -> Tally:
        """The counts of a draft."""
        reading = Reading(self._texts, draft.workings)
        return merges(self._gold, reading) + conflicts(self._gold, reading)

    def answer(self, question: Question, draft: Draft) -> Answered:
        """The act, the lines that are marked for it (0-based), and the words that it needs."""
        lines = [self._shown(line, draft) for line in question.lines]
        if question.ask is Ask.DIFFERENCE:
            return self._on_difference(question, lines, draft)
        if question.ask in (Ask.CHARGE, Ask.SUPPORT):
            return self._on_support(lines)
        if question.ask in (Ask.NEAR, Ask.VALUES):
            return self._on_near(question.ask, lines, draft)
        return Act.OK, (), None

    def _on_support(self, lines: Sequence[frozenset[Quote]]) -> Answered:
        wrong = tuple(place for place in range(1, len(lines)) if self._are_apart(lines[0], lines[place]))
        return (Act.APART, wrong[:1], None) if wrong else (Act.OK, (), None)

    def _on_near(self, ask: Ask, lines: Sequence[frozenset[Quote]], draft: Draft) -> Answered:
        for conflict in self._open(draft):
            sides = [
                [place for place, line in enumerate(lines) if not line.isdisjoint(side)] for side in conflict.sides
            ]
            if all(sides):
                marked = tuple(sorted({place for side in sides for place in side}))
                answers = tuple("one" if place in sides[0] else "other" for place in marked)
                return Act.DIFFER, marked, Words("Which of them?", answers, conflict.kind)
        joined = max(self._joined(lines), key=len, default=()) if ask is Ask.NEAR else ()
        return (Act.SAME, joined, None) if joined else (Act.OK, (), None)

    def _on_difference(self, question: Question, lines: Sequence[frozenset[Quote]], draft: Draft) -> Answered:
        real = any(
            self._opposed(conflict, a, b) for conflict in self._gold.disagreements for a, b in combinations(lines, 2)
        )
        return (Act.OK, (), None) if real else (Act.AGREE, (), None)

    def _joined(self, lines: Sequence[frozenset[Quote]]) -> Iterator[tuple[int, ...]]:
        """Lines that the gold makes one claim."""
        for group in self._gold.same:
            places = tuple(place for place, line in enumerate(lines) if not line.isdisjoint(group))
            if len(places) > 1:
                yield places

    def _open(self, draft: Draft) -> tuple[Conflict, ...]:
        """The disagreements that the draft does not show yet."""
        reading = Reading(self._texts, draft.workings)
        return tuple(
            conflict
            for conflict in self._gold.disagreements
            if not conflicts(replace(self._gold, disagreements=(conflict,)), reading).found
        )

    @staticmethod
    def _opposed(conflict: Conflict, a: frozenset[Quote], b: frozenset[Quote]) -> bool:
        one, other = (frozenset(side) for side in conflict.sides)
        return (bool(a & one) and bool(b & other)) or (bool(a & other) and bool(b & one))

    def _are_apart(self, a: frozenset[Quote], b: frozenset[Quote]) -> bool:
        pairs = [pair for pair in self._gold.not_same if len(pair) == 2]
        return any((x in a and y in b) or (x in b and y in a) for x, y in pairs) or any(
            self._opposed(conflict, a, b) for conflict in self._gold.disagreements
        )

    def _shown(self, line: Line, draft: Draft) -> frozenset[Quote]:
        """The quotes of the gold that the passage on a line is."""
        shown = {one.id for one in draft.quoting.passages(line.quote)}
        reading = Reading(self._texts, draft.workings)
        return frozenset(
            quote for quote in self._quotes() if shown.intersection(one.id for one in reading.passages_of(quote))
        )

    def _quotes(self) -> Iterator[Quote]:
        yield from (quote for group in (*self._gold.same, *self._gold.not_same) for quote in group)
        yield from (quote for conflict in self._gold.disagreements for side in conflict.sides for quote in side)


_HEAD = (
    f"{'story':26} {'claims':>6} {'may':>4} {'need':>5} {'asked':>5} | {'pairs':>14} {'then':>10} {'end':>10} | "
    f"{'differ':>7} {'then':>7} {'end':>7} | {'false':>5} {'wrong':>5}"
)


def _row(name: str, courses: Sequence[Course]) -> str:
    """One line: figures of the machine, after as many answers as may be needed, and at the end of the queue."""
    machine, may, end = (
        sum((course.at(count(course)) for course in courses), Tally())
        for count in (lambda _: 0, lambda course: course.budget, lambda course: MOST_ANSWERS)
    )
    needed = [course.needed for course in courses]
    need = "never" if None in needed and len(courses) == 1 else str(sum(filter(None, needed)))
    return (
        f"{name:26} {sum(one.claims for one in courses):>6} {sum(one.budget for one in courses):>4} {need:>5} "
        f"{sum(len(one.asked) for one in courses):>5} | {_share(machine.joined, machine.wanted):>14} "
        f"{_share(may.joined, may.wanted):>10} {_share(end.joined, end.wanted):>10} | "
        f"{_of(machine.found, machine.conflicts):>7} {_of(may.found, may.conflicts):>7} "
        f"{_of(end.found, end.conflicts):>7} | {end.false:>5} {end.wrong:>5}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.2f}" if whole else "-"


def _of(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.simulate_editor", description=__doc__)
    parser.add_argument("--only", metavar="SLUG,...", help="these stories, instead of all")
    parser.add_argument("--half", choices=("dev", "held"), help="only the stories a-m, or only n-z")
    options = parser.parse_args(arguments)
    names = options.only.split(",") if options.only else slugs()
    chosen = [name for name in names if options.half in (None, half(name))]
    print(_HEAD)
    courses = []
    for slug in chosen:
        courses.append(simulate(read(slug)))
        print(_row(slug, courses[-1:]))
    for name in ("dev", "held"):
        part = [course for course in courses if half(course.slug) == name]
        if part:
            print(_row(name, part))
    print(_row("all", courses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
