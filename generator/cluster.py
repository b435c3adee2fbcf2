"""Matches to clusters by average linkage: a passage joins those that it resembles on average.

Every two passages of a cluster must have been found close and free of conflict, so that no chain of half-alike
passages forms and nothing opposed is ever joined, not even by way of a third passage.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from generator.model import Cluster, Clustering, Match, Passage, Verdict

CUT = 0.5  # mean score of the pairs between two clusters from which they are one; tools/fit_pairs.py fits the pair
# model's bias to it: at .5 digest_mds has merge precision .94 and recall .51, half a unit of log-odds lower .88 and .54
REPEAT_CUT = 0.3  # the same for a passage that repeats its own article: joining it cannot make a source out of it

Link = tuple[float, int]  # sum and number of the scores between two groups
Links = dict[int, dict[int, Link]]


def cluster(passages: tuple[Passage, ...], matches: tuple[Match, ...]) -> Clustering:
    """Every passage that is not omitted in exactly one cluster, in story order, and the close pairs kept apart.

    Passages that repeat their own article come last: they join what they repeat and bring no two claims together.
    """
    asserting = [passage for passage in passages if passage.omit is None]
    place = {passage.id: i for i, passage in enumerate(asserting)}
    known = [match for match in matches if match.a in place and match.b in place]
    allowed = {_key(match, place): match.score for match in known if match.verdict is not Verdict.DIFFERENT}
    first = [i for i, passage in enumerate(asserting) if not passage.repeats_own_article]
    groups = _join([[i] for i in first], allowed)
    groups = _join(_attach_repeats(groups, asserting, allowed), allowed)
    return _finish(groups, asserting, known, place)


def _key(match: Match, place: Mapping[str, int]) -> tuple[int, int]:
    a, b = place[match.a], place[match.b]
    return (a, b) if a < b else (b, a)


def _attach_repeats(
    groups: list[list[int]], passages: Sequence[Passage], allowed: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The groups with every repeat in the one that holds the passage of its article it is most like, or alone."""
    grown = [list(group) for group in groups]
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    for i, passage in enumerate(passages):
        if i in group_of:
            continue
        own = [
            (score, -j)
            for j, score in ((j, allowed.get((min(i, j), max(i, j)), 0.0)) for j in group_of)
            if score >= REPEAT_CUT and passages[j].source == passage.source
        ]
        target = grown[group_of[-max(own)[1]]] if own else None
        if target is not None and all((min(i, j), max(i, j)) in allowed for j in target):
            target.append(i)
        else:
            grown.append([i])
    return grown


def _join(groups: list[list[int]], allowed: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of indices joined as long as two of them are close enough; each sorted, ordered by their first."""
    alive = {number: list(group) for number, group in enumerate(groups)}
    links = _links(groups, allowed)
    queue = [entry for a in links for entry in _offers(a, links, alive) if entry[1] == a]
    heapq.heapify(queue)
    while queue:
        _, a, b, size = heapq.heappop(queue)
        if a not in alive or b not in alive or size != len(alive[a]) + len(alive[b]):
            continue  # one of them has grown since
        alive[a] += alive.pop(b)
        _move_links(links, a, b)
        for entry in _offers(a, links, alive):
            heapq.heappush(queue, entry)
    return sorted(sorted(group) for group in alive.values())


def _links(groups: Sequence[Sequence[int]], allowed: Mapping[tuple[int, int], float]) -> Links:
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    links: Links = {number: {} for number in range(len(groups))}
    for (i, j), score in allowed.items():
        a, b = group_of.get(i), group_of.get(j)
        if a is None or b is None or a == b:
            continue
        summed, count = links[a].get(b, (0.0, 0))
        links[a][b] = links[b][a] = (summed + score, count + 1)
    return links


def _move_links(links: Links, a: int, b: int) -> None:
    """Give the links of ``b``, which is no more, to ``a``."""
    for c, (summed, count) in links.pop(b).items():
        del links[c][b]
        if c != a:
            more, further = links[a].get(c, (0.0, 0))
            links[a][c] = links[c][a] = (summed + more, count + further)


def _offers(a: int, links: Links, alive: Mapping[int, Sequence[int]]) -> list[tuple[float, int, int, int]]:
    """The joins that ``a`` may enter: with groups all of whose passages it is allowed to join, if close on average."""
    found = []
    for c, (summed, count) in links[a].items():
        if count == len(alive[a]) * len(alive[c]) and summed / count >= CUT:
            found.append((-summed / count, min(a, c), max(a, c), len(alive[a]) + len(alive[c])))
    return found


def _finish(
    groups: Sequence[Sequence[int]], passages: Sequence[Passage], matches: Sequence[Match], place: Mapping[str, int]
) -> Clustering:
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    inside: list[list[Match]] = [[] for _ in groups]
    near: list[Match] = []
    for match in matches:
        mine = group_of[place[match.a]]
        together = mine == group_of[place[match.b]]
        (inside[mine] if together else near).append(match)
    near.sort(key=lambda match: (-match.score, place[match.a], place[match.b]))
    clusters = tuple(
        Cluster(tuple(passages[member].id for member in group), tuple(inside[number]))
        for number, group in enumerate(groups)
    )
    return Clustering(clusters, tuple(near))
