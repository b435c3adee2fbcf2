"""How scored pairs become clusters: by likeness on average, never by chains, never over a conflict."""

from __future__ import annotations

from generator.cluster import ATTACHED, MOST_NEAR_MISSES, cluster
from generator.model import Clustering, Match, Passage, Verdict
from tests.making import passage


def passages(*names: str, **known: object) -> tuple[Passage, ...]:
    """A passage for each name, each of a source of its own."""
    return tuple(passage(f"Passage {name}.", source=name, **known) for name in names)


def pair(a: Passage, b: Passage, score: float, verdict: Verdict | None = None) -> Match:
    found = verdict or (Verdict.SAME if score >= 0.5 else Verdict.NEAR)
    return Match(a.id, b.id, score, (), found, "given")


def members(clustering: Clustering) -> list[str]:
    """Clusters as the sources of their passages, run together."""
    return ["".join(member.partition(":")[0] for member in each.members) for each in clustering.clusters]


def test_passages_without_a_match_stay_alone() -> None:
    assert members(cluster(passages("a", "b"), ())) == ["a", "b"]


def test_a_pair_that_says_the_same_is_one_cluster() -> None:
    a, b, c = passages("a", "b", "c")
    assert members(cluster((a, b, c), (pair(a, c, 0.8),))) == ["ac", "b"]


def test_two_groups_with_one_like_pair_between_them_stay_two() -> None:
    a, b, c, d = passages("a", "b", "c", "d")
    assert members(cluster((a, b, c, d), (pair(a, b, 0.9), pair(c, d, 0.9), pair(b, c, 0.8)))) == ["ab", "cd"]


def test_a_passage_alone_joins_the_group_of_the_one_that_it_is_most_like() -> None:
    a, b, c = passages("a", "b", "c")
    assert members(cluster((a, b, c), (pair(a, b, 0.9), pair(b, c, ATTACHED)))) == ["abc"]


def test_a_passage_alone_that_is_like_none_enough_stays_alone() -> None:
    a, b, c = passages("a", "b", "c")
    assert members(cluster((a, b, c), (pair(a, b, 0.9), pair(b, c, ATTACHED - 0.01)))) == ["ab", "c"]


def test_the_most_alike_are_joined_first() -> None:
    a, b, c = passages("a", "b", "c")
    assert members(cluster((a, b, c), (pair(a, b, 0.52), pair(b, c, 0.9)))) == ["a", "bc"]


def test_a_third_passage_joins_by_its_mean_likeness_to_both() -> None:
    a, b, c = passages("a", "b", "c")
    both = (pair(a, b, 0.9), pair(a, c, 0.55))
    assert members(cluster((a, b, c), (*both, pair(b, c, 0.3)))) == ["abc"]
    assert members(cluster((a, b, c), (*both, pair(b, c, 0.04)))) == ["ab", "c"]


def test_passages_none_of_which_says_the_same_stay_two() -> None:
    a, b = passages("a", "b")
    assert members(cluster((a, b), (pair(a, b, 0.45, Verdict.NEAR),))) == ["a", "b"]


def test_a_conflict_keeps_passages_apart_even_by_way_of_a_third() -> None:
    a, b, c = passages("a", "b", "c")
    matches = (pair(a, b, 0.9), pair(b, c, 0.9), pair(a, c, 0.9, Verdict.DIFFERENT))
    assert "abc" not in members(cluster((a, b, c), matches))


def test_what_was_kept_apart_is_a_near_miss_the_closest_first() -> None:
    a, b, c = passages("a", "b", "c")
    matches = (pair(a, b, 0.6, Verdict.DIFFERENT), pair(a, c, 0.7, Verdict.DIFFERENT))
    assert [match.score for match in cluster((a, b, c), matches).near_misses] == [0.7, 0.6]


def test_what_is_hardly_alike_or_of_one_article_is_no_near_miss() -> None:
    a, b = passages("a", "b")
    later = passage("Passage a goes on.", source="a", start=500)
    matches = (pair(a, b, 0.45, Verdict.DIFFERENT), pair(a, later, 0.7, Verdict.DIFFERENT))
    assert cluster((a, b, later), matches).near_misses == ()


def test_no_more_near_misses_are_kept_than_an_editor_reads() -> None:
    many = passages(*"abcdefghijkl")
    matches = tuple(pair(x, y, 0.6, Verdict.DIFFERENT) for i, x in enumerate(many) for y in many[i + 1 :])
    assert len(cluster(many, matches).near_misses) == MOST_NEAR_MISSES < len(matches)


def test_a_like_pair_that_a_third_passage_keeps_apart_says_so() -> None:
    a, b, c = passages("a", "b", "c")
    (near,) = cluster((a, b, c), (pair(a, b, 0.9), pair(b, c, 0.52))).near_misses
    assert near.verdict is Verdict.NEAR
    assert near.reason == "alike (score 0.52), but not to what the other is joined with"


def test_a_cluster_holds_the_matches_that_hold_it_together() -> None:
    a, b = passages("a", "b")
    match = pair(a, b, 0.8)
    found = cluster((a, b), (match,))
    assert found.clusters[0].matches == (match,)
    assert found.near_misses == ()


def test_an_omitted_passage_stands_in_no_cluster() -> None:
    (a,) = passages("a")
    (left_out,) = passages("b", omit="asserts nothing")
    assert members(cluster((a, left_out), (pair(a, left_out, 0.9),))) == ["a"]


def test_a_repeat_joins_its_own_article_more_easily() -> None:
    told = passage("The bridge is closed.", source="a")
    repeat = passage("Why is it closed?", source="a", start=500, repeats_own_article=True)
    assert members(cluster((told, repeat), (pair(told, repeat, 0.35),))) == ["aa"]


def test_a_repeat_does_not_bring_two_claims_together() -> None:
    told, other = passages("a", "b")
    repeat = passage("The bridge, once more.", source="a", start=500, repeats_own_article=True)
    matches = (pair(told, repeat, 0.6), pair(other, repeat, 0.9), pair(told, other, 0.4))
    assert members(cluster((told, other, repeat), matches)) == ["aa", "b"]


def test_clusters_stand_in_story_order() -> None:
    a, b, c, d = passages("a", "b", "c", "d")
    assert members(cluster((a, b, c, d), (pair(b, d, 0.9), pair(a, c, 0.6)))) == ["ac", "bd"]


def test_every_passage_stands_in_exactly_one_cluster() -> None:
    many = passages(*"abcdefgh")
    matches = tuple(pair(x, y, 0.5 + 0.05 * (i % 7)) for i, x in enumerate(many) for y in many[i + 1 : i + 4])
    found = sorted(member for each in cluster(many, matches).clusters for member in each.members)
    assert found == sorted(each.id for each in many)
