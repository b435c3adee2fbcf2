"""The editor's own pages: how they are read, and which are refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pelican import readers
from pelican.utils import slugify

from generator.errors import InputError
from generator.language.printable import shows
from generator.load.pages import METHOD, Page, read_page, read_pages
from generator.site import addresses, markup

_SHOWS_PAGES: Final = re.compile(r"""\{%-?\s*extends\s+["']page\.html["']""")


class PageReader(readers.BaseReader):
    """content/pages/*.md: YAML front matter and CommonMark, raw HTML shown as text."""

    enabled = True
    file_extensions = ()  # in a blog with other articles, Markdown is read as Pelican reads it

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of a page. Raises InputError for front matter that cannot be used."""
        page = read_page(Path(source_path))
        metadata = {"title": page.title, "description": page.description, "template": page.template}
        html = markup.render(page.body, page.path.stem, page.path.as_posix(), page.body_line)
        return html, {**metadata, "slug": _page_slug(page.path, self.settings)}


def check_pages(settings: Mapping[str, Any]) -> None:
    """Refuse pages that Pelican would not show, or would write over something else of the site."""
    templates = _page_templates(settings)
    taken: dict[str, Path] = {}
    folders = [Path(settings["PATH"], folder) for folder in settings["PAGE_PATHS"]]
    for page in (page for folder in folders for page in read_pages(folder)):
        _check_template(page, templates)
        slug = _page_slug(page.path, settings)
        _check_place(page.path, settings["PAGE_SAVE_AS"].format(slug=slug), taken.get(slug))
        taken[slug] = page.path
    if METHOD not in taken:
        path = (folders[0] / f"{METHOD}.md").as_posix()
        raise InputError(path, "the page is missing", "tell there how the digests are made: every story links to it")


def _check_template(page: Page, templates: tuple[str, ...]) -> None:
    if page.template not in templates:
        problem = f"there is no template {page.template!r} for pages"
        remedy = f"use {' or '.join(templates)}, or leave the key out"
        raise InputError(page.path.as_posix(), problem, remedy, page.template_line)


def _check_place(path: Path, place: str, other: Path | None) -> None:
    root = place.split("/")[0].lower()
    if not shows(root):
        raise InputError(path.as_posix(), "its name holds no letter or digit", "rename it, for example about.md")
    if root in addresses.RESERVED:
        problem = f"its address would be {place}, where the site has something of its own"
        raise InputError(path.as_posix(), problem, "rename the file")
    if other is not None:
        problem = f"its address {place} is also that of {other.as_posix()}"
        raise InputError(path.as_posix(), problem, "rename one of the two files")


def _page_slug(path: Path, settings: Mapping[str, Any]) -> str:
    """A page's name in its address: as Pelican makes it of the file's name, and no longer than such a name may be."""
    found = slugify(
        path.stem,
        settings["SLUG_REGEX_SUBSTITUTIONS"],
        settings.get("SLUGIFY_PRESERVE_CASE", False),
        settings.get("SLUGIFY_USE_UNICODE", False),
    )
    return addresses.fitting(found)


def _page_templates(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The theme's templates that can show a page: the one for pages, and those that extend it."""
    folders = [Path(settings["THEME"], "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
    files = sorted(path for folder in folders for path in folder.glob("*.html"))
    found = (
        path.stem for path in files if path.stem == "page" or _SHOWS_PAGES.search(path.read_text(encoding="utf-8"))
    )
    return tuple(dict.fromkeys(found))
