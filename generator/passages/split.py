"""Where one sentence holds two assertions that stand by themselves.

Precision first. Both parts need a subject and a finite verb of their own, the second subject must not be a pronoun (it
would point back into the first part), and no attribution may be torn from what it governs.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.clauses import (
    ADVERB,
    AND,
    AUXILIARY,
    BARE,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NOUN,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    Clause,
)
from generator.language.reporting import TAKES_CLAUSE, speech_class
from generator.language.tagger import VERBS, Tag
from generator.passages.asides import after_note, nothing_asserted
from generator.passages.reading import Reading
from generator.passages.speech import find_speech

_CONCEDES = frozenset("as while although though whereas".split())  # "As towns face floods, the state builds dams"
_JOINS = frozenset("and but while whereas".split())
_POINTS_BACK = frozenset(
    """it he she they this that these those both neither such one none some others many all most each either two three
    four five six seven eight nine ten there""".split()
)
_THEIR_OWN = frozenset("his her their its my our your them him".split())
_SHORTEST = 5  # words of a part; what is shorter is a tag ("and it did"), not an assertion


_LONGEST = 400  # tokens of a sentence; what is longer is a list or a page without full stops, and stays whole


class Part(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive); ``conjunction`` is the number of leading tokens that only join."""

    first: int
    last: int
    conjunction: int = 0


def split(reading: Reading, first: int = 0) -> tuple[Part, ...]:
    """The independent assertions of a sentence from token ``first`` on, in order; together they are all of its tokens
    from there."""
    parts: list[Part] = []
    rest = Part(first, len(reading.tokens))
    while rest.last <= _LONGEST and (found := _first_of(reading, rest)) is not None:
        part, rest = found
        parts.append(part)
    return (*parts, rest)


def _first_of(reading: Reading, whole: Part) -> tuple[Part, Part] | None:
    """The first assertion of a stretch and what is left of it, or None where it is one assertion."""
    first, last = whole.first, whole.last
    if last - first < 2 * _SHORTEST or find_speech(reading, first, last, None) is not None:
        return None  # an attribution after or around its content governs all of it
    if reading.tokens[first].low in _CONCEDES and whole.conjunction == 0:
        cut = _concession_end(reading, first, last)
        return None if cut is None else (Part(first, cut, 1), Part(cut, last))
    cut = _coordination(reading, first + whole.conjunction, last)
    if cut is None:
        return None
    joins = 1 if reading.tokens[cut].low in _JOINS else 0
    return Part(first, cut, whole.conjunction), Part(cut, last, joins)


def _concession_end(reading: Reading, first: int, last: int) -> int | None:
    """ "While A does this, B does that": the index after the comma."""
    for comma in range(first + _SHORTEST, last - _SHORTEST):
        if reading.tokens[comma].text != "," or reading.quoted(comma):
            continue
        begin = after_note(reading, comma + 1, last)
        left, right = reading.clause(first + 1, comma), reading.clause(begin, last)
        if left is None or right is None or left.subject[0] != first + 1:
            continue
        if reading.tokens[first].low == "as" and (
            speech_class(left.verb.lemma) or nothing_asserted(reading, begin, last, right, None, quoted=False)
        ):
            return None  # whose words follow, "As Ruiz explained, ..."; or when nothing is said: "..., the world waits"
        if _own_subject(reading, left) and _own_subject(reading, right) and _starts_here(reading, right, begin):
            return comma + 1
    return None


def _coordination(reading: Reading, first: int, last: int) -> int | None:
    """ "A did this; B did that", ", and B did that", ", while B did that": the index where the second part begins."""
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
        if _in_a_list(reading, left, index) or _second_of_two(reading, right):
            continue
        if _starts_here(reading, right, begin) and _left_is_closed(reading, left, index, right):
            return cut
    return None


def _in_a_list(reading: Reading, left: Clause, end: int) -> bool:
    """ "for Denmark, Norway, and Iceland": whether only a few words and no verb stand between a comma and this one."""
    for index in range(end - 1, max(left.verb.last, end - 7), -1):
        if reading.tokens[index].text == ",":
            return reading.tokens[end + 1].low == "and" and index > end - 5
        if reading.tags[index] in (FINITE, AUXILIARY, MODAL, GERUND):
            return False
    return False


def _second_of_two(reading: Reading, clause: Clause) -> bool:
    """Whether a verb is joined to one before it: "..., and Iceland and say" has no subject of its own."""
    before = clause.verb.first - 1
    while before > clause.begin and reading.tags[before] == ADVERB:
        before -= 1
    return reading.tags[before] == AND


def _own_subject(reading: Reading, clause: Clause) -> bool:
    first, last = clause.subject
    if first >= last:
        return False
    word = reading.tokens[first]
    if reading.tags[first] in (PRONOUN, RELATIVE, THAT, SUBORDINATOR):
        return False
    if word.low in _POINTS_BACK and last - first == 1:
        return False
    if word.tag in (Tag.PRESENT, Tag.INFINITIVE):  # "make May Day a holiday, and institute new rules"
        return False
    if any(token.low in _THEIR_OWN for token in reading.tokens[first:last]) or PRONOUN in reading.tags[first:last]:
        return False
    return not (clause.verb.lemma in ("do", "have", "be") and clause.verb.head >= clause.end - 2)  # "while others do"


def _starts_here(reading: Reading, clause: Clause, begin: int) -> bool:
    """Whether a clause's subject follows at once (an adverb may stand between) and reaches to its verb unbroken."""
    between = range(begin, clause.subject[0])
    if any(reading.tags[i] not in (ADVERB, MARK) for i in between):
        return False
    if reading.tags[clause.subject[0]] == NOUN and reading.tokens[begin].low in _JOINS:
        return False  # a second joining word, read as a noun
    commas = sum(reading.tokens[i].text == "," for i in range(*clause.subject))
    return commas in (0, 2)


_PLAINLY_SAYS = frozenset("say tell add warn claim deny insist argue write announce report".split())


_PASSIVE = frozenset("be been being is are was were".split())


def _reports(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb of saying or thinking that takes a clause stands here: what follows may be what is said."""
    for index in range(first, last):
        token = reading.tokens[index]
        if token.tag not in VERBS or token.lemma not in TAKES_CLAUSE or not speech_class(token.lemma):
            continue
        if reading.quoted(index):
            continue
        if index and reading.tags[index] == BARE and reading.tokens[index - 1].low in _PASSIVE:
            continue  # "has been disclosed" says nothing about what follows
        if not _has_bare_object(reading, index):
            return True
    return False


def _has_bare_object(reading: Reading, index: int) -> bool:
    """ "expressed support", "denies these allegations": a noun phrase and no clause after the verb."""
    if reading.tags[index + 1 : index + 2] == (MARK,):
        return False
    return not any(tag in (THAT, FINITE, AUXILIARY, MODAL) for tag in reading.tags[index + 1 : index + 10])


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Whether another main clause follows after a comma: "..., while it rained, the show went on"."""
    for comma in range(clause.verb.last, clause.end):
        later = reading.clause(comma + 1, clause.end) if reading.tokens[comma].text == "," else None
        if later is not None and comma + 1 == later.subject[0] < later.subject[1]:
            return True
    return False


def _left_is_closed(reading: Reading, left: Clause, end: int, right: Clause) -> bool:
    """Whether nothing on the left may reach over the joint: speech, a condition, a relative clause, a list."""
    if left.subject[0] > left.begin:  # an opening "In May," or "If so," holds for both parts
        return False
    if left.verb.negated and left.verb.lemma == "be" and reading.tokens[end + 1].low == "but":  # not this, but that
        return False
    if _reports(reading, left.begin, end):
        speech = find_speech(reading, right.begin, right.end, right)
        if speech is None or speech.speaker is None or speech.verb not in _PLAINLY_SAYS:
            return False
        if right.verb.modal or right.verb.negated:
            return False
    if reading.tokens[end + 1].low in ("while", "whereas") and _goes_on(reading, right):
        return False
    inner = range(left.verb.last, end)
    if any(reading.tags[i] in (SUBORDINATOR, THAT) for i in inner):
        return False
    relatives = [i for i in inner if reading.tags[i] == RELATIVE]
    if relatives and not any(reading.tags[i] == FINITE or reading.tags[i] in "XM" for i in range(relatives[-1], end)):
        return False
    return not any(reading.tokens[i].low in ("if", "because", "unless") for i in range(left.begin, end))
