"""Quantities: a number or a range with what it counts. Years, clock times, ages and parts of names are not quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.stems import Word

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER_WORDS = _SMALL | _TENS | {"dozen": 12}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
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
_AFTER_NUMBER = frozenset("percent % per cent".split())


class Quantity(NamedTuple):
    """A number with what it counts.

    ``low`` and ``high`` bound the value (infinite where "more than"), ``unit`` is a currency sign, ``%`` or empty,
    ``noun`` the stem of what is counted, empty where nothing is named; ``first`` and ``after`` are the words it
    spans; ``text`` shows it as it stands.
    """

    low: float
    high: float
    unit: str
    noun: str
    first: int
    after: int
    start: int
    end: int
    exact: bool


def find_quantities(text: str, words: Sequence[Word]) -> tuple[Quantity, ...]:
    """The quantities of a text, in order. ``words`` are the words of this very text."""
    found: list[Quantity] = []
    i = 0
    while i < len(words):
        quantity = _read(text, words, i)
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = quantity.after
    return tuple(found)


def conflict(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of the same thing cannot both be right, rounding allowed for."""
    if a.unit != b.unit or a.noun != b.noun:
        return False
    slack = _ROUNDING if max(a.low, b.low) >= _ROUNDED_FROM or a.unit or not (a.exact and b.exact) else 0.0
    return a.low > b.high * (1 + slack) or b.low > a.high * (1 + slack)


_ROUNDING = 0.08  # "about 1,000" and 1,060 are one figure told twice
_ROUNDED_FROM = 100.0  # counts below this are told exactly


def _read(text: str, words: Sequence[Word], i: int) -> Quantity | None:
    value, after = _value(words, i)
    if value is None or _is_name_or_date(text, words, i, after):
        return None
    unit = _unit_before(text, words[i].start)
    if after < len(words) and words[after].folded in _MONEY_WORDS:
        unit, after = _MONEY_WORDS[words[after].folded], after + 1
    end = words[after - 1].end
    if text[end : end + 1] == "%" or (after < len(words) and words[after].folded == "percent"):
        unit = "%"
    elif after + 1 < len(words) and (words[after].folded, words[after + 1].folded) == ("per", "cent"):
        unit, after = "%", after + 2
    noun, noun_end = ("", after) if unit else _noun(text, words, after)
    if not unit and not noun:
        return None
    low, high, exact = _bounds(text, words[i].start, value)
    return Quantity(
        low, high, unit, noun, i, max(after, noun_end), words[i].start, words[max(after, noun_end) - 1].end, exact
    )


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


def _unit_before(text: str, start: int) -> str:
    match = _CURRENCY.search(text, max(0, start - 4), start)
    return match.group().strip()[-1] if match else ""


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


def _noun(text: str, words: Sequence[Word], after: int) -> tuple[str, int]:
    """Stem of what is counted: the last of up to three content words that follow without a break."""
    last = after
    while last < min(len(words), after + 3) and words[last].is_content and not words[last].folded[0].isdigit():
        if last > after and (words[last].clause != words[after].clause or _breaks(words[last])):
            break
        last += 1
    if last == after or (after and words[after].clause != words[after - 1].clause):
        return "", after
    return words[last - 1].stem, last


def _breaks(word: Word) -> bool:
    """A verb form after the noun does not belong to what is counted: "12 people killed", "28 patients suffering"."""
    return word.folded.endswith(("ed", "ing")) or word.folded in (
        "dead",
        "hurt",
        "last",
        "this",
        "next",
        "later",
        "ago",
    )


def _bounds(text: str, start: int, value: float) -> tuple[float, float, bool]:
    lead = text[max(0, start - 16) : start].lower().rstrip("$€£¥us. ")
    if lead.endswith(_AT_LEAST):
        return value, float("inf"), False
    if lead.endswith(_AT_MOST):
        return 0.0, value, False
    return value, value, not lead.endswith(_ABOUT)
