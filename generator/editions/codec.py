"""Frozen nouns to plain JSON values and back, so that an edition keeps an entry whole.

A field that has its default is not written, and one that is missing has it; one that a noun no longer has is passed
over. So a later release may add fields to a noun and drop some, and still reads what was signed before it; that nobody
else has changed the file, its hash shows.
"""

from __future__ import annotations

import base64
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


class UnreadableError(ValueError):
    """A plain value is not what its noun needs."""


def to_plain(value: Any) -> Any:
    """A noun as dictionaries, lists, strings, numbers and None. Raises TypeError for what is no noun."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    raise TypeError(f"{type(value).__name__} is no noun of an entry")


def _default(field: Field[Any]) -> Any:
    return MISSING if field.default is MISSING else field.default


def from_plain(kind: Any, plain: Any) -> Any:
    """The value of a type that ``to_plain`` made plain. Raises UnreadableError for what is not of that form."""
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(kind, plain)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), plain)
    if is_dataclass(kind) and isinstance(kind, type):
        return _noun(kind, plain)
    if kind is float and isinstance(plain, (int, float)):
        return float(plain)
    try:
        if kind is bytes:
            return base64.b64decode(plain, validate=True)
        if isinstance(kind, type) and issubclass(kind, (date, datetime)):
            return kind.fromisoformat(plain)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return kind(plain)
    except (TypeError, ValueError) as error:
        raise UnreadableError(str(error)) from None
    if isinstance(kind, type) and isinstance(plain, kind):
        return plain
    raise UnreadableError(f"{str(plain)[:60]!r} is no {getattr(kind, '__name__', kind)}")


def _optional(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    (wanted,) = (one for one in get_args(kind) if one is not types.NoneType)
    return from_plain(wanted, plain)


def _tuple(of: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise UnreadableError(f"{str(plain)[:60]!r} is no list")
    if len(of) == 2 and of[1] is Ellipsis:
        return tuple(from_plain(of[0], one) for one in plain)
    if len(of) != len(plain):
        raise UnreadableError(f"{len(plain)} values stand for {len(of)}")
    return tuple(from_plain(one, value) for one, value in zip(of, plain, strict=True))


def _noun(kind: type, plain: Any) -> Any:
    if not isinstance(plain, Mapping):
        raise UnreadableError(f"{str(plain)[:60]!r} is no {kind.__name__}")
    hints = _hints(kind)
    try:
        return kind(**{name: from_plain(hints[name], value) for name, value in plain.items() if name in hints})
    except TypeError as error:
        raise UnreadableError(str(error)) from None


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
