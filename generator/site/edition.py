"""What a page says of its edition: who signed it, what was corrected, and what became of addresses that are no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from generator.language.printable import printable
from generator.model import Claim, Digest, EditionKind, EditionMark, Hold
from generator.site import addresses, words
from generator.site.views import EditionView, GoneView, NoteView, State

_LABELS = {EditionKind.CORRECTED: "Corrected", EditionKind.WITHDRAWN: "Withdrawn"}
_BARS = {
    State.UNSIGNED: "No editor has read this yet.",
    State.DIFFERS: "This draft differs from the last edition, which is what is published.",
    State.HELD: "This is edition {number}: the draft cannot be shown until what the build names is mended.",
}


def edition_view(digest: Digest) -> EditionView | None:
    """What is told of the edition that a digest is; None for a draft."""
    mark = digest.edition
    if mark is None:
        return None
    marks = digest.editions
    by = f" by {printable(mark.by)}" if mark.by else ""
    notes = (*map(hold_note, digest.holds), *(edition_note(one) for one in marks if one.kind in _LABELS))
    return EditionView(
        number=mark.number,
        text=f"Edition {mark.number}, signed{by} on {words.day(mark.signed.date())}.",
        notes=tuple(sorted(notes, key=lambda note: note.when, reverse=True)),
        gone=tuple(_gone(digest)),
        withdrawn=mark.kind is EditionKind.WITHDRAWN,
    )


def first_published(digest: Digest) -> datetime:
    """When readers first had the story, in UTC: with its first edition, or at noon of the day that its editor states,
    of a draft of its own day."""
    day = digest.published or digest.date
    signed = digest.editions[0].signed if digest.editions else None
    return signed if signed is not None and signed.date() == day else noon(day)


def last_changed(digest: Digest) -> datetime:
    """When readers were last told of a change, in UTC: with the last edition that is no refile."""
    first = first_published(digest)
    if not digest.editions:
        return noon(digest.updated or first.date())
    told = [mark.signed for mark in digest.editions if mark.kind is not EditionKind.REFILED]
    return max(first, *told[-1:])


def noon(day: date) -> datetime:
    """Noon UTC: a reader in any inhabited time zone but the last two sees the day itself."""
    return datetime.combine(day, time(12), UTC)


def iso(when: datetime, digest: Digest) -> str:
    """A time of a digest as ISO 8601 has it, or its day where that is all that is known."""
    exact = any(mark.signed == when for mark in digest.editions)
    return when.isoformat() if exact else when.date().isoformat()


def edition_note(mark: EditionMark) -> NoteView:
    """A correction or a withdrawal, with its words."""
    label = _LABELS.get(mark.kind, mark.kind.value.capitalize())
    return NoteView(f"{label} on {words.day(mark.signed.date())}", printable(mark.note), mark.signed)


def hold_note(hold: Hold) -> NoteView:
    """A hold, with its words, and when it ended."""
    ended = f"; ended with edition {hold.until}" if hold.until else ""
    return NoteView(f"On hold since {words.day(hold.since.date())}{ended}", printable(hold.note), hold.since, True)


def _gone(digest: Digest) -> Iterator[GoneView]:
    by_fate: dict[tuple[int, str], list[str]] = {}
    for name, number in digest.withdrawn:
        what = "question" if name.startswith("d-") else "statement"
        by_fate.setdefault((number, what), []).append(addresses.safe(name))
    for (number, what), ids in by_fate.items():
        yield gone_view(ids, what, f"withdrawn in edition {number}")
    sources = [f"source-{addresses.safe(name)}" for what, name in digest.former if what == "source"]
    if sources:
        yield gone_view(sources, "source", "cited by an earlier edition")


def gone_view(ids: Sequence[str], what: str, fate: str) -> GoneView:
    """What became of things that stood on a page: "2 statements that stood here were withdrawn in edition 3."."""
    told = f"A {what} that stood here was" if len(ids) == 1 else f"{len(ids):,} {what}s that stood here were"
    return GoneView(tuple(ids), f"{told} {fate}.")


def since(claim: Claim, digest: Digest) -> str:
    """The edition since which a claim stands, in words; "" for one that has always stood, and in a draft."""
    return f"since edition {claim.since}" if digest.editions and claim.since > 1 else ""


def state_bar(state: State, digest: Digest) -> str:
    """What is said above a story that is not as it was signed."""
    return _BARS.get(state, "").format(number=len(digest.editions))
