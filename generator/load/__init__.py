"""A story folder -> sources. The only package that reads what an editor provides; it trusts nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.errors import InputError
from generator.language.printable import shows
from generator.load.capture import read_capture
from generator.load.decisions import FILE as DECISIONS
from generator.load.decisions import read_decisions
from generator.load.front_matter import Fields, read_front_matter
from generator.load.left_over import is_left_over
from generator.load.pictures import read_pictures
from generator.load.sources import dashed, default_id, find_sources
from generator.model import Published, Source, Status, Story, Summary

STORY_KEYS = (
    "title", "date", "tags", "summary", "sources", "leave-out", "sections", "aliases", "published", "updated",
    "category", "status",
)  # fmt: skip
MAX_SUMMARY_CHARACTERS = 2_000


def story_folders(folder: Path) -> tuple[Path, ...]:
    """The folders of stories below ``folder`` in the order of their slugs, none in a new site; hidden folders, what
    systems leave there and loose files are passed over.

    Raises InputError where there is no such folder.
    """
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such folder", "name the folder that holds the stories")
    found = (path for path in folder.iterdir() if path.is_dir() and not is_left_over(path))
    return tuple(sorted(found, key=lambda path: (dashed(real_name(path)), path)))


def real_name(folder: Path) -> str:
    """The name of a folder itself, whatever a link to it is called."""
    is_own = folder.name not in ("", "..") and not folder.is_symlink()
    return folder.name if is_own else folder.resolve().name  # which asks of each folder above, too


def story_slug(folder: Path) -> str:
    """The slug of a story: the folder's name in the form that an address takes, letters and digits in lower case,
    hyphens between. Raises InputError for a name without any."""
    slug = dashed(real_name(folder))
    if not shows(slug):
        raise InputError(folder.as_posix(), "its name holds no letter or digit", "rename it, for example my-story")
    return slug


def shared_slugs(folders: Iterable[Path]) -> dict[Path, InputError]:
    """The folders whose slug is also that of another of them, each with the error that says so."""
    by_slug: dict[str, list[Path]] = {}
    for folder in folders:
        by_slug.setdefault(dashed(real_name(folder)), []).append(folder)
    return {
        folder: InputError(
            folder.as_posix(),
            f"the slug {slug!r} is also that of {(same[0] if folder != same[0] else same[1]).as_posix()}",
            "rename one of the two folders",
        )
        for slug, same in by_slug.items()
        if slug and len(same) > 1
        for folder in same
    }


def load_story(folder: Path, history: Published | None = None, decisions: bool = True) -> Story:
    """The story in ``folder``: its story.md, every file in captures/ that it does not leave out, and its decisions,
    unless they are not wanted. ``history`` is what was published of it.

    Raises InputError, which names file, place and remedy, for whatever cannot be used.
    """
    path = folder / "story.md"
    if not folder.is_dir():
        raise InputError(folder.as_posix(), "there is no such story folder", "name a folder that holds a story.md")
    if not path.is_file():
        raise InputError(path.as_posix(), "the file is missing", "create it with front matter between two lines ---")
    fields, body, body_line = read_front_matter(path, STORY_KEYS)
    found = find_sources(folder, fields)
    summary = fields.text("summary", MAX_SUMMARY_CHARACTERS)
    return Story(
        slug=story_slug(folder),
        path=path.as_posix(),
        sources=found.sources,
        title=fields.text("title"),
        date=fields.day("date"),
        published=fields.day("published"),
        updated=fields.day("updated"),
        tags=fields.phrases("tags"),
        category=fields.text("category") or "",
        status=_status(fields),
        body=body,
        body_line=body_line,
        passed_over=found.passed_over,
        left_out=found.left_out,
        summary=Summary(summary, fields.line("summary")) if summary else None,
        section_order=fields.phrases("sections"),
        aliases=_aliases(folder, fields),
        decisions=read_decisions(folder) if decisions else (),
        decisions_path=(folder / DECISIONS).as_posix(),
        pictures=read_pictures(folder, path.as_posix(), body, body_line),
        history=history or Published(),
    )


def _status(fields: Fields) -> Status:
    written = fields.text("status") or Status.PUBLISHED
    if written.lower() not in set(Status):
        problem = f"{written!r} is no status"
        raise InputError(fields.path, problem, f"use one of {', '.join(Status)}", fields.line("status"))
    return Status(written.lower())


def _aliases(folder: Path, fields: Fields) -> tuple[str, ...]:
    aliases = fields.phrases("aliases")
    for alias in aliases:
        if alias != dashed(alias) or alias == story_slug(folder):
            problem = f"the alias {alias!r} is not another slug"
            remedy = "write the old folder's name as its address had it, for example old-story"
            raise InputError(fields.path, problem, remedy, fields.line("aliases"))
    return aliases


def load_source(file: Path) -> Source:
    """One capture that belongs to no story, under its stem. Raises InputError as ``load_story`` does."""
    return Source(default_id(PurePosixPath(file.name)), read_capture(file.parent, PurePosixPath(file.name)))
