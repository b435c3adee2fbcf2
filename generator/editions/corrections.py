"""The editions of all stories -> each correction, hold and withdrawal, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from generator.editions.edition import Edition
from generator.language.printable import printable
from generator.model import Digest, EditionKind
from generator.site import addresses
from generator.site.edition import edition_note, hold_note
from generator.site.views import NoteView

_KINDS = {EditionKind.CORRECTED: "Corrected", EditionKind.WITHDRAWN: "Withdrawn"}


@dataclass(frozen=True, slots=True)
class Correction:
    """What readers of a story are told. ``id`` never changes: the slug under which the story was published first, with
    the number of the edition or the time of the hold. ``changed`` is when this was changed last, in UTC: a hold ends;
    addresses are relative to the site's root."""

    slug: str
    id: tuple[str, str]
    kind: str  # "Corrected", "Withdrawn", "On hold"
    title: str  # of the story, as it is by now
    href: str
    changes_href: str
    note: NoteView
    changed: datetime

    @property
    def anchor(self) -> str:
        """Its id in HTML."""
        return addresses.safe("-".join(self.id))


def newest_first(found: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those of all stories in their order."""
    return tuple(sorted(found, key=lambda one: (-one.note.when.timestamp(), *one.id)))


def corrections(editions: tuple[Edition, ...]) -> Iterator[Correction]:
    """Those of one story, which has these editions."""
    digest, first = editions[-1].digest, editions[0].digest.slug
    signed = {mark.number: mark.signed for mark in digest.editions}
    for mark in digest.editions:
        if mark.kind in _KINDS:
            name = (first, f"edition-{mark.number}")
            yield _correction(digest, name, _KINDS[mark.kind], edition_note(mark), mark.signed)
    for hold in digest.holds:
        name = (first, f"hold-{hold.since:%Y%m%dT%H%M%SZ}")
        ended = signed[hold.until] if hold.until else hold.since
        yield _correction(digest, name, "On hold", hold_note(hold), ended)


def _correction(digest: Digest, name: tuple[str, str], kind: str, note: NoteView, changed: datetime) -> Correction:
    href = addresses.story(digest.slug)
    return Correction(
        digest.slug, name, kind, printable(digest.title), href, addresses.changes(digest.slug), note, changed
    )
