"""Links of an editor's text to files of the content, as Pelican has them: ``{filename}``, ``{static}``, ``{attach}``.

Pelican leads them where they go, but of one that leads nowhere it tells neither file nor line, and goes on. Here
``{attach}`` moves no file: pages that are kept are not made again, and the file would move away from them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from generator.errors import InputError

_SAFE: Final = "/~%"  # what an address of Pelican's may hold already


class Links:
    """Where links lead from the files of ``context``, in which Pelican keeps all that it has read."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self._written: Mapping[str, Any] = context["generated_content"]
        self._static: Mapping[str, Any] = context["static_content"]
        self._folders = [posixpath.normpath(folder) for folder in settings["STATIC_PATHS"]]

    def lead(self, links: Iterable[str], source: str, root: str) -> dict[str, str]:
        """The addresses of those of ``links`` that lead somewhere from the file ``source``, a path below the content;
        ``root`` leads from the page on which they stand to the site's."""
        found = {link: self._address(link, source) for link in links}
        return {link: f"{root}{address}" for link, address in found.items() if address is not None}

    def _address(self, link: str, source: str) -> str | None:
        what, _, rest = link[1:].partition("}")
        try:
            parts = urlsplit(rest)
        except ValueError:
            return None
        path = parts.path.removeprefix("/") if parts.path.startswith("/") else _beside(source, parts.path)
        found = self._file(what, path) or self._file(what, unquote(path))
        if found is None:
            return None
        ending = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
        return quote(found.url, safe=_SAFE) + ending

    def _file(self, what: str, path: str) -> Any:
        if what == "filename":
            return self._written.get(path)
        # Other files, captures among them, are not published for being linked to.
        published = any(folder == "." or path.startswith(f"{folder}/") for folder in self._folders)
        return self._static.get(path) if published else None


def leads_nowhere(link: str, path: Path, settings: Mapping[str, Any]) -> InputError:
    """What is wrong with a link in the file at ``path``, and on which line, where it stands there as it is written."""
    if link.startswith("{filename}"):
        problem = f"the link {link} leads to no page or story of this site"
        remedy = "name its .md file, from this file or from the content's root: {filename}/pages/method.md"
    else:
        problem = f"the link {link} leads to no file that is published"
        folder = next(iter(settings["STATIC_PATHS"]), "images")
        remedy = f"put it into {folder}/ of the content and link to it as {{static}}/{folder}/NAME"
    return InputError(path.as_posix(), problem, remedy, _line(link, path))


def _beside(source: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _line(link: str, path: Path) -> int | None:
    """The line of a link (1-based), which the parser may have escaped; None where the file does not hold it."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    spellings = (link, unquote(link))
    return next((number for number, line in enumerate(lines, 1) if any(one in line for one in spellings)), None)
