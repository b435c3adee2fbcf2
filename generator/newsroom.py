"""The stories of a site as one run works them: what came of each, and which of them failed."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.editions import all_editions
from generator.errors import HeldError, InputError
from generator.fingerprint import Looked
from generator.load import shared_slugs, story_folders, story_slug
from generator.shelf import Shelf
from generator.site.words import Words
from generator.stories import (
    Job,
    Known,
    Mode,
    Readings,
    Shown,
    Signed,
    Whole,
    Worked,
    keep_readings,
    keep_story,
    kept_story,
    kept_whole,
    signed_facts,
    story_key,
    work_stories,
    work_story,
)


class Newsroom:
    """The stories in a folder: what came of them and which of them failed."""

    def __init__(
        self,
        folder: Path,
        mode: Mode,
        say: Words,
        shelf: Shelf,
        jobs: int = 1,
        progress: Callable[[str], None] = lambda _: None,
        looked: Looked | None = None,
    ) -> None:
        """Work all stories below ``folder``, ``jobs`` at once; ``progress`` is told of each, and ``looked`` may have
        seen what their folders hold. Raises InputError where there is no such folder; a story that fails is told by
        ``failures``."""
        self.known: dict[str, Known] = {}
        self._mode, self._say, self._shelf = mode, say, shelf
        self._looked = looked or Looked(folder, shelf)
        self._folders: dict[str, Path] = {}
        self._failures: dict[str, Exception] = {}  # two folders of one slug are one failure, whose line names both
        self.held: dict[str, Exception] = {}
        self.unsigned: list[str] = []
        self._signed: dict[str, Signed] = {}
        self._at_hand: dict[str, Whole] = {}  # of those of which nothing may be kept
        self._last: tuple[Known, Whole] | None = None  # its pages ask for it one after another
        self.folders = story_folders(folder)
        self.none_yet = not self.folders  # a site that has just been made
        shared = shared_slugs(self.folders)
        clock = _Clock(len(self.folders), progress)
        left: list[Job] = []
        for folder in self.folders:
            if folder in shared:
                self._fail(folder, shared[folder])
                clock.done(folder.name)
                continue
            key = story_key(folder, self._mode, self._looked.hash(folder))
            known = kept_story(key, shelf)
            if known is None:
                left.append((folder, key))
                continue
            self._take(folder, known)
            clock.done(folder.name)
        for job, worked in work_stories(left, self._mode, jobs, shelf):
            self._work(job, worked)
            clock.done(job[0].name)
        self._order = {slug: place for place, slug in enumerate(map(_slug_or_name, self.folders))}
        self.known = dict(sorted(self.known.items(), key=self._place))
        self._looked.save()
        shelf.save()

    def _work(self, job: Job, worked: Worked | None) -> None:
        folder, key = job
        readings = Readings(self._shelf)
        try:
            done = worked or work_story(folder, self._mode, self._say, key, readings)
        except Exception as error:  # whatever it is, the other stories are to be told of too
            keep_readings(readings.new, self._shelf)
            self._fail(folder, error)
            return
        slug, known = done.known.slug, done.known
        if done.held is not None:
            self.held[slug] = done.held
        if key and story_key(folder, self._mode, self._looked.now(folder)) == key:
            keep_story(done, self._shelf)
        else:  # it was changed since, and nobody knows which of the two was read
            keep_readings(done.read, self._shelf)
            known = replace(known, key="")
            if done.whole is not None:
                self._at_hand[slug] = done.whole
        self._take(folder, known)

    def _take(self, folder: Path, known: Known) -> None:
        self._folders[known.slug] = folder
        if known.signed is not None:
            self._signed[known.slug] = known.signed
        if known.listed is None:
            self.unsigned.append(known.slug)
        else:
            self.known[known.slug] = known

    def _fail(self, folder: Path, error: Exception) -> None:
        slug = _slug_or_name(folder)
        self._failures.setdefault(slug, error)
        with suppress(Exception):  # its editions stay published, where they can be read
            facts = signed_facts(all_editions(folder), self._say)
            if facts is not None:
                self._signed.setdefault(slug, facts)

    def _place(self, one: tuple[str, object]) -> int:
        return self._order[one[0]]

    @property
    def stopping(self) -> bool:
        """Whether some story failed for another reason than that its editor's work no longer holds."""
        return any(not isinstance(error, HeldError) for error in self._failures.values())

    @property
    def failures(self) -> tuple[tuple[str, Exception], ...]:
        """The stories that failed, each with its error."""
        return tuple(sorted(self._failures.items(), key=self._place))

    def fail(self, failures: tuple[tuple[str, Exception], ...]) -> None:
        """Take out stories of which it turned out late that they fail."""
        self._failures.update(failures)
        for slug, _ in failures:
            self.known.pop(slug, None)

    def shown(self) -> Shown:
        """What the pages show."""
        return Shown(tuple(self.known.values()), self._whole, self._signed, self._folders)

    def _whole(self, slug: str) -> Whole:
        """What a story's pages show; worked again where the shelf has lost it."""
        known = self.known[slug]
        if self._last is not None and self._last[0] is known:
            return self._last[1]
        whole = self._at_hand.get(slug) or kept_whole(known, self._shelf)
        if whole is None:
            readings = Readings(self._shelf)
            whole = work_story(self._folders[slug], self._mode, self._say, known.key, readings).whole
        if whole is None:
            raise InputError(self._folders[slug].as_posix(), "it changed while it was built", "build again")
        self._last = known, whole
        return whole


class _Clock:
    """Tells how many stories are done, how many are left, and how long that will take."""

    def __init__(self, stories: int, progress: Callable[[str], None]) -> None:
        self._stories, self._progress, self._done, self._began = stories, progress, 0, time.monotonic()

    def done(self, name: str) -> None:
        """A story is done."""
        self._done += 1
        left = self._stories - self._done
        seconds = round((time.monotonic() - self._began) / self._done * left)
        more = f", {left} left, about {seconds // 60}:{seconds % 60:02}" if left else ""
        self._progress(f"story {self._done} of {self._stories}{more}: {name}")


def _slug_or_name(folder: Path) -> str:
    try:
        return story_slug(folder)
    except InputError:
        return folder.name
