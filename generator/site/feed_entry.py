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
    """A claim, a question with its ``answers``, or one of these; ``against`` is what differs from a claim or disputes
    it, a line each."""

    text: str
    names: str
    href: str
    against: tuple[str, ...] = ()
    language: str = ""  # of its text, "" where nothing says it
    label: str = ""  # what is said before it: "[denied]"
    answers: tuple[Line, ...] = ()

    @property
    def words(self) -> int:
        own = sum(map(count_words, (self.label, self.text, self.names, *self.against)))
        return own + sum(answer.words for answer in self.answers)


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
    for title, whole in _parts(story, site, say):
        lines: list[Line] = []
        for line in whole:
            if line.words > room:
                left_out += 1
                continue
            room -= line.words
            lines.append(line)
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


def _parts(story: StoryView, site: str, say: Words) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The parts of an entry in their order."""
    for section in story.shared:
        yield section.title, tuple(_line(claim, site, say) for claim in section.claims)
    if story.disagreements:
        title = say.gettext("Where the sources differ")
        yield title, tuple(_question(item, story, site) for item in story.disagreements)
    for section in story.single:
        yield section.title, tuple(_line(claim, site, say) for claim in section.claims)


def _line(claim: ClaimView, site: str, say: Words) -> Line:
    against = [f"{one.label}: {one.quote.wording} ({one.quote.source.name})" for one in claim.against]
    if claim.dispute:
        against.append(say.gettext("disputed: %(words)s", words=claim.dispute.text))
    label = f"[{claim.label}] " if claim.label else ""
    names = f"{claim.names}, {claim.tally}" if claim.tally and not claim.single else claim.names
    return Line(claim.text, names, f"{site}/{claim.href}", tuple(against), claim.language, label)


def _question(item: DisagreementView, story: StoryView, site: str) -> Line:
    href = f"{site}/{story.href}#{item.id}"
    answers = tuple(Line(one.text, one.held_by, href, language=one.language) for one in item.positions)
    return Line(item.question, "", href, answers=answers)


def _sources(story: StoryView, address: str) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(source.heading, source.title, source.published, source.url or f"{address}{source.inside}")
        for source in story.sources
    )
