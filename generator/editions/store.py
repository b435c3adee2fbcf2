"""editions/NNNN.json of a story folder: read, and written once. An edition is never written over."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.editions.codec import UnreadableError, from_plain, to_plain
from generator.editions.edition import Edition, canonical_hash
from generator.errors import InputError
from generator.load.capture import read_bytes
from generator.load.left_over import is_left_over
from generator.load.pictures import SUFFIXES
from generator.model import Decision, Digest, EditionMark, Hold, Published
from generator.results import write_new

SCHEMA = "news-edition/1"
FOLDER = "editions"
HOLD = "hold.json"
MAX_EDITION_BYTES = 100_000_000  # of a story of 500 captures
_INPUTS = ("story.md", "decisions.yaml")
_HEAD = 7  # lines of the head: the brace, and one for each of its keys
_BODY = ("published", "history", "entry", "decisions")  # what "whole" is the hash of
_REMEDY = "restore it from the repository"


@dataclass(frozen=True, slots=True)
class Head:
    """What an edition's file says of it in its first lines."""

    mark: EditionMark
    inputs: str
    program: str


def edition_numbers(folder: Path) -> tuple[int, ...]:
    """The numbers of the editions of a story folder, in order. Raises InputError where one is missing."""
    found = sorted(
        int(path.stem) for path in (folder / FOLDER).glob("[0-9]*.json") if path.stem.isdigit() and path.is_file()
    )
    if found != list(range(1, len(found) + 1)):
        missing = min(set(range(1, len(found) + 1)) - set(found))
        raise InputError(_path(folder, missing).as_posix(), "the edition is missing", _REMEDY)
    return tuple(found)


def _path(folder: Path, number: int) -> Path:
    return folder / FOLDER / f"{number:04d}.json"


def newest_edition(folder: Path) -> Edition | None:
    """The last edition of a story, with the hold that lies on it; None for a story that was never signed."""
    numbers = edition_numbers(folder)
    return _with_hold(folder, read_edition(folder, numbers[-1])) if numbers else None


def _with_hold(folder: Path, edition: Edition) -> Edition:
    lasting = read_hold(folder)
    if lasting is None or has_ended(lasting, edition):
        return edition
    return replace(edition, digest=replace(edition.digest, holds=(*edition.digest.holds, lasting)))


def has_ended(hold: Hold, edition: Edition) -> bool:
    """Whether an edition ended a hold of which the file still lies there, since its signing was cut off."""
    return any(one.since == hold.since and one.until is not None for one in edition.digest.holds)


def read_editions(folder: Path) -> tuple[Edition, ...]:
    """All editions of a story, in order. Raises InputError as ``read_edition`` does, and where one is not the one that
    the next names."""
    found: list[Edition] = []
    for number in edition_numbers(folder):
        edition = read_edition(folder, number)
        if edition.mark.previous != (found[-1].sha256 if found else None):
            problem = f"it follows another edition {number - 1} than the one that is there"
            raise InputError(_path(folder, number).as_posix(), problem, _REMEDY)
        found.append(edition)
    return tuple(found)


def all_editions(folder: Path) -> tuple[Edition, ...]:
    """The same, the newest with the hold that lies on it."""
    editions = read_editions(folder)
    return (*editions[:-1], _with_hold(folder, editions[-1])) if editions else ()


def read_edition(folder: Path, number: int) -> Edition:
    """One edition. Raises InputError for a file that is none, that was changed since it was signed, or that is not
    there."""
    path = _path(folder, number)
    if not path.is_file():
        raise InputError(path.as_posix(), f"there is no edition {number}", "list the editions with status")
    data = _json(path)
    try:
        digest = from_plain(Digest, data["entry"])
        history = from_plain(Published, data["history"])
        decisions = from_plain(tuple[Decision, ...], data["decisions"])
        edition = Edition(digest, history, data["published"], data["inputs"], data["program"], decisions)
        body = {key: data[key] for key in _BODY}
        mark = from_plain(EditionMark, data["edition"])
        sound = data["sha256"] == edition.sha256 and data["whole"] == canonical_hash(body)
        sound = sound and mark == edition.mark and mark.number == number
    except (UnreadableError, KeyError, TypeError, IndexError) as error:
        raise InputError(path.as_posix(), f"it is no edition: {error}", _REMEDY) from None
    if not sound:
        raise InputError(path.as_posix(), "it was changed after it was signed", _REMEDY)
    return edition


def read_head(folder: Path) -> Head | None:
    """The first lines of the newest edition, None for a story that was never signed; the entry is not read."""
    numbers = edition_numbers(folder)
    if not numbers:
        return None
    path = _path(folder, numbers[-1])
    try:
        with path.open(encoding="utf-8") as file:
            lines = [line for line, _ in zip(file, range(_HEAD), strict=False)]
        data = json.loads("".join((*lines[:-1], lines[-1].rstrip().rstrip(","), "}")))
        return Head(from_plain(EditionMark, data["edition"]), data["inputs"], data["program"])
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise InputError(path.as_posix(), f"it is no edition: {error}", _REMEDY) from None


def _json(path: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(read_bytes(path, MAX_EDITION_BYTES, _REMEDY).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(path.as_posix(), f"it is not JSON: {error}", _REMEDY) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise InputError(path.as_posix(), f"it is no {SCHEMA}", _REMEDY)
    return data


def write_edition(folder: Path, edition: Edition) -> Path:
    """Write an edition, whole or not at all, and end the hold that lies on the story.

    Raises InputError where an edition of this number is there.
    """
    path = _path(folder, edition.mark.number)
    body = {
        "published": edition.published,
        "history": to_plain(edition.history),
        "entry": to_plain(edition.digest),
        "decisions": to_plain(edition.decisions),
    }
    head = {
        "schema": SCHEMA,
        "sha256": edition.sha256,
        "whole": canonical_hash(body),
        "edition": to_plain(edition.mark),
        "inputs": edition.inputs,
        "program": edition.program,
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=True)}" for key, value in {**head, **body}.items()]
    _write_new(path, "{\n" + ",\n".join(lines) + "\n}\n")
    (folder / FOLDER / HOLD).unlink(missing_ok=True)
    return path


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_new(path, text.encode("utf-8"))
    except FileExistsError:
        problem = "an edition of this number is there already"
        raise InputError(path.as_posix(), problem, "another sign ran at the same time: look at it first") from None


def read_hold(folder: Path) -> Hold | None:
    """The hold that lies on a story, None for none."""
    path = folder / FOLDER / HOLD
    if not path.is_file():
        return None
    try:
        found: Hold = from_plain(Hold, json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, RecursionError) as error:
        raise InputError(path.as_posix(), f"it is no hold: {error}", "remove it, or hold the story again") from None
    return found


def write_hold(folder: Path, hold: Hold) -> None:
    """Put a hold on a story. Raises InputError where one lies on it."""
    path = folder / FOLDER / HOLD
    lasting, edition = read_hold(folder), newest_edition(folder)
    if lasting is not None and edition is not None and has_ended(lasting, edition):
        path.unlink()
    if path.exists():
        raise InputError(path.as_posix(), "the story is on hold already", "sign an edition to end it")
    _write_new(path, json.dumps(to_plain(hold), ensure_ascii=False, indent=1) + "\n")


def inputs_hash(folder: Path) -> str:
    """The SHA-256 of all that an editor provides of a story: names and bytes of its files, editions left aside."""
    found = hashlib.sha256()
    for name in sorted(_inputs(folder)):
        data = (folder / name).read_bytes()
        found.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        found.update(data)
    return found.hexdigest()


def _inputs(folder: Path) -> Iterator[str]:
    """The names of the files of which a story is drafted, with / between folders: beside story.md its decisions and
    pictures, below it all."""
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder).parts
        if not inside:
            folders[:] = [name for name in folders if name != FOLDER]
            names = [name for name in names if name in _INPUTS or Path(name).suffix.lower() in SUFFIXES]
        yield from ("/".join((*inside, name)) for name in names if not is_left_over(Path(place, name)))


@cache
def program_hash() -> str:
    """The SHA-256 of the program that makes drafts: another one may draft the same files otherwise."""
    root = Path(__file__).resolve().parents[1]
    found = hashlib.sha256()
    for path in sorted((*root.rglob("*.py"), *root.glob("data/*.json"))):
        found.update(path.relative_to(root).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
