from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import addresses, words


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("velm-bridge", "velm-bridge"),
        (".hidden", "~2ehidden"),
        ("radio<b>", "radio~3cb~3e"),
        ("щит", "~d1~89~d0~b8~d1~82"),
        ("щ" * 42, "~d1~89" * 42),
        ("a" * 255, "a" * 255),
    ],
)
def test_an_address_that_fits_a_file_name_is_what_it_was(name: str, address: str) -> None:
    assert addresses.safe(name) == address


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=60, max_size=300))
def test_no_name_makes_an_address_that_no_file_can_have(name: str) -> None:
    address = addresses.safe(name)
    assert len(address.encode()) <= 255
    assert address == addresses.spelled(name) or address.startswith(addresses.spelled(name[:10]))


@pytest.mark.parametrize("letter", ["щ", "判", "🚢", "a"])
def test_long_names_that_differ_in_their_last_letter_have_two_addresses(letter: str) -> None:
    assert addresses.safe(letter * 256 + "x") != addresses.safe(letter * 256 + "y")
    assert words.slug(letter * 256 + "x") != words.slug(letter * 256 + "y")


@pytest.mark.parametrize("letter", ["щ", "判", "𐐨", "a"])
def test_the_address_of_a_long_tag_is_cut_between_two_letters(letter: str) -> None:
    slug = words.slug(letter * 300)
    assert len(slug.encode()) <= 255
    assert slug.rpartition("-")[0].strip(letter) == ""


def test_what_does_not_show_in_an_address_of_the_web_reaches_no_page_as_it_is() -> None:
    for char in "\x0b\x00\u202e\ufffe\ud800":
        shown = addresses.web(f"https://a.example/{char}1")
        assert shown.isascii() and shown.isprintable()
