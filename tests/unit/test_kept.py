"""Ids that were published stay with the words on which they are founded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.load import load_story
from generator.model import Digest, Founded, Published
from tests.deciding import claim, write_story

OPENED = "The pier of Orm opened on Monday after two years of repairs."
RIBBON = "Mayor Ada Kell cut the ribbon,"
BAND = "a band played on the quay."


def drafted(folder: Path, history: Published, *decisions: str) -> Digest:
    return pipeline.build(replace(load_story(write_story(folder, *decisions)), history=history))


def founded(name: str, words: str, source: str = "gazette") -> Founded:
    return Founded(name, source, words, 1)


def test_a_claim_has_the_id_that_was_founded_on_words_of_its(tmp_path: Path) -> None:
    history = Published(1, (founded("c-old", OPENED),))
    found = claim(drafted(tmp_path, history), "The pier of Orm opened")
    assert (found.id, found.since) == ("c-old", 1)


def test_words_are_the_same_whatever_white_space_is_between_them(tmp_path: Path) -> None:
    history = Published(1, (founded("c-old", OPENED.replace(" ", "\n  ")),))
    assert claim(drafted(tmp_path, history), "The pier of Orm opened").id == "c-old"


def test_where_a_sentence_is_parted_otherwise_the_part_that_has_the_words_keeps_the_id(tmp_path: Path) -> None:
    history = Published(1, (founded("c-old", f"{RIBBON} and {BAND}"),))
    assert claim(drafted(tmp_path, history), "cut the ribbon").id == "c-old"


def test_words_on_which_nothing_is_left_are_withdrawn_in_the_edition_to_come(tmp_path: Path) -> None:
    history = Published(3, (founded("c-old", "Wholly other words."),))
    assert drafted(tmp_path, history).withdrawn == (("c-old", 4),)


def test_what_was_withdrawn_before_says_so_still(tmp_path: Path) -> None:
    history = Published(3, (founded("c-old", "Wholly other words."),), withdrawn=(("c-old", 2),))
    assert drafted(tmp_path, history).withdrawn == (("c-old", 2),)


def test_of_claims_that_are_joined_the_one_that_words_it_gives_the_id(tmp_path: Path) -> None:
    history = Published(1, (founded("c-one", RIBBON), founded("c-two", BAND)))
    lines = 'same: [{gazette: "cut the ribbon"}, {gazette: "a band played"}]', 'lead: {gazette: "a band played"}'
    digest = drafted(tmp_path, history, *lines)
    (found,) = [one for one in digest.claims if one.id in ("c-one", "c-two")]
    assert (found.id, found.joined, digest.withdrawn) == ("c-two", ("c-one",), ())


def test_a_claim_that_is_new_stands_since_the_edition_to_come(tmp_path: Path) -> None:
    history = Published(2, (founded("c-old", OPENED),))
    assert claim(drafted(tmp_path, history), "cut the ribbon").since == 3


def test_what_was_counted_under_another_claim_says_of_which_it_was_a_part(tmp_path: Path) -> None:
    history = Published(1, (founded("c-old", OPENED),), stood=(("c-old", "gazette", RIBBON),))
    assert claim(drafted(tmp_path, history), "cut the ribbon").split_from == "c-old"


def test_a_published_id_is_given_to_no_new_claim(tmp_path: Path) -> None:
    """Whatever its words are, an id that was published means what it meant."""
    free = claim(drafted(tmp_path, Published()), "cut the ribbon").id
    digest = drafted(tmp_path, Published(1, (founded(free, "Wholly other words."),)))
    assert claim(digest, "cut the ribbon").id != free
    assert digest.withdrawn == ((free, 2),)


def test_a_question_keeps_its_id_where_it_is_asked_in_other_words(tmp_path: Path) -> None:
    line = 'ask: "What did the repairs cost?", of: {gazette: "cost three million"}'
    before = drafted(tmp_path, Published())
    (asked,) = [one for one in before.disagreements if "price" in one.question]
    first = asked.positions[0].citations[0]
    history = Published(1, disagreements=(Founded(asked.id, first.source, first.exact, 1),))
    (found,) = [one for one in drafted(tmp_path, history, line).disagreements if "cost" in one.question]
    assert found.id == asked.id


def test_two_questions_on_the_same_words_keep_an_id_each(tmp_path: Path) -> None:
    other = ('differ: "Who paid?", as: who, sides: [{say: the council, in: {gazette: "cost three million"}}, '
             '{say: critics, in: {radio: "Critics say"}}]')  # fmt: skip
    before = drafted(tmp_path, Published(), other)
    history = Published(1, disagreements=tuple(
        Founded(one.id, one.positions[0].citations[0].source, one.positions[0].citations[0].exact, 1)
        for one in before.disagreements
    ))  # fmt: skip
    asked = 'ask: "What did the repairs cost?", of: {courier: "cost four million"}'
    after = drafted(tmp_path, history, other, asked)
    assert {one.id for one in after.disagreements} == {one.id for one in before.disagreements}
    assert not [one for one in after.disagreements if one.joined]
