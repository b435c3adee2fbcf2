"""What a wording may leave out: stretches without which a sentence still stands, and says less.

Never a speaker, a negation, a hedge, a condition, a quotation, or what a negated verb, a "first" or an "all" reaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.language.calendar import WEEK, YEAR
from generator.language.clauses import (
    ADVERB,
    AND,
    AUXILIARY,
    BARE,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NOT,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    Clause,
)
from generator.language.hedges import find_hedges
from generator.language.tagger import Tag
from generator.passages.reading import Reading
from generator.passages.speech import Speech

_VERBS = (FINITE, AUXILIARY, MODAL)
_COMMAS = frozenset(", — – --".split())
_SPANS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades".split()
)
_DAY_HEADS = WEEK | frozenset("morning afternoon evening night day week month year weekend noon midnight".split())
# Prepositions whose phrase, after an object, tells only when, where or how; "of", "to", "for", "from", "with",
# "against", "about" and the like may complete the verb or the noun.
_LOOSE = frozenset(
    """in on at after during since near outside inside following amid along until before within around across because
    despite alongside beside behind by throughout via""".split()
)
_OF_TIME = frozenset("since after before during following amid until despite because throughout".split())
_COMPOUND = frozenset("look take name run come go be".split())  # "look after", "come before", "be after"
_SAFE_SUBORDINATORS = frozenset("after before since when while as because until where once although though".split())
_CONDITIONS = frozenset("if unless whether provided except excluding outside without than only".split())
_REACHING = frozenset(
    """all every each only most no any first last second third none few half both never ever more less fewer so such too
    same next worst best least other another enough third-largest second-largest""".split()
)
_DENYING = frozenset("no not nobody none never neither nor nothing without hardly barely".split())
_SAYS_WITHIN = 3  # tokens between a speaker and its verb
_LEAST_LEFT = 3  # words besides the marks


class Span(NamedTuple):
    first: int
    last: int


def find_cuts(
    reading: Reading, first: int, last: int, clause: Clause | None, asserted: Clause | None, speech: Speech | None
) -> tuple[Span, ...]:
    """The stretches of ``tokens[first:last]`` (spans of tokens) each of which may be left out, shortest first."""
    if clause is None:
        return ()
    whole = _Whole(reading, first, last, _kept(reading, clause, asserted, speech), asserted or clause, _speaker(speech))
    found = dict.fromkeys(span for rule in _RULES for span in rule(whole))
    going = (span for span in found if whole.may_go(span))
    return tuple(sorted(going, key=lambda span: (span.last - span.first, span.first)))


def _speaker(speech: Speech | None) -> int:
    if speech is None:
        return -1
    return speech.speaker[0] if speech.speaker else 0


def _kept(reading: Reading, clause: Clause, asserted: Clause | None, speech: Speech | None) -> frozenset[int]:
    """Tokens that stay: subject and verb of what is asserted and of who says it, and the speaker."""
    kept: set[int] = set()
    for each in (clause, asserted):
        if each is not None:
            kept.update(range(each.verb.first, each.verb.last))
            kept.update(range(*_subject_head(reading, each.subject)))
    if speech and speech.speaker:
        begin, end = speech.speaker
        near = range(max(0, begin - _SAYS_WITHIN), min(len(reading.tokens), end + _SAYS_WITHIN))
        kept.update(range(begin, end), (i for i in near if reading.tokens[i].lemma == speech.verb))
    return frozenset(kept)


def _subject_head(reading: Reading, subject: tuple[int, int]) -> tuple[int, int]:
    """What stays of a subject: nothing from a comma, a bracket or a day on; of "a scanner at a counting centre" not
    where it stood."""
    first, last = subject
    for index in range(first + 1, last):
        low = reading.tokens[index].low
        on_day = low == "on" and index + 1 < last and reading.tokens[index + 1].low in WEEK
        if low in _COMMAS or low == "(" or reading.tags[index] == RELATIVE or on_day:
            return first, index
        if index > first + 1 and low in _PLACED and reading.tokens[first].low in {"a", "an"}:
            return first, index
    return subject


_PLACED = frozenset("in at near outside inside".split())


class _Whole(NamedTuple):
    reading: Reading
    first: int
    last: int
    kept: frozenset[int]
    main: Clause
    speaker: int  # token at which the words for who says it begin; -1 where nobody does

    @property
    def speaks(self) -> bool:
        return self.speaker >= 0

    def low(self, index: int) -> str:
        return self.reading.tokens[index].low if self.first <= index < self.last else ""

    def tag(self, index: int) -> str:
        return self.reading.tags[index] if self.first <= index < self.last else MARK

    def denies(self, index: int) -> bool:
        low = self.low(index)
        return self.tag(index) == NOT or low in _DENYING or low.endswith("n't") or low == "cannot"

    def is_comma(self, index: int) -> bool:
        return self.low(index) in _COMMAS

    @property
    def end(self) -> int:
        """Index of the mark that ends the stretch, or its end."""
        end = self.last
        while end > self.first and self.tag(end - 1) == MARK and self.low(end - 1) in {".", "!", "?", ";", ","}:
            end -= 1
        return end

    def may_go(self, span: Span) -> bool:
        """Whether nothing that must stay stands in a stretch, and enough is left."""
        inside = range(span.first, span.last)
        tokens = self.reading.tokens
        leads_in = span.first == self.first and span in tuple(_main_clause(self))
        if span.first >= span.last or any(self.reading.quoted(i) for i in inside):
            return False
        if not leads_in and any(i in self.kept for i in inside):
            return False
        if any(self.denies(i) or self.low(i) in _CONDITIONS for i in inside):
            return False
        if self.speaks and any(self.low(i) == "that" for i in inside):  # what is said may follow it
            return False
        if find_hedges(tokens[span.first : span.last]):
            return False
        left = sum(tokens[i].text[0].isalnum() for i in range(self.first, self.last) if i not in inside)
        return left >= _LEAST_LEFT


def _segments(whole: _Whole) -> Iterator[Span]:
    """Stretches between a comma or dash and the next, or the end."""
    commas = [i for i in range(whole.first, whole.end) if whole.is_comma(i) and not whole.reading.quoted(i)]
    for place, comma in enumerate(commas):
        for close in (*commas[place + 1 : place + 4], whole.end):
            yield Span(comma, close)


def _set_off(whole: _Whole) -> Iterator[Span]:
    """Relative and participial clauses, appositions and adverbials between commas, or from a comma to the end.

    What goes is the opening comma and, where the sentence goes on, the closing one too.
    """
    ended = -1
    for comma, close in _segments(whole):
        begin = comma + 1
        if begin >= close or not _closes(whole, close) or not _is_aside(whole, begin, close):
            continue
        closed = whole.is_comma(close) and not _says_on(whole, close + 1)
        if ended == comma and whole.tag(begin) == RELATIVE:
            continue  # it ended before
        ended = comma if closed else ended
        yield Span(comma, close + 1 if closed else close)


def _closes(whole: _Whole, close: int) -> bool:
    """Whether an aside may end here: at the end, before the verb, or before what tells who says it."""
    if close >= whole.end:
        return True
    after = close + 1
    while whole.tag(after) == ADVERB:
        after += 1
    return whole.tag(after) in (*_VERBS, PREPOSITION, THAT) or _says_on(whole, close + 1)


def _says_on(whole: _Whole, index: int) -> bool:
    """Whether who says it stands here, after what is said: ", police said"; its comma stays."""
    return whole.low(index) == "according" or (index <= whole.speaker <= index + _SAYS_WITHIN and index in whole.kept)


def _is_aside(whole: _Whole, begin: int, close: int) -> bool:
    tag, low = whole.tag(begin), whole.low(begin)
    finite = [i for i in range(begin, close) if whole.tag(i) in _VERBS]
    listed = any(whole.tag(i) == AND and not _joins_verbs(whole, i) for i in (begin, close - 1, close + 1))
    if tag == RELATIVE or (tag == PREPOSITION and whole.tag(begin + 1) == RELATIVE) or low in {"which", "who"}:
        return bool(finite) and not listed
    if tag in (GERUND, PARTICIPLE) or (tag == ADVERB and whole.tag(begin + 1) in (GERUND, PARTICIPLE)):
        return not finite and not listed
    if (tag == PREPOSITION and low not in {"of", "than", "but"}) or low in {"including", "such"}:
        return len(finite) == 0 and not listed
    if tag == SUBORDINATOR and low in _SAFE_SUBORDINATORS:
        return len(finite) <= 1
    if whole.reading.tokens[begin].text.isdigit() and close == begin + 1:
        return whole.tag(begin - 2) == NOUN  # an age
    return (
        tag == DETERMINER
        and not finite
        and not listed
        and whole.tag(begin - 2) == NOUN
        and AND not in (whole.reading.tags[begin:close])
        and not _is_list(whole, close)
    )


def _is_list(whole: _Whole, close: int) -> bool:
    return whole.is_comma(close) and whole.tag(close + 1) in (AND, DETERMINER, NOUN)


def _joins_verbs(whole: _Whole, index: int) -> bool:
    return whole.tag(index + 1) in (*_VERBS, BARE)


def _opening(whole: _Whole) -> Iterator[Span]:
    """An adverbial that opens the sentence, with its comma."""
    tag, low = whole.tag(whole.first), whole.low(whole.first)
    loose = tag == PREPOSITION or (tag == SUBORDINATOR and low in _SAFE_SUBORDINATORS)
    if not loose and tag not in (GERUND, PARTICIPLE) and low not in _DAY_HEADS | {"last", "earlier", "later"}:
        return
    subject = whole.main.subject[0] if whole.main.subject[0] < whole.main.subject[1] else whole.main.verb.first
    if low == "according" or subject <= whole.first:
        return
    before = [i for i in range(whole.first, subject) if whole.is_comma(i)]
    if before and before[-1] == subject - 1:
        yield Span(whole.first, subject)


def _trailing(whole: _Whole) -> Iterator[Span]:
    """From a loose preposition or subordinator after the object to the end of the clause."""
    # "98 cases in 18 countries, but no deaths": where they are holds for both
    denied = any(whole.denies(i) for i in range(whole.main.verb.first, whole.end))
    if whole.main.verb.negated or denied or _is_conditional(whole):
        return
    start = max(whole.main.verb.last, whole.main.verb.head + 1)
    for end in _ends(whole, start):
        if whole.tag(end + 1) in _VERBS:  # "as her nephew, a lawyer, has become": the clause goes on
            continue
        for index in range(start, end):
            if _is_loose(whole, index, end) and not _reaches(whole, start, index) and not _completes(whole, index, end):
                yield Span(index, end)


def _in_subject(whole: _Whole) -> Iterator[Span]:
    """ "a scanner at a counting centre read": where an indefinite subject stood."""
    first, last = whole.main.subject
    begin = _subject_head(whole.reading, (first, last))[1]
    if begin < last and whole.low(begin) in _PLACED:
        yield Span(begin, last)


def _main_clause(whole: _Whole) -> Iterator[Span]:
    """What leads to a clause that tells a fact by itself: "The fault came to light when a volunteer noticed that", "the
    district, where the margin stands at"."""
    if whole.main.verb.negated or whole.speaks or _is_conditional(whole):
        return
    for index in range(whole.main.verb.last, whole.end - _SHORTEST_FACT):
        if whole.low(index) not in _TELLS_FACT or whole.reading.quoted(index):
            continue
        clause = whole.reading.clause(index + 1, whole.end)
        if clause is None or clause.subject[0] != index + 1 or clause.verb.modal or clause.verb.planned:
            continue
        if whole.tag(index + 1) == PRONOUN or not any(whole.tag(i) == NOUN for i in range(*clause.subject)):
            continue
        yield Span(whole.first, index + 1)


_TELLS_FACT = frozenset("when where after because while".split())
_SHORTEST_FACT = 4  # tokens


def _completes(whole: _Whole, first: int, last: int) -> bool:
    """Whether what the verb needs may stand behind an adverbial: "pledged on Sunday to disband"."""
    return any(whole.tag(i) == THAT or (whole.tag(i) == TO and whole.tag(i + 1) == BARE) for i in range(first, last))


def _ends(whole: _Whole, start: int) -> Iterator[int]:
    yield whole.end
    for index in range(start, whole.end):
        if whole.is_comma(index) and not whole.reading.quoted(index) and whole.tag(index - 1) != AND:
            yield index


def _is_conditional(whole: _Whole) -> bool:
    return any(whole.low(i) in {"if", "unless", "whether"} for i in range(whole.first, whole.last))


def _is_loose(whole: _Whole, index: int, end: int) -> bool:
    low, tag = whole.low(index), whole.tag(index)
    before = index - 1
    while whole.tag(before) == ADVERB:
        before -= 1
    if whole.low(before) in _ANYBODY and whole.low(before - 1) in {"the", "those"}:
        return False  # "the person in custody" is none without it
    if whole.low(before) in _SPANS or whole.tag(before) == AND or index + 1 >= end:  # "a week after", "and again on"
        return False
    if tag == SUBORDINATOR or (low in _SAFE_SUBORDINATORS and low not in _LOOSE):
        forms = _VERBS if low == "as" else (*_VERBS, GERUND, PARTICIPLE)  # "touted it as expanding" needs its "as"
        governs = any(whole.tag(i) in forms for i in range(index + 1, end)) and whole.low(before) != "well"
        return low in _SAFE_SUBORDINATORS and governs and whole.tag(index - 1) not in (MARK, PREPOSITION)
    if (
        tag != PREPOSITION
        or (low not in _LOOSE and not (low == "from" and _is_day(whole, index)))
        or whole.tag(index - 1) in (PREPOSITION, AND, MARK, DETERMINER)
    ):
        return False
    if whole.low(index + 1) in _REACHING:  # "at all", "at least", "in any case"
        return False
    if before < whole.main.verb.last:  # "resulted in", "looked at": it may belong to the verb, but for a time
        return _is_day(whole, index) or (low in _OF_TIME and whole.main.verb.lemma not in _COMPOUND)
    plain = whole.tag(before) == PRONOUN or (
        whole.tag(before) == NOUN and whole.reading.tokens[before].tag is not Tag.ADJECTIVE
    )
    return plain or _is_day(whole, index)


_ANYBODY = frozenset("person people one ones man men woman women suspect thing things place".split())


def _is_day(whole: _Whole, index: int) -> bool:
    """Whether a preposition is that of a day or month: "on Thursday", "in May", "on the night of"."""
    if whole.main.verb.lemma in {"be", "bear", "schedule", "set", "fall"}:
        return False
    near = [whole.low(i) for i in range(index + 1, index + 4)]
    numbered = near[0].isdigit() and (near[1] in YEAR or len(near[0]) == 4)
    if whole.low(index) in {"in", "within"} and whole.reading.tokens[index + 1].tag is Tag.NUMBER and near[1] in _SPANS:
        return True
    return numbered or near[0] in WEEK | YEAR or (whole.low(index) in {"on", "at"} and not _DAY_HEADS.isdisjoint(near))


def _reaches(whole: _Whole, start: int, index: int) -> bool:
    """Whether a word before ranges over what follows: "the largest in the city's history"."""
    for back in range(index - 1, start - 1, -1):
        low = whole.low(back)
        if low in _REACHING or low in _DENYING or (low.endswith("est") and len(low) > 5 and low not in _NOT_MOST):
            return True
        if whole.tag(back) in (PREPOSITION, SUBORDINATOR, THAT, *_VERBS):
            return False
    return False


_NOT_MOST = frozenset(
    "protest request interest contest arrest forest harvest suggest invest northwest southwest".split()
)


def _days_inside(whole: _Whole) -> Iterator[Span]:
    """ "on Thursday" wherever it stands between others: "the clerk on Thursday ordered"."""
    if whole.main.verb.negated:
        return
    for index in range(whole.first + 1, whole.end - 1):
        if whole.tag(index) != PREPOSITION or whole.low(index) != "on" or whole.low(index + 1) not in WEEK:
            continue
        end = index + 2 + (whole.low(index + 2) in _DAY_HEADS)
        if whole.tag(end) not in (AND, MARK) or end == whole.end:
            yield Span(index, end)


def _second_verb(whole: _Whole) -> Iterator[Span]:
    """The second of two verbs or clauses that "and" joins: "fled the scene and was arrested later"."""
    if whole.main.verb.negated:
        return
    for index in range(whole.main.verb.last + 1, whole.end - 1):
        if whole.tag(index) != AND or whole.low(index) not in {"and", "but"} or whole.reading.quoted(index):
            continue
        verb = index + 1
        while whole.tag(verb) == ADVERB:
            verb += 1
        begin = index - 1 if whole.is_comma(index - 1) else index
        own_subject = whole.is_comma(index - 1) and whole.reading.clause(index + 1, whole.end) is not None
        goes_on = whole.tag(verb) in _VERBS or (whole.tag(verb) == BARE and whole.main.verb.modal is not None)
        if goes_on or own_subject:
            for end in _ends(whole, verb + 1):
                holds = any(whole.tag(i) in (*_VERBS, BARE) for i in range(index + 1, end))
                if holds and (end == whole.end or _says_on(whole, end + 1)):
                    yield Span(begin, end)


def _gapped(whole: _Whole) -> Iterator[Span]:
    """A second clause that leaves out its verb: "will pay 60 percent, and the city the rest"."""
    if whole.main.verb.negated:
        return
    for index in range(whole.main.verb.last + 1, whole.end - 2):
        if whole.tag(index) != AND or whole.reading.quoted(index):
            continue
        rest = range(index + 1, whole.end)
        nouns = all(whole.tag(i) in (NOUN, DETERMINER) for i in rest)
        two = any(whole.tag(i - 1) == NOUN and whole.tag(i) == DETERMINER for i in rest[1:])
        if nouns and two:
            yield Span(index - 1 if whole.is_comma(index - 1) else index, whole.end)


def _bracketed(whole: _Whole) -> Iterator[Span]:
    """Round brackets with what stands in them."""
    opened = -1
    for index in range(whole.first, whole.last):
        if whole.low(index) == "(":
            opened = index
        elif whole.low(index) == ")" and opened > whole.first:
            yield Span(opened, index + 1)
            opened = -1


_RULES = (_set_off, _opening, _trailing, _in_subject, _days_inside, _second_verb, _gapped, _bracketed, _main_clause)
