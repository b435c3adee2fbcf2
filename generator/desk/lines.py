"""A file of a story that has one entry a line: lines are added and taken back, the others stay byte for byte."""

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
    with _alone(path.parent):
        old = _read(path)
        ending = "\r\n" if "\r\n" in old else "\n"
        opened = old and not old.endswith("\n")
        new = f"{old}{ending if opened else ''}" + "".join(f"{line}{ending}" for line in lines)
        _replace(path, new, check)


def remove_line(path: Path, line: str, check: Check) -> bool:
    """Take the last line that reads so out of a file, and the file away where nothing is left of it. False where there
    is none, since somebody has changed the file."""
    with _alone(path.parent):
        kept = _read(path).splitlines(keepends=True)
        for place in range(len(kept) - 1, -1, -1):
            if kept[place].strip() == line.strip():
                del kept[place]
                _replace(path, "".join(kept), check)
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


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two commands on one story follow one another."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _read(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(path.as_posix(), "it is not UTF-8", "save it as UTF-8") from None


def _replace(path: Path, text: str, check: Check) -> None:
    """Follows a link, so that what it leads to is written, and keeps what others may do with the file."""
    target = path.resolve()
    if not text.strip():
        target.unlink(missing_ok=True)
        return

    def checked(made: Path) -> None:
        if target.exists():
            made.chmod(target.stat().st_mode & 0o777)
        check(made)

    replace_whole(target, text.encode("utf-8"), checked)
