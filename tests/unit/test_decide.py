"""What an editor's rulings make of the machine's clusters, and where what he folds stands."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.decide import rule_clusters
from generator.errors import InputError
from generator.groups import beneath
from generator.model import (
    Assigned,
    Cluster,
    Clustering,
    Difference,
    DisagreementKind,
    Group,
    Match,
    Passage,
    Respect,
    Role,
    Ruled,
    Rulings,
    Side,
    Verdict,
)
from generator.roles import assign_roles
from tests.making import passage

OPENED = passage("The pier opened on Monday.", source="gazette")
AGAIN = passage("Visitors could use the pier from Monday.", source="courier")
COST = passage("It cost 3 million crowns to mend.", source="gazette", start=40)
PRICE = passage("The repairs cost 3 million crowns.", source="courier", start=60)
CROWD = passage("Hundreds came to see it.", source="radio")
ALL = (OPENED, COST, AGAIN, PRICE, CROWD)


def clustered(*clusters: tuple[Passage, ...], scores: dict[frozenset[str], float] | None = None) -> Clustering:
    """Clusters of these passages, any two of one having been found to be on the same thing."""
    return Clustering(tuple(Cluster(tuple(one.id for one in each), found(each, scores)) for each in clusters))


def found(members: tuple[Passage, ...], scores: dict[frozenset[str], float] | None) -> tuple[Match, ...]:
    pairs = combinations([one.id for one in members], 2)
    return tuple(Match(a, b, (scores or {}).get(frozenset((a, b)), 0.5), (), Verdict.SAME, "given") for a, b in pairs)


def ruled(clustering: Clustering, rulings: Rulings) -> list[set[str]]:
    """The texts of each cluster as the editor has it."""
    matches = tuple(match for cluster in clustering.clusters for match in cluster.matches)
    texts = {one.id: one.text for one in ALL}
    made = rule_clusters(clustering, rulings, ALL, matches, "decisions.yaml")
    return [{texts[one] for one in cluster.members} for cluster in made.clusters]


def same(*passages: Passage) -> tuple[str, ...]:
    return tuple(one.id for one in passages)


def beside(one: Passage, of: Passage, role: Role = Role.DETAIL) -> Assigned:
    return Assigned(one.id, of.id, role, Respect.STATUS if role is Role.DIFFERS else None)


def test_a_passage_that_is_set_beside_a_claim_leaves_the_cluster_that_the_machine_put_it_in() -> None:
    clustering = clustered((OPENED, AGAIN), (COST,), (PRICE, CROWD))
    assert ruled(clustering, Rulings(assigned=(beside(CROWD, OPENED),))) == [
        {OPENED.text, AGAIN.text, CROWD.text}, {COST.text}, {PRICE.text}
    ]  # fmt: skip


def test_a_passage_that_says_the_same_as_another_stays_with_it_whatever_it_is_set_beside() -> None:
    clustering = clustered((OPENED,), (COST,), (AGAIN,), (PRICE,), (CROWD,))
    rulings = Rulings(same=(same(COST, PRICE),), assigned=(beside(COST, OPENED),))
    assert {COST.text, PRICE.text} in ruled(clustering, rulings)


def test_what_stands_beside_a_passage_goes_with_it_to_the_claim_that_this_is_set_beside() -> None:
    clustering = clustered((OPENED,), (COST,), (AGAIN,), (PRICE,), (CROWD,))
    rulings = Rulings(assigned=(beside(CROWD, COST), beside(COST, OPENED)))
    assert {OPENED.text, COST.text, CROWD.text} in ruled(clustering, rulings)


def test_passages_set_beside_one_another_in_a_circle_stay_where_they_are() -> None:
    clustering = clustered((OPENED,), (COST,), (AGAIN,), (PRICE,), (CROWD,))
    rulings = Rulings(assigned=(beside(COST, PRICE), beside(PRICE, COST)))
    assert {COST.text} in ruled(clustering, rulings)


def test_two_leads_of_what_the_machine_joins_are_an_error_that_names_both_lines() -> None:
    both = (Ruled(OPENED.id, "", 2), Ruled(COST.id, "", 5))
    with pytest.raises(InputError, match="one claim has two leads: lines 2 and 5"):
        ruled(clustered((OPENED, COST), (AGAIN, PRICE), (CROWD,)), Rulings(leads=both))


def test_two_claims_that_the_editor_words_are_apart_whatever_the_machine_joins() -> None:
    clustering = clustered((OPENED, COST), (AGAIN, PRICE), (CROWD,))
    words = (Ruled(OPENED.id, "The pier opened.", 1), Ruled(COST.id, "Mending it cost money.", 2))
    assert ruled(clustering, Rulings(wordings=words))[:2] == [{OPENED.text}, {COST.text}]


def test_passages_that_are_the_same_bring_no_more_of_their_clusters_than_belongs_to_them() -> None:
    """What is apart is parted before the clusters of what is the same are joined."""
    clustering = clustered((OPENED, COST, CROWD), (AGAIN, PRICE), scores={frozenset((COST.id, CROWD.id)): 0.9})
    rulings = Rulings(same=(same(OPENED, AGAIN), same(COST, PRICE)), apart=((OPENED.id, COST.id),))
    assert {COST.text, PRICE.text, CROWD.text} in ruled(clustering, rulings)


@pytest.mark.parametrize("verb", ["leads", "wordings"])
def test_two_leads_or_wordings_of_what_is_the_same_are_an_error_that_names_both_lines(verb: str) -> None:
    clustering = clustered((OPENED,), (COST,), (AGAIN,), (PRICE,), (CROWD,))
    both = (Ruled(OPENED.id, "The pier opened.", 4), Ruled(AGAIN.id, "It is open.", 7))
    with pytest.raises(InputError, match=f"one claim has two {verb}: lines 4 and 7"):
        ruled(clustering, Rulings(same=(same(OPENED, AGAIN),), **{verb: both}))


def groups(clustering: Clustering, rulings: Rulings) -> tuple[Group, ...]:
    matches = tuple(match for cluster in clustering.clusters for match in cluster.matches)
    return assign_roles(ALL, clustering, matches, rulings)


def test_passages_of_which_no_two_were_compared_are_the_same_where_the_editor_says_so() -> None:
    clustering = Clustering((Cluster(same(OPENED, CROWD), ()),))
    (group,) = groups(clustering, Rulings(same=(same(OPENED, CROWD),)))
    assert {member.role for member in group.members} == {Role.LEAD, Role.SUPPORT}


def test_of_two_answers_to_a_question_of_the_editors_one_is_not_counted_for_the_claim_of_the_other() -> None:
    sides = (Side("on Monday", same(OPENED)), Side("later", same(AGAIN)))
    rulings = Rulings(differences=(Difference(DisagreementKind.DATE, "When did it open?", sides, "the editor"),))
    (group,) = groups(clustered((OPENED, AGAIN)), rulings)
    assert [(one.role, one.respect) for one in group.members] == [(Role.LEAD, None), (Role.DIFFERS, Respect.DATE)]


def test_the_passage_that_the_editor_words_leads_its_claim() -> None:
    clustering = clustered((OPENED, AGAIN))
    for one in (OPENED, AGAIN):
        (group,) = groups(clustering, Rulings(wordings=(Ruled(one.id, "The pier is open.", 1),)))
        assert (group.lead.passage, group.wording) == (one.id, "The pier is open.")


def test_a_passage_that_is_set_beside_a_claim_does_not_lead_it() -> None:
    clustering = clustered((OPENED, COST))
    (group,) = groups(clustering, Rulings(assigned=(beside(OPENED, COST),)))
    assert group.lead.passage == COST.id


REPEATED = Rulings(same=(same(COST, PRICE),), assigned=(beside(COST, OPENED),))


def test_a_claim_of_several_passages_stands_beneath_another_of_which_the_editor_calls_it_a_detail() -> None:
    made = groups(clustered((OPENED,), (COST, PRICE)), REPEATED)
    assert beneath(made, REPEATED) == {COST.id: (1, 0)}
    assert [[member.passage for member in group.members] for group in made] == [[OPENED.id], [COST.id, PRICE.id]]


def test_a_claim_to_which_the_editor_gives_words_is_folded_beneath_no_other() -> None:
    words = (Ruled(COST.id, "Mending it cost money.", 1),)
    rulings = Rulings(same=REPEATED.same, assigned=REPEATED.assigned, wordings=words)
    made = groups(clustered((OPENED,), (COST, PRICE)), rulings)
    assert not beneath(made, rulings)
