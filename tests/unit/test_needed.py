"""Letters without which a regular expression is found in no text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.lists import read_lists
from generator.language.needed import needed_letters, without_case

SIGNS = sorted({sign for signs in read_lists("walls.txt").values() for sign in signs})


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bstore and/?\s?(?:or )?access information", ("access information",)),
        (r"\b(?:Subscribe|sign (?:in|up)|log ?into)\b[^.]{0,40} to", ("subscribe", "sign ", "into")),
        (r"\bdéjà abonn|\babonnez-vous", ("déjà abonn", "abonnez-vous")),
        (r"\b(?:ad|ads) [|(]x", ()),
        (r"\bcolou?r(?:ful)?s*", ("colo",)),
        (r"\bsee\b|\bwhole\b", ()),
    ],
)
def test_each_alternative_gives_its_longest_letters_that_are_not_optional(
    pattern: str, letters: tuple[str, ...]
) -> None:
    assert needed_letters(pattern) == letters


@pytest.mark.parametrize("sign", SIGNS)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_every_text_that_shows_a_sign_holds_its_letters(sign: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(sign, re.IGNORECASE)))
    needed = needed_letters(sign)
    assert not needed or any(letters in without_case(text) for letters in needed)
