"""``same``, ``apart``, and roles that bring a passage into a group: the clusters as the editor sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.errors import InputError
from generator.model import Cluster, Clustering, Match, Passage, Role, Ruled, Rulings


def rule_clusters(
    clustering: Clustering, rulings: Rulings, passages: tuple[Passage, ...], matches: Sequence[Match], path: str
) -> Clustering:
    """The clusters, those that hold passages which say the same joined, and each that holds two which are apart parted;
    what else it holds goes where it is more alike. Two passages that the editor words otherwise are apart, whatever
    else joins the machine's clusters. A passage that he sets beside a claim goes there, unless it says the same as
    another.

    Raises InputError where ``same`` joins, by way of a third passage, what ``apart`` parts, for two leads of one claim,
    and for two wordings or places of what is the same.
    """
    order = {passage.id: place for place, passage in enumerate(passages) if passage.omit is None}
    groups = _Groups(clustering, order)
    pinned = _pinned(rulings.same)
    own = (
        *_told_otherwise(rulings.wordings, pinned, "wordings", path),
        *_told_otherwise(rulings.sections, pinned, "sections", path),
        *_told_otherwise(rulings.after, pinned, "places", path),
    )
    known = ((a, b) for a, b in (*rulings.apart, *own) if a in order and b in order)
    parted = sorted(
        {(a, b) if order[a] < order[b] else (b, a) for a, b in known}, key=lambda pair: _places(pair, order)
    )
    # Before anything is joined, so that of the machine's clusters no more is joined than the passages that are the same
    # bring with them; and after, for what comes together by way of them.
    groups.part(parted, pinned, matches)
    for joined in rulings.same:
        groups.join([one for one in joined if one in order])
    groups.part(parted, pinned, matches)
    for one, of in _set_beside(rulings, pinned).items():
        if one in order and of in order:
            groups.move(one, of)
    _refuse_two_leads(groups, [one for one in rulings.leads if one.passage in order], path)
    return replace(clustering, clusters=groups.clusters(clustering, matches))


def _places(pair: tuple[str, str], order: Mapping[str, int]) -> tuple[int, int]:
    return order[pair[0]], order[pair[1]]


def _set_beside(rulings: Rulings, pinned: Mapping[str, str]) -> dict[str, str]:
    """For each passage that has no claim of its own that beside which it belongs: what stands beside a passage that is
    set beside another belongs to that."""
    given = {
        one.passage: one.of
        for one in rulings.assigned[::-1]
        if one.role is not Role.SUPPORT and one.passage not in pinned
    }
    found: dict[str, str] = {}
    for one, beside in given.items():
        seen = {one}
        while beside in given and beside not in seen:
            seen.add(beside)
            beside = given[beside]
        if beside not in seen:
            found[one] = beside
    return found


def _pinned(same: Sequence[Sequence[str]]) -> dict[str, str]:
    """For each passage that is the same as others one of them that stands for all."""
    root: dict[str, str] = {}
    for each in same:
        known = {root[one] for one in each if one in root}
        first = min(known, default=each[0])
        root = {one: first if name in known else name for one, name in root.items()} | dict.fromkeys(each, first)
    return root


def _told_otherwise(ruled: Sequence[Ruled], pinned: Mapping[str, str], what: str, path: str) -> list[tuple[str, str]]:
    """Each two passages that are worded otherwise. Raises InputError for two that are the same."""
    found = []
    for one, other in combinations(ruled, 2):
        if one.passage == other.passage or one.value == other.value:
            continue
        if pinned.get(one.passage, one.passage) == pinned.get(other.passage, other.passage):
            raise _two_of_one(what, one, other, path)
        found.append((one.passage, other.passage))
    return found


def _refuse_two_leads(groups: _Groups, leads: Sequence[Ruled], path: str) -> None:
    for one, other in combinations(leads, 2):
        if one.passage != other.passage and groups.together(one.passage, other.passage):
            raise _two_of_one("leads", one, other, path)


def _two_of_one(what: str, one: Ruled, other: Ruled, path: str) -> InputError:
    first, second = sorted((one.line, other.line))
    problem = f"one claim has two {what}: lines {first} and {second}"
    return InputError(path, problem, "keep one, or say that the two are apart", second)


class _Groups:
    """Groups of passages that change."""

    def __init__(self, clustering: Clustering, order: Mapping[str, int]) -> None:
        self._order = order
        self._group: dict[str, list[str]] = {}
        for cluster in clustering.clusters:
            members = list(cluster.members)
            self._group |= dict.fromkeys(members, members)

    def together(self, a: str, b: str) -> bool:
        return self._group[a] is self._group[b]

    def join(self, members: Sequence[str]) -> None:
        joined: list[str] = []
        for one in members:
            for member in self._group[one]:
                if member not in joined:
                    joined.append(member)
        self._group |= dict.fromkeys(joined, joined)

    def move(self, one: str, of: str) -> None:
        """Take a passage out of its group into that of another."""
        if not self.together(one, of):
            self._group[one].remove(one)
            self._group[of].append(one)
            self._group[one] = self._group[of]

    def part(self, pairs: Sequence[tuple[str, str]], pinned: Mapping[str, str], matches: Sequence[Match]) -> None:
        """Part the group of each two passages that are together: what is the same as either stays with it, the others
        go where they are more alike, with the first among equals."""
        scores = {frozenset((match.a, match.b)): match.score for match in matches}

        def alike(one: str, other: str, members: Sequence[str]) -> float:
            if one == other or pinned.get(one, one) == pinned.get(other, other):
                return 2.0
            root = pinned.get(one)  # what is the same goes one way
            kin = [one] if root is None else [each for each in members if pinned.get(each) == root]
            return max(scores.get(frozenset((each, other)), 0.0) for each in kin)

        for a, b in pairs:
            if self.together(a, b):
                members = self._group[a]
                with_b = [one for one in members if alike(one, b, members) > alike(one, a, members)]
                with_a = [one for one in members if one not in with_b]
                self._group |= dict.fromkeys(with_a, with_a)
                self._group |= dict.fromkeys(with_b, with_b)

    def clusters(self, clustering: Clustering, matches: Sequence[Match]) -> tuple[Cluster, ...]:
        place = self._order
        each_once = {id(group): group for group in self._group.values()}
        groups = {name: sorted(group, key=place.__getitem__) for name, group in each_once.items()}
        held: dict[int, list[Match]] = {}
        for match in matches:
            if match.a in self._group and match.b in self._group and self.together(match.a, match.b):
                held.setdefault(id(self._group[match.a]), []).append(match)
        ordered = sorted(groups.items(), key=lambda each: place[each[1][0]])
        return tuple(Cluster(tuple(members), tuple(held.get(name, ()))) for name, members in ordered)
