"""What a number tells of: how many were killed, what was paid, how much burned. A number with its role in the event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.kin import phrase_at, sense
from generator.language.quantities import Quantity, find_quantities
from generator.language.stems import Word, stem

# A line for each role: its name in a question, and the words that tell it. The first role word beside a number counts.
_PEOPLE = """
killed|kill die dead death fatality toll
injured|injure wound hurt injury
missing|missing unaccounted
released|release free liberate
arrested|arrest detain custody
taken to hospital|hospital hospitalise hospitalize
evacuated|evacuate evacuation
rescued|rescue save
displaced|displace homeless
on strike|strike walkout
infected|infect infection
laid off|layoff redundancy redundant
"""
_THINGS = """
destroyed|destroy burn scorch gut raze consume demolish
damaged|damage
stolen|steal rob theft
recovered|recover
"""
_MONEY = """
the price|price fee value worth cost buy acquire sell purchase bid takeover sale deal
the damage|damage loss
the fine|fine penalty
the sum taken|siphon embezzle divert launder misappropriate steal defraud
the ransom|ransom
the aid|aid relief
the pay|salary wage pay
"""
_SHARES = """
the efficacy|efficacy effective effectiveness protect protection prevent
the turnout|turnout
the rise|raise rise increase
the fall|fall drop decline cut
the vote|vote
the wage rise|wage pay
the offer|offer
"""
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
_COUNTED = frozenset(map(stem, "kilometre kilometer km mile hectare acre house home building vote".split()))


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
        first = quantities[at - 1].noun_end if at else 0
        last = quantities[at + 1].first if at + 1 < len(quantities) else len(words)
        role = _role(words, quantity, table, first, last)
        if role:
            found.append(Figure(kind, role, quantity))
    return tuple(found)


def _kind(quantity: Quantity) -> tuple[str, dict[str, str]]:
    if quantity.unit == "%":
        return "%", _TABLES["shares"]
    if quantity.unit:
        return quantity.unit, _TABLES["money"]
    if quantity.noun in _HUMAN or not quantity.noun:
        return "people", _TABLES["people"]
    return quantity.noun, _TABLES["things"] if quantity.noun in _COUNTED else {}


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
        if words[i].clause == clause and (role := _told(words, i, table)):
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


_TABLES = {"people": _table(_PEOPLE), "things": _table(_THINGS), "money": _table(_MONEY), "shares": _table(_SHARES)}
