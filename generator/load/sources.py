"""The sources of a story: every file of captures/ that story.md does not leave out, with what is stated of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.errors import InputError, one_line
from generator.language.tokens import without_accents
from generator.load.capture import read_capture
from generator.load.front_matter import Fields
from generator.load.left_over import is_left_over, is_saved_with_page
from generator.load.provenance import FILE, Provenance, read_provenance
from generator.model import Source

_SOURCE_KEYS = ("file", "id", "publisher", "author", "url", "published", "replaces")
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


@dataclass(frozen=True, slots=True)
class Sources:
    """``passed_over`` are names in captures/ that nobody's work bears, ``left_out`` those that an editor leaves out."""

    sources: tuple[Source, ...]
    passed_over: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def find_sources(folder: Path, fields: Fields) -> Sources:
    """The sources of a story folder with these fields of its story.md: those that it lists, in its order, then every
    other file in captures/ by name, less those that it leaves out.

    Raises InputError for a file outside the folder, two sources with one id or file, a file left out that is not there,
    and whatever ``read_capture`` and ``read_provenance`` refuse.
    """
    listed = tuple(map(_listed, fields.mappings("sources", _SOURCE_KEYS)))
    if "sources" in fields.values and not listed:
        remedy = "state something of a file, or leave the key out"
        raise InputError(fields.path, "'sources' is empty", remedy, fields.line("sources"))
    found = sorted((folder / "captures").iterdir()) if (folder / "captures").is_dir() else []
    passed_over = [path for path in found if is_left_over(path) or is_saved_with_page(path)]
    files = [PurePosixPath("captures", path.name) for path in found if path not in passed_over and path.name != FILE]
    left_out = _left_out(folder, fields)
    named = {entry.file for entry in listed}
    further = [file for file in files if file not in named]
    entries = tuple(one for one in (*listed, *_unlisted(folder, further)) if one.file not in left_out)
    if not entries:
        remedy = "put the articles there, one file each"
        raise InputError((folder / "captures").as_posix(), "the story has no captures", remedy)
    known = read_provenance(folder)
    sources = tuple(_source(folder, entry, known.get(entry.file)) for entry in entries)
    _refuse_doubles(entries)
    return Sources(_replacing(fields, sources), tuple(map(_named, passed_over)), tuple(map(str, left_out)))


def _left_out(folder: Path, fields: Fields) -> tuple[PurePosixPath, ...]:
    files = []
    for name in fields.phrases("leave-out"):
        file = _relative(name, fields.path, fields.line("leave-out"))
        if not (folder / file).is_file():
            problem = f"the capture {file} that is left out is not there"
            raise InputError(fields.path, problem, "check the name, or take it off the list", fields.line("leave-out"))
        files.append(file)
    return tuple(files)


def _replacing(fields: Fields, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources, each with the id of that which it replaces, where that was given as a file."""
    by_file = {source.capture.path: source.id for source in sources}
    ids = set(by_file.values())
    made = []
    for source in sources:
        if source.replaces is None:
            made.append(source)
            continue
        old = by_file.get(source.replaces, by_file.get(f"captures/{source.replaces}", source.replaces))
        if old not in ids or old == source.id:
            problem = f"{source.id} replaces {source.replaces!r}, which is no other source of the story"
            raise InputError(fields.path, problem, "name the older capture: replaces: captures/NAME", source.id)
        made.append(replace(source, replaces=old))
    _refuse_circle(fields.path, made)
    return tuple(made)


def _refuse_circle(path: str, sources: Sequence[Source]) -> None:
    """Refuse sources of which each replaces the next: none of them would be the newest."""
    older = {source.id: source.replaces for source in sources if source.replaces is not None}
    settled: set[str] = set()  # leads to a source that replaces none
    for one in older:
        chain: list[str] = []
        at: str | None = one
        while at is not None and at not in settled:
            if at in chain:
                problem = " replaces ".join([*chain[chain.index(at) :], at])
                raise InputError(path, problem, "take 'replaces' off the newest of them", at)
            chain.append(at)
            at = older.get(at)
        settled.update(chain)


def _unlisted(folder: Path, files: list[PurePosixPath]) -> tuple[_Entry, ...]:
    """An entry for each of these files."""
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


def _source(folder: Path, entry: _Entry, known: Provenance | None) -> Source:
    fields = entry.fields
    line = fields.line("file") if fields else None
    capture = read_capture(folder, entry.file, fields.path if fields else None, line)
    if known is not None and known.sha256 not in (None, capture.sha256):
        problem = f"its SHA-256 is not the one that was recorded when it was saved ({known.sha256})"
        raise InputError((folder / entry.file).as_posix(), problem, f"restore the file, or mend captures/{FILE}")
    url, replaces = (known.url, known.replaces) if known is not None else (None, None)
    if fields is None:
        return Source(entry.id, capture, url=url, replaces=replaces)
    return Source(
        id=entry.id,
        capture=capture,
        publisher=fields.text("publisher"),
        author=fields.text("author"),
        url=_address(fields) or url,
        published=fields.day("published"),
        replaces=fields.text("replaces") or replaces,
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
    if url is not None and not is_web_address(url):
        remedy = "write the whole address, beginning with https://"
        raise InputError(fields.path, f"the url {url!r} is not a web address", remedy, fields.line("url"))
    return url


def is_web_address(url: str) -> bool:
    """Whether it is a whole address of the web that a link can hold."""
    try:
        _ = urlsplit(url).port
    except ValueError:  # brackets without an end, or a port that is none
        return False
    return re.fullmatch(r"https?://[^/\s]\S*", url) is not None


def dashed(name: str) -> str:
    """Words of a name in lower case, joined by hyphens: "Élection 2024" -> "election-2024"."""
    return re.sub(r"[\W_]+", "-", without_accents(name).casefold()).strip("-")
