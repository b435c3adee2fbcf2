"""What holds of disagreements whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.compare import compare
from generator.disagree import contradicts, find_differences
from generator.model import Passage
from tests.making import passage

PIECES = st.sampled_from(
    ["Peru", "Norway", "Peruvian", "Foreign Minister", "Tomas Vell", "his", "counterpart", ",", "denied", "denies",
     "these allegations", "claimed that", "visited", "will visit", "is scheduled to", "visit", "talks with", "14", "9",
     "1,000", "more than", "ferries", "people", "killed", "not", "n't", "hoax", "is a", "not true", "on 3 March",
     "2023", "%", "$", ".", "?", "“", "’s", "-", "\x00", "é", "to", "that", "approved", "rejected"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))
STORIES = st.lists(st.lists(TEXTS, max_size=4), max_size=3)


def made(sources: list[list[str]]) -> tuple[Passage, ...]:
    return tuple(
        passage(text, source=f"s{number}", start=100 * place, actors=("Peru", "Norway"), speaker_actor=None)
        for number, texts in enumerate(sources)
        for place, text in enumerate(texts)
    )


@given(STORIES)
def test_every_difference_has_a_question_a_reason_and_sides_that_cite_known_passages(sources: list[list[str]]) -> None:
    passages = made(sources)
    known = {one.id for one in passages}
    for difference in find_differences(passages, compare(passages), ())[0]:
        assert difference.question.endswith("?")
        assert difference.reason
        assert len(difference.sides) > 1
        assert all(side.text and side.passages and set(side.passages) <= known for side in difference.sides)


@given(STORIES)
def test_the_same_passages_give_the_same_differences(sources: list[list[str]]) -> None:
    passages = made(sources)
    assert find_differences(passages, (), ()) == find_differences(passages, (), ())


@given(TEXTS)
def test_a_passage_does_not_contradict_itself(text: str) -> None:
    (alone,) = made([[text]])
    assert contradicts((alone,), (alone,)) is None
