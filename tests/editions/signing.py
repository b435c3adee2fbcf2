"""Invented stories, signed: editions for tests that need some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.build import Plan, write_shown
from generator.editions.edition import Edition, make_edition
from generator.model import Claim, Digest, EditionKind, Hold, Kind
from generator.stories import Whole
from tests.factories import cite, digest, led
from tests.site.conftest import ADDRESS

FIRST = datetime(2031, 4, 8, 7, 30, tzinfo=UTC)
CORRECTED = datetime(2031, 4, 8, 16, 5, tzinfo=UTC)  # on the same day
LATER = datetime(2031, 4, 11, 9, tzinfo=UTC)
NOTE = "We wrote that 40 lorries had crossed. The authority says 44."
GONE = "The bridge is another one."
Editions = tuple[Edition, ...]
Change = Callable[[Digest], Digest]


def published(draft: Digest | None = None, at: datetime = FIRST, by: str = "Ada Kell") -> Editions:
    """The first edition of a story."""
    return (make_edition(draft or digest(), None, EditionKind.FIRST, at, by=by),)


def again(editions: Editions, change: Change, kind: EditionKind = EditionKind.CORRECTED, at: datetime = CORRECTED,
          note: str = NOTE) -> Editions:  # fmt: skip
    """The same with one edition more, which says what ``change`` makes of the last."""
    draft = change(replace(editions[-1].digest, editions=()))
    return (*editions, make_edition(draft, editions[-1], kind, at, note))


def withdrawn(editions: Editions, at: datetime = LATER, note: str = GONE) -> Editions:
    """The same, taken back."""
    return again(editions, lambda draft: draft, EditionKind.WITHDRAWN, at, note)


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


def with_news(one: Digest) -> Digest:
    """A draft with a claim that was not there."""
    new = Claim("c-news", Kind.EVENT, "By Jon Addel", None, led(cite("courier", "By Jon Addel")), origins=("courier",))
    first, *others = one.sections
    sections = (replace(first, claims=(*first.claims, new.id)), *others)
    return replace(one, claims=(*one.claims, new), sections=sections)


def without_source(one: Digest, source: str = "radio<b>") -> Digest:
    """A draft in which a source is left out that was published."""
    claims = tuple(replace(it, citations=tuple(cited for cited in it.citations if cited.source != source))
                   for it in one.claims if it.citations[0].source != source)  # fmt: skip
    gone = tuple((it.id, 2) for it in one.claims if it.citations[0].source == source)
    kept = {it.id for it in claims}
    sections = tuple(replace(it, claims=tuple(name for name in it.claims if name in kept)) for it in one.sections)
    return replace(
        one,
        claims=claims,
        sections=sections,
        sources=tuple(it for it in one.sources if it.id != source),
        coverage=tuple(it for it in one.coverage if it.source != source),
        disagreements=(),
        withdrawn=(*gone, ("d-lorries", 2)),
    )


def site(output: Path, *stories: Editions, drafts: tuple[Digest, ...] = ()) -> Path:
    """The site of signed stories, built for publication, with drafts beside them."""
    signed = [Whole(one[-1].digest, editions=one) for one in stories]
    write_shown(Plan(output, address=ADDRESS, publish=True), [*signed, *map(Whole, drafts)])
    return output
