"""story.md or a page -> its front matter, checked key by key, and its body. Errors name the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import yaml

from generator.errors import InputError
from generator.language.printable import printable, shows
from generator.load.capture import read_bytes

MAX_STORY_BYTES = 1_000_000
MAX_FRONT_CHARACTERS = 250_000  # 2,500 sources with all their keys; the slowest YAML of this size takes 4 s
MAX_VALUE_CHARACTERS = 500  # of a title, a name or a tag; a headline has about 60
MAX_YAML_DEPTH = 8  # the contract needs 3: mapping, list of sources, mapping


@dataclass(frozen=True, slots=True)
class _Value:
    """A node of the front matter with its line in story.md."""

    node: yaml.Node
    line: int


class Fields:
    """The keys of one YAML mapping, checked against those allowed, read by the type that each must have.

    ``path`` names story.md in errors; ``start`` is the line on which the mapping begins.
    """

    def __init__(self, path: str, node: yaml.MappingNode | None, allowed: tuple[str, ...], start: int = 1) -> None:
        self.path, self.start = path, start
        self.values: Mapping[str, _Value] = {} if node is None else self._checked(node, allowed)

    def _checked(self, node: yaml.MappingNode, allowed: tuple[str, ...]) -> dict[str, _Value]:
        values: dict[str, _Value] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 2
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "(a list or mapping)"
            if key not in allowed:
                near = get_close_matches(key.lower(), allowed, n=1, cutoff=0.5)
                remedy = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(allowed)}"
                raise InputError(self.path, f"unknown key {key!r}", remedy, line)
            if key in values:
                raise InputError(self.path, f"the key {key!r} stands twice", "keep one of them", line)
            values[key] = _Value(value_node, line)
        return values

    def line(self, key: str) -> int:
        """The line of a key, or that on which the mapping begins where the key is absent."""
        return self.values[key].line if key in self.values else self.start

    def text(self, key: str, limit: int = MAX_VALUE_CHARACTERS) -> str | None:
        """The value as written, without what cannot be shown, or None where it is absent or empty.

        Raises InputError for what is no single value, for one of invisible characters only, and for one of more than
        ``limit`` characters.
        """
        value = self.values.get(key)
        if value is None or _is_null(value.node):
            return None
        if not isinstance(value.node, yaml.ScalarNode):
            raise InputError(self.path, f"{key!r} is not a single value", "write it on one line", value.line)
        return self._words(key, value, limit) or None

    def _words(self, key: str, value: _Value, limit: int = MAX_VALUE_CHARACTERS) -> str:
        """The words of a scalar, single spaces between them; "" where it is empty."""
        written = str(value.node.value)
        words = " ".join(printable(written).split())
        if written.strip() and not shows(words):
            problem = f"{key!r} holds nothing that can be seen"
            raise InputError(self.path, problem, "write it in letters, or leave the key out", value.line)
        if len(words) > limit:
            problem = f"{key!r} has {len(words):,} characters"
            raise InputError(self.path, problem, f"shorten it to {limit:,}", value.line)
        return words

    def day(self, key: str) -> date | None:
        """The day of an ISO date or time."""
        text = self.text(key)
        if text is None:
            return None
        for parse in (date.fromisoformat, lambda value: datetime.fromisoformat(value).date()):
            try:
                return parse(text)
            except ValueError:
                continue
        raise InputError(self.path, f"{key!r} is not a date: {text!r}", "write it as 2024-05-31", self.line(key))

    def phrases(self, key: str) -> tuple[str, ...]:
        """The words or phrases of a list, each once, the first spelling of those that differ in case."""
        found: dict[str, str] = {}
        for value in self._items(key):
            if not isinstance(value.node, yaml.ScalarNode) or not str(value.node.value).strip():
                problem = f"{key!r} holds what is no word or phrase"
                raise InputError(self.path, problem, f"write {key}: [one, two]", value.line)
            phrase = self._words(key, value)
            found.setdefault(phrase.casefold(), phrase)
        return tuple(found.values())

    def mappings(self, key: str, allowed: tuple[str, ...]) -> tuple[Fields, ...]:
        """The mappings of a list, each with these keys."""
        return tuple(self._mapping(key, value, allowed) for value in self._items(key))

    def _mapping(self, key: str, value: _Value, allowed: tuple[str, ...]) -> Fields:
        if not isinstance(value.node, yaml.MappingNode):
            remedy = f"write - {allowed[0]}: and the other keys below it"
            raise InputError(self.path, f"an entry of {key!r} is not written as keys", remedy, value.line)
        return Fields(self.path, value.node, allowed, value.line)

    def _items(self, key: str) -> tuple[_Value, ...]:
        value = self.values.get(key)
        if value is None or _is_null(value.node):
            return ()
        if not isinstance(value.node, yaml.SequenceNode):
            raise InputError(self.path, f"{key!r} is not a list", "write [one, two] or a line '- one' each", value.line)
        return tuple(_Value(node, node.start_mark.line + 2) for node in value.node.value)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def read_front_matter(path: Path, allowed: tuple[str, ...]) -> tuple[Fields, str, int]:
    """The fields of story.md or of a page, its body, and the line on which the body begins (1-based).

    Raises InputError for what is not UTF-8, not front matter, not YAML, and for a key that is not allowed.
    """
    return parse_front_matter(read_bytes(path, MAX_STORY_BYTES, "shorten it"), path, allowed)


def parse_front_matter(data: bytes, path: Path, allowed: tuple[str, ...]) -> tuple[Fields, str, int]:
    """What ``read_front_matter`` gives of these bytes; ``path`` is named in errors."""
    front, body, body_line = _split(_text(data, path), path)
    if len(front) > MAX_FRONT_CHARACTERS:
        problem = f"its front matter has {len(front):,} characters"
        raise InputError(path.as_posix(), problem, f"shorten it to {MAX_FRONT_CHARACTERS:,}", 1)
    return Fields(path.as_posix(), _mapping(front, path), allowed), body, body_line


def _text(data: bytes, path: Path) -> str:
    """The text of a file with line feeds as its only line breaks, without what cannot be shown: word processors leave
    vertical tabs, which no feed may hold."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path.as_posix(), "it is not UTF-8", "save it as UTF-8", line) from None
    return printable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _split(text: str, path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins (1-based)."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        remedy = "begin it with a line ---, then the keys, then another line ---"
        raise InputError(path.as_posix(), "it does not begin with front matter", remedy, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            body = "\n".join(lines[number + 1 :])
            return "".join(f"{one}\n" for one in lines[1:number]), body if body.strip() else "", number + 2
    raise InputError(
        path.as_posix(), "its front matter has no end", "add a line --- after the last key", text.count("\n")
    )


@dataclass(frozen=True, slots=True)
class Plain:
    """A value of a YAML file as it is written: words, a list, keys with values, or None where nothing is written;
    ``line`` is that on which it begins, 1-based."""

    value: str | tuple[Plain, ...] | Mapping[str, Plain] | None
    line: int


def read_yaml(path: Path) -> Plain:
    """What a YAML file holds. Raises InputError for what is not UTF-8 or not YAML, for aliases and doubled keys."""
    return parse_yaml(read_bytes(path, MAX_STORY_BYTES, "shorten it"), path)


def parse_yaml(data: bytes, path: Path) -> Plain:
    """What these bytes of a YAML file hold; ``path`` is named in errors. Raises as ``read_yaml`` does."""
    text = _text(data, path)
    if len(text) > MAX_FRONT_CHARACTERS:
        problem = f"it has {len(text):,} characters"
        raise InputError(path.as_posix(), problem, f"shorten it to {MAX_FRONT_CHARACTERS:,}", 1)
    node = _composed(text, path, "it", 1)
    return Plain(None, 1) if node is None else _plain(node, path)


def _plain(node: yaml.Node, path: Path) -> Plain:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Plain(tuple(_plain(one, path) for one in node.value), line)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Plain] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "(a list or mapping)"
            if name in found:
                remedy = "keep one of them"
                raise InputError(path.as_posix(), f"the key {name!r} stands twice", remedy, key.start_mark.line + 1)
            found[name] = _plain(value, path)
        return Plain(found, line)
    return Plain(None if _is_null(node) else str(node.value), line)


def _refused(problem: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]


class _Loader(yaml.SafeLoader):
    """Composes nodes only, so that no value is built by YAML's own rules; refuses aliases and deep nesting, by which
    a small file can stand for a very large one."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refused("aliases (*name) are not allowed", event)
        if self.depth >= MAX_YAML_DEPTH:
            raise _refused("it is nested too deeply", event)
        self.depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[arg-type]
        self.depth -= 1
        return node


def _composed(text: str, path: Path, what: str, first: int) -> yaml.Node | None:
    """The top node of a YAML text, of which the first line is line ``first`` of its file."""
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + first
        problem = f"{what} is not YAML: {error.problem or error.context}"
        raise InputError(path.as_posix(), problem, "mend the line or put its value in quotes", line) from None
    except yaml.YAMLError as error:
        problem = f"{what} is not YAML: {str(error).splitlines()[0]}"
        raise InputError(path.as_posix(), problem, "remove the character") from None
    except (ValueError, OverflowError) as error:  # a character or a version by a number that no machine reads
        problem = f"{what} is not YAML: {error}"
        raise InputError(path.as_posix(), problem, "remove the number or put the value in quotes") from None


def _mapping(front: str, path: Path) -> yaml.MappingNode | None:
    """The front matter's top node; its line numbers count from 0 at the second line of story.md."""
    node = _composed(front, path, "the front matter", 2)
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        raise InputError(path.as_posix(), "the front matter holds no keys", "write it as lines of key: value", 2)
    return node
