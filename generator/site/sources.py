"""Sources and quotes as the pages show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.language.addresses import evidence
from generator.language.quotations import balanced
from generator.model import Citation, Claim, CoverageEntry, Digest, Found, SourceReport, Use
from generator.site import addresses
from generator.site.pictures import strip, used
from generator.site.views import Fact, NoticeView, QuoteView, SourceView
from generator.site.words import day, excerpt, iso_day, printable, share, tail

_FACTS = (
    ("Headline", "title"),
    ("Publisher", "publisher"),
    ("Byline", "author"),
    ("Date", "published"),
    ("Address", "url"),
)

_CONTEXT = 64  # code points on either side of a quote: a line beneath a claim, together 7 % of a page, compressed


def source_views(digest: Digest) -> dict[str, SourceView]:
    """The sources of a digest by identifier, in its order."""
    names = _names(digest.sources)
    entries: dict[str, list[CoverageEntry]] = {source.id: [] for source in digest.sources}
    claims: dict[str, list[Claim]] = {source.id: [] for source in digest.sources}
    for entry in digest.coverage:
        entries[entry.source].append(entry)
    for claim in digest.claims:
        for source in claim.sources:
            claims[source].append(claim)
    return {
        source.id: _source(digest.slug, source, names, tuple(entries[source.id]), tuple(claims[source.id]))
        for source in digest.sources
    }


def quote_view(source: SourceView, citation: Citation) -> QuoteView:
    """A citation in its context, the quotation marks of each of the three paired: each is read by itself."""
    return QuoteView(
        source,
        balanced(tail(printable(citation.before), _CONTEXT), opens_before=True),
        printable(citation.shown or citation.quote),
        balanced(excerpt(printable(citation.after), _CONTEXT, " …"), opens_before=True),
        addresses.text_fragment(source.url, printable(citation.quote)),
        f"{source.inside}#{addresses.passage(citation.start)}",
        printable(citation.wording),
    )


def _names(sources: tuple[SourceReport, ...]) -> dict[str, str]:
    """A name for each source: its publisher, else its identifier; where two publishers are one, both."""
    publishers = {source.id: _value(source.metadata.publisher) for source in sources}
    shared = Counter(publishers.values())
    return {
        source: printable(name if shared[name] == 1 else f"{name} ({source})") if name else printable(source)
        for source, name in publishers.items()
    }


def _source(
    slug: str,
    source: SourceReport,
    names: dict[str, str],
    entries: tuple[CoverageEntry, ...],
    own: tuple[Claim, ...],
) -> SourceView:
    published = _value(source.metadata.published)
    known = iso_day(published)
    return SourceView(
        id=source.id,
        anchor=f"source-{addresses.safe(source.id)}",
        name=names[source.id],
        title=printable(_value(source.metadata.title)),
        byline=printable(_value(source.metadata.author)),
        published=day(known) if known else printable(published),
        published_iso=known.isoformat() if known else "",
        language=_value(source.metadata.language),
        url=addresses.web(_value(source.metadata.url)),
        path=printable(source.path),
        sha256=source.sha256,
        href=addresses.source(slug, source.id),
        inside=addresses.source_inside(source.id),
        copies=_copies(source, names),
        claims=len(own),
        only_here=sum(1 for claim in own if len(claim.sources) == 1),
        used=share(used(entries)),
        facts=_facts(source),
        notices=tuple(
            NoticeView(printable(notice.message), printable(notice.quote or "")) for notice in source.notices
        ),
        strip=strip(entries, _places(own, entries)),
    )


def _places(claims: tuple[Claim, ...], entries: tuple[CoverageEntry, ...]) -> dict[int, str]:
    """Where a stretch of evidence leads: to the claim that it supports or repeats."""
    known = {claim.id for claim in claims}
    return {
        entry.start: f"#{addresses.safe(entry.claim)}"
        for entry in entries
        if entry.use in (Use.CLAIM, Use.REPEAT) and entry.claim in known
    }


def _copies(source: SourceReport, names: dict[str, str]) -> str:
    if source.origin == source.id:
        return ""
    return f"{share(source.copied_share)} of it also stands in {names[source.origin]}; the two count as one origin."


def _facts(source: SourceReport) -> tuple[Fact, ...]:
    found = ((label, getattr(source.metadata, name)) for label, name in _FACTS)
    return tuple(_fact(label, fact) for label, fact in found if fact is not None)


def _fact(label: str, found: Found) -> Fact:
    if label == "Address":
        found = replace(found, value=addresses.web(found.value) or found.value, quote=evidence(found.quote or ""))
    known = iso_day(found.value) if label == "Date" else None
    value = day(known) if known else printable(found.value)
    return Fact(label, value, printable(found.how), printable(found.quote or ""), printable(found.doubt or ""))


def _value(found: Found | None) -> str:
    return found.value if found is not None else ""
