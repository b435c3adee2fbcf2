"""What changed between two states of an invented entry."""

from __future__ import annotations

from dataclasses import replace

from generator.editions.changes import Act, Change, Part, changes, differing
from generator.model import Claim, Digest, Kind, Position, Role, Section, SourceReport
from tests.factories import cite, claims, digest, led

OLD = digest()
PLANNED = OLD.claim("c-planned")
SIXTY = "Some 60 lorries had crossed that morning, the drivers' association said."


def with_claim(changed: Claim, of: Digest = OLD) -> Digest:
    return replace(of, claims=tuple(changed if claim.id == changed.id else claim for claim in of.claims))


def without(*names: str) -> Digest:
    sections = tuple(
        replace(section, claims=tuple(one for one in section.claims if one not in names)) for section in OLD.sections
    )
    return replace(OLD, claims=tuple(claim for claim in OLD.claims if claim.id not in names), sections=sections)


def acts(old: Digest, new: Digest) -> list[tuple[Part, Act, str]]:
    return [(change.part, change.act, change.id) for change in changes(old, new)]


def test_an_entry_that_says_the_same_has_no_changes() -> None:
    assert changes(OLD, digest()) == ()


def test_title_and_summary_are_told_with_old_and_new_words() -> None:
    new = replace(OLD, title="Velm opens its bridge", summary="It is open.")
    assert changes(OLD, new) == (
        Change(Part.TITLE, Act.REWORDED, before=OLD.title, after="Velm opens its bridge"),
        Change(Part.SUMMARY, Act.REWORDED, before=OLD.summary, after="It is open."),
    )


def test_a_claim_that_was_not_there_is_new() -> None:
    (change,) = changes(without("c-planned"), OLD)
    assert (change.part, change.act, change.after) == (Part.CLAIM, Act.NEW, PLANNED.text)


def test_a_claim_that_is_not_there_any_more_is_gone() -> None:
    assert changes(OLD, without("c-planned")) == (Change(Part.CLAIM, Act.GONE, "c-planned", PLANNED.text),)


def test_a_reworded_claim_has_old_and_new_words() -> None:
    new = with_claim(replace(PLANNED, text="A new bridge is planned."))
    assert changes(OLD, new) == (
        Change(Part.CLAIM, Act.REWORDED, "c-planned", PLANNED.text, "A new bridge is planned."),
    )


def test_a_claim_that_has_become_a_part_of_another_is_joined_and_not_gone() -> None:
    fewer = without("c-planned")
    new = with_claim(replace(fewer.claim("c-closed"), joined=("c-planned",)), fewer)
    assert acts(OLD, new) == [(Part.CLAIM, Act.JOINED, "c-planned")]
    assert changes(OLD, new)[0].other == "c-closed"


def test_a_claim_that_was_a_part_of_another_is_split_from_it_and_not_new() -> None:
    new = with_claim(replace(PLANNED, split_from="c-closed"))
    (change,) = changes(without("c-planned"), new)
    assert (change.act, change.id, change.other) == (Act.SPLIT, "c-planned", "c-closed")


def test_a_split_is_told_once() -> None:
    parted = with_claim(replace(PLANNED, split_from="c-closed"))
    assert changes(parted, parted) == ()


def test_a_claim_tells_which_sources_it_gained_and_lost() -> None:
    more = with_claim(replace(PLANNED, citations=(*PLANNED.citations, cite("radio<b>", SIXTY))))
    assert changes(OLD, more) == (
        Change(Part.CLAIM, Act.GAINED, "c-planned", sources=("radio<b>",), role=Role.SUPPORT),
    )
    assert changes(more, OLD)[0].act is Act.LOST


def test_a_source_that_differs_from_a_claim_now_is_told_apart_from_one_that_says_it() -> None:
    other = replace(cite("radio<b>", SIXTY), role=Role.DIFFERS)
    (change,) = changes(OLD, with_claim(replace(PLANNED, citations=(*PLANNED.citations, other))))
    assert (change.act, change.role) == (Act.GAINED, Role.DIFFERS)


def test_other_words_of_the_same_source_are_told() -> None:
    (change,) = changes(OLD, with_claim(replace(PLANNED, citations=led(cite("courier", "By Jon Addel")))))
    assert (change.act, change.before, change.after) == (Act.QUOTED, PLANNED.text, "By Jon Addel")


def test_a_claim_of_another_kind_or_speaker_is_told() -> None:
    new = with_claim(replace(PLANNED, kind=Kind.ALLEGATION, attributed_to="the mayor"))
    assert [(one.act, one.before, one.after) for one in changes(OLD, new)] == [
        (Act.KIND, "plan", "allegation"),
        (Act.SPEAKER, "", "the mayor"),
    ]


def test_a_claim_that_stands_elsewhere_has_moved() -> None:
    sections = (
        Section("what-happened", "What happened", ("c-closed",)),
        *OLD.sections[1:],
        Section("also-reported", "Also", ("c-planned",)),
    )
    (change,) = changes(OLD, replace(OLD, sections=sections))
    assert (change.act, change.before, change.after) == (Act.MOVED, "What happened", "folded")


def test_questions_come_and_go() -> None:
    calm = replace(OLD, disagreements=())
    assert acts(calm, OLD) == [(Part.QUESTION, Act.NEW, "d-lorries")]
    assert acts(OLD, calm) == [(Part.QUESTION, Act.GONE, "d-lorries")]


def test_a_question_tells_of_answers_and_of_who_gives_them() -> None:
    (question,) = OLD.disagreements
    forty, sixty = question.positions
    fifty = Position("50", (cite("courier", "A replacement is planned for next year."),))
    both = replace(sixty, citations=(*sixty.citations, cite("courier", "By Jon Addel")))
    new = replace(OLD, disagreements=(replace(question, question="How many?", positions=(both, fifty)),))
    assert [(one.part, one.act, one.words, one.sources) for one in changes(OLD, new)] == [
        (Part.QUESTION, Act.REWORDED, "How many?", ()),
        (Part.ANSWER, Act.GAINED, "60", ("courier",)),
        (Part.ANSWER, Act.NEW, "50", ("courier",)),
        (Part.ANSWER, Act.GONE, forty.text, ()),
    ]


def test_a_capture_that_was_saved_anew_is_told_as_its_source() -> None:
    first: SourceReport = OLD.sources[0]
    new = replace(OLD, sources=(replace(first, sha256="0" * 64), *OLD.sources[1:]))
    assert acts(OLD, new) == [(Part.SOURCE, Act.REWORDED, first.id)]


def test_a_sentence_of_the_editors_own_summary_is_told_with_the_summary_alone() -> None:
    own = replace(PLANNED, id="c-told", told=True, text="So it is.")
    new = replace(OLD, claims=(*claims(), own), summary="So it is.", summary_claims=("c-told",))
    assert acts(OLD, new) == [(Part.SUMMARY, Act.REWORDED, "")]


def test_what_signing_adds_is_no_difference() -> None:
    assert differing(OLD, replace(OLD, published=OLD.date)) == ()
    assert differing(OLD, replace(OLD, coverage=())) == ("coverage",)
