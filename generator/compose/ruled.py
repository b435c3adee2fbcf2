"""The rulings of the editor on claims: which of them he gave a place, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.groups import beneath, group_of
from generator.model import Claim, Rulings, Workings


@dataclass(frozen=True, slots=True)
class Placed:
    """Ids of claims as the editor placed them. ``summary`` and ``brief`` are empty where he says nothing of them;
    ``opened`` are those to which he gave a place in the open or words of his own."""

    summary: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    sections: Mapping[str, str] | None = None  # the name of a section by claim
    after: tuple[tuple[str, str], ...] = ()  # a claim, and the one after which it stands
    section_order: tuple[str, ...] = ()
    under: Mapping[str, str] = field(default_factory=dict)  # what he folds beneath which claim


def place(claims: Sequence[Claim], workings: Workings) -> Placed:
    """What the rulings on passages say of the claims, which are in the order of the groups."""
    rulings = workings.rulings
    told = sorted((group.told, claim.id) for group, claim in zip(workings.groups, claims, strict=True) if group.told)
    proper = [group for group in workings.groups if not group.told]
    asked = {*rulings.brief, *rulings.summary, *_passages(rulings)}
    places = {passage: group_of(proper, passage) for passage in asked}
    own = {passage: claims[at].id for passage, at in places.items() if at is not None}

    def ids(passages: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(own[one] for one in passages if one in own))

    summary = tuple(claim for _, claim in told) or ids(rulings.summary)
    brief = ids(rulings.brief)
    sections = {own[one.passage]: one.value for one in rulings.sections if one.passage in own}
    moved = [one for one in sorted(rulings.after, key=lambda one: one.line) if {one.passage, one.value} <= own.keys()]
    after = tuple((own[one.passage], own[one.value]) for one in moved)
    worded = ids([one.passage for one in rulings.wordings])
    opened = tuple(dict.fromkeys((*summary, *brief, *sections, *worded, *(one for one, _ in after))))
    under = {claims[one].id: claims[of].id for one, of in beneath(workings.groups, rulings).values()}
    return Placed(summary, brief, opened, sections, after, rulings.section_order, under)


def _passages(rulings: Rulings) -> set[str]:
    ruled = (*rulings.sections, *rulings.after, *rulings.wordings)
    return {one.passage for one in ruled} | {one.value for one in rulings.after}


def section_id(name: str, known: Mapping[str, str]) -> str:
    """The id of a section that the editor names, by its id or its title where it is one of those that are ``known``."""
    folded = name.casefold()
    for identifier, title in known.items():
        if folded in (identifier, title.casefold()):
            return identifier
    return re.sub(r"[\W_]+", "-", folded).strip("-") or "section"


def in_order(sections: Mapping[str, list[str]], after: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """The sections with each claim that stands after another right behind it, several of one in their order."""
    behind: dict[str, list[str]] = {}
    for claim, before in after:
        if claim != before:
            behind.setdefault(before, []).append(claim)
    moved = {claim for claims in behind.values() for claim in claims}
    known = {claim for claims in sections.values() for claim in claims}
    done: set[str] = set()

    def chain(claim: str) -> list[str]:
        if claim in done:
            return []
        done.add(claim)
        return [claim, *(one for following in behind.get(claim, ()) if following in known for one in chain(following))]

    found = {
        name: [one for claim in claims if claim not in moved for one in chain(claim)]
        for name, claims in sections.items()
    }
    for name, claims in sections.items():  # what stands after each other in a circle stays where it was
        found[name] += [claim for claim in claims if claim not in done]
    return found
