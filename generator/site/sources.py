"""Sources and quotes as the pages show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.language.addresses import evidence
from generator.language.quotations import balanced
from generator.language.scripts import count_words
from generator.model import Citation, Claim, CoverageEntry, Digest, Found, SourceReport
from generator.site import addresses
from generator.site.drafted import drafted
from generator.site.pictures import strip, used
from generator.site.views import Fact, NoticeView, QuoteView, SourceView
from generator.site.words import (
    ENGLISH,
    Words,
    capital,
    excerpt,
    first_words,
    gettext_noop,
    iso_day,
    printable,
    tail,
)

_FACTS = (
    (gettext_noop("Headline"), "title"),
    (gettext_noop("Publisher"), "publisher"),
    (gettext_noop("Byline"), "author"),
    (gettext_noop("Date"), "published"),
    (gettext_noop("Address"), "url"),
)

UNSIGNED = gettext_noop("an unsigned page")
_HELD = 12  # words of a quote that is not printed whole, or half of it
_CONTEXT = 40  # code points on either side of a quote: half a line beneath a claim


def source_views(digest: Digest, say: Words = ENGLISH) -> dict[str, SourceView]:
    """The sources of a digest by identifier, in its order."""
    names = source_names(digest.sources, say)
    entries: dict[str, list[CoverageEntry]] = {source.id: [] for source in digest.sources}
    claims: dict[str, list[Claim]] = {source.id: [] for source in digest.sources}
    for entry in digest.coverage:
        entries[entry.source].append(entry)
    for claim in digest.claims:
        for source in claim.sources:
            claims[source].append(claim)
    return {
        source.id: _source(digest.slug, source, names, tuple(entries[source.id]), tuple(claims[source.id]), say)
        for source in digest.sources
    }


def outlets(publishers: tuple[str, ...], say: Words = ENGLISH) -> str:
    """Sources by their publishers in one line, those without one counted: "TOME, Gazette and 2 unsigned pages"."""
    named = tuple(name for name in publishers if name)
    unsigned = len(publishers) - len(named)
    if not unsigned:
        return say.listed(named)
    counted = say.ngettext("%(number)s unsigned page", "%(number)s unsigned pages", unsigned)
    return say.listed((*named, say.gettext(UNSIGNED) if unsigned == 1 else counted))


def quote_view(source: SourceView, citation: Citation, whole: bool = True, told: str = "") -> QuoteView:
    """A citation in its context, the quotation marks of each of the three paired: each is read by itself. ``whole``:
    otherwise its first words stand for it. ``told`` is how the claim that it words is printed."""
    quote = printable(citation.shown or citation.quote)
    return QuoteView(
        source,
        balanced(tail(printable(citation.before), _CONTEXT), opens_before=True) if whole else "",
        quote if whole else first_words(quote, min(_HELD, count_words(quote) // 2)),
        balanced(excerpt(printable(citation.after), _CONTEXT, " …"), opens_before=True) if whole else "",
        addresses.text_fragment(source.url, printable(citation.quote)) if whole else source.url,
        f"{source.inside}#{addresses.passage(citation.start)}",
        printable(citation.wording),
        whole,
        quote == told,
        language=citation.language or source.language,
    )


def source_names(sources: tuple[SourceReport, ...], say: Words = ENGLISH) -> dict[str, str]:
    """A name for each source: its publisher, else that it is unsigned; that it is an older save where a newer is there;
    numbered where two would be called alike."""
    called = {source.id: _called(source, say) for source in sources}
    shared = Counter(called.values())
    seen = Counter[str]()
    names = {}
    for source, name in called.items():
        seen[name] += 1
        names[source] = name if shared[name] == 1 else f"{name} ({seen[name]})"
    return names


def _called(source: SourceReport, say: Words) -> str:
    name = printable(_value(source.metadata.publisher)) or say.gettext(UNSIGNED)
    return say.gettext("%(source)s, as saved before", source=name) if source.replaced_by else name


def _source(
    slug: str,
    source: SourceReport,
    names: dict[str, str],
    entries: tuple[CoverageEntry, ...],
    own: tuple[Claim, ...],
    say: Words,
) -> SourceView:
    published = _value(source.metadata.published)
    known = iso_day(published)
    copies = _copies(source, names, say)
    doubts = len(source.notices) + bool(copies)
    return SourceView(
        id=source.id,
        anchor=f"source-{addresses.safe(source.id)}",
        name=names[source.id],
        heading=capital(names[source.id]),
        title=printable(_value(source.metadata.title)),
        byline=printable(_value(source.metadata.author)),
        named=source.metadata.publisher is not None,
        published=say.day(known) if known else printable(published),
        published_iso=known.isoformat() if known else "",
        language=_value(source.metadata.language),
        url=addresses.web(_value(source.metadata.url)),
        path=printable(source.path),
        sha256=source.sha256,
        href=addresses.source(slug, source.id),
        inside=addresses.source_inside(source.id),
        copies=copies,
        claims=len(own),
        only_here=sum(1 for claim in own if len(claim.sources) == 1),
        used=say.share(used(entries)),
        facts=_facts(source, say),
        notices=tuple(
            NoticeView(drafted(notice.message, say), printable(notice.quote or "")) for notice in source.notices
        ),
        doubts=say.ngettext("%(number)s doubt about this page", "%(number)s doubts about this page", doubts)
        if doubts
        else "",
        strip=strip(entries, say),
    )


def _copies(source: SourceReport, names: dict[str, str], say: Words) -> str:
    if source.origin == source.id:
        return ""
    return say.gettext(
        "%(share)s of it also stands in %(source)s; the two count as one origin.",
        share=say.share(source.copied_share),
        source=names[source.origin],
    )


def _facts(source: SourceReport, say: Words) -> tuple[Fact, ...]:
    found = ((label, name, getattr(source.metadata, name)) for label, name in _FACTS)
    return tuple(_fact(say.gettext(label), name, fact, say) for label, name, fact in found if fact is not None)


def _fact(label: str, name: str, found: Found, say: Words) -> Fact:
    if name == "url":
        found = replace(found, value=addresses.web(found.value) or found.value, quote=evidence(found.quote or ""))
    known = iso_day(found.value) if name == "published" else None
    value = say.day(known) if known else printable(found.value)
    return Fact(label, value, drafted(found.how, say), printable(found.quote or ""), drafted(found.doubt or "", say))


def _value(found: Found | None) -> str:
    return found.value if found is not None else ""
