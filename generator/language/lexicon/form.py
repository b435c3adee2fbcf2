"""The form in which each language says what is known of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def primary(language: str) -> str:
    """The language itself of a BCP 47 tag: "pt" of "pt-BR"."""
    return language.replace("_", "-").split("-")[0].lower()


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def counted(*, units: str = "", tens: str = "", hundreds: str = "", scales: str = "") -> dict[str, float]:
    """Number words by value: ``units`` from nought up, ``tens`` from ten, ``hundreds`` from a hundred, ``scales`` as
    "word=value"; the forms of one number are parted by strokes, "-" stands for none."""
    found: dict[str, float] = {}
    for text, step, first in ((units, 1, 0), (tens, 10, 1), (hundreds, 100, 1)):
        for place, forms in enumerate(text.split(), first):
            found |= {form: float(place * step) for form in forms.split("/") if form != "-"}
    for entry in scales.split():
        forms, _, value = entry.partition("=")
        found |= dict.fromkeys(forms.split("/"), float(value))
    return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, in lower case.

    Sentences, abbreviations without their last stop ("z.b" for "z. B."): ``titles`` never end one, ``abbreviations``
    only where a word that ``opens`` a sentence follows; ``ordinals``: a number with a stop is one ("4. Mai").

    ``apostrophes`` stand inside words.

    Comparison: ``light`` words (articles) change nothing that is told, nor do those beside a number that say ``about``,
    nor whether the one or the other of some ``alike`` phrases stands there. ``numbers`` are number words with their
    values, ``links`` what joins them ("und"); ``negations`` words that deny, ``denying`` parts of words that do,
    ``prefixes`` those with which a word is turned into its opposite; ``opposites`` pairs of words that exclude each
    other. Of all other words each counts: what differs in one of them is never taken for the same.
    """

    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    ordinals: bool = False
    apostrophes: bool = False
    light: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    negations: frozenset[str] = frozenset()
    denying: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of words, written "open/closed"."""
    return tuple((one, other) for one, _, other in (entry.partition("/") for entry in text.split()))


def about(text: str) -> tuple[str, ...]:
    """Words and phrases, parted by strokes, the longest first."""
    return tuple(sorted(text.split("/"), key=len, reverse=True))


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Groups of phrases, a line each, parted by strokes."""
    return tuple(tuple(part.strip() for part in line.split("/")) for line in text.strip().splitlines())
