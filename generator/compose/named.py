"""Whom and what a story names: people, states and bodies that more than a passing mention makes part of it."""

from __future__ import annotations

from generator.language.persons import has_office, is_body, is_garbled, person_key
from generator.model import Passage, Workings

# Set by reading sixteen stories: below either, a name is a local officer or a village that one outlet mentions.
ORIGINS = 2  # independent ones that name it, or
PASSAGES = 3  # passages that do
LONGEST = 60  # code points of a name, which becomes the name of a folder: 255 bytes at most; longer ones are lists
FAR_MORE = 2  # times as often as another of the same family name: "Ada B. Brell" beside "Ada Brell"
MOST = 12  # names of a story; a reader looks for one, and more would be an index


def named(workings: Workings) -> tuple[str, ...]:
    """Canonical names of the actors that a story's passages name, the most named first, then in order of mention.

    What is left out of the digest, and what repeats its own article, names nobody here.
    """
    origin = {one.source: one.origin for one in workings.origins}
    naming: dict[str, list[Passage]] = {}
    for passage in workings.passages:
        if passage.omit or passage.repeats_own_article:
            continue
        for actor in (actor for actor in passage.actors if len(actor) <= LONGEST and not is_garbled(actor)):
            naming.setdefault(actor, []).append(passage)
    _by_person(naming)
    _by_full_name(naming)
    known = [
        actor
        for actor, passages in naming.items()
        if len(passages) >= PASSAGES or len({origin[passage.source] for passage in passages}) >= ORIGINS
    ]
    return tuple(sorted(known, key=lambda actor: -len(naming[actor]))[:MOST])


def _by_person(naming: dict[str, list[Passage]]) -> None:
    """Put what names a person with an initial, a short given name or an office under the name, without an
    office, that is used most."""
    variants: dict[tuple[str, str], list[str]] = {}
    for actor in naming:
        key = None if is_body(actor) else person_key(actor)
        if key is not None:
            variants.setdefault(key, []).append(actor)
    for names in variants.values():
        best = max(names, key=lambda name: (not has_office(name), len(naming[name]), -len(name)))
        for name in names:
            if name != best:
                _join(naming, name, best)


def _join(naming: dict[str, list[Passage]], one: str, other: str) -> None:
    """Put what names ``one`` under ``other``."""
    ids = {passage.id for passage in naming[other]}
    naming[other] += [passage for passage in naming.pop(one) if passage.id not in ids]


def _by_full_name(naming: dict[str, list[Passage]]) -> None:
    """Put what names a person by the family name alone under the full name that ends with it, where the story has one
    that is named far more than any other."""
    for short in [actor for actor in naming if " " not in actor and not is_body(actor)]:
        full = [actor for actor in naming if actor.endswith(f" {short}") and not is_body(actor)]
        most = max(full, key=lambda actor: len(naming[actor]), default=None)
        if most is not None and all(len(naming[most]) >= FAR_MORE * len(naming[one]) for one in full if one != most):
            _join(naming, short, most)
