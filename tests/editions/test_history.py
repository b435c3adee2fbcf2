"""What the page of changes and the list of corrections tell, before any markup."""

from __future__ import annotations

from dataclasses import replace

from generator.editions.corrections import corrections
from generator.editions.history import Item, Step, former_passages, history
from generator.model import Digest, EditionKind, EditorBody, Kind, Role, Section
from tests.editions.signing import (
    CORRECTED,
    LATER,
    NOTE,
    Change,
    again,
    held,
    published,
    reworded,
    with_news,
    withdrawn,
    without,
    without_source,
)
from tests.factories import cite, digest

SIXTY = "Some 60 lorries had crossed that morning, the drivers' association said."


def step(change: Change, before: Digest | None = None) -> Step:
    """What the page tells of a second edition."""
    return history(again(published(before), change)).steps[0]


def claim(change: Change) -> Item:
    (found,) = step(change).claims
    return found


def changed(one: Digest, name: str, **values: object) -> Digest:
    claims = tuple(replace(it, **values) if it.id == name else it for it in one.claims)  # type: ignore[arg-type]
    return replace(one, claims=claims)


def test_the_first_edition_is_told_by_what_it_has() -> None:
    first = history(published()).steps[0]
    assert first.lines == ("7 statements from 3 sources and 1 question on which they differ.",)


def test_a_new_statement_has_its_words_and_a_withdrawn_one_those_it_had() -> None:
    assert claim(with_news) == Item("New", "#c-news", "", "By Jon Addel", "", ())
    assert claim(without).before == "A replacement is planned for next year."
    assert claim(without).label == "Withdrawn"


def test_sources_that_a_statement_gained_are_named_beside_its_words() -> None:
    found = claim(lambda one: changed(one, "c-planned", citations=(
        *one.claim("c-planned").citations, cite("radio<b>", SIXTY),
    )))  # fmt: skip
    assert (found.label, found.text) == ("Changed", "A replacement is planned for next year.")
    assert found.lines == ("New source: Radio <b>Five</b>",)


def test_a_source_that_says_otherwise_now_is_told_as_such() -> None:
    other = replace(cite("radio<b>", SIXTY), role=Role.DIFFERS)
    found = claim(
        lambda one: changed(one, "c-planned", citations=(*one.claim("c-planned").citations, other)),
    )
    assert found.lines == ("Says otherwise now: Radio <b>Five</b>",)


def test_kind_and_speaker_are_told_in_words() -> None:
    found = claim(lambda one: changed(one, "c-planned", kind=Kind.ALLEGATION, attributed_to="the mayor"))
    assert found.lines == ("Now alleged, before planned", "Said by the mayor now, by nobody before")


def test_a_statement_that_joined_another_has_the_words_of_both() -> None:
    def joined(one: Digest) -> Digest:
        return changed(replace(without(one), withdrawn=()), "c-closed", joined=("c-planned",))

    found = claim(joined)
    assert (found.label, found.href) == ("Joined with another statement", "#c-planned")
    assert found.before == "A replacement is planned for next year."
    assert found.after.startswith("The old harbour bridge")


def test_of_what_is_folded_no_more_is_printed_than_its_share_allows() -> None:
    def folded(one: Digest) -> Digest:
        first, *others = without(one).sections
        also = Section("also-reported", "Also", ("c-planned",))
        return replace(one, sections=(first, *others, also), withdrawn=())

    before = folded(digest())
    found = history(again(published(before), without), share=0.0).steps[0].claims[0]
    assert found.before == "A replacement is planned for …"


def test_statements_that_only_stand_elsewhere_are_counted() -> None:
    found = step(lambda one: replace(one, sections=(replace(one.sections[0], title="The events"), *one.sections[1:])))
    assert found.claims == ()
    assert found.lines == ("2 statements stand at another place of the entry.",)


def test_a_new_question_has_its_answers() -> None:
    calm = replace(digest(), disagreements=())
    (found,) = step(lambda one: replace(one, disagreements=digest().disagreements), calm).questions
    assert found.after == "How many lorries had crossed that morning?"
    assert found.lines == ("Velm Gazette: 40", "Radio <b>Five</b>: 60")


def test_sources_of_the_story_are_told_by_name() -> None:
    assert "No longer among the sources: Radio <b>Five</b>" in step(without_source).lines


def test_a_refile_that_changes_no_word_says_so() -> None:
    editions = again(published(), lambda one: replace(one, coverage=()), EditionKind.REFILED, note="")
    assert history(editions).steps[0].lines == ("No word, source or question is another one.",)


def test_words_of_the_editors_own_are_shown_without_their_footnotes() -> None:
    body = EditorBody('It is open.[^a] So we saw.^[courier: "open"]\n\n[^a]: gazette: "opened"')
    (found,) = step(lambda one: replace(one, body=body)).entry
    assert (found.label, found.after.strip()) == ("The editor’s own text", "It is open. So we saw.")


def test_a_draft_that_an_editor_looks_at_comes_before_the_editions() -> None:
    editions = published()
    draft = replace(reworded(editions[-1].digest), editions=())
    found, first = history(editions, draft=draft).steps
    assert (found.title, found.data, found.claims[0].label) == ("The draft, which nobody has signed", "", "Reworded")
    assert first.number == 1


def test_no_edition_up_to_a_withdrawal_has_words() -> None:
    steps = history(withdrawn(again(published(), reworded))).steps
    assert [one.claims for one in steps] == [(), (), ()]
    assert steps[0].lines[:2] == ("Statements: 7 withdrawn.", "Questions: 1 withdrawn.")
    assert steps[1].lines[0] == "Statements: 1 reworded."


def test_places_that_are_cited_again_are_not_gone() -> None:
    editions = again(again(published(), without), lambda one: replace(digest(), editions=()))
    assert former_passages(editions, editions[-1].digest) == {}
    assert list(former_passages(editions, editions[1].digest)) == ["courier"]


def test_corrections_holds_and_withdrawals_are_listed_the_newest_first() -> None:
    one = held(again(published(), reworded))
    other = withdrawn(published(digest("ferry")), LATER.replace(hour=10))
    found = corrections({"velm-bridge": one, "ferry": other})
    assert [(it.heading.partition(":")[0], it.slug) for it in found] == [
        ("Withdrawn", "ferry"),
        ("On hold", "velm-bridge"),
        ("Corrected", "velm-bridge"),
    ]
    assert (found[2].note.text, found[2].note.when) == (NOTE, CORRECTED)


def test_news_and_refiles_are_no_corrections() -> None:
    editions = again(published(), with_news, EditionKind.UPDATED)
    editions = again(editions, lambda one: replace(one, title="Another"), EditionKind.REFILED, LATER, "")
    assert corrections({"velm-bridge": editions}) == ()
