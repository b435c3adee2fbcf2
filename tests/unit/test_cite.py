from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cite import AFFIX, CONTEXT, anchor, anchor_quote, cite
from tests.making import document

TEXT = "The mayor opened the bridge. Later, the mayor opened the bridge again. Nobody came."


def test_the_position_decides_between_two_equal_quotes() -> None:
    second = TEXT.index("the mayor opened", 10)
    citation = cite(document(TEXT), second, second + len("the mayor opened"))
    assert anchor(TEXT, citation) == (second, second + len("the mayor opened"))


def test_surroundings_decide_when_the_position_no_longer_holds() -> None:
    quote = "mayor opened the bridge"
    second = TEXT.index(quote, 20)
    citation = cite(document(TEXT), second, second + len(quote))
    moved = "x" * (second - TEXT.index(quote) + 1) + TEXT  # the other one now stands next to the recorded position
    place = moved.rindex(quote)
    assert anchor(moved, citation) == (place, place + len(quote))


def test_where_the_quote_stands_at_its_position_no_other_surroundings_count() -> None:
    quote = "mayor opened the bridge"
    first, second = TEXT.index(quote), TEXT.index(quote, 20)
    citation = replace(cite(document(TEXT), first, first + len(quote)), start=second, end=second + len(quote))
    assert anchor(TEXT, citation) == (second, second + len(quote))


def test_a_citation_of_nothing_has_no_place() -> None:
    citation = replace(cite(document(TEXT), 0, 3), exact="", prefix="", suffix="")
    assert anchor(TEXT, citation) is None


def test_the_nearest_of_places_with_equal_surroundings_is_taken() -> None:
    citation = replace(cite(document("ab ab ab"), 3, 5), start=5, end=7, prefix="", suffix="")
    assert anchor("ab ab ab", citation) == (6, 8)


def test_a_quote_moved_to_the_beginning_is_found_there() -> None:
    citation = cite(document(TEXT), TEXT.index("Nobody"), len(TEXT))
    assert anchor("Nobody came. Later, somebody did.", citation) == (0, len("Nobody came."))


def test_prefix_and_suffix_have_a_bounded_length() -> None:
    text = "word " * 100
    citation = cite(document(text), 250, 254)
    assert len(citation.prefix) == len(citation.suffix) == AFFIX


def test_the_context_stays_within_its_paragraph_and_is_cut_between_words() -> None:
    text = "First paragraph.\n" + "alpha " * 60 + "omega. " + "beta " * 60 + "\nLast paragraph."
    start = text.index("omega")
    citation = cite(document(text), start, start + 6)
    assert citation.before.startswith("… alpha ") and citation.after.endswith("beta …")
    assert len(citation.before) <= CONTEXT + 2
    assert "paragraph" not in citation.before + citation.after


def test_context_that_is_short_is_shown_whole() -> None:
    start = TEXT.index("opened")
    citation = cite(document(TEXT), start, start + 6)
    assert (citation.before, citation.after) == (TEXT[:start], TEXT[start + 6 :])


def test_offsets_count_code_points_not_bytes() -> None:
    text = "Zoë Ångström said “no” 🙂 today."
    start = text.index("today")
    assert cite(document(text), start, start + 5).start == start


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (-1, 4), (0, 999)])
def test_a_span_that_is_none_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        cite(document(TEXT), *span)


def test_a_quote_anchors_though_glyphs_and_line_breaks_differ() -> None:
    text = "He called it an “unbreakable\nbond” and left."
    start, end = anchor_quote(text, 'an "unbreakable bond"') or (0, 0)
    assert text[start:end] == "an “unbreakable\nbond”"


def test_a_quote_with_one_word_changed_does_not_anchor() -> None:
    assert anchor_quote(TEXT, "the mayor closed the bridge") is None


def test_unprintable_characters_of_a_capture_are_not_shown() -> None:
    text = "The \u202emayor\u0007 spoke."
    page = document(text)
    citation = cite(page, 0, len(page.text))
    assert citation.exact == text
    assert "\u202e" not in citation.quote and "\u0007" not in citation.quote
