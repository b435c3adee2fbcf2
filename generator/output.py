"""The folder of a built site: who may replace it, and how the new site takes the old one's place with nothing lost.

A build holds the output's lock, works in a folder of its own beside it, and exchanges the two in one step. Every site
has a mark with the names and hashes of the files that the build made. Of an old site only these are removed: a file
that no build made is kept in the new site and named, and a folder without a mark is never replaced.

A file that a build would write with the bytes that it has already is kept: the new site has it by a hard link, with its
times. Where builds keep a shelf, the old site's folders lie beside it for the next build (``_retire``), whose new site
is then made of them: it differs from the one that stands in what two builds changed, and nothing else is touched.
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
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import InputError
from generator.fingerprint import Times, is_settled
from generator.shelf import Shelf

MARK: Final = ".news-digest.json"
PUBLICATION: Final = "publication"
PREVIEW: Final = "preview"
_UNFINISHED: Final = "unfinished"
_REPOSITORIES: Final = (".git", ".hg", ".svn")
_AT_CWD: Final = -100  # AT_FDCWD of Linux: names are relative to the current folder
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux
_SITES: Final = "sites"  # of the shelf's folder: the folders of old sites


@dataclass(frozen=True, slots=True)
class Mark:
    """What a build says of the folder that it made. ``files`` gives the SHA-256 of each file by its name in it."""

    kind: str
    address: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """The site that stands in an output: its mark, and of each of its files that is as a build made it what the file
    system said when that was checked. ``shelf`` is None where nothing is kept from build to build; ``noted`` says of
    how many files it told. ``alone``: there is nothing else."""

    output: Path
    mark: Mark
    files: Mapping[str, Times]
    shelf: Shelf | None = None
    noted: int = 0
    alone: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it is all that its build made, and nothing else."""
        return self.alone and self.mark.kind != _UNFINISHED and self.files.keys() == self.mark.files.keys()

    def has(self, name: str, sha256: str) -> bool:
        """Whether it has this file with these bytes."""
        return name in self.files and self.mark.files.get(name) == sha256


class Keeping:
    """Which files a site in the making need not write, for the site that stands has them. A name that is written later
    is not kept, and one that is kept later not written: the last one counts, as it does without any keeping."""

    def __init__(self, made: Path, standing: Standing) -> None:
        self.standing = standing
        self.files: dict[str, str] = {}  # SHA-256 by name
        self._made = made
        self._written: set[str] = set()

    def keep(self, files: Mapping[str, str]) -> bool:
        """Keep files with these SHA-256 by their names, all or none; whether they are kept."""
        if not all(self.standing.has(name, sha256) for name, sha256 in files.items()):
            return False
        for name in self._written.intersection(files):
            (self._made / name).unlink()
        self._written.difference_update(files)
        self.files.update(files)
        return True

    def wrote(self, name: str) -> None:
        """A file is written."""
        self.files.pop(name, None)
        self._written.add(name)

    def complete(self) -> None:
        """Put what is kept beside what is written."""
        _link(self.files, self.standing.output, self._made)
        self.files.clear()


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
    if output.is_symlink():
        raise InputError(shown, "the output is a link", f"name the folder itself: {output.resolve().as_posix()}")
    if output.exists() and not output.is_dir():
        raise InputError(shown, "the output is not a folder", "name a folder that may be replaced")
    for source in sources:
        if _within(output.resolve(), source):
            raise InputError(shown, f"the output lies in {source.as_posix()}, which the build reads", "name another")
        if _within(source.resolve(), output):
            raise InputError(shown, f"the output would replace {source.as_posix()}", "name another folder")


def check_ours(output: Path, spare_publication: bool = False, shelf: Shelf | None = None) -> Standing:
    """What stands in an output. Raises InputError for anything but a site of ours, unchanged, and what was put beside
    it.

    ``spare_publication`` refuses a site that was built for publication, too. ``shelf`` is asked which files need not be
    read again.
    """
    shown = output.as_posix()
    if not output.is_dir() or not any(output.iterdir()):
        return Standing(output, Mark(_UNFINISHED), {}, shelf)
    for name in _REPOSITORIES:
        if os.path.lexists(output / name):
            raise InputError(shown, f"it is a repository, with {name}", "build elsewhere and copy the site into it")
    mark = read_mark(output)
    if mark is None or mark.kind == _UNFINISHED:
        raise InputError(shown, "the folder holds something else than a built site", "name another, or empty it")
    if spare_publication and mark.kind == PUBLICATION:
        problem = f"it holds the site for {mark.address}, which a preview would replace"
        raise InputError(shown, problem, "leave out OUTPUT (--output), or name another folder")
    known = shelf.get(_place(output)) if shelf else None
    seen = {name: times for name, (times, sha256) in (known or {}).items() if mark.files.get(name) == sha256}
    foreign, files = _refuse_changed(output, mark, seen)
    noted = sum(seen.get(name) == times for name, times in files.items())
    return Standing(output, mark, files, shelf, noted, not foreign)


def leave(standing: Standing) -> tuple[str, ...]:
    """Let a site stand as it is. Returns notices on old folders that could not be removed."""
    _remember_once(standing, standing.files)
    return _remove_old(standing.output)


def _place(output: Path) -> str:
    return f"site:{output.resolve().as_posix()}"


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
            _remove_unfinished(made)


def put_in_place(made: Path, output: Path, kind: str, address: str, keeping: Keeping | None = None) -> tuple[str, ...]:
    """Mark a finished site and let it take the output's place, with what it keeps of the one that stands there; where
    that is the same to the last byte, it stays. Returns notices: files that are no build's and were kept, a publication
    that a preview replaced, old folders that could not be removed.

    Raises InputError where something that no build made is in the way; the output is then as it was.
    """
    before = keeping.standing.mark if keeping else read_mark(output)
    seen = keeping.standing.files if keeping else {}
    foreign: tuple[str, ...] = ()
    files: dict[str, Times] = {}
    if output.is_dir():
        foreign, files = _refuse_changed(output, before or Mark(_UNFINISHED), seen)
    fresh = {name: _times(status) for name, status in _statuses(made, mounted=True).items() if not name.endswith("/")}
    written = {name: _hash(made / name) for name in fresh}
    kept = dict(keeping.files) if keeping else {}
    old = before.files if before else {}
    kept |= {name: sha256 for name, sha256 in written.items() if old.get(name) == sha256 and name in files}
    mark = Mark(kind, address, dict(sorted({**kept, **written}.items())))
    shelf = keeping.standing.shelf if keeping else None
    notices = [f"{(output / name).as_posix()}: no build made it; it is kept" for name in _outermost(foreign, mark)]
    if mark == before and mark.files.keys() == kept.keys() == files.keys():
        if keeping:
            _remember_once(keeping.standing, files)
        return (*notices, *_remove_old(output))
    tree, new = _assemble(made, output, kept, mark, _take_spare(output, shelf), files)
    for name in foreign:
        _keep(output / name, tree / name)
    if output.is_dir():
        shutil.copymode(output, tree)
    try:
        _write_mark(tree, mark)
        _exchange(tree, output)
    except OSError as error:
        _write_mark(tree, Mark(_UNFINISHED))
        problem = f"it cannot be replaced ({error.strerror or error})"
        raise InputError(output.as_posix(), problem, "name another folder") from error
    if before and before.kind == PUBLICATION and kind == PREVIEW:
        notices.append(f"{output.as_posix()}: it held the site for {before.address}; it is a preview now")
    if shelf is not None and shelf.lasts:
        _retire(output, old, files, shelf)
        _remember(output, mark, {**fresh, **{name: files[name] for name in kept}}, new, shelf)
    return (*notices, *_remove_old(output))


def _take_spare(output: Path, shelf: Shelf | None) -> Path | None:
    """The folders of an older site of this output, beside it now, to be made the new one; None where there are none."""
    if shelf is None or not shelf.lasts or not output.is_dir():
        return None
    spare, tree = _spare(output, shelf), _beside(output, f"new-{secrets.token_hex(4)}")
    try:
        _write_mark(spare, Mark(_UNFINISHED))  # whatever becomes of this build, it is no site that anybody wants back
        spare.rename(tree)
    except OSError:
        return None
    return tree


def _spare(output: Path, shelf: Shelf) -> Path:
    return shelf.folder.resolve() / _SITES / hashlib.sha256(_place(output).encode()).hexdigest()


def _assemble(
    made: Path, output: Path, kept: Mapping[str, str], mark: Mark, spare: Path | None, files: dict[str, Times]
) -> tuple[Path, set[str]]:
    """The folder that holds the new site, and the names in it that are new there: what is kept of the output, and what
    was written into ``made``. It is ``made`` itself, or ``spare`` where there is one, of which nothing else stays.

    ``files`` says what the file system says of those of the output: of one that is no more in ``spare`` too it says
    another time of change.
    """
    if spare is None:
        _link(kept, output, made)
        return made, set(mark.files)
    found = _numbers(spare)
    same = {name for name, times in files.items() if found.get(name) == times[0]}
    for name in found:
        if not name.endswith("/") and (name not in kept or name not in same):
            _unlink(spare, name, output, files if name in same else {})
    filled = _folders_of(mark.files)
    for name in sorted((name for name in found if name.endswith("/") and name not in filled), reverse=True):
        (spare / name).rmdir()
    written = [name for name in mark.files if name not in kept]
    linked = [name for name in mark.files if name in kept and name not in same]
    for name in written:
        (spare / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(made / name, spare / name)
    _link(linked, output, spare)
    return spare, {*written, *linked}


def _unlink(spare: Path, name: str, output: Path, files: dict[str, Times]) -> None:
    """Remove a file that the output may have too, and note that its time of change there is another now."""
    before = files.get(name)
    is_as_seen = before is not None and _times(os.lstat(output / name)) == before
    (spare / name).unlink()
    if is_as_seen:
        files[name] = _times(os.lstat(output / name))


def _numbers(site: Path) -> dict[str, int]:
    """The number in the file system of everything in a site but its mark, by name; that of a folder ends with "/"."""
    found: dict[str, int] = {}
    _number(str(site), "", found)
    found.pop(MARK, None)
    return found


def _number(folder: str, inside: str, found: dict[str, int]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            name = f"{inside}{entry.name}/" if is_folder else f"{inside}{entry.name}"
            found[name] = entry.inode()
            if is_folder:
                _number(entry.path, name, found)


def _folders_of(names: Iterable[str]) -> set[str]:
    """The folders that names stand in, each with "/" at its end."""
    found: set[str] = set()
    for name in names:
        at = name.rfind("/")
        while at > 0 and name[: at + 1] not in found:
            found.add(name[: at + 1])
            at = name.rfind("/", 0, at)
    return found


def _link(names: Iterable[str], site: Path, to: Path) -> None:
    """Let files of a site be had in another folder too, instead of what is there; copies with their times where the
    system has no links."""
    names = tuple(names)
    for folder in sorted(_folders_of(names)):  # one after those that it stands in
        with suppress(FileExistsError):
            os.mkdir(f"{to}/{folder}")
    for name in names:
        path = f"{to}/{name}"
        if os.path.lexists(path):
            os.unlink(path)
        try:
            os.link(f"{site}/{name}", path)
        except OSError:
            shutil.copy2(f"{site}/{name}", path)


def _retire(output: Path, files: Mapping[str, str], seen: Mapping[str, Times], shelf: Shelf) -> None:
    """Lay the old site of an output aside for the next build, if all that it holds is as a build made it or stands in
    the new site as well; else, and where it cannot be moved, it stays beside the output, to be removed."""
    for old in (*_left_over(output, "new-"), *_left_over(output, "old-")):
        mark = read_mark(old)
        if mark is None or mark.kind == _UNFINISHED or mark.files.keys() != files.keys():
            continue
        spare = _spare(output, shelf)
        with suppress(OSError):
            if not _is_as_seen(old, seen, output):
                continue
            if spare.exists():
                shutil.rmtree(spare)
            spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(spare)


def _is_as_seen(site: Path, seen: Mapping[str, Times], successor: Path) -> bool:
    device = os.lstat(site).st_dev
    for name, status in _statuses(site, mounted=True).items():
        if status.st_dev != device:
            return False
        if name.endswith("/") or _times(status) == seen.get(name) or _is_file(status, f"{successor}/{name}"):
            continue
        if not _is_kept(Path(f"{site}/{name}"), Path(f"{successor}/{name}")):
            return False
    return True


def _is_file(status: os.stat_result, path: str) -> bool:
    """Whether it is this very file that stands at a path."""
    try:
        return os.path.samestat(status, os.lstat(path))
    except OSError:
        return False


def _remember(output: Path, mark: Mark, seen: Mapping[str, Times], new: Collection[str], shelf: Shelf) -> None:
    """Note of each file of a site what the file system says of it, so that the next build need not read it. ``seen`` is
    what it said when the bytes were known; it may say another last time of those that are ``new`` in their folder."""
    now, known = time.time_ns(), {}
    for name, sha256 in mark.files.items():
        times = seen[name]
        if name in new:
            times = _times(os.lstat(f"{output}/{name}"))
        if is_settled(times[-2], times[-1], now) and times[:-1] == seen[name][:-1]:
            known[name] = times, sha256
    shelf.put(_place(output), known)


def _remember_once(standing: Standing, seen: Mapping[str, Times]) -> None:
    """The same of a site that stays, unless all of it is noted."""
    if standing.shelf is not None and standing.shelf.lasts and standing.noted < len(standing.mark.files):
        _remember(standing.output, standing.mark, seen, (), standing.shelf)


def _times(status: os.stat_result) -> Times:
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


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
            _remove_unfinished(tree)
        else:
            _remove_site(tree, mark, output)
        if tree.exists():
            notices.append(f"{tree.as_posix()}: this old site could not be removed; look into it and remove it")
    return tuple(notices)


def _remove_unfinished(tree: Path) -> None:
    """Remove a site in the making, its mark last: a build that is killed at it leaves what the next one knows."""
    with suppress(OSError):
        for path in tree.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARK:
                path.unlink()
        (tree / MARK).unlink()
        tree.rmdir()


def _remove_site(site: Path, mark: Mark, successor: Path | None = None) -> None:
    """Remove a site but for what is neither a build's nor in its successor, what cannot be removed, and what is mounted
    there."""
    for name in _names(site):
        path = site / name
        if _is_made(path, mark.files.get(name)) or (successor and _is_kept(path, successor / name)):
            with suppress(OSError):
                path.unlink()
    for folder in reversed(_folders(site)):
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
        if os.path.samestat(os.lstat(path), os.lstat(kept)):
            return True
        if path.is_symlink() or kept.is_symlink():
            return path.readlink() == kept.readlink()
        return path.is_file() and filecmp.cmp(path, kept, shallow=False)
    return False


def _refuse_changed(
    site: Path, mark: Mark, seen: Mapping[str, Times] | None = None
) -> tuple[tuple[str, ...], dict[str, Times]]:
    """The names of what no build made, files and empty folders, and what the file system says of each file that one
    did. ``seen`` says it of those that need not be read. Raises InputError for a file that a build made and somebody
    changed."""
    foreign, files = [], {}
    found = _statuses(site, mounted=True)
    for name, status in found.items():
        if name.endswith("/"):
            continue
        times = _times(status)
        if name not in mark.files:
            foreign.append(name)
        elif (seen or {}).get(name) == times or _is_made(site / name, mark.files[name]):
            files[name] = times
        else:
            problem = "it is not as the build wrote it, and would be overwritten"
            raise InputError((site / name).as_posix(), problem, "move it elsewhere, or delete it")
    filled = {name[: name.rstrip("/").rfind("/") + 1] for name in found}
    empty = [name for name in found if name.endswith("/") and name not in filled]
    return (*foreign, *(name.rstrip("/") for name in empty)), files


def _outermost(foreign: Sequence[str], mark: Mark) -> list[str]:
    """The names of what no build made, a folder that holds nothing else in the place of all that is in it."""
    if not foreign:
        return []
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
    return [name for name in _statuses(site, mounted) if not name.endswith("/")]


def _folders(site: Path) -> list[Path]:
    """The folders below a site, a folder before what is in it."""
    return [site / name for name in _statuses(site) if name.endswith("/")]


def _statuses(site: Path, mounted: bool = False) -> dict[str, os.stat_result]:
    """What the file system says of everything in a site but its mark, by name, sorted; the name of a folder ends with
    "/". Of other file systems that are mounted there only the folder, but where told so."""
    found: dict[str, os.stat_result] = {}
    _look(str(site), "", mounted, found)
    found.pop(MARK, None)
    return dict(sorted(found.items()))


def _look(folder: str, inside: str, mounted: bool, found: dict[str, os.stat_result]) -> None:
    try:
        with os.scandir(folder) as entries:
            inner = list(entries)
    except OSError:  # nobody may look into it
        found.pop(inside, None)
        return
    for entry in inner:
        is_folder = entry.is_dir(follow_symlinks=False)
        name = f"{inside}{entry.name}/" if is_folder else f"{inside}{entry.name}"
        try:
            found[name] = entry.stat(follow_symlinks=False)
        except OSError:  # it is gone
            continue
        if is_folder and (mounted or not os.path.ismount(entry.path)):
            _look(entry.path, name, mounted, found)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
