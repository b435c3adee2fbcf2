"""Quantities in text: values, bounds, units and what is counted."""

from __future__ import annotations

import pytest

from generator.language.quantities import Form, Quantity, in_digits, read_quantities
from generator.language.stems import read_words, stem

INF = float("inf")


def quantities(text: str) -> tuple[Quantity, ...]:
    counted = (Form.COUNTED, Form.TERM)
    return tuple(one for one in read_quantities(text, read_words(text)) if one.form in counted)


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("14 ferries sank", 14, 14),
        ("twenty-one ferries sank", 21, 21),
        ("1,500 ferries sank", 1500, 1500),
        ("two thousand ferries sank", 2000, 2000),
        ("2.5 million ferries sank", 2.5e6, 2.5e6),
        ("10 to 15 ferries sank", 10, 15),
        ("between 10 and 15 ferries sank", 10, 15),
        ("more than 14 ferries sank", 14, INF),
        ("up to 14 ferries sank", 0, 14),
    ],
)
def test_a_number_has_a_lowest_and_a_highest_value(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.noun) == (low, high, "ferry")


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("it cost $3m to build", "$", "$3m"),
        ("it cost more than US$ 3 million to build", "$", "more than US$ 3 million"),
        ("it cost 3 million euros to build", "€", "3 million euros"),
        ("it grew by 3.5% in May", "%", "3.5%"),
        ("it grew by 3 per cent in May", "%", "3 per cent"),
    ],
)
def test_a_sum_or_share_has_a_unit_and_is_shown_as_it_stands(text: str, unit: str, shown: str) -> None:
    quantity = only(text)
    assert (quantity.unit, text[quantity.start : quantity.end]) == (unit, shown)


@pytest.mark.parametrize(
    "text",
    [
        "in 1997 it sank",
        "on 12 March it sank",
        "March 12 was cold",
        "at 3:40 PM it sank",
        "Olav Dahl, 68, owns it",
        "a man 47 years old",
        "Article 5 holds",
        "one of the ferries",
        "no number here",
        "",
    ],
)
def test_years_days_times_ages_and_names_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "form", "low", "high", "unit", "noun"),
    [
        ("Twelve people came", Form.COUNTED, 12, 12, "", "person"),
        ("no one was killed", Form.NONE, 0, 0, "", ""),
        ("nobody was killed", Form.NONE, 0, 0, "", ""),
        ("there were no injuries", Form.NONE, 0, 0, "", "injury"),
        ("one person was killed", Form.COUNTED, 1, 1, "", "person"),
        ("60 percent of voters", Form.COUNTED, 60, 60, "%", ""),
        ("Ana Ruiz, 34, came", Form.AGE, 34, 34, "years old", ""),
        ("a woman aged 34", Form.AGE, 34, 34, "years old", ""),
        ("a 34-year-old woman", Form.AGE, 34, 34, "years old", ""),
        ("she is 34 years old", Form.AGE, 34, 34, "years old", ""),
        ("a 48-page report", Form.MEASURE, 48, 48, "", stem("page")),
        ("a four-year term", Form.TERM, 4, 4, "", "year"),
        ("190 hectares burned", Form.COUNTED, 190, 190, "", stem("hectare")),
        ("a 1.1 billion euro contract", Form.COUNTED, 1.1e9, 1.1e9, "€", ""),
        ("a €1.1bn contract", Form.COUNTED, 1.1e9, 1.1e9, "€", ""),
        ("a 300-million-euro bid", Form.COUNTED, 3e8, 3e8, "€", ""),
        ("it cost 3.8 billion crowns", Form.COUNTED, 3.8e9, 3.8e9, "crown", ""),
        ("15,000-20,000 people", Form.COUNTED, 15000, 20000, "", "person"),
        ("15–20 people", Form.COUNTED, 15, 20, "", "person"),
        ("it is 40,000 at most", Form.BARE, 0, 40000, "", ""),
        ("40 people or more", Form.COUNTED, 40, INF, "", "person"),
        ("hundreds of people", Form.VAGUE, 150, INF, "", "person"),
    ],
)
def test_a_number_is_read_in_whatever_form(
    text: str, form: Form, low: float, high: float, unit: str, noun: str
) -> None:
    (quantity,) = read_quantities(text, read_words(text))

    assert (quantity.form, quantity.low, quantity.high, quantity.unit, quantity.noun) == (form, low, high, unit, noun)


@pytest.mark.parametrize(("text", "share"), [("two thirds of it", 200 / 3), ("a fifth of it", 20), ("half of it", 50)])
def test_a_fraction_is_a_share_with_room_for_rounding(text: str, share: float) -> None:
    (quantity,) = read_quantities(text, read_words(text))

    assert quantity.unit == "%"
    assert quantity.low < share < quantity.high


def test_an_ordinal_is_no_share() -> None:
    assert read_quantities("the fifth day", read_words("the fifth day")) == ()


def test_what_is_counted_ends_before_a_verb() -> None:
    assert only("12 people killed in the storm").noun == "person"


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        ("two", "2"),
        ("nineteen", "19"),
        ("forty", "40"),
        ("forty-one", "41"),
        ("1,200", "1200"),
        ("one", None),
        ("forty-ferry", None),
        ("forty-twelve", None),
        ("14²", None),
        ("ferry", None),
    ],
)
def test_a_whole_number_is_one_in_words_and_in_digits(word: str, digits: str | None) -> None:
    assert in_digits(word) == digits
