"""Offices and their holders, and whether two names are one person's. All people are invented."""

from __future__ import annotations

import pytest

from generator.language.roles import body_of, find_holders, same_person


def held(text: str, *earlier: str) -> list[tuple[str, str, str]]:
    known = tuple(holder for sentence in earlier for holder in find_holders(sentence))
    return [(holder.body, holder.office, holder.name) for holder in find_holders(text, known)]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian Foreign Minister Tomas Vell arrived.",
        "The Peruvian foreign minister, Tomas Vell, arrived.",
        "Peru's foreign minister, Tomas Vell, arrived.",
        "The foreign minister of Peru, Tomas Vell, arrived.",
        "Tomas Vell, Peru's foreign minister, arrived.",
        "Tomas Vell is the foreign minister of Peru.",
        "PERU: Peruvian minister of foreign affairs Tomas Vell arrived.",
    ],
)
def test_an_office_is_found_on_either_side_of_its_holder(text: str) -> None:
    assert held(text) == [("Peru", "foreign minister", "Tomas Vell")]


def test_a_counterpart_holds_the_same_office_of_another_state() -> None:
    assert held("Vell met his Norwegian counterpart, Inger Dahl.", "Peruvian Foreign Minister Tomas Vell arrived.") == [
        ("Norway", "foreign minister", "Inger Dahl")
    ]


def test_a_counterpart_without_a_state_belongs_to_the_other_state_named_before() -> None:
    earlier = "Peruvian Foreign Minister Tomas Vell arrived."
    text = "Vell will meet Norwegian officials, including his counterpart, Inger Dahl."
    assert held(text, earlier) == [("Norway", "foreign minister", "Inger Dahl")]


def test_a_counterpart_is_not_that_of_a_person_of_the_same_state() -> None:
    earlier = ("Peruvian Foreign Minister Tomas Vell arrived.", "Norwegian President Odd Berge spoke.")
    text = "Vell met Odd Berge and his Norwegian counterpart, Inger Dahl."
    assert ("Norway", "foreign minister", "Inger Dahl") in held(text, *earlier)


@pytest.mark.parametrize("text", ["His counterpart spoke.", "His counterpart, Inger Dahl, spoke.", "counterpart"])
def test_a_counterpart_of_nobody_known_is_left_alone(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize("before", ["Former", "The late", "Deputy", "Vice", "Acting", "Then-", "Incoming"])
def test_another_office_is_not_read_as_the_office(before: str) -> None:
    assert held(f"{before} Peruvian President Tomas Vell spoke.") == []


@pytest.mark.parametrize(
    ("text", "body", "office"),
    [
        ("Northport Shipping CEO Tomas Vell spoke.", "Northport Shipping", "chief executive"),
        ("The chief executive of Northport Shipping, Tomas Vell, spoke.", "Northport Shipping", "chief executive"),
        ("Lima Mayor Tomas Vell spoke.", "Lima", "mayor"),
        ("The mayor of Lima, Tomas Vell, spoke.", "Lima", "mayor"),
    ],
)
def test_a_firm_or_a_town_is_the_body_that_is_named_beside_the_office(text: str, body: str, office: str) -> None:
    assert held(text) == [(body, office, "Tomas Vell")]


def test_an_office_without_a_body_is_left_alone() -> None:
    assert held("President Tomas Vell spoke.") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Malenkin", "Sergey Petrovich Malenkin", True),
        ("Malenkin", "Sergei Malenkin", True),
        ("Choi Min-su", "Choi Min Su", True),
        ("Inger Dahl", "Kari Moe Lund", False),
        ("Malenkin", "Dahl", False),
        ("Anna Dahl", "Inger Dahl", None),
    ],
)
def test_names_are_one_person_two_people_or_uncertain(one: str, other: str, same: bool | None) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize("surface", ["Peru", "Peruvian", "Lima", "Peru’s"])
def test_a_state_is_known_by_its_name_its_adjective_and_its_capital(surface: str) -> None:
    assert body_of(surface) == "Peru"


def test_a_person_is_no_body() -> None:
    assert body_of("Tomas Vell") is None
