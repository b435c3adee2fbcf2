"""Ids that were published stay: a claim keeps the id that was founded on words of its, whatever joined it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compose.identifiers import short_hash
from generator.groups import group_of
from generator.model import Citation, Disagreement, Founded, Group, Published, Workings, source_of

Words = tuple[str, str]  # a source and words of its, white space joined


@dataclass(frozen=True, slots=True)
class Kept:
    """The id of a claim; published ids that have become a part of it, the published claim of which it was a part, and
    the edition in which it first stood, 0 where nothing was published."""

    id: str
    joined: tuple[str, ...] = ()
    split_from: str | None = None
    since: int = 0


def squeezed(text: str) -> str:
    """Words with single spaces between them."""
    return " ".join(text.split())


def claim_ids(workings: Workings, cited: Mapping[str, Citation], history: Published) -> tuple[Kept, ...]:
    """An id for each group, in their order. ``cited`` has the citation of each passage in a group.

    A new one is a hash of the source and the words of the first passage, so that new wording, order or sources change
    nothing.
    """
    groups = workings.groups
    proper = tuple(group for group in groups if not group.told)
    places = _Places(workings, cited)
    own: dict[int, list[Founded]] = defaultdict(list)
    for founded in history.claims:
        place = _told(groups, founded) if not founded.source else places.group(founded, proper)
        if place is not None:
            own[place].append(founded)
    taken = {founded.id for founded in history.claims} | {name for name, _ in history.withdrawn}
    stood = {(source, squeezed(words)): name for name, source, words in history.stood}
    made: list[Kept] = []
    for place, group in enumerate(groups):
        found = sorted(own[place], key=lambda one: not places.leads(one, group))
        if found:
            first, *others = found
            made.append(Kept(first.id, tuple(one.id for one in others), first.split_from, first.edition))
            continue
        new = _new(group, cited, taken)
        taken.add(new)
        since = history.edition + 1 if history.edition else 0
        lead = group.lead.passage
        parted = stood.get((source_of(lead), squeezed(cited[lead].exact))) if not group.told else None
        made.append(Kept(new, (), parted, since))
    return tuple(made)


def _told(groups: Sequence[Group], founded: Founded) -> int | None:
    return next((place for place, group in enumerate(groups) if group.told and group.wording == founded.exact), None)


class _Places:
    """Where words on which an id was founded stand now."""

    def __init__(self, workings: Workings, cited: Mapping[str, Citation]) -> None:
        self._passages = [
            (passage.id, passage.source, squeezed(cited[passage.id].exact))
            for passage in workings.passages
            if passage.id in cited
        ]
        self._by_words: dict[Words, str] = {}
        for name, source, words in self._passages:
            self._by_words.setdefault((source, words), name)

    def group(self, founded: Founded, groups: Sequence[Group]) -> int | None:
        passage = self._passage(founded)
        return None if passage is None else group_of(groups, passage)

    def leads(self, founded: Founded, group: Group) -> bool:
        return self._passage(founded) == group.lead.passage

    def _passage(self, founded: Founded) -> str | None:
        """The passage of these words; where a sentence is parted otherwise by now, the first that has a part of
        them."""
        found = self._by_words.get((founded.source, squeezed(founded.exact)))
        if found is not None:
            return found
        wanted = squeezed(founded.exact)
        for name, source, words in self._passages:
            if source == founded.source and (words in wanted or wanted in words):
                return name
        return None


def _new(group: Group, cited: Mapping[str, Citation], taken: set[str]) -> str:
    first = f"{source_of(group.first)}\n{squeezed(cited[group.first].exact)}"
    words = f"summary\n{group.wording}" if group.told else first
    identifier = short_hash("c", words)
    while identifier in taken:
        words = f"{words}\n{cited[group.first].start}"
        identifier = short_hash("c", words)
    return identifier


def disagreement_ids(made: Sequence[Disagreement], history: Published) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each disagreement its id, and published ids that have become a part of it: it keeps the one that was founded
    on words which it cites."""
    cited = [{(one.source, squeezed(one.exact)) for side in item.positions for one in side.citations} for item in made]
    names = [item.id for item in made]
    own: dict[int, list[str]] = defaultdict(list)
    for founded in history.disagreements:
        words = (founded.source, squeezed(founded.exact))
        same = [place for place, name in enumerate(names) if name == founded.id]
        near = [place for place, found in enumerate(cited) if words in found]
        if same or near:
            own[(same or near)[0]].append(founded.id)
    return tuple(
        (own[place][0], tuple(own[place][1:])) if own[place] else (name, ()) for place, name in enumerate(names)
    )


def withdrawn(alive: set[str], history: Published) -> tuple[tuple[str, int], ...]:
    """The ids that were published and of which nothing is left, each with the number of the edition without it."""
    gone = dict(history.withdrawn)
    for founded in (*history.claims, *history.disagreements):
        gone.setdefault(founded.id, history.edition + 1)
    return tuple((name, edition) for name, edition in gone.items() if name not in alive)
