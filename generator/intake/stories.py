"""A story that is not there yet: put together aside, and made in one step."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path

from generator.errors import InputError
from generator.load.left_over import is_left_over
from generator.load.sources import dashed

_STORY = """---
# Every key may be left out: title, date, tags, summary, sources, sections and others (see README.md).
tags: []
---
"""


def new_folder(name: str, stories: Path) -> Path:
    """Where a story of this name is to stand: as it is written where that is a path, else among the stories. Raises
    InputError for a name without letters or digits."""
    if Path(name).name != name:
        return Path(name)
    slug = dashed(name)
    if not slug:
        raise InputError(name, "a story's name needs a letter or digit", "call it, for example, my-story")
    return stories / slug


def unknown_story(folder: Path) -> InputError:
    """The error for a story that is not there, with the name that is most like it."""
    names = [path.name for path in folder.parent.iterdir()] if folder.parent.is_dir() else []
    near = get_close_matches(folder.name, [name for name in names if not name.startswith(".")], n=1)
    meant = f"did you mean {near[0]}? else " if near else ""
    return InputError(folder.as_posix(), "there is no such story", f"{meant}add --new, which makes it")


@contextmanager
def new_story(folder: Path) -> Iterator[Path]:
    """A folder in which a story is put together, which becomes the story in one step when it holds a capture; without
    any it is taken away again, and there is no story.

    Raises InputError where a story has come to stand there in the meantime.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = folder.with_name(f".{secrets.token_hex(8)}.part")
    try:
        (made / "captures").mkdir(parents=True)
        (made / "story.md").write_text(_STORY, encoding="utf-8")
        yield made
        if any(not is_left_over(path) for path in (made / "captures").iterdir()):
            try:
                os.rename(made, folder)
            except OSError:
                problem = "a story of this name was made in the meantime"
                raise InputError(folder.as_posix(), problem, "add to it, without --new") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
