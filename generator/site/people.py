"""Which office the sources give those whom a story names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.roles import UNNAMED_BODY, Holder, find_holders, same_person
from generator.model import Digest
from generator.site.words import ENGLISH, Words

MOST = 2  # offices of one person; more are a career


def offices(digest: Digest, say: Words = ENGLISH) -> dict[str, str]:
    """For each of a story's actors whom a source gives an office, the office and its body in words, those that most
    sources give first: "foreign minister, Norland; or deputy foreign minister, Norland" where sources differ."""
    given: dict[str, dict[str, set[str]]] = {}
    for source, holder in _holders(digest):
        for actor in digest.actors:
            if " " in actor and same_person(holder.name, actor):
                named = holder.office if holder.body == UNNAMED_BODY else f"{holder.office}, {holder.body}"
                given.setdefault(actor, {}).setdefault(named, set()).add(source)
    return {actor: say.gettext("; or ").join(_first(by_office)) for actor, by_office in given.items()}


def _first(by_office: dict[str, set[str]]) -> list[str]:
    whole = [one for one in by_office if not any(other != one and other.startswith(one) for other in by_office)]
    return sorted(whole, key=lambda office: -len(by_office[office]))[:MOST]


def _holders(digest: Digest) -> Iterator[tuple[str, Holder]]:
    """Who holds which office by what the digest cites, each with the source that says so."""
    known: list[Holder] = []
    for claim in digest.claims:
        for citation in (*claim.citations, *claim.repeats):
            found = find_holders(citation.quote, known)
            known += [one for one in found if one not in known]
            yield from ((citation.source, one) for one in found)
