"""What a capture tells of itself: headline, publisher, byline, date, language and address, each with the words that
show it and the doubt that stays; and the notices that an attentive editor would write.

What markup declares comes before what the text shows, and what the editor states in story.md before both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice, pairwise
from statistics import median_low

from generator.language.dates import MAX_YEAR, MIN_YEAR, DateMention, Precision, find_dates
from generator.language.runon import LONGEST_SENTENCE
from generator.language.tokens import words
from generator.model import Block, BlockKind, Document, Found, Metadata, Notice

# A page's own dates further than this from those of the other sources do not fit: the same story is hardly told again
# after two months, and a year's end alone brings a copyright year one month off.
FAR_APART = timedelta(days=60)

_BODY_WORDS = 15  # a paragraph of fewer words may be a teaser or a byline, not the beginning of an article
_FURNITURE_COST = 5  # words: ten lines of furniture outweigh a paragraph of fifty, an advertisement in between does not
_HEADLINE_WORDS = range(4, 31)
_NAME_WORDS = 6  # of a publisher; longer is a sentence or a slogan
_QUOTE = 160  # code points of a line that a notice or a fact quotes at most


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the readable text. ``side`` is -1 before the article's first paragraph, 0 in it, 1 after its last."""

    text: str
    start: int
    kind: BlockKind
    side: int

    @property
    def quote(self) -> str:
        return self.text[:_QUOTE].rstrip()


class _Page:
    """A cleaned document as lines, with where its article begins and ends."""

    def __init__(self, document: Document) -> None:
        self.document = document
        blocks = document.blocks
        first, last = _article(document)
        self.lines = tuple(
            _Line(document.text[b.start : b.end], b.start, b.kind, -1 if index < first else int(index > last))
            for index, b in enumerate(blocks)
        )

    @cached_property
    def top(self) -> tuple[_Line, ...]:
        return tuple(line for line in self.lines if line.side < 0)

    @cached_property
    def body(self) -> tuple[_Line, ...]:
        return tuple(line for line in self.lines if line.side == 0)

    @cached_property
    def tail(self) -> tuple[_Line, ...]:
        return tuple(line for line in self.lines if line.side > 0)

    @cached_property
    def article_words(self) -> Counter[str]:
        return Counter(word for line in self.body for word in _longer_words(line.text))

    def declared(self, name: str) -> Found | None:
        """The first fact of this name that markup declares, quoted from the capture."""
        for fact in self.document.declared:
            if fact.name == name and fact.value.strip():
                quote = self.document.source.capture.text[fact.start : fact.end]
                return Found(" ".join(fact.value.split()), fact.how, quote[:_QUOTE])
        return None


def _longer_words(text: str) -> list[str]:
    """Words of four letters and more, among which hardly any is a function word."""
    return [word for word in words(text) if len(word) > 3]


def _article(document: Document) -> tuple[int, int]:
    """Indices of the blocks in which the article begins and ends: the stretch with the most words of long paragraphs
    for the least furniture between them (a heaviest run, in one pass). Without any both are past the end."""
    best, running, begin = 0, 0, 0
    first = last = len(document.blocks)
    for index, block in enumerate(document.blocks):
        if running <= 0:
            running, begin = 0, index
        running += _weight(document, block)
        if running > best:
            best, first, last = running, begin, index
    return first, last


def _weight(document: Document, block: Block) -> int:
    if block.kind is BlockKind.FURNITURE:
        return -_FURNITURE_COST
    spaces = document.text.count(" ", block.start, block.end)
    return spaces if block.kind is BlockKind.PARAGRAPH and spaces >= _BODY_WORDS - 1 else 0


def find_metadata(document: Document) -> Metadata:
    """What is known of a source from its cleaned document (furniture labelled). Every value but an editor's carries
    the verbatim words that show it."""
    page = _Page(document)
    source = document.source
    title = _first(page, _declared_title, _title_line, _headline)
    found = Metadata(
        title=title,
        publisher=_stated(source.publisher)
        or _first(page, _declared_publisher, _title_suffix, _copyright_owner, _domain),
        author=_stated(source.author) or _first(page, _declared_author, _byline),
        published=_stated(None if source.published is None else source.published.isoformat())
        or _first(page, *_DATE_RULES),
        url=_stated(source.url) or _first(page, _declared_url, _address_line),
        language=_first(page, _declared_language, _common_words),
    )
    return replace(found, notices=source.capture.notices + tuple(_notices(page, found)))


def _stated(value: str | None) -> Found | None:
    return Found(value, "stated in story.md") if value else None


_Rule = Callable[[_Page], "Found | None"]


def _first(page: _Page, *rules: _Rule) -> Found | None:
    for rule in rules:
        found = rule(page)
        if found is not None:
            return found
    return None


# Headline -------------------------------------------------------------------------------------------------------------

_SUFFIX = re.compile(r"\s(?:\||-|–|—|::|»|•|·)\s(?=[^|–—»•·]*$)")
_BREADCRUMB = re.compile(r"\s(?:>|»|›|/|→)\s")
_LABEL = re.compile(r"^(?:Reading|Title|Headline|Now Reading|You are reading):\s+", re.IGNORECASE)


def _declared_title(page: _Page) -> Found | None:
    found = page.declared("title")
    if found is None:
        return None
    publisher = page.declared("publisher")
    headline, suffix = _without_suffix(found.value)
    known = suffix is not None and (publisher is None or _letters(suffix) in _letters(publisher.value))
    return replace(found, value=headline if known and found.how == "title" else found.value)


def _without_suffix(line: str) -> tuple[str, str | None]:
    """A title line as headline and site name: "Talks resume | The Post"."""
    parts = _SUFFIX.split(line)
    if len(parts) < 2 or len(parts[-1].split()) > _NAME_WORDS or len(parts[0].split()) < _HEADLINE_WORDS.start - 1:
        return line, None
    if not parts[-1][:1].isalnum() or parts[-1][-1] in ".,;:?!" or parts[-1][0].islower():
        return line, None
    return line[: line.rindex(parts[-1])].rstrip(" |-–—:»•·"), parts[-1].strip()


def _titles_with_suffix(page: _Page) -> Iterator[tuple[_Line, str, str]]:
    for line in page.top:
        if len(line.text) > 300 or _BREADCRUMB.search(line.text):
            continue
        headline, suffix = _without_suffix(line.text)
        if suffix is not None and _may_be_headline(line, headline) and _shares_words(page, headline):
            yield line, headline, suffix


def _title_line(page: _Page) -> Found | None:
    for line, headline, _ in _titles_with_suffix(page):
        return Found(headline, "title line with the site's name", line.quote)
    return None


# What makes a line above the article its headline, fitted by hand on 318 pages whose markup declares it: right on 242
# with these weights, on 223 by words and repetition alone.
_WORDS_SHARED = 2.0  # times the share of its longer words that the article uses
_REPEATED = 0.3  # for each further line that ends with it, up to two: page title, breadcrumb and headline are alike
_ABOVE_BYLINE = 1.0  # a byline or date stands within the next lines
_MARKED = 0.5  # labelled a heading
_USUAL_LENGTH, _USUAL_WORDS = 0.6, range(6, 17)
_PER_LINE = 0.02  # taken off for each line between it and the article
_BYLINE_REACH = 5
_HEADLINE_REACH = 400  # lines above the article that are looked at: more than any menu, and a bound on the time


def _headline(page: _Page) -> Found | None:
    """The line before the article that is most like its headline."""
    plain = [_LABEL.sub("", line.text) for line in page.top]
    near = range(max(0, len(plain) - _HEADLINE_REACH), len(plain))
    lines = [index for index in near if _may_be_headline(page.top[index], plain[index])]
    lines = [index for index in lines if _shares_words(page, plain[index])]
    if not lines:
        return None
    best = max(lines, key=lambda index: _headline_score(page, plain, index))
    return Found(plain[best], "the line above the article that shares its words", page.top[best].quote)


def _headline_score(page: _Page, plain: list[str], index: int) -> float:
    text = plain[index]
    repeats = min(sum(other.endswith(text) for other in plain[-_HEADLINE_REACH:]) - 1, 2)
    below = page.lines[index + 1 : index + 1 + _BYLINE_REACH]
    return (
        _WORDS_SHARED * _share_of_words(page, text)
        + _REPEATED * repeats
        + _ABOVE_BYLINE * any(_byline_name(line.text) or _whole_days(line) for line in below)
        + _MARKED * (page.top[index].kind is BlockKind.HEADING)
        + _USUAL_LENGTH * (len(text.split()) in _USUAL_WORDS)
        - _PER_LINE * min(len(page.top) - index, 40)
    )


def _may_be_headline(line: _Line, text: str) -> bool:
    count = len(text.split())
    if count not in _HEADLINE_WORDS or _BREADCRUMB.search(text) or text[-1] in ".,;:" or _BY.match(text):
        return False
    if _TEMPLATE.search(text) or _COPYRIGHT.search(text) or text.startswith(("•", "*", "-")) or "|" in text:
        return False
    return not _whole_days(line) and not _CLOCK.search(text)


def _share_of_words(page: _Page, text: str) -> float:
    """Share of a line's longer words that the article uses, 0 to 1."""
    longer = _longer_words(text)
    return sum(word in page.article_words for word in longer) / len(longer) if longer else 0.0


def _shares_words(page: _Page, text: str) -> bool:
    return _share_of_words(page, text) >= 0.4


# Publisher ------------------------------------------------------------------------------------------------------------

_COPYRIGHT = re.compile(
    r"(?:©|\(c\))(?=.{0,60}(?:19|20)\d\d)|(?:19|20)\d\d.{0,20}©|©.{0,60}rights reserved|\bcopyright\b", re.IGNORECASE
)
_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s@©(cC),]{0,6}(?:(?:19|20)\d\d\s?[-–—]\s?)?((?:19|20)\d\d)(?!\d)"
)
_NOT_A_NAME = re.compile(
    r"\ball rights?(?: are)? reserved\b|\bcopyright\b|\b(?:19|20)\d\d\b|©|\([cC]\)|@|\bpowered by\b.*|\bdesigned by\b.*"
    r"|\bterms of\b.*|\bprivacy\b.*|\bpart of\b.*|\bby\b|\bthis material\b.*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s.,;:–—-]+|[\s.,;:–—-]+$")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]{2,40})((?:\.[a-z]{2,6}){1,2})/?", re.IGNORECASE)


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _declared_publisher(page: _Page) -> Found | None:
    return page.declared("publisher")


def _title_suffix(page: _Page) -> Found | None:
    for line, _, suffix in _titles_with_suffix(page):
        return Found(suffix, "end of the title line", line.quote)
    title = page.declared("title")
    if title is None or title.how != "title":
        return None
    name = _without_suffix(title.value)[1]
    return None if name is None else Found(name, "end of the title", title.quote)


def _copyright_owner(page: _Page) -> Found | None:
    for line in reversed((*page.top, *page.tail)):
        if len(line.text) > 200 or not _COPYRIGHT.search(line.text):
            continue
        for part in line.text.split("|"):
            name = _EDGES.sub("", " ".join(_NOT_A_NAME.sub(" ", part).split()))
            if name and len(name.split()) <= _NAME_WORDS and name[0].isupper():
                return Found(name, "copyright line", line.quote, "the owner of the copyright may own the publisher")
    return None


def _domain(page: _Page) -> Found | None:
    """The site's domain standing alone in a line, spelled as the page itself spells the name where it does."""
    for line in (*page.top, *page.tail):
        match = _DOMAIN.fullmatch(line.text) if len(line.text) < 60 else None
        if match is None or match.group(2).lower() in (".txt", ".html", ".jpg", ".png", ".pdf"):
            continue
        stem = _letters(match.group(1))
        for other in (*page.top, *page.tail):
            if " " not in other.text and _letters(other.text) == stem:
                return Found(other.text, f"name that fits the domain {line.text}", other.quote)
        return Found(line.text, "domain in a line of its own", line.quote)
    return None


# Byline ---------------------------------------------------------------------------------------------------------------

_BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words|article|analysis|opinion)\s+by|by|authors?:)"
    r"[\s:]+(?=\S)",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s?@|\s(?:[|•·–—/]|-)\s|[|•·]|,\s|\s\(|\s(?:on|in|for|at)\s|\s?(?:updated|published|posted)\b", re.IGNORECASE
)
_PARTICLES = frozenset("de del della der den van von da di du la le el al bin ibn abu ter and y e of & dos das".split())
_NO_NAMES = frozenset(
    "the a an this that these your our my their his her its it signing clicking using continuing subscribing submitting"
    " numbers number staff admin editor editors reading using now here social links use law nature default design"
    " contrast popular category date topic author all any more most how what when where why who".split()
)
_NAME_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?")


def _declared_author(page: _Page) -> Found | None:
    found = page.declared("author")
    if found is None or found.value.lower().startswith(("http://", "https://")):
        return None
    return replace(found, value=_byline_name(found.value) or found.value)


def _byline(page: _Page) -> Found | None:
    """A line "by NAME" above the article, or among its first blocks."""
    opening = page.top + page.body[:_OPENING_LINES]
    for line in (*page.top[::-1], *page.body[:_OPENING_LINES]):
        name = _byline_name(line.text)
        if name is not None:
            return Found(name, "byline", line.quote)
    for lead, line in pairwise(opening):
        if lead.text.lower().rstrip(":") in ("by", "author", "written by"):
            name = _byline_name(f"by {line.text}")
            if name is not None:
                return Found(name, f"line below “{lead.text}”", line.quote)
    return None


def _byline_name(line: str) -> str | None:
    """The name in a line such as "By Ann Lee and Bo Ek, Staff Writers | Nov 3"; None where it is no byline."""
    if len(line) > 200:
        return None
    dated = find_dates(line)
    if dated and not line[: dated[0].start].strip(" |-–—•·"):
        line = _CLOCK_AND_ZONE.sub("", line[dated[0].end :]).strip(" ,|-–—•·/")  # "Nov 3, 2023 4:05 pm EST by Ann Lee"
        dated = ()
    lead = _BY.match(line)
    if lead is None:
        return None
    rest = (line[: dated[0].start] if dated else line)[lead.end() :].strip()
    name: str = _EDGES.sub("", _NAME_END.split(rest, maxsplit=1)[0])
    tokens = name.split()
    return name if 2 <= len(tokens) <= 9 and _is_name(tokens) else None


def _is_name(tokens: list[str]) -> bool:
    if any(token.lower().strip(".,") in _NO_NAMES for token in tokens):
        return False
    return all(
        token.lower() in _PARTICLES or (token[0].isupper() and _NAME_TOKEN.fullmatch(token) is not None)
        for token in tokens
    )


# Date of publication --------------------------------------------------------------------------------------------------

_PUBLISHED = re.compile(r"\b(?:published|posted|first published|publication date|released|date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_COMMENTS = re.compile(
    r"^(?:\d+\s+(?:comments?|replies|responses)|comments?(?:\s*\(\d+\))?|reply|leave a (?:comment|reply))\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?[-–—]+|\s?\([^()]{1,40}\)|/")
_CLOCK_AND_ZONE = re.compile(rf"(?:{_CLOCK.pattern})(?:\s?[A-Z]{{2,4}}\b)?", re.IGNORECASE)
_CAPTION = re.compile(r"\b(?:photo|picture|image|source|file|getty|caption|credit)\b", re.IGNORECASE)
_OPENING_LINES = 8  # lines from an article's first paragraph on in which its byline and date may still stand
_DATE_LINE_WORDS = 5  # words besides date, clock and label that a line with the date of publication has at most
_COMMENT_REACH = 6  # lines within which a comment's "Reply" or "3 comments" stands


def _declared_date(page: _Page) -> Found | None:
    for name, doubt in (("published", None), ("modified", "the day of a change: published on this day or before")):
        found = page.declared(name)
        day = None if found is None else _day(found.value)
        if found is not None and day is not None:
            return replace(found, value=day.isoformat(), doubt=doubt)
    return None


def _day(value: str) -> date | None:
    """The first whole date in a text, ISO or otherwise."""
    whole = [mention for mention in find_dates(value) if mention.precision is Precision.DAY]
    return whole[0].first if whole else None


def _whole_days(line: _Line) -> list[DateMention]:
    if len(line.text) > 400:
        return []
    return [mention for mention in find_dates(line.text) if mention.precision is Precision.DAY]


def _date_by_headline(page: _Page) -> Found | None:
    """A line above the article, or at its beginning, that says little but a date; labelled lines first."""
    candidates = []
    opening = len(page.top) + _OPENING_LINES
    for index, line in enumerate((*page.top, *page.body)):
        days = _whole_days(line)
        if not days:
            continue
        before = line.text[max(0, days[0].start - 30) : days[0].start]
        labelled = _PUBLISHED.search(before) is not None
        signed = _CAPTION.search(line.text) is not None or line.text.startswith(("—", "–"))
        if not labelled and (signed or index >= opening):
            continue
        rest = _CLOCK_AND_ZONE.sub(" ", line.text[: days[0].start] + line.text[days[0].end :])
        words_left = len(re.findall(r"[^\W\d_]{2,}", rest))
        if words_left <= _DATE_LINE_WORDS + 9 * (labelled or _byline_name(line.text) is not None):
            updated = _UPDATED.search(line.text) is not None and not labelled
            candidates.append((updated, not labelled, -index, line, days[0], index))
    if not candidates:
        return None
    updated, unlabelled, _, line, day, index = min(candidates, key=lambda candidate: candidate[:3])
    how = "date line above the article"
    doubt = None
    if updated:
        doubt = "the day of an update: published on this day or before"
    elif unlabelled and _is_page_header(page, index):
        how, doubt = "date at the top of the page", "a date at the top of a page may be the day of capture"
    return Found(day.first.isoformat(), how, line.quote, doubt)


def _is_page_header(page: _Page, index: int) -> bool:
    """Whether the line stands before every line that may be a headline: it then belongs to the page."""
    return not any(
        (_may_be_headline(line, line.text) and _shares_words(page, line.text)) or _SUFFIX.search(line.text)
        for line in page.top[:index]
    )


def _dateline(page: _Page) -> Found | None:
    """A date in the opening of the first paragraph, before a dash or an agency: "OSLO, March 3, 2021 (AP) -"."""
    for line in page.body[:2]:
        for day in find_dates(line.text[:120]):
            if day.precision is Precision.DAY and day.start < 60 and _DATELINE.match(line.text, day.end):
                return Found(day.first.isoformat(), "dateline of the first paragraph", line.text[: day.end])
    return None


def _comment_days(page: _Page) -> list[tuple[date, _Line]]:
    """Days of readers' comments below the article: a date with a time of day, close to "Reply" or "3 comments"."""
    found = []
    tail = page.tail
    for index, line in enumerate(tail):
        days = _whole_days(line)
        if not days or not _CLOCK.search(line.text, days[0].end):
            continue
        around = tail[max(0, index - _COMMENT_REACH) : index + _COMMENT_REACH + 1]
        if any(_COMMENTS.match(other.text) for other in around):
            found.append((days[0].first, line))
    return found


def _comment_date(page: _Page) -> Found | None:
    days = _comment_days(page)
    if not days:
        return None
    day, line = min(days, key=lambda comment: (comment[0], comment[1].start))
    doubt = "the day of the earliest comment by a reader: published on this day or before"
    return Found(day.isoformat(), "date of a reader's comment", line.quote, doubt)


_DATE_RULES: tuple[_Rule, ...] = (_declared_date, _date_by_headline, _dateline, _comment_date)


# Address and language -------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(
    r"(?:(?:url|source|link|original|retrieved from|via)\s*:\s*)?(https?://[^\s<>\"]{4,300})", re.IGNORECASE
)
_ENGLISH = frozenset("the of and to in a that is for on with as was by at from has it be are an this which".split())
_ENGLISH_SHARE = 0.2  # of the words of an article; English news has .35 to .45, other languages under .08 ("in", "a")


def _declared_url(page: _Page) -> Found | None:
    found = page.declared("url")
    return found if found is not None and found.value.startswith(("http://", "https://")) else None


def _address_line(page: _Page) -> Found | None:
    for line in page.top:
        match = _ADDRESS.fullmatch(line.text) if len(line.text) < 400 else None
        if match is not None and match.group(1).count("/") > 2:
            return Found(match.group(1), "address in a line above the article", line.quote)
    return None


def _declared_language(page: _Page) -> Found | None:
    found = page.declared("language")
    if found is None or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", found.value):
        return None
    return replace(found, value=found.value.replace("_", "-"))


def _common_words(page: _Page) -> Found | None:
    for line in page.body:
        tokens = words(line.text)
        if len(tokens) >= _BODY_WORDS:
            share = sum(token in _ENGLISH for token in tokens) / len(tokens)
            return Found("en", "common English words", line.quote) if share >= _ENGLISH_SHARE else None
    return None


# Notices --------------------------------------------------------------------------------------------------------------

_TEMPLATE = re.compile(
    r"^(?:Heading|Subheading|Paragraph|Section)\s\d{1,2}\s?:"
    r"|\(insert\s[^()]{2,40}\)"
    r"|\[(?:insert|add|your)\s[^\[\]]{2,40}\]"
    r"|\blorem ipsum\b|\{\{[^{}]{1,60}\}\}|\{%[^{}]{1,60}%\}|<%[^<>]{1,60}%>",
    re.IGNORECASE,
)
_REPETITION = re.compile(
    r"\bFAQs?\b|\bfrequently asked questions\b|\bkey (?:points|takeaways)\b|\btl;dr\b|\bat a glance\b", re.IGNORECASE
)
_OWN_NAME = re.compile(r"\b([A-Z]{2,6})\s?[-–—:(]\s?((?:[A-Z][\w’']+\s?){2,5})")
_BARE_YEAR = re.compile(r"(?<![\w.,$€£#/-])(20\d\d)(?![\w%/]|[.,]\d)")


def _notices(page: _Page, found: Metadata) -> Iterator[Notice]:
    yield from _absences(found)
    yield from _doubts(found)
    yield from _copyright_notice(page, found)
    yield from _other_dates(page, found)
    yield from _template_notice(page)
    yield from _names_notice(page)
    yield from _repetition_notice(page)
    yield from _run_on_notice(page)


def _absences(found: Metadata) -> Iterator[Notice]:
    for code, value, message in (
        ("no-headline", found.title, "The capture has no headline."),
        ("no-publisher", found.publisher, "The capture does not say who published it."),
        ("no-byline", found.author, "The capture has no byline."),
        ("no-date", found.published, "The capture does not say when it was published."),
    ):
        if value is None:
            yield Notice(code, message)


def _doubts(found: Metadata) -> Iterator[Notice]:
    if found.published is not None and found.published.doubt is not None:
        message = f"The date {found.published.value} is uncertain: {found.published.doubt}."
        yield Notice("uncertain-date", message, found.published.quote)


def _copyright_notice(page: _Page, found: Metadata) -> Iterator[Notice]:
    """A copyright year, unless it is the year of the date that was found."""
    for line in (*page.tail, *page.top):
        match = _COPYRIGHT_YEAR.search(line.text)
        if match is not None and (found.published is None or found.published.value[:4] != match.group(1)):
            message = f"The copyright year {match.group(1)} is not taken for the date of publication."
            yield Notice("copyright-year", message, line.quote)
            return


def _other_dates(page: _Page, found: Metadata) -> Iterator[Notice]:
    """Dates around the article other than its own, the latest first; a comment older than the article at once."""
    known = None if found.published is None else date.fromisoformat(found.published.value)
    comments = _comment_days(page)
    if known is not None and comments:
        day, line = min(comments, key=lambda comment: (comment[0], comment[1].start))
        if day < known:
            message = f"A reader's comment of {day} is older than the date found for the article, {known}."
            yield Notice("dates-do-not-fit", message, line.quote)
    around = [(day.last, line, day) for line in (*page.top, *page.tail) for day in _whole_days(line)]
    later = [entry for entry in around if known is None or abs(entry[0] - known) > FAR_APART]
    comment_lines = {line.start for _, line in comments}
    later = [entry for entry in later if entry[1].start not in comment_lines]
    if later:
        _, line, other = max(later, key=lambda entry: (entry[0], -entry[1].start))
        quote = line.text[_word_start(line.text, other.start) : other.end]
        yield Notice("other-date", f"The page bears another date around its article: {other.last}.", quote)


def _word_start(text: str, at: int) -> int:
    """The beginning of a word some way before ``at``, for a quote that shows in what the words there stand."""
    begin = max(0, at - 60)
    return begin if begin == 0 else min(text.find(" ", begin) + 1, at)


def _template_notice(page: _Page) -> Iterator[Notice]:
    quotes = [line.quote for line in page.lines if _TEMPLATE.search(line.text[:2000])]
    if quotes:
        times = "once" if len(quotes) == 1 else f"{len(quotes)} times"
        yield Notice("template-text", f"Text of an unfinished template was left in the page ({times}).", quotes[0])


_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s")


def _run_on_notice(page: _Page) -> Iterator[Notice]:
    """Text of the article too long to be one sentence."""
    long = (line for line in page.lines if line.kind is not BlockKind.FURNITURE and len(line.text) > LONGEST_SENTENCE)
    run_on = [part for line in long for part in _SENTENCE_END.split(line.text) if len(part) > LONGEST_SENTENCE]
    if run_on:
        count = len(run_on[0].split())
        message = f"A stretch of {count} words without the end of a sentence is left out: too long to quote."
        yield Notice("run-on", message, run_on[0][:_QUOTE].rstrip())


def _names_notice(page: _Page) -> Iterator[Notice]:
    """An abbreviation spelled in two ways before one and the same full name."""
    spelled: dict[str, dict[str, str]] = {}
    for line in (*page.top, *page.tail):
        for match in _OWN_NAME.finditer(line.text[:1000]):
            spelled.setdefault(_letters(match.group(2)), {}).setdefault(match.group(1), match.group().strip())
    for forms in spelled.values():
        if len(forms) > 1:
            quotes = list(forms.values())
            message = (
                f"The page spells its own name in {len(forms)} ways: {' and '.join(f'“{form}”' for form in quotes)}."
            )
            yield Notice("two-names", message, quotes[0])


def _is_repetition_head(line: _Line) -> bool:
    return len(line.text) <= 120 and _REPETITION.search(line.text) is not None


def _repetition_notice(page: _Page) -> Iterator[Notice]:
    """A part headed as questions or key points most of whose paragraphs say what one above them says."""
    heads = (i for i, line in enumerate(page.lines) if line.side == 0 and _is_repetition_head(line))
    for index in islice(heads, 3):
        above = [set(_longer_words(line.text)) for line in page.lines[:index] if line.side == 0]
        below = [set(_longer_words(line.text)) for line in page.lines[index + 1 :] if line.side == 0]
        below = [line for line in below if len(line) >= _LONG_ANSWER][:_REPEATED_REACH]
        repeats = sum(any(len(line & other) >= _REPEATED_WORDS * len(line) for other in above) for line in below)
        if below and repeats >= _REPEATED_SHARE * len(below):
            share = f"{repeats} of {len(below)} paragraphs"
            message = f"A part of the page repeats its own article ({share}); it is no second source."
            yield Notice("repeats-itself", message, page.lines[index].quote)
            return


# A paragraph repeats another that has this share of its longer words; questions are too short to tell. On one page in
# four of the set wcxb_dev these flag one FAQ, which does repeat; shares of words in the whole article flagged sixteen.
_REPEATED_WORDS, _LONG_ANSWER = 0.5, 8
_REPEATED_SHARE = 0.5  # of the paragraphs below such a head
_REPEATED_REACH = 40  # paragraphs below it that are looked at


# Across sources -------------------------------------------------------------------------------------------------------


def cross_check(metadata: tuple[Metadata, ...]) -> tuple[Metadata, ...]:
    """The same, with a notice for each source whose dates do not fit those of the others: what its own page bears
    (date found, other dates, copyright year) against the middle of the others' dates."""
    return tuple(
        replace(known, notices=known.notices + tuple(_misfits(known, metadata[:i] + metadata[i + 1 :])))
        for i, known in enumerate(metadata)
    )


def _misfits(known: Metadata, others: Iterable[Metadata]) -> Iterator[Notice]:
    days = sorted(date.fromisoformat(other.published.value) for other in others if other.published is not None)
    if not days:
        return
    span = str(days[0].year) if days[0].year == days[-1].year else f"{days[0].year} to {days[-1].year}"
    middle = median_low(days)
    signs = [sign for sign in _signs(known) if sign[1] - middle > FAR_APART or middle - sign[2] > FAR_APART]
    if signs:
        bears = " and ".join(what for what, *_ in signs)
        later = "; it may have been changed or captured later" if any(first > middle for _, first, *_ in signs) else ""
        yield Notice(
            "dates-do-not-fit", f"The other sources are of {span}, this page bears {bears}{later}.", signs[0][3]
        )


def _signs(known: Metadata) -> Iterator[tuple[str, date, date, str | None]]:
    """What a page says of its own time: a description, the days that it allows, the words."""
    if known.published is not None:
        day = date.fromisoformat(known.published.value)
        yield f"the date {day}", day, day, known.published.quote
    for notice in known.notices:
        if notice.code == "other-date" and notice.quote is not None:
            for mention in find_dates(notice.quote)[:1]:
                yield f"the date {mention.last}", mention.first, mention.last, notice.quote
        if notice.code == "copyright-year" and notice.quote is not None:
            match = _COPYRIGHT_YEAR.search(notice.quote)
            if match is not None and MIN_YEAR <= int(match.group(1)) <= MAX_YEAR:
                year = int(match.group(1))
                yield f"the copyright year {year}", date(year, 1, 1), date(year, 12, 31), notice.quote
