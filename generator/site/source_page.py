"""The page of a source: what a story cites of it, in its order, each with the claims that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Citation, Claim, Digest, Role
from generator.site import addresses
from generator.site.reprint import Reprint
from generator.site.sources import quote_view
from generator.site.views import CitedPassage, SourcePage, SourceView, StoryView, UseView
from generator.site.words import first_words, printable

_LABELS = {
    Role.LEAD: "The words of",
    Role.SUPPORT: "Says what it says:",
    Role.DIFFERS: "Differs from",
    Role.DETAIL: "Says more on",
}
_AGAIN = "Says again"
_SIDE = "Cited where the sources differ:"
_CLAIM = 12  # words of a claim that another source words


def source_pages(digest: Digest, story: StoryView, reprint: Reprint, preview: bool = False) -> tuple[SourcePage, ...]:
    """A page for each source. What ``reprint`` does not print whole stands there by its first words, but not in an
    editor's ``preview``."""
    uses: dict[str, dict[int, tuple[Citation, list[UseView]]]] = {source.id: {} for source in story.sources}
    for citation, use in _uses(digest, story):
        _, found = uses[citation.source].setdefault(citation.start, (citation, []))
        found.append(use)
    return tuple(
        SourcePage(
            story,
            source,
            tuple(_passage(source, citation, tuple(found), preview or (source.id, start) in reprint.whole)
                  for start, (citation, found) in sorted(uses[source.id].items())),
        )
        for source in story.sources
    )  # fmt: skip


def _passage(source: SourceView, citation: Citation, uses: tuple[UseView, ...], whole: bool) -> CitedPassage:
    quote = quote_view(source, citation, whole)
    return CitedPassage(addresses.passage(citation.start), quote, _cite(source, quote.quote) if whole else "", uses)


def _uses(digest: Digest, story: StoryView) -> Iterator[tuple[Citation, UseView]]:
    numbers = {claim.id: claim.number for claim in story.claims}
    for claim in digest.claims:
        for citation in claim.citations:
            yield citation, _use(_LABELS[citation.role], claim, numbers, worded=citation.role is Role.LEAD)
        for citation in claim.repeats:
            yield citation, _use(_AGAIN, claim, numbers)
    for disagreement in digest.disagreements:
        for position in disagreement.positions:
            for citation in position.citations:
                question = printable(disagreement.question)
                yield citation, UseView(_SIDE, question, f"../../#{addresses.safe(disagreement.id)}")


def _use(label: str, claim: Claim, numbers: dict[str, int], worded: bool = False) -> UseView:
    identifier = addresses.safe(claim.id)
    number = numbers.get(identifier)
    name = f"claim {number}" if number else "a statement that is not in the open"
    shown = name if worded else f"{name}, “{first_words(printable(claim.text), _CLAIM)}”"
    return UseView(label, shown, f"../../#{identifier}")


def _cite(source: SourceView, quote: str) -> str:
    parts = tuple(part for part in (source.byline, source.name, source.published) if part)
    return f"“{quote}” ({', '.join(parts)})"
