"""Invented news: what happened, told by several outlets in words of their own, with what somebody says in it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

_PLACES: Final = "Vann Oskrel Tirmouth Belhaven Drosk Karnholm Lethwick Sarnbridge Ulmstead Port Ives".split()
_FIRST: Final = "Tova Mara Aldo Ilse Joren Petra Ruben Sanne Viktor Zora Emil Nadia".split()
_LAST: Final = "Lindqvist Oduya Brandt Petrov Haverkamp Szabo O’Dell Ferro Nakash Müller Ødegård Çelik".split()
_OFFICES: Final = (
    "the harbour office", "the interior ministry", "the police", "the Coast Guard", "the town hall", "the White House",
    "the opposition", "officials", "the Ministry of Works", "the union of dockers", "Northern Line", "the EU",
)  # fmt: skip
_ROLES: Final = ("the mayor", "the minister", "the president", "a spokesman", "the opposition leader", "the captain")
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS: Final = "January March May July October December".split()
_THINGS: Final = "ferry pier bridge tunnel dam tower market railway refinery airfield".split()
_EVENTS: Final = "storm flood fire strike blast collapse blackout landslide".split()
_WORDS: Final = (
    "stone grain copper winter crossing quarry lantern meadow cargo signal valley harvest orchard timber gravel canal "
    "ledger archive beacon shelter furnace reservoir"
).split()

# What happened. A slot in capitals is filled once for a story, so that its outlets agree, {n}, {day} and {word} anew
# for each fact. The variants of a line say the same.
_FACTS: Final = (
    ("The {THING} of {PLACE} was closed for {n} days after a {EVENT}, {OFFICE} said.",
     "{OFFICE} said that the {THING} of {PLACE} was closed for {n} days after a {EVENT}.",
     "After the {EVENT}, the {THING} of {PLACE} stayed closed for {n} days, according to {OFFICE}."),
    ("At least {n} people were injured when the {EVENT} reached {PLACE} on {day}.",
     "The {EVENT} that reached {PLACE} on {day} injured at least {n} people."),
    ("{ROLE} {PERSON} opened the new {word} depot on {day}, and {n} guests came.",
     "On {day} {ROLE} {PERSON} opened the new {word} depot; {n} guests came."),
    ("The repair of the {THING} will cost about {n} million crowns and begins in {MONTH}.",
     "About {n} million crowns is what the repair of the {THING}, which begins in {MONTH}, will cost."),
    ("The council of {PLACE} voted {n} to {m} to rebuild the {word} hall in stone.",
     "By {n} votes to {m} the council of {PLACE} decided to rebuild the {word} hall in stone."),
    ("{OFFICE} may close the {word} road, which could delay {n} lorries a day.",),
    ("Reportedly, {PERSON} is expected to visit {PLACE} on {MONTH} {n}, 2031.",
     "{PERSON} is scheduled to arrive in {PLACE} on {n} {MONTH} 2031."),
    ("Prices of {word} rose by {n}.{m} per cent in {MONTH}, while exports fell.",
     "Exports fell in {MONTH}, and prices of {word} rose by {n}.{m}%."),
    ("Nobody was hurt in the {word} quarter, but {n} houses lost their roofs.",),
    ("{OFFICE} alleged that {PERSON} had sold {n} tonnes of {word} abroad.",
     "According to {OFFICE}, {PERSON} sold {n} tonnes of {word} abroad."),
    ("The {word} company, founded in {year}, employs {n},{nnn} people in {PLACE}.",),
    ("Mr. {LAST} met Dr. {LAST2} at {n} p.m. in the U.S. embassy, and they spoke for {m} hours.",),
    ("It is the {n}th {EVENT} in {PLACE} since {year}; the last one killed {m}.",),
    ("Fishermen welcomed the plan, but {PERSON} called it too late and too expensive for {PLACE}.",
     "{PERSON} called the plan too late and too expensive for {PLACE}, though fishermen welcomed it."),
    ("Some {n},{nnn} residents of {PLACE} were without power on {day}, and the {THING} was dark.",),
    ("What this means for the {word} trade is unclear.",),
    ("Experts believe that the {EVENT} may well change the {word} market for years.",),
    ("The {THING}, the {word} yard and the {word2} yard were searched; {n} crates were found.",),
)  # fmt: skip

# A charge and its denial: never one claim.
_CHARGES: Final = (
    ("{OFFICE} said that {PERSON} had taken {n} crowns from the {word} fund.",
     "{PERSON} denied having taken {n} crowns from the {word} fund."),
    ("{PERSON} accused {OFFICE} of hiding the {word} report.", "{OFFICE} denied hiding the {word} report."),
    ("{OFFICE} delivered the {word} engines to {PLACE} on {day}, {PERSON} said.",
     "{OFFICE} did not deliver the {word} engines to {PLACE}, {PERSON2} said."),
)  # fmt: skip

# One event with two figures: never one claim.
_FIGURES: Final = (
    ("The {EVENT} in the {word} quarter of {PLACE} killed {n} people.",
     "The {EVENT} in the {word} quarter of {PLACE} killed {m} people."),
    ("{OFFICE} counted {n} damaged {word} barges on {day}.", "{OFFICE} counted {m} damaged {word} barges on {day}."),
)  # fmt: skip

_SAYINGS: Final = (
    "We did not sink the {word} barge", "The {word} road was never safe",
    "They paid for it on {day} with money from {PLACE}",
    "Nobody told us about the {word} store", "I will rebuild the {word} mill", "The {OFFICE2} lied about {word}",
    "It took {n} years to find the {word} shaft", "There is no plan for the {word} farm",
    "The army took {n} {word} carts", "Our children cannot cross the {word} bridge", "This {word} law is a disgrace",
)  # fmt: skip

MARKS: Final = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))

_HEADLINES: Final = (
    "{EVENT} closes the {THING} of {PLACE}", "{PLACE} counts the cost of the {EVENT}", "{PERSON} defends the {THING}",
    "What we know about the {EVENT} in {PLACE}", "{THING} of {PLACE}: {n} days of {EVENT}",
)  # fmt: skip
_PUBLISHERS: Final = ("Coast Gazette", "The Vann Courier", "Daily Beacon", "Nordpost", "Radio Karn", "Tirmouth Times")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence that a capture prints in quotation marks, and the surname or the office that says it."""

    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article: ``kind`` is p, h, li or table (then ``text`` has a row a line, cells between bars)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What one invented outlet prints."""

    publisher: str
    headline: str
    byline: str
    day: str
    blocks: tuple[Block, ...]
    spoken: tuple[Spoken, ...]


class World:
    """The names, places and facts of one story. All its chance comes from ``random``."""

    def __init__(self, random: Random) -> None:
        self.random = random
        first, last = random.sample(_FIRST, 3), random.sample(_LAST, 3)
        self.people = tuple(f"{one} {other}" for one, other in zip(first, last, strict=True))
        offices = random.sample(_OFFICES, 2)
        self.fixed = {
            "PLACE": random.choice(_PLACES), "THING": random.choice(_THINGS), "EVENT": random.choice(_EVENTS),
            "OFFICE": offices[0], "OFFICE2": offices[1].removeprefix("the "), "ROLE": random.choice(_ROLES),
            "PERSON": self.people[0], "PERSON2": self.people[1], "LAST": last[0], "LAST2": last[2],
            "MONTH": random.choice(_MONTHS),
        }  # fmt: skip
        self.facts = [self._fill(variants) for variants in random.sample(_FACTS, random.randint(3, 9))]
        self.apart: list[tuple[str, str]] = []
        for pairs in (_CHARGES, _FIGURES):
            if random.random() < 0.5:
                one, other = self._fill(random.choice(pairs))
                self.apart.append((one, other))

    def line(self, template: str) -> str:
        """One template, filled."""
        return self._fill((template,))[0]

    def _fill(self, variants: tuple[str, ...]) -> tuple[str, ...]:
        random = self.random
        low = random.randint(2, 30)
        words = random.sample(_WORDS, 2)
        slots = self.fixed | {
            "n": str(low), "m": str(low + random.randint(1, 9)), "nnn": f"{random.randint(0, 999):03}",
            "day": random.choice(_DAYS), "word": words[0], "word2": words[1], "year": str(random.randint(1901, 2029)),
        }  # fmt: skip
        return tuple(_capital(variant.format_map(slots)) for variant in variants)

    def article(self) -> Article:
        """One outlet's article of the story."""
        random = self.random
        sentences = [random.choice(variants) for variants in self.facts if random.random() < 0.75]
        sentences += [random.choice(pair) for pair in self.apart]
        random.shuffle(sentences)
        parts = [[Block("p", " ".join(chunk))] for chunk in _chunks(random, sentences)]
        spoken: list[Spoken] = []
        for _ in range(random.choice((0, 1, 1, 2, 3))):
            quoted, said = self._quotation()
            parts.insert(random.randint(0, len(parts)), quoted)
            spoken += said
        for _ in range(random.choice((0, 0, 1, 2))):
            parts.insert(random.randint(0, len(parts)), [self._part()])
        blocks = [block for part in parts for block in part]
        return Article(
            random.choice(_PUBLISHERS),
            self.line(random.choice(_HEADLINES)),
            random.choice(_FIRST) + " " + random.choice(_LAST),
            f"{random.choice(_MONTHS)} {random.randint(1, 28)}, 2031",
            tuple(blocks or [Block("p", random.choice(self.facts[0]))]),
            tuple(spoken),
        )

    def _part(self) -> Block:
        random = self.random
        kind = random.choice(("h", "li", "table"))
        if kind == "table":
            cells = [" | ".join(random.choice(_WORDS) for _ in range(3)) for _ in range(random.randint(2, 4))]
            return Block(kind, "\n".join(cells))
        if kind == "li":
            return Block(kind, "\n".join(random.choice(random.choice(self.facts)) for _ in range(3)))
        return Block(
            kind, random.choice(("Background", "What happens next?", "The " + random.choice(_WORDS) + " plan"))
        )

    def _quotation(self) -> tuple[list[Block], list[Spoken]]:
        """A quotation of one to four sentences in one of the ways in which papers print it."""
        random = self.random
        said = [self.line(one) for one in random.sample(_SAYINGS, random.choice((1, 1, 2, 3, 4)))]
        opening, closing = random.choice(MARKS)
        name = random.choice(self.people)
        day = random.choice(_DAYS)
        *before, last = said
        head = "".join(f"{one}. " for one in before)
        form = random.choice(("after", "after", "colon", "said colon", "before", "split", "paragraphs"))
        if form == "paragraphs" and len(said) > 1:
            texts = [f"{opening}{one}." for one in before] + [f"{opening}{last},{closing} {name} said on {day}."]
            blocks = [Block("p", text) for text in texts]
        elif form == "colon":
            blocks = [Block("p", f"{name}: {opening}{head}{last}.{closing}")]
        elif form == "said colon":
            blocks = [Block("p", f"{name} told reporters on {day}: {opening}{head}{last}.{closing}")]
        elif form == "before":
            blocks = [Block("p", f"On {day} {name} said, {opening}{head}{last}.{closing}")]
        elif form == "split" and len(said) > 1:
            text = f"{opening}{said[0]},{closing} {name} said on {day}. {opening}{'. '.join(said[1:])}.{closing}"
            blocks = [Block("p", text)]
        else:
            blocks = [Block("p", f"{opening}{head}{last},{closing} {name} said on {day}.")]
        return blocks, [Spoken(one, name.rpartition(" ")[2]) for one in said]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _chunks(random: Random, sentences: list[str]) -> list[list[str]]:
    """Sentences in paragraphs of one to four."""
    chunks: list[list[str]] = []
    while sentences:
        size = random.choice((1, 1, 2, 3, 4))
        chunks.append(sentences[:size])
        sentences = sentences[size:]
    return chunks
