from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.printable import names, printable, shows


def test_text_without_unprintable_characters_stays_as_it_is() -> None:
    text = "Été “quoted” — \tשלום 中文 🚢\n"
    assert printable(text) == text


def test_line_breaks_of_any_system_become_line_feeds_or_spaces() -> None:
    assert printable("one\r\ntwo\rthree\x0cfour\x85five") == "one\ntwo three four five"


def test_controls_overrides_surrogates_and_noncharacters_vanish() -> None:
    assert printable("a\x00\x07\x1b\x9b\u202e\u2066\ud800\ufdd0\U0001fffeb") == "ab"


@given(st.text(st.characters(codec=None), max_size=60))
def test_no_control_character_but_tab_and_line_feed_is_left(text: str) -> None:
    left = printable(text)
    assert not [char for char in left if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert printable(left) == left


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u2060\ufeff", "\u3164\u115f", "\u2800", "\u202e\u00ad", "\u0301"])
def test_text_of_which_a_reader_sees_nothing_shows_nothing(text: str) -> None:
    assert not shows(text)


@pytest.mark.parametrize("text", ["a", "7", "北", "…", "\u200b!", "🚢", "e\u0301"])
def test_a_single_letter_sign_or_symbol_shows(text: str) -> None:
    assert shows(text)


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\u2028b", "a\x1bb", "a\u202eb", "a\udce9", ""])
def test_what_breaks_a_line_or_cannot_be_shown_names_no_file(text: str) -> None:
    assert not names(text)


@pytest.mark.parametrize("text", ["a.txt", "a\u202fb.txt", "щ.txt", "👨\u200d👩.txt"])
def test_spaces_and_signs_of_any_script_name_a_file(text: str) -> None:
    assert names(text)
