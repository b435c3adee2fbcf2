"""Invented stories for measuring time and memory: the same for the same seed, and nothing in them ever happened.

What costs time is what real captures have: furniture around the text, facts that several captures tell in different
words, facts that one alone tells, and words that every sentence of a story shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from random import Random

from generator.model import Capture, Source, Story

SENTENCES = 40  # in a capture; the five seed captures have 42 on average
FACTS = 60  # in a story, for captures to choose from: two of three sentences of a capture are told by others too
SHARED = 0.66

_FIRST = "Ada Bruno Celia Dario Edda Falk Greta Hugo Ines Jorn Karla Linus Mira Nils Olga Pavel Runa Stig Tilda".split()
_LAST = (
    "Arvand Belmore Corvane Dellwick Estrom Farrowby Gantley Holmrook Istvale Jandrey Kelbrook Lorrimer Morvane Norwick"
    " Ostrand Pellworth Quenby Rostvale Selwick Tarnbrook Ulverdal Varnholt Westmark Yarrowby Zelbrand"
).split()
_PLACES = (
    "Aldermoor Brightwater Caldmouth Dunharrow Eastmere Fallowfield Glenarch Harrowgate Ivelstone Kingsmere Larkhaven"
    " Millbrae Northolm Oakhampton Pinewick Ravensport Saltmarsh Thornbury Upperfell Whitcombe"
).split()
_ROLES = (
    "mayor|chief engineer|transport minister|head of the port authority|union leader|district judge|hospital director"
    "|police commissioner|harbour master|energy secretary|opposition leader|fire chief|bank governor|school inspector"
).split("|")
_ORGANS = (
    "city council|port authority|rail company|teachers' union|water board|regional court|energy ministry|national bank"
    "|dockers' union|planning office|coast guard|health agency|farmers' association|shipping line|election board"
).split("|")
_DEEDS = (
    "approved|rejected|delayed|reopened|closed|inspected|financed|criticised|repaired|postponed|expanded|audited"
    "|abandoned|defended|suspended|extended|reviewed|sold|bought|blocked"
).split("|")
_THINGS = (
    "bridge|tunnel|ferry contract|harbour wall|tram line|budget|housing plan|power station|railway depot|water treaty"
    "|school reform|airport terminal|fishing quota|flood barrier|pension fund|land sale|wage agreement|border crossing"
    "|mining licence|grain silo|hospital wing|radio mast|court archive|bus fleet|market hall"
).split("|")
_QUALITIES = "old new disputed costly temporary northern southern eastern western half-finished long-awaited".split()
_SAYING = "said announced claimed reported confirmed added warned insisted denied".split()
_REASONS = (
    "after months of talks|because of rising costs|despite protests|following an inspection|under some pressure"
    "|to meet a deadline|for safety reasons|in spite of a warning|at the request of the court|before the winter storms"
).split("|")
_MONTHS = "January February March April May June July August September October November December".split()
_MENU = "Home|World|Business|Sport|Weather|Subscribe|Sign in|Newsletters|About us|Most read|Share".split("|")


@dataclass(frozen=True, slots=True)
class _Fact:
    who: str
    organ: str
    deed: str
    thing: str
    place: str
    number: int
    day: str
    reason: str


def simulate_story(seed: int, captures: int) -> Story:
    """An invented story of so many plain-text captures of about 40 sentences each."""
    chance = Random(seed)
    facts = [_fact(chance) for _ in range(FACTS)]
    sources = tuple(_source(f"paper-{number + 1}", chance, facts) for number in range(captures))
    slug = f"invented-{seed}-{captures}"
    return Story(slug, f"{slug}/story.md", sources, date=date(2020, 1, 1))


def _fact(chance: Random) -> _Fact:
    return _Fact(
        who=f"{chance.choice(_ROLES)} {chance.choice(_FIRST)} {chance.choice(_LAST)}",
        organ=chance.choice(_ORGANS),
        deed=chance.choice(_DEEDS),
        thing=f"{chance.choice(_QUALITIES)} {chance.choice(_THINGS)}",
        place=chance.choice(_PLACES),
        number=chance.randrange(2, 900),
        day=f"{chance.randrange(1, 29)} {chance.choice(_MONTHS)}",
        reason=chance.choice(_REASONS),
    )


def _source(name: str, chance: Random, facts: list[_Fact]) -> Source:
    told = [chance.choice(facts) if chance.random() < SHARED else _fact(chance) for _ in range(SENTENCES)]
    lines = [*_MENU, _headline(told[0]), f"By {chance.choice(_FIRST)} {chance.choice(_LAST)}", "3 January 2020", ""]
    while told:
        size = chance.randrange(2, 5)
        lines.append(" ".join(_sentence(fact, chance) for fact in told[:size]))
        told = told[size:]
    text = "\n".join([*lines, *chance.sample(_MENU, 8), "© 2020 All rights reserved."]) + "\n"
    capture = Capture(f"captures/{name}.txt", "text/plain", text, sha256(text.encode()).hexdigest())
    return Source(name, capture)


def _headline(fact: _Fact) -> str:
    return f"{fact.organ.capitalize()} has {fact.deed} {fact.thing} in {fact.place}"


def _sentence(fact: _Fact, chance: Random) -> str:
    """One of several wordings of a fact, as different papers would have them."""
    wording = chance.randrange(6)
    if wording == 0:
        return f"The {fact.organ} {fact.deed} the {fact.thing} in {fact.place} on {fact.day} {fact.reason}."
    if wording == 1:
        return f"On {fact.day} the {fact.thing} in {fact.place} was {fact.deed} by the {fact.organ}, {fact.who} said."
    said = chance.choice(_SAYING)
    if wording == 2:
        return f"The {fact.who} {said} that the {fact.organ} {fact.deed} the {fact.thing} {fact.reason}."
    if wording == 3:
        return f"About {fact.number} people in {fact.place} use the {fact.thing} that the {fact.organ} {fact.deed}."
    if wording == 4:
        return f"“We {fact.deed} it {fact.reason},” the {fact.who} {said} of the {fact.thing}."
    return f"The {fact.organ} {fact.deed} a {fact.thing} worth {fact.number} million crowns in {fact.place}."
