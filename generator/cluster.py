"""Matches to clusters by average linkage: a passage joins those that it resembles on average, so that no chain of
half-alike passages forms; pairs that are told apart by a conflict never share a cluster."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Cluster, Clustering, Match, Passage, Verdict

CUT = 0.5  # mean score of the pairs between two clusters; the pair model's bias is fitted to it
NEAR_MISS = 0.3  # pairs from this score on that were kept apart are shown to the editor

Links = dict[int, dict[int, float]]


def cluster(passages: tuple[Passage, ...], matches: tuple[Match, ...]) -> Clustering:
    """Every passage that is not omitted in exactly one cluster, in story order, and the close pairs kept apart."""
    ids = [passage.id for passage in passages if passage.omit is None]
    place = {passage_id: i for i, passage_id in enumerate(ids)}
    known = [match for match in matches if match.a in place and match.b in place]
    groups = _join(len(ids), _links(known, place), _forbidden(known, place))
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    inside: list[list[Match]] = [[] for _ in groups]
    near: list[Match] = []
    for match in known:
        mine = group_of[place[match.a]]
        if mine == group_of[place[match.b]]:
            inside[mine].append(match)
        elif match.score >= NEAR_MISS:
            near.append(match)
    clusters = tuple(
        Cluster(tuple(ids[member] for member in group), tuple(inside[number])) for number, group in enumerate(groups)
    )
    near.sort(key=lambda match: (-match.score, place[match.a], place[match.b]))
    return Clustering(clusters, tuple(near))


def _links(matches: Sequence[Match], place: Mapping[str, int]) -> Links:
    links: Links = {i: {} for i in place.values()}
    for match in matches:
        a, b = place[match.a], place[match.b]
        links[a][b] = links[b][a] = match.score
    return links


def _forbidden(matches: Sequence[Match], place: Mapping[str, int]) -> dict[int, set[int]]:
    forbidden: dict[int, set[int]] = {i: set() for i in place.values()}
    for match in matches:
        if match.verdict is Verdict.DIFFERENT:
            a, b = place[match.a], place[match.b]
            forbidden[a].add(b)
            forbidden[b].add(a)
    return forbidden


def _join(count: int, links: Links, forbidden: dict[int, set[int]]) -> list[list[int]]:
    """Groups of indices, ordered by their first. ``links`` holds summed scores between groups and is used up."""
    groups = {i: [i] for i in range(count)}
    queue = [(-score, a, b, 2) for a in links for b, score in links[a].items() if a < b and score >= CUT]
    heapq.heapify(queue)
    while queue:
        _, a, b, size = heapq.heappop(queue)
        if a not in groups or b not in groups or size != len(groups[a]) + len(groups[b]):
            continue  # either has grown since
        if not forbidden[a].isdisjoint(groups[b]):
            continue
        groups[a] += groups.pop(b)
        forbidden[a] |= forbidden.pop(b)
        _move_links(links, a, b)
        for entry in _offers(a, links, groups):
            heapq.heappush(queue, entry)
    return sorted(sorted(group) for group in groups.values())


def _move_links(links: Links, a: int, b: int) -> None:
    """Give the links of ``b``, which is no more, to ``a``."""
    for c, summed in links.pop(b).items():
        del links[c][b]
        if c != a:
            links[a][c] = links[c][a] = links[a].get(c, 0.0) + summed


def _offers(a: int, links: Links, groups: Mapping[int, Sequence[int]]) -> Iterator[tuple[float, int, int, int]]:
    """The joins that ``a`` may now enter, best first in the queue; pairs never measured count as 0."""
    for c, summed in links[a].items():
        mean = summed / (len(groups[a]) * len(groups[c]))
        if mean >= CUT:
            yield -mean, min(a, c), max(a, c), len(groups[a]) + len(groups[c])
