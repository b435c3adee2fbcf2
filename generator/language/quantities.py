"""The one parser of numbers: a value or a range with what it counts. Years, clock times and parts of names are none."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.language.calendar import SHORT_YEAR, YEAR
from generator.language.stems import Word, stem, stems
from generator.language.verbs import Form as VerbForms
from generator.language.verbs import lookup

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER_WORDS = SMALL | _TENS | {"dozen": 12}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
NUMBER_WORDS = frozenset(_NUMBER_WORDS) | frozenset(_SCALES)  # every word that may be a number or a part of one
_SHORT_SCALES = {"m": 1e6, "bn": 1e9, "k": 1e3, "b": 1e9}
NUMERAL = re.compile(r"\d+(?:[.,:]\d+)*")  # in digits, whatever it is of
_DIGITS = re.compile(r"(\d{1,15}(?:,\d{3})*(?:\.\d{1,9})?)(bn|[mkb])?")
_CURRENCY = re.compile(r"(?:US|A|C)?[$€£¥]\s?$")
_MONTHS = YEAR | SHORT_YEAR
_AT_LEAST = ("more than", "over", "at least", "above", "exceeding", "upwards of", "no fewer than")
_AT_MOST = ("less than", "fewer than", "under", "up to", "at most", "as many as", "below", "no more than")
_ABOUT = ("about", "around", "nearly", "almost", "some", "roughly", "approximately", "an estimated", "close to")
_CURRENCIES = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥"} | {
    name: name
    for name in """crown krone krona kroner kronor franc rouble ruble rupee lira lev leu peso yuan real rand shekel
    zloty forint dirham riyal dinar won baht ringgit naira cedi""".split()
}
_MONEY_WORDS = _CURRENCIES | {f"{name}s": sign for name, sign in _CURRENCIES.items()}
_AFTER = re.compile(r",?\s(?:or (?P<least>more)|at (?P<under>most|the most)|or (?P<fewer>fewer|less)|or (?P<so>so))\b")
_VAGUE = {"dozens": 20.0, "scores": 30.0, "hundreds": 150.0, "thousands": 1500.0, "millions": 1.5e6}  # at least so many
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_OF_PARTS = {"a": 1, "an": 1} | {word: value for word, value in SMALL.items() if 1 <= value <= 9}
AGE = "years old"
PERIODS = frozenset("year month week day hour".split())  # words and stems alike
SHARE_SLACK = 0.02  # of shares told outright: two thirds are 66 or 67 %, and not 60 %
_LOOSE = 0.08  # of "almost a fifth"
_NAME_BEFORE = frozenset(
    "article chapter page number no room flight route highway section group phase aged age".split()
)


class Form(StrEnum):
    """How a number is told."""

    COUNTED = "counted"  # with what it counts or its unit: "12 people", "3 %"
    BARE = "bare"  # naming nothing: "killing 14"
    TERM = "term"  # "a four-year contract"
    MEASURE = "measure"  # "a 48-page report"
    AGE = "age"  # "Ana Ruiz, 34,", "a 34-year-old"
    NONE = "none"  # "no one was killed"
    VAGUE = "vague"  # "hundreds of people"
    SHARE = "share"  # "two thirds"


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
    form: Form = Form.COUNTED


def read_quantities(text: str, words: Sequence[Word]) -> tuple[Quantity, ...]:
    """Every number of a text in whatever form, in order and without overlaps."""
    found: list[Quantity] = []
    i = 0
    while i < len(words):
        quantity = _read(text, words, i)
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = max(quantity.noun_end, i + 1)
    return tuple(found)


@lru_cache(maxsize=20_000)
def in_digits(word: str) -> str | None:
    """A whole number from two on, as numeral or word in lower case, in digits alone; None for any other word, and for
    "one", which mostly counts nothing."""
    if word[0].isdigit():
        plain = word.replace(",", "")
        return plain if plain.isdecimal() else None  # "14²" has digits that are no decimals
    tens, hyphen, ones = word.partition("-")
    value = _TENS.get(tens, 0) + SMALL.get(ones, 0) if hyphen else _TENS.get(word) or SMALL.get(word, 0)
    known = tens in _TENS and 0 < SMALL.get(ones, 0) < 10 if hyphen else value > 1
    return str(value) if known else None


def named(low: float, high: float) -> tuple[float, float]:
    """The numbers that a range names: of "at least 11" and "up to 11" it is 11."""
    if math.isinf(high):
        return low, low
    return (high, high) if low == 0 else (low, high)


def _read(text: str, words: Sequence[Word], i: int) -> Quantity | None:
    found = _read_share(text, words, i) or _read_none(words, i) or _read_vague(words, i) or _read_age(text, words, i)
    if found is not None:
        return found
    value, after = _value(words, i)
    if value is None:
        return _read_compound(words, i) if "-" in words[i].folded else None
    if _is_name_or_date(text, words, i, after):
        return None
    top, after = _range_end(text, words, value, after)
    unit, after = _unit(text, words, i, after)
    noun, noun_end = ("", after) if unit else _noun(words, after)
    if not unit and not noun:
        noun = _scale_before(words, i)
    form = Form.COUNTED if unit or noun else Form.BARE
    if form is Form.BARE and _is_time_or_age(words, after):
        return None
    low, high, exact, start = _bounds(text, words[i].start, value, top)
    end = words[noun_end - 1].end
    end += text[end : end + 1] == "%"
    low, high, exact, end = _bounds_after(text, end, low, high, exact)
    return Quantity(low, high, exact, unit, noun, i, after, noun_end, start, end, form)


def _bounds_after(text: str, end: int, low: float, high: float, exact: bool) -> tuple[float, float, bool, int]:
    """The same for words that follow: "or more", "at most"."""
    match = _AFTER.match(text, end)
    if match is None:
        return low, high, exact, end
    if match["least"]:
        return low, float("inf"), False, match.end()
    if match["under"] or match["fewer"]:
        return 0.0, high, False, match.end()
    return low, high, False, match.end()


def _read_share(text: str, words: Sequence[Word], i: int) -> Quantity | None:
    """ "Two thirds", "nine-tenths", "a fifth of"; "the fifth day" is no share."""
    count, _, part = words[i].folded.partition("-")
    after = i + 1
    if not part and count == "half":
        count, part = "a", "half"
    elif not part and after < len(words) and words[after].clause == words[i].clause:
        part, after = words[after].folded, i + 2
    whole = _PARTS.get(part) or _PARTS.get(part.removesuffix("s"))
    if not whole or count not in _OF_PARTS or (count in ("a", "an") and not _is(words, after, "of")):
        return None
    value = 100.0 * _OF_PARTS[count] / whole
    low, high, exact, start = _bounds(text, words[i].start, value, value)
    slack = SHARE_SLACK if exact else _LOOSE
    return Quantity(
        low * (1 - slack), high * (1 + slack), exact, "%", "", i, after, after, start, words[after - 1].end, Form.SHARE
    )


def _is(words: Sequence[Word], i: int, folded: str) -> bool:
    return i < len(words) and words[i].folded == folded


def _read_none(words: Sequence[Word], i: int) -> Quantity | None:
    """ "No one", "nobody", "no injuries": zero, of persons unless what follows says otherwise."""
    folded = words[i].folded
    pair = folded == "no" and _is(words, i + 1, "one")
    if not pair and folded not in ("nobody", "no"):
        return None
    after = i + 1 + pair
    noun, noun_end = ("", after) if folded == "nobody" or pair else _noun(words, after)
    if folded == "no" and not pair and not noun:
        return None
    return Quantity(
        0.0, 0.0, True, "", noun, i, after, noun_end, words[i].start, words[noun_end - 1].end, Form.NONE
    )  # fmt: skip


def _read_vague(words: Sequence[Word], i: int) -> Quantity | None:
    low = _VAGUE.get(words[i].folded)
    if low is None:
        return None
    after = i + 1 + _is(words, i + 1, "of")
    if after < len(words) and words[after].folded in _VAGUE:  # "hundreds of thousands of people"
        low *= _SCALES.get(words[after].folded.removesuffix("s"), 1.0)
        after += 1 + _is(words, after + 1, "of")
    noun, noun_end = _noun(words, after)
    start, end = words[i].start, words[noun_end - 1].end
    return Quantity(low, float("inf"), False, "", noun, i, after, noun_end, start, end, Form.VAGUE)


def _read_age(text: str, words: Sequence[Word], i: int) -> Quantity | None:
    """ "Ana Ruiz, 34,", "aged 34", "34 years old", "a 34-year-old"."""
    whole = _AGE.fullmatch(words[i].folded)
    value, after = _value(words, i) if whole is None else (float(_number(whole[1]) or 0), i + 1)
    if value is None or not 0 < value < _OLDEST or value % 1:
        return None
    before = words[i - 1] if i else None
    aged = before is not None and before.folded in ("aged", "age") and not _is(words, after, "to")
    mark = text[words[i].end : words[i].end + 1]
    apposed = before is not None and before.capital and text[before.end : words[i].start] == ", " and mark in ",.;)"
    if _is(words, after, "years") and _is(words, after + 1, "old"):
        after += 2
    elif not (whole or aged or (apposed and words[i].folded.isdigit())):
        return None
    start, end = words[i].start, words[after - 1].end
    return Quantity(value, value, True, AGE, "", i, after, after, start, end, Form.AGE)


_AGE = re.compile(r"(\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)-years?-old")
_OLDEST = 125


def _read_compound(words: Sequence[Word], i: int) -> Quantity | None:
    """ "A four-year contract", "a 48-page report", "a 300-million-euro bid"."""
    first, *rest = words[i].folded.split("-")
    value = _number(first)
    top = _number(rest[0]) if value is not None and len(rest) == 1 else None
    if value is not None and top is not None and top > value and not _is_year(first):  # "15,000-20,000 people"
        noun, noun_end = _noun(words, i + 1)
        form = Form.COUNTED if noun else Form.BARE
        return Quantity(
            value, top, False, "", noun, i, i + 1, noun_end, words[i].start, words[noun_end - 1].end, form
        )  # fmt: skip
    while rest and value is not None and rest[0] in _SCALES:
        value *= _SCALES[rest.pop(0)]
    if value is None or len(rest) != 1 or not rest[0].isalpha():
        return None
    start, end, tail = words[i].start, words[i].end, rest[0]
    if tail in _MONEY_WORDS:
        return Quantity(value, value, True, _MONEY_WORDS[tail], "", i, i + 1, i + 1, start, end)
    if tail in PERIODS:
        return Quantity(value, value, True, "", stem(tail), i, i + 1, i + 1, start, end, Form.TERM)
    if tail not in _MEASURING:  # "two-way", "four-figure" measure nothing
        return None
    return Quantity(value, value, True, "", stem(tail), i, i + 1, i + 1, start, end, Form.MEASURE)


_MEASURING = frozenset(
    """page word metre meter mile kilometre kilometer km foot inch yard acre hectare tonne ton kilo kilogram kg litre
    liter gallon degree storey story seat bed bedroom room member man person strong point vote minute second tier
    lane""".split()
)


def _number(word: str) -> float | None:
    if word in _NUMBER_WORDS:
        return float(_NUMBER_WORDS[word])
    match = _DIGITS.fullmatch(word)
    return None if match is None else float(match[1].replace(",", "")) * _SHORT_SCALES.get(match[2] or "", 1.0)


def _range_end(text: str, words: Sequence[Word], value: float, after: int) -> tuple[float, int]:
    """The upper end of "10 to 15" and "10–15", else the value itself; and the index after it."""
    if after < len(words) and text[words[after - 1].end : words[after].start] in _DASHES:
        top, beyond = _value(words, after)
        if top is not None and top > value:
            return top, beyond
    if (
        after + 1 < len(words)
        and words[after].folded in ("to", "and", "or")
        and not _SPACE_BREAK.search(text, words[after - 1].end, words[after].start)
    ):
        top, beyond = _value(words, after + 1)
        if top is not None and top > value and (words[after].folded != "and" or _follows_between(text, words, after)):
            return top, beyond
    return value, after


_DASHES = ("–", "—", " – ")
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
    if following and following[0] in _MONEY_WORDS:  # "1.1 billion euro contract" too is a sum
        return _MONEY_WORDS[following[0]], after + 1
    return "", after


def _value(words: Sequence[Word], i: int) -> tuple[float | None, int]:
    """The value of the number that begins at word ``i``, and the index after it; None where there is no number."""
    folded = words[i].folded
    value = _number(folded)
    if value is None and "-" in folded and all(part in _NUMBER_WORDS for part in folded.split("-")):
        value = float(sum(_NUMBER_WORDS[part] for part in folded.split("-")))
    if value is None:
        return None, i
    after = i + 1
    if [word.folded for word in words[after : after + 3]] == ["and", "a", "half"]:
        value, after = value + 0.5, after + 3
    while after < len(words) and words[after].folded in _SCALES:
        value *= _SCALES[words[after].folded]
        after += 1
    return value, after


def _is_name_or_date(text: str, words: Sequence[Word], i: int, after: int) -> bool:
    """A year, a day of a month, an age, a clock time, or a number in a name."""
    before = words[i - 1] if i else None
    following = words[after] if after < len(words) else None
    folded = words[i].folded
    if folded == "one" and not _one_person(words, after):
        return True
    if before and (before.folded in _MONTHS or before.folded in _NAME_BEFORE):
        return True
    if following and following.folded in _MONTHS:
        return True
    if _is_year(folded):
        return True
    mark = text[words[i].end : words[i].end + 1]
    if mark == ":" or text[max(0, words[i].start - 1) : words[i].start] in (":", "-", "/", "#"):
        return True
    stands_alone = text[max(0, words[i].start - 2) : words[i].start] == ", " and mark == ","
    return stands_alone and folded.isdigit() and len(folded) <= 3


def _is_year(folded: str) -> bool:
    return folded.isdigit() and len(folded) == 4 and folded[:2] in ("18", "19", "20")


def _one_person(words: Sequence[Word], after: int) -> bool:
    """ "One person was killed", but not "one of the firms"."""
    return after < len(words) and words[after].folded in ("person", "man", "woman", "child", "worker", "passenger")


def _noun(words: Sequence[Word], after: int) -> tuple[str, int]:
    """Stem of what is counted, the last of up to three content words that follow at once, and the index after it."""
    if after == len(words) or words[after].clause != words[after - 1].clause:
        return "", after
    last = after + _describes(words, after)
    while last < min(len(words), after + 3) and words[last].clause == words[after].clause and _may_count(words[last]):
        last += 1
    if last == after + _describes(words, after) or (last < len(words) and _is_no_noun(words[last])):
        return "", after
    return words[last - 1].stem, last


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands before what is counted: "21 damaged barges", but not "12 injured" nor "killed by"."""
    if at + 1 >= len(words) or words[at + 1].clause != words[at].clause or words[at].folded in _NEVER_COUNTED:
        return False
    verb = lookup(words[at].folded)
    participle = verb is not None and verb.form not in (VerbForms.BASE, VerbForms.THIRD)
    return participle and words[at].is_content and _may_count(words[at + 1])


def _is_time_or_age(words: Sequence[Word], after: int) -> bool:
    return after < len(words) and words[after].folded in _TIMES


_TIMES = frozenset("am pm a.m p.m gmt o'clock years old".split())


# What is measured without a unit, and named before its number: "a magnitude of 6.4".
SCALES = stems("magnitude")
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
    return verb is None or verb.form in (VerbForms.BASE, VerbForms.THIRD)


_NEVER_COUNTED = frozenset("am pm gmt et dead hurt last next later ago old long high tall wide deep away".split())


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
