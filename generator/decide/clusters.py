"""``same``, ``apart``, and roles that bring a passage into a group: the clusters as the editor sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.errors import InputError
from generator.model import Cluster, Clustering, Match, Passage, Role, Rulings


def rule_clusters(
    clustering: Clustering, rulings: Rulings, passages: tuple[Passage, ...], matches: Sequence[Match], path: str
) -> Clustering:
    """The clusters, those that hold passages which say the same joined, and each that holds two which are apart parted;
    what else it holds goes where it is more alike. A passage that stands alone joins the claim that the editor sets it
    beside, and so do all those of a claim that he sets beside one other.

    Raises InputError where ``same`` joins, by way of a third passage, what ``apart`` parts, and for two leads.
    """
    order = {passage.id: place for place, passage in enumerate(passages) if passage.omit is None}
    groups = _Groups(clustering, order)
    for joined in (*rulings.same, *_set_beside(rulings, groups)):
        groups.join([one for one in joined if one in order])
    pinned = _pinned(rulings.same)
    for a, b in rulings.apart:
        if a in order and b in order and groups.together(a, b):
            if pinned.get(a, a) == pinned.get(b, b):
                problem = f"{a} and {b} are apart, and the same by way of other passages"
                raise InputError(path, problem, "keep one of the decisions", "apart")
            groups.part(a, b, pinned, matches)
    _refuse_two_leads(groups, rulings, path)
    return replace(clustering, clusters=groups.clusters(clustering, matches))


def _set_beside(rulings: Rulings, groups: _Groups) -> list[tuple[str, str]]:
    """Pairs of a passage and the one beside which it belongs with all of its group."""
    beside = {(one.passage, one.of) for one in rulings.assigned if one.role is not Role.SUPPORT}
    return [(one, of) for one, of in sorted(beside) if all((each, of) in beside for each in groups.members(one))]


def _pinned(same: Sequence[Sequence[str]]) -> dict[str, str]:
    """For each passage that is the same as others one of them that stands for all."""
    root: dict[str, str] = {}
    for each in same:
        known = {root[one] for one in each if one in root}
        first = min(known, default=each[0])
        root = {one: first if name in known else name for one, name in root.items()} | dict.fromkeys(each, first)
    return root


class _Groups:
    """Groups of passages that change."""

    def __init__(self, clustering: Clustering, order: Mapping[str, int]) -> None:
        self._order = order
        self._group: dict[str, list[str]] = {}
        for cluster in clustering.clusters:
            members = list(cluster.members)
            self._group |= dict.fromkeys(members, members)

    def members(self, one: str) -> Sequence[str]:
        return self._group.get(one, (one,))

    def together(self, a: str, b: str) -> bool:
        return self._group[a] is self._group[b]

    def join(self, members: Sequence[str]) -> None:
        joined: list[str] = []
        for one in members:
            for member in self._group[one]:
                if member not in joined:
                    joined.append(member)
        self._group |= dict.fromkeys(joined, joined)

    def part(self, a: str, b: str, pinned: Mapping[str, str], matches: Sequence[Match]) -> None:
        """Part the group of two passages: what is the same as either stays with it, the others go where they are more
        alike, with ``a`` among equals."""
        members = self._group[a]
        scores = {frozenset((match.a, match.b)): match.score for match in matches}

        def alike(one: str, other: str) -> float:
            if one == other or pinned.get(one, one) == pinned.get(other, other):
                return 2.0
            return scores.get(frozenset((one, other)), 0.0)

        with_b = [one for one in members if one != a and (one == b or alike(one, b) > alike(one, a))]
        with_a = [one for one in members if one not in with_b]
        self._group |= dict.fromkeys(with_a, with_a)
        self._group |= dict.fromkeys(with_b, with_b)

    def of(self, one: str) -> int | None:
        """What tells the group of a passage from others; None for one that is in none."""
        return id(self._group[one]) if one in self._group else None

    def clusters(self, clustering: Clustering, matches: Sequence[Match]) -> tuple[Cluster, ...]:
        place = self._order
        groups = {id(group): sorted(group, key=lambda one: place[one]) for group in self._group.values()}
        held: dict[int, list[Match]] = {}
        for match in matches:
            if match.a in self._group and match.b in self._group and self.together(match.a, match.b):
                held.setdefault(id(self._group[match.a]), []).append(match)
        ordered = sorted(groups.items(), key=lambda each: place[each[1][0]])
        return tuple(Cluster(tuple(members), tuple(held.get(name, ()))) for name, members in ordered)


def _refuse_two_leads(groups: _Groups, rulings: Rulings, path: str) -> None:
    seen: dict[int, tuple[str, int]] = {}
    for one in rulings.leads:
        group = groups.of(one.passage)
        if group is None:
            continue
        passage, line = seen.setdefault(group, (one.passage, one.line))
        if passage != one.passage:
            problem = f"one claim has two leads: lines {line} and {one.line}"
            raise InputError(path, problem, "keep one, or say that the two are apart", one.line)
