"""The fewest words that name a passage."""

from __future__ import annotations

import pytest

from generator.decide.anchoring import Anchors
from generator.desk.quoting import FEWEST_WORDS, Quoting
from generator.errors import InputError
from generator.model import Passage
from tests.making import document, line_passages

PATH = "story/decisions.yaml"


def _quoting(text: str) -> tuple[Quoting, tuple[Passage, ...], Anchors]:
    one = document(text)
    passages = line_passages(one)
    return Quoting((one,), passages, PATH), passages, Anchors((one,), passages, PATH)


def test_a_quote_has_the_fewest_words_where_they_are_the_passages_own() -> None:
    quoting, passages, _ = _quoting("The mayor opened the old bridge on Sunday.\nA crowd sang on the quay at noon.")
    assert quoting.quote(passages[0].id).words == "The mayor opened the"
    assert len(quoting.quote(passages[1].id).words.split()) == FEWEST_WORDS


def test_words_that_stand_in_another_passage_too_are_passed_over() -> None:
    quoting, passages, _ = _quoting("The mayor opened the bridge.\nThe mayor opened the fair.")
    assert [quoting.quote(one.id).words for one in passages] == ["mayor opened the bridge", "mayor opened the fair"]


def test_a_passage_that_another_holds_whole_is_named_with_the_words_beside_it() -> None:
    quoting, passages, anchors = _quoting("Nobody was hurt.\nThe mayor said this.\nNobody was hurt.\nThe fair closed.")
    for one in passages:
        assert anchors.find(quoting.quote(one.id), 1) == (one,)
    assert quoting.quote(passages[2].id).words == "this. Nobody was hurt."


def test_a_passage_of_fewer_words_is_quoted_whole() -> None:
    quoting, passages, _ = _quoting("None did.\nThe fair closed at noon today.")
    assert quoting.quote(passages[0].id).words == "None did"


def test_marks_at_the_ends_of_a_quote_are_left_off() -> None:
    quoting, passages, _ = _quoting("“We are glad, all of us,” she said.")
    assert quoting.quote(passages[0].id).words == "We are glad, all"


def test_every_quote_names_its_passage_and_no_other() -> None:
    lines = [f"The {one} court ruled on the {two} case in May." for one in ("high", "low") for two in ("first", "last")]
    quoting, passages, anchors = _quoting("\n".join(lines))
    assert [anchors.find(quoting.quote(one.id), 1) for one in passages] == [(one,) for one in passages]


def test_a_passage_that_nothing_tells_from_another_is_an_error_that_shows_it() -> None:
    lines = "\n".join(["Nobody was hurt today."] * 200)
    quoting, passages, _ = _quoting(lines)
    with pytest.raises(InputError, match="Nobody was hurt today"):
        quoting.quote(passages[100].id)


def test_a_quote_of_words_that_are_gone_names_nothing() -> None:
    quoting, passages, _ = _quoting("The fair closed at noon today.")
    quote = quoting.quote(passages[0].id)
    assert quoting.named(quote) == (passages[0].id,)
    assert quoting.named(type(quote)("one", "words of no capture")) == ()
