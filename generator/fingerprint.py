"""What a story is made of, in one hash: the files of its folder, and the program with what it needs."""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import stat
import time
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from generator.shelf import Shelf

if TYPE_CHECKING:  # make clean runs before there is an environment, with no package at all
    from generator.site.words import Words

# What the program computes with, and what that computes with; of another release of them nothing is believed that an
# older one made. One that is not there counts as well: a build with the extra for PDF reads what one without refused.
_PACKAGES: Final = (
    "babel", "charset-normalizer", "cssselect2", "feedgen", "feedgenerator", "font-source-serif-pro", "HanTa", "jinja2",
    "lxml", "markdown-it-py", "markupsafe", "mdit-py-plugins", "mdurl", "numpy", "pdfminer-six", "pelican", "pillow",
    "py3langid", "python-dateutil", "PyYAML", "tinycss2", "unidecode",
)  # fmt: skip
_ROOT: Final = Path(__file__).resolve().parent
_STARTED: Final = time.time_ns()
_OURS: Final = ["generator.pelican_plugin"]
_PINNED: Final = ("jinja2", "pelican")  # whose classes are told by their names, for their releases are known

# After so many nanoseconds a file that is written again has another time: where times are told to the nanosecond, they
# move on with every tick of the kernel (10 ms at the slowest); elsewhere with every second or two.
_TICK, _COARSE = 50_000_000, 2_500_000_000
_TOLD_FINELY: Final = 1_000_000  # a time that this does not divide is told finely

Times = tuple[int, ...]  # what the file system says of a file: while that stays as it is, so do its bytes


def fingerprint(*parts: object) -> str:
    """One hash of parts whose ``repr`` tells all of them."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def program() -> str:
    """The hash of this program, its data, its Python and the packages that it computes with; another each time where a
    file was changed since it was started, for nobody knows what was read of it."""
    files = _program_files()
    if any(path.stat().st_ctime_ns > _STARTED for path in files):
        return secrets.token_hex()
    return fingerprint(_hashes(files), platform.python_version(), [(name, _version(name)) for name in _PACKAGES])


def is_changed() -> bool:
    """Whether the program was changed since it was started."""
    return any(path.stat().st_ctime_ns > _STARTED for path in _program_files())


def _program_files() -> list[Path]:
    return sorted(path for path in _ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _hashes(files: list[Path]) -> list[tuple[str, str]]:
    return [(path.relative_to(_ROOT).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class UntoldError(Exception):
    """A value that is not told by its words."""


def plain_settings(value: object) -> object:
    """Settings as values whose ``repr`` tells all of them. Raises UntoldError for what is more than data, and for
    plugins of others, which may make of the same data other pages."""
    if isinstance(value, Mapping):
        if value.get("PLUGINS", _OURS) != _OURS:
            raise UntoldError
        return sorted((repr(key), plain_settings(one)) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return [plain_settings(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(repr(plain_settings(one)) for one in value)
    if isinstance(value, type) and value.__module__.partition(".")[0] in _PINNED:
        return value.__module__, value.__qualname__
    if value is None or isinstance(value, (str, bytes, bool, int, float, PurePath, date)):
        return repr(value)
    raise UntoldError


def words_hash(say: Words) -> str:
    """The hash of what a site says: its language, and all that its catalogue translates. The head of a catalogue, which
    is the translation of "", is left out, but for its plural forms: Babel writes the time of reading into it."""
    catalogue = getattr(say.translations, "_catalog", {})
    forms = say.translations.info().get("plural-forms")
    said = sorted(repr(one) for one in catalogue.items() if one[0] != "")
    return fingerprint(say.language, str(say.locale), forms, said)


class Looked:
    """The hashes of folders, each of names and bytes of all that it holds.

    A file whose times, size and number in the file system are what they were is not read again, unless it was new when
    it was read. One item of the shelf tells of all: 1,000 would take as long to read as the times themselves.
    """

    def __init__(self, above: Path, shelf: Shelf) -> None:
        """``above`` is a folder that they lie in."""
        self._shelf = shelf
        self._key = f"seen:{above.absolute().as_posix()}"
        self._known: dict[str, tuple[list[tuple[str, Times]], str]] = shelf.get(self._key) or {}
        self._new: dict[str, tuple[list[tuple[str, Times]], str]] = {}
        self._found: dict[Path, str | None] = {}

    def hash(self, folder: Path) -> str | None:
        """The hash of a folder as it was when it was first asked for; None where that cannot be told, for what lies
        there cannot be read or leads elsewhere."""
        if folder not in self._found:
            self._found[folder] = self.now(folder)
        return self._found[folder]

    def again(self) -> None:
        """Look at all folders anew when they are asked for."""
        self._found.clear()

    def now(self, folder: Path) -> str | None:
        """The same of a folder as it is now."""
        try:
            found = list(_files(folder, ""))
        except (OSError, _ElsewhereError):
            return None
        name = os.path.abspath(folder)
        seen = [(file, _times(status)) for file, status in found]
        known = self._known.get(name)
        if known is not None and known[0] == seen:
            return known[1]
        now = time.time_ns()  # before they are read
        try:
            made = fingerprint([(file, _hash(folder / file)) for file, _ in found])
        except OSError:
            return None
        if all(is_settled(status.st_mtime_ns, status.st_ctime_ns, now) for _, status in found):
            self._known[name] = self._new[name] = seen, made
        return made

    def save(self) -> None:
        """Keep what was read, beside what others read meanwhile; of folders that are gone nothing."""
        if not self._new:
            return
        known = {**(self._shelf.get(self._key) or {}), **self._new}
        self._new.clear()
        self._shelf.put(self._key, {name: one for name, one in known.items() if os.path.isdir(name)})


def is_settled(written: int, changed: int, now: int) -> bool:
    """Whether a file that was last written and changed at these times, read at a third (all in nanoseconds), has other
    times once it is written again."""
    margin = _TICK if changed % _TOLD_FINELY else _COARSE
    return now - max(written, changed) > margin


class _ElsewhereError(Exception):
    """A link to a folder, or what is neither a file nor a folder."""


def _files(folder: Path, inside: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder by its name in the story, and every empty folder as a name that ends with "/"."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    if not found:
        yield inside, os.stat(folder)
    for entry in found:
        name = f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), f"{name}/")
            continue
        status = entry.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _ElsewhereError
        yield name, status


def _times(status: os.stat_result) -> Times:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_mode


def _hash(path: Path) -> str:
    if path.is_dir():
        return ""
    link = os.readlink(path) if path.is_symlink() else ""  # whether it leads out of the folder hangs on that
    with path.open("rb") as file:
        return f"{link}\0{hashlib.file_digest(file, 'sha256').hexdigest()}"
