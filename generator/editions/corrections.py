"""The editions of all stories -> each correction, hold and withdrawal, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.editions.edition import Edition
from generator.language.printable import printable
from generator.model import Digest, EditionKind
from generator.site import addresses
from generator.site.edition import edition_note, hold_note
from generator.site.views import NoteView
from generator.site.words import ENGLISH, Words, gettext_noop

_KINDS = {
    EditionKind.CORRECTED: gettext_noop("Corrected: %(title)s"),
    EditionKind.WITHDRAWN: gettext_noop("Withdrawn: %(title)s"),
}
_HELD = gettext_noop("On hold: %(title)s")


@dataclass(frozen=True, slots=True)
class Correction:
    """What readers of a story are told. ``id`` never changes: the slug under which the story was published first, with
    the number of the edition or the time of the hold. ``changed`` is when this was changed last, in UTC: a hold ends;
    addresses are relative to the site's root."""

    slug: str
    id: tuple[str, str]
    heading: str  # "Corrected: " and the title
    title: str  # of the story, as it is by now
    href: str
    changes_href: str
    note: NoteView
    changed: datetime

    @property
    def anchor(self) -> str:
        """Its id in HTML."""
        return addresses.safe("-".join(self.id))


def corrections(editions: Mapping[str, tuple[Edition, ...]], say: Words = ENGLISH) -> tuple[Correction, ...]:
    """Those of all stories, by slug their editions in their order."""
    found = [one for own in editions.values() for one in _of_story(own, say)]
    return tuple(sorted(found, key=lambda one: (-one.note.when.timestamp(), *one.id)))


def _of_story(editions: tuple[Edition, ...], say: Words) -> Iterator[Correction]:
    digest, first = editions[-1].digest, editions[0].digest.slug
    signed = {mark.number: mark.signed for mark in digest.editions}
    for mark in digest.editions:
        if mark.kind in _KINDS:
            name = (first, f"edition-{mark.number}")
            heading = say.gettext(_KINDS[mark.kind], title=printable(digest.title))
            yield _correction(digest, name, heading, edition_note(mark, say), mark.signed)
    for hold in digest.holds:
        name = (first, f"hold-{hold.since:%Y%m%dT%H%M%SZ}")
        ended = signed[hold.until] if hold.until else hold.since
        heading = say.gettext(_HELD, title=printable(digest.title))
        yield _correction(digest, name, heading, hold_note(hold, say), ended)


def _correction(digest: Digest, name: tuple[str, str], heading: str, note: NoteView, changed: datetime) -> Correction:
    href = addresses.story(digest.slug)
    return Correction(
        digest.slug, name, heading, printable(digest.title), href, addresses.changes(digest.slug), note, changed
    )
