"""Stories -> a shelf that holds what came of each, so that a build has them at hand: the step that takes the time, for
one story or many, on this machine or others.

What came of a story hangs on its folder and the program alone (``stories.story_key``). The step may therefore run
anywhere and in any order, twice or not at all: a build works what it does not find. Whoever runs many hands over an
``Executor`` of ``concurrent.futures``: a pool of processes, or that of an engine that spreads over machines, such as
``dask.distributed.Client(...).get_executor()``. Only the program and the stories' folders have to be where it works;
what came of them comes back and is shelved here.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.catalogue import site_words, spoken, theme_words
from generator.errors import InputError, StoriesError
from generator.fingerprint import Looked, words_hash
from generator.identity import site_settings
from generator.load import story_folders
from generator.shelf import Shelf
from generator.stories import Mode, Readings, Worked, keep_story, kept_story, story_key, work_story

_CACHE: Final = Path(".build/cache")
DESCRIPTION: Final = """Work stories and keep what came of them where the next build finds it.

A build works what is not kept by itself; this is for those who spread the work: over processes, machines, or jobs of a
pipeline (docs/scale.md). Several may run at once on one cache."""
EXAMPLES: Final = """examples:
  python -m generator prepare --list | xargs -P 2 -n 50 python -m generator prepare
  python -m generator prepare bridge-reopens ferry-strike --cache part-3
  python -m generator prepare --from part-1 part-2 part-3"""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of a story: it was ``kept`` before, or it is now, unless ``error`` says why it cannot be."""

    folder: Path
    kept: bool = False
    error: Exception | None = None


def mode_of(settings: Path, publish: bool = False, unsigned: bool = False) -> Mode:
    """How a build with these settings shows stories."""
    return Mode(*spoken(settings), words_hash(site_words(settings)), publish, unsigned)


def prepare(folders: Sequence[Path], mode: Mode, shelf: Shelf, engine: Executor) -> Iterator[Prepared]:
    """Work the stories in these folders that the shelf has not, on an ``engine``, and shelve each as it comes back. The
    folders have to be named as the build will name them, since messages tell their paths. Raises OSError and whatever
    else ends the engine; what ends one story is told of it."""
    asked, say = {}, theme_words(mode.translations, mode.language)
    looked = Looked(folders[0].parent if folders else Path(), shelf)
    for folder in folders:
        key = story_key(folder, mode, looked.hash(folder))
        if kept_story(key, shelf) is not None:
            yield Prepared(folder, kept=True)
        else:
            asked[engine.submit(work_apart, folder, mode, key)] = folder, key
    looked.save()
    shelf.save()
    for done in as_completed(asked):
        folder, key = asked[done]
        worked = done.result()
        try:
            worked = worked or work_story(folder, mode, say, key, Readings(shelf))
        except Exception as error:
            yield Prepared(folder, error=error)
            continue
        if key and story_key(folder, mode, looked.now(folder)) == key:  # it was not changed since
            keep_story(worked, shelf)
        yield Prepared(folder, error=worked.held)


def work_apart(folder: Path, mode: Mode, key: str) -> Worked | None:
    """What comes of a story, wherever this is run; None for one that fails or is held, which is worked again where its
    error can be told in full."""
    with suppress(Exception):
        worked = work_story(folder, mode, theme_words(mode.translations, mode.language), key)
        return None if worked.held else worked
    return None


def add_prepare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``prepare``; ``run_prepare`` runs it."""
    parser = commands.add_parser(
        "prepare",
        help="work stories before a build, which then has them at hand",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("stories", nargs="*", metavar="STORY", help="the name of a story's folder; else all")
    parser.add_argument("--list", action="store_true", help="print the names of all stories, and work none")
    parser.add_argument("--content", type=Path, metavar="DIR", help="as the build is given it (content)")
    parser.add_argument("--cache", type=Path, default=_CACHE, metavar="DIR", help=f"where it is kept ({_CACHE})")
    parser.add_argument("--publish", action="store_true", help="for a build with --publish")
    parser.add_argument("--unsigned", action="store_true", help="for a build with --unsigned")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (1)")
    parser.add_argument(
        "--from", nargs="+", type=Path, default=[], metavar="DIR", dest="others",
        help="take what is in these caches, which have to be your own, and work none",
    )  # fmt: skip
    return parser


def run_prepare(options: argparse.Namespace) -> int:
    """Do what a command line asks; the exit status: 1 where a story stays at its last edition. Raises InputError for
    a name that is no story's and for a cache that is none, and StoriesError with all that cannot be worked."""
    settings = site_settings()
    stories = (options.content or settings.parent / "content") / "stories"
    folders = story_folders(stories)
    if options.list:
        print(*(folder.name for folder in folders), sep="\n")
        return 0
    shelf = Shelf(options.cache)
    try:
        if options.others:
            return _take(options.others, shelf)
        mode = mode_of(settings, options.publish, options.unsigned)
        return _prepare(_chosen(folders, options.stories, stories), mode, shelf, max(1, options.jobs))
    finally:
        shelf.close()


def _chosen(folders: tuple[Path, ...], names: list[str], stories: Path) -> list[Path]:
    by_name = {folder.name: folder for folder in folders}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        problem = f"there is no story of this name in {stories.as_posix()}"
        raise InputError(unknown[0], problem, "see prepare --list")
    return [by_name[name] for name in names or by_name]


def _prepare(folders: list[Path], mode: Mode, shelf: Shelf, jobs: int) -> int:
    with ProcessPoolExecutor(jobs) as engine:
        done = list(prepare(folders, mode, shelf, engine))
    kept = sum(one.kept for one in done)
    failed = [(one.folder.name, one.error) for one in done if one.error is not None]
    print(f"{len(done) - kept - len(failed)} worked, {kept} were kept, {len(failed)} failed.", file=sys.stderr)
    if failed:
        raise StoriesError(tuple(failed))
    return 0


def _take(others: Sequence[Path], shelf: Shelf) -> int:
    for other in others:
        try:
            print(f"{other.as_posix()}: {shelf.take(other)} items taken.", file=sys.stderr)
        except (FileNotFoundError, sqlite3.Error) as error:
            problem = f"it is no cache of this program: {error}"
            raise InputError(other.as_posix(), problem, "name the folder that --cache was given") from error
    return 0
