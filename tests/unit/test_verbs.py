"""What each decision of an editor does to a digest, on invented articles about a pier."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model import Digest, Disagreement, Kind, Use, Verb
from tests.deciding import PIER, build, claim, decide, quotes, work, write_story

OPENED = '{gazette: "The pier of Orm opened on Monday"}'
WALK = '{courier: "Visitors could walk on the pier"}'
CAME = '{radio: "Hundreds of visitors came"}'
THREE = '{gazette: "cost three million crowns"}'
FOUR = '{courier: "cost four million crowns"}'
HURT = '{courier: "Two workers were hurt"}'
DENIED = '{gazette: "The council denied"}'
RIBBON = '{gazette: "cut the ribbon"}'
BAND = '{gazette: "a band played"}'
CRITICS = '{radio: "Critics say the money"}'
LIGHTHOUSE = '{radio: "The old lighthouse"}'
HOTELS = '{courier: "Hotels along the bay"}'
COST = "How high was the price?"


def decided(folder: Path, *decisions: str) -> Digest:
    return build(write_story(folder, *decisions))


def question(digest: Digest, asked: str) -> Disagreement:
    (found,) = [one for one in digest.disagreements if asked in one.question]
    return found


def omitted(digest: Digest, source: str, words: str) -> str | None:
    """Why a passage is left out; None where it is not."""
    start = PIER[source].index(words)
    (entry,) = [one for one in digest.coverage if one.source == source and one.start <= start < one.end]
    return None if entry.use is Use.CLAIM else entry.reason


def test_what_says_the_same_is_one_claim_and_counted(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, f"same: [{OPENED}, {WALK}, {CAME}]", f"lead: {OPENED}"), "pier of Orm opened")
    assert found.sources == ("gazette", "courier", "radio")


def test_what_is_apart_stands_in_no_claim_together(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"apart: [{OPENED}, {CAME}]")
    assert not [one for one in digest.claims if {"gazette", "radio"} <= {each.source for each in one.citations}]


def test_three_that_are_apart_are_three_claims(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"apart: [{OPENED}, {WALK}, {CAME}]")
    words = ("The pier of Orm opened", "Visitors could walk", "Hundreds of visitors")
    assert len({claim(digest, one).id for one in words}) == 3


def test_two_quotes_of_one_passage_part_it_in_two(tmp_path: Path) -> None:
    digest = decided(tmp_path, 'apart: [{radio: "Hundreds of visitors came"}, {radio: "when it opened again"}]')
    cited = {one.quote: each.id for each in digest.claims for one in each.supports}
    assert cited["Hundreds of visitors came to the pier of Orm on Monday,"] != cited["when it opened again."]


def test_a_lead_words_its_claim(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, f"same: [{OPENED}, {WALK}]", f"lead: {WALK}"), "Visitors could walk")
    assert found.citations[0].quote == "Visitors could walk on the pier of Orm again from Monday."
    assert "gazette" in found.sources


def test_a_claim_has_the_words_that_the_editor_gives_it(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, f'text: "The pier opened.", of: {OPENED}'), "The pier opened.")
    assert found.worded
    assert "gazette" in found.sources


def test_the_words_of_an_editor_that_his_claim_does_not_cite_are_named(tmp_path: Path) -> None:
    folder = write_story(tmp_path, f'text: "The pier opened on Friday.", of: {OPENED}')
    (finding,) = work(folder).rulings.unfounded
    assert finding.startswith(f"{(folder / 'decisions.yaml').as_posix()}:1: ")
    assert "Friday" in finding


def test_a_claim_is_of_the_kind_that_the_editor_names(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"kind: background, of: {RIBBON}")
    assert claim(digest, "cut the ribbon").kind is Kind.BACKGROUND


def test_a_claim_is_said_by_whom_the_editor_names(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, f"by: the council, of: {RIBBON}"), "cut the ribbon")
    assert found.attributed_to == "the council"
    assert found.text.startswith("The council: ")


def test_whom_no_capture_names_is_told(tmp_path: Path) -> None:
    (finding,) = work(write_story(tmp_path, f'by: "the fire brigade", of: {RIBBON}')).rulings.unfounded
    assert "'the fire brigade'" in finding


@pytest.mark.parametrize("nobody", ["", '""'])
def test_a_claim_that_nobody_says_is_attributed_to_nobody(tmp_path: Path, nobody: str) -> None:
    found = claim(decided(tmp_path, f"by: {nobody}, of: {CRITICS}"), "the money was needed")
    assert found.attributed_to is None


def test_a_claim_stands_in_the_section_that_the_editor_names(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"section: The day, of: [{RIBBON}, {LIGHTHOUSE}]")
    (section,) = [one for one in digest.sections if one.title == "The day"]
    assert {digest.claim(one).citations[0].source for one in section.claims} == {"gazette", "radio"}


def test_a_section_of_the_program_may_be_named_by_its_title(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"section: Reactions, of: {LIGHTHOUSE}")
    assert [one.id for one in digest.sections if "lighthouse" in digest.claim(one.claims[-1]).text] == ["reactions"]


def test_a_claim_stands_right_after_the_one_that_the_editor_names(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"after: {RIBBON}, of: {CRITICS}")
    order = [one.id for one in digest.claims]
    assert order.index(claim(digest, "Critics").id) == order.index(claim(digest, "cut the ribbon").id) + 1


def test_the_claims_in_brief_are_those_that_the_editor_lists(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"brief: [{LIGHTHOUSE}, {RIBBON}]")
    brief = {claim(digest, "The old lighthouse").id, claim(digest, "cut the ribbon").id}
    assert {one.id for one in digest.claims if one.in_brief} == brief


def test_the_summary_is_made_of_the_claims_that_the_editor_lists_in_his_order(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"summary: [{LIGHTHOUSE}, {RIBBON}]")
    assert digest.summary_claims == (claim(digest, "lighthouse").id, claim(digest, "cut the ribbon").id)


def test_what_is_dropped_is_left_out_for_the_reason_that_is_given(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"drop: {BAND}, why: nobody needs it")
    assert omitted(digest, "gazette", "a band played") == "left out by the editor: nobody needs it"
    assert not [one for one in digest.claims if "band" in one.text]


def test_what_the_program_leaves_out_is_kept(tmp_path: Path) -> None:
    digest = build(write_story(tmp_path / "before"))
    assert omitted(digest, "courier", "Hotels along")
    assert claim(decided(tmp_path / "after", f"keep: {HOTELS}"), "Hotels along the bay").sources == ("courier",)


def test_furniture_is_no_part_of_the_article(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"furniture: {LIGHTHOUSE}")
    start = PIER["radio"].index("The old lighthouse")
    (entry,) = [one for one in digest.coverage if one.source == "radio" and one.start == start]
    assert (entry.use, entry.reason) == (Use.FURNITURE, "the editor: no part of the article")


def test_what_the_program_takes_for_furniture_is_article_where_the_editor_says_so(tmp_path: Path) -> None:
    menu = {**PIER, "radio": f"Menu of the weather\n\n{PIER['radio']}"}
    uses = []
    for lines in ((), ('article: {radio: "Menu of the weather"}',)):
        digest = build(write_story(tmp_path, *lines, **menu))
        uses.append(next(one.use for one in digest.coverage if one.source == "radio" and one.start == 0))
    assert uses == [Use.FURNITURE, Use.OMITTED]


def test_a_passage_also_supports_another_claim(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"also: {CAME}, of: {RIBBON}")
    assert "radio" in claim(digest, "cut the ribbon").sources
    assert "radio" in claim(digest, "pier of Orm opened").sources


def test_a_passage_differs_from_a_claim_in_the_respect_that_is_named(tmp_path: Path) -> None:
    (other,) = claim(decided(tmp_path, f"differs: {CRITICS}, of: {RIBBON}, as: stance"), "cut the ribbon").differing
    assert (other.source, other.respect) == ("radio", "stance")


def test_a_detail_is_not_counted(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, f"detail: {CAME}, of: {OPENED}"), "The pier of Orm opened")
    assert "radio" not in found.sources
    assert "radio" in {one.source for one in found.details}


def test_a_difference_has_the_question_and_the_sides_that_the_editor_gives(tmp_path: Path) -> None:
    sides = f"[{{say: It opened, in: {OPENED}}}, {{say: It stays closed, in: {LIGHTHOUSE}}}]"
    found = question(decided(tmp_path, f'differ: "What opened?", as: status, sides: {sides}'), "What opened?")
    assert [(one.text, one.citations[0].source) for one in found.positions] == [
        ("It opened", "gazette"),
        ("It stays closed", "radio"),
    ]


def test_what_agrees_is_no_disagreement(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"agree: [{THREE}, {FOUR}]")
    assert [one.question for one in digest.disagreements if COST in one.question] == []
    assert not [one for one in digest.claims if one.differing]


def test_a_disagreement_is_asked_in_the_words_of_the_editor(tmp_path: Path) -> None:
    digest = decided(tmp_path, f'ask: "What did the repairs cost?", of: {THREE}')
    assert {one.source for side in question(digest, "What did the repairs cost?").positions for one in side.citations}
    assert not [one for one in digest.disagreements if one.question == COST]


def test_sources_of_one_text_count_as_one_origin(tmp_path: Path) -> None:
    found = claim(decided(tmp_path, "origin: [gazette, radio]"), "pier of Orm opened")
    assert (found.sources, found.origins) == (("gazette", "radio"), ("gazette",))


def test_every_verb_is_shown_here() -> None:
    shown = Path(__file__).read_text(encoding="utf-8")
    assert [verb for verb in Verb if f'"{verb.value}: ' not in shown and f"'{verb.value}: " not in shown] == []


SAYS_SO = (f"also: {THREE}, of: {RIBBON}",), (f"same: [{THREE}, {RIBBON}]", f"lead: {RIBBON}")
SAID = "The repairs cost three million crowns, the council said."


@pytest.mark.parametrize("lines", SAYS_SO)
def test_what_somebody_says_counts_for_no_claim_that_names_nobody(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """Attribution survives the editor, too: he words the claim, or leads it with what names who says it."""
    folder = write_story(tmp_path, *lines)
    found = claim(build(folder), "cut the ribbon")
    assert SAID in quotes(found, "detail")
    (finding,) = work(folder).rulings.unfounded
    assert finding.startswith(f"{(folder / 'decisions.yaml').as_posix()}:1: 'The repairs cost three million")
    worded = build(decide(folder, *lines, f'text: "Ada Kell cut the ribbon.", of: {RIBBON}'))
    assert "The repairs cost three million crowns, the council said." in quotes(
        claim(worded, "cut the ribbon"), "support"
    )


@pytest.mark.parametrize(("verb", "role"), [("also", "support"), ("differs", "differs"), ("detail", "detail")])
@pytest.mark.parametrize("passage", [WALK, CAME])
def test_a_role_that_the_editor_gives_is_the_role_whatever_the_program_gave(
    tmp_path: Path, verb: str, role: str, passage: str
) -> None:
    found = claim(decided(tmp_path, f"{verb}: {passage}, of: {OPENED}", f"lead: {OPENED}"), "The pier of Orm opened")
    words = passage.partition('"')[2].rstrip('"}')
    assert [one for one in quotes(found, role) if one.startswith(words)]


def test_a_decision_that_stands_twice_is_one(tmp_path: Path) -> None:
    """Branches of two editors who decide the same are merged line by line."""
    lines = (
        f"same: [{OPENED}, {WALK}]", f"lead: {WALK}", f"also: {CAME}, of: {RIBBON}", f"drop: {BAND}",
        f"differs: {CRITICS}, of: {RIBBON}, as: stance", f"after: {RIBBON}, of: {LIGHTHOUSE}",
        f'differ: "What?", sides: [{{say: It opened, in: {OPENED}}}, {{say: No, in: {LIGHTHOUSE}}}]',
        f"brief: [{RIBBON}]", f'ask: "What did it cost?", of: {FOUR}', "origin: [gazette, radio]",
    )  # fmt: skip
    folder = write_story(tmp_path, *lines)
    once = build(folder)
    assert build(decide(folder, *lines, *lines)) == once


def test_no_claim_counts_a_passage_twice(tmp_path: Path) -> None:
    digest = decided(tmp_path, f"also: {CAME}, of: {RIBBON}", f"also: {CAME}, of: {RIBBON}, why: twice")
    found = [one.passage for one in claim(digest, "cut the ribbon").citations]
    assert len(found) == len(set(found))


def test_passages_that_are_cited_besides_stand_in_the_order_of_the_story(tmp_path: Path) -> None:
    lines = (f"also: {FOUR}, of: {DENIED}", f"also: {CRITICS}, of: {DENIED}")
    folder = write_story(tmp_path, *lines)
    assert build(folder) == build(decide(folder, *lines[::-1]))


SAME, APART = f"same: [{OPENED}, {WALK}]", f"apart: [{OPENED}, {WALK}]"
SIDES = f"[{{say: three, in: {THREE}}}, {{say: four, in: {FOUR}}}]"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ((SAME, APART), "1 and 2"),
        ((f"same: [{OPENED}, {WALK}]", f"same: [{WALK}, {CAME}]", f"apart: [{OPENED}, {CAME}]"), "1, 2 and 3"),
        ((SAME, f"lead: {OPENED}", f"lead: {WALK}"), "2 and 3"),
        ((SAME, f"text: The pier opened., of: {OPENED}", f"text: Visitors could walk., of: {WALK}"), "2 and 3"),
        ((f"text: The pier opened., of: {OPENED}", f"text: It opened., of: {OPENED}"), "1 and 2"),
        ((f"summary: [{OPENED}]", f"summary: [{RIBBON}]"), "1 and 2"),
        ((f"brief: [{OPENED}]", f"brief: [{RIBBON}]"), "1 and 2"),
        ((f"kind: plan, of: {RIBBON}", f"kind: event, of: {RIBBON}"), "1 and 2"),
        ((f"by: the council, of: {RIBBON}", f"by: , of: {RIBBON}"), "1 and 2"),
        ((f"section: One, of: {RIBBON}", f"section: Two, of: {RIBBON}"), "1 and 2"),
        ((SAME, f"section: One, of: {OPENED}", f"section: Two, of: {WALK}"), "2 and 3"),
        ((f"after: {OPENED}, of: {RIBBON}", f"after: {CRITICS}, of: {RIBBON}"), "1 and 2"),
        ((SAME, f"after: {RIBBON}, of: {OPENED}", f"after: {CRITICS}, of: {WALK}"), "2 and 3"),
        ((f"drop: {BAND}", f"keep: {BAND}"), "1 and 2"),
        ((f"furniture: {LIGHTHOUSE}", f"article: {LIGHTHOUSE}"), "1 and 2"),
        ((f"detail: {CAME}, of: {OPENED}", f"differs: {CAME}, of: {OPENED}"), "1 and 2"),
        ((SAME, f"differs: {WALK}, of: {OPENED}"), "1 and 2"),
        ((SAME, f"detail: {WALK}, of: {OPENED}"), "1 and 2"),
        ((APART, f"also: {WALK}, of: {OPENED}"), "1 and 2"),
        ((f"agree: [{THREE}, {FOUR}]", f'differ: "Cost?", sides: {SIDES}'), "1 and 2"),
        ((f'ask: "How much?", of: {THREE}', f'ask: "What price?", of: {THREE}'), "1 and 2"),
        ((f"drop: {BAND}", f"also: {BAND}, of: {RIBBON}"), "1 and 2"),
    ],
)  # fmt: skip
def test_two_decisions_of_which_one_can_hold_are_named_by_their_lines(
    tmp_path: Path, lines: tuple[str, ...], named: str
) -> None:
    for number, order in enumerate((lines, lines[::-1])):
        folder = write_story(tmp_path / str(number), *order)
        with pytest.raises(InputError) as caught:
            build(folder)
        if number == 0:
            assert f"lines {named}; " in str(caught.value)
        assert str(caught.value).startswith((folder / "decisions.yaml").as_posix())


def test_a_quote_that_stands_in_two_passages_is_too_short(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"decisions.yaml:1: the quote 'repairs' stands in 2 .*; quote more of it"):
        decided(tmp_path, 'drop: {courier: "repairs"}')


def test_a_part_that_repeats_its_article_gives_way_to_what_it_repeats(tmp_path: Path) -> None:
    """An FAQ says again what the article said: a quote of both is meant of the article."""
    asked = "Frequently asked questions\n\nWhen did the pier open?\n\nThe pier of Orm opened on Monday.\n"
    texts = {**PIER, "gazette": f"{PIER['gazette']}\n{asked}"}
    workings = work(write_story(tmp_path, 'lead: {gazette: "The pier of Orm opened on Monday"}', **texts))
    (lead,) = workings.rulings.leads
    assert lead.passage.startswith("gazette:0-")


@pytest.mark.parametrize(
    "decision",
    [
        'text: "“The repairs were cheap,” Jon Addel said.", of: {courier: "cost four million crowns"}',
        'differ: "Who was hurt?", as: name, sides: [{say: "“nobody at all”", in: {gazette: "denied that workers"}},'
        ' {say: "two", in: {courier: "Two workers were hurt"}}]',
    ],
)
def test_words_in_marks_that_nothing_cited_has_are_refused_by_their_line(tmp_path: Path, decision: str) -> None:
    folder = write_story(tmp_path, decision)
    with pytest.raises(InputError, match=r"decisions\.yaml:1: .* stand in no cited quote; quote words"):
        build(folder)
