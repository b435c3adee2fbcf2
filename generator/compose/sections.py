"""Claims -> sections, in the order of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.compose.choosing import Chosen
from generator.compose.ranking import Ranked
from generator.compose.ruled import Placed, in_order, section_id
from generator.model import FOLDED, OPINION, SHARED, UNREAD, Claim, Kind, Passage, Section, Workings

TITLES = {
    SHARED: "What several say",
    "what-happened": "What happened",
    "what-was-said": "What was said",
    "reactions": "Reactions",
    "background": "Background",
    UNREAD: "What one source says",
    OPINION: "Outlook and opinion",
    FOLDED: "Also reported",
}
SECTION_OF_KIND = {
    Kind.EVENT: "what-happened",
    Kind.PLAN: "what-happened",
    Kind.STATEMENT: "what-was-said",
    Kind.ALLEGATION: "what-was-said",
    Kind.DENIAL: "what-was-said",
    Kind.BACKGROUND: "background",
    Kind.ASSESSMENT: OPINION,
}
REACTION_VERBS = frozenset(
    """welcome condemn criticize criticise praise applaud denounce reject warn urge call react respond express oppose
    monitor demand deplore protest hail voice caution appeal object back support""".split()
)
PRINCIPALS = 3  # the most named actors are whom a story is about: two parties and a person, or one and two persons


def arrange(ranked: Ranked, chosen: Chosen, placed: Placed) -> tuple[Section, ...]:
    """The claims in sections, each the most telling first: what several say, then what one says by what it is about,
    and last what is folded; where the editor ``placed`` them, in his sections, in the order in which he lists them
    there, before what else is in them. Every claim stands in one of them."""
    principals = principal_actors(ranked.workings)
    given = placed.sections or {}
    titles = _titles(placed.section_order, given.values())
    by_section: dict[str, list[str]] = {section: [] for section in titles}
    for claim in sorted(ranked.claims, key=lambda claim: -len(claim.origins)):
        if claim.id in given:
            section = section_id(given[claim.id], TITLES)
        elif claim.id in chosen.opened:
            section = section_of(claim, ranked.leads[claim.id], principals)
        else:
            section = FOLDED
        by_section[section].append(claim.id)
    listed = {claim: number for number, claim in enumerate(given)}
    by_section = {
        name: sorted(found, key=lambda one: listed.get(one, len(listed))) for name, found in by_section.items()
    }
    by_section = in_order(by_section, placed.after)
    for denial, denied in ranked.denials.items():
        _move_beside(by_section, denial, denied)
    return tuple(Section(section, titles[section], tuple(found)) for section, found in by_section.items() if found)


def _titles(ordered: Sequence[str], given: Iterable[str]) -> dict[str, str]:
    """The titles of all sections by their ids, in the order of the page: those that the editor orders, and those of
    his own, before the others, but after what several say; what is folded last."""
    ids = {name: section_id(name, TITLES) for name in (*ordered, *given)}
    own = {ids[name]: TITLES.get(ids[name], name) for name in ids if name in ordered or ids[name] not in TITLES}
    first = {} if SHARED in own else {SHARED: TITLES[SHARED]}
    found = {**first, **own, **{name: title for name, title in TITLES.items() if name not in own}}
    return {**{name: title for name, title in found.items() if name != FOLDED}, FOLDED: TITLES[FOLDED]}


def section_of(claim: Claim, lead: Passage, principals: frozenset[str]) -> str:
    """The section of a claim that stands in the open."""
    if len(claim.origins) > 1:
        return SHARED
    if lead.language is not None:
        return UNREAD
    if lead.opinion:
        return OPINION
    if _is_reaction(lead, principals):
        return "reactions"
    if claim.kind is Kind.PLAN and lead.hedges:
        return OPINION
    return SECTION_OF_KIND[claim.kind]


def principal_actors(workings: Workings) -> frozenset[str]:
    """The actors that the story is about: the most named ones, in story order among equals."""
    named = Counter(actor for passage in workings.passages for actor in passage.actors)
    return frozenset(actor for actor, _ in named.most_common(PRINCIPALS))


def _is_reaction(lead: Passage, principals: frozenset[str]) -> bool:
    """Somebody outside the story's principals answers to it."""
    actor = lead.speaker_actor or lead.subject
    if actor is None or lead.kind in (Kind.ALLEGATION, Kind.DENIAL):
        return False
    if not principals.isdisjoint((actor, *actor.split(" and "))):
        return False
    under_reactions = lead.heading is not None and any(
        word in lead.heading.lower() for word in ("reaction", "response", "respond")
    )
    return under_reactions or (lead.reporting or lead.verb) in REACTION_VERBS


def _move_beside(by_section: dict[str, list[str]], denial: str, denied: str) -> None:
    """Put a denial right after what it denies, in the same section."""
    for found in by_section.values():
        if denial in found:
            found.remove(denial)
    for found in by_section.values():
        if denied in found:
            found.insert(found.index(denied) + 1, denial)
            return
