"""A sentence read once: the same tokens, letters and names for whoever asks."""

from __future__ import annotations

from generator.language.names import Cast
from generator.language.parsed import parse
from generator.language.scan import read_tokens
from generator.language.stems import read_words


def test_a_name_is_a_noun_whatever_the_tagger_takes_its_words_for() -> None:
    parsed = parse("Yesterday Reading Hope said that it will open.", Cast(capitals=frozenset({"Reading", "Hope"})))
    (name,) = parsed.names
    assert name.surface == "Reading Hope"
    assert parsed.letters[name.first : name.last] == ("N", "N")


def test_tokens_that_were_read_before_are_not_read_again() -> None:
    sentence = "The harbour opened on Monday."
    assert read_tokens(sentence) is read_tokens(sentence)
    assert read_words(sentence) is read_words(sentence)


def test_a_number_with_separators_is_one_word() -> None:
    assert [word.folded for word in read_words("It has 4,200 berths, and 7.")] == [
        "it",
        "has",
        "4,200",
        "berths",
        "and",
        "7",
    ]


def test_something_is_no_form_of_a_verb() -> None:
    parsed = parse("It is something that you will hear of.", Cast())
    assert parsed.letters[2] == "N"
