"""A story as feeds carry it: what a subscriber reads in two or three minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.scripts import count_words
from generator.site.views import ClaimView, DisagreementView, NoteView, StoryView
from generator.site.words import ENGLISH, Words

# Words of an entry, sources and links aside for which room is left: a screen or two of a feed reader.
MOST_WORDS = 850


@dataclass(frozen=True, slots=True)
class Line:
    """A claim, or an answer to a question; ``against`` is what differs from it or disputes it, a line each."""

    text: str
    names: str
    href: str
    against: tuple[str, ...] = ()
    language: str = ""  # of its text, "" where nothing says it
    label: str = ""  # what is said before it: "[denied]"

    @property
    def words(self) -> int:
        return sum(map(count_words, (self.label, self.text, self.names, *self.against)))


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    name: str
    title: str
    published: str
    address: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """``more`` says how much of the open part is left out, "" where nothing is; ``notes`` are corrections, holds and
    the withdrawal, which come first, the newest before the others."""

    summary: str
    unread: str
    date: str
    basis: str
    outlets: str
    body: str
    parts: tuple[Part, ...]
    more: str
    address: str
    sources: tuple[SourceLine, ...]
    notes: tuple[NoteView, ...] = ()
    changes: str = ""  # address of the page that tells what changed
    withdrawn: bool = False


def feed_entry(story: StoryView, body: str, site: str, say: Words = ENGLISH) -> FeedEntry:
    """The entry of a story. ``body`` is its editor's text with absolute addresses, ``site`` the site's address, without
    a final "/".

    A claim is printed with all that contradicts it, or not at all, and a question with all its answers.
    """
    address = f"{site}/{story.href}"
    notes = story.edition.notes if story.edition else ()
    room = MOST_WORDS - len(story.told.split()) - len(body.split()) - sum(len(note.text.split()) for note in notes)
    parts: list[Part] = []
    left_out = 0
    for title, groups in _groups(story, site, say):
        lines: list[Line] = []
        for group in groups:
            needed = sum(line.words for line in group)
            if needed > room:
                left_out += len(group)
                continue
            room -= needed
            lines += group
        if lines:
            parts.append(Part(title, tuple(lines)))
    more = say.ngettext("%(number)s more line on the page.", "%(number)s more lines on the page.", left_out)
    return FeedEntry(
        story.told,
        story.unread,
        story.date,
        story.basis,
        story.outlets,
        body,
        tuple(parts),
        more if left_out else "",
        address,
        _sources(story, address),
        notes,
        f"{address}changes/" if notes else "",
        story.withdrawn,
    )


def _groups(story: StoryView, site: str, say: Words) -> Iterator[tuple[str, tuple[tuple[Line, ...], ...]]]:
    """The parts of an entry in their order; lines that stand or fall together are a group."""
    for section in story.shared:
        yield section.title, tuple((_line(claim, site, say),) for claim in section.claims)
    if story.disagreements:
        title = say.gettext("Where the sources differ")
        yield title, tuple(_answers(item, story, site) for item in story.disagreements)
    for section in story.single:
        yield section.title, tuple((_line(claim, site, say),) for claim in section.claims)


def _line(claim: ClaimView, site: str, say: Words) -> Line:
    against = [f"{one.label}: {one.quote.wording} ({one.quote.source.name})" for one in claim.against]
    if claim.dispute:
        against.append(say.gettext("disputed: %(words)s", words=claim.dispute.text))
    label = f"[{claim.label}] " if claim.label else ""
    names = f"{claim.names}, {claim.tally}" if claim.tally and not claim.single else claim.names
    return Line(claim.text, names, f"{site}/{claim.href}", tuple(against), claim.language, label)


def _answers(item: DisagreementView, story: StoryView, site: str) -> tuple[Line, ...]:
    href = f"{site}/{story.href}#{item.id}"
    return tuple(
        Line(position.text, position.held_by, href, (), position.language, f"{item.question} " if place == 0 else "")
        for place, position in enumerate(item.positions)
    )


def _sources(story: StoryView, address: str) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(source.heading, source.title, source.published, source.url or f"{address}{source.inside}")
        for source in story.sources
    )
