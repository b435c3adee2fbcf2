"""The page of a source: what a story cites of it, in its order, each with the claims that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Citation, Claim, Digest, Role
from generator.site import addresses
from generator.site.drafted import drafted
from generator.site.reprint import Reprint
from generator.site.sources import quote_view
from generator.site.views import CitedPassage, SourcePage, SourceView, StoryView, UseView
from generator.site.words import ENGLISH, Words, first_words, gettext_noop, printable

_LABELS = {
    Role.LEAD: gettext_noop("The words of"),
    Role.SUPPORT: gettext_noop("Says what it says:"),
    Role.DIFFERS: gettext_noop("Differs from"),
    Role.DETAIL: gettext_noop("Says more on"),
}
_AGAIN = gettext_noop("Says again")
_SIDE = gettext_noop("Cited where the sources differ:")
_CLAIM = 8  # words of a claim that has no number


def source_pages(
    digest: Digest, story: StoryView, reprint: Reprint, preview: bool = False, say: Words = ENGLISH
) -> tuple[SourcePage, ...]:
    """A page for each source. What ``reprint`` does not print whole stands there by its first words, but not in an
    editor's ``preview``."""
    uses: dict[str, dict[int, tuple[Citation, list[UseView]]]] = {source.id: {} for source in story.sources}
    for citation, use in _uses(digest, story, say):
        _, found = uses[citation.source].setdefault(citation.start, (citation, []))
        found.append(use)
    return tuple(
        SourcePage(
            story,
            source,
            tuple(_passage(source, citation, tuple(found), preview or (source.id, start) in reprint.whole)
                  for start, (citation, found) in sorted(uses[source.id].items())),
            _cite(source),
        )
        for source in story.sources
    )  # fmt: skip


def _passage(source: SourceView, citation: Citation, uses: tuple[UseView, ...], whole: bool) -> CitedPassage:
    return CitedPassage(addresses.passage(citation.start), quote_view(source, citation, whole), whole, uses)


def _uses(digest: Digest, story: StoryView, say: Words) -> Iterator[tuple[Citation, UseView]]:
    numbers = {claim.id: claim.number for claim in story.claims}
    for claim in digest.claims:
        for citation in claim.citations:
            yield citation, _use(_LABELS[citation.role], claim, numbers, say, worded=citation.role is Role.LEAD)
        for citation in claim.repeats:
            yield citation, _use(_AGAIN, claim, numbers, say)
    for disagreement in digest.disagreements:
        for position in disagreement.positions:
            for citation in position.citations:
                question = drafted(disagreement.question, say)
                yield citation, UseView(say.gettext(_SIDE), question, f"../../#{addresses.safe(disagreement.id)}")


def _use(label: str, claim: Claim, numbers: dict[str, int], say: Words, worded: bool = False) -> UseView:
    identifier = addresses.safe(claim.id)
    number = numbers.get(identifier)
    if number:
        name = say.gettext("claim %(number)s", number=say.number(number))
    else:
        words = first_words(printable(claim.text), _CLAIM)
        name = say.gettext("a further statement, “%(words)s”", words=words)
    return UseView(say.gettext(label), name, f"../../#{identifier}", worded and not number)


def _cite(source: SourceView) -> str:
    """What is to stand after a quote of it."""
    return f"({', '.join(part for part in (source.byline, source.name, source.published) if part)})"
