"""A built site on disk: which pages it has and one of each type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# The first pattern that a path matches gives its type; paths of the same type have the same template.
_TYPES: Final = (
    ("story", r"stories/[^/]+/index\.html"),
    ("changes", r"stories/[^/]+/changes/index\.html"),
    ("source", r"stories/[^/]+/sources/[^/]+/index\.html"),
    ("index", r"index\.html"),
    ("archive", r"archive/index\.html"),
    ("month", r"archive/[^/]+/index\.html"),
    ("tags", r"tags/index\.html"),
    ("tag", r"tags/[^/]+/index\.html"),
    ("not found", r"404\.html"),
    ("page", r"[^/]+/index\.html"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site. ``kind`` is its type, ``path`` its file's path below the site, ``address`` its URL's path."""

    kind: str
    path: str

    @property
    def address(self) -> str:
        return "/" + re.sub(r"(^|/)index\.html$", r"\1", self.path)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: the folder that holds it and a name for the table."""

    name: str
    folder: Path

    def pages(self) -> tuple[Page, ...]:
        """Every page, in the order of the paths."""
        paths = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(Page(_kind(path), path) for path in paths)

    def samples(self) -> tuple[Page, ...]:
        """The largest page of each type, which shows most; of pages that stand alone (method, subscribe), each."""
        pages = self.pages()
        alone = tuple(page for page in pages if page.kind == "page")
        kinds = dict.fromkeys(kind for kind, _ in _TYPES if kind != "page")
        found = (max((page for page in pages if page.kind == kind), key=self.size, default=None) for kind in kinds)
        return (*(page for page in found if page is not None), *alone)

    def one(self, kind: str) -> Page:
        """The largest page of a type. Raises LookupError where there is none."""
        for page in self.samples():
            if page.kind == kind:
                return page
        raise LookupError(f"{self.folder} has no page of the type {kind}")

    def size(self, page: Page) -> int:
        """Bytes of a page's file."""
        return (self.folder / page.path).stat().st_size


def _kind(path: str) -> str:
    return next((kind for kind, pattern in _TYPES if re.fullmatch(pattern, path)), "other")
