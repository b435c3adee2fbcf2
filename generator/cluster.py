"""Matches to clusters by average linkage: a passage joins those that it resembles on average.

Every two passages of a cluster must have been found close and free of conflict, so that no chain of half-alike
passages forms and nothing opposed is ever joined, not even by way of a third passage.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from generator.model import Cluster, Clustering, Match, Passage, Verdict

# Two groups are one where the pairs between them score so much on average, and where of so many pairs one says the
# same. merge_pyramids/val, BCubed: .839 at .36 and 2, .848 here, .852 at .25 and 4, which joins what shares half.
CUT = 0.4
ONE_OF = 4
ATTACHED = 0.56  # a passage alone joins the group of its likest from here on: digest_mds .63 / .925, at .48 .65 / .90
REPEAT_CUT = 0.3  # the same for a passage that repeats its own article: joining it cannot make a source out of it

NEAR_MISS = 0.5  # score of a pair kept apart from which on an editor sees it; the seeds have 12 such across sources
EQUAL = 0.8  # the same within one article, which mostly says things once
MOST_NEAR_MISSES = 30  # an editor reads no more of one story

Link = tuple[float, int, int]  # sum and number of the scores between two groups, and how many say the same
Links = dict[int, dict[int, Link]]
Allowed = Mapping[tuple[int, int], Match]  # the pairs of indices that may share a cluster


def cluster(passages: tuple[Passage, ...], matches: tuple[Match, ...]) -> Clustering:
    """Every passage that is not omitted in exactly one cluster, in story order, and the closest pairs kept apart.

    Passages that repeat their own article come last: they join what they repeat and bring no two claims together.
    """
    asserting = [passage for passage in passages if passage.omit is None]
    place = {passage.id: i for i, passage in enumerate(asserting)}
    known = [match for match in matches if match.a in place and match.b in place]
    copies = {place[match.b]: place[match.a] for match in known if match.verdict is Verdict.COPY}
    allowed = {
        _ordered(place[match.a], place[match.b]): match
        for match in known
        if match.verdict not in (Verdict.DIFFERENT, Verdict.COPY)
    }
    apart = {_ordered(place[match.a], place[match.b]) for match in known if match.verdict is Verdict.DIFFERENT}
    own = [(i, passage) for i, passage in enumerate(asserting) if i not in copies]
    groups = _join([i for i, passage in own if not passage.repeats_own_article], allowed)
    groups = _attach_singles(groups, allowed, apart)
    groups = _attach_repeats(groups, [i for i, passage in own if passage.repeats_own_article], asserting, allowed)
    return _finish(_with_copies(groups, copies), asserting, known, place)


def _with_copies(groups: list[list[int]], copies: Mapping[int, int]) -> list[list[int]]:
    """The groups, each with the passages that print the text of one of its own."""
    group_of = {member: list(group) for group in groups for member in group[:1]}
    first_of = {member: group[0] for group in groups for member in group}
    for copy, printed in copies.items():
        group_of[first_of[printed]].append(copy)
    return [sorted(group_of[group[0]]) for group in groups]


def _ordered(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _attach_singles(groups: list[list[int]], allowed: Allowed, apart: Set[tuple[int, int]]) -> list[list[int]]:
    """The groups, each passage that stands alone added to the one with the passage that it is most like.

    Average linkage leaves out what tells a part of a long sentence; as a member it words and supports nothing unless
    its role says so.
    """
    grown = [list(group) for group in groups]
    group_of = {member: group for group in grown for member in group}
    near = [(-match.score, i, j) for (i, j), match in allowed.items() if match.score >= ATTACHED]
    for _, i, j in sorted(near):
        one, other = group_of.get(i), group_of.get(j)
        if one is None or other is None or one is other or min(len(one), len(other)) > 1:
            continue
        single, group = (one, other) if len(one) == 1 else (other, one)
        if any(_ordered(single[0], member) in apart for member in group):
            continue
        group_of[single[0]] = group
        group.append(single[0])
        single.clear()
    return sorted(sorted(group) for group in grown if group)


def _attach_repeats(
    groups: list[list[int]], repeats: Sequence[int], passages: Sequence[Passage], allowed: Allowed
) -> list[list[int]]:
    """The groups with each of ``repeats`` added to the one that holds what it repeats, or alone; in ``_join``'s order.

    What it repeats is the passage of its own article that it is most like, else that of any.
    """
    grown = [list(group) for group in groups]
    group_of = {member: group for group in grown for member in group}
    beside: dict[int, list[int]] = {i: [] for i in repeats}
    for pair in allowed:
        for i, j in (pair, pair[::-1]):
            if i in beside:
                beside[i].append(j)
    for i in repeats:
        source = passages[i].source
        near = [(allowed[_ordered(i, j)], -j) for j in beside[i] if j in group_of]
        own = [(m.score, j) for m, j in near if m.score >= REPEAT_CUT and passages[-j].source == source]
        best = max(own or [(m.score, j) for m, j in near if m.verdict is Verdict.SAME], default=None)
        group = group_of[-best[1]] if best else []
        if not group or any(_ordered(i, j) not in allowed for j in group):
            group = []
            grown.append(group)
        group.append(i)
        group_of[i] = group
    return sorted(sorted(group) for group in grown)


def _join(members: Sequence[int], allowed: Allowed) -> list[list[int]]:
    """Groups of indices, joined as long as two of them are close enough; each sorted, ordered by their first."""
    alive = {member: [member] for member in members}
    links = _links(members, allowed)
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


def _links(members: Sequence[int], allowed: Allowed) -> Links:
    links: Links = {member: {} for member in members}
    for (i, j), match in allowed.items():
        if i in links and j in links:
            links[i][j] = links[j][i] = (match.score, 1, int(match.verdict is Verdict.SAME))
    return links


def _move_links(links: Links, a: int, b: int) -> None:
    """Give the links of ``b``, which is no more, to ``a``."""
    for c, (summed, count, same) in links.pop(b).items():
        del links[c][b]
        if c != a:
            more, further, also = links[a].get(c, (0.0, 0, 0))
            links[a][c] = links[c][a] = (summed + more, count + further, same + also)


def _offers(a: int, links: Links, alive: Mapping[int, Sequence[int]]) -> list[tuple[float, int, int, int]]:
    """The joins that ``a`` may enter: with groups all of whose passages it is allowed to join, if close on average."""
    found = []
    for c, (summed, count, same) in links[a].items():
        if count == len(alive[a]) * len(alive[c]) and ONE_OF * same >= count and summed / count >= CUT:
            found.append((-summed / count, min(a, c), max(a, c), len(alive[a]) + len(alive[c])))
    return found


def _kept_apart(match: Match) -> Match:
    """A pair that stayed two, with the reason; where both are alike, it lies with the passages they stand with."""
    if match.verdict is not Verdict.SAME:
        return match
    reason = f"alike (score {match.score:.2f}), but not to what the other is joined with"
    return replace(match, verdict=Verdict.NEAR, reason=reason)


def _finish(
    groups: Sequence[Sequence[int]], passages: Sequence[Passage], matches: Sequence[Match], place: Mapping[str, int]
) -> Clustering:
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    inside: list[list[Match]] = [[] for _ in groups]
    near: list[Match] = []
    for match in matches:
        mine = group_of[place[match.a]]
        if mine == group_of[place[match.b]]:
            inside[mine].append(match)
        else:
            across = passages[place[match.a]].source != passages[place[match.b]].source
            if match.score >= (NEAR_MISS if across else EQUAL):
                near.append(_kept_apart(match))
    near.sort(key=lambda match: (-match.score, place[match.a], place[match.b]))
    clusters = tuple(
        Cluster(tuple(passages[member].id for member in group), tuple(inside[number]))
        for number, group in enumerate(groups)
    )
    return Clustering(clusters, tuple(near[:MOST_NEAR_MISSES]))
