"""A story folder -> sources. The only module that reads what an editor provides; it trusts nothing of it."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path, PurePosixPath

import yaml

from generator.errors import InputError
from generator.language.printable import BIDI_CONTROLS, printable
from generator.model import Capture, Notice, Source, Story

MAX_CAPTURE_BYTES = 5_000_000
MAX_STORY_BYTES = 1_000_000
MAX_YAML_DEPTH = 8  # the contract needs 3: mapping, list of sources, mapping

# Share of bytes that are control characters (tab, line feed, form feed and carriage return aside) above which a
# capture is not text. Evenly spread bytes, as in compressed files, have 28 in 256 = .11; executables and archives
# more, by their NULs; the 1,095 dumps of the extraction sets have 0. One in twenty stands between, nearer to what is
# surely binary, since a short capture with a few stray NULs must work.
MAX_CONTROL_SHARE = 0.05

# First bytes of formats that editors save by mistake (each format's specification).
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"bplist00", "a web archive"),
)

_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_HTML_START = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html)", re.IGNORECASE)

_STORY_KEYS = ("title", "date", "tags", "sources")
_SOURCE_KEYS = ("file", "id", "publisher", "author", "url", "published")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


# Stories --------------------------------------------------------------------------------------------------------------


def load_stories(folder: Path) -> tuple[Story, ...]:
    """Every story below ``folder`` in the order of their slugs; hidden folders and loose files are passed over.

    Raises InputError as ``load_story`` does, and where two folders give one slug or there is no story at all.
    """
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such folder", "name the folder that holds the stories")
    folders = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not folders:
        raise InputError(folder.as_posix(), "it holds no story", "add a folder with a story.md and captures/")
    seen: dict[str, Path] = {}
    for path in folders:
        slug = _slug(path)
        if slug in seen:
            problem = f"the slug {slug!r} is also that of {seen[slug].as_posix()}"
            raise InputError(path.as_posix(), problem, "rename one of the two folders")
        seen[slug] = path
    return tuple(load_story(seen[slug]) for slug in sorted(seen))


def load_story(folder: Path) -> Story:
    """The story in ``folder``: its story.md and the captures that it names, or else every file in captures/.

    Raises InputError, which names file, place and remedy, for whatever cannot be used.
    """
    path = folder / "story.md"
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such story folder", "name a folder that holds a story.md")
    if not path.is_file():
        raise InputError(path.as_posix(), "the file is missing", "create it with front matter between two lines ---")
    front, body, body_line = _split(_story_text(path), path)
    fields = _Fields(path.as_posix(), _mapping(front, path), _STORY_KEYS)
    return Story(
        slug=_slug(folder),
        path=path.as_posix(),
        sources=_sources(folder, fields),
        title=fields.text("title"),
        date=fields.day("date"),
        tags=_tags(fields),
        body=body,
        body_line=body_line,
    )


def load_source(file: Path) -> Source:
    """One capture that belongs to no story, under its stem. Raises InputError as ``load_story`` does."""
    return Source(_default_id(PurePosixPath(file.name)), _capture(file.parent, PurePosixPath(file.name)))


def _slug(folder: Path) -> str:
    """The folder's name in the form that an address takes: letters and digits in lower case, hyphens between."""
    name = folder.resolve().name
    slug = _dashed(name)
    if not slug:
        raise InputError(folder.as_posix(), "its name holds no letter or digit", "rename it, for example my-story")
    return slug


def _dashed(name: str) -> str:
    """Words of a name in lower case, joined by hyphens: "Élection 2024" -> "election-2024"."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")


# story.md -------------------------------------------------------------------------------------------------------------


def _story_text(path: Path) -> str:
    data = _read(path, path.as_posix(), MAX_STORY_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path.as_posix(), "it is not UTF-8", "save it as UTF-8", line) from None


def _split(text: str, path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins (1-based)."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        remedy = "begin it with a line ---, then the keys, then another line ---"
        raise InputError(path.as_posix(), "it does not begin with front matter", remedy, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            body = "".join(lines[number + 1 :])
            return "".join(lines[1:number]), body if body.strip() else "", number + 2
    raise InputError(path.as_posix(), "its front matter has no end", "add a line --- after the last key", len(lines))


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


def _mapping(front: str, path: Path) -> yaml.MappingNode | None:
    """The front matter's top node; its line numbers count from 0 at the second line of story.md."""
    try:
        node = yaml.compose(front, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 2
        problem = f"the front matter is not YAML: {error.problem or error.context}"
        raise InputError(path.as_posix(), problem, "mend the line or put its value in quotes", line) from None
    except yaml.YAMLError as error:
        problem = f"the front matter is not YAML: {str(error).splitlines()[0]}"
        raise InputError(path.as_posix(), problem, "remove the character") from None
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        raise InputError(path.as_posix(), "the front matter holds no keys", "write it as lines of key: value", 2)
    return node


@dataclass(frozen=True, slots=True)
class _Value:
    """A node of the front matter with its line in story.md."""

    node: yaml.Node
    line: int


class _Fields:
    """The keys of one YAML mapping, checked against those allowed, read by the type that each must have."""

    def __init__(self, path: str, node: yaml.MappingNode | None, allowed: tuple[str, ...]) -> None:
        self.path = path
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

    def line(self, key: str) -> int | None:
        return self.values[key].line if key in self.values else None

    def text(self, key: str) -> str | None:
        """The value as written, or None where it is absent or empty."""
        value = self.values.get(key)
        if value is None or _is_null(value.node):
            return None
        if not isinstance(value.node, yaml.ScalarNode):
            raise InputError(self.path, f"{key!r} is not a single value", "write it on one line", value.line)
        return " ".join(str(value.node.value).split()) or None

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

    def items(self, key: str) -> tuple[_Value, ...]:
        """The values of a list, with the line of each."""
        value = self.values.get(key)
        if value is None or _is_null(value.node):
            return ()
        if not isinstance(value.node, yaml.SequenceNode):
            raise InputError(self.path, f"{key!r} is not a list", "write [one, two] or a line '- one' each", value.line)
        return tuple(_Value(node, node.start_mark.line + 2) for node in value.node.value)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _tags(fields: _Fields) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    for value in fields.items("tags"):
        if not isinstance(value.node, yaml.ScalarNode) or not str(value.node.value).strip():
            raise InputError(fields.path, "a tag is not a word or phrase", "write tags: [one, two]", value.line)
        tag = " ".join(str(value.node.value).split())
        tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())


# Sources --------------------------------------------------------------------------------------------------------------


def _sources(folder: Path, fields: _Fields) -> tuple[Source, ...]:
    listed = fields.items("sources")
    if "sources" in fields.values and not listed:
        remedy = "list a file, or leave the key out to use every file in captures/"
        raise InputError(fields.path, "'sources' is empty", remedy, fields.line("sources"))
    if not listed:
        return _unlisted(folder)
    seen: dict[str, str] = {}
    return tuple(_listed(folder, fields.path, value, seen) for value in listed)


def _unlisted(folder: Path) -> tuple[Source, ...]:
    """A source for each file in captures/ in name order, files whose name begins with a dot left out."""
    captures = folder / "captures"
    names = sorted(path.name for path in captures.iterdir()) if captures.is_dir() else []
    files = [PurePosixPath("captures", name) for name in names if not name.startswith(".")]
    if not files:
        raise InputError(captures.as_posix(), "the story has no captures", "put the articles there, one file each")
    seen: dict[str, str] = {}
    return tuple(
        Source(
            _unique(_default_id(file), file.as_posix(), seen, (folder / file).as_posix(), None), _capture(folder, file)
        )
        for file in files
    )


def _listed(folder: Path, path: str, value: _Value, seen: dict[str, str]) -> Source:
    if not isinstance(value.node, yaml.MappingNode):
        raise InputError(path, "a source is not written as keys", "write - file: captures/NAME", value.line)
    fields = _Fields(path, value.node, _SOURCE_KEYS)
    name = fields.text("file")
    if name is None:
        raise InputError(path, "a source has no 'file'", "add file: captures/NAME", value.line)
    line = fields.line("file") or value.line
    file = _relative(name, path, line)
    stated = fields.text("id")
    if stated is not None and not _ID.fullmatch(stated):
        remedy = f"use letters, digits, - and _, for example {_dashed(stated) or 'source-1'}"
        raise InputError(path, f"the id {stated!r} cannot be used in an address", remedy, fields.line("id"))
    identifier = _unique(stated or _default_id(file), name, seen, path, fields.line("id") or line)
    return Source(
        id=identifier,
        capture=_capture(folder, file, path, line),
        publisher=fields.text("publisher"),
        author=fields.text("author"),
        url=_address(fields),
        published=fields.day("published"),
    )


def _relative(name: str, path: str, line: int) -> PurePosixPath:
    """The named file as a path below the story's folder; refuses what could lead out of it on any system."""
    file = PurePosixPath(name)
    if file.is_absolute() or ".." in file.parts or "\\" in name or re.match(r"[A-Za-z]:", name) or not file.parts:
        problem = f"the file {name!r} is not inside the story's folder"
        raise InputError(path, problem, "copy it into captures/ and write file: captures/NAME", line)
    return file


def _default_id(file: PurePosixPath) -> str:
    return file.stem if _ID.fullmatch(file.stem) else _dashed(file.stem) or "source"


def _unique(identifier: str, file: str, seen: dict[str, str], path: str, line: int | None) -> str:
    """The identifier, noted in ``seen``; those that differ in case only are one, as they are in file names."""
    other = seen.setdefault(identifier.casefold(), file)
    if other != file or list(seen.values()).count(file) > 1:
        raise InputError(
            path, f"two sources have the id {identifier!r}: {other} and {file}", "give one another id", line
        )
    return identifier


def _address(fields: _Fields) -> str | None:
    url = fields.text("url")
    if url is not None and not re.match(r"https?://[^/\s]+\S*$", url):
        remedy = "write the whole address, beginning with https://"
        raise InputError(fields.path, f"the url {url!r} is not a web address", remedy, fields.line("url"))
    return url


# Captures -------------------------------------------------------------------------------------------------------------


def _capture(folder: Path, file: PurePosixPath, path: str | None = None, line: int | None = None) -> Capture:
    """The capture in ``file``. ``path`` and ``line`` say where story.md names it, None where nothing does."""
    here = folder / file
    if printable(str(file)) != str(file):
        problem = f"the file name {str(file)!r} holds characters that cannot be shown"
        raise InputError(path or (folder / "captures").as_posix(), problem, "rename the file", line)
    _stay_inside(folder, here, path or here.as_posix(), line)
    shown = here.as_posix()
    data = _read(here, shown, MAX_CAPTURE_BYTES)
    _refuse_binary(data, shown)
    text, notices = _decode(data, shown)
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise InputError(shown, "the capture is empty", "save the article again, or remove the file")
    return Capture(
        path=file.as_posix(),
        media_type=_media_type(file, text),
        text=text,
        sha256=sha256(data).hexdigest(),
        notices=notices + _character_notices(text),
    )


def _stay_inside(folder: Path, here: Path, path: str, line: int | None) -> None:
    try:
        target = here.resolve(strict=True)
    except (OSError, RuntimeError):
        remedy = "check the name, or remove it from the list of sources"
        raise InputError(path, f"the capture {here.as_posix()} is missing", remedy, line) from None
    if not target.is_relative_to(folder.resolve()):
        problem = f"the capture {here.as_posix()} is a link out of the story's folder"
        raise InputError(path, problem, "copy the file itself into captures/", line)
    if not stat.S_ISREG(target.stat().st_mode):
        raise InputError(path, f"the capture {here.as_posix()} is not a file", "name a file, not a folder", line)


def _read(path: Path, shown: str, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise InputError(shown, f"it cannot be read ({error.strerror})", "check the file and its permissions") from None
    if len(data) > limit:
        raise InputError(
            shown, f"it is larger than {limit // 1_000_000} MB", "save only the article's own page or text"
        )
    return data


_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\f\r") + b"\x7f"


def _refuse_binary(data: bytes, shown: str) -> None:
    remedy = "save the article as text or HTML"
    for start, name in _MAGIC:
        if data.startswith(start):
            raise InputError(shown, f"it is {name}, not text", remedy)
    if data.startswith((b"RIFF", b"\x00\x00\x00")) and data[8:12] in (
        b"WEBP",
        b"WAVE",
        b"AVI ",
        b"avif",
        b"heic",
        b"isom",
    ):
        raise InputError(shown, "it is a picture, sound or film, not text", remedy)
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > MAX_CONTROL_SHARE * len(data):
        raise InputError(shown, f"it is binary: {controls} of {len(data)} bytes are control characters", remedy)


def _decode(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    """The text without a byte-order mark, and what there is to say of its encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), (
                _not_utf8(encoding.upper(), "its byte-order mark says so"),
            )
    if data.startswith(b"\xef\xbb\xbf"):
        text, notices = _decode(data[3:], shown)
        message = "The file begins with a byte-order mark, which is not counted as text."
        return text, (Notice("byte-order-mark", message), *notices)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _detect(data, shown)


def _detect(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    """Text in an encoding that its bytes do not name: damaged UTF-8, what the page declares, else by detection."""
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\ufffd")
    whole = sum(1 for char in mended if char > "\x7f") - damaged
    if whole > damaged:
        reason = f"most of it is UTF-8; {damaged} damaged places are shown as \ufffd"
        return mended, (_not_utf8("damaged UTF-8", reason),)
    declared = _CHARSET.search(data[:2048])
    if declared is not None:
        try:
            encoding = declared.group(1).decode("ascii")
            return data.decode(encoding), (_not_utf8(encoding, "the page declares it"),)
        except (LookupError, ValueError):
            pass
    return _guess(data, shown)


def _guess(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes  # imported where needed: hardly any capture needs it, and it costs 30 ms

    guesses = from_bytes(data)
    best = guesses.best()
    if best is None:
        raise InputError(shown, "its encoding cannot be told", "save it as UTF-8 text")
    # Where the web's default encoding reads as much like a language as the best guess, it is the likelier one: short
    # western texts are otherwise taken for central European or old Macintosh ones.
    encoding = best.encoding
    for guess in guesses:
        if "cp1252" in (guess.encoding, *guess.could_be_from_charset) and guess.coherence >= best.coherence:
            encoding = "cp1252"
    return data.decode(encoding, errors="replace"), (_not_utf8(encoding, "by detection, which can be wrong"),)


def _not_utf8(encoding: str, why: str) -> Notice:
    return Notice("not-utf8", f"The file is not UTF-8; it was read as {encoding} ({why}).")


_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")


def _character_notices(text: str) -> tuple[Notice, ...]:
    """Notices of characters that stay in the text and never reach a page. They are named, not quoted, so that a
    notice is safe to print."""
    notices = []
    if "\r\n" in text:
        notices.append(Notice("crlf", "Its lines end in CR LF; offsets count both characters."))
    for code, what, pattern in (
        ("nul", "NUL characters", re.compile("\x00")),
        ("control-characters", "control characters", _CONTROLS),
        ("bidi-override", "characters that change the direction of text", _BIDI),
    ):
        first = pattern.search(text)
        if first is None:
            continue
        count, line = len(pattern.findall(text)), text.count("\n", 0, first.start()) + 1
        names = f"U+{ord(first.group()):04X}"
        message = f"It holds {what} ({count}, the first, {names}, in line {line}); they are not shown on the page."
        notices.append(Notice(code, message))
    return tuple(notices)


def _media_type(file: PurePosixPath, text: str) -> str:
    """By the file's suffix; where that says nothing, HTML if the text begins like a page, else plain text."""
    known = _MEDIA_TYPES.get(file.suffix.lower())
    if known is not None:
        return known
    return "text/html" if _HTML_START.match(text) else "text/plain"
