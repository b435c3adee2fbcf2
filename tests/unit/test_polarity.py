"""Negation, words that call something untrue, words of opposed sense, and stems."""

from __future__ import annotations

import pytest

from generator.language.polarity import negated, opposites, refutations
from generator.language.stems import read_words, stem


def is_negated(text: str, word: str) -> bool:
    words = read_words(text)
    return negated(words, next(i for i, w in enumerate(words) if w.folded == word))


@pytest.mark.parametrize(
    "text",
    ["It did not sink.", "It didn't sink.", "It never did sink.", "It refused to sink.", "It failed to sink."],
)
def test_a_word_after_a_negator_is_negated(text: str) -> None:
    assert is_negated(text, "sink")


@pytest.mark.parametrize(
    "text",
    [
        "It did sink.",
        "It did not fail to sink.",
        "If not, it would sink.",
        "It was not old but did sink.",
        "It did not only sink.",
        "It was not seen at all by those who watched it sink.",
    ],
)
def test_a_negator_of_something_else_negates_nothing_here(text: str) -> None:
    assert not is_negated(text, "sink")


@pytest.mark.parametrize("text", ["The story is a hoax.", "That is not true.", "It was debunked.", "An urban legend."])
def test_words_that_call_something_untrue_are_found(text: str) -> None:
    assert refutations(read_words(text))


@pytest.mark.parametrize("text", ["This is not a hoax.", "She sells fake pearls.", "It is true.", "Hoax calls rose."])
def test_a_denied_or_describing_word_calls_nothing_untrue(text: str) -> None:
    assert not refutations(read_words(text))


def test_opposites_exclude_each_other_both_ways() -> None:
    assert stem("reject") in opposites(stem("approve"))
    assert stem("approve") in opposites(stem("reject"))


@pytest.mark.parametrize(("one", "other"), [("buy", "sell"), ("arrest", "release")])
def test_two_sides_of_one_deal_and_steps_of_one_course_are_no_opposites(one: str, other: str) -> None:
    assert stem(other) not in opposites(stem(one))


@pytest.mark.parametrize(
    "forms",
    ["visit visits visited visiting", "sell sells sold sale", "deny denies denied", "ferry ferries", "die died death"],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_words_are_numbered_by_clause() -> None:
    assert [word.clause for word in read_words("It sank, they say; 1,000 saw it")] == [0, 0, 1, 1, 2, 2, 2]
