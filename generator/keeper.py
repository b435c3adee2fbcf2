"""What a build would write again as it stands, it keeps: files by the hash of the data and templates they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.output import Keeping
from generator.shelf import Shelf

Notices = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: SHA-256 by the name of each file, and what an editor is told of it."""

    files: dict[str, str]
    notices: Notices = ()


class Keeper:
    """Says of each part of a site whether it need be made, for the site that stands in the output has it."""

    def __init__(self, folder: Path, shelf: Shelf, keeping: Keeping) -> None:
        self._folder, self._shelf, self._keeping = folder, shelf, keeping
        self._names: list[str] | None = None

    def keep(self, key: str) -> Made | None:
        """What was made of the data and templates of ``key`` before, if the site that stands has it, which is then
        kept; else None."""
        made = self._shelf.get(f"made:{key}") if key else None
        return made if isinstance(made, Made) and self._keeping.keep(made.files) else None

    def make(self, key: str, write: Callable[[], Notices | None]) -> Made:
        """What ``write`` writes, which tells ``wrote`` of every file, and notices that it gives; noted under ``key``,
        unless that is ""."""
        with self._watching() as names:
            notices = write() or ()
        made = Made({name: sha256((self._folder / name).read_bytes()).hexdigest() for name in names}, notices)
        self._note(key, made)
        return made

    def made_apart(self, key: str, made: Made) -> None:
        """Take in what another process wrote by its own ``make``."""
        for name in made.files:
            self._keeping.wrote(name)
        self._note(key, made)

    def _note(self, key: str, made: Made) -> None:
        if key:
            self._shelf.put(f"made:{key}", made)

    def wrote(self, name: str) -> None:
        """A file was written, by its name in the site."""
        self._keeping.wrote(name)
        if self._names is not None:
            self._names.append(name)

    def get(self, key: str) -> Any:
        """A value that was made of ``key`` before, or None."""
        return self._shelf.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep a value for the next build."""
        self._shelf.put(key, value)

    @contextmanager
    def _watching(self) -> Iterator[list[str]]:
        self._names = []
        try:
            yield self._names
        finally:
            self._names = None
