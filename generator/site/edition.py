"""What a page says of its edition: who signed it, what was corrected, and what became of addresses that are no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from generator.language.printable import printable
from generator.model import Claim, Digest, EditionKind, EditionMark, Hold
from generator.site import addresses
from generator.site.views import EditionView, GoneView, NoteView, State
from generator.site.words import ENGLISH, Words, gettext_noop

CORRECTED, WITHDRAWN = gettext_noop("Corrected on %(day)s"), gettext_noop("Withdrawn on %(day)s")
_LABELS = {EditionKind.CORRECTED: CORRECTED, EditionKind.WITHDRAWN: WITHDRAWN}
_BARS = {
    State.UNSIGNED: gettext_noop("No editor has read this yet."),
    State.DIFFERS: gettext_noop("This draft differs from the last edition, which is what is published."),
    State.HELD: gettext_noop(
        "This is edition %(number)s: the draft cannot be shown until what the build names is mended."
    ),
}


def edition_view(digest: Digest, say: Words = ENGLISH) -> EditionView | None:
    """What is told of the edition that a digest is; None for a draft."""
    mark = digest.edition
    if mark is None:
        return None
    marks = digest.editions
    told = {"number": say.number(mark.number), "day": say.day(mark.signed.date())}
    if mark.by:
        signed = say.gettext("Edition %(number)s, signed by %(name)s on %(day)s.", name=printable(mark.by), **told)
    else:
        signed = say.gettext("Edition %(number)s, signed on %(day)s.", **told)
    notes = [hold_note(hold, say) for hold in digest.holds]
    notes += [edition_note(one, say) for one in marks if one.kind in _LABELS]
    return EditionView(
        number=mark.number,
        text=signed,
        notes=tuple(sorted(notes, key=lambda note: note.when, reverse=True)),
        gone=tuple(_gone(digest, say)),
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


def edition_note(mark: EditionMark, say: Words = ENGLISH) -> NoteView:
    """A correction or a withdrawal, with its words."""
    label = say.gettext(_LABELS[mark.kind], day=say.day(mark.signed.date()))
    return NoteView(label, printable(mark.note), mark.signed)


def hold_note(hold: Hold, say: Words = ENGLISH) -> NoteView:
    """A hold, with its words, and when it ended."""
    day = say.day(hold.since.date())
    if hold.until:
        label = say.gettext(
            "On hold since %(day)s; ended with edition %(number)s", day=day, number=say.number(hold.until)
        )
    else:
        label = say.gettext("On hold since %(day)s", day=day)
    return NoteView(label, printable(hold.note), hold.since, True)


def _gone(digest: Digest, say: Words) -> Iterator[GoneView]:
    by_edition: dict[tuple[int, bool], list[str]] = {}
    for name, number in digest.withdrawn:
        by_edition.setdefault((number, name.startswith("d-")), []).append(addresses.safe(name))
    for (number, asked), ids in by_edition.items():
        edition = say.number(number)
        if asked:
            told = say.ngettext(
                "A question that stood here was withdrawn in edition %(edition)s.",
                "%(number)s questions that stood here were withdrawn in edition %(edition)s.",
                len(ids),
                edition=edition,
            )
        else:
            told = say.ngettext(
                "A statement that stood here was withdrawn in edition %(edition)s.",
                "%(number)s statements that stood here were withdrawn in edition %(edition)s.",
                len(ids),
                edition=edition,
            )
        yield GoneView(tuple(ids), told)
    sources = tuple(f"source-{addresses.safe(name)}" for what, name in digest.former if what == "source")
    if sources:
        told = say.ngettext(
            "A source that stood here was cited by an earlier edition.",
            "%(number)s sources that stood here were cited by an earlier edition.",
            len(sources),
        )
        yield GoneView(sources, told)


def gone_passages(ids: Sequence[str], number: int, say: Words = ENGLISH) -> GoneView:
    """What became of passages that a source's page had up to edition ``number``."""
    told = say.ngettext(
        "A passage that stood here was cited until edition %(edition)s.",
        "%(number)s passages that stood here were cited until edition %(edition)s.",
        len(ids),
        edition=say.number(number),
    )
    return GoneView(tuple(ids), told)


def since(claim: Claim, digest: Digest, say: Words = ENGLISH) -> str:
    """The edition since which a claim stands, in words; "" for one that has always stood, and in a draft."""
    if not digest.editions or claim.since <= 1:
        return ""
    return say.gettext("since edition %(number)s", number=say.number(claim.since))


def state_bar(state: State, digest: Digest, say: Words = ENGLISH) -> str:
    """What is said above a story that is not as it was signed."""
    return say.gettext(_BARS[state], number=say.number(len(digest.editions))) if state in _BARS else ""
