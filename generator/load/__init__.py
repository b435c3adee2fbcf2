"""A story folder -> sources. The only package that reads what an editor provides; it trusts nothing of it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from generator.errors import InputError
from generator.load.capture import read_capture
from generator.load.front_matter import read_front_matter
from generator.load.sources import dashed, default_id, find_sources
from generator.model import Source, Story

_STORY_KEYS = ("title", "date", "tags", "sources")


def load_stories(folder: Path) -> tuple[Story, ...]:
    """Every story below ``folder`` in the order of their slugs; hidden folders and loose files are passed over.

    Raises InputError as ``load_story`` does, and where two folders give one slug or there is no story at all.
    """
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such folder", "name the folder that holds the stories")
    folders = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not folders:
        raise InputError(folder.as_posix(), "it holds no story", "add a folder with a story.md and captures/")
    seen: dict[str, Path] = {}
    for path in folders:
        slug = _slug(path)
        if slug in seen:
            problem = f"the slug {slug!r} is also that of {seen[slug].as_posix()}"
            raise InputError(path.as_posix(), problem, "rename one of the two folders")
        seen[slug] = path
    return tuple(load_story(seen[slug]) for slug in sorted(seen))


def load_story(folder: Path) -> Story:
    """The story in ``folder``: its story.md and the captures that it names, or else every file in captures/.

    Raises InputError, which names file, place and remedy, for whatever cannot be used.
    """
    path = folder / "story.md"
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such story folder", "name a folder that holds a story.md")
    if not path.is_file():
        raise InputError(path.as_posix(), "the file is missing", "create it with front matter between two lines ---")
    fields, body, body_line = read_front_matter(path, _STORY_KEYS)
    return Story(
        slug=_slug(folder),
        path=path.as_posix(),
        sources=find_sources(folder, fields),
        title=fields.text("title"),
        date=fields.day("date"),
        tags=fields.phrases("tags"),
        body=body,
        body_line=body_line,
    )


def load_source(file: Path) -> Source:
    """One capture that belongs to no story, under its stem. Raises InputError as ``load_story`` does."""
    return Source(default_id(PurePosixPath(file.name)), read_capture(file.parent, PurePosixPath(file.name)))


def _slug(folder: Path) -> str:
    """The folder's name in the form that an address takes: letters and digits in lower case, hyphens between."""
    name = folder.resolve().name
    slug = dashed(name)
    if not slug:
        raise InputError(folder.as_posix(), "its name holds no letter or digit", "rename it, for example my-story")
    return slug
