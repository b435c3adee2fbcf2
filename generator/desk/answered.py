"""desk.yaml: what an editor has been asked and found right as it is, one answer a line, keyed by quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.desk.lines import add_lines, remove_line
from generator.desk.questions import Ask, Settled
from generator.desk.writing import spell_quotes
from generator.errors import InputError
from generator.load.front_matter import Plain, read_yaml
from generator.model import Quote

FILE = "desk.yaml"
_REMEDY = 'write - {ok: near, of: [{one: "words"}, {two: "words"}]}, or remove the line'


def read_answered(folder: Path) -> tuple[Settled, ...]:
    """The answers of a story in the order of their lines, () where it has none. Raises InputError for another file."""
    return _read(folder / FILE)


def _read(path: Path) -> tuple[Settled, ...]:
    if not path.exists():
        return ()
    plain = read_yaml(path)
    if plain.value is None:
        return ()
    if not isinstance(plain.value, tuple):
        raise InputError(path.as_posix(), "it is not a list of answers", _REMEDY, plain.line)
    return tuple(_settled(path, one) for one in plain.value)


def _settled(path: Path, plain: Plain) -> Settled:
    keys = plain.value
    if not isinstance(keys, Mapping) or set(keys) - {"beside"} != {"ok", "of"}:
        raise InputError(path.as_posix(), "an answer is not written as ok and of", _REMEDY, plain.line)
    ask, quotes = keys["ok"].value, _quotes(path, keys["of"])
    beside = _quotes(path, keys["beside"]) if "beside" in keys else ()
    if ask not in tuple(Ask):
        raise InputError(path.as_posix(), f"there is no question {ask!r}", f"use {', '.join(Ask)}", plain.line)
    return Settled(Ask(str(ask)), quotes, beside)


def _quotes(path: Path, plain: Plain) -> tuple[Quote, ...]:
    return tuple(_quote(path, one) for one in (plain.value if isinstance(plain.value, tuple) else (plain,)))


def _quote(path: Path, plain: Plain) -> Quote:
    keys = plain.value
    if isinstance(keys, Mapping) and len(keys) == 1:
        ((source, words),) = keys.items()
        if isinstance(words.value, str):
            return Quote(source, words.value)
    raise InputError(path.as_posix(), "'of' is not a quote", _REMEDY, plain.line)


def spell_answer(answer: Settled) -> str:
    """The line of an answer."""
    beside = f", beside: {spell_quotes(answer.beside)}" if answer.beside else ""
    return f"- {{ok: {answer.ask}, of: {spell_quotes(answer.quotes)}{beside}}}"


def add_answers(folder: Path, answers: Sequence[Settled]) -> tuple[str, ...]:
    """Write answers at the end of a story's desk.yaml; the lines that were written. Raises InputError, with nothing
    written, where no line can be added to it."""
    path = folder / FILE
    known = read_answered(folder)
    lines = tuple(map(spell_answer, answers))

    def check(made: Path) -> None:
        if _read(made) != (*known, *answers):
            remedy = "write it as one answer a line, each with - at the beginning of its line"
            raise InputError(path.as_posix(), "no line can be added to it", remedy)

    add_lines(path, lines, check)
    return lines


def remove_answer(folder: Path, line: str) -> bool:
    """Take a line out of desk.yaml again; False where it is no longer there."""
    return remove_line(folder / FILE, line)
