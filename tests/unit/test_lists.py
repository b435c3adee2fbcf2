"""Lists of words: the files of ``data/``, the names of states, months and days."""

from __future__ import annotations

import pytest

from generator.language.calendar import CALENDAR, MONTHS, WEEKDAYS
from generator.language.countries import bodies, states
from generator.language.lists import read_lists
from generator.language.roles import body_of


@pytest.mark.parametrize("file", ["countries.txt", "german.txt", "kin.txt", "mail.txt", "names.txt", "walls.txt"])
def test_every_list_of_a_file_has_entries_and_no_remark_among_them(file: str) -> None:
    lists = read_lists(file)
    assert lists
    assert all(entries and not any(entry.startswith("#") for entry in entries) for entries in lists.values())


def test_a_state_is_known_by_its_people_its_seat_and_its_other_names() -> None:
    for state in states():
        assert body_of(state.name) == state.name
        named = (other for other in (*state.people, *state.seats, *state.others) if not other.startswith("The "))
        assert all(body_of(other) is not None for other in named)


def test_no_body_is_listed_twice_or_as_a_state() -> None:
    names = [body.name for body in bodies()]
    assert len(names) == len(set(names))
    assert not {state.name for state in states()} & set(names)


def test_every_month_and_day_is_in_the_calendar_as_a_word() -> None:
    assert {name.lower() for name in (*MONTHS, *WEEKDAYS)} <= CALENDAR
