"""Which words name a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decide.quoting import Quoting
from generator.model import Quote
from tests.making import document, line_passages

LINES = (
    "The old bridge at Velm was closed on Tuesday.\n"
    "The old bridge at Velm will be rebuilt, Mayor Ines Tarrow said.\n"
    "The old bridge at Velm was closed on Tuesday and nobody was hurt.\n"
)


def _quoting(text: str) -> Quoting:
    made = document(text)
    return Quoting([made], line_passages(made), "decisions.yaml")


def test_a_passage_is_named_by_the_fewest_words_that_stand_in_no_other() -> None:
    made = document(LINES)
    passages = line_passages(made)
    quoting = Quoting([made], passages, "decisions.yaml")
    assert quoting.quote(passages[1]) == Quote("one", "Mayor Ines Tarrow")
    assert quoting.quote(passages[2]) == Quote("one", "Tuesday and nobody")


def test_a_passage_whose_words_stand_twice_has_no_name() -> None:
    made = document("It was closed.\nIt was opened in May.\nIt was closed.\n")
    passages = line_passages(made)
    quoting = Quoting([made], passages, "decisions.yaml")
    assert quoting.quote(passages[0]) is None
    assert quoting.quote(passages[1]) is not None


def test_words_cut_at_their_edges_are_completed_as_the_source_prints_them() -> None:
    assert _quoting(LINES).completed(Quote("one", "yor Ines Tar")) == Quote("one", "Mayor Ines Tarrow")


def test_words_that_no_source_prints_stay_as_they_are() -> None:
    lost = Quote("one", "never said")
    assert _quoting(LINES).completed(lost) == lost
    assert _quoting(LINES).passages(lost) == ()


SENTENCES = st.lists(
    st.lists(st.sampled_from("the a bridge Velm closed, “old” it’s Tuesday rose".split()), min_size=1, max_size=7).map(
        " ".join
    ),
    min_size=1,
    max_size=5,
)


@given(SENTENCES)
def test_a_quote_names_the_passage_that_it_was_made_of_and_lies_within_it(lines: list[str]) -> None:
    made = document("\n".join(lines) + "\n")
    passages = line_passages(made)
    quoting = Quoting([made], passages, "decisions.yaml")
    for passage in passages:
        quote = quoting.quote(passage)
        if quote is not None:
            assert quoting.passages(quote) == (passage,)
            assert quote.words in passage.text


@pytest.mark.parametrize("text", ["东京发生了火灾。\n", "Fire!\n"])
def test_a_passage_of_one_word_is_named_by_it(text: str) -> None:
    made = document(text)
    (passage,) = line_passages(made)
    quote = Quoting([made], [passage], "decisions.yaml").quote(passage)
    assert quote is not None and quote.words in passage.text
