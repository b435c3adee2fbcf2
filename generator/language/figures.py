"""Figures: what a number is of, in comparable form, and what it tells of: how many were killed, what was paid.

Miles are metres, acres hectares, "a fifth" is 20 %, residents and employees are people.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from generator.language.kin import phrase_at, sense
from generator.language.quantities import AGE, PERIODS, SHARE_SLACK, Form, Quantity, named, read_quantities
from generator.language.runon import KEPT_TEXTS
from generator.language.stems import Word, read_words, stem, stems

# A line for each role: its name in a question, and the words that tell it. The first role word beside a number counts.
_PEOPLE = """
killed|kill die dead death deaths fatality fatally murder toll
injured|injure wound hurt injury
missing|missing unaccounted
released|release free liberate
arrested|arrest detain custody
taken to hospital|hospital hospitalise hospitalize
evacuated|evacuate evacuation
rescued|rescue save
displaced|displace homeless
on strike|strike walkout
at the protest|demonstrate demonstration protest march rally
infected|infect infection
in the trial|trial enrol enroll participate participant
"""
_THINGS = """
destroyed|destroy burn scorch gut raze consume demolish
damaged|damage
stolen|steal rob theft
cut|cut axe shed slash lose
"""
_MONEY = """
the price|price fee value worth cost buy acquire sell purchase bid takeover sale deal sign
the damage|damage loss
the fine|fine penalty
the sum taken|siphon embezzle divert launder misappropriate steal defraud
the ransom|ransom
"""
_SHARES = """
the efficacy|efficacy effective effectiveness protect protection prevent
the turnout|turnout
the fall|fall drop decline plunge
the stake|stake
the premium|premium
"""
_TERMS = """
the sentence|sentence prison jail imprisonment behind
the contract|contract sign
the deliberations|deliberate deliberation
the delay|delay
"""
_SPEEDS = """
the speed|speed travel drive race run go
"""
_OFFERS = """
the offer|offer propose
the demand|demand seek want ask call
"""  # who offers and who demands name two sums
_LIMITS = frozenset("limit maximum minimum allowed permitted".split())
_EACH = frozenset(("a", "an", "per"))
# These are people whatever is told of them, the others where a role is: a million children are no million people.
_PERSONS = stems(
    """people person resident inhabitant worker employee staff passenger civilian soldier troop man woman migrant
    protester demonstrator patient student villager officer police victim survivor tourist fan spectator volunteer
    personnel guest pupil refugee citizen"""
)
_OTHERS = stems("hostage child miner sailor crew docker firefighter suspect member captive other striker")
_REACH = 6  # words on either side of a number in which its role is told,
_PASSIVE_REACH = 16
_PASSIVE = frozenset("were was been are is be".split())
_BARE_REACH = 4  # before one that names nothing it counts: "the number of deaths at 14"
_COUNTED = stems("hectare acre house home building vote job post painting work")
_LONGER = {"year": ("month", 12.0), "week": ("day", 7.0)}  # 42 months are three and a half years


SLACK = 0.08  # of the value: 3,960 is "nearly 4,000", 34 kilometres are "about 20 miles", 18 % "almost a fifth"
COUNTED_ONE_BY_ONE = 100.0  # persons and things below it are counted one by one, and 11 is not 12

_LENGTHS = {"kilometre": 1e3, "kilometer": 1e3, "km": 1e3, "mile": 1609.0, "metre": 1.0, "meter": 1.0, "m": 1.0,
            "foot": 0.305, "feet": 0.305, "yard": 0.914, "centimetre": 0.01, "centimeter": 0.01, "cm": 0.01,
            "millimetre": 0.001, "millimeter": 0.001, "mm": 0.001, "inch": 0.0254}  # fmt: skip
_AREAS = {"hectare": 1.0, "ha": 1.0, "acre": 0.405}
_WEIGHTS = {"kilogram": 1.0, "kilo": 1.0, "kg": 1.0, "tonne": 1e3, "ton": 1e3, "lb": 0.454}
_SPEEDS_OF = {"mph": 0.447, "kph": 0.278, "kmh": 0.278}


@cache
def _measures() -> dict[str, tuple[str, float]]:
    tables = (("metres", _LENGTHS), ("hectares", _AREAS), ("kilograms", _WEIGHTS), ("speed", _SPEEDS_OF))
    return {stem(unit): (kind, factor) for kind, table in tables for unit, factor in table.items()}


_MEASURED = frozenset(("metres", "hectares", "kilograms", "speed", "%"))
_PER = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "h": 3600.0}
PEOPLE = "people"
_CLOCK = frozenset(("a.m", "p.m"))
_UP = stems("rise climb grow increase jump go raise soar")
_DOWN = stems("fall drop decline shrink cut reduce lower")
_REVISED = 4  # words before a number in which "has risen to" stands


class Figure(NamedTuple):
    """A value or range of one kind of thing, in one unit for each kind, as it stands at ``text[start:end]``.

    ``kind`` is "people", "years old", "%", a currency, "metres", "hectares", "kilograms", "speed" (metres a second),
    "month", "day", "hour", or the sense of what is counted. ``exact`` is False for bounds, "about", vague words and
    shares. ``role`` is what the text tells of it ("killed", "the price"), empty where it does not say. ``change`` is
    "up" or "down" where it is what an earlier figure has come to ("has risen to 24"), else empty. ``quantity`` is the
    number as it was read.
    """

    kind: str
    low: float
    high: float
    exact: bool
    role: str
    change: str
    start: int
    end: int
    quantity: Quantity


@lru_cache(maxsize=KEPT_TEXTS)
def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order. A number that names neither what it counts nor a role is none."""
    words = read_words(text)
    quantities = [quantity for quantity in read_quantities(text, words) if quantity.noun not in _CLOCK]
    found = []
    for at, quantity in enumerate(quantities):
        first = quantities[at - 1].noun_end if at else 0
        last = quantities[at + 1].first if at + 1 < len(quantities) else len(words)
        figure = _figure(words, quantity, first, last)
        if figure is not None:
            found.append(figure)
    return tuple(found)


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one, rounding allowed for."""
    return a.kind == b.kind and not differ(a, b)


def differ(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and cannot be one."""
    if a.kind != b.kind:
        return False
    exact = a.exact and b.exact
    counted = exact and max(a.low, b.low) < COUNTED_ONE_BY_ONE and not is_measured(a)
    slack = 1.0 if counted else 1.0 + (SHARE_SLACK if exact and a.kind == "%" else SLACK)
    return a.low > b.high * slack or b.low > a.high * slack


def is_rounding(a: Figure, b: Figure) -> bool:
    """Whether of two figures in one unit one names the number of the other, rounded to the digits that it has: 539.5
    may be told as 540 and not as 550, nor "nearly 107,000" as "more than 115,000"."""
    one, other = a.quantity, b.quantity
    other_unit = one.unit != other.unit or (is_measured(a) and one.noun != other.noun)
    if other_unit or Form.SHARE in (one.form, other.form):
        return True
    x, y = (named(each.low, each.high)[0] for each in (one, other))
    return abs(x - y) <= max(_last_place(x), _last_place(y)) / 2


def _last_place(value: float) -> float:
    """What the last digit of a number counts that is not 0: of 550 it is 10, of 539.5 it is .1."""
    return 10.0 ** int(Decimal(repr(value)).normalize().as_tuple().exponent)


def named_value(figure: Figure) -> Figure:
    """A figure as the number that it names: of "at least 11" and "up to 11" that is 11."""
    low, high = named(figure.low, figure.high)
    return figure._replace(low=low, high=high)


def is_measured(figure: Figure) -> bool:
    """Whether a figure is a sum, a share or a measure rather than a count."""
    return figure.kind in _MEASURED or figure.quantity.unit not in ("", AGE)


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, under whatever name: "six children" too."""
    return figure.kind == PEOPLE or figure.quantity.noun in _OTHERS


def _figure(words: Sequence[Word], quantity: Quantity, first: int, last: int) -> Figure | None:
    kind, factor, table = _kind(words, quantity)
    role = _role(words, quantity, table, first, last) if table else ""
    if quantity.form is Form.NONE and not role:
        role = _role_of_noun(quantity)
    offered = _table(_OFFERS)
    if role and quantity.unit:
        clause = [word for word in words if word.clause == words[quantity.first].clause]
        role = next((offered[word.stem] for word in clause if word.stem in offered), role) + _each(words, quantity)
    if role and _is_limit(words, quantity):
        role = ""
    nameless = not quantity.noun and not quantity.unit
    if (nameless or quantity.form is Form.NONE) and not role:  # "no evidence" counts nothing
        return None
    if kind == PEOPLE and not role and quantity.noun not in _PERSONS:
        kind = sense(quantity.noun)
    low, high = quantity.low * factor, quantity.high * factor
    change = _change(words, quantity)
    return Figure(kind, low, high, quantity.exact, role, change, quantity.start, quantity.end, quantity)


def _kind(words: Sequence[Word], quantity: Quantity) -> tuple[str, float, dict[str, str]]:
    """What is counted, the factor that brings it to the unit of its kind, and the words that tell its role."""
    noun = quantity.noun
    if quantity.unit:
        return quantity.unit, 1.0, {} if quantity.unit == AGE else _table(_SHARES if quantity.unit == "%" else _MONEY)
    if not noun or noun in _PERSONS or noun in _OTHERS or (quantity.form is Form.NONE and noun in _table(_PEOPLE)):
        return PEOPLE, 1.0, _table(_PEOPLE)
    if noun in PERIODS:
        kind, factor = _LONGER.get(noun, (noun, 1.0))
        return kind, factor, _table(_TERMS)
    kind, factor = _measures().get(noun, (sense(noun), 1.0))
    per = _per(words, quantity) if kind == "metres" else None
    if per:
        return "speed", factor / per, _table(_SPEEDS)
    if kind == "speed":
        return kind, factor, _table(_SPEEDS)
    return kind, factor, _table(_THINGS) if noun in _COUNTED else {}


def _per(words: Sequence[Word], quantity: Quantity) -> float | None:
    """Seconds of "kilometres an hour"."""
    following = [word.folded for word in words[quantity.noun_end : quantity.noun_end + 2]]
    if not following:
        return None
    return _PER.get(following[0]) or (_PER.get(following[-1]) if following[0] in ("a", "an", "per") else None)


def _role_of_noun(quantity: Quantity) -> str:
    """ "No injuries" tells how many were injured."""
    return _table(_PEOPLE).get(quantity.noun) or _table(_PEOPLE).get(sense(quantity.noun), "")


def _change(words: Sequence[Word], quantity: Quantity) -> str:
    """Whether the number is what an earlier one has come to: "has risen to 24"."""
    if not quantity.first or words[quantity.first - 1].folded != "to":
        return ""
    before = {word.stem for word in words[max(0, quantity.first - _REVISED) : quantity.first - 1]}
    return "up" if before & _UP else "down" if before & _DOWN else ""


def _is_limit(words: Sequence[Word], quantity: Quantity) -> bool:
    clause = words[quantity.first].clause
    return any(word.folded in _LIMITS for word in words if word.clause == clause)


def _each(words: Sequence[Word], quantity: Quantity) -> str:
    """ " a share" of "42 dollars a share"."""
    after = words[quantity.noun_end : quantity.noun_end + 2]
    return f" a {after[1].folded}" if len(after) == 2 and after[0].folded in _EACH else ""


def _role(words: Sequence[Word], quantity: Quantity, table: dict[str, str], first: int, last: int) -> str:
    """The role told by the first word of a table in the number's own clause, among the words ``first`` to ``last``.

    Further on than a few words, only what is done to those who are counted is their role: "were released". What "and"
    joins is another deed, where one is told before: "killed 59 people and wounded 800".
    """
    clause = words[quantity.first].clause
    bare = not quantity.noun and not quantity.unit and quantity.form is not Form.NONE
    for i in range(quantity.after, min(last, quantity.noun_end + (1 if bare else _PASSIVE_REACH))):
        near = i < quantity.noun_end + _REACH or words[i - 1].folded in _PASSIVE
        if near and words[i].clause == clause and (role := _told(words, i, table)):
            joined = words[i - 1].folded == "and"
            return (joined and _role_before(words, quantity, table, first, bare)) or role
    return _role_before(words, quantity, table, first, bare)


def _role_before(words: Sequence[Word], quantity: Quantity, table: dict[str, str], first: int, bare: bool) -> str:
    clause = words[quantity.first].clause
    for i in range(quantity.first - 1, max(first, quantity.first - 1 - (_BARE_REACH if bare else _REACH)) - 1, -1):
        if words[i].clause != clause or words[i].folded == "and":
            break
        if role := _told(words, i, table):
            return role
    return ""


def _told(words: Sequence[Word], i: int, table: dict[str, str]) -> str | None:
    phrase = phrase_at(words, i)
    return table.get(words[i].stem) if phrase is None else table.get(phrase[0])


@cache
def _table(listed: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in listed.strip().split("\n"):
        role, _, told = line.partition("|")
        for word in told.split():
            table.setdefault(stem(word), role)
            table.setdefault(sense(stem(word)), role)
    return table
