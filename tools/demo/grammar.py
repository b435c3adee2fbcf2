"""Reads the plots and writes the articles of one invented story from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

PLOTS: Final = Path(__file__).with_name("plots.txt")
_CHOICE: Final = re.compile(r"\[([^\]|]*(?:\|[^\]|]*)+)\]")

_STEMS: Final = "Var Kel Ost Mar Tol Bren Cal Dor Esk Fal Gor Hel Ist Jor Lor Mon Nar Pel Rav Sel Tar Ulm Vel".split()
_LANDS: Final = ("ania", "onia", "avia", "esia", "idia")
_TOWNS: Final = ("haven", "mouth", "wick", "ford", "holm", "stead", "minster", "bridge")
_RIVERS: Final = "Sarn Ilve Morra Tesk Oune Brall Lethe Quill Varn Dusk".split()
_FIRST: Final = "Ada Bruno Celia Dario Edda Falk Greta Hugo Ines Joren Karla Linus Mira Nils Olga Pavel Runa".split()
_LAST: Final = "arin brook dell emar field grove hurst kova lund mere nov quist rell sand tova vane".split()
_ORGS: Final = ("Water Works", "Harbour Company", "Minerals", "Holding", "Line", "Power")
_SHARE: Final = 0.72  # of the facts that any source may tell, how many one source tells


@dataclass(frozen=True, slots=True)
class Fact:
    """Wordings of one fact. ``scope`` is ">" where every source tells it, "?" where one does, else empty."""

    wordings: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Plot:
    name: str
    tags: tuple[str, ...]
    headlines: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What one invented outlet prints. ``paragraphs`` hold one to three sentences each."""

    headline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tale:
    """One invented story: the day on which it happens, its tags and an article for each of its sources."""

    title: str
    day: date
    tags: tuple[str, ...]
    articles: tuple[Article, ...]


def read_plots(path: Path = PLOTS) -> tuple[Plot, ...]:
    """The plots of a file in the notation that its head explains."""
    text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not re.match(r"#(?!#)", line))
    return tuple(_plot(part) for part in text.split("\n## ")[1:])


def _plot(text: str) -> Plot:
    head, _, rest = text.partition("\n")
    name, _, tags = head.partition(": ")
    blocks = [block.strip() for block in rest.split("\n\n") if block.strip()]
    headlines = tuple(line[2:] for block in blocks if block.startswith("*") for line in block.splitlines())
    facts = tuple(_fact(block) for block in blocks if not block.startswith("*"))
    return Plot(name, tuple(tags.split(", ")), headlines, facts)


def _fact(block: str) -> Fact:
    scope = block[0] if block[0] in ">?" else ""
    return Fact(tuple(block[len(scope) :].splitlines()), scope)


def tell(plot: Plot, day: date, sources: int, random: Random) -> Tale:
    """A story after ``plot`` that happened on ``day``, as ``sources`` outlets tell it. The last one differs from the
    others in a number and a name."""
    fields = _fields(day, random)
    dissent = {**fields, "n": str(int(fields["n"]) + random.randint(2, 9)), "x": _person(random)}
    single = [random.randrange(sources) for fact in plot.facts if fact.scope == "?"]
    articles = []
    for number in range(sources):
        told = dissent if number == sources - 1 and sources > 2 else fields
        articles.append(_article(plot, told, [who == number for who in single], random))
    tags = (*plot.tags, *([fields["A"]] if random.random() < 0.5 else []))
    return Tale(articles[0].headline, day, tags, tuple(articles))


def _article(plot: Plot, fields: Mapping[str, str], singles: list[bool], random: Random) -> Article:
    remaining = list(singles)
    leads: list[str] = []
    others: list[str] = []
    for fact in plot.facts:
        told = remaining.pop(0) if fact.scope == "?" else fact.scope == ">" or random.random() < _SHARE
        if told:
            (leads if fact.scope == ">" else others).append(_fill(random.choice(fact.wordings), fields, random))
    sentences = [*leads, *_jittered(others, random)]
    headline = _fill(random.choice(plot.headlines), fields, random)
    return Article(headline, tuple(_paragraphs(sentences, random)))


def _jittered(sentences: list[str], random: Random) -> list[str]:
    """Nearly in their order: outlets agree on what matters most, not on every place."""
    places = [place + random.random() * 4 for place in range(len(sentences))]
    return [sentence for _, sentence in sorted(zip(places, sentences, strict=True))]


def _paragraphs(sentences: list[str], random: Random) -> list[str]:
    paragraphs, rest = [], list(sentences)
    while rest:
        size = random.choice((1, 2, 2, 3))
        paragraphs.append(" ".join(rest[:size]))
        rest = rest[size:]
    return paragraphs


def _fill(wording: str, fields: Mapping[str, str], random: Random) -> str:
    chosen = _CHOICE.sub(lambda found: random.choice(found.group(1).split("|")), wording)
    text = chosen.format_map(fields)
    return text[0].upper() + text[1:]


def _fields(day: date, random: Random) -> dict[str, str]:
    """Everything that a wording may name: countries, towns, people, numbers, days."""
    stems = random.sample(_STEMS, 6)
    lands = [stem + random.choice(_LANDS) for stem in stems[:3]]
    towns = [stem + random.choice(_TOWNS) for stem in stems[3:]]
    people = _people(3, random)
    k = random.randint(6, 90) * 100
    return {
        "A": lands[0], "B": lands[1], "C": lands[2],
        "a": f"{lands[0]}n", "b": f"{lands[1]}n", "c": f"{lands[2]}n",
        "town": towns[0], "capa": towns[1], "capb": towns[2],
        "p": people[0], "pl": people[0].split()[1], "q": people[1], "x": people[2],
        "river": random.choice(_RIVERS), "org": f"{random.choice(_STEMS)}en {random.choice(_ORGS)}",
        "n": str(random.randint(11, 60)), "n2": str(random.randint(5, 30)), "m": str(random.randint(14, 95)),
        "m3": str(random.randint(120, 240)), "j": str(random.randint(3, 9)), "j2": str(random.randint(56, 88)),
        "k": f"{k:,}", "k3": f"{k - random.randint(2, 5) * 100:,}", "k4": str(random.randint(2, 9) * 100),
        "c2": f"{random.randint(2, 30) * 1000:,}", "year": str(random.randint(1961, 2009)), "day": f"{day:%A}",
    }  # fmt: skip


def _people(count: int, random: Random) -> list[str]:
    people: list[str] = []
    while len(people) < count:
        person = _person(random)
        if all(person.split()[1] != other.split()[1] for other in people):
            people.append(person)
    return people


def _person(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_STEMS)}{random.choice(_LAST)}"


def outlets(random: Random, count: int) -> list[str]:
    """Names of invented outlets, no two alike."""
    papers = ("Courier", "Herald", "Post", "Observer", "Gazette", "Wire", "Tribune", "Evening News")
    return [f"{stem}{random.choice(_TOWNS)} {random.choice(papers)}" for stem in random.sample(_STEMS, count)]


def days(count: int, last: date, span: int) -> list[date]:
    """``count`` days, evenly over the ``span`` days that end on ``last``, the latest first; some hold two stories."""
    return [last - timedelta(days=number * span // count) for number in range(count)]
