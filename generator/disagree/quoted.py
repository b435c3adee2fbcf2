"""One quotation told in two ways: given to two speakers, or with and without its "not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from generator.comparison.names import same_name, words_of
from generator.comparison.speakers import described_alike
from generator.disagree.reading import Answer, Bench, Finding, Reading, ordered
from generator.disagree.wording import shorten
from generator.language.names import initials
from generator.language.quotations import quoted_parts
from generator.language.reporting import SAID_THINGS
from generator.language.stems import Lazy, stems
from generator.language.tokens import words
from generator.model import DisagreementKind, Passage

_LEAST, _SHORTEST = 20, 5  # code points, words; of fewer, two people may say the same
_DESCRIBING = frozenset("the a an its his her their our this that one another".split())
_SPELT_ALIKE = 0.9  # of two names: "Loewen", "Lowen"
_FOR_OTHERS = Lazy(lambda: stems("spokesman spokeswoman spokesperson rep representative lawyer attorney aide"))
_NEGATORS = frozenset("not no never".split())


@dataclass(frozen=True, slots=True)
class _Quotation:
    reading: Reading
    shown: str
    words: tuple[str, ...]

    @property
    def affirmed(self) -> tuple[str, ...]:
        """Its words without those that negate: "n't" is a part of its verb."""
        return tuple(word.removesuffix("n't") for word in self.words if word not in _NEGATORS)

    @property
    def negations(self) -> int:
        return sum(word in _NEGATORS or word.endswith("n't") for word in self.words)


def differing_quotations(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Quotations that sources print in the same words with another speaker, or but for a negation."""
    by_words: dict[tuple[str, ...], list[_Quotation]] = {}
    for reading in readings:
        for part in quoted_parts(reading.text, _LEAST):
            told = tuple(words(part))
            if len(told) >= _SHORTEST:
                one = _Quotation(reading, part.strip(" ,.;"), told)
                by_words.setdefault(one.affirmed, []).append(one)
    for alike_words in by_words.values():
        quotations = bench.few(alike_words, lambda one: one.reading, "quotations")
        yield from _turned(quotations)
        yield from _other_speaker(quotations)


def _turned(quotations: Sequence[_Quotation]) -> Iterator[Finding]:
    negated = [one for one in quotations if one.negations % 2]
    plain = [one for one in quotations if not one.negations % 2]
    if not negated or not plain or {one.reading.group for one in negated} & {one.reading.group for one in plain}:
        return
    answers = tuple(
        Answer(f"“{shorten(held[0].shown)}”", tuple(one.reading for one in held)) for held in (negated, plain)
    )
    who = negated[0].reading.passage.speaker or plain[0].reading.passage.speaker
    question = f"What did {who} say?" if who else "What was said?"
    yield Finding(DisagreementKind.STANCE, question, ordered(answers), "one quotation, with and without its negation")


def _other_speaker(quotations: Sequence[_Quotation]) -> Iterator[Finding]:
    spoken = [one for one in quotations if one.reading.passage.speaker and one.reading.passage.says is None]
    for a, b in combinations(spoken, 2):
        one, other = _speaker(a), _speaker(b)
        if (
            a.reading.group == b.reading.group
            or same_name(one, other)
            or initials(one) == other
            or initials(other) == one
            or SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE
            or _may_be_one(a.reading.passage, b.reading.passage)
        ):
            continue
        held = {
            name: tuple(each.reading for each in spoken if same_name(name, _speaker(each))) for name in (one, other)
        }
        answers = tuple(Answer(name, readings) for name, readings in held.items())
        reason = f"one quotation, two speakers: {one} / {other}"
        yield Finding(DisagreementKind.NAME, f"Who said “{shorten(a.shown)}”?", ordered(answers), reason)
        return


def _may_be_one(a: Passage, b: Passage) -> bool:
    """Whether a description may be of the one who is named ("the president"), two share a word ("the ministry", "its
    finance ministry"), one tells only that somebody speaks for another ("the spokesman"), one is what the other issued
    ("the statement"), or a passage names the other's speaker as well."""
    if any(not SAID_THINGS.isdisjoint((one.speaker or "").lower().split()) for one in (a, b)):
        return True
    if a.speaker_actor is None and b.speaker_actor is None:
        one, other = words_of(a.speaker or ""), words_of(b.speaker or "")
        alone = one <= _FOR_OTHERS or other <= _FOR_OTHERS
        return alone or one.isdisjoint(_FOR_OTHERS) != other.isdisjoint(_FOR_OTHERS) or bool(one & other)
    if not (_is_named(a) and _is_named(b)) or described_alike(a, b):
        return True
    return any(same_name(one.speaker_actor or "", actor) for one, other in ((a, b), (b, a)) for actor in other.actors)


def _is_named(passage: Passage) -> bool:
    speaker = passage.speaker or ""
    described = speaker.split(" ", 1)[0].lower() in _DESCRIBING
    ends = speaker.rsplit(" ", 1)[-1].lower()
    torn = speaker.count("(") != speaker.count(")") or ends in _DESCRIBING  # what a page links to stands in it
    return passage.speaker_actor is not None and not described and not torn


def _speaker(quotation: _Quotation) -> str:
    passage = quotation.reading.passage
    return passage.speaker or passage.speaker_actor or ""
