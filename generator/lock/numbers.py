"""Numbers: each stands in a quote by its value, of the same thing, and no nearer bound than the quote's."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.dates import find_dates
from generator.language.figures import Figure, is_measured, read_figures
from generator.language.kin import sense
from generator.language.quantities import NUMERAL, PERIODS, Form, Quantity, named, read_quantities
from generator.language.runon import KEPT_TEXTS
from generator.language.stems import Word, read_words, stem
from generator.lock.days import SOME_DAY
from generator.lock.reading import Scene, Sentence

_ORDINALS = {
    word: value
    for value, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_TIMES = {"twice": 2, "thrice": 3}
_DECADE = re.compile(r"\b(\d{3})0s\b")
# Of two such nouns only one is right, whatever else the words are.
_EXCLUDING = ("man woman", "boy girl", "child adult", "soldier civilian")
_ALIKE = 1e-6  # of a value: what only the arithmetic of units makes of it


@cache
def _apart() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, nouns.split())) for nouns in _EXCLUDING)


class _Told(NamedTuple):
    """A number with what is known of it. ``kind`` is what it counts in one unit for each kind, empty where the text
    does not say; ``role`` the sense of the word by it that tells what befell them ("killed"), empty where none does."""

    quantity: Quantity
    figure: Figure | None
    kind: str
    role: str


def numbers(scene: Scene) -> Iterator[str]:
    """A finding for each number, ordinal or figure in digits that no quote gives of the same thing."""
    given = [told for quote, read in zip(scene.quotes, scene.cited, strict=True) for told in _read(quote.text, read)]
    taken = [(day.start, day.end) for day in find_dates(scene.wording, _anchor(scene))]
    for told in _read(scene.wording, scene.told):
        start, end = told.quantity.start, told.quantity.end
        if any(first <= start < last for first, last in taken):
            continue
        taken.append((start, end))
        if not any(_carries(told, other) for other in given) and not _stands(scene, told, given):
            yield f"the number “{scene.wording[start:end]}” stands in no cited quote{_reason(told, given)}"
    yield from _ordinals(scene, taken)
    yield from _in_digits(scene, taken)


def numerals(scene: Scene) -> Iterator[str]:
    """The same for a language that is not read: digits alone, as they stand."""
    yield from _in_digits(scene, ())


def _anchor(scene: Scene) -> date:
    """Any day from which the days of the wording can be told: which it is does not matter for where they stand."""
    return next((quote.written for quote in scene.quotes if quote.written is not None), SOME_DAY)


@lru_cache(maxsize=KEPT_TEXTS)
def _read(text: str, sentences: tuple[Sentence, ...]) -> tuple[_Told, ...]:
    words = read_words(text)
    figures = {figure.start: figure for figure in read_figures(text)}
    found = []
    for quantity in read_quantities(text, words):
        if quantity.form is Form.NONE:
            continue
        figure = figures.get(quantity.start)
        kind = figure.kind if figure is not None else quantity.unit or (sense(quantity.noun) if quantity.noun else "")
        found.append(_Told(quantity, figure, kind, _role(sentences, words[quantity.first].start)))
    return tuple(found)


def _role(sentences: tuple[Sentence, ...], at: int) -> str:
    """The sense of the nearest word of a role before an offset in its part of the sentence, else of the next one."""
    for sentence in sentences:
        for part in sentence.parts:
            tokens = sentence.tokens[part.first : part.last]
            if not sentence.start + tokens[0].start <= at < sentence.start + tokens[-1].end:
                continue
            before = [token.low for token in tokens if sentence.start + token.start < at]
            after = [token.low for token in tokens if sentence.start + token.start > at]
            senses = (sense(stem(word)) for word in (*reversed(before), *after))
            return next((found for found in senses if found in _roles()), "")
    return ""


@cache
def _roles() -> frozenset[str]:
    """What befalls those who are counted, or what is."""
    listed = "kill injure missing release arrest hospital evacuate rescue displace infect destroy damage steal"
    return frozenset(sense(stem(word)) for word in listed.split())


def _stands(scene: Scene, told: _Told, given: Sequence[_Told]) -> bool:
    """Whether a number that counts nothing stands in a quote that reads it otherwise: a year, a number of a name."""
    shown = NUMERAL.findall(scene.wording[told.quantity.start : told.quantity.end])
    if told.quantity.form is not Form.BARE or not shown or any(_alike(told, other) for other in given):
        return False
    return any(shown[0] in NUMERAL.findall(quote.text) for quote in scene.quotes)


def _carries(told: _Told, given: _Told) -> bool:
    """Whether a number of a quote is the one that the wording tells."""
    return _alike(told, given) and _bounded(told.quantity, given.quantity) and _of_one(told, given)


def _alike(told: _Told, given: _Told) -> bool:
    """Whether both name one value, in whatever unit."""
    one, other = told.quantity, given.quantity
    if one.form is Form.VAGUE:
        return other.low >= one.low if other.form is not Form.VAGUE else math.isclose(one.low, other.low)
    if other.form is Form.VAGUE:
        return False
    if Form.SHARE in (one.form, other.form):
        return one.unit == other.unit and one.low <= other.high and other.low <= one.high
    if named(one.low, one.high) == named(other.low, other.high):
        return True
    if told.figure is None or given.figure is None or told.kind != given.kind:
        return False
    mine, theirs = named(told.figure.low, told.figure.high), named(given.figure.low, given.figure.high)
    return all(math.isclose(a, b, rel_tol=_ALIKE) for a, b in zip(mine, theirs, strict=True))


def _bounded(told: Quantity, given: Quantity) -> bool:
    """Whether no bound is invented, and none dropped without which more is said: "12" for "up to 12"."""
    if Form.VAGUE in (told.form, given.form) or Form.SHARE in (told.form, given.form):
        return True
    mine, theirs = _bound(told), _bound(given)
    return mine == theirs or (mine == "" and theirs != "most")


def _bound(quantity: Quantity) -> str:
    if math.isinf(quantity.high):
        return "least"
    if quantity.low == 0 < quantity.high:
        return "most"
    return "" if quantity.exact or quantity.low < quantity.high else "about"


def _of_one(told: _Told, given: _Told) -> bool:
    """Whether both count one thing and tell one thing of it, as far as both say."""
    mine, theirs = told.quantity.noun, given.quantity.noun
    if mine != theirs and any({mine, theirs} <= nouns for nouns in _apart()):
        return False
    if told.kind == given.kind and told.role and given.role and told.role != given.role:
        return False
    if not told.kind or not given.kind or told.kind == given.kind:
        return True
    if told.quantity.unit != given.quantity.unit:
        return False
    return not any(_is_unit(one) for one in (told, given))


def _is_unit(told: _Told) -> bool:
    """Whether a number is a measure, a sum or a time, whose unit may not change."""
    return told.quantity.noun in PERIODS or (told.figure is not None and is_measured(told.figure))


def _reason(told: _Told, given: Sequence[_Told]) -> str:
    """What stands against it where a quote has the number: its bound, or what it counts."""
    alike = next((other for other in given if _alike(told, other)), None)
    if alike is None:
        return ""
    return " so bounded" if not _bounded(told.quantity, alike.quantity) else " of this"


def _ordinals(scene: Scene, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    given = {value for quote in scene.quotes for _, value in _places(quote.text)}
    for word, value in _places(scene.wording):
        if value not in given and not any(first <= word.start < last for first, last in taken):
            yield f"“{scene.wording[word.start : word.end]}” stands in no cited quote"


def _places(text: str) -> Iterator[tuple[Word, tuple[str, int]]]:
    for word in read_words(text):
        match = _ORDINAL.fullmatch(word.folded)
        if match is not None:
            yield word, ("place", int(match[1]))
        elif word.folded in _ORDINALS and not _PER.search(text, 0, word.start):
            yield word, ("place", _ORDINALS[word.folded])
        elif word.folded in _TIMES:
            yield word, ("times", _TIMES[word.folded])


_PER = re.compile(r"\b(?:a|per|each|every)\s$")  # "69 kilometres a second"


def _clock(numeral: str) -> str:
    """Digits with one mark between hours and minutes."""
    return numeral.replace(":", ".")


def _in_digits(scene: Scene, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What is written in digits and was not read as a number: years, clock times, numbers of names."""
    texts = [f"{quote.text} {quote.written or ''}" for quote in scene.quotes]
    given = {_clock(numeral) for text in texts for numeral in NUMERAL.findall(text)}
    decades = {
        match.start() for match in _DECADE.finditer(scene.wording) if any(year[:3] == match[1] for year in given)
    }
    for match in NUMERAL.finditer(scene.wording):
        if match.start() in decades:
            continue
        if _clock(match.group()) not in given and not any(first <= match.start() < last for first, last in taken):
            yield f"the number “{match.group()}” stands in no cited quote"
