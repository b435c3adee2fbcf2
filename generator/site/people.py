"""Which office the sources give those whom a story names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.persons import is_body, offices_of
from generator.language.roles import UNNAMED_BODY, Holder, find_holders, same_person
from generator.model import Citation, Digest
from generator.site.words import ENGLISH, Words

MOST = 2  # offices of one person; more are a career
Given = dict[str, dict[str, set[str]]]  # by actor, the offices and the sources that give each


def offices(digest: Digest, say: Words = ENGLISH) -> dict[str, str]:
    """For each of a story's actors whom a source gives an office, the office and its body in words, those that most
    sources give first: "foreign minister, Norland; or deputy foreign minister, Norland" where sources differ. Of an
    office that is none of those which one person holds at a time the words of the sources: "lawyer for Tarn"."""
    held = {actor: say.gettext("; or ").join(_first(given)) for actor, given in _held(digest).items()}
    called = {actor: "; ".join(_first(given)) for actor, given in _called(digest).items()}
    return called | held


def _held(digest: Digest) -> Given:
    given: Given = {}
    for source, holder in _holders(digest):
        for actor in digest.actors:
            if " " in actor and same_person(holder.name, actor):
                named = holder.office if holder.body == UNNAMED_BODY else f"{holder.office}, {holder.body}"
                given.setdefault(actor, {}).setdefault(named, set()).add(source)
    return given


def _called(digest: Digest) -> Given:
    """The same in the words that stand beside a full name."""
    given: Given = {}
    for actor in (actor for actor in digest.actors if " " in actor and not is_body(actor)):
        for citation in _cited(digest):
            for office in offices_of(citation.quote, actor):
                given.setdefault(actor, {}).setdefault(office, set()).add(citation.source)
    return given


def _first(by_office: dict[str, set[str]]) -> list[str]:
    """The offices that most sources give, none that another one holds in its words."""
    folded = {one: f" {one.casefold()} " for one in by_office}
    whole = [
        one
        for one in by_office
        if not any(folded[one] != folded[other] and folded[one] in folded[other] for other in by_office)
    ]
    whole = list({folded[one]: one for one in reversed(whole)}.values())[::-1]
    counts = {one: len(set().union(*(by_office[o] for o in by_office if folded[o] in folded[one]))) for one in whole}
    return sorted(whole, key=lambda office: -counts[office])[:MOST]


def _cited(digest: Digest) -> Iterator[Citation]:
    for claim in digest.claims:
        yield from (*claim.citations, *claim.repeats)


def _holders(digest: Digest) -> Iterator[tuple[str, Holder]]:
    """Who holds which office by what the digest cites, each with the source that says so."""
    known: list[Holder] = []
    for citation in _cited(digest):
        found = find_holders(citation.quote, known)
        known += [one for one in found if one not in known]
        yield from ((citation.source, one) for one in found)
