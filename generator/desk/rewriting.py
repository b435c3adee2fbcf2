"""Decisions of a decisions.yaml replaced, taken out and added at once; every other line stays as it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.desk.writing import spell
from generator.errors import InputError
from generator.load.decisions import parse_decisions
from generator.model import Decision

_ITEM = re.compile(r"(?P<indent> *)- ")
_REMARK = re.compile(r".*\}(?P<remark>\s+#.*)")
_IDLE = re.compile(r"\s*(?:#.*)?")


def rewritten(data: bytes, path: Path, changed: Mapping[int, Decision | None], added: Sequence[Decision]) -> bytes:
    """The bytes of a decisions.yaml with some decisions replaced, or taken out (None), by the line on which they begin,
    and others added at its end; comments and all other lines stay as they are. b"" stands for a file that is not there.

    Raises InputError where the file is not written so that one line can be told from another.
    """
    if not changed and not added:
        return data
    before = parse_decisions(data, path)
    text = data.decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    starts = [decision.line for decision in before]
    indent = _indent(lines, starts)
    for start, end in reversed(list(zip(starts, [*starts, len(lines) + 1][1:], strict=True))):
        if start in changed:
            _replace(lines, start - 1, end - 1, changed[start])
    while lines and not lines[-1].strip():
        lines.pop()
    made = ending.join([*lines, *(f"{indent}{spell(one)}" for one in added), ""]).encode()
    _check(made, path, [changed.get(one.line, one) for one in before] + list(added))
    return made


def _indent(lines: Sequence[str], starts: Sequence[int]) -> str:
    found = _ITEM.match(lines[starts[0] - 1].removeprefix("\ufeff")) if starts else None
    return found["indent"] if found else ""


def _replace(lines: list[str], start: int, end: int, decision: Decision | None) -> None:
    """Put a decision in the place of another, which ends before what is said between it and the next."""
    while end > start + 1 and _IDLE.fullmatch(lines[end - 1]):
        end -= 1
    if decision is None:
        lines[start:end] = []
        return
    item, remark = _ITEM.match(lines[start]), _REMARK.fullmatch(lines[end - 1])
    lines[start:end] = [(item["indent"] if item else "") + spell(decision) + (remark["remark"] if remark else "")]


def _check(made: bytes, path: Path, wanted: Sequence[Decision | None]) -> None:
    remedy = "write it by hand, one decision a line, each after a hyphen"
    try:
        found = parse_decisions(made, path)
    except InputError as error:
        raise InputError(error.path, f"the lines cannot be changed: {error.problem}", remedy, error.place) from None
    if [replace(one, line=0) for one in found] != [replace(one, line=0) for one in wanted if one is not None]:
        raise InputError(path.as_posix(), "its lines cannot be told apart", remedy)
