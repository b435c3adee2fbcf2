"""Quantities: a number or a range with what it counts. Years, clock times, ages and parts of names are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.stems import Word, stem
from generator.language.verbs import Form, lookup

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER_WORDS = _SMALL | _TENS | {"dozen": 12}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
NUMBER_WORDS = frozenset(_NUMBER_WORDS) | frozenset(_SCALES)  # every word that may be a number or a part of one
_SHORT_SCALES = {"m": 1e6, "bn": 1e9, "k": 1e3, "b": 1e9}
_DIGITS = re.compile(r"(\d{1,15}(?:,\d{3})*(?:\.\d{1,9})?)(bn|[mkb])?")
_CURRENCY = re.compile(r"(?:US|A|C)?[$€£¥]\s?$")
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec""".split()
)
_AT_LEAST = ("more than", "over", "at least", "above", "exceeding", "upwards of", "no fewer than")
_AT_MOST = ("less than", "fewer than", "under", "up to", "at most", "as many as", "below", "no more than")
_ABOUT = ("about", "around", "nearly", "almost", "some", "roughly", "approximately", "an estimated", "close to")
_MONEY_WORDS = {"dollars": "$", "euros": "€", "pounds": "£", "yen": "¥"}
_NAME_BEFORE = frozenset(
    "article chapter page number no room flight route highway section group phase aged age".split()
)


class Quantity(NamedTuple):
    """A number or range with what it counts.

    ``low`` and ``high`` bound the value (infinite where "more than"); ``exact`` is False for bounds and for "about".
    ``unit`` is a currency sign, ``%`` or empty; ``noun`` the stem of what is counted or of the scale that is measured
    ("magnitude"), empty where nothing is named.
    The words ``first`` to ``after`` (exclusive) hold the number, those up to ``noun_end`` name what is counted;
    ``start`` and ``end`` are offsets in code points, the words that bound it ("more than") and its currency included.
    """

    low: float
    high: float
    exact: bool
    unit: str
    noun: str
    first: int
    after: int
    noun_end: int
    start: int
    end: int


def find_quantities(text: str, words: Sequence[Word], bare: bool = False) -> tuple[Quantity, ...]:
    """The quantities of a text, in order. ``words`` are the words of this very text.

    With ``bare`` numbers that name nothing they count are among them: "killing 14".
    """
    found: list[Quantity] = []
    i = 0
    while i < len(words):
        quantity = _read(text, words, i, bare)
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = quantity.noun_end
    return tuple(found)


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of the same thing cannot both be right, rounding allowed for."""
    if a.unit != b.unit or a.noun != b.noun:
        return False
    slack = _ROUNDING if max(a.low, b.low) >= _ROUNDED_FROM or a.unit or not (a.exact and b.exact) else 0.0
    return a.low > b.high * (1 + slack) or b.low > a.high * (1 + slack)


_ROUNDING = 0.08  # "about 1,000" and 1,060 are one figure told twice
_ROUNDED_FROM = 100.0  # counts below this are told exactly


def _read(text: str, words: Sequence[Word], i: int, bare: bool) -> Quantity | None:
    value, after = _value(words, i)
    if value is None and (term := _TERM.fullmatch(words[i].folded)):
        return _read_term(words, i, *term.groups())
    if value is None or _is_name_or_date(text, words, i, after):
        return None
    top, after = _range_end(text, words, value, after)
    unit, after = _unit(text, words, i, after)
    noun, noun_end = ("", after) if unit else _noun(words, after)
    if not unit and not noun:
        noun = _scale_before(words, i)
    if not unit and not noun and (not bare or _is_time_or_age(words, after)):
        return None
    low, high, exact, start = _bounds(text, words[i].start, value, top)
    end = words[noun_end - 1].end
    end += text[end : end + 1] == "%"
    return Quantity(low, high, exact, unit, noun, i, after, noun_end, start, end)


_TERM = re.compile(r"(\d{1,4}|[a-z]{3,9})-(year|month|week|day|hour)")


def _read_term(words: Sequence[Word], i: int, number: str, period: str) -> Quantity | None:
    """ "a four-year contract"."""
    value = float(number) if number.isdigit() else _NUMBER_WORDS.get(number)
    if value is None:
        return None
    start, end = words[i].start, words[i].end
    return Quantity(float(value), float(value), True, "", stem(period), i, i + 1, i + 1, start, end)


def _range_end(text: str, words: Sequence[Word], value: float, after: int) -> tuple[float, int]:
    """The upper end of "10 to 15", else the value itself; and the index after it."""
    if (
        after + 1 < len(words)
        and words[after].folded in ("to", "and", "or")
        and not _SPACE_BREAK.search(text, words[after - 1].end, words[after].start)
    ):
        top, beyond = _value(words, after + 1)
        if top is not None and top > value and (words[after].folded != "and" or _follows_between(text, words, after)):
            return top, beyond
    return value, after


_SPACE_BREAK = re.compile(r"[^\s]")


def _follows_between(text: str, words: Sequence[Word], after: int) -> bool:
    return any(word.folded == "between" for word in words[max(0, after - 4) : after])


def _unit(text: str, words: Sequence[Word], i: int, after: int) -> tuple[str, int]:
    """The unit of a number that spans the words ``i`` to ``after``, and the index after it."""
    currency = _CURRENCY.search(text, max(0, words[i].start - 4), words[i].start)
    if currency:
        return currency.group().strip()[-1], after
    end = words[after - 1].end
    if text[end : end + 1] == "%":
        return "%", after
    following = [word.folded for word in words[after : after + 2]]
    if following[:1] == ["percent"]:
        return "%", after + 1
    if following == ["per", "cent"]:
        return "%", after + 2
    if following and following[0] in _MONEY_WORDS:
        return _MONEY_WORDS[following[0]], after + 1
    return "", after


def _value(words: Sequence[Word], i: int) -> tuple[float | None, int]:
    """The value of the number that begins at word ``i``, and the index after it; None where there is no number."""
    folded = words[i].folded
    match = _DIGITS.fullmatch(folded)
    if match:
        value = float(match.group(1).replace(",", "")) * _SHORT_SCALES.get(match.group(2) or "", 1.0)
    elif folded in _NUMBER_WORDS:
        value = float(_NUMBER_WORDS[folded])
    elif "-" in folded and all(part in _NUMBER_WORDS for part in folded.split("-")):
        value = float(sum(_NUMBER_WORDS[part] for part in folded.split("-")))
    else:
        return None, i
    after = i + 1
    while after < len(words) and words[after].folded in _SCALES:
        value *= _SCALES[words[after].folded]
        after += 1
    return value, after


def _is_name_or_date(text: str, words: Sequence[Word], i: int, after: int) -> bool:
    """A year, a day of a month, an age, a clock time, or a number in a name."""
    before = words[i - 1] if i else None
    following = words[after] if after < len(words) else None
    folded = words[i].folded
    if folded == "one" or (before and (before.folded in _MONTHS or before.folded in _NAME_BEFORE)):
        return True
    if following and following.folded in _MONTHS:
        return True
    if folded.isdigit() and len(folded) == 4 and folded[:2] in ("18", "19", "20"):
        return True
    mark = text[words[i].end : words[i].end + 1]
    if mark == ":" or text[max(0, words[i].start - 1) : words[i].start] in (":", "-", "/", "#"):
        return True
    stands_alone = text[max(0, words[i].start - 2) : words[i].start] == ", " and mark == ","
    return stands_alone and folded.isdigit() and len(folded) <= 3


def _noun(words: Sequence[Word], after: int) -> tuple[str, int]:
    """Stem of what is counted, the last of up to three content words that follow at once, and the index after it."""
    if after == len(words) or words[after].clause != words[after - 1].clause:
        return "", after
    last = after
    while last < min(len(words), after + 3) and words[last].clause == words[after].clause and _may_count(words[last]):
        last += 1
    if last == after or (last < len(words) and _is_no_noun(words[last])):
        return "", after
    return words[last - 1].stem, last


def _is_time_or_age(words: Sequence[Word], after: int) -> bool:
    return after < len(words) and words[after].folded in _TIMES


_TIMES = frozenset("am pm a.m p.m gmt o'clock years old".split())


# What is measured without a unit, and named before its number: "a magnitude of 6.4".
SCALES = frozenset((stem("magnitude"),))
_BEFORE_VALUE = frozenset("of at as to was is about around".split())


def _scale_before(words: Sequence[Word], i: int) -> str:
    """Stem of a scale whose value the number at word ``i`` gives, else empty."""
    before = words[i - 1] if i else None
    if before is not None and before.folded in _BEFORE_VALUE and i > 1:
        before = words[i - 2]
    return before.stem if before is not None and before.stem in SCALES else ""


def _is_no_noun(following: Word) -> bool:
    """Whether what follows shows that nothing was counted: "AK 47", "47 years old"."""
    return following.folded[0].isdigit() or following.folded == "old"


def _may_count(word: Word) -> bool:
    """Whether a word may stand in what is counted: "12 people killed" ends before the verb."""
    if not word.is_content or word.folded[0].isdigit() or word.folded in _NEVER_COUNTED:
        return False
    verb = lookup(word.folded)
    return verb is None or verb.form in (Form.BASE, Form.THIRD)


_NEVER_COUNTED = frozenset("am pm gmt et dead hurt last next later ago old".split())


def _bounds(text: str, start: int, value: float, top: float) -> tuple[float, float, bool, int]:
    """Lowest and highest value, whether it is exact, and where the words that say so begin."""
    begin = max(0, start - _LEAD)
    sign = _CURRENCY.search(text, begin, start)
    number_start = sign.start() if sign else start
    lead = text[begin:number_start].lower().rstrip()
    for words, low, high in ((_AT_LEAST, value, float("inf")), (_AT_MOST, 0.0, top), (_ABOUT, value, top)):
        said = next((phrase for phrase in words if lead.endswith(phrase)), None)
        if said:
            return low, high, False, begin + len(lead) - len(said)
    return value, top, value == top, number_start


_LEAD = 20  # code points before a number in which "more than" may stand
