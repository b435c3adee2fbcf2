"""Decisions as lines of decisions.yaml: written, replaced and taken out; every other line stays as it is."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import InputError
from generator.load.decisions import parse_decisions
from generator.model import Decision, Quote, Verb

_PLAIN = re.compile(r"[a-z][a-z-]*")  # a value that YAML reads as the word that it is
_NO_WORDS = ("null", "true", "false", "yes", "no", "on", "off")
_BESIDE = (Verb.ALSO, Verb.DIFFERS, Verb.DETAIL)
_VALUED = (Verb.TEXT, Verb.KIND, Verb.BY, Verb.SECTION, Verb.ASK)
_PARTED = (Verb.SAME, Verb.APART, Verb.AGREE)  # always a list
_ITEM = re.compile(r"(?P<indent> *)- ")
_REMARK = re.compile(r".*\}(?P<remark>\s+#.*)")
_IDLE = re.compile(r"\s*(?:#.*)?")


def line_of(decision: Decision) -> str:
    """A decision as its one line, without the line break; ``load.decisions`` reads the same decision from it."""
    return f"- {{{', '.join(f'{key}: {value}' for key, value in _keys(decision))}}}"


def _keys(decision: Decision) -> list[tuple[str, str]]:
    verb = decision.verb
    of: list[tuple[str, str]] = []
    if verb is Verb.ORIGIN:
        value = f"[{', '.join(decision.sources)}]"
    elif verb is Verb.DIFFER:
        value = _words(decision.value)
    elif verb is Verb.AFTER:
        value, of = _quotes(decision.beside), [("of", _quotes(decision.quotes))]
    elif verb in _BESIDE:
        value, of = _quotes(decision.quotes), [("of", _quotes(decision.beside))]
    elif verb in _VALUED:
        value, of = _value(decision), [("of", _quotes(decision.quotes))]
    else:
        value = _quotes(decision.quotes, always_listed=verb in _PARTED)
    respect = [("as", decision.respect)] if decision.respect else []
    answers = [f"{{say: {_words(one.text)}, in: {_quotes(one.quotes)}}}" for one in decision.answers]
    sides = [("sides", f"[{', '.join(answers)}]")] if answers else []
    why = [("why", _words(decision.why))] if decision.why else []
    return [(verb.value, value), *of, *respect, *sides, *why]


def _value(decision: Decision) -> str:
    if not decision.value:
        return "null"
    plain = _PLAIN.fullmatch(decision.value) and decision.value not in _NO_WORDS
    return decision.value if plain else _words(decision.value)


def _quotes(quotes: Sequence[Quote], always_listed: bool = False) -> str:
    found = [f"{{{quote.source}: {_words(quote.words)}}}" for quote in quotes]
    return found[0] if len(found) == 1 and not always_listed else f"[{', '.join(found)}]"


def _words(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


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
    made = ending.join([*lines, *(f"{indent}{line_of(one)}" for one in added), ""]).encode()
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
    lines[start:end] = [(item["indent"] if item else "") + line_of(decision) + (remark["remark"] if remark else "")]


def _check(made: bytes, path: Path, wanted: Sequence[Decision | None]) -> None:
    remedy = "write it by hand, one decision a line, each after a hyphen"
    try:
        found = parse_decisions(made, path)
    except InputError as error:
        raise InputError(error.path, f"the lines cannot be changed: {error.problem}", remedy, error.place) from None
    if [replace(one, line=0) for one in found] != [replace(one, line=0) for one in wanted if one is not None]:
        raise InputError(path.as_posix(), "its lines cannot be told apart", remedy)


def read_file(path: Path) -> bytes:
    """What stands in a file; b"" where there is none."""
    return path.read_bytes() if path.exists() else b""


def check_unchanged(path: Path, before: bytes) -> None:
    """Raise InputError where a file holds something else than when it was read."""
    if read_file(path) != before:
        raise InputError(path.as_posix(), "it was changed in the meantime, and nothing is written", "do it again")


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes in the place of those that a file held when it was read, whole or not at all.

    Raises InputError where it holds something else by now.
    """
    path = path.resolve()
    check_unchanged(path, before)
    made = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with made.open("wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, made)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
