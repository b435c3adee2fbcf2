"""What a number tells of: how many were killed, what was paid, how much burned. A number with its role in the event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.kin import phrase_at, sense
from generator.language.quantities import Quantity, find_quantities
from generator.language.stems import Word, stem

# A line for each role: its name in a question, and the words that tell it. The first role word beside a number counts.
_PEOPLE = """
killed|kill die dead death deaths fatality toll
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
_OFFERED = {
    stem(word): role
    for role, words in (("the offer", "offer propose"), ("the demand", "demand seek want ask call"))
    for word in words.split()
}  # who offers and who demands name two sums
_LIMITS = frozenset("limit maximum minimum allowed permitted".split())
_EACH = frozenset(("a", "an", "per"))
_HUMAN = frozenset(
    map(
        stem,
        """people person worker employee staff passenger resident soldier civilian hostage victim child woman man
        student villager miner sailor crew tourist refugee migrant docker firefighter patient survivor protester
        demonstrator suspect member pupil guest inhabitant captive other striker""".split(),
    )
)
_REACH = 6  # words on either side of a number in which its role is told,
_PASSIVE_REACH = 16
_PASSIVE = frozenset("were was been are is be".split())
_BARE_REACH = 4  # before one that names nothing it counts: "the number of deaths at 14"
_COUNTED = frozenset(map(stem, "hectare acre house home building vote job post painting work".split()))
PERIODS = frozenset(map(stem, "year month week day hour".split()))
_DISTANCES = frozenset(map(stem, "kilometre kilometer km mile".split()))


class Figure(NamedTuple):
    """A number and its role: ``kind`` is "people", a unit (a currency sign, "%") or the stem of what is counted."""

    kind: str
    role: str
    quantity: Quantity


def find_figures(text: str, words: Sequence[Word]) -> tuple[Figure, ...]:
    """The numbers of a text whose role in the event its own words tell, in order."""
    quantities = find_quantities(text, words, bare=True)
    found = []
    for at, quantity in enumerate(quantities):
        kind, table = _kind(quantity)
        if _is_speed(words, quantity):
            kind, table = "kilometres an hour", _TABLES["speeds"]
        first = quantities[at - 1].noun_end if at else 0
        last = quantities[at + 1].first if at + 1 < len(quantities) else len(words)
        role = _role(words, quantity, table, first, last)
        clause = [w for w in words if w.clause == words[quantity.first].clause]
        if role and quantity.unit:
            role = next((_OFFERED[w.stem] for w in clause if w.stem in _OFFERED), role) + _each(words, quantity)
        if role and not any(w.folded in _LIMITS for w in clause):
            found.append(Figure(kind, role, quantity))
    return tuple(found)


def _kind(quantity: Quantity) -> tuple[str, dict[str, str]]:
    if quantity.unit == "%":
        return "%", _TABLES["shares"]
    if quantity.unit:
        return quantity.unit, _TABLES["money"]
    if quantity.noun in _HUMAN or not quantity.noun:
        return "people", _TABLES["people"]
    if quantity.noun in PERIODS:
        return quantity.noun, _TABLES["terms"]
    return quantity.noun, _TABLES["things"] if quantity.noun in _COUNTED else {}


def _is_speed(words: Sequence[Word], quantity: Quantity) -> bool:
    after = [word.folded for word in words[quantity.noun_end : quantity.noun_end + 2]]
    distance = quantity.noun in _DISTANCES
    return (distance and after in (["an", "hour"], ["per", "hour"])) or quantity.noun in ("kmh", "mph", "kph")


def _each(words: Sequence[Word], quantity: Quantity) -> str:
    """ " a share" of "42 dollars a share"."""
    after = words[quantity.noun_end : quantity.noun_end + 2]
    return f" a {after[1].folded}" if len(after) == 2 and after[0].folded in _EACH else ""


def _role(words: Sequence[Word], quantity: Quantity, table: dict[str, str], first: int, last: int) -> str | None:
    """The role told by the first word of a table in the number's own clause, among the words ``first`` to ``last``.

    Further on than a few words, only what is done to those who are counted is their role: "were released".
    """
    clause = words[quantity.first].clause
    bare = not quantity.noun and not quantity.unit
    for i in range(quantity.after, min(last, quantity.noun_end + (1 if bare else _PASSIVE_REACH))):
        near = i < quantity.noun_end + _REACH or words[i - 1].folded in _PASSIVE
        if near and words[i].clause == clause and (role := _told(words, i, table)):
            return role
    for i in range(quantity.first - 1, max(first, quantity.first - 1 - (_BARE_REACH if bare else _REACH)) - 1, -1):
        if words[i].clause != clause or words[i].folded == "and":
            break
        if role := _told(words, i, table):
            return role
    return None


def _told(words: Sequence[Word], i: int, table: dict[str, str]) -> str | None:
    phrase = phrase_at(words, i)
    return table.get(words[i].stem) if phrase is None else table.get(phrase[0])


def _table(listed: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in listed.strip().split("\n"):
        role, _, told = line.partition("|")
        for word in told.split():
            table.setdefault(stem(word), role)
            table.setdefault(sense(stem(word)), role)
    return table


_TABLES = {
    "people": _table(_PEOPLE),
    "things": _table(_THINGS),
    "money": _table(_MONEY),
    "shares": _table(_SHARES),
    "terms": _table(_TERMS),
    "speeds": _table(_SPEEDS),
}
