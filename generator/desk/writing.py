"""Decision -> a line of decisions.yaml, in the flow form in which editors read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.desk.lines import add_lines, last_line, remove_line
from generator.errors import InputError
from generator.load.decisions import FILE, read_decisions
from generator.model import Answer, Decision, Quote, Verb

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NOTHING = frozenset(("null", "Null", "NULL"))  # which YAML takes for no value
_BESIDE = (Verb.ALSO, Verb.DIFFERS, Verb.DETAIL)
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def spell(decision: Decision) -> str:
    """The line of a decision; ``load.decisions`` reads it as the same, but for its place."""
    keys = ", ".join(f"{key}: {value}" for key, value in _keys(decision))
    return f"- {{{keys}}}"


def _keys(decision: Decision) -> list[tuple[str, str]]:
    keys = _said(decision)
    return [*keys, ("why", quoted(decision.why))] if decision.why else keys


def _said(decision: Decision) -> list[tuple[str, str]]:
    verb = decision.verb
    if verb is Verb.ORIGIN:
        return [(verb, _list([_word(one) for one in decision.sources]))]
    if verb is Verb.DIFFER:
        sides = _list([_side(answer) for answer in decision.answers])
        return [(verb, quoted(decision.value)), *_respect(decision), ("sides", sides)]
    if verb is Verb.AFTER:
        return [(verb, spell_quotes(decision.beside)), ("of", spell_quotes(decision.quotes))]
    if verb in _BESIDE:
        return [(verb, spell_quotes(decision.quotes)), ("of", spell_quotes(decision.beside)), *_respect(decision)]
    if verb in (Verb.KIND, Verb.SECTION):
        return [(verb, _word(decision.value)), ("of", spell_quotes(decision.quotes))]
    if verb in (Verb.TEXT, Verb.BY, Verb.ASK):
        value = quoted(decision.value) if decision.value else "null"
        return [(verb, value), ("of", spell_quotes(decision.quotes))]
    return [(verb, spell_quotes(decision.quotes))]


def _respect(decision: Decision) -> list[tuple[str, str]]:
    return [("as", decision.respect)] if decision.respect else []


def _side(answer: Answer) -> str:
    return f"{{say: {quoted(answer.text)}, in: {spell_quotes(answer.quotes)}}}"


def spell_quotes(quotes: Sequence[Quote]) -> str:
    """One quote as it is, several as a list."""
    spelled = [f"{{{_word(quote.source)}: {quoted(quote.words)}}}" for quote in quotes]
    return spelled[0] if len(spelled) == 1 else _list(spelled)


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _NOTHING else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes as YAML has them, on one line."""
    return '"' + "".join(_ESCAPED.get(char) or (char if char.isprintable() else _escape(char)) for char in text) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def add_decisions(folder: Path, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Write decisions at the end of a story's decisions.yaml; the lines that were written.

    Raises InputError, with nothing written, where the file is not what ``load`` reads, or is written so that no line
    can be added to it.
    """
    path = folder / FILE
    known = _bare(read_decisions(folder))
    lines = tuple(map(spell, decisions))

    def check(made: Path) -> None:
        try:
            found = _bare(read_decisions(made.parent, made.name))
        except InputError:
            found = ()
        if found != (*known, *_bare(decisions)):
            remedy = "write it as one decision a line, each with - at the beginning of its line"
            raise InputError(path.as_posix(), "no line can be added to it", remedy)

    add_lines(path, lines, check)
    return lines


def remove_decision(folder: Path, line: str) -> bool:
    """Take a line out of decisions.yaml again; False where it is no longer there. Raises as ``add_decisions``."""
    return remove_line(folder / FILE, line, _reads)


def last_decision(folder: Path) -> str:
    """The last line of decisions.yaml, "" where there is none."""
    return last_line(folder / FILE)


def _reads(made: Path) -> None:
    read_decisions(made.parent, made.name)


def _bare(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(replace(decision, line=0) for decision in decisions)
