"""Every value that passes between stages, in the order in which it appears in the flow.

Offsets count Unicode code points and are half open: ``text[start:end]``. Two texts exist for each source: the
*capture's* text, exactly as decoded, and the *document's* readable text, in which the markup of HTML and Markdown does
not occur, nor characters that nobody sees. For a plain-text capture without such the two are the same string. Stages
work on readable offsets; ``cite`` alone turns them into capture offsets, which is what a citation holds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

Day: TypeAlias = date  # for values that have a field of the name


@dataclass(frozen=True, slots=True)
class Notice:
    """Survivable trouble, or something that an editor should know of.

    ``code`` is a stable short name (``no-date``, ``not-utf8``); ``message`` a plain sentence; ``quote`` the words of
    the capture that show it, verbatim, or None where what is reported is an absence.
    """

    code: str
    message: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the header of a mail or MHTML file says of the text in it; None where it does not. ``day`` is that of
    sending, of an MHTML file that of saving, in ISO form; ``subject`` stands without its "Re:" or "Fwd:"."""

    is_mail: bool
    subject: str | None = None
    sender: str | None = None  # the name, not the address
    day: str | None = None
    address: str | None = None  # of the page
    is_forwarded: bool = False
    is_bulk: bool = False  # sent to a list of subscribers


@dataclass(frozen=True, slots=True)
class Capture:
    """A file as it was saved. ``text`` is decoded, without a byte-order mark, and otherwise unchanged; of a mail or
    MHTML file it is the part that holds the article, of a PDF what its reader makes of it, and a notice says so."""

    path: str  # relative to the story's folder, with forward slashes
    media_type: str  # how the text is read: text/plain, text/html or text/markdown
    text: str
    sha256: str  # of the file's bytes, hexadecimal
    notices: tuple[Notice, ...] = ()
    envelope: Envelope | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A capture under its identifier, with what the editor says of it in story.md (None: find it in the capture)."""

    id: str
    capture: Capture
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    replaces: str | None = None  # the source of which this is a newer save


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an editor's text. ``address`` is how the text names it, ``path`` where it lies in the story's folder
    and on its page; width and height in pixels."""

    address: str
    path: str
    data: bytes
    width: int
    height: int


class Verb(StrEnum):
    """What a decision does. Each says it of passages, which it names by their words."""

    SAME = "same"  # they say the same, and are one claim
    APART = "apart"  # they never stand in one claim; two quotes of one passage part it in two
    LEAD = "lead"  # it words its claim
    TEXT = "text"  # its claim in the editor's words
    KIND = "kind"
    BY = "by"  # who says it; "" nobody
    SECTION = "section"
    AFTER = "after"  # its claim stands right after another
    DROP = "drop"  # it is left out
    KEEP = "keep"  # it is not left out
    ALSO = "also"  # it supports another claim too
    DIFFERS = "differs"  # it contradicts a claim
    DETAIL = "detail"  # it says more on a claim, and is not counted
    DIFFER = "differ"  # a disagreement
    AGREE = "agree"  # they do not disagree
    ASK = "ask"  # a disagreement in other words
    BRIEF = "brief"  # the claims in brief
    SUMMARY = "summary"  # the claims that tell the news
    FURNITURE = "furniture"  # its block is no text of the article
    ARTICLE = "article"  # its block is
    ORIGIN = "origin"  # sources that print one text


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source (by its id), which name the passage that holds them."""

    source: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A side of a disagreement that an editor adds."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement of the editor on the draft. ``quotes`` name the passages that it is about, ``value`` is what it says
    of them (words, a kind, a section, a question), ``beside`` the passages that it sets them in relation to: of
    ``also``, ``differs`` and ``detail`` the claim, of ``after`` the one before. ``line`` is that of decisions.yaml,
    1-based."""

    verb: Verb
    line: int
    quotes: tuple[Quote, ...] = ()
    value: str = ""
    beside: tuple[Quote, ...] = ()
    respect: str | None = None  # of ``differ`` and ``differs``, as written after "as"
    answers: tuple[Answer, ...] = ()
    sources: tuple[str, ...] = ()  # of ``origin``
    why: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary in the editor's words: Markdown with a footnote for each sentence; ``line`` is that of story.md."""

    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class Founded:
    """An address that was published: the id of a claim, and the words on which it is founded."""

    id: str
    source: str
    exact: str  # "" as its source: a sentence of a summary of the editor's own
    edition: int  # in which it first stood
    split_from: str | None = None  # the published claim of which it was a part


@dataclass(frozen=True, slots=True)
class Published:
    """What of a story was published before, so that no address of it ever answers with nothing. Empty for a story
    without an edition."""

    edition: int = 0  # the number of the last one
    claims: tuple[Founded, ...] = ()
    disagreements: tuple[Founded, ...] = ()  # by the words of their first side
    withdrawn: tuple[tuple[str, int], ...] = ()  # ids of claims and disagreements that are no more, with the edition
    stood: tuple[tuple[str, str, str], ...] = ()  # a claim of the last edition, a source, and words that it counted


class Status(StrEnum):
    """Pelican's: who finds an entry that may be shown."""

    DRAFT = "draft"  # nobody: it is neither signed nor published
    HIDDEN = "hidden"  # who has its address; no list and no feed leads there
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Story:
    """A story folder, read. ``body`` is the editor's Markdown, empty where there is none."""

    slug: str
    path: str  # of story.md, for messages
    sources: tuple[Source, ...]
    title: str | None = None
    date: date | None = None
    tags: tuple[str, ...] = ()
    category: str = ""
    status: Status = Status.PUBLISHED
    body: str = ""
    body_line: int = 1  # line of story.md on which the body begins, 1-based
    pictures: tuple[Picture, ...] = ()  # those that the body shows
    published: Day | None = None  # the day of first publication; None: that of the story
    updated: Day | None = None  # that of the last change
    passed_over: tuple[str, ...] = ()  # names in captures/ that are nobody's work, such as Thumbs.db
    left_out: tuple[str, ...] = ()  # captures that the editor leaves out
    summary: Summary | None = None
    section_order: tuple[str, ...] = ()  # names of sections, in the order in which they stand
    aliases: tuple[str, ...] = ()  # slugs that lead to this story
    decisions: tuple[Decision, ...] = ()
    decisions_path: str = ""  # of decisions.yaml, for messages
    history: Published = Published()


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the readable text with a kind. Blocks are ordered, do not overlap and leave only white space
    between them. ``rule`` names what decided the kind where that was not the markup itself (always for furniture).
    ``set_aside`` marks furniture that reads like the article's text and may be of it: an editor is told.
    ``language`` is what its own markup says (a BCP 47 tag), ``written`` the day of the entry of a live page that it
    stands in."""

    start: int
    end: int
    kind: BlockKind
    rule: str | None = None
    set_aside: bool = False
    language: str | None = None
    written: date | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each code point of a readable text stands in the capture, by the pieces that it is made of.

    Piece ``i`` is ``text[at[i]:at[i + 1]]`` and is carried by ``capture[starts[i]:ends[i]]``: code point by code point
    where it has several, as a whole where it has one. No place decreases. A separator that the reader put in stands for
    no capture text: its start and end are equal. Numbers are unsigned and of four bytes.
    """

    at: array[int]
    starts: array[int]
    ends: array[int]

    def to_capture(self, start: int, end: int) -> tuple[int, int]:
        """Capture offsets of a non-empty readable span."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        return self.starts[first] + start - self.at[first], self.ends[last] - self.at[last + 1] + end

    def to_readable(self, start: int, end: int) -> tuple[int, int]:
        """Readable offsets of a capture span that begins and ends on readable text."""
        at = self.at
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        begin = min(at[first], at[first - 1] + start - self.starts[first - 1]) if first else 0
        within = max(0, end - self.ends[last] + at[last + 1] - at[last]) if last < len(self.ends) else 0
        return begin, at[last] + within


NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact that markup declares about its page, such as ``<meta name="author">``. ``name`` is one of title,
    headline (the page's main heading), author, publisher, published, modified, time (of what, its place has to tell),
    url, language, or NOT_READ, where ``how`` says what was too much to be read;
    ``start`` and ``end`` are capture offsets of the declaring words."""

    name: str
    value: str
    start: int
    end: int
    how: str  # where it stood: "meta article:published_time", "JSON-LD datePublished"


@dataclass(frozen=True, slots=True)
class Document:
    """A source's readable text and its blocks. ``unread`` is the capture offset from which on nothing was read, since
    the capture is longer than any article; None where all of it was. ``notices`` are what its reader saw."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap | None = None  # None: readable text and capture text are the same
    declared: tuple[Declared, ...] = ()
    unread: int | None = None
    notices: tuple[Notice, ...] = ()  # of what its reader saw

    def to_capture(self, start: int, end: int) -> tuple[int, int]:
        """Capture offsets of a non-empty readable span."""
        return (start, end) if self.offsets is None else self.offsets.to_capture(start, end)

    def to_readable(self, start: int, end: int) -> tuple[int, int]:
        """Readable offsets of a capture span; the inverse of ``to_capture``."""
        return (start, end) if self.offsets is None else self.offsets.to_readable(start, end)


@dataclass(frozen=True, slots=True)
class Found:
    """A fact about a source with the words that show it. ``how`` names the rule; ``quote`` is None for what the
    editor stated in story.md; ``doubt`` says why it may be wrong (a header date may be the day of capture)."""

    value: str  # dates in ISO form
    how: str
    quote: str | None = None
    doubt: str | None = None


class Genre(StrEnum):
    """What kind of text a capture is, where it says so itself; a report says nothing of the kind."""

    SATIRE = "satire"
    RELEASE = "press release"
    OPINION = "opinion"
    LIVE = "live page"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of one source; None where nothing was found."""

    title: Found | None = None
    publisher: Found | None = None
    author: Found | None = None
    published: Found | None = None
    url: Found | None = None
    language: Found | None = None
    genre: Found | None = None  # a value of Genre; None for a report
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, as a span of its readable text, within one block."""

    source: str
    start: int
    end: int
    block: int  # index into Document.blocks


@dataclass(frozen=True, slots=True)
class Article:
    """One capture read alone, outside of any story."""

    document: Document
    metadata: Metadata
    sentences: tuple[Sentence, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentences' words, single spaces between them."""
        return tuple(" ".join(self.document.text[one.start : one.end].split()) for one in self.sentences)


class Kind(StrEnum):
    EVENT = "event"
    STATEMENT = "statement"
    ALLEGATION = "allegation"
    DENIAL = "denial"
    PLAN = "plan"
    BACKGROUND = "background"
    ASSESSMENT = "assessment"
    UNREAD = "unread"  # in a language of which only the words are read: what kind it is, is not told


KINDS = tuple(kind for kind in Kind if kind is not Kind.UNREAD)  # those that an editor may give


class Telling(StrEnum):
    """Which event a passage tells of."""

    MAIN = "the main event"
    ANOTHER = "another event"
    BEFORE = "what came before it"  # those take part who do in the main event


Days: TypeAlias = tuple[date, date]  # the first and the last


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A leading pronoun that is certain: ``text[start:end]`` ("He") stands for ``name`` ("Lavrov")."""

    start: int
    end: int
    name: str


GlossSpan = tuple[int, int, int, int]  # words of a gloss, and what of its passage's text they stand for


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a passage says in the words that the reading knows, where its language is another one.

    ``spans`` are in the order of ``text``. ``voice`` is who says it, in the same words.
    """

    text: str
    spans: tuple[GlossSpan, ...]
    voice: str | None = None

    def of(self, start: int, ahead: int) -> Gloss:
        """The gloss from ``start`` on, of the passage's text from ``ahead`` on."""
        kept = tuple((a - start, b - start, c - ahead, d - ahead) for a, b, c, d in self.spans if a >= start)
        return Gloss(self.text[start:], kept, self.voice)

    def behind(self, start: int, end: int) -> tuple[int, int] | None:
        """What of the passage's text stands behind ``text[start:end]``; None where no word of it does."""
        found = [(first, last) for begin, until, first, last in self.spans if begin < end and start < until]
        return (min(first for first, _ in found), max(last for _, last in found)) if found else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or an independent part of one, that a source prints.

    ``omit`` is None for a passage that asserts something; otherwise the reason why it is left out. Actors are
    canonical names (``generator.language.names``), so that "U.S." and "Washington" are equal. ``subject``, ``verb``,
    ``negated`` and ``planned`` are those of what is asserted: of "The White House said that Moscow had sent arms" the
    subject is Russia and the verb "send"; who says so is in ``speaker`` and ``reporting``.
    """

    id: str  # "tome:210-324", source and readable span
    source: str
    start: int
    end: int
    text: str
    sentence: Sentence
    position: int  # ordinal among the document's passages
    heading: str | None  # the nearest heading above
    kind: Kind
    kind_reason: str
    speaker: str | None = None  # as the capture gives it: "the White House"
    speaker_actor: str | None = None  # the same, canonical: "United States"
    speaks_for: str | None = None  # canonical body for which a person speaks: "the union's director, Ana Ruiz"
    reporting: str | None = None  # lemma of the reporting verb: "claim"
    hedges: tuple[str, ...] = ()
    negated: bool = False
    actors: tuple[str, ...] = ()  # in order of mention, without repeats
    subject: str | None = None  # canonical actor of the asserted verb
    verb: str | None = None  # its lemma
    planned: bool = False  # says that something is to happen: "is scheduled to", "will", "plans to"
    antecedent: Antecedent | None = None
    says: Antecedent | None = None  # the pronoun that its speaker is, further on: "he" of “…,” he said
    torn: tuple[str, str] = ("", "")  # marks of a quotation that is open where it begins, and where it ends
    lead_in: int = 0  # code points of a connective at the start that wording may drop: "However, "
    language: str | None = None  # of its text, where that is not read with its grammar
    gloss: Gloss | None = None  # of its text, where that is read and is not English
    cuts: tuple[tuple[int, int], ...] = ()  # spans of ``text`` without which it stands and says less, shortest first
    written: date | None = None  # the day of its article, or of its entry on a live page, where that is certain
    telling: Telling = Telling.MAIN  # which event it tells of
    telling_reason: str = ""  # what shows it; "" where nothing shows that it is not of the main event
    told_days: Days | None = None  # those of another event than the main one, where it names them
    elsewhere: tuple[tuple[int, int], ...] = ()  # spans of ``told`` that tell of another time by the way
    opinion: bool = False  # stands in a text of opinion, and is its author's
    repeats_own_article: bool = False  # stands in a part that repeats its article: an FAQ, a list of key points
    omit: str | None = None

    @property
    def told(self) -> str:
        """What it says, in the words that the rules know: its text, or the gloss of that."""
        return self.text if self.gloss is None else self.gloss.text

    @property
    def voice(self) -> str | None:
        """Who says it, in the same words."""
        return self.speaker if self.gloss is None else self.gloss.voice

    def behind(self, start: int, end: int) -> tuple[int, int]:
        """The span of its text that ``told[start:end]`` stands for; all of it where no word of it does."""
        if self.gloss is None:
            return start, end
        return self.gloss.behind(start, end) or (0, len(self.text))

    def shown(self, start: int, end: int) -> str:
        """``told[start:end]`` as the capture has it."""
        return self.text[slice(*self.behind(start, end))]


def source_of(passage: str) -> str:
    """The source of a passage, by the passage's id."""
    return passage.rpartition(":")[0]


@dataclass(frozen=True, slots=True)
class Term:
    """One reason of a match: a feature, its value and what it adds to the score (log-odds)."""

    name: str
    value: float
    weight: float


class Respect(StrEnum):
    """In which respect two passages differ."""

    WHO = "who"
    DEED = "deed"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    STATUS = "status"
    STANCE = "stance"
    CAUSE = "cause"
    SPEAKER = "speaker"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A respect in which two passages are not alike. ``differs``: both cannot hold of one event; otherwise they tell
    of different things, or one tells what the other does not say."""

    respect: Respect
    reason: str
    differs: bool = False


class Verdict(StrEnum):
    COPY = "copy"  # ``b`` prints the text of ``a``, and stands wherever that stands
    SAME = "same"
    NEAR = "near"  # close, but not joined; the editor sees it
    DIFFERENT = "different"  # never in one group, however alike: a charge and its denial


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate pair of passages (ids, ``a < b`` by position in the story), scored in 0 to 1, with its reasons."""

    a: str
    b: str
    score: float
    terms: tuple[Term, ...]
    verdict: Verdict
    reason: str
    contrasts: tuple[Contrast, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages on the same thing, by id, in story order. ``matches`` are the pairs that hold it together."""

    members: tuple[str, ...]
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Clustering:
    """Every passage that is not omitted stands in exactly one cluster. ``near_misses`` are close pairs kept apart."""

    clusters: tuple[Cluster, ...]
    near_misses: tuple[Match, ...] = ()


class Role(StrEnum):
    """What a passage is to the claim on which it stands."""

    LEAD = "lead"  # words the claim
    SUPPORT = "support"  # says what the wording says; with the lead it is what is counted
    DIFFERS = "differs"  # contradicts the wording in one respect
    DETAIL = "detail"  # says more, or something else, on the same thing


@dataclass(frozen=True, slots=True)
class Member:
    """A passage in its role. ``respect`` says in which respect it differs; ``reason`` why it has this role."""

    passage: str
    role: Role
    reason: str
    respect: Respect | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one claim in their roles, the lead first, then in story order; ``first`` is the first of all in
    story order, on which the claim's id is founded."""

    members: tuple[Member, ...]
    first: str
    matches: tuple[Match, ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()  # spans of the lead's text that its wording leaves out
    wording: str = ""  # in the editor's words; "" for those of the lead
    told: int = 0  # its place in a summary of the editor's own, from 1; 0 for none

    @property
    def lead(self) -> Member:
        """The passage that words the claim."""
        return self.members[0]


class DisagreementKind(StrEnum):
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question on which passages differ. ``passages`` are ids; the first says it best."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A question on which passages differ, before it is cited. ``reason`` says which rule found it and on what."""

    kind: DisagreementKind
    question: str
    sides: tuple[Side, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """``source`` has the text of ``origin``; ``shared`` is the share of its text that stands there too, 0 to 1. Which
    of the two came first is not known. An independent source is its own origin, and shares 0."""

    source: str
    origin: str
    shared: float


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision, or a footnote, of which a quote is not to be found. ``nearest`` is the text of the passage that
    shares most of its words, "" where none does; ``line`` that of the file at ``path``. Of a source that is not there
    the quote has no words, and ``nearest`` are those that are."""

    path: str
    line: int
    what: str  # the verb, or "footnote"
    quote: Quote
    nearest: str
    holds: bool  # the story stays at its last edition until it is mended


@dataclass(frozen=True, slots=True)
class Assigned:
    """The role that the editor gives a passage in the claim of another."""

    passage: str
    of: str
    role: Role
    respect: Respect | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the editor says of one passage: words, a section, a question, or the passage after which it stands;
    ``line`` is that of decisions.yaml."""

    passage: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions of a story by what they are about, on ids of passages. Those of which a quote is not to be found
    are ``lost``."""

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    leads: tuple[Ruled, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    wordings: tuple[Ruled, ...] = ()  # the claim of a passage in the editor's words
    sections: tuple[Ruled, ...] = ()
    after: tuple[Ruled, ...] = ()
    brief: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    asked: tuple[Ruled, ...] = ()
    differences: tuple[Difference, ...] = ()
    agreed: tuple[tuple[str, ...], ...] = ()
    section_order: tuple[str, ...] = ()
    replaced: frozenset[str] = frozenset()  # ids of sources of which a newer save is there
    lost: tuple[Lost, ...] = ()
    unfounded: tuple[str, ...] = ()  # where words of the editor stand, and what no cited passage says, a line each
    uncited: tuple[str, ...] = ()  # where sentences of the editor stand that cite nothing, a line each

    @property
    def holding(self) -> bool:
        """Whether the story cannot be shown as its editor means it."""
        return any(lost.holds for lost in self.lost)


@dataclass(frozen=True, slots=True)
class Workings:
    """Everything between the captures and the digest, for composition, verification, ``explain`` and evaluation."""

    documents: tuple[Document, ...]
    metadata: tuple[Metadata, ...]
    origins: tuple[Origin, ...]
    passages: tuple[Passage, ...]
    matches: tuple[Match, ...]
    clustering: Clustering
    groups: tuple[Group, ...]
    differences: tuple[Difference, ...]
    rulings: Rulings = Rulings()
    notices: tuple[Notice, ...] = ()  # what of the whole story was too much to be compared


@dataclass(frozen=True, slots=True)
class Edit:
    """A visible change between a passage and its wording: ``rule`` took ``before`` and put ``after``."""

    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Citation:
    """W3C Web Annotation selectors into a capture: ``capture.text[start:end] == exact``; ``prefix`` and ``suffix``
    are the capture text around it. ``quote``, ``before`` and ``after`` are the same in readable, printable text;
    ``shown`` is the quote as it is printed: with the marks of a quotation that it is a part of, all of them paired."""

    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    quote: str
    before: str = ""
    after: str = ""
    passage: str | None = None  # id of the passage it cites
    shown: str = ""
    role: Role = Role.SUPPORT  # of a claim: what the passage is to it
    respect: Respect | None = None  # in which it differs
    wording: str = ""  # how it is printed where it words no claim: with who says it, and with its quotation marks
    edits: tuple[Edit, ...] = ()  # that lead from ``quote`` to ``wording``
    language: str | None = None  # of its words, where that is not its source's


@dataclass(frozen=True, slots=True)
class Claim:
    """What the digest prints. Constructing one without a lead raises ValueError.

    ``citations`` are the lead, then what supports its wording, one passage a source, then what differs from it and what
    says more. Only lead and supports are counted.
    """

    id: str
    kind: Kind
    text: str
    attributed_to: str | None
    citations: tuple[Citation, ...]
    in_brief: bool = False
    under: str | None = None  # id of the claim in the open beneath which it is folded
    denies: str | None = None  # id of the claim that it denies, right after which it stands
    repeats: tuple[Citation, ...] = ()  # further passages of the same sources that say it again
    origins: tuple[str, ...] = ()  # independent origins that report it; copies of one text count once
    hedges: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    reason: str = ""  # why these passages are one claim
    worded: bool = False  # in the editor's words
    told: bool = False  # a sentence of a summary of the editor's own
    joined: tuple[str, ...] = ()  # ids of published claims that have become a part of this one
    split_from: str | None = None  # id of the published claim of which it was a part
    since: int = 0  # the edition in which it first stood; 0 for none

    def __post_init__(self) -> None:
        if not self.citations or self.citations[0].role is not Role.LEAD:
            raise ValueError(f"claim {self.id} has no citation that words it")

    @property
    def supports(self) -> tuple[Citation, ...]:
        """The lead and what says what its wording says."""
        return tuple(one for one in self.citations if one.role in (Role.LEAD, Role.SUPPORT))

    @property
    def differing(self) -> tuple[Citation, ...]:
        """What contradicts the wording in one respect."""
        return tuple(one for one in self.citations if one.role is Role.DIFFERS)

    @property
    def details(self) -> tuple[Citation, ...]:
        """What says more on the same thing."""
        return tuple(one for one in self.citations if one.role is Role.DETAIL)

    @property
    def sources(self) -> tuple[str, ...]:
        """Identifiers of the sources that say what the wording says, in the order of its citations, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.supports))


SHARED = "several-say"  # id of the section of what several sources say
UNREAD = "one-source"  # of what one source says in a language that is not read
OPINION = "analysis"  # of what somebody makes of it
FOLDED = "also-reported"  # id of the section that is shown closed


@dataclass(frozen=True, slots=True)
class Section:
    id: str  # several-say, what-happened, what-was-said, reactions, background, analysis, also-reported
    title: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a disagreement, cited."""

    text: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"position {self.text!r} has no citation")


@dataclass(frozen=True, slots=True)
class Disagreement:
    id: str
    kind: DisagreementKind
    question: str
    positions: tuple[Position, ...]
    reason: str = ""
    joined: tuple[str, ...] = ()  # ids under which it was published before


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated claim: it happened, or is to happen, within the days ``first`` to ``last``, both included.

    ``label`` is how the days are printed ("October 2023"); ``words`` the words of the capture that date it; ``how``
    what was inferred from them; ``doubt`` why the day may be wrong (it was counted from an uncertain date).
    """

    first: date
    last: date
    label: str
    claim: str
    citation: Citation
    words: str
    how: str
    doubt: str | None = None


class Use(StrEnum):
    CLAIM = "claim"
    REPEAT = "repeat"
    OMITTED = "omitted"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    """What became of one stretch of a capture (capture offsets). Entries of a source are ordered, do not overlap and
    leave only white space between them."""

    source: str
    start: int
    end: int
    use: Use
    claim: str | None = None
    reason: str | None = None
    also: tuple[str, ...] = ()  # further claims under which the stretch stands


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A source as the digest shows it. ``origin`` is its own id, or that of the source whose text it copies."""

    id: str
    path: str
    sha256: str
    origin: str
    metadata: Metadata
    notices: tuple[Notice, ...] = ()
    copied_share: float = 0.0  # of its text that also stands in its origin, 0 to 1
    replaced_by: str | None = None  # the source that is a newer save of the same page


@dataclass(frozen=True, slots=True)
class EditorBody:
    """The editor's own text as Markdown, and the citations that its footnotes make, by label."""

    markdown: str
    citations: tuple[tuple[str, Citation], ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """The days to which a story belongs, ``first`` to ``last``. ``text`` says them in words, ``basis`` what they rest
    on where they are not ``certain``."""

    first: date
    last: date
    text: str
    certain: bool
    basis: str = ""


class EditionKind(StrEnum):
    """Reuters' kinds: what an edition is to the one before."""

    FIRST = "first"
    UPDATED = "updated"  # news
    CORRECTED = "corrected"  # what was wrong is right; its note says what
    REFILED = "refiled"  # nothing that a reader has to be told of
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class EditionMark:
    """Which edition a digest is. ``previous`` is the SHA-256 of the one before as it was published, None for the
    first."""

    number: int
    kind: EditionKind
    signed: datetime  # in UTC
    note: str = ""
    by: str = ""
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A story that is being looked into: what is published stands, with this note. ``until`` is the number of the
    edition that ended it, None while it lasts."""

    since: datetime  # in UTC
    note: str
    by: str = ""
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """One finished entry. ``date`` is the last day of ``when``, by which lists are ordered."""

    slug: str
    title: str
    summary: str
    date: date
    tags: tuple[str, ...]
    sources: tuple[SourceReport, ...]
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    coverage: tuple[CoverageEntry, ...]
    summary_claims: tuple[str, ...] = ()  # ids of the claims whose wording the summary is made of
    when: When | None = None
    published: Day | None = None  # the day of publication, where the editor states it
    updated: Day | None = None  # that of the last change
    body: EditorBody | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    actors: tuple[str, ...] = ()  # people, states and bodies that it is about, canonical, the most named first
    withdrawn: tuple[tuple[str, int], ...] = ()  # ids that were published and are no more, with the last edition's
    aliases: tuple[str, ...] = ()
    editions: tuple[EditionMark, ...] = ()  # all, the newest last, which this is; none for a draft
    holds: tuple[Hold, ...] = ()
    category: str = ""
    status: Status = Status.PUBLISHED
    former: tuple[tuple[str, str], ...] = ()  # "tag", "actor" or "source" and its name, of earlier editions alone
    near_misses: tuple[Match, ...] = field(default=(), compare=False)
    notices: tuple[Notice, ...] = ()  # on the story as a whole

    @property
    def edition(self) -> EditionMark | None:
        """Which edition it is; None for a draft."""
        return self.editions[-1] if self.editions else None

    def claim(self, claim_id: str) -> Claim:
        """The claim of this id. Raises KeyError."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)
