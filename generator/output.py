"""The folder of a built site: who may replace it, and how the new site takes the old one's place with nothing lost.

A build holds the output's lock, works in a folder of its own beside it, and exchanges the two in one step. Every site
has a mark with the names and hashes of the files that the build made. Of an old site only these are removed: a file
that no build made is kept in the new site and named, and a folder without a mark is never replaced.
"""

from __future__ import annotations

import ctypes
import fcntl
import filecmp
import hashlib
import json
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import InputError

MARK: Final = ".news-digest.json"
PUBLICATION: Final = "publication"
PREVIEW: Final = "preview"
_UNFINISHED: Final = "unfinished"
_REPOSITORIES: Final = (".git", ".hg", ".svn")
_AT_CWD: Final = -100  # AT_FDCWD of Linux: names are relative to the current folder
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux


@dataclass(frozen=True, slots=True)
class Mark:
    """What a build says of the folder that it made. ``files`` gives the SHA-256 of each file by its name in it."""

    kind: str
    address: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def read_mark(folder: Path) -> Mark | None:
    """The mark of a folder that a build of ours made, or None."""
    try:
        found = json.loads((folder / MARK).read_text(encoding="utf-8"))
        return Mark(str(found["kind"]), str(found["address"]), {str(k): str(v) for k, v in found["files"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


@contextmanager
def holding(output: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of an output, so that one build at a time reads and replaces it. ``waiting`` is called where
    another build has it, before waiting for that.

    Puts a site back that a killed build took away. Raises OSError where the folder above the output cannot be written.
    """
    lock = _beside(output, "lock")
    lock.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _lock(lock, waiting)
    try:
        _put_back(output)
        yield
    finally:
        _put_back(output)
        # Removed while it is held: whoever waits for it sees that it is gone, and takes the next one.
        if os.fstat(descriptor).st_size == 0:
            with suppress(OSError):
                lock.unlink()
        os.close(descriptor)


def check_place(output: Path, sources: Iterable[Path]) -> None:
    """Raise InputError for an output that is no folder, or that holds or lies in one of those that the build reads."""
    shown = output.as_posix()
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise InputError(shown, "the output is not a folder", "name a folder that may be replaced")
    for source in sources:
        if _within(output.resolve(), source):
            raise InputError(shown, f"the output lies in {source.as_posix()}, which the build reads", "name another")
        if _within(source.resolve(), output):
            raise InputError(shown, f"the output would replace {source.as_posix()}", "name another folder")


def check_ours(output: Path, spare_publication: bool = False) -> None:
    """Raise InputError for an output that holds anything but a site of ours, unchanged, and what was put beside it.

    ``spare_publication`` refuses a site that was built for publication, too.
    """
    shown = output.as_posix()
    if not output.is_dir() or not any(output.iterdir()):
        return
    for name in _REPOSITORIES:
        if os.path.lexists(output / name):
            raise InputError(shown, f"it is a repository, with {name}", "build elsewhere and copy the site into it")
    mark = read_mark(output)
    if mark is None or mark.kind == _UNFINISHED:
        raise InputError(shown, "the folder holds something else than a built site", "name another, or empty it")
    if spare_publication and mark.kind == PUBLICATION:
        problem = f"it holds the site for {mark.address}, which a preview would replace"
        raise InputError(shown, problem, "leave out OUTPUT (--output), or name another folder")
    _refuse_changed(output, mark)


@contextmanager
def in_the_making(output: Path) -> Iterator[Path]:
    """A new folder beside the output, for the site that will replace it; gone at the end, whatever happens."""
    _remove_old(output)
    made = _beside(output, f"new-{secrets.token_hex(4)}")
    made.mkdir()
    try:
        _write_mark(made, Mark(_UNFINISHED))
        yield made
    finally:
        mark = read_mark(made)
        if mark and mark.kind == _UNFINISHED:
            shutil.rmtree(made, ignore_errors=True)


def put_in_place(made: Path, output: Path, kind: str, address: str) -> tuple[str, ...]:
    """Mark a finished site and let it take the output's place. Returns notices: files that are no build's and were
    kept, a publication that a preview replaced, old folders that could not be removed.

    Raises InputError where something that no build made is in the way; the output is then as it was.
    """
    before = read_mark(output)
    foreign = _refuse_changed(output, before or Mark(_UNFINISHED)) if output.is_dir() else ()
    mark = Mark(kind, address, {name: _hash(made / name) for name in _names(made)})
    for name in foreign:
        _keep(output / name, made / name)
    if output.is_dir():
        shutil.copymode(output, made)
    try:
        _write_mark(made, mark)
        _exchange(made, output)
    except OSError as error:
        _write_mark(made, Mark(_UNFINISHED))
        problem = f"it cannot be replaced ({error.strerror or error})"
        raise InputError(output.as_posix(), problem, "name another folder") from error
    notices = [f"{(output / name).as_posix()}: no build made it; it is kept" for name in _outermost(foreign, mark)]
    if before and before.kind == PUBLICATION and kind == PREVIEW:
        notices.append(f"{output.as_posix()}: it held the site for {before.address}; it is a preview now")
    return (*notices, *_remove_old(output))


def clear(output: Path) -> tuple[str, ...]:
    """Remove the site in an output, and say what stays since no build made it. Raises InputError as ``check_ours``."""
    if not output.exists():
        return ()
    with holding(output, lambda: None):
        check_ours(output)
        _remove_site(output, read_mark(output) or Mark(_UNFINISHED))
    return (f"{output.as_posix()}: it holds files that no build made; they are left there",) if output.exists() else ()


def main(arguments: Sequence[str]) -> int:
    """Remove the sites in these outputs; return the exit status: 0, or 2 where one is not ours to remove."""
    try:
        for line in (line for folder in arguments for line in clear(Path(folder))):
            print(line, file=sys.stderr)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _beside(output: Path, what: str) -> Path:
    resolved = output.resolve()
    return resolved.with_name(f".{resolved.name}.news-digest-{what}")


def _lock(path: Path, waiting: Callable[[], None]) -> int:
    while True:
        descriptor = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        os.close(descriptor)


def _within(inner: Path, outer: Path) -> bool:
    """Asks the file system, which may know one folder by several names."""
    return outer.exists() and any(path.exists() and path.samefile(outer) for path in (inner, *inner.parents))


def _put_back(output: Path) -> None:
    """A build that was killed between two renames left no output, but an old site under another name."""
    for old in _left_over(output, "old-"):
        mark = read_mark(old)
        if mark and not os.path.lexists(output) and all(os.path.lexists(old / name) for name in mark.files):
            old.rename(output)


def _left_over(output: Path, what: str) -> list[Path]:
    beginning = _beside(output, what)
    found = (path for path in beginning.parent.iterdir() if path.name.startswith(beginning.name))
    return sorted(path for path in found if path.is_dir() and not path.is_symlink())


def _remove_old(output: Path) -> tuple[str, ...]:
    """Remove what this build and killed ones left beside the output. Whoever holds the lock is the only one at work."""
    notices = []
    for tree in (*_left_over(output, "new-"), *_left_over(output, "old-")):
        mark = read_mark(tree)
        if mark is None:
            with suppress(OSError):
                tree.rmdir()
            continue
        if mark.kind == _UNFINISHED:
            shutil.rmtree(tree, ignore_errors=True)
        else:
            _remove_site(tree, mark, output)
        if tree.exists():
            notices.append(f"{tree.as_posix()}: this old site could not be removed; look into it and remove it")
    return tuple(notices)


def _remove_site(site: Path, mark: Mark, successor: Path | None = None) -> None:
    """Remove a site but for what is neither a build's nor in its successor, what cannot be removed, and what is mounted
    there."""
    for name in _names(site):
        path = site / name
        if _is_made(path, mark.files.get(name)) or (successor and _is_kept(path, successor / name)):
            with suppress(OSError):
                path.unlink()
    folders = [path for path, _ in _folders(site)]
    for folder in reversed(folders[1:]):
        with suppress(OSError):
            folder.rmdir()
    with suppress(OSError):
        if [path.name for path in site.iterdir()] == [MARK]:
            (site / MARK).unlink()
        site.rmdir()


def _is_made(path: Path, expected: str | None) -> bool:
    with suppress(OSError):
        return expected is not None and path.is_file() and not path.is_symlink() and _hash(path) == expected
    return False


def _is_kept(path: Path, kept: Path) -> bool:
    with suppress(OSError):
        if path.is_symlink() or kept.is_symlink():
            return path.readlink() == kept.readlink()
        return path.samefile(kept) or (path.is_file() and filecmp.cmp(path, kept, shallow=False))
    return False


def _refuse_changed(site: Path, mark: Mark) -> tuple[str, ...]:
    """The names of what no build made, files and empty folders. Raises InputError for a file that a build made and
    somebody changed."""
    foreign = []
    for name in _names(site, mounted=True):
        if name not in mark.files:
            foreign.append(name)
        elif not _is_made(site / name, mark.files[name]):
            problem = "it is not as the build wrote it, and would be overwritten"
            raise InputError((site / name).as_posix(), problem, "move it elsewhere, or delete it")
    empty = [path for path, entries in _folders(site, mounted=True) if not entries and path != site]
    return (*foreign, *(path.relative_to(site).as_posix() for path in empty))


def _outermost(foreign: Sequence[str], mark: Mark) -> list[str]:
    """The names of what no build made, a folder that holds nothing else in the place of all that is in it."""
    ours = {PurePosixPath("."), *(above for name in mark.files for above in PurePosixPath(name).parents)}
    found = []
    for path in map(PurePosixPath, foreign):
        found.append(next((above for above in reversed(path.parents) if above not in ours), path).as_posix())
    return sorted(set(found))


def _keep(path: Path, kept: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            kept.mkdir(parents=True, exist_ok=True)
            return
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, kept, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:  # another file system, or one without links
            if not path.is_symlink() and not path.is_file():
                raise
            shutil.copy2(path, kept, follow_symlinks=False)
    except (FileExistsError, NotADirectoryError):
        problem = "no build made it, and the site has something of that name"
        raise InputError(path.as_posix(), problem, "move it elsewhere") from None
    except OSError as error:
        problem = f"no build made it, and it cannot be kept ({error.strerror or error})"
        raise InputError(path.as_posix(), problem, "move it elsewhere") from error


def _exchange(made: Path, output: Path) -> None:
    """Let ``made`` be the output, and the old output, where there is one, an old site beside it."""
    output = output.resolve()
    if not output.exists():
        made.rename(output)
        return
    if _exchange_at_once(made, output):
        return
    old = _beside(output, f"old-{secrets.token_hex(4)}")
    output.rename(old)
    try:
        made.rename(output)
    except OSError:
        old.rename(output)
        raise


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Whether the system could exchange two names in one step: Linux can, on most file systems."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0


def _write_mark(folder: Path, mark: Mark) -> None:
    told = {"made by": "news-digest", "kind": mark.kind, "address": mark.address, "files": dict(mark.files)}
    (folder / MARK).write_text(json.dumps(told, indent=0, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def _names(site: Path, mounted: bool = False) -> list[str]:
    """Everything in a site but folders and its mark, by name, links to folders included; sorted."""
    found = (Path(folder, name) for folder, names in _folders(site, mounted) for name in names)
    files = (path for path in found if path.is_symlink() or not path.is_dir())
    return sorted(name for path in files if (name := path.relative_to(site).as_posix()) != MARK)


def _folders(site: Path, mounted: bool = False) -> list[tuple[Path, list[str]]]:
    """A folder and all below it with the names of what is in them, a folder before what is in it; into other file
    systems that are mounted there only where told so."""
    found = []
    for path, folders, files in os.walk(site):
        found.append((Path(path), folders + files))
        if not mounted:
            folders[:] = [name for name in folders if not os.path.ismount(Path(path, name))]
    return found


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
