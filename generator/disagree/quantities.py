"""Different numbers of one thing: "twelve people were killed" against "the death toll stands at 14".

Figures of one kind meet whatever their values, units and wordings. Whether they measure one attribute of one event is
weighed from what stands around them, and each part of that weight can be read off.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, takewhile

from generator.comparison.events import of_one_event
from generator.comparison.speakers import described_alike
from generator.disagree.asking import CLAUSE_END, ask_of_part, statement_at
from generator.disagree.reading import NUMBER_STEMS, Answer, Bench, Finding, Reading, ordered
from generator.disagree.scopes import SCALE_KINDS, Scope, are_apart, is_part, read_scope, spoken_everywhere
from generator.disagree.wording import lower_first, which_is_right, with_gap
from generator.language.calendar import CALENDAR
from generator.language.figures import (
    PEOPLE,
    Figure,
    counts_people,
    differ,
    is_measured,
    named_value,
    read_figures,
)
from generator.language.kin import sense
from generator.language.names import find_names
from generator.language.quantities import AGE, PERIODS, Form
from generator.language.scan import Token, read_tokens
from generator.language.stems import Lazy, Word, stem
from generator.language.tagger import Tag
from generator.language.verbs import Form as VerbForm
from generator.language.verbs import lookup
from generator.model import DisagreementKind

# What an attribute weighs that two figures share; set by reading the pairs of the invented stories a to m.
ROLE = 2.0  # both tell how many were killed
MONEY = 1.4  # both tell what was paid, or how long a sentence is: a story of one killing is one of many of these
NOUN = 1.0  # both count one thing, which is no word for people in general
CONTEXT = 0.6  # for each further word, up to three, that both have in their clauses, if few passages have it
MOST_CONTEXT = 3
SAME = 1.5  # the passages are on the same thing
CLOSE = 0.75  # they are close
VOICES = 1.0  # two speakers each count one thing, in one word, that few in the story count
UNLIKE = 1.0  # against: shares, and sums that are told of two things or among many others, where the passages are not
# on the same thing
STRANGERS = 1.0  # against: each names somebody or something, and they have no name in common
ENOUGH = 2.0
# Times: of the differences that an editor wants shown (tests/spec) none is of numbers over ten times apart; of six
# false questions on numbers in 160 real stories (seeds 84001 and 84002) two are. At 6 a trap story's is lost.
FARTHEST = 10

_LEAST_SAME, _LEAST_CLOSE = 0.48, 0.25
_RARE = 0.15  # share of the story's passages that have a word, up to which it tells anything
_PARTIAL = frozenset(
    """than earlier previous previously initially another additional further second latest including among noon
    midday each every per average annual annually anniversary rose risen climbed estimated forecast expected predicted
    projected if""".split()
)
_FEW_COUNTS = 4
_NEAR = 6  # words on either side of a figure in which such a word counts
_GENERIC = Lazy(lambda: map(sense, map(stem, "people person man woman year month week day hour time thing".split())))
_ARTICLES = frozenset("a an the this that its their his her our".split())
_ADDED = frozenset("a an one his her their another".split())  # "12 students and a teacher"
_PERIOD_KINDS = Lazy(lambda: map(sense, PERIODS))
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A figure in its passage: its role where its words tell one, and the senses around it in its clause."""

    reading: Reading
    figure: Figure
    role: str | None
    noun: str
    people: bool  # its noun is a name of people, as "Americans", and tells no more than "people"
    context: frozenset[str]
    scope: Scope
    rarely_counted: bool = False

    @property
    def shown(self) -> str:
        shown = self.reading.passage.shown(self.figure.start, self.figure.end)
        return shown if self.reading.foreign else lower_first(shown)


def differing_quantities(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Figures of one attribute that cannot all be right, with all who give each value."""
    measured = [one for reading in readings if reading.counts for one in _measured(reading)]
    measured += _put_at(readings, measured)
    articles = _Articles(readings)
    spread = Counter(sense for reading in readings for sense in reading.senses)
    rare = frozenset(sense for sense, count in spread.items() if count <= max(4, _RARE * len(readings)))
    everywhere = spoken_everywhere(readings)
    by_kind: dict[str, list[_Measured]] = defaultdict(list)
    for one in measured:
        by_kind[one.figure.kind].append(one)
    for of_kind in by_kind.values():
        if len(of_kind) <= _FEW_COUNTS:
            of_kind = [replace(one, rarely_counted=True) for one in of_kind]
        same_kind = bench.few(of_kind, lambda one: one.reading, "figures")
        against = [
            (a, b)
            for a, b in combinations(same_kind, 2)
            if _opposed(a, b)
            and not articles.tell_of_two_things(a, b)
            and _of_one_whole(a, b, bench, everywhere)
            and _weight(a, b, bench, rare) >= ENOUGH
        ]
        for attribute in _joined(against):
            held = _of_one_value(_with_all_who_hold(attribute, same_kind, bench, rare))
            if any(_opposed(a, b) and not _reconciled(a, b, same_kind) for a, b in combinations(held, 2)):
                yield _finding(held)


class _Articles:
    """All figures that the articles of a story give, parts and earlier states too, each with its passage."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._given: dict[tuple[str, str], list[tuple[Figure, Reading]]] = defaultdict(list)
        for reading in readings:
            for figure in read_figures(reading.text) if reading.counts else ():
                self._given[reading.group, figure.kind].append((figure, reading))

    def tell_of_two_things(self, a: _Measured, b: _Measured) -> bool:
        """Whether one of two articles gives the value of the other as well, so that its own is of something else;
        unless it has another speaker say so next to it."""
        if a.reading.group == b.reading.group:
            return False
        return self._gives(a, b) or self._gives(b, a)

    def _gives(self, one: _Measured, other: _Measured) -> bool:
        return any(
            not differ(figure, other.figure) and figure.role in ("", other.role) and not _answers(reading, one.reading)
            for figure, reading in self._given[one.reading.group, one.figure.kind]
        )


def _answers(a: Reading, b: Reading) -> bool:
    """Whether two speakers are quoted next to each other."""
    return _have_two_speakers(a, b) and abs(a.order - b.order) == 1


def _have_two_speakers(a: Reading, b: Reading) -> bool:
    return None not in (a.passage.speaker, b.passage.speaker) and a.passage.speaker != b.passage.speaker


def _measured(reading: Reading) -> Iterator[_Measured]:
    """The figures of a passage that tell of a whole at one time; a part, a rise or a comparison tells of several."""
    figures = read_figures(reading.text)
    names = find_names(reading.text) if figures else ()
    kinds = Counter(figure.kind for figure in figures)
    added = {one for pair in pairwise(figures) if _are_added(reading.text, *pair) for one in pair}
    for figure in figures:
        if figure in added or _is_elsewhere(reading, figure) or _speaks(reading, figure):
            continue
        if kinds[figure.kind] > 1 and is_measured(figure) and not figure.role:
            continue  # of several sums or shares in one sentence it is not known which is whose
        inside = [word for word in reading.words if figure.start <= word.start < figure.end]
        if not inside or figure.kind == AGE or _is_partial(reading, figure):  # whose age it is, is not known
            continue
        if figure.kind in _PERIOD_KINDS and not figure.role:
            continue  # "two days before", "two weeks from today" measure no one thing
        noun = sense(inside[-1].stem)
        people = inside[-1].capital and inside[-1].start > 0
        scope = read_scope(reading, figure, names)
        yield _Measured(reading, figure, figure.role or None, noun, people, _context(reading.words, inside), scope)


def _is_elsewhere(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is told of another time by the way: "the worst since the fire of 2010, which killed 40"."""
    return any(start <= figure.start < end for start, end in reading.passage.elsewhere)


def _speaks(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is of those who say something: "41 per cent said the pier should close"."""
    voice = reading.passage.voice
    return voice is not None and reading.text[figure.start : figure.end] in voice


def _are_added(text: str, one: Figure, other: Figure) -> bool:
    """Whether two counts of people make one: "three women and six children were killed"."""
    joined = text[one.end : other.start].strip(" ,") in ("", "and", "as well as")
    return (
        joined
        and counts_people(one)
        and counts_people(other)
        and (one.role == other.role or not (one.role and other.role))
    )


def _of_one_whole(a: _Measured, b: _Measured, bench: Bench, everywhere: frozenset[str]) -> bool:
    """Whether neither figure is of a part, or of a place, kind or area, that the other is not of."""
    if are_apart(a.scope, a.reading, b.scope, b.reading):
        return False
    if bench.alike(a.reading.passage.id, b.reading.passage.id) >= _LEAST_SAME:
        return True
    return not is_part(a.scope, b.scope, b.reading, everywhere) and not is_part(b.scope, a.scope, a.reading, everywhere)


_PUT_AT = re.compile(
    r"\b(?:number|figure|total|toll|cost|price|bill)\b(?: of \w+)? at"
    r" (?:about |around |nearly |only |just )?(\d[\d,.]*\d|\d)"
)
_BACK = 2  # passages of one article in which what "the number" is of was counted


def _put_at(readings: Sequence[Reading], measured: Sequence[_Measured]) -> Iterator[_Measured]:
    """ "put the number at 40,000": another number of what was counted just before, in the same article."""
    counted = {one.reading.order: one for one in measured}
    known = {one.reading.order for one in measured}
    for reading in readings:
        match = _PUT_AT.search(reading.text) if reading.counts and reading.order not in known else None
        near = (counted.get(order) for order in range(reading.order - 1, reading.order - 1 - _BACK, -1))
        before = next((one for one in near if one is not None and one.reading.group == reading.group), None)
        if match is None or before is None or is_measured(before.figure):
            continue
        value = float(match.group(1).replace(",", ""))
        figure = before.figure._replace(low=value, high=value, start=match.start(1), end=match.end(1))
        yield _Measured(reading, figure, before.role, before.noun, before.people, before.context, before.scope)


def _is_partial(reading: Reading, figure: Figure) -> bool:
    if figure.quantity.form is Form.VAGUE:
        return True  # "hundreds" is a count of nothing that 13 could be a part of
    at = [i for i, word in enumerate(reading.words) if figure.start <= word.start < figure.end]
    if any(reading.words[i].capital for i in at[1:-1]) or (at[0] > 1 and _names(reading, reading.words[at[0] - 1])):
        return True  # "nine Ethiopian passengers" are a part, "737 MAX jets" have a name
    if _is_one_of_several(reading, figure, at) or _are_some_who(reading, figure, at):
        return True
    around = (*reading.words[max(0, at[0] - _NEAR) : at[0]], *reading.words[at[-1] + 1 : at[-1] + 1 + _NEAR])
    spans = [(other.start, other.end) for other in read_figures(reading.text)]
    near = [word for word in around if not any(start <= word.start < end for start, end in spans)]  # "more than 800"
    after = [word.folded for word in reading.words[at[-1] + 1 : at[-1] + 3]]
    before = [word.folded for word in reading.words[max(0, at[0] - 2) : at[0]]]
    added = after[:1] == ["and"] and not _ADDED.isdisjoint(after[1:])
    led = " ".join(word.folded for word in reading.words[max(0, at[0] - _REACH) : at[0]])
    elsewhere = _ANOTHER_TIME.search(led) is not None
    counted = reading.words[figure.quantity.after : figure.quantity.noun_end]  # "505 additional cases"
    return added or elsewhere or before == ["of", "the"] or any(word.folded in _PARTIAL for word in (*near, *counted))


def _names(reading: Reading, word: Word) -> bool:
    """Whether a word before a number is a name that goes on with it, and owns nothing: "Boeing 737", "NATO's 19"."""
    return word.capital and not reading.text[: word.end].endswith(("'s", "’s"))


def _is_one_of_several(reading: Reading, figure: Figure, at: Sequence[int]) -> bool:
    """Whether a figure is the base or an end of what is told: "seven of eight seats", "5% to 25%", "up from 10%"."""
    before = [word.folded for word in reading.words[max(0, at[0] - 2) : at[0]]]
    after = reading.text[figure.end : figure.end + 8]
    if before[-1:] == ["from"] or (len(before) == 2 and before[1] in ("of", "to") and _counts(before[0])):
        return True
    return figure.quantity.unit == "%" and _TO_A_NUMBER.match(after) is not None


def _are_some_who(reading: Reading, figure: Figure, at: Sequence[int]) -> bool:
    """Whether what was done is told of some who are described: "rescued 13 people stranded in two cars"."""
    if figure.kind != PEOPLE or at[-1] + 1 >= len(reading.words):
        return False
    after, last = reading.words[at[-1] + 1], reading.words[at[-1]]
    form = lookup(after.folded)
    described = after.folded == "who" or (form is not None and form.form in _PARTICIPLES)
    before = {sense(word.stem) for word in reading.words[: at[0]] if word.clause == last.clause}
    return described and after.clause == last.clause and bool(figure.role) and sense(stem(figure.role)) in before


_PARTICIPLES = (VerbForm.EITHER, VerbForm.PARTICIPLE)


def _counts(word: str) -> bool:
    return word[0].isdigit() or stem(word) in NUMBER_STEMS


_TO_A_NUMBER = re.compile(r" (?:to|and) \d")


# "A week after a gunman killed two": the figure is of what happened then.
_ANOTHER_TIME = re.compile(r"\b(?:day|week|month|year|decade)s? (?:after|before|since)\b")
_REACH = 16  # words before a figure in which such a phrase may lead to it


def _context(words: Sequence[Word], inside: Sequence[Word]) -> frozenset[str]:
    """The senses in the clause of a figure, its own words and numbers left out; of the passage, where those are few."""
    own = {word.start for word in inside}
    clause = inside[0].clause
    for near in ([w for w in words if w.clause == clause], words):
        found = frozenset(
            sense(w.stem) for w in near if w.is_content and w.start not in own and w.stem not in NUMBER_STEMS
        )
        if len(found) >= MOST_CONTEXT:
            break
    return found


def _opposed(a: _Measured, b: _Measured) -> bool:
    """Whether two figures, told by different sources or speakers, cannot both be right if they measure one thing."""
    if a.reading is b.reading or _tell_of_two_deeds(a, b):
        return False
    if not of_one_event(a.reading.passage, b.reading.passage) or _are_of_two_owners(a, b):
        return False
    if not differ(a.figure, b.figure) and not (
        _of_one_hour(a, b) and differ(named_value(a.figure), named_value(b.figure))
    ):
        return False
    if (
        _far_apart(a.figure, b.figure)
        or _years(a.reading) != _years(b.reading)
        or _holds(a.reading, b)
        or _holds(b.reading, a)
    ):
        return False
    if a.reading.group != b.reading.group:
        return True
    if not _have_two_speakers(a.reading, b.reading):
        return False  # what an article says itself goes with what it has others say
    return not described_alike(a.reading.passage, b.reading.passage)


def _tell_of_two_deeds(a: _Measured, b: _Measured) -> bool:
    """Whether two things are told of what is counted; of people also where one is told alone: of 40 on board 12 may
    have been killed."""
    return a.role != b.role and (a.figure.kind == PEOPLE or (a.role is not None and b.role is not None))


_LOST = frozenset(("cut", "destroyed", "damaged", "stolen"))


def _are_of_two_owners(a: _Measured, b: _Measured) -> bool:
    """Whether of things that were lost each passage names another who lost them: "the sector lost 6,000 jobs", "retail
    cut 12,000 jobs"."""
    if a.role not in _LOST or a.role != b.role:
        return False
    mine, theirs = _led_by(a), _led_by(b)
    return bool(mine and theirs) and mine.isdisjoint(b.reading.senses) and theirs.isdisjoint(a.reading.senses)


def _led_by(one: _Measured) -> frozenset[str]:
    """The senses of the words before a figure, its verb aside."""
    verb = sense(stem(one.reading.passage.verb or ""))
    before = [word for word in one.reading.words if word.end <= one.figure.start and word.is_content]
    return frozenset(sense(word.stem) for word in before) - {verb}


_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE)


def _of_one_hour(a: _Measured, b: _Measured) -> bool:
    """Whether both count up to one hour: then "at least 11" leaves nothing open."""
    one, other = _HOUR.findall(a.reading.text), _HOUR.findall(b.reading.text)
    return bool(one) and one == other


def _far_apart(a: Figure, b: Figure) -> bool:
    """Whether one is so many times the other that they measure two things; but nothing is no measure, and the same
    digits a thousand times over are one number with a wrong word behind it."""
    less, more = sorted((a, b), key=lambda figure: figure.low)
    if not 0 < less.high < more.low / FARTHEST:
        return False
    return not any(math.isclose(more.low, less.low * thousands) for thousands in (1e3, 1e6))


def _reconciled(a: _Measured, b: _Measured, told: Sequence[_Measured]) -> bool:
    """Whether a source says of one attribute that it is more than one of two numbers, which leaves the other open:
    "2.2 trillion", "more than 2 trillion", "2 trillion"."""
    less, more = sorted((a.figure, b.figure), key=lambda figure: figure.low)
    return any(
        math.isinf(one.figure.high)
        and one.role == a.role
        and not differ(one.figure, more)
        and not differ(named_value(one.figure), less)
        for one in told
    )


def _holds(reading: Reading, one: _Measured) -> bool:
    """Whether a passage gives another's number as well, and so says of what its own is a part."""
    return any(
        figure.kind == one.figure.kind and not differ(figure, one.figure) for figure in read_figures(reading.text)
    )


def _years(reading: Reading) -> frozenset[str]:
    return frozenset(_YEAR.findall(reading.text))


def _weight(a: _Measured, b: _Measured, bench: Bench, rare: frozenset[str]) -> float:
    """How surely two figures measure one attribute of one event."""
    score = bench.alike(a.reading.passage.id, b.reading.passage.id)
    shared = len(a.context & b.context & rare)
    named = a.noun == b.noun and a.noun not in _GENERIC and not a.people and not is_measured(a.figure)
    return (
        (MONEY if a.figure.kind in _PERIOD_KINDS or _is_money(a) else ROLE)
        * ((a.role is not None and a.role == b.role) or a.figure.kind == b.figure.kind in SCALE_KINDS)
        + NOUN * named
        + CONTEXT * min(MOST_CONTEXT, shared)
        + VOICES * (named and _counted_by_two_voices(a, b))
        - UNLIKE * (score < _LEAST_SAME and (a.figure.kind == "%" or (_is_money(a) and not _is_one_sum(a, b))))
        + (SAME if score >= _LEAST_SAME else CLOSE if score >= _LEAST_CLOSE else 0.0)
        - STRANGERS * (bool(_named(a)) and bool(_named(b)) and _named(a).isdisjoint(_named(b)))
    )


def _is_one_sum(a: _Measured, b: _Measured) -> bool:
    """Whether two sums are told of one thing, in a story that does not tell of many."""
    return a.role == b.role and a.rarely_counted


def _is_money(one: _Measured) -> bool:
    return one.figure.quantity.unit not in ("", AGE, "%")


def _counted_by_two_voices(a: _Measured, b: _Measured) -> bool:
    told = a.reading.passage.verb is not None and b.reading.passage.verb is not None
    return _have_two_speakers(a.reading, b.reading) and told and a.rarely_counted and _counted(a) == _counted(b)


def _named(one: _Measured) -> frozenset[str]:
    """The actors of a figure's passage, but for who says it."""
    passage = one.reading.passage
    return frozenset(passage.actors) - {passage.speaker_actor}


def _joined(pairs: Sequence[tuple[_Measured, _Measured]]) -> list[list[_Measured]]:
    """The figures of each attribute: those that stand against each other, directly or by way of a third."""
    groups: list[list[_Measured]] = []
    for pair in pairs:
        touched = [group for group in groups if any(one in group for one in pair)]
        merged = [one for group in touched for one in group]
        merged += [one for one in pair if one not in merged]
        groups = [group for group in groups if group not in touched] + [merged]
    return groups


def _with_all_who_hold(
    attribute: Sequence[_Measured], same_kind: Sequence[_Measured], bench: Bench, rare: frozenset[str]
) -> list[_Measured]:
    """The figures of an attribute and those that give one of its values, in whatever source, in story order."""
    return [
        one
        for one in same_kind
        if one in attribute
        or any(not differ(one.figure, held.figure) and _weight(one, held, bench, rare) >= ENOUGH for held in attribute)
    ]


def _of_one_value(figures: Sequence[_Measured]) -> list[_Measured]:
    """Figures of the sources that give one value alone: who gives two speaks of two things, if nobody is quoted."""
    told: dict[tuple[str, str | None], list[_Measured]] = defaultdict(list)
    for one in figures:
        told[_who_tells(one)].append(one)
    twice = {who for who, own in told.items() if any(differ(a.figure, b.figure) for a, b in combinations(own, 2))}
    return [one for one in figures if _who_tells(one) not in twice]


def _who_tells(one: _Measured) -> tuple[str, str | None]:
    """The source of a figure, and who is quoted with it; of two terms of prison in one article each is somebody's,
    whoever is quoted."""
    return one.reading.group, None if one.figure.kind in _PERIOD_KINDS else one.reading.passage.speaker


def _finding(figures: Sequence[_Measured]) -> Finding:
    values: list[list[_Measured]] = []
    for one in figures:
        same = next((held for held in values if not any(differ(each.figure, one.figure) for each in held)), None)
        if same is None:
            values.append([one])
        else:
            same.append(one)
    answers = tuple(
        Answer(held[0].shown, tuple({one.reading.passage.id: one.reading for one in held}.values())) for held in values
    )
    shown = " / ".join(f"“{held[0].shown}”" for held in values)
    return Finding(
        DisagreementKind.NUMBER, _question(figures), ordered(answers), f"different numbers of one thing: {shown}"
    )


def _question(figures: Sequence[_Measured]) -> str:
    """What was it: by the role where the figures have one, else the passage of the first as a question."""
    one = next((each for each in figures if each.role), figures[0])
    kind, role = one.figure.kind, one.role
    counted = {_counted(each) for each in figures}
    if kind in SCALE_KINDS:
        return f"What was the {_scale(one)}{_of_what(one)}?"
    if role is None:
        return _ask(one)
    if role.startswith("the "):
        return f"How {'long' if kind in _PERIOD_KINDS else 'high'} was {role}{_of_what(one)}?"
    if one.reading.foreign:  # what is counted has its name in another language
        return f"How many people were {role}?" if kind == PEOPLE else _ask(one)
    several = "people" if kind == PEOPLE else _counted(one)
    where = next(filter(None, map(_where, figures)), "")
    return f"How many {counted.pop() if len(counted) == 1 else several} were {role}{where}?"


def _of_what(one: _Measured) -> str:
    """What a figure is of: what is said, with a gap in its place."""
    reading, (start, end) = one.reading, one.reading.passage.behind(one.figure.start, one.figure.end)
    first, last = statement_at(reading, start, end)
    return f": {with_gap(reading.printed[first:last], start - first, end - first)}"


def _where(one: _Measured) -> str:
    """Where what is counted was: " in the tunnel fire", right behind it or what was done; else nothing."""
    clause = CLAUSE_END.split(one.reading.text[one.figure.end :])[0]
    words = read_tokens(clause)
    for place, word in enumerate(words):
        if word.low in _PLACES and (not place or words[place - 1].tag in _DONE):
            named = list(takewhile(_names_a_place, words[place + 1 :]))
            definite = named and (named[0].low in ("the", "a", "an") or named[0].capital)
            if definite and named[-1].tag in (Tag.NOUN, Tag.NAME):
                return f" {clause[word.start : named[-1].end]}"
    return ""


def _names_a_place(token: Token) -> bool:
    return token.tag in _NAMING and token.low not in CALENDAR


_DONE = frozenset((Tag.PAST, Tag.PARTICIPLE))
_PLACES = frozenset("in at near aboard during off".split())
_NAMING = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME))


def _scale(one: _Measured) -> str:
    """The word that names the scale, as it stands before or in its value: "magnitude"."""
    return next((word.folded for word in one.reading.words if sense(word.stem) in SCALE_KINDS), one.figure.kind)


def _counted(one: _Measured) -> str:
    """What a figure counts, as it stands; "people" where it names nothing."""
    inside = [w for w in one.reading.words if one.figure.start <= w.start < one.figure.end and w.is_content]
    nouns = [w for w in inside if w.stem not in NUMBER_STEMS and not w.folded[0].isdigit()]
    return nouns[-1].folded if nouns and nouns[-1] is inside[-1] else "people"


def _ask(one: _Measured) -> str:
    """The passage as a question. Where the figure stands behind an article ("the $3 million bridge"), the question is
    which number belongs there."""
    reading, figure = one.reading, one.figure
    before_it = [word.folded for word in reading.words if word.end <= figure.start][-1:]
    if before_it and before_it[0] in _ARTICLES:
        return which_is_right("number", reading.printed, *reading.passage.behind(figure.start, figure.end))
    inside = [w for w in reading.words if figure.start <= w.start < figure.end]
    number = max((i for i, w in enumerate(inside) if w.stem in NUMBER_STEMS or w.folded[0].isdigit()), default=-1)
    nouns = [w for w in inside[number + 1 :] if w.is_content]
    counted = f"how many {reading.text[nouns[0].start : nouns[-1].end]}" if nouns else "how many"
    unnamed = is_measured(figure) and not nouns
    asking = "what share" if figure.kind == "%" else "how much" if unnamed else counted
    return ask_of_part(reading, figure.start, figure.end, asking, "number")
