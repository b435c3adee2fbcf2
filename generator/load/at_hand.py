"""Which story an editor is at: the one of which a file was changed last."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.load.left_over import is_left_over
from generator.load.sources import dashed

_FILES = frozenset(("story.md", "decisions.yaml", "desk.yaml"))


def changed_last(folders: Iterable[Path]) -> tuple[str, ...]:
    """The slugs of stories by when an editor last changed a file of theirs, the story at hand first."""
    changed = [(-_changed(folder), dashed(folder.resolve().name)) for folder in folders]
    return tuple(slug for _, slug in sorted(changed))


def _changed(folder: Path) -> int:
    own = (entry for entry in _inside(folder) if entry.name in _FILES)
    captures = (entry for entry in _inside(folder / "captures") if not is_left_over(entry))
    return max((entry.stat().st_mtime_ns for entry in (*own, *captures)), default=0)


def _inside(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing where there is none."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        return list(entries)
    return []
