"""What every rule of disagreement works on: passages read into words, and what a rule finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.language.kin import senses
from generator.language.polarity import negated, negates_anything
from generator.language.quantities import NUMBER_WORDS
from generator.language.roles import Holder, find_holders
from generator.language.stems import Word, content_stems, read_words, stems
from generator.language.verbs import lookup
from generator.model import DisagreementKind, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with its words and the offices it names.

    ``group`` is who speaks: a source of a story, or one of two texts compared. ``order`` counts all passages in story
    order; neighbours in one group have orders that differ by one.
    """

    passage: Passage
    group: str
    order: int
    words: tuple[Word, ...]
    content: frozenset[str]
    senses: frozenset[str]  # the same, each word in the class of those that may stand for it
    holders: tuple[Holder, ...]
    negates: bool  # whether it negates, refuses or plays down anything
    counts: bool  # whether a number may stand in it: a digit, a number word, a hyphen ("four-year")

    @property
    def text(self) -> str:
        """What the passage says in the words that the rules know."""
        return self.passage.told

    @property
    def printed(self) -> str:
        """The same as the capture has it, for questions and answers."""
        return self.passage.text

    @property
    def foreign(self) -> bool:
        """Whether the two differ, so that no English question can be made of its words."""
        return self.passage.gloss is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: its text and the readings that give it, the clearest first."""

    text: str
    readings: tuple[Reading, ...]

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(reading.group for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Finding:
    """A question on which readings differ; what a rule yields."""

    kind: DisagreementKind
    question: str
    answers: tuple[Answer, ...]
    reason: str


_COUNTING = re.compile(r"[\d-]")  # a numeral, or a word such as twenty-one
NUMBER_STEMS = stems(NUMBER_WORDS)
# Of the answers to one question so many are held against one another, since the pairs grow with their square: at some
# 25 microseconds a pair these take an eighth of a second.
MOST_ASKED = 100
T = TypeVar("T")


class Bench:
    """What the rules work with: how alike two passages are, by their ids, 0 where they were not compared; and of very
    many answers a few. ``left_out`` has the passages of those that were not held against the rest, by what they tell
    of."""

    def __init__(self, alike: Callable[[str, str], float] = lambda a, b: 0.0) -> None:
        self.alike = alike
        self.left_out: dict[str, dict[str, Passage]] = {}

    def few(self, told: Sequence[T], by: Callable[[T], Reading], matter: str) -> list[T]:
        """``MOST_ASKED`` of very many answers, as ``spread`` chooses them; the others are left out."""
        kept = spread(told, by, MOST_ASKED)
        if len(kept) < len(told):
            held = {by(one).passage.id for one in kept}
            self.leave_out([reading for one in told if (reading := by(one)).passage.id not in held], matter)
        return kept

    def leave_out(self, readings: Iterable[Reading], matter: str) -> None:
        """Note that these were not held against the rest."""
        self.left_out.setdefault(matter, {}).update((reading.passage.id, reading.passage) for reading in readings)


def spread(told: Sequence[T], by: Callable[[T], Reading], most: int) -> list[T]:
    """Of more than ``most`` the first of each group, then the second of each, and so on, in the order given."""
    if len(told) <= most:
        return list(told)
    seen: Counter[str] = Counter()
    ranks = []
    for place, one in enumerate(told):
        group = by(one).group
        ranks.append((seen[group], place))
        seen[group] += 1
    return [told[place] for place in sorted(place for _, place in sorted(ranks)[:most])]


HOLDERS = "who holds an office"


def known_holders(readings: Sequence[Reading], bench: Bench) -> tuple[Holder, ...]:
    """The holders of offices that a story names, each name once."""
    last = {holder.name: holder for reading in readings for holder in reading.holders}
    first: dict[str, Reading] = {}
    for reading in readings:
        for holder in reading.holders:
            first.setdefault(holder.name, reading)
    return tuple(last[name] for name, _ in bench.few(list(first.items()), lambda named: named[1], HOLDERS))


Rule = Callable[[Sequence[Reading], Bench], Iterator[Finding]]


def read(groups: Iterable[tuple[str, Passage]]) -> tuple[Reading, ...]:
    """Readings of passages, each given with its group, in the order given."""
    found: list[Reading] = []
    for order, (group, passage) in enumerate(groups):
        words = read_words(passage.told)
        holders = find_holders(passage.told)
        content, negates = content_stems(words), negates_anything(words)
        counts = not NUMBER_STEMS.isdisjoint(content) or _COUNTING.search(passage.told) is not None
        found.append(Reading(passage, group, order, words, content, senses(words), holders, negates, counts))
    return tuple(found)


def ordered(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Answers in a stable order: those of more sources first, else in story order."""
    return tuple(sorted(answers, key=lambda answer: (-len(answer.groups), answer.readings[0].order)))


def by_group(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Readings of each group, groups in order of appearance."""
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(reading.group, []).append(reading)
    return groups


def said(reading: Reading) -> str:
    """What a passage says without who says it, where that stands at either end: "Ruiz said that it fell." and "It
    fell, Ruiz said." -> "it fell."."""
    start, end = said_at(reading)
    whole = (start, end) == (0, len(reading.printed))
    return reading.printed if whole else reading.printed[start:end].strip('“”"')


def said_at(reading: Reading) -> tuple[int, int]:
    """Where that begins and ends in ``printed``: all of it where nobody is named, and in another language."""
    passage, text = reading.passage, reading.printed
    if passage.reporting is None or passage.speaker is None or reading.foreign:
        return 0, len(text)
    if (source := _SOURCE_BEHIND.search(text)) is not None:
        return 0, source.start()
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if form is None or form.lemma != passage.reporting:
            continue
        if i >= len(reading.words) // 2:
            return 0, _speaker_behind(passage.speaker, word, text) or len(text)
        rest = reading.words[i + 1 :]
        that = next((at for at, word in enumerate(rest[:_HEARER]) if word.folded == "that"), None)
        if that is None and passage.reporting in _TO_SOMEBODY:
            break
        rest = rest if that is None else rest[that + 1 :]
        return (rest[0].start if len(rest) > 2 else 0), len(text)
    return 0, len(text)


def _speaker_behind(speaker: str, verb: Word, text: str) -> int | None:
    """Where who says it begins behind what is said: at the comma of ", the ministry said"."""
    at = text.rfind(speaker)
    comma = text.rfind(",", 0, min(at, verb.start)) if at > 0 else -1
    between = text[comma + 1 : min(at, verb.start)].strip(' ”"')
    return comma if comma > 0 and not between else None


_SOURCE_BEHIND = re.compile(r",? according to [^,]+$")


def quotes_unnamed(reading: Reading) -> bool:
    """Whether a passage quotes somebody whom it does not name: anybody who is named elsewhere."""
    return reading.passage.speaker_actor is None and _MARKS.search(reading.text) is not None


_MARKS = re.compile(r"[“”\"]")
_TO_SOMEBODY = frozenset("tell ask remind warn inform assure order urge".split())  # verbs that may take a hearer
_HEARER = 6  # words of the hearer, "that" among them


_COMPARING = frozenset(
    """than compared surpassed exceeded previous previously earlier ago before since record estimated up down
    another additional first second last far total initially latest""".split()
)


def compares(reading: Reading) -> bool:
    """Whether a passage compares figures or times, and so tells of several."""
    return any(word.folded in _COMPARING for word in reading.words)


# Of the words of the shorter passage so many must stand in the other, and of those of the longer one as well where both
# stand in a story. With the first alone five figures were flagged in 500 stories of news, with both none.
LEAST_COVERED = 0.6
LEAST_MUTUAL = 0.45


def tell_the_same(
    a: Reading, b: Reading, left: frozenset[str], right: frozenset[str], single: frozenset[str], least: int
) -> bool:
    """Whether two passages speak of one event, ``left`` and ``right`` being their words apart from what differs.

    They share at least ``least`` words; where one claim is asked about, all of its words will do, however few.
    """
    shared = len(left & right)
    asked = not single.isdisjoint((a.group, b.group))
    if asked and (left <= right or right <= left):
        return shared > 0
    if shared < least or shared < LEAST_COVERED * min(len(left), len(right)):
        return False
    return asked or shared >= LEAST_MUTUAL * max(len(left), len(right))


_FEW_PASSAGES = 2  # a text of at most so many passages is one claim that is asked about


def claims_asked(readings: Sequence[Reading]) -> frozenset[str]:
    """The groups that are one claim each, such as a headline held against an article.

    Such a claim is what the other text is about. Where claims are looked for among all passages of a story, far more
    pairs are tried and chance agreement is likelier, so rules ask for more.
    """
    return frozenset(group for group, members in by_group(readings).items() if len(members) <= _FEW_PASSAGES)


_MANNER = frozenset("overnight immediately yet anytime entirely completely fully only alone easily necessarily".split())
_MANNER_REACH = 6  # words after what is negated


def negates_manner(reading: Reading, i: int) -> bool:
    """Whether what is negated of the word at ``i`` is how or when it is so: "won't shut down overnight"."""
    clause = reading.words[i].clause
    after = (word.folded for word in reading.words[i + 1 : i + 1 + _MANNER_REACH] if word.clause == clause)
    return negated(reading.words, i) and any(word in _MANNER for word in after)
