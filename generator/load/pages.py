"""content/pages -> pages, each Markdown with front matter. Only these are read, and every other file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import InputError
from generator.language.printable import names
from generator.load.front_matter import read_front_matter
from generator.load.left_over import is_left_over

_KEYS = ("title", "description", "template")
METHOD = "method"  # every story's page and feed entry leads to it, and says so to readers


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the editor's: ``template`` is the theme's that shows it, ``body`` its Markdown."""

    path: Path
    title: str
    description: str
    template: str
    template_line: int  # of the file, 1 where the key is absent
    body: str
    body_line: int  # of the file, on which the body begins


def read_pages(folder: Path) -> tuple[Page, ...]:
    """The pages in a folder and the folders below it, in the order of their paths.

    Raises InputError for a file that is no page, and for a page that cannot be used.
    """
    return tuple(map(read_page, _files(folder)))


def read_page(path: Path) -> Page:
    """The page in a file. Raises InputError for what is no Markdown with front matter, as a story's is read."""
    if path.suffix != ".md" or not path.is_file():
        problem = "it is no page: pages are Markdown files"
        raise InputError(path.as_posix(), problem, "write it as NAME.md with a title, or move it out of the folder")
    if not names(path.name):
        problem = f"the file name {path.name!r} holds characters that cannot be shown"
        raise InputError(path.parent.as_posix(), problem, "rename the file")
    fields, body, body_line = read_front_matter(path, _KEYS)
    title = fields.text("title")
    if title is None:
        raise InputError(path.as_posix(), "it has no title", "add title: ... to its front matter", fields.line("title"))
    template, line = fields.text("template") or "page", fields.line("template")
    return Page(path, title, fields.text("description") or "", template, line, body, body_line)


def _files(folder: Path) -> list[Path]:
    """What lies in the folder and below it, left-overs aside; a link to a folder counts as what it is, a link."""
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if is_left_over(path):
            continue
        found += _files(path) if path.is_dir() and not path.is_symlink() else [path]
    return found
