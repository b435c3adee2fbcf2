"""Whom and what a story names: people, states and bodies that more than a passing mention makes part of it."""

from __future__ import annotations

from generator.model import Passage, Workings

# Set by reading sixteen stories: below either, a name is a local officer or a village that one outlet mentions.
ORIGINS = 2  # independent ones that name it, or
PASSAGES = 3  # passages that do
LONGEST = 60  # code points of a name, which becomes the name of a folder: 255 bytes at most; longer ones are lists
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
        for actor in (actor for actor in passage.actors if len(actor) <= LONGEST):
            naming.setdefault(actor, []).append(passage)
    known = [
        actor
        for actor, passages in naming.items()
        if len(passages) >= PASSAGES or len({origin[passage.source] for passage in passages}) >= ORIGINS
    ]
    return tuple(sorted(known, key=lambda actor: -len(naming[actor]))[:MOST])
