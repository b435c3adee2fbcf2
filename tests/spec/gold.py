"""The specification stories: where they lie, and the editor's reading of each (``gold.json``)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent
ENGLISH, GERMAN = "english", "german"
FOLDERS = {ENGLISH: ROOT, GERMAN: ROOT / GERMAN}
KINDS = frozenset({"name", "number", "date", "status", "stance"})
SPOKEN = frozenset({"statement", "allegation", "denial"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one capture, exactly as they stand there."""

    source: str
    exact: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement that a reader should be shown, with the passages on either side."""

    kind: str
    sides: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """A sentence that somebody is quoted with."""

    quote: Quote
    speaker: str
    kind: str


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful editor reads in one story.

    ``same`` holds groups that make one claim, ``not_same`` pairs that must never be merged, ``omit`` sentences that
    assert nothing.
    """

    slug: str
    folder: Path
    same: tuple[tuple[Quote, ...], ...]
    not_same: tuple[tuple[Quote, ...], ...]
    disagreements: tuple[Conflict, ...]
    omit: tuple[Quote, ...]
    attributed: tuple[Attributed, ...]


def slugs(language: str = ENGLISH) -> tuple[str, ...]:
    """Names of all specification stories in a language, in order."""
    return tuple(sorted(path.parent.name for path in FOLDERS[language].glob("*/gold.json")))


def read(slug: str, language: str = ENGLISH) -> Gold:
    """The editor's reading of one story. Raises FileNotFoundError, KeyError or ValueError where it is unusable."""
    folder = FOLDERS[language] / slug
    raw = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Gold(
        slug,
        folder,
        same=tuple(_quotes(group) for group in raw["same"]),
        not_same=tuple(_quotes(pair) for pair in raw["not_same"]),
        disagreements=tuple(
            Conflict(entry["kind"], tuple(_quotes(side) for side in entry["sides"])) for entry in raw["disagreements"]
        ),
        omit=_quotes(raw["omit"]),
        attributed=tuple(
            Attributed(_quote(entry["sentence"]), entry["speaker"], entry["kind"]) for entry in raw["attributed"]
        ),
    )


def captures(gold: Gold) -> dict[str, str]:
    """The text of each capture of a story by its source id."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((gold.folder / "captures").glob("*.txt"))}


def _quotes(references: list[str]) -> tuple[Quote, ...]:
    return tuple(_quote(reference) for reference in references)


def _quote(reference: str) -> Quote:
    source, separator, exact = reference.partition(": ")
    if not separator:
        raise ValueError(f"no source in {reference!r}")
    return Quote(source, exact)
