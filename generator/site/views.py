"""What the templates are given. Every text in here is printable; every address is relative to the site's root."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

from generator.model import Status


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a coverage strip. ``x`` and ``width`` are thousandths of the capture; ``href`` may be ""."""

    x: int
    width: int
    use: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What became of a capture from its first code point to its last, as a picture and in words."""

    stretches: tuple[Stretch, ...]
    text: str  # "62 % became claims, 20 % menus, forms and the like"


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
    name: str  # its publisher, else "an unsigned page"
    heading: str  # the same with a capital
    title: str
    byline: str
    named: bool  # a publisher is known
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
    doubts: str  # how many of both in words, "" where there are none
    strip: Strip


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A cited passage in its context."""

    source: SourceView
    before: str
    quote: str  # its words, or the first of them where the page prints no more of its article
    after: str
    original: str  # address of the original with a text fragment, or ""
    page: str  # place on the source's page, relative to the story's
    wording: str = ""  # how it is printed beside a claim that it does not word
    whole: bool = True
    told: bool = False  # the same words are printed beside it
    claim: int = 0  # number of the claim in the open that prints the same words, 0 for none
    language: str = ""  # of its words, "" where nothing says it


@dataclass(frozen=True, slots=True)
class AgainstView:
    """A passage that differs from a claim; ``label`` says in which respect: "another number"."""

    label: str
    quote: QuoteView


@dataclass(frozen=True, slots=True)
class DisputeView:
    """What others say to a claim that is disputed, in a few words, and where the page sets both sides out."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class FoldedView:
    """A statement that is not in the open: its words, or the first of them where no more of its article is printed."""

    id: str
    text: str
    names: str  # who prints it; beneath the name of its source only where in that article: "sentence 12"
    page: str  # place on the source's page, relative to the story's
    language: str
    joined: tuple[str, ...] = ()  # ids under which parts of it were published


@dataclass(frozen=True, slots=True)
class ClaimView:
    id: str
    number: int  # from 1, in the order of the page
    text: str
    label: str  # "" where it is plainly reported
    attribution: str
    names: str  # who says it: "Gazette, Courier"
    tally: str  # "2 of 3", "" where the story has one source
    single: bool  # one source of several reports it
    quotes: tuple[QuoteView, ...]
    repeats: int  # passages in which the same sources say it again; they count for nothing
    against: tuple[AgainstView, ...]  # what contradicts the wording in one respect
    further: tuple[FoldedView, ...]  # what says more on the same thing
    note: str  # how the wording differs from the quote, "" where it does not
    href: str
    dispute: DisputeView | None
    language: str  # of its words, "" where its source does not say
    joined: tuple[str, ...] = ()  # ids under which parts of it were published
    since: str = ""  # the edition in which it first stood, where that is not the first, in words
    split_from: str = ""  # id of the claim of which it was a part


def _with_other_side(claim: ClaimView, summary: tuple[ClaimView, ...]) -> str:
    """A sentence of a summary with what contradicts it in brackets, unless another sentence of it is the other side:
    "Some 140 people had to leave. (Valley Herald: About 190 people had to leave.)"."""
    answered = any(
        one.dispute is not None and claim.dispute is not None and one.dispute.href == claim.dispute.href
        for one in summary
        if one is not claim
    )
    others = [f"{one.quote.source.name}: {one.quote.wording}" for one in claim.against]
    if claim.dispute is not None and not answered:
        others.append(claim.dispute.text)
    return f"{claim.text} ({'; '.join(others)})" if others else claim.text


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    title: str
    claims: tuple[ClaimView, ...]
    shared: bool  # most of it by several sources


@dataclass(frozen=True, slots=True)
class RestView:
    """What else a source says, in its order."""

    source: SourceView
    title: str
    items: tuple[FoldedView, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    text: str
    held_by: str
    quotes: tuple[QuoteView, ...]
    language: str = ""  # of its text, where that is none of those that are read


@dataclass(frozen=True, slots=True)
class DisagreementView:
    id: str
    label: str
    question: str
    positions: tuple[PositionView, ...]
    reason: str
    teaser: str  # question and answers in one line
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """What stories are listed under: a word of the editor's, or whom or what they name. ``note`` is the office that
    the sources of a story give a person."""

    name: str
    slug: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as lists show it. ``changed`` is the time of its last change in UTC, as ISO 8601 has it, where an edition
    tells it, else ""; a ``withdrawn`` story says nothing but that."""

    slug: str
    title: str
    summary: str
    href: str
    day: date  # by which it is listed
    date: str  # when what it tells of happened, in words
    iso: str
    outlets: str  # in one line
    question: str  # one difference between its sources, "" where there is none
    tags: tuple[Tag, ...]
    card_href: str
    changed: str = ""
    withdrawn: bool = False
    language: str = ""  # of its title


class State(StrEnum):
    """What a story on the site is to the edition that was signed last."""

    SIGNED = "signed"  # it is that edition
    UNSIGNED = "unsigned"  # nobody has signed any
    DIFFERS = "differs"  # a draft that says something else
    HELD = "held"  # it is that edition, since the draft cannot be shown


@dataclass(frozen=True, slots=True)
class NoteView:
    """What readers are told of an edition or of a hold: "Corrected on 4 May 2026", and the exact words. ``when`` is in
    UTC; ``holding``: it is a hold, which takes nothing back."""

    label: str
    text: str
    when: datetime
    holding: bool = False

    @property
    def iso(self) -> str:
        return self.when.isoformat()

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.label}: {self.text}"


@dataclass(frozen=True, slots=True)
class GoneView:
    """The addresses of things that were published and are no more, with what became of them."""

    ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class EditionView:
    """A signed state of a story, as its page tells of it: ``text`` says which edition it is, who signed it and
    when."""

    number: int
    text: str
    notes: tuple[NoteView, ...]  # corrections, holds and the withdrawal, the newest first
    gone: tuple[GoneView, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    slug: str
    title: str
    language: str  # of its title and most of its words
    unread: str  # that some of it is in a language that is not read, in a sentence; else ""
    page_title: str  # the same, with its day where another story has the same
    summary: tuple[ClaimView, ...]
    href: str
    digest_href: str
    card_href: str
    day: date
    date: str
    basis: str  # on what the days rest, "" where they are certain
    iso: str  # the day, "" where it is not certain
    span: str  # the days as ISO 8601 has an interval
    published: datetime  # in UTC; where no edition tells the time, noon of the day
    updated: datetime  # that of the last change
    published_iso: str  # the time, or the day where that is all that is known
    updated_iso: str
    outlets: str  # "TOME, Borderless News and two unsigned pages"
    minutes: int
    words: int  # of the open part
    tags: tuple[Tag, ...]
    actors: tuple[Tag, ...]
    body: str  # HTML of the editor's text, made from Markdown without raw HTML
    sections: tuple[SectionView, ...]
    rest: tuple[RestView, ...]
    disagreements: tuple[DisagreementView, ...]
    sources: tuple[SourceView, ...]
    how: tuple[str, ...]  # how this entry was made, one sentence each
    edition: EditionView | None = None  # None for a draft
    bar: str = ""  # what an editor, or a reader of what nobody has signed, is told first
    differs: bool = False  # it is a draft that says something else than what is published
    former_tags: tuple[Tag, ...] = ()  # under which earlier editions were listed: those lists stay
    former_actors: tuple[Tag, ...] = ()
    category: str = ""
    status: Status = Status.PUBLISHED

    @property
    def unlisted(self) -> bool:
        """Whether neither lists nor search engines are to lead to it."""
        return self.withdrawn or self.status is not Status.PUBLISHED

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """The claims in the open, in the order of the page."""
        return self.summary + tuple(claim for section in self.sections for claim in section.claims)

    @property
    def shared(self) -> tuple[SectionView, ...]:
        """What several sources say, before where they differ: the first sections, as long as they are of that kind."""
        return tuple(takewhile(lambda section: section.shared, self.sections))

    @property
    def single(self) -> tuple[SectionView, ...]:
        """The sections after that."""
        return self.sections[len(self.shared) :]

    @property
    def withdrawn(self) -> bool:
        """Whether it says nothing any more but that it was withdrawn."""
        return self.edition is not None and self.edition.withdrawn

    @property
    def told(self) -> str:
        """The summary as text; of a withdrawn story that it was withdrawn, and why."""
        if self.edition is not None and self.edition.withdrawn:
            return next(note.line for note in self.edition.notes if not note.holding)
        return " ".join(_with_other_side(claim, self.summary) for claim in self.summary)

    @property
    def teaser(self) -> Teaser:
        """The same story as a list shows it."""
        question = self.disagreements[0].teaser if self.disagreements else ""
        return Teaser(
            self.slug, self.title, self.told, self.href, self.day, self.date, self.iso, self.outlets, question,
            self.tags, self.card_href, self.updated_iso if self.edition else "", self.withdrawn,
            self.language,
        )  # fmt: skip

    @property
    def listed(self) -> Listed:
        """The same with what feeds and sitemaps need besides."""
        return Listed(
            self.teaser,
            self.page_title,
            self.actors,
            tuple(ListedSource(source.href) for source in self.sources),
            self.published,
            self.updated,
            self.published_iso,
            self.former_tags,
            self.former_actors,
            self.edition.notes if self.edition else (),
            self.category,
            self.status,
        )


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source's page of such a story."""

    href: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as lists and feeds show it. Times are in UTC."""

    teaser: Teaser
    page_title: str
    actors: tuple[Tag, ...]
    sources: tuple[ListedSource, ...]
    published: datetime
    updated: datetime
    published_iso: str  # the time, or the day where that is all that is known
    former_tags: tuple[Tag, ...] = ()
    former_actors: tuple[Tag, ...] = ()
    notes: tuple[NoteView, ...] = ()  # corrections, holds and the withdrawal, the newest first
    category: str = ""
    status: Status = Status.PUBLISHED

    @property
    def slug(self) -> str:
        return self.teaser.slug

    @property
    def title(self) -> str:
        return self.teaser.title

    @property
    def told(self) -> str:
        return self.teaser.summary

    @property
    def withdrawn(self) -> bool:
        return self.teaser.withdrawn

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


@dataclass(frozen=True, slots=True)
class CarriedStory(Listed):
    """A story whose pages stay as an earlier build made them. ``folder`` holds its files, ``html`` and ``id`` are of
    its feed entry, "" where that had none."""

    folder: Path = Path()
    id: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The passages of a source that carry something, in their order; ``cite`` gives author, source and day, to stand
    after what is quoted of it, before the passage's address."""

    story: StoryView
    source: SourceView
    passages: tuple[CitedPassage, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage of a source, or its first words, with the claims that it stands under."""

    anchor: str
    quote: QuoteView
    whole: bool
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """What a passage is to a claim ("The words of", "Says what", "Differs from"); ``href`` leads there. ``told``: that
    is a claim which is folded and has its words."""

    label: str
    claim: str
    href: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a whole capture with what became of it; ``use`` is "" for the white space between stretches."""

    text: str
    use: str
    reason: str
    href: str  # of the claim that it carries, relative to the story's page, or ""
