"""A digest as its page shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.edits import MARKS, QUOTE, SPEAKER, WHO
from generator.language.quotations import balanced
from generator.model import (
    FOLDED,
    Citation,
    Claim,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    Kind,
    Position,
    Section,
    TimelineEntry,
    Use,
)
from generator.site import addresses, words
from generator.site.pictures import matrix
from generator.site.sources import quote_view, source_views
from generator.site.views import (
    AgainstView,
    CitedPassage,
    ClaimView,
    DatedView,
    DateView,
    DisagreementView,
    PositionView,
    QuoteView,
    SectionView,
    SourcePage,
    SourceView,
    StoryView,
    Tag,
)
from generator.site.words import KIND_LABELS, count, listed, printable

_NAMES_SHOWN = 3  # more names than that would outweigh the claim that they mark
_FEWEST_IN_BRIEF = 3
_DATED_LENGTH = 160  # code points of a claim in the timeline: two lines; the claim itself stands below


@dataclass(frozen=True, slots=True)
class _Context:
    digest: Digest
    sources: Mapping[str, SourceView]
    origins: int
    numbers: Mapping[str, int]
    placed: frozenset[str]


def story_view(digest: Digest, body: str = "") -> StoryView:
    """The page of a digest. ``body`` is the HTML of the editor's own text, "" where there is none."""
    order = _page_order(digest)
    sources = source_views(digest)
    origins = len({source.origin for source in digest.sources})
    numbers = {claim_id: number for number, claim_id in enumerate(order, start=1)}
    placed = frozenset(claim_id for section in digest.sections for claim_id in section.claims)
    context = _Context(digest, sources, origins, numbers, placed)
    claims = {claim_id: _claim(context, digest.claim(claim_id)) for claim_id in order}
    sections = tuple(_section(section, claims) for section in digest.sections if section.claims)
    return StoryView(
        slug=digest.slug,
        title=printable(digest.title),
        summary=printable(digest.summary),
        href=addresses.story(digest.slug),
        digest_href=addresses.digest(digest.slug),
        card_href=f"{addresses.story(digest.slug)}card.png",
        day=digest.date,
        date=digest.when.text if digest.when else words.day(digest.date),
        iso=digest.date.isoformat(),
        facts=_facts(context),
        counts=_counts(digest),
        tags=_tags(digest.tags, addresses.tag),
        actors=_tags(digest.actors, addresses.actor),
        body=body,
        summary_claims=tuple(claims[claim_id] for claim_id in digest.summary_claims if claim_id in claims),
        brief=_brief(digest, claims),
        sections=sections,
        claims=tuple(claims.values()),
        disagreements=tuple(_disagreement(context, disagreement) for disagreement in digest.disagreements),
        timeline=_timeline(context),
        sources=tuple(sources.values()),
        matrix=matrix(tuple(sources.values()), tuple(section for section in sections if not section.folded)),
        how=_how(context),
    )


def _tags(names: tuple[str, ...], address: Callable[[str], str]) -> tuple[Tag, ...]:
    slugs = {words.slug(name): printable(name) for name in names}
    return tuple(Tag(name, slug, address(slug)) for slug, name in slugs.items())


def source_pages(story: StoryView) -> tuple[SourcePage, ...]:
    """A page for each source: its cited passages in their order, each with the claims that rest on it."""
    return tuple(SourcePage(story, source, _passages(story, source)) for source in story.sources)


def _passages(story: StoryView, source: SourceView) -> tuple[CitedPassage, ...]:
    quotes: dict[str, QuoteView] = {}
    carried: dict[str, list[ClaimView]] = {}
    beside: dict[str, list[ClaimView]] = {}
    repeated: dict[str, list[ClaimView]] = {}
    for claim in story.claims:
        for quote in _of(source, claim.quotes):
            quotes[quote.page] = quote
            carried.setdefault(quote.page, []).append(claim)
        for quote in _of(source, (*(one.quote for one in claim.against), *claim.further)):
            quotes[quote.page] = quote
            beside.setdefault(quote.page, []).append(claim)
        for quote in _of(source, claim.repeats):
            quotes[quote.page] = quote
            repeated.setdefault(quote.page, []).append(claim)
    for disagreement in story.disagreements:
        for position in disagreement.positions:
            quotes.update((quote.page, quote) for quote in _of(source, position.quotes))
    pages = sorted(quotes, key=lambda page: int(page.rpartition("#p")[2]))
    return tuple(
        CitedPassage(
            page.rpartition("#")[2],
            quotes[page],
            _cite(quotes[page]),
            tuple(carried.get(page, ())),
            tuple(repeated.get(page, ())),
            tuple(beside.get(page, ())),
        )
        for page in pages
    )


def _of(source: SourceView, quotes: tuple[QuoteView, ...]) -> tuple[QuoteView, ...]:
    return tuple(quote for quote in quotes if quote.source.id == source.id)


def _page_order(digest: Digest) -> tuple[str, ...]:
    """Identifiers of the claims as the page shows them: the sections', and before them what only "in brief" has."""
    sectioned = [claim_id for section in digest.sections for claim_id in section.claims]
    placed = set(sectioned)
    brief = [claim.id for claim in digest.claims if claim.id not in placed and claim.in_brief]
    return tuple(dict.fromkeys(brief + sectioned))


def _brief(digest: Digest, claims: Mapping[str, ClaimView]) -> tuple[ClaimView, ...]:
    """The claims in brief; those that the summary has just told are not told again where enough others remain."""
    brief = [claim.id for claim in digest.claims if claim.in_brief]
    further = [claim_id for claim_id in brief if claim_id not in digest.summary_claims]
    return tuple(claims[claim_id] for claim_id in (further if len(further) >= _FEWEST_IN_BRIEF else brief))


def _section(section: Section, claims: Mapping[str, ClaimView]) -> SectionView:
    shown = tuple(claims[claim_id] for claim_id in section.claims)
    return SectionView(addresses.safe(section.id), printable(section.title), shown, section.id == FOLDED)


def _claim(context: _Context, claim: Claim) -> ClaimView:
    origins = len(claim.origins or claim.sources)
    return ClaimView(
        id=addresses.safe(claim.id),
        number=context.numbers[claim.id],
        text=printable(claim.text),
        label=KIND_LABELS.get(claim.kind, ""),
        attribution=printable(claim.attributed_to or ""),
        marks=_marks(context, claim.sources),
        tally=_tally(context, claim, origins),
        single=context.origins > 1 and origins == 1,
        quotes=_quotes(context, claim.supports),
        repeats=_quotes(context, claim.repeats),
        against=tuple(_against(context, citation) for citation in claim.differing),
        further=_quotes(context, claim.details),
        note=_note(claim.edits),
        href=addresses.claim(context.digest.slug, claim.id),
        differs=_differs(context.digest, claim),
        unplaced=claim.id not in context.placed,
    )


def _against(context: _Context, citation: Citation) -> AgainstView:
    label = words.RESPECT_LABELS[citation.respect] if citation.respect else ""
    return AgainstView(label, quote_view(context.sources[citation.source], citation))


def _quotes(context: _Context, citations: tuple[Citation, ...]) -> tuple[QuoteView, ...]:
    return tuple(quote_view(context.sources[citation.source], citation) for citation in citations)


def _differs(digest: Digest, claim: Claim) -> str:
    own = {(citation.source, citation.start) for citation in claim.citations + claim.repeats}
    for disagreement in digest.disagreements:
        for position in disagreement.positions:
            if any((citation.source, citation.start) in own for citation in position.citations):
                return f"#{addresses.safe(disagreement.id)}"
    return ""


def _marks(context: _Context, sources: tuple[str, ...]) -> str:
    names = [context.sources[source].name for source in sources]
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    shown = _NAMES_SHOWN - 1
    return f"{', '.join(names[:shown])} and {len(names) - shown} more"


def _tally(context: _Context, claim: Claim, origins: int) -> str:
    if len(context.sources) == 1:
        return ""
    sources = len(claim.sources)
    copies = f", {origins} independent" if origins < sources else ""
    return f"{sources} of {len(context.sources)} sources{copies}"


def _note(edits: tuple[Edit, ...]) -> str:
    return " ".join(filter(None, map(_edit, edits)))


def _edit(edit: Edit) -> str:
    """What an edit changed, in words; "" for spaces and capitals, which readers need not be told of."""
    if edit.rule in _EDITS:
        return _EDITS[edit.rule]
    before, after = printable(edit.before), printable(edit.after)
    if edit.rule == WHO:  # the words around the pronoun only tell where it stands
        named = after[after.find("[") : after.rfind("]") + 1]
        return f"“{named}” stands for “he” or “she”."
    if edit.rule == SPEAKER:
        return f"“{after.removesuffix(':')}” was put before the words, to say whose they are."
    if before.casefold() == after.casefold():
        return ""
    if not any(map(str.isalnum, before + after)):
        return "The sentence goes on in the source."
    if not before.casefold().endswith(after.casefold()):
        return f"“{after}” stands for “{before}”."
    return f"“{before[: len(before) - len(after)].strip()}” was left out."


_EDITS = {
    QUOTE: "These words are a part of a longer quotation in the source, and were given its quotation marks.",
    MARKS: "A quotation mark that had no partner was dropped or given one.",
}


def _cite(quote: QuoteView) -> str:
    source = quote.source
    parts = tuple(part for part in (source.byline, source.name, source.published) if part)
    return f"“{quote.quote}” ({', '.join(parts)})"


def _disagreement(context: _Context, disagreement: Disagreement) -> DisagreementView:
    return DisagreementView(
        addresses.safe(disagreement.id),
        _difference(context.digest, disagreement),
        printable(disagreement.question),
        tuple(_position(context, position) for position in disagreement.positions),
        words.sentence(printable(disagreement.reason)),
    )


def _difference(digest: Digest, disagreement: Disagreement) -> str:
    """What kind of difference it is, in words."""
    denials = {
        (citation.source, citation.start)
        for claim in digest.claims
        if claim.kind is Kind.DENIAL
        for citation in claim.citations + claim.repeats
    }
    cited = {(one.source, one.start) for position in disagreement.positions for one in position.citations}
    if disagreement.kind is DisagreementKind.STANCE and cited & denials:
        return words.DENIED_LABEL
    return words.DISAGREEMENT_LABELS[disagreement.kind]


def _position(context: _Context, position: Position) -> PositionView:
    quotes = _quotes(context, position.citations)
    names = tuple(dict.fromkeys(quote.source.name for quote in quotes))
    return PositionView(printable(position.text), listed(names), quotes)


def _timeline(context: _Context) -> tuple[DateView, ...]:
    """The dated claims of the page by date; none where all fall on one, since that is no sequence."""
    entries = [entry for entry in context.digest.timeline if entry.claim in context.numbers]
    groups = [(dates, tuple(run)) for dates, run in groupby(entries, key=lambda entry: (entry.first, entry.last))]
    if len(groups) < 2:
        return ()
    return tuple(
        DateView(printable(run[0].label), first.isoformat() if first == last else "",
                 tuple(_dated(context, entry) for entry in run))
        for (first, last), run in groups
    )  # fmt: skip


def _dated(context: _Context, entry: TimelineEntry) -> DatedView:
    name = context.sources[entry.citation.source].name
    return DatedView(
        balanced(words.excerpt(printable(context.digest.claim(entry.claim).text), _DATED_LENGTH, " …")),
        f"#{addresses.safe(entry.claim)}",
        f"“{printable(entry.words)}” in {name}: {printable(entry.how)}",
        printable(entry.doubt or ""),
    )


def _counts(digest: Digest) -> str:
    parts = [count(len(digest.sources), "source"), count(len(digest.claims), "claim")]
    if digest.disagreements:
        parts.append(count(len(digest.disagreements), "disagreement"))
    return " · ".join(parts)


def _facts(context: _Context) -> tuple[str, ...]:
    digest = context.digest
    shared = sum(1 for claim in digest.claims if len(claim.origins or claim.sources) > 1)
    merged = f"Merged from {count(len(digest.sources), 'source')}"
    if context.origins < len(digest.sources):
        merged += f", {context.origins} independent"
    claims = count(len(digest.claims), "claim")
    if len(digest.sources) > 1:
        claims += f", {shared or 'none'} in more than one source"
    facts = [merged, claims]
    if digest.disagreements:
        facts.append(count(len(digest.disagreements), "disagreement"))
    newest = max((source.published_iso for source in context.sources.values()), default="")
    known = words.iso_day(newest)
    facts.append(f"newest dated source {words.day(known)}" if known else "no source is dated")
    return tuple(facts)


def _how(context: _Context) -> tuple[str, ...]:
    digest = context.digest
    passages = sum(len(claim.citations) + len(claim.repeats) for claim in digest.claims)
    lengths = dict.fromkeys(Use, 0)
    for entry in digest.coverage:
        lengths[entry.use] += entry.end - entry.start
    total = sum(lengths.values()) or 1
    omitted = sum(1 for entry in digest.coverage if entry.use is Use.OMITTED)
    return (
        f"{count(len(digest.sources), 'saved article')} went in. {words.share(lengths[Use.FURNITURE] / total)} of "
        "their text is page furniture (menus, teasers, forms) and was set aside.",
        f"{count(passages, 'passage')} became {count(len(digest.claims), 'claim')}: what says the same was merged, and "
        "in doubt two claims stayed two.",
        f"{count(omitted, 'passage')} {'was' if omitted == 1 else 'were'} left out: what asserts nothing, what the "
        "article had already said, and what could not be told from page furniture.",
        "The wording of a claim is a source’s own. Where a word was left out or put in brackets, its evidence says so.",
        "A claim in several sources is not thereby true: outlets repeat one another. Nothing here has been checked "
        "beyond what the sources print.",
    )
