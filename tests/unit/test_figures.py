"""Figures in comparable form, and what they tell of."""

from __future__ import annotations

import pytest

from generator.language.figures import Figure, agree, differ, read_figures


def only(text: str) -> Figure:
    (figure,) = read_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "role", "low"),
    [
        ("Twelve people were killed.", "people", "killed", 12),
        ("No one was killed.", "people", "killed", 0),
        ("There were no injuries.", "people", "injured", 0),
        ("The death toll has risen to 24.", "people", "killed", 24),
        ("The blaze, killing 14, was out by noon.", "people", "killed", 14),
        ("They signed a 1.1 billion euro contract.", "€", "the price", 1.1e9),
        ("Ana Ruiz, 34, left.", "years old", "", 34),
        ("The fire burned 190 hectares.", "hectares", "destroyed", 190),
        ("It runs at 90 kilometres an hour.", "speed", "the speed", 25),
    ],
)
def test_a_figure_has_a_kind_and_a_role(text: str, kind: str, role: str, low: float) -> None:
    figure = only(text)

    assert (figure.kind, figure.role) == (kind, role)
    assert figure.low == pytest.approx(low)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is 20 miles long.", "It is 32 kilometres long."),
        ("It burned 190 hectares.", "It burned 470 acres."),
        ("About a fifth of it is gone.", "Some 18 percent of it is gone."),
        ("More than 200 people came.", "At least 230 residents came."),
        ("The toll stands at 14 dead.", "Fourteen people were killed."),
    ],
)
def test_figures_agree_in_other_units_and_roundings(one: str, other: str) -> None:
    a, b = only(one), only(other)

    assert agree(a, b)
    assert not differ(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No one was hurt.", "Three people were hurt."),
        ("Ana Ruiz, 34, left.", "Ruiz, 36, left."),
        ("A €1.1bn contract was signed.", "A 900 million euro contract was signed."),
    ],
)
def test_figures_of_one_kind_differ_where_both_cannot_be_right(one: str, other: str) -> None:
    assert differ(only(one), only(other))


@pytest.mark.parametrize(
    ("text", "change"),
    [("The toll has risen to 24 dead.", "up"), ("It fell to 20 percent.", "down"), ("It is 20 percent.", "")],
)
def test_what_an_earlier_figure_came_to_says_so(text: str, change: str) -> None:
    assert only(text).change == change


def test_a_limit_tells_of_no_event() -> None:
    assert only("The maximum sentence is 10 years in prison.").role == ""


def test_shares_told_outright_leave_less_room_than_rounded_ones() -> None:
    assert differ(only("Two thirds of it is gone."), only("60 percent of it is gone."))
    assert agree(only("Almost a fifth of it is gone."), only("18 percent of it is gone."))
