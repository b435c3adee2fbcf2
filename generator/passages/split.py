"""Where one sentence holds two assertions that stand by themselves.

Precision first. Both parts need a subject and a finite verb of their own, the second subject must not be a pronoun (it
would point back into the first part), and no attribution may be torn from what it governs.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.clauses import FINITE, PRONOUN, RELATIVE, SUBORDINATOR, THAT, Clause
from generator.language.reporting import TAKES_CLAUSE, VIEW, speech_class
from generator.passages.reading import Reading
from generator.passages.speech import find_speech

_CONCEDES = frozenset("while although though whereas".split())
_JOINS = frozenset("and but while whereas".split())
_POINTS_BACK = frozenset("it he she they this that these those both neither such one".split())
_SHORTEST = 4  # words of a part; what is shorter is a tag ("and it did"), not an assertion


class Part(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive); ``conjunction`` is the number of leading tokens that only join."""

    first: int
    last: int
    conjunction: int = 0


def split(reading: Reading) -> tuple[Part, ...]:
    """The independent assertions of a sentence, in order; together they are all of its tokens."""
    return _split(reading, Part(0, len(reading.tokens)))


def _split(reading: Reading, whole: Part) -> tuple[Part, ...]:
    first, last = whole.first, whole.last
    if last - first < 2 * _SHORTEST or _governed_from_behind(reading, first, last):
        return (whole,)
    if reading.tokens[first].low in _CONCEDES and first == 0:
        cut = _concession_end(reading, first, last)
        if cut is None:
            return (whole,)
        return (Part(first, cut, 1), *_split(reading, Part(cut, last)))
    cut = _coordination(reading, first + whole.conjunction, last)
    if cut is None:
        return (whole,)
    joins = 1 if reading.tokens[cut].low in _JOINS else 0
    return (Part(first, cut, whole.conjunction), *_split(reading, Part(cut, last, joins)))


def _governed_from_behind(reading: Reading, first: int, last: int) -> bool:
    """Whether an attribution after or around the content governs all of it."""
    speech = find_speech(reading, first, last, None)
    return speech is not None


def _concession_end(reading: Reading, first: int, last: int) -> int | None:
    """"While A does this, B does that": the index after the comma."""
    for comma in range(first + _SHORTEST, last - _SHORTEST):
        if reading.tokens[comma].text != "," or reading.quoted(comma):
            continue
        left, right = reading.clause(first + 1, comma), reading.clause(comma + 1, last)
        if left is None or right is None or left.subject[0] != first + 1:
            continue
        if _own_subject(reading, left) and _own_subject(reading, right) and _starts_here(reading, right, comma + 1):
            return comma + 1
    return None


def _coordination(reading: Reading, first: int, last: int) -> int | None:
    """"A did this; B did that", ", and B did that", ", while B did that": the index where the second part begins."""
    for index in range(first + _SHORTEST, last - _SHORTEST):
        token = reading.tokens[index]
        if reading.quoted(index):
            continue
        if token.text == ";":
            begin, cut = index + 1, index + 1
        elif token.text == "," and reading.tokens[index + 1].low in _JOINS:
            begin, cut = index + 2, index + 1
        else:
            continue
        left, right = reading.clause(first, index), reading.clause(begin, last)
        if left is None or right is None or not _own_subject(reading, left) or not _own_subject(reading, right):
            continue
        if _starts_here(reading, right, begin) and _left_is_closed(reading, left, index, right):
            return cut
    return None


def _own_subject(reading: Reading, clause: Clause) -> bool:
    first, last = clause.subject
    if first >= last:
        return False
    word = reading.tokens[first]
    return not (reading.tags[first] == PRONOUN or (word.low in _POINTS_BACK and last - first == 1))


def _starts_here(reading: Reading, clause: Clause, begin: int) -> bool:
    """Whether a clause's subject follows at once (an adverb may stand between) and reaches to its verb unbroken."""
    between = range(begin, clause.subject[0])
    if any(reading.tags[i] not in ("B", ".") for i in between):
        return False
    if reading.tags[clause.subject[0]] == "N" and reading.tokens[begin].low in _JOINS:
        return False
    commas = sum(reading.tokens[i].text == "," for i in range(*clause.subject))
    return commas in (0, 2)


def _left_is_closed(reading: Reading, left: Clause, end: int, right: Clause) -> bool:
    """Whether nothing on the left may reach over the joint: speech, a condition, a relative clause, a list."""
    lemma = left.verb.lemma
    if speech_class(lemma) and (lemma in TAKES_CLAUSE or lemma in VIEW):
        return speech_class(right.verb.lemma) in ("statement", "allegation", "denial")
    inner = range(left.verb.last, end)
    if any(reading.tags[i] in (SUBORDINATOR, THAT) for i in inner):
        return False
    relatives = [i for i in inner if reading.tags[i] == RELATIVE]
    if relatives and not any(reading.tags[i] == FINITE or reading.tags[i] in "XM" for i in range(relatives[-1], end)):
        return False
    return not any(reading.tokens[i].low in ("if", "because", "unless") for i in range(left.begin, end))
