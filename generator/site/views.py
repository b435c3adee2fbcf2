"""What the templates are given. Every text in here is printable; every address is relative to the site's root."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a coverage strip. ``x`` and ``width`` are thousandths of the capture; ``href`` may be ""."""

    x: int
    width: int
    use: str
    href: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What became of a capture from its first code point to its last, as a picture and in words."""

    stretches: tuple[Stretch, ...]
    paths: tuple[tuple[str, str], ...]  # for each use all its stretches as one SVG path, for a stroke 12 units wide
    text: str  # "62 % became claims, 20 % page furniture"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of a source, with the words that show it and the doubt about it."""

    label: str
    value: str
    how: str
    quote: str
    doubt: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    message: str
    quote: str


@dataclass(frozen=True, slots=True)
class SourceView:
    id: str
    anchor: str  # safe in an address and as an HTML id
    name: str  # publisher, else title, else identifier
    title: str
    byline: str
    published: str  # "3 November 2023", "" where unknown
    published_iso: str
    language: str
    url: str  # of the original; "" where unknown or not http(s)
    path: str
    sha256: str
    href: str  # its page
    inside: str  # its page, relative to the story's
    copies: str  # "" or in words which source it copies and how much
    claims: int
    only_here: int
    used: str  # share of the article's text that became claims or repeats, in words
    facts: tuple[Fact, ...]
    notices: tuple[NoticeView, ...]
    strip: Strip


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A cited passage in its context."""

    source: SourceView
    before: str
    quote: str
    after: str
    original: str  # address of the original with a text fragment, or ""
    page: str  # place on the source's page, relative to the story's
    wording: str = ""  # how it is printed beside a claim that it does not word


@dataclass(frozen=True, slots=True)
class AgainstView:
    """A passage that differs from a claim; ``label`` says in which respect: "another number"."""

    label: str
    quote: QuoteView


@dataclass(frozen=True, slots=True)
class ClaimView:
    id: str
    number: int  # of its endnote, from 1
    text: str
    label: str  # "" where it is plainly reported
    attribution: str
    marks: str  # who reports it: "Gazette, Courier"
    tally: str  # "2 of 3", "" where the story has one source
    single: bool  # one source of several reports it
    quotes: tuple[QuoteView, ...]
    repeats: tuple[QuoteView, ...]  # passages in which the same sources say it again; they count for nothing
    against: tuple[AgainstView, ...]  # what contradicts the wording in one respect
    further: tuple[QuoteView, ...]  # what says more on the same thing
    note: str  # how the wording differs from the quote, "" where it does not
    href: str
    differs: str  # "#…" of the disagreement in which its words stand, or ""
    unplaced: bool  # stands in no section, so that "in brief" is its place


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    title: str
    claims: tuple[ClaimView, ...]
    folded: bool  # shown closed: what did not make the open part


@dataclass(frozen=True, slots=True)
class PositionView:
    text: str
    held_by: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    id: str
    label: str
    question: str
    positions: tuple[PositionView, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class DatedView:
    """A claim at its place in time. ``shown`` says which words date it and what was inferred from them."""

    text: str
    href: str
    shown: str
    doubt: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A day or a range, and what is dated by it."""

    label: str
    iso: str  # the day, "" for a range
    entries: tuple[DatedView, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    x: int
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    source: SourceView
    cells: tuple[MatrixCell, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who reports what: a row for each source, a column for each claim in the open, in the order of the page."""

    width: int
    rows: tuple[MatrixRow, ...]
    divides: tuple[int, ...]  # columns before which a section begins


@dataclass(frozen=True, slots=True)
class Tag:
    """What stories are listed under: a word of the editor's, or whom or what they name."""

    name: str
    slug: str
    href: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as lists show it."""

    slug: str
    title: str
    summary: str
    href: str
    day: date
    date: str
    iso: str
    facts: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    slug: str
    title: str
    summary: str
    href: str
    digest_href: str
    card_href: str
    day: date
    date: str
    iso: str
    facts: tuple[str, ...]
    counts: str  # the same in a few words
    tags: tuple[Tag, ...]
    actors: tuple[Tag, ...]
    body: str  # HTML of the editor's text, made from Markdown without raw HTML
    summary_claims: tuple[ClaimView, ...]
    brief: tuple[ClaimView, ...]
    sections: tuple[SectionView, ...]
    claims: tuple[ClaimView, ...]  # all of them, in the order of the page
    disagreements: tuple[DisagreementView, ...]
    timeline: tuple[DateView, ...]
    sources: tuple[SourceView, ...]
    matrix: Matrix
    how: tuple[str, ...]  # how this entry was made, one sentence each

    @property
    def unplaced(self) -> tuple[ClaimView, ...]:
        """The claims that stand in no section but "in brief"."""
        return tuple(claim for claim in self.claims if claim.unplaced)

    @property
    def teaser(self) -> Teaser:
        """The same story as a list shows it."""
        return Teaser(
            self.slug, self.title, self.summary, self.href, self.day, self.date, self.iso, self.counts, self.tags
        )


@dataclass(frozen=True, slots=True)
class CarriedSource:
    """A source's page of such a story."""

    href: str


@dataclass(frozen=True, slots=True)
class CarriedStory:
    """A story whose pages stay as an earlier build made them, as lists and feeds show it. ``folder`` holds its files,
    ``html`` is its feed entry."""

    teaser: Teaser
    actors: tuple[Tag, ...]
    sources: tuple[CarriedSource, ...]
    facts: tuple[str, ...]
    folder: Path
    html: str
    brief: tuple[ClaimView, ...] = ()
    summary_claims: tuple[ClaimView, ...] = ()

    @property
    def slug(self) -> str:
        return self.teaser.slug

    @property
    def title(self) -> str:
        return self.teaser.title

    @property
    def summary(self) -> str:
        return self.teaser.summary

    @property
    def href(self) -> str:
        return self.teaser.href

    @property
    def day(self) -> date:
        return self.teaser.day

    @property
    def date(self) -> str:
        return self.teaser.date

    @property
    def iso(self) -> str:
        return self.teaser.iso

    @property
    def tags(self) -> tuple[Tag, ...]:
        return self.teaser.tags


Listed = StoryView | CarriedStory


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The passages of a source that carry something, in their order."""

    story: StoryView
    source: SourceView
    passages: tuple[CitedPassage, ...]


@dataclass(frozen=True, slots=True)
class CitedPassage:
    anchor: str
    quote: QuoteView
    cite: str  # quote, author, source and day, ready to be copied; the address follows
    claims: tuple[ClaimView, ...]  # that it carries
    repeats: tuple[ClaimView, ...]  # that its source has already carried, and it says again
    beside: tuple[ClaimView, ...]  # from which it differs, or on which it says more


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a whole capture with what became of it; ``use`` is "" for the white space between stretches."""

    text: str
    use: str
    reason: str
    href: str  # of the claim that it carries, relative to the story's page, or ""


@dataclass(frozen=True, slots=True)
class Group:
    """Stories under one heading: a day, a month, a tag, a name."""

    name: str
    slug: str
    href: str
    stories: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A page that lists groups; the page of each stands below it."""

    heading: str
    about: str
    href: str
    feeds: bool = False  # each group has feeds of its own


@dataclass(frozen=True, slots=True)
class FrontPage:
    lead: Listed | None
    days: tuple[Group, ...]
    months: tuple[Group, ...]
    earlier: int  # stories that only the archive lists
