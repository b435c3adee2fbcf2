"""decisions.yaml -> the judgements of an editor, checked one by one. Errors name the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from generator.errors import InputError
from generator.language.printable import printable
from generator.load.capture import read_bytes
from generator.load.front_matter import MAX_STORY_BYTES, Plain, parse_yaml
from generator.model import KINDS, Answer, Decision, Quote, Respect, Verb

FILE = "decisions.yaml"
MAX_QUOTE_CHARACTERS = 4_000  # the longest sentences of real articles have about 1,000
MAX_WORDS_CHARACTERS = 1_000  # of a wording, a question or a reason

_LISTS = (Verb.SAME, Verb.APART, Verb.AGREE)  # of two quotes at least
_QUOTES = (*_LISTS, Verb.LEAD, Verb.DROP, Verb.KEEP, Verb.BRIEF, Verb.SUMMARY, Verb.FURNITURE, Verb.ARTICLE)
_VALUES = (Verb.TEXT, Verb.KIND, Verb.BY, Verb.SECTION, Verb.ASK)  # say something "of" passages
_BESIDE = (Verb.ALSO, Verb.DIFFERS, Verb.DETAIL, Verb.AFTER)  # set passages beside others
_RESPECTS = tuple(respect.value for respect in Respect)
_SPELLED: dict[Verb, tuple[str, ...]] = {  # the keys that a decision may have besides its verb
    **dict.fromkeys(Verb, ("why",)),
    **dict.fromkeys((*_VALUES, *_BESIDE), ("of", "why")),
    Verb.DIFFER: ("as", "sides", "why"),
    Verb.DIFFERS: ("of", "as", "why"),
}


def read_decisions(folder: Path, name: str = FILE) -> tuple[Decision, ...]:
    """The decisions of a story folder in the order of their lines, () where it has none. ``name`` is that of the file.

    Raises InputError for a file that is no list of decisions, for an unknown verb or key, and for a decision that lacks
    what its verb needs.
    """
    path = folder / name
    if not path.exists():
        return ()
    return parse_decisions(read_bytes(path, MAX_STORY_BYTES, "shorten it"), path)


def parse_decisions(data: bytes, path: Path) -> tuple[Decision, ...]:
    """The decisions that these bytes of a decisions.yaml hold; ``path`` is named in errors. Raises as
    ``read_decisions`` does."""
    plain = parse_yaml(data, path)
    if plain.value is None:
        return ()
    if not isinstance(plain.value, tuple):
        remedy = 'write one decision a line: - {drop: {source: "words"}}'
        raise InputError(path.as_posix(), "it is not a list of decisions", remedy, plain.line)
    return tuple(_Reader(path.as_posix(), one).decision() for one in plain.value)


class _Reader:
    """One decision of the file at ``path``."""

    def __init__(self, path: str, plain: Plain) -> None:
        self.path, self.plain = path, plain
        self.keys: Mapping[str, Plain] = plain.value if isinstance(plain.value, Mapping) else {}

    def decision(self) -> Decision:
        verb = self._verb()
        value = self.keys[verb.value]
        known = Decision(verb, self.plain.line, why=self._words("why", MAX_WORDS_CHARACTERS))
        return self._filled(known, verb, value)

    def _filled(self, known: Decision, verb: Verb, value: Plain) -> Decision:
        if verb is Verb.ORIGIN:
            return replace(known, sources=self._sources(value))
        if verb is Verb.DIFFER:
            return replace(known, value=self._text(verb.value, value), respect=self._respect(), answers=self._answers())
        if verb in _QUOTES:
            least = 2 if verb in _LISTS else 1
            return replace(known, quotes=self._quotes(verb.value, value, least))
        if "of" not in self.keys:
            raise self._error(f"{verb.value!r} does not say of what", 'add of: {source: "words"}')
        of = self._quotes("of", self.keys["of"], 1)
        if verb in _BESIDE:
            stated = self._quotes(verb.value, value, 1)
            if verb is Verb.AFTER:
                if len(stated) > 1:
                    raise self._error("'after' has more than one quote", "name the one claim after which it stands")
                return replace(known, quotes=of, beside=stated)
            return replace(known, quotes=stated, beside=of, respect=self._respect())
        return replace(known, quotes=of, value=self._value(verb, value))

    def _verb(self) -> Verb:
        if not self.keys:
            raise self._error("a decision is not written as keys", 'write - {drop: {source: "words"}}')
        found = [verb for verb in Verb if verb.value in self.keys]
        if len(found) != 1:
            problem = "a decision has two verbs" if found else f"unknown verb {next(iter(self.keys))!r}"
            near = get_close_matches(next(iter(self.keys)), [verb.value for verb in Verb], n=1)
            remedy = "write two decisions" if found else f"did you mean {near[0]!r}?" if near else _VERBS
            raise self._error(problem, remedy)
        for key, plain in self.keys.items():
            if key not in (found[0].value, *_SPELLED[found[0]]):
                allowed = ", ".join((found[0].value, *_SPELLED[found[0]]))
                raise self._error(f"unknown key {key!r}", f"use {allowed}", plain.line)
        return found[0]

    def _value(self, verb: Verb, value: Plain) -> str:
        if verb is Verb.BY and not value.value:
            return ""
        text = self._text(verb.value, value)
        if verb is Verb.KIND and text not in KINDS:
            raise self._error(f"there is no kind {text!r}", f"use {', '.join(KINDS)}", value.line)
        return text

    def _respect(self) -> str | None:
        if "as" not in self.keys:
            return None
        text = self._text("as", self.keys["as"])
        if text not in _RESPECTS:
            raise self._error(f"'as' names no respect: {text!r}", f"use {', '.join(_RESPECTS)}", self.keys["as"].line)
        return text

    def _answers(self) -> tuple[Answer, ...]:
        sides = self.keys.get("sides")
        written = sides.value if sides is not None else None
        remedy = 'add sides: [{say: "…", in: {source: "words"}}, {say: "…", in: {source: "words"}}]'
        if not isinstance(written, tuple) or len(written) < 2:
            raise self._error("a difference has fewer than two sides", remedy)
        return tuple(self._answer(side, remedy) for side in written)

    def _answer(self, side: Plain, remedy: str) -> Answer:
        if not isinstance(side.value, Mapping) or set(side.value) != {"say", "in"}:
            raise self._error("a side is not written as say and in", remedy, side.line)
        return Answer(self._text("say", side.value["say"]), self._quotes("in", side.value["in"], 1))

    def _sources(self, value: Plain) -> tuple[str, ...]:
        names = value.value if isinstance(value.value, tuple) else ()
        found = tuple(self._text("origin", name) for name in names)
        if len(found) < 2:
            raise self._error("'origin' names fewer than two sources", "write origin: [one, two]", value.line)
        return found

    def _quotes(self, key: str, value: Plain, least: int) -> tuple[Quote, ...]:
        listed = value.value if isinstance(value.value, tuple) else (value,)
        found = tuple(quote for one in listed for quote in self._quoted(key, one))
        if len(found) < least:
            raise self._error(f"{key!r} has fewer than {least} quotes", 'write [{one: "words"}, {two: "words"}]')
        return found

    def _quoted(self, key: str, value: Plain) -> tuple[Quote, ...]:
        if not isinstance(value.value, Mapping) or not value.value:
            raise self._error(f"{key!r} is not a quote", 'write {source: "words of the capture"}', value.line)
        return tuple(
            Quote(source, self._text(key, words, MAX_QUOTE_CHARACTERS)) for source, words in value.value.items()
        )

    def _words(self, key: str, limit: int) -> str:
        return self._text(key, self.keys[key], limit) if key in self.keys else ""

    def _text(self, key: str, value: Plain, limit: int = MAX_WORDS_CHARACTERS) -> str:
        if not isinstance(value.value, str):
            raise self._error(f"{key!r} is not a single value", "write it in quotes", value.line)
        words = " ".join(printable(value.value).split())
        if not words:
            raise self._error(f"{key!r} is empty", "write words, or remove the decision", value.line)
        if len(words) > limit:
            raise self._error(f"{key!r} has {len(words):,} characters", f"shorten it to {limit:,}", value.line)
        return words

    def _error(self, problem: str, remedy: str, line: int | None = None) -> InputError:
        return InputError(self.path, problem, remedy, self.plain.line if line is None else line)


_VERBS = f"use one of {', '.join(Verb)}"
