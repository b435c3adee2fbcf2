"""Passages in languages that are read by words only: which say the same in the same words, and how others differ.

Two say the same where they have the same words in the same order, articles, "about" and the place of a day or a time of
day aside; of two languages only where they have the same text. So a number word, a negation or a name that differs
keeps them apart by itself, and so does any other word: what the lists of a language know of such words is told to the
editor. The work grows with the passages and not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.language.lexicon import Lexicon, lexicon, primary
from generator.language.scripts import UNSPACED_RUN
from generator.language.units import Unit, What, units
from generator.model import Contrast, Match, Passage, Respect, Verdict

SAME_WORDS = "the same words"
# Share of its words that a passage has in common with another, from which on an editor is asked whether both say one
# thing. Of the pairs of two sources in ten invented stories of nine languages those on one thing have .53 and more
# ("Sept personnes ont été blessées …, selon la police" and "Neuf …, ont indiqué les pompiers" .79), all others .41 and
# less.
NEARLY = 0.5
# What a pair that has all its words in common would score: below any score at which passages are joined.
MOST_SCORE = 0.55
SEEN = 0.5  # of a pair that differs in a number, a day or a denial: high enough that an editor sees it
LEAST_UNITS = 4  # of two passages that may nearly say the same
LONGEST_POSTING = 50  # passages; two words in a row that more of them have bring none together
MOST_PARTNERS = 12  # of each passage
_ENDS_ASKING = tuple("?？؟;")
_MARKS = frozenset('“”„«»"「」『』‹›')


def compare_by_words(passages: Sequence[Passage]) -> tuple[Match, ...]:
    """The matches of passages that are not read, in story order: of those that say the same in the same words each with
    the first of them, and of those that nearly do each with what it differs in."""
    copies = _same_words(passages)
    alone = [passage for passage in passages if passage.id not in copies]
    same = (Match(first, copy, 1.0, (), Verdict.COPY, SAME_WORDS) for copy, first in copies.items())
    return (*same, *_nearly_alike(alone))


def _of(passage: Passage) -> tuple[Unit, ...]:
    return units(passage.text, passage.language or "")


def _same_words(passages: Sequence[Passage]) -> dict[str, str]:
    """Passage id -> id of the first passage that says the same in the same words; what is alone left out."""
    first: dict[object, list[Passage]] = defaultdict(list)
    found: dict[str, str] = {}
    for passage in passages:
        text = " ".join(passage.text.split()).casefold()
        bag = (primary(passage.language or ""), *sorted(unit.key for unit in _of(passage)))
        near = (*first[text], *first[bag][:MOST_PARTNERS])
        other = next((one for one in near if _same(one, passage)), None)
        if other is not None:
            found[passage.id] = other.id
            continue
        first[text].append(passage)
        first[bag].append(passage)
    return found


def _same(a: Passage, b: Passage) -> bool:
    if " ".join(a.text.split()).casefold() == " ".join(b.text.split()).casefold():
        return True
    if primary(a.language or "") != primary(b.language or "") or _form(a) != _form(b):
        return False
    one, other = _of(a), _of(b)
    return bool(one) and (_keys(one) == _keys(other) or _moved(one, other))


def _form(passage: Passage) -> tuple[bool, bool, bool]:
    """Whether it is quoted, in whole or part, and whether it asks."""
    text = passage.text.rstrip(' \u00a0\u202f"”’»」』)')
    return bool(_MARKS.intersection(passage.text)), passage.torn != ("", ""), text.endswith(_ENDS_ASKING)


def _keys(found: Sequence[Unit]) -> list[str]:
    return [unit.key for unit in found]


def _moved(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether two are alike but for the place of one day or time of day."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a.key != b.key), None)
    if at is None:
        return False
    for a, b in ((one, other), (other, one)):
        if a[at].what is not What.WORD and a[at].what is not What.NUMBER:
            place = next((i for i in range(at, len(b)) if b[i].key == a[at].key), None)
            if place is not None and _keys([*a[:at], *a[at + 1 :]]) == _keys([*b[:place], *b[place + 1 :]]):
                return True
    return False


def _nearly_alike(passages: Sequence[Passage]) -> Iterator[Match]:
    """The pairs that have most of their words in common: near, or different where they differ in a number, a day or a
    denial alone, of which no editor has to be asked whether they are one."""
    read = [_of(passage) for passage in passages]
    counts = [Counter(_keys(found)) for found in read]
    for i, j in _candidates(passages, read):
        total = counts[i].total() + counts[j].total()
        alike = 2 * (counts[i] & counts[j]).total() / total
        if alike >= NEARLY:
            known = lexicon(passages[i].language or "")
            left, right = _left(read[i], read[j]), _left(read[j], read[i])
            found = tuple(_contrasts(left, right, known)) or tuple(_denials(read[i], read[j], known))
            told = found[0].reason if found else f"other words: {_shown(left)} / {_shown(right)}"
            score = max(MOST_SCORE * alike, SEEN if any(one.differs for one in found) else 0.0)
            opposed = only_difference(passages[i], passages[j]) is not None
            verdict = Verdict.DIFFERENT if opposed else Verdict.NEAR
            yield Match(passages[i].id, passages[j].id, round(score, 4), (), verdict, told, found)


class Only(NamedTuple):
    """The one respect in which two passages differ that are alike in all else, with the words of either."""

    respect: Respect
    one: str
    other: str


def only_difference(a: Passage, b: Passage) -> Only | None:
    """In what alone two passages in one language differ, word order and all the rest alike: their numbers, their days,
    or that one denies what the other says; None where anything else differs too."""
    if primary(a.language or "") != primary(b.language or "") or _form(a) != _form(b):
        return None
    known = lexicon(a.language or "")
    one, other = _of(a), _of(b)
    left, right = _left(one, other), _left(other, one)
    if _keys([unit for unit in one if unit not in left]) != _keys([unit for unit in other if unit not in right]):
        return None
    found = tuple(_contrasts(left, right, known)) or tuple(_denials(one, other, known))
    respects = {contrast.respect for contrast in found}
    if len(respects) != 1 or not all(contrast.differs for contrast in found):
        return None
    if found[0].respect is Respect.STANCE and not _denies_alone(left, right, known):
        return None
    if found[0].respect is not Respect.STANCE and any(unit.what is What.WORD for unit in (*left, *right)):
        return None
    return Only(found[0].respect, _shown(left), _shown(right))


def _left(one: Sequence[Unit], other: Sequence[Unit]) -> list[Unit]:
    """The units of the one that the other has not."""
    keys = {unit.key for unit in other}
    return [unit for unit in one if unit.key not in keys]


_LETTERS = 4  # of a denial in a script that parts no words


def _denies_alone(left: Sequence[Unit], right: Sequence[Unit], known: Lexicon) -> bool:
    """Whether what differs is no more than a denial: its words, one word for its opposite, or a few letters."""
    together = (*left, *right)
    if all(unit.key in known.negations for unit in together) or len(left) == len(right) == 1:
        return True
    return len(together) <= _LETTERS and all(UNSPACED_RUN.fullmatch(unit.key) for unit in together)


def _candidates(passages: Sequence[Passage], read: Sequence[Sequence[Unit]]) -> list[tuple[int, int]]:
    """Pairs of places of passages in one language that share words in a row, for each the ones that share the most."""
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for places in _postings(passages, read).values():
        if len(places) <= LONGEST_POSTING:
            for i in places:
                shared[i].update(j for j in places if j != i)
    best = {(min(i, j), max(i, j)) for i, own in shared.items() for j, _ in own.most_common(MOST_PARTNERS)}
    return sorted(best)


def _postings(passages: Sequence[Passage], read: Sequence[Sequence[Unit]]) -> dict[tuple[str, str, str], list[int]]:
    """Two words in a row of a language, and the places of the passages that have them."""
    postings: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, (passage, found) in enumerate(zip(passages, read, strict=True)):
        if len(found) >= LEAST_UNITS:
            for a, b in dict.fromkeys(pairwise(_keys(found))):
                postings[primary(passage.language or ""), a, b].append(place)
    return postings


def hardly_compared(passages: Sequence[Passage]) -> list[Passage]:
    """Those that are told mostly in words which too many others have in the same order to be held against all of
    them."""
    if len(passages) <= LONGEST_POSTING:
        return []
    copies = _same_words(passages)
    alone = [passage for passage in passages if passage.id not in copies]
    common: Counter[int] = Counter()
    own: Counter[int] = Counter()
    for places in _postings(alone, [_of(passage) for passage in alone]).values():
        own.update(places)
        if len(places) > LONGEST_POSTING:
            common.update(places)
    return [passage for place, passage in enumerate(alone) if 2 * common[place] > own[place]]


def _shown(found: Sequence[Unit]) -> str:
    return " ".join(unit.shown for unit in found[:_MOST_SHOWN]) or "nothing"


_MOST_SHOWN = 4


def _contrasts(left: Sequence[Unit], right: Sequence[Unit], known: Lexicon) -> Iterator[Contrast]:
    """In which respects two differ, from the units that the one has and the other has not."""
    for what, respect, name in _VALUES:
        a, b = ([unit for unit in own if unit.what is what] for own in (left, right))
        if a and b:
            yield Contrast(respect, f"different {name}: {_shown(a)} / {_shown(b)}", differs=True)
        elif a or b:
            yield Contrast(respect, f"{name} that one alone gives: {_shown(a or b)}")
    stance = _denial(left, right, known) or _denial(right, left, known)
    if stance is not None:
        yield Contrast(Respect.STANCE, f"one denies: {stance}", differs=True)
    opposed = _opposed(left, right, known)
    if opposed is not None:
        yield Contrast(Respect.STANCE, f"opposed: {opposed}", differs=True)


_VALUES = (
    (What.NUMBER, Respect.NUMBER, "numbers"),
    (What.DATE, Respect.DATE, "days"),
    (What.WHEN, Respect.DATE, "times"),
)


def _denial(denying: Sequence[Unit], other: Sequence[Unit], known: Lexicon) -> str | None:
    """The word by which one denies what the other says."""
    plain = {unit.key for unit in other}
    for unit in denying:
        if unit.key in known.negations and not known.negations & plain:
            return unit.shown
        if any(unit.key.startswith(prefix) and unit.key[len(prefix) :] in plain for prefix in known.prefixes):
            return unit.shown
        for part in known.denying:
            if part in unit.key and not any(part in one for one in plain):
                return unit.shown
            if len(part) > 1 and any(unit.key.replace(part, "", 1) == one for one in plain):
                return unit.shown
    return None


def _denials(one: Sequence[Unit], other: Sequence[Unit], known: Lexicon) -> Iterator[Contrast]:
    """What one of two denies, in a script that parts no words: 承認しなかった."""
    a, b = ("".join(unit.key for unit in own) for own in (one, other))
    for word in sorted(known.negations):
        if UNSPACED_RUN.fullmatch(word) and (word in a) != (word in b):
            yield Contrast(Respect.STANCE, f"one denies: {word}", differs=True)
            return


def _opposed(left: Sequence[Unit], right: Sequence[Unit], known: Lexicon) -> str | None:
    """Two listed words that exclude each other, one of either."""
    a, b = ([unit.key for unit in own] for own in (left, right))
    for one, other in known.opposites:
        for x, y in ((one, other), (other, one)):
            if _holds(a, x) and _holds(b, y):
                return f"{x} / {y}"
    return None


def _holds(keys: Sequence[str], word: str) -> bool:
    """Whether a word is among some units, in a script that parts no words letter by letter."""
    return word in keys or (len(word) > 1 and word[0] in keys and word in "".join(keys))
