"""Files that a command writes into a folder of the user's choice: ``--out``. Nothing that stands there is overwritten,
but for a digest that an earlier run wrote."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.errors import InputError

_FORMAT = "news-digest/"


def check_targets(folder: Path, targets: Sequence[tuple[str, str]]) -> None:
    """Raise InputError where not all of ``targets``, pairs of what is read and the name of its result, can be written
    into a folder: two have one name, or the folder belongs to a story."""
    if not targets:
        return
    for above in (folder.resolve(), *folder.resolve().parents):
        if (above / "story.md").is_file():
            remedy = "name a folder outside the story"
            raise InputError(folder.as_posix(), f"it lies in the story {above.name}, whose files are evidence", remedy)
    sources: dict[str, str] = {}
    for source, name in targets:
        if name in sources:
            problem = f"{sources[name]} and {source} would both be written here"
            raise InputError((folder / name).as_posix(), problem, "name another folder for one of them")
        sources[name] = source


def write_result(path: Path, text: str) -> None:
    """Write a result as UTF-8, whole or not at all. Raises InputError where something else stands there."""
    data = text.encode("utf-8", "replace")
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path) and not _replaceable(path, data):
        raise InputError(path.as_posix(), "the file exists and would be overwritten", "move it, or name another folder")
    replace_whole(path, data)


def replace_whole(path: Path, data: bytes, check: Callable[[Path], None] | None = None) -> None:
    """Put a file in the place of what stands at ``path``, whole or not at all. ``check`` looks at what was written
    before that, and keeps the old file by raising."""
    made = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with made.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(made)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where none is, whole or not at all. Raises FileExistsError where something stands there."""
    made = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        made.write_bytes(data)
        _put_in_place(made, path)
    finally:
        made.unlink(missing_ok=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give a file its name, unless one has it. Raises FileExistsError."""
    try:
        os.link(made, path)  # unlike a renaming it never takes the place of a file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        _copy_new(made, path)


def _copy_new(made: Path, path: Path) -> None:
    with path.open("xb") as file:
        try:
            file.write(made.read_bytes())
        except BaseException:
            path.unlink()
            raise


def _replaceable(path: Path, data: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    old = path.read_bytes()
    return old == data or _digest_of(old, path.stem)


def _digest_of(data: bytes, slug: str) -> bool:
    """Whether a file is a digest that was written for this story before."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and str(found.get("schema")).startswith(_FORMAT) and found.get("slug") == slug
