"""States and bodies with the names that news has for them, from ``data/countries.txt``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from generator.language.lists import read_lists


class Named(NamedTuple):
    """A state or a body: its name, the words for its people, its seats of government, and its other names."""

    name: str
    people: tuple[str, ...]
    seats: tuple[str, ...]
    others: tuple[str, ...]


@cache
def states() -> tuple[Named, ...]:
    """The states of the world, in alphabetical order."""
    return tuple(Named(name, *map(_values, fields)) for name, *fields in _rows("states"))


@cache
def bodies() -> tuple[Named, ...]:
    """Bodies of which news of the whole world speaks."""
    return tuple(Named(name, (), (), _values(others)) for name, others in _rows("bodies"))


def _rows(name: str) -> list[list[str]]:
    return [line.split("|") for line in read_lists("countries.txt")[name]]


def _values(field: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in field.split(",") if value)
