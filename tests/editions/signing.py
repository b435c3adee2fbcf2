"""Invented stories, signed: editions for tests that need some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.build import Plan, write_site
from generator.editions.edition import Edition, make_edition
from generator.model import Digest, EditionKind, Hold
from tests.factories import digest
from tests.site.conftest import ADDRESS

FIRST = datetime(2031, 4, 8, 7, 30, tzinfo=UTC)
CORRECTED = datetime(2031, 4, 8, 16, 5, tzinfo=UTC)  # on the same day
LATER = datetime(2031, 4, 11, 9, tzinfo=UTC)
NOTE = "We wrote that 40 lorries had crossed. The authority says 44."
GONE = "The bridge is another one."
Editions = tuple[Edition, ...]


def published(draft: Digest | None = None, at: datetime = FIRST, by: str = "Ada Kell") -> Editions:
    """The first edition of a story."""
    return (make_edition(draft or digest(), None, EditionKind.FIRST, at, by=by),)


def again(editions: Editions, draft: Digest, kind: EditionKind = EditionKind.CORRECTED, at: datetime = CORRECTED,
          note: str = NOTE) -> Editions:  # fmt: skip
    """The same with one edition more."""
    return (*editions, make_edition(draft, editions[-1], kind, at, note))


def withdrawn(editions: Editions, at: datetime = LATER, note: str = GONE) -> Editions:
    """The same, taken back."""
    return again(editions, replace(editions[-1].digest, editions=()), EditionKind.WITHDRAWN, at, note)


def held(editions: Editions, at: datetime = LATER, note: str = "We are asking the authority.") -> Editions:
    """The same, being looked into."""
    last = editions[-1]
    return (*editions[:-1], replace(last, digest=replace(last.digest, holds=(*last.digest.holds, Hold(at, note)))))


def reworded(one: Digest, claim: str = "c-lorries", text: str = "The port authority said: 44 lorries.") -> Digest:
    """A draft in which a claim has other words."""
    claims = tuple(replace(it, text=text, worded=True) if it.id == claim else it for it in one.claims)
    return replace(one, claims=claims)


def without(one: Digest, claim: str = "c-planned") -> Digest:
    """A draft in which a claim that was published is withdrawn."""
    sections = tuple(replace(it, claims=tuple(name for name in it.claims if name != claim)) for it in one.sections)
    claims = tuple(it for it in one.claims if it.id != claim)
    return replace(one, claims=claims, sections=sections, withdrawn=((claim, 2),))


def site(output: Path, *stories: Editions, drafts: tuple[Digest, ...] = ()) -> Path:
    """The site of signed stories, built for publication, with drafts beside them."""
    editions: Mapping[str, Editions] = {one[-1].digest.slug: one for one in stories}
    digests = (*(one[-1].digest for one in stories), *drafts)
    write_site(Plan(output, address=ADDRESS, publish=True), digests, editions=editions)
    return output
