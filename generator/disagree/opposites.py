"""The same thing affirmed and negated, or told with words that exclude each other: "passed" against "rejected"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.disagree.reading import Answer, Bench, Finding, Reading, claims_asked, negates_manner, ordered, spread
from generator.disagree.wording import is_it_true, shorten
from generator.language.polarity import NEGATING_VERBS, is_negator, negated, opposites
from generator.language.stems import stem
from generator.model import DisagreementKind

# Of the shorter passage's words, the one apart that is negated or opposed, so many must stand in the other passage.
# On text and hypothesis (RTE-3) .5 to .7 find the same nine contradictions with one false alarm, .8 finds eight.
_LEAST_COVERED = 0.7
_LEAST_SHARED = 2
_LEAST_SHARED_OPPOSED = 3  # where the opposition rests on two words, not on a negator
_LEAST_MUTUAL = 0.45  # share of the longer passage's words as well, where both stand in a story
_MOST_HOLDING = 300  # passages that are found by one word; in a story of more, a word that more hold tells little
_MOST_WORDS = 100  # a passage that is longer is no one statement
_NEAREST = 4  # words of content on either side of two opposed words among which they share what they are said of
_NEIGHBOURS = 6  # words on either side of two opposed words among which they share what they are said of
# What is asked, allowed or wished for is neither affirmed nor denied.
_OPEN = frozenset("whether if can can't cannot could should may might must shouldn't couldn't".split())


def opposed_statements(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Pairs of passages of different groups that say the opposite of the same thing."""
    single = claims_asked(readings)
    statements = [r for r in readings if "?" not in r.text and len(r.words) <= _MOST_WORDS]
    for a, b in _candidates(statements, bench):
        asked = a.group in single or b.group in single
        if not asked and not _tell_of_one_event(a, b):
            continue
        shorter, longer = (a, b) if len(a.content) <= len(b.content) else (b, a)
        pivot = _pivot(shorter, longer)
        if pivot and (asked or _are_main_verbs(shorter, pivot[0], longer, pivot[1])):
            yield _finding(a, b, (_shown(shorter, pivot[0]), _shown(longer, pivot[1])))


def _candidates(readings: Sequence[Reading], bench: Bench) -> Iterator[tuple[Reading, Reading]]:
    """Pairs of different groups, in story order, of which one alone negates something or which hold opposed words, and
    which share most of the shorter one's words. An index of words keeps other pairs from being looked at; of the
    passages that hold one of the commonest words it has some of each group."""
    index: dict[str, list[Reading]] = {}
    for reading in readings:
        for word in reading.content:
            index.setdefault(word, []).append(reading)
    index = {word: spread(holding, lambda reading: reading, _MOST_HOLDING) for word, holding in index.items()}
    found = {reading.order for holding in index.values() for reading in holding}
    bench.leave_out([reading for reading in readings if reading.order not in found], "what is said and its opposite")
    negating = {reading.order for reading in readings if reading.negates}
    pairs: dict[tuple[int, int], tuple[Reading, Reading]] = {}
    for a in readings:
        for b in _others(a, index, negating):
            if a.group != b.group and _share_most(a, b):
                first, last = (a, b) if a.order < b.order else (b, a)
                pairs[first.order, last.order] = first, last
    for _, pair in sorted(pairs.items(), key=lambda item: item[0]):
        yield pair


def _others(reading: Reading, index: dict[str, list[Reading]], negating: set[int]) -> Iterator[Reading]:
    """Passages that may say the opposite of one: they hold an opposed word, or negate nothing where it does."""
    for word in reading.content:
        for opposed in opposites(word):
            yield from index.get(opposed, ())
    if reading.order in negating:
        sharing = {other.order: other for word in reading.content for other in index.get(word, ())}
        yield from (other for order, other in sharing.items() if order not in negating)


def _share_most(a: Reading, b: Reading) -> bool:
    shared = len(a.content & b.content)
    return shared >= _LEAST_SHARED and shared >= _LEAST_COVERED * (min(len(a.content), len(b.content)) - 2)


def _tell_of_one_event(a: Reading, b: Reading) -> bool:
    """Whether two long passages share an actor, and each most of the other's words."""
    shared = len(a.content & b.content)
    return shared >= _LEAST_MUTUAL * max(len(a.content), len(b.content)) and not set(a.passage.actors).isdisjoint(
        b.passage.actors
    )


def _are_main_verbs(a: Reading, i: int, b: Reading, j: int) -> bool:
    """Whether two words are what one and the same actor does, to something that both passages name after them."""
    if a.passage.subject is None or a.passage.subject != b.passage.subject:
        return False
    if any(r.passage.verb is None or stem(r.passage.verb) != r.words[at].stem for r, at in ((a, i), (b, j))):
        return False
    return not _following(a, i).isdisjoint(_following(b, j))


def _following(reading: Reading, i: int) -> frozenset[str]:
    return frozenset(word.stem for word in reading.words[i + 1 : i + 1 + _NEIGHBOURS] if word.is_content)


def _pivot(shorter: Reading, longer: Reading) -> tuple[int, int] | None:
    """Where the words stand that exclude each other, all else of the shorter passage being said in the longer."""
    for i, word in enumerate(shorter.words):
        if not word.is_content or (word.capital and i > 0):
            continue
        told = [j for j, other in enumerate(longer.words) if other.stem == word.stem]
        against = told or [j for j, other in enumerate(longer.words) if other.stem in opposites(word.stem)]
        if against and all(_exclude(shorter, i, longer, j, bool(told)) for j in against):
            opposed = longer.words[against[0]].stem
            if _rest_is_shared(shorter, longer, word.stem, opposed, _LEAST_SHARED if told else _LEAST_SHARED_OPPOSED):
                return i, against[0]
    return None


def _exclude(a: Reading, i: int, b: Reading, j: int, same_word: bool) -> bool:
    """Whether the words at ``i`` and ``j`` exclude each other.

    The same word does where one passage negates it and the other negates nothing; words of opposed sense do where both
    are told alike, of the same neighbouring words.
    """
    if _is_open(a, i) or _is_open(b, j):
        return False
    if not _neighbours(a, i) & _neighbours(b, j) - {a.words[i].stem}:
        return False
    if not same_word:
        return negated(a.words, i) == negated(b.words, j)
    if negates_manner(a, i) or negates_manner(b, j):
        return False
    left, right = _is_predicate_negated(a, i), _is_predicate_negated(b, j)
    return (left and not b.negates) or (right and not a.negates)


def _is_predicate_negated(reading: Reading, i: int) -> bool:
    """Whether the word at ``i`` is the first that says anything after its negator: "not affect the playing" is not."""
    if not negated(reading.words, i):
        return False
    for word in reversed(reading.words[:i]):
        if is_negator(word):
            return True
        if word.is_content and not word.folded.endswith("ly"):
            return word.stem in NEGATING_VERBS
    return False


def _is_open(reading: Reading, i: int) -> bool:
    clause = reading.words[i].clause
    return any(word.folded in _OPEN and word.clause == clause and not word.capital for word in reading.words)


def _neighbours(reading: Reading, i: int) -> frozenset[str]:
    before = [w for w in reading.words[:i] if w.is_content][-_NEAREST:]
    after = [w for w in reading.words[i:] if w.is_content][: _NEAREST + 1]
    return frozenset(w.stem for w in (*before, *after))


def _rest_is_shared(shorter: Reading, longer: Reading, pivot: str, opposed: str, least: int) -> bool:
    rest = shorter.content - {pivot, opposed} - {word.stem for word in shorter.words if is_negator(word)}
    shared = len(rest & longer.content)
    return shared >= least and shared >= _LEAST_COVERED * len(rest)


def _shown(reading: Reading, i: int) -> str:
    """A word with the negator before it."""
    first = next((j for j in range(max(0, i - 4), i) if is_negator(reading.words[j])), i)
    return reading.passage.shown(reading.words[first].start, reading.words[i].end)


def _finding(a: Reading, b: Reading, pivot: tuple[str, str]) -> Finding:
    affirming = min((a, b), key=lambda reading: (reading.negates, len(reading.printed)))
    answers = (Answer(shorten(a.printed), (a,)), Answer(shorten(b.printed), (b,)))
    return Finding(
        DisagreementKind.STANCE,
        is_it_true(affirming.printed, affirming.foreign),
        ordered(answers),
        f"the same with words that exclude each other: “{pivot[0]}” / “{pivot[1]}”",
    )
