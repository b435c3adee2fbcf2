"""The picture that other sites show beside a link."""

import io

import pytest
from PIL import Image

from generator.site.card import HEIGHT, WIDTH, card_png, wrap


def drawn(title: str, facts: str = "4 sources") -> "Image.Image":
    return Image.open(io.BytesIO(card_png(title, facts, "An invented digest")))


def test_a_card_has_the_size_that_other_sites_ask_for() -> None:
    assert drawn("Talks on the river Sarn").size == (WIDTH, HEIGHT)


def test_the_same_words_give_the_same_bytes() -> None:
    words = ("Talks on the river Sarn", "4 sources", "An invented digest")
    assert card_png(*words) == card_png(*words)


def test_a_title_too_long_for_the_card_leaves_the_facts_their_place() -> None:
    short, long = drawn("Talks"), drawn("A word and another word " * 40)
    facts = (0, HEIGHT - 90, WIDTH, HEIGHT)
    assert long.crop(facts).tobytes() == short.crop(facts).tobytes()


def test_letters_that_the_font_lacks_are_spelled_in_latin_ones() -> None:
    assert drawn("习近平").tobytes() == drawn("Xi Jin Ping").tobytes()


def test_cyrillic_letters_stand_as_they_are() -> None:
    assert drawn("Лавров").tobytes() != drawn("Lavrov").tobytes()


def test_lines_are_filled_up_to_the_width_and_no_further() -> None:
    assert wrap("one two three four".split(), len, 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrap("a immeasurable b".split(), len, 5) == ["a", "immeasurable", "b"]


@pytest.mark.parametrize("title", ["W" * 60_000, "\u200b", "", "北" * 3_000, "Storm " * 20_000])
def test_a_card_is_drawn_of_any_title(title: str) -> None:
    assert card_png(title, "1 source", "An invented digest").startswith(b"\x89PNG")
