"""A file of a story that an editor writes too: lines are added and taken back, the others stay byte for byte, or all of
it is replaced. Whole or not at all, one command after another."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import InputError
from generator.results import replace_whole

Check = Callable[[Path], None]


def add_lines(path: Path, lines: Sequence[str], check: Check) -> None:
    """Add lines at the end of a file, which is made where it is missing, whole or not at all.

    ``check`` is given the new file before it takes the place of the old, which stays where it raises. Raises InputError
    for a file that is not UTF-8.
    """
    with alone(path.parent):
        old = _read(path)
        ending = "\r\n" if "\r\n" in old else "\n"
        opened = old and not old.endswith("\n")
        new = f"{old}{ending if opened else ''}" + "".join(f"{line}{ending}" for line in lines)
        _replace(path, new.encode("utf-8"), check)


def remove_line(path: Path, line: str, check: Check | None = None) -> bool:
    """Take the last line that reads so out of a file, and the file away where nothing is left of it. False where there
    is none, since somebody has changed the file."""
    with alone(path.parent):
        kept = _read(path).splitlines(keepends=True)
        for place in range(len(kept) - 1, -1, -1):
            if kept[place].strip() == line.strip():
                del kept[place]
                _replace(path, "".join(kept).encode("utf-8"), check)
                return True
        return False


def next_line(path: Path) -> int:
    """The number of the line that would be added, 1-based."""
    old = _read(path)
    return old.count("\n") + 1 + (bool(old) and not old.endswith("\n"))


def last_line(path: Path) -> str:
    """The last line of a file that is an entry, "" where it has none."""
    lines = [line.strip() for line in _read(path).splitlines()]
    return next((line for line in reversed(lines) if line.startswith("-")), "")


def read_file(path: Path) -> bytes:
    """What stands in a file; b"" where there is none."""
    return path.read_bytes() if path.exists() else b""


def check_unchanged(path: Path, before: bytes) -> None:
    """Raise InputError where a file holds something else than when it was read."""
    if read_file(path) != before:
        raise InputError(path.as_posix(), "it was changed in the meantime, and nothing is written", "do it again")


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes in the place of those that a file held when it was read, and take the file away where nothing is
    left of it. Raises InputError where it holds something else by now."""
    with alone(path.parent):
        check_unchanged(path, before)
        _replace(path, after)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Two commands on one folder follow one another."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _read(path: Path) -> str:
    try:
        return read_file(path).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(path.as_posix(), "it is not UTF-8", "save it as UTF-8") from None


def _replace(path: Path, data: bytes, check: Check | None = None) -> None:
    """Follows a link, so that what it leads to is written, and keeps what others may do with the file."""
    target = path.resolve()
    if not data.strip():
        target.unlink(missing_ok=True)
        return

    def checked(made: Path) -> None:
        if target.exists():
            made.chmod(target.stat().st_mode & 0o777)
        if check is not None:
            check(made)

    replace_whole(target, data, checked)
