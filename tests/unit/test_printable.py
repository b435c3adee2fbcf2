from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.language.printable import printable


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
