"""What sentences that are read by words only are compared by: their words one by one, with numbers, days and times of
day in one form, and without articles and what says "about" of a number.

Scripts without spaces are taken apart letter by letter; a Chinese or Japanese numeral is one unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.lexicon import Lexicon, lexicon
from generator.language.months import decimal_comma, months, weekdays
from generator.language.runon import KEPT_TEXTS
from generator.language.scripts import SIGNS, UNSPACED

_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN = "".join((*_HAN_DIGITS, *_HAN_TENS, *_HAN_SCALES))
_DAY_AND_MONTH = (
    rf"(?:(?P<y1>\d{{4}})\s?[年년]\s?)?(?P<m1>\d{{1,2}}|[{_HAN}]{{1,2}})[月월]\s?(?P<d1>\d{{1,2}}|[{_HAN}]{{1,3}})[日号號일]"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
)
_NUMERAL = r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:٫٬’'\u00a0\u202f]\d+)*"
_PIECE = re.compile(
    rf"(?P<date>{_DAY_AND_MONTH})|(?P<numeral>{_NUMERAL})|(?P<han>[{_HAN}]+)"
    rf"|(?P<letter>[{UNSPACED}][{SIGNS}]*)|(?P<word>(?:(?![{UNSPACED}])[^\W\d_][{SIGNS}]*)+)"
)
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_LONGEST = 40  # letters of a number word
_EXACT = 15  # digits of a number that is told from its neighbours; longer ones are compared as they are written
_OF = frozenset(("de", "del", "º", "er", "e", "го", "й"))  # between a day and its month
_LATEST_DAY, _MONTHS = 31, 12


class What(StrEnum):
    WORD = "word"
    NUMBER = "number"
    DATE = "date"  # a day of a month
    WHEN = "when"  # a day of the week, a time of the day


class Unit(NamedTuple):
    """``key`` is what is compared, ``shown`` how it stands in the text."""

    key: str
    what: What
    shown: str


@lru_cache(maxsize=KEPT_TEXTS)
def units(text: str, language: str) -> tuple[Unit, ...]:
    """The units of a text in a language (a BCP 47 tag), in order."""
    known = lexicon(language)
    found = _as_one(list(_dated(_pieces(text, language, known), language)), _phrases(language))
    kept = [unit for place, unit in enumerate(found) if unit.key[:1] != _ABOUT or not _beside_number(found, place)]
    return tuple(
        unit for unit in (_plain(unit) for unit in kept) if unit.what is not What.WORD or unit.key not in known.light
    )


def is_number(word: str, known: Lexicon) -> bool:
    """Whether a word, in lower case, is a number word or is made of such ("siebenundzwanzig")."""
    return word in known.numbers or (len(word) <= _LONGEST and _compound(word, known, 0) > 1)


def _compound(word: str, known: Lexicon, parts: int) -> int:
    """Of how many number words a word is made, joined by links; 0 where it is not."""
    if not word:
        return parts
    for size in range(len(word), 1, -1):
        if word[:size] in known.numbers:
            found = _compound(word[size:], known, parts + 1)
            if found:
                return found
        elif word[:size] in known.links and (found := _compound(word[size:], known, parts)):
            return found
    return 0


def _pieces(text: str, language: str, known: Lexicon) -> Iterator[Unit]:
    text = unicodedata.normalize("NFC", text)
    if known.apostrophes:
        text = _APOSTROPHE.sub("", text)
    days = weekdays(language)
    for match in _PIECE.finditer(text):
        shown = match.group()
        if match["date"]:
            yield from _written_date(match)
        elif match["numeral"]:
            yield Unit(f"#{_numeral(shown, decimal_comma(language))}", What.NUMBER, shown)
        elif match["han"]:
            yield Unit(f"#{_han(shown)}", What.NUMBER, shown)
        else:
            folded = shown.casefold()
            if folded in known.numbers:
                yield Unit(f"#{known.numbers[folded]:.15g}", What.NUMBER, shown)
            elif folded in days:
                yield Unit(f"@{days[folded]}", What.WHEN, shown)
            else:
                yield Unit(folded, What.NUMBER if is_number(folded, known) else What.WORD, shown)


def _written_date(match: re.Match[str]) -> Iterator[Unit]:
    """The day, and the year where one is given, of a date in numbers; its numbers where there is no such day."""
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if match[day]:
            m, d = (int(_han(part)) if part[0] in _HAN else int(part) for part in (match[month], match[day]))
            if 1 <= m <= _MONTHS and 1 <= d <= _LATEST_DAY:
                yield Unit(f"={m:02}-{d:02}", What.DATE, match.group())
                if match[year]:
                    yield Unit(f"#{int(match[year])}", What.NUMBER, match[year])
            else:
                yield Unit(f"#{match.group()}", What.NUMBER, match.group())


def _dated(pieces: Iterator[Unit], language: str) -> Iterator[Unit]:
    """The units with each day of a month as one: "4. Mai", "4 de mayo", "May 4"."""
    found = list(pieces)
    names = months(language)
    place = 0
    while place < len(found):
        after = place + 1 + (place + 2 < len(found) and found[place + 1].key in _OF)
        if after < len(found) and (month := names.get(found[after].key)) and _is_day(found[place]):
            yield Unit(f"={month:02}-{int(found[place].key[1:]):02}", What.DATE, found[place].shown)
            place = after + 1 + (after + 2 < len(found) and found[after + 1].key in _OF and _is_year(found[after + 2]))
        else:
            yield found[place]
            place += 1


def _is_day(unit: Unit) -> bool:
    return unit.what is What.NUMBER and unit.key[1:].isdecimal() and 1 <= int(unit.key[1:]) <= _LATEST_DAY


def _is_year(unit: Unit) -> bool:
    return unit.what is What.NUMBER and unit.shown.isdecimal() and len(unit.shown) == 4


def _numeral(text: str, comma: bool) -> str:
    """A numeral in plain digits, whatever its script: "٢٬٤٠٠" is 2400, "2,4" in German 2.4; what is no number (a time)
    in its own form."""
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else {"٫": ".", "٬": ""}.get(c, c) for c in text)
    digits = re.sub("[ \u00a0\u202f’']", "", digits)
    one, other = (",", ".") if comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}[{one}]\d{{3}}", digits):
        return digits  # thousands to some who write the language, a fraction to others
    if "٫" not in text:
        if digits.count(one) <= 1 and _grouped(digits.partition(one)[0], other):
            digits = digits.replace(other, "").replace(one, ".")
        elif _grouped(digits, one):
            digits = digits.replace(one, "")
    try:
        return f"{float(digits):.{_EXACT}g}" if len(digits) <= _EXACT else digits
    except ValueError:
        return digits


def _grouped(digits: str, mark: str) -> bool:
    """Whether a mark parts thousands: "1.400.000"; also where there is none."""
    first, *groups = digits.split(mark)
    return len(first) <= 3 * bool(groups) + 15 * (not groups) and all(len(group) == 3 for group in groups)


def _han(text: str) -> str:
    """A Chinese or Japanese numeral in digits: "一千四百万" is 14000000, "二〇二六" 2026."""
    if len(text) > _EXACT:
        return text
    if all(letter in _HAN_DIGITS for letter in text):
        return str(int("".join(str(_HAN_DIGITS[letter]) for letter in text)))
    whole, part, digit = 0, 0, 0
    for letter in text:
        if letter in _HAN_DIGITS:
            digit = _HAN_DIGITS[letter]
        elif letter in _HAN_TENS:
            part += (digit or 1) * _HAN_TENS[letter]
            digit = 0
        else:
            whole += (part + digit or 1) * _HAN_SCALES[letter]
            part = digit = 0
    return str(whole + part + digit)


_ABOUT, _TIME = "~", "@"
Phrases = Mapping[tuple[str, ...], str]


@cache
def _phrases(language: str) -> Phrases:
    """The phrases that stand for one another, and those that say "about", by their keys, with the key of their kind."""
    known = lexicon(language)
    found: dict[tuple[str, ...], str] = {}
    for phrase in known.about:
        found[tuple(unit.key for unit in _pieces(phrase, language, known))] = _ABOUT
    for group in known.alike:
        for phrase in group:
            found[tuple(unit.key for unit in _pieces(phrase, language, known))] = f"{_TIME}{group[0]}"
    return found


def _as_one(found: list[Unit], phrases: Phrases) -> list[Unit]:
    """The units, those of a listed phrase as one, the longest phrase first."""
    longest = max(map(len, phrases), default=0)
    made: list[Unit] = []
    place = 0
    while place < len(found):
        for size in range(min(longest, len(found) - place), 0, -1):
            taken = found[place : place + size]
            kind = phrases.get(tuple(unit.key for unit in taken))
            if kind is not None:
                shown = " ".join(unit.shown for unit in taken)
                made.append(Unit(f"{_ABOUT}{shown.casefold()}" if kind == _ABOUT else kind, What.WHEN, shown))
                place += size
                break
        else:
            made.append(found[place])
            place += 1
    return made


def _beside_number(found: Sequence[Unit], place: int) -> bool:
    """Whether what may say "about" stands before a number, or behind one and what it counts."""
    near = (*found[max(0, place - 2) : place], *found[place + 1 : place + 2])
    return any(unit.what is What.NUMBER for unit in near)


def _plain(unit: Unit) -> Unit:
    """What says "about" of no number, as the word that it is."""
    return Unit(unit.key[1:], What.WORD, unit.shown) if unit.key.startswith(_ABOUT) else unit
