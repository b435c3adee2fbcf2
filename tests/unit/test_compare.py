"""Which pairs of passages say the same, which are only near, and what keeps alike ones apart."""

from __future__ import annotations

import pytest

from generator.compare import compare, compare_all
from generator.model import Kind, Match, Passage, Respect, Verdict
from tests.making import passage

BRIDGE = "The harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two piers."
BRIDGE_AGAIN = "Velm closed its harbour bridge on Tuesday when inspectors found cracks in the piers."
OTHERS = (
    "Ferry tickets will cost twice as much from next month, the operator wrote.",
    "A school in the northern suburb won the regional prize for mathematics.",
    "Farmers expect a poor harvest of barley because the spring was dry.",
    "The museum has bought three paintings from a private collection.",
    "Two of the orchestra's violinists retire at the end of the season.",
    "Rain is likely in the valley until the weekend, forecasters wrote.",
)


def story(*passages: Passage) -> tuple[Passage, ...]:
    """The passages, and some from a further source that speak of other things."""
    rest = tuple(passage(text, source="other", start=1000 * place) for place, text in enumerate(OTHERS, 1))
    return passages + rest


def match_of(a: Passage, b: Passage) -> Match | None:
    """The match of two passages of one story."""
    found = [match for match in compare(story(a, b)) if {match.a, match.b} == {a.id, b.id}]
    return found[0] if found else None


def bridge(source: str, text: str = BRIDGE, **known: object) -> Passage:
    return passage(text, source=source, **known)


def reason(a: Passage, b: Passage) -> str:
    """The first respect in which two passages are not alike, which there must be."""
    match = match_of(a, b)
    assert match is not None
    assert match.contrasts
    return match.contrasts[0].reason


def test_the_same_told_in_other_words_is_the_same() -> None:
    match = match_of(bridge("gazette"), bridge("courier", BRIDGE_AGAIN))
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_passages_that_share_no_words_are_no_match() -> None:
    assert match_of(bridge("gazette"), passage("Owls hunt mice by night.", source="courier")) is None


def test_a_passage_that_is_left_out_is_not_compared() -> None:
    assert match_of(bridge("gazette"), bridge("courier", omit="asserts nothing")) is None


def test_the_terms_add_up_to_the_score() -> None:
    plain, other = bridge("gazette"), bridge("courier", BRIDGE_AGAIN)
    match = match_of(plain, other)
    assert match is not None
    assert {"characters", "telling words", "company"} <= {term.name for term in match.terms}
    assert sum(term.weight for term in match.terms) > 0


def test_a_shared_number_makes_two_passages_more_alike() -> None:
    with_number = "The bridge carried 412 lorries on the morning before it was closed."
    told_again = "Some 412 lorries had crossed the bridge before it was closed that morning."
    other_number = "Some 975 lorries had crossed the bridge before it was closed that morning."
    passages = [passage(text, source=str(i)) for i, text in enumerate((with_number, told_again, other_number, *OTHERS))]
    same, different = compare_all(passages, [(0, 1), (0, 2)])
    assert same > different


def test_scores_of_wanted_pairs_do_not_depend_on_their_order() -> None:
    passages = list(story(bridge("gazette"), bridge("courier", BRIDGE_AGAIN)))
    assert compare_all(passages, [(0, 1)]) == compare_all(passages, [(1, 0)])


def test_a_denial_never_stands_in_one_claim_with_what_it_denies() -> None:
    match = match_of(bridge("gazette", kind=Kind.ALLEGATION), bridge("courier", BRIDGE_AGAIN, kind=Kind.DENIAL))
    assert match is not None
    assert match.verdict is Verdict.DIFFERENT
    assert match.reason == "a denial and an allegation"


def test_two_states_in_one_frame_are_two_claims() -> None:
    match = match_of(bridge("gazette", subject="China"), bridge("courier", BRIDGE_AGAIN, subject="Japan"))
    assert match is not None
    assert match.verdict is Verdict.DIFFERENT


def test_a_conflict_decides_no_grouping() -> None:
    match = match_of(bridge("gazette", negated=True), bridge("courier", BRIDGE_AGAIN))
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_what_is_negated_is_not_what_is_affirmed() -> None:
    found = reason(bridge("gazette", negated=True), bridge("courier", BRIDGE_AGAIN))
    assert found == "one affirms, the other negates"


def test_two_ways_to_negate_are_not_opposed() -> None:
    negated = "Details of the contract for the bridge have not been disclosed by the city of Velm."
    affirmed = "Details of the contract for the bridge at Velm remain undisclosed by the city."
    match = match_of(
        passage(negated, source="gazette", negated=True, verb="disclose"),
        passage(affirmed, source="courier", verb="remain"),
    )
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_a_plan_is_not_what_has_happened() -> None:
    found = reason(bridge("gazette", planned=True, kind=Kind.PLAN), bridge("courier", BRIDGE_AGAIN))
    assert found == "one is planned, the other has happened"


def test_a_plan_is_not_what_somebody_says_has_happened() -> None:
    planned = passage(
        "The piers of the bridge at Velm will be inspected.", source="gazette", planned=True, verb="inspect"
    )
    told = "The piers of the bridge at Velm were inspected, the mayor said."
    said = passage(told, source="courier", kind=Kind.STATEMENT, speaker="the mayor", verb="inspect")
    assert reason(planned, said) == "one is planned, the other has happened"


def test_an_accusation_is_never_turned_round() -> None:
    both = {"actors": ("Norland", "Sutland")}
    found = reason(
        bridge("gazette", BRIDGE_AGAIN, subject="Norland", **both),
        bridge("courier", BRIDGE_AGAIN, subject="Sutland", **both),
    )
    assert found == "turned round: Norland / Sutland"


def test_a_short_form_of_a_name_is_not_a_different_subject() -> None:
    match = match_of(bridge("gazette", subject="Ines Tarrow"), bridge("courier", BRIDGE_AGAIN, subject="Tarrow"))
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_different_speakers_do_not_say_one_thing() -> None:
    found = reason(bridge("gazette", speaker_actor="Norland"), bridge("courier", BRIDGE_AGAIN, speaker_actor="Sutland"))
    assert found == "different speaker: Norland / Sutland"


def test_two_who_share_their_family_name_alone_are_different_speakers() -> None:
    one = "The ferry to Orrin will be closed next spring, {} Tarrow said."
    found = reason(
        bridge("gazette", one.format("Ines"), speaker="Ines Tarrow", speaker_actor="Ines Tarrow"),
        bridge("courier", one.format("Jonas"), speaker="Jonas Tarrow", speaker_actor="Jonas Tarrow"),
    )
    assert found == "different speaker: Ines Tarrow / Jonas Tarrow"


@pytest.mark.parametrize("other", ["Tarrow", "Council Leader Ines Tarrow", "Inez Tarrow", "Council Leader Tarrow"])
def test_one_speaker_under_several_names_is_one(other: str) -> None:
    match = match_of(
        bridge("gazette", speaker_actor="Ines Tarrow"), bridge("courier", BRIDGE_AGAIN, speaker_actor=other)
    )
    assert match is not None
    assert Respect.SPEAKER not in [contrast.respect for contrast in match.contrasts]


def test_what_somebody_says_is_not_what_the_same_one_does() -> None:
    said = bridge("gazette", speaker_actor="Ines Tarrow", reporting="say", verb="close")
    assert reason(said, bridge("courier", BRIDGE_AGAIN, subject="Ines Tarrow", verb="inspect")) == (
        "what Ines Tarrow says, and what Ines Tarrow does"
    )


def test_two_holders_of_one_role_keep_passages_apart() -> None:
    one = "The minister met his counterpart, Anna Brel, at the harbour of Velm on Tuesday for talks."
    other = "At the harbour of Velm the minister met his counterpart, Tilda Cern, for talks on Tuesday."
    found = reason(
        passage(one, source="gazette", actors=("Anna Brel",)), passage(other, source="courier", actors=("Tilda Cern",))
    )
    assert found == "two names for one office: Anna Brel / Tilda Cern"


def test_different_numbers_of_one_thing_keep_passages_apart() -> None:
    found = reason(
        bridge("gazette", "Inspectors found 14 cracks in the piers of the harbour bridge at Velm on Tuesday."),
        bridge("courier", "On Tuesday inspectors found 31 cracks in the piers of the harbour bridge at Velm."),
    )
    assert found.startswith("different numbers: ")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The dockers' union supports the closing of the harbour bridge at Velm for a year of repairs.",
            "The dockers' union opposes the closing of the harbour bridge at Velm for a year of repairs.",
            "opposed words: support / oppos",
        ),
        (
            "Engineers switched off the lamps of the harbour bridge at Velm before the inspection.",
            "Engineers switched the lamps of the harbour bridge at Velm back on: they were switched on in the evening.",
            "opposed words: switch off / switch on",
        ),
        (
            "Chief executive Anna Brel said that the harbour bridge at Velm needs new piers this year.",
            "The harbour bridge at Velm needs new piers this year, said chief executive Tilda Cern.",
            "two names for one office: Anna Brel / Tilda Cern",
        ),
        (
            "The harbour bridge at Velm was closed on Tuesday after inspectors found cracks in its piers.",
            "The harbour bridge at Velm was closed on Friday after inspectors found cracks in its piers.",
            "different days: Tuesday / Friday",
        ),
        (
            "The harbour bridge at Velm was closed on 9 July after inspectors found cracks in its piers.",
            "The harbour bridge at Velm was closed on July 11 after inspectors found cracks in its piers.",
            "different days: 9 Jul / 11 Jul",
        ),
        (
            "In 1998 the harbour bridge at Velm was closed after inspectors had found cracks in its piers.",
            "The harbour bridge at Velm was closed on Tuesday after inspectors had found cracks in its piers.",
            "then and now: 1998",
        ),
        (
            "The collapse of the harbour bridge at Velm left 12 dead at noon, the harbour office said.",
            "At noon the harbour office put deaths at 14 in the collapse of the harbour bridge at Velm.",
            "different numbers: 12 / 14",
        ),
        (
            "The operator offered to repair the harbour bridge at Velm and its cracked piers at its own cost.",
            "The city refused to repair the harbour bridge at Velm and its cracked piers at its own cost.",
            "opposed words: offer / refus",
        ),
        (
            "The operator may be fined 9,000 crowns for the cracks in the piers of the harbour bridge at Velm.",
            "The operator was fined 9,000 crowns for the cracks in the piers of the harbour bridge at Velm.",
            "one may be, the other has happened",
        ),
        (
            "In 1931 the harbour bridge at Velm lost a fifth of its lorries in fifteen days.",
            "The harbour bridge at Velm has now lost a fifth of its lorries from its best days.",
            "then and now: 1931",
        ),
    ],
    ids=["stance", "particle", "office", "weekday", "date", "year", "toll", "offer", "possible", "now"],
)
def test_what_cannot_both_be_one_claim_is_a_contrast(one: str, other: str, expected: str) -> None:
    assert reason(passage(one, source="gazette"), passage(other, source="courier")) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour bridge at Velm is about 12 miles from the lighthouse where the cracks were first seen.",
            "Cracks were first seen at the lighthouse, which is 19 kilometres from the harbour bridge at Velm.",
        ),
        (
            "Nearly 4,000 people had to leave their homes below the harbour bridge at Velm because of the cracks.",
            "Because of the cracks 3,960 residents had to leave their homes below the harbour bridge at Velm.",
        ),
        (
            "Almost a fifth of the piers of the harbour bridge at Velm have cracks, inspectors found.",
            "Inspectors found that 18 per cent of the piers of the harbour bridge at Velm have cracks.",
        ),
        (
            "About ninety lorries were on the harbour bridge at Velm when inspectors found the cracks.",
            "When inspectors found the cracks, some 90 lorries were on the harbour bridge at Velm.",
        ),
    ],
    ids=["miles", "rounded", "share", "word"],
)
def test_one_figure_in_other_words_is_the_same(one: str, other: str) -> None:
    match = match_of(passage(one, source="gazette"), passage(other, source="courier"))
    assert match is not None
    assert match.verdict is Verdict.SAME
    assert {term.name: term.value for term in match.terms}["numbers"] >= 0


def test_a_denial_in_a_quotation_is_the_denial_that_is_reported() -> None:
    reported = "The city of Velm denied that cracks in the piers of the harbour bridge had been hidden."
    quoted = "“No cracks in the piers of the harbour bridge were hidden,” the city of Velm said."
    match = match_of(
        passage(reported, source="gazette", kind=Kind.DENIAL),
        passage(quoted, source="courier", kind=Kind.STATEMENT, negated=True),
    )
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_a_union_and_its_secretary_say_one_thing() -> None:
    match = match_of(
        bridge("gazette", speaker="The Dockers' Union", speaker_actor="Dockers' Union"),
        bridge("courier", BRIDGE_AGAIN, speaker="union secretary Bram Oltmann", speaker_actor="Bram Oltmann"),
    )
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_two_sayings_of_one_speaker_that_share_nothing_else_stay_two() -> None:
    known = {"speaker": "Superintendent Ines Tarrow of Velm harbour", "speaker_actor": "Ines Tarrow"}
    one = "“We do not know,” said Superintendent Ines Tarrow of Velm harbour on Tuesday."
    other = "Superintendent Ines Tarrow of Velm harbour warned on Tuesday of rust."
    found = reason(
        passage(one, source="gazette", verb="know", **known), passage(other, source="courier", verb="warn", **known)
    )
    assert found == "Ines Tarrow says one thing, and another"


def test_the_press_is_no_actor_that_keeps_passages_apart() -> None:
    match = match_of(bridge("gazette", actors=("AP",)), bridge("courier", BRIDGE_AGAIN, actors=("Ines Tarrow",)))
    assert match is not None
    assert match.verdict is Verdict.SAME


def test_the_reason_names_what_both_share() -> None:
    match = match_of(bridge("gazette"), bridge("courier", BRIDGE_AGAIN))
    assert match is not None
    assert match.reason.endswith("both: harbour, bridge, Velm, closed, piers")


def test_different_quotations_keep_passages_apart() -> None:
    found = reason(
        bridge("gazette", "“Nobody warned our office,” the mayor of Velm said of the cracks in the harbour bridge."),
        bridge("courier", "Of the cracks in the harbour bridge the mayor of Velm said: “Repairs start today.”"),
    )
    assert found == "different quotations"


@pytest.mark.parametrize("count", [0, 1])
def test_a_story_with_nothing_to_compare_has_no_matches(count: int) -> None:
    assert compare(tuple(bridge("gazette") for _ in range(count))) == ()


def test_passages_without_any_word_are_no_match() -> None:
    assert compare((passage("…", source="gazette"), passage("…", source="courier"))) == ()


def test_one_text_with_another_number_is_a_contrast_whatever_the_number_counts() -> None:
    assert (
        reason(
            bridge("gazette", "Notice 21-B was put up at the harbour bridge of Velm by the office."),
            bridge("courier", "Notice 27-B was put up at the harbour bridge of Velm by the office."),
        )
        == "one text, different numbers: 21 / 27"
    )
