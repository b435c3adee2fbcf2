"""Which passage words a claim, which are counted, which differ, which say more."""

from __future__ import annotations

from itertools import combinations

from generator.model import Cluster, Clustering, Contrast, Group, Kind, Match, Passage, Respect, Role, Verdict
from generator.roles import assign_roles
from tests.making import passage

CLOSED = "The harbour bridge at Velm was closed on Tuesday."
SHUT = "Velm has shut its harbour bridge."


def group(*passages: Passage, contrasts: tuple[Contrast, ...] = (), verdict: Verdict = Verdict.SAME) -> Group:
    """The one group of passages that stand in one cluster, any two of which differ in the same respects."""
    matches = tuple(
        Match(a.id, b.id, 0.9 if verdict is Verdict.SAME else 0.4, (), verdict, "given", contrasts)
        for a, b in combinations(passages, 2)
    )
    cluster = Cluster(tuple(one.id for one in passages), matches)
    return assign_roles(passages, Clustering((cluster,)))[0]


def roles(found: Group) -> dict[str, Role]:
    """Roles by the sources of the passages."""
    return {member.passage.partition(":")[0]: member.role for member in found.members}


def test_what_says_what_the_wording_says_supports_it() -> None:
    found = group(passage(SHUT, source="gazette"), passage(SHUT, source="courier"))
    assert roles(found) == {"gazette": Role.LEAD, "courier": Role.SUPPORT}


def test_what_contradicts_the_wording_differs_in_a_named_respect() -> None:
    contrast = Contrast(Respect.NUMBER, "different numbers: 12 / 14", differs=True)
    found = group(passage(CLOSED, source="gazette"), passage(SHUT, source="courier"), contrasts=(contrast,))
    (member,) = found.members[1:]
    assert (member.role, member.respect, member.reason) == (Role.DIFFERS, Respect.NUMBER, contrast.reason)


def test_what_tells_of_somebody_else_is_a_detail_even_where_it_contradicts() -> None:
    contrasts = (Contrast(Respect.STANCE, "opposed words", differs=True), Contrast(Respect.WHO, "different subject"))
    found = group(passage(CLOSED, source="gazette"), passage(SHUT, source="courier"), contrasts=contrasts)
    assert found.members[1].role is Role.DETAIL


def test_a_wording_with_a_figure_that_the_other_does_not_give_is_not_supported_by_it() -> None:
    with_figure = passage("Velm has shut its harbour bridge to 4,000 lorries.", source="gazette")
    found = group(with_figure, passage(SHUT, source="courier"))
    assert found.lead.passage == found.members[0].passage
    assert roles(found) == {"courier": Role.LEAD, "gazette": Role.SUPPORT}


def test_a_figure_counts_whatever_it_is_said_to_count() -> None:
    found = group(
        passage("The plant supplies 60,000 homes.", source="gazette"),
        passage("The plant will supply 60,000 households.", source="courier"),
    )
    assert found.members[1].role is Role.SUPPORT


def test_a_wording_that_names_somebody_of_whom_the_article_knows_nothing_is_not_supported() -> None:
    named = passage("Ines Tarrow has shut the harbour bridge.", source="gazette", actors=("Ines Tarrow",))
    plain = passage(SHUT, source="courier", speaker="the harbour office")
    found = group(named, plain)
    assert roles(found) == {"courier": Role.LEAD, "gazette": Role.SUPPORT}


def test_passages_that_are_less_alike_are_counted_as_one_only_if_all_of_the_wording_is_said() -> None:
    shut, other = passage(SHUT, source="gazette"), "Velm has shut its old library near the bridge."
    found = group(shut, passage(other, source="courier"), verdict=Verdict.NEAR)
    assert found.members[1].role is Role.DETAIL


def test_a_wording_whose_verb_is_not_read_asserts_something_all_the_same() -> None:
    unread = {"kind": Kind.BACKGROUND, "verb": None}
    found = group(
        passage(
            "The ferry that carried pupils across the Wend will stop running on Friday.", source="gazette", **unread
        ),
        passage(
            "The ferry that carried pupils across the river will stop running on Friday.", source="courier", **unread
        ),
    )
    assert found.members[1].role is Role.SUPPORT


def test_the_wording_that_most_sources_support_leads() -> None:
    long = passage("Velm has shut its harbour bridge, which 412 lorries cross each day.", source="gazette")
    found = group(long, passage(SHUT, source="courier"), passage("Velm shut its bridge.", source="herald"))
    assert found.lead.passage != long.id
    assert sum(role in (Role.LEAD, Role.SUPPORT) for role in roles(found).values()) == 3


def test_what_points_at_another_sentence_leads_nothing_that_can_be_read_alone() -> None:
    pointing = passage("On Tuesday Velm did the same with its harbour bridge, 12 years after Tarn.", source="gazette")
    alone = passage("The council of Velm has closed its harbour bridge.", source="courier", position=4)
    assert group(pointing, alone, verdict=Verdict.NEAR).lead.passage == alone.id


def test_of_equals_the_one_that_stands_first_in_its_article_leads() -> None:
    late = passage("The bridge of Velm stays shut to lorries, carts and cars.", source="gazette", position=9)
    early = passage("Velm lost its harbour bridge when a ship struck two piers.", source="courier", position=1)
    assert group(late, early, verdict=Verdict.NEAR).lead.passage == early.id


def test_one_article_that_goes_on_says_no_thing_twice() -> None:
    later = passage("Since Tuesday no lorry has crossed the bridge at Velm.", source="gazette", start=300)
    found = group(passage(CLOSED, source="gazette"), later)
    assert [member.role for member in found.members] == [Role.LEAD, Role.DETAIL]


def test_opinion_neither_words_nor_supports_what_a_report_tells() -> None:
    column = passage(SHUT, source="column", opinion=True, kind=Kind.ASSESSMENT)
    found = group(column, passage(SHUT, source="gazette"))
    assert roles(found) == {"gazette": Role.LEAD, "column": Role.DETAIL}


def test_attribution_survives_merging() -> None:
    said = passage("The mayor said Velm has shut its harbour bridge.", source="gazette", speaker="The mayor")
    found = group(passage(SHUT, source="courier"), said)
    assert found.lead.passage == said.id


def test_every_passage_of_a_cluster_has_one_role_and_the_lead_is_the_first() -> None:
    passages = (passage(CLOSED, source="gazette"), passage(SHUT, source="courier"), passage(SHUT, source="herald"))
    found = group(*passages)
    assert sorted(member.passage for member in found.members) == sorted(one.id for one in passages)
    assert [member.role for member in found.members].count(Role.LEAD) == 1
    assert found.members[0].role is Role.LEAD
    assert found.first == passages[0].id


def test_supports_that_contradict_one_another_are_not_counted_together() -> None:
    plain = passage("A fire broke out in Velm.", source="gazette")
    one = passage("A fire broke out in Velm and killed 25.", source="courier")
    other = passage("A fire broke out in Velm and killed 34.", source="herald")
    contrast = Contrast(Respect.NUMBER, "different numbers: 25 / 34", differs=True)
    matches = (
        Match(plain.id, one.id, 0.9, (), Verdict.SAME, "given"),
        Match(plain.id, other.id, 0.9, (), Verdict.SAME, "given"),
        Match(one.id, other.id, 0.9, (), Verdict.SAME, "given", (contrast,)),
    )
    passages = (plain, one, other)
    (found,) = assign_roles(passages, Clustering((Cluster(tuple(each.id for each in passages), matches),)))
    counted = [member for member in found.members if member.role in (Role.LEAD, Role.SUPPORT)]
    (differing,) = [member for member in found.members if member.role is Role.DIFFERS]
    assert len(counted) == 2
    assert differing.respect is Respect.NUMBER


HURT = "A tram left its rails in Velm and 31 people were hurt, five of them badly."


def test_a_passage_of_another_group_that_says_it_too_stands_under_both() -> None:
    whole = passage(HURT, source="gazette")
    same = passage("In Velm a tram left its rails and 31 people were hurt.", source="courier")
    part = passage("Five of the people were hurt badly.", source="herald", verb="hurt")
    matches = (
        Match(whole.id, same.id, 0.9, (), Verdict.SAME, "given"),
        Match(whole.id, part.id, 0.4, (), Verdict.NEAR, "given"),
    )
    clusters = (Cluster((whole.id, same.id), matches[:1]), Cluster((part.id,)))
    first, second = assign_roles((whole, same, part), Clustering(clusters), matches)
    assert {member.passage for member in first.members} == {whole.id, same.id}
    assert [(member.passage, member.role) for member in second.members] == [
        (part.id, Role.LEAD),
        (whole.id, Role.SUPPORT),
    ]


def test_what_two_sources_say_besides_is_a_claim_of_its_own() -> None:
    lead = passage("A tram left its rails in Velm.", source="gazette")
    twin = passage("A tram left its rails in Velm.", source="tribune")
    one = passage("Fourteen lorries were towed from the depot at Velm.", source="courier")
    other = passage("Fourteen lorries were towed from the depot at Velm by noon.", source="herald")
    passages = (lead, twin, one, other)
    found = assign_roles(
        passages,
        Clustering(
            (
                Cluster(
                    tuple(each.id for each in passages),
                    tuple(Match(a.id, b.id, 0.9, (), Verdict.SAME, "given") for a, b in combinations(passages, 2)),
                ),
            )
        ),
    )
    assert [member.lead.passage for member in found] == [lead.id, one.id]
    assert {member.passage for member in found[1].members} == {one.id, other.id}


def test_nothing_is_cut_that_two_sources_say() -> None:
    text = "The mayor opened the bridge on Thursday."
    lead = passage(text, source="gazette", cuts=((27, 39),))
    found = group(lead, passage(text, source="courier"), passage("The mayor opened the bridge.", source="herald"))
    assert found.cuts in ((), ((27, 39),)) and (found.lead.passage != lead.id or not found.cuts)


def test_what_only_the_lead_says_is_cut() -> None:
    lead = passage("The mayor opened the bridge on Thursday.", source="gazette", cuts=((28, 39),))
    other = passage("She, the mayor, opened the bridge of late.", source="courier")
    found = group(lead, other)
    assert found.lead.passage == lead.id
    assert found.cuts == ((28, 39),)


def test_the_first_passages_of_an_article_word_a_claim_before_later_ones() -> None:
    later = passage("The mayor said that the bridge of Velm is shut for good.", source="gazette", speaker="The mayor")
    filler = [passage(f"A line of {n} words.", source="gazette", start=100 * (n + 1)) for n in range(3)]
    first = passage("Ferries now replace the harbour bridge.", source="courier")
    match = Match(later.id, first.id, 0.9, (), Verdict.SAME, "given")
    clusters = (Cluster((later.id, first.id), (match,)), *(Cluster((one.id,)) for one in filler))
    found = assign_roles((*filler, later, first), Clustering(clusters))[0]
    assert found.lead.passage == first.id


def test_the_beginning_of_an_article_that_the_wording_does_not_say_is_a_claim_of_its_own() -> None:
    begins = passage("Ferries now replace the harbour bridge.", source="courier")
    filler = passage("It is Monday.", source="gazette")
    shared = [passage(SHUT, source="gazette"), passage(SHUT, source="post")]
    matches = [Match(a.id, b.id, 0.9, (), Verdict.SAME, "given") for a, b in combinations((*shared, begins), 2)]
    clusters = (Cluster((*(one.id for one in shared), begins.id), tuple(matches)), Cluster((filler.id,)))
    found = assign_roles((filler, *shared, begins), Clustering(clusters))
    assert begins.id in [one.lead.passage for one in found]
