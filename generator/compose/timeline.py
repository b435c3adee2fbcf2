"""Dated claims in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.language.calendar import MONTHS
from generator.language.dates import DateMention, Precision, find_dates
from generator.language.printable import printable
from generator.model import Citation, Claim, Found, Kind, Passage, TimelineEntry, Workings

# An assessment is dated by what it is about, a background by when it began: neither is an event of that day, unless the
# day is one of the story's own. A day that is still to come is one of a plan, whatever the kind.
DATED_KINDS = (Kind.EVENT, Kind.PLAN, Kind.STATEMENT, Kind.ALLEGATION, Kind.DENIAL)

NEAR_DAYS = timedelta(days=31)  # before an article: what papers tell as news lies days back; set by reading

# Words before a date that make it a beginning or an end of something longer, or a name: "since March", "the 2015 deal".
_BOUNDS = ("since", "until", "till", "by", "before", "after", "from", "the", "for", "of")


def timeline(claims: tuple[Claim, ...], workings: Workings) -> tuple[TimelineEntry, ...]:
    """An entry for each claim that one date of a cited passage dates, earliest first.

    A date that leaves something out ("on Thursday") is counted from its own source's date of publication and carries
    that date's doubt. A claim whose cited passages give different days gets an entry for each.
    """
    published = {
        document.source.id: known.published
        for document, known in zip(workings.documents, workings.metadata, strict=True)
    }
    passages = {passage.id: passage for passage in workings.passages}
    entries = [
        entry
        for claim in claims
        for citation in claim.supports
        for entry in _entries(claim, citation, passages.get(citation.passage or ""), published.get(citation.source))
    ]
    order = {claim.id: index for index, claim in enumerate(claims)}
    entries.sort(key=lambda entry: (entry.first, entry.last, order[entry.claim]))
    seen: set[tuple[date, date, str]] = set()
    kept = []
    for entry in entries:
        key = (entry.first, entry.last, entry.claim)
        if key not in seen:
            seen.add(key)
            kept.append(entry)
    return tuple(kept)


def _entries(
    claim: Claim, citation: Citation, passage: Passage | None, published: Found | None
) -> Iterator[TimelineEntry]:
    """``passage`` is the one that is cited: the gloss of one in another language tells its days."""
    foreign = passage if passage is not None and passage.gloss is not None else None
    written = passage.written if passage is not None else None
    anchor = written or (date.fromisoformat(published.value) if published else None)
    told = citation.quote if foreign is None else foreign.told
    mentions = [mention for mention in find_dates(told, anchor) if not _bounds(told, mention, anchor)]
    if len(mentions) != 1 or not (claim.kind in DATED_KINDS or _near(mentions[0], anchor)):
        return  # with two dates in one passage it is not certain which of them dates what it asserts
    (mention,) = mentions
    shown = told[mention.start : mention.end] if foreign is None else foreign.shown(mention.start, mention.end)
    yield TimelineEntry(
        first=mention.first,
        last=mention.last,
        label=label(mention),
        claim=claim.id,
        citation=citation,
        words=printable(shown),
        how=mention.how,
        doubt=None if mention.written or written or published is None else published.doubt,
    )


def _near(mention: DateMention, anchor: date | None) -> bool:
    """Whether a date names a day of the story, or what lies ahead: such a day dates whatever is said of it."""
    if _ahead(mention, anchor):
        return True
    return anchor is not None and mention.precision is Precision.DAY and mention.last >= anchor - NEAR_DAYS


def _ahead(mention: DateMention, anchor: date | None) -> bool:
    return anchor is not None and mention.first > anchor


def _bounds(text: str, mention: DateMention, anchor: date | None) -> bool:
    """Whether the word that leads to a date makes it a bound: "since 1931", but not "for 4 March" of a day ahead."""
    inside = text[mention.start : mention.end].split()[0].lower()
    before = text[: mention.start].split()
    word = inside if inside in _BOUNDS else before[-1].lower() if before else ""
    return word in _BOUNDS and not (word == "for" and _ahead(mention, anchor))


def label(mention: DateMention) -> str:
    """The days as a reader writes them: "2 November 2023", "18 to 20 March 2025", "October 2023", "2023"."""
    first, last = mention.first, mention.last
    if mention.precision is Precision.YEAR:
        return str(first.year)
    if mention.precision is Precision.MONTH:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def day_in_words(day: date) -> str:
    """A day as a reader writes it: "2 November 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
