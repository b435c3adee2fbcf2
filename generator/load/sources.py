"""The sources of a story: the files that story.md lists, or else all that its folder holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.errors import InputError, one_line
from generator.load.capture import read_capture
from generator.load.front_matter import Fields
from generator.load.left_over import is_left_over, is_saved_with_page
from generator.model import Source

_SOURCE_KEYS = ("file", "id", "publisher", "author", "url", "published")
MAX_ADDRESS_CHARACTERS = 4_000  # servers and browsers take no more than 8,000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A source before its capture is read. ``path`` and ``line`` say where its id stands or comes from, ``fields``
    what story.md has of it, None where it lists no sources."""

    id: str
    file: PurePosixPath
    path: str
    line: int | None = None
    fields: Fields | None = None


def find_sources(folder: Path, fields: Fields) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """The sources of a story folder with these fields of its story.md, in the order of the list or of their names; and
    the names in captures/ that were passed over because nobody's work bears such a name.

    Raises InputError for an empty list, a file outside the folder, two sources with one id or file, and whatever
    ``read_capture`` refuses.
    """
    listed = fields.mappings("sources", _SOURCE_KEYS)
    if "sources" in fields.values and not listed:
        remedy = "list a file, or leave the key out to use every file in captures/"
        raise InputError(fields.path, "'sources' is empty", remedy, fields.line("sources"))
    found = sorted((folder / "captures").iterdir()) if not listed and (folder / "captures").is_dir() else []
    passed_over = [path for path in found if is_left_over(path) or is_saved_with_page(path)]
    captures = [path for path in found if path not in passed_over]
    entries = tuple(map(_listed, listed)) or _unlisted(folder, captures)
    _refuse_doubles(entries)
    return tuple(_source(folder, entry) for entry in entries), tuple(map(_named, passed_over))


def _unlisted(folder: Path, captures: list[Path]) -> tuple[_Entry, ...]:
    """An entry for each of the files in captures/."""
    files = [PurePosixPath("captures", path.name) for path in captures]
    if not files:
        remedy = "put the articles there, one file each"
        raise InputError((folder / "captures").as_posix(), "the story has no captures", remedy)
    return tuple(_Entry(default_id(file), file, (folder / file).as_posix()) for file in files)


def _named(path: Path) -> str:
    return one_line(f"{path.name}/" if path.is_dir() else path.name)


def _listed(fields: Fields) -> _Entry:
    name = fields.text("file")
    if name is None:
        raise InputError(fields.path, "a source has no 'file'", "add file: captures/NAME", fields.start)
    file = _relative(name, fields.path, fields.line("file"))
    stated = fields.text("id")
    if stated is not None and not _ID.fullmatch(stated):
        remedy = f"use letters, digits, - and _, for example {dashed(stated) or 'source-1'}"
        raise InputError(fields.path, f"the id {stated!r} cannot be used in an address", remedy, fields.line("id"))
    return _Entry(stated or default_id(file), file, fields.path, fields.line("id" if stated else "file"), fields)


def _refuse_doubles(entries: tuple[_Entry, ...]) -> None:
    """Two ids that differ in case only are one, as they are in file names."""
    by_id: dict[str, _Entry] = {}
    by_file: dict[PurePosixPath, _Entry] = {}
    for entry in entries:
        if entry.file in by_file:
            problem = f"the file {entry.file} is listed twice"
            raise InputError(entry.path, problem, "remove one of the two", entry.line)
        other = by_id.get(entry.id.casefold())
        if other is not None:
            problem = f"two sources have the id {entry.id!r}: {other.file} and {entry.file}"
            raise InputError(entry.path, problem, "give one another id", entry.line)
        by_id[entry.id.casefold()] = by_file[entry.file] = entry


def _source(folder: Path, entry: _Entry) -> Source:
    fields = entry.fields
    if fields is None:
        return Source(entry.id, read_capture(folder, entry.file))
    return Source(
        id=entry.id,
        capture=read_capture(folder, entry.file, fields.path, fields.line("file")),
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


def default_id(file: PurePosixPath) -> str:
    """The id of a source without one: its file's stem, in the form that an address takes."""
    return file.stem if _ID.fullmatch(file.stem) else dashed(file.stem) or "source"


def _address(fields: Fields) -> str | None:
    url = fields.text("url", MAX_ADDRESS_CHARACTERS)
    if url is not None and not _is_web_address(url):
        remedy = "write the whole address, beginning with https://"
        raise InputError(fields.path, f"the url {url!r} is not a web address", remedy, fields.line("url"))
    return url


def _is_web_address(url: str) -> bool:
    """Whether it is a whole address of the web that a link can hold."""
    try:
        _ = urlsplit(url).port
    except ValueError:  # brackets without an end, or a port that is none
        return False
    return re.fullmatch(r"https?://[^/\s]\S*", url) is not None


def dashed(name: str) -> str:
    """Words of a name in lower case, joined by hyphens: "Élection 2024" -> "election-2024"."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")
