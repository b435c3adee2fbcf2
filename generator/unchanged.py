"""Whether a build would change anything: all that a site is made of in one hash, and what the build told that made the
site of it which stands. Neither the pipeline nor Pelican is loaded to find that out."""

from __future__ import annotations

import os
import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

from generator.fingerprint import Looked, UntoldError, fingerprint, plain_settings, program
from generator.output import Mark, Standing, read_mark
from generator.shelf import Shelf

_PLUGINS: Final = ["generator.pelican_plugin"]
_PLACES: Final = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS")  # settings: folders below the content,
_OF_THEME: Final = "THEME_STATIC_PATHS"  # below the theme,
_ELSEWHERE: Final = "THEME_TEMPLATES_OVERRIDES"  # and anywhere


def inputs_hash(settings: Path, content: Path, looked: Looked, *more: object) -> str:
    """The hash of all that a site is made of: the program, settings, theme and content, and whatever ``more`` there is;
    "" where that cannot be told, for settings that are more than data or name a folder elsewhere, for plugins of
    others, and for a folder that cannot be read or leads elsewhere."""
    given = {key: value for key, value in runpy.run_path(str(settings)).items() if key.isupper()}
    theme = settings.resolve().parent / str(given.get("THEME", "theme"))
    if given.get("PLUGINS") != _PLUGINS or given.get(_ELSEWHERE) or not all(map(_is_below, _places(given))):
        return ""
    try:
        told = plain_settings(given)
        held = [(path.as_posix(), _leads(path), _hash(path, looked)) for path in (theme, *_inside(content))]
    except (UntoldError, OSError):
        return ""
    return "" if any(one is None for *_, one in held) else fingerprint(program(), told, held, more)


def _places(given: dict[str, Any]) -> Iterator[str]:
    for setting in (*_PLACES, _OF_THEME):
        yield from map(str, given.get(setting, ()))


def _is_below(place: str) -> bool:
    return not os.path.isabs(place) and ".." not in PurePath(place).parts


def _inside(content: Path) -> Iterator[Path]:
    """All in the content, and all in the folder of stories: of each story what was seen last is known apart."""
    for path in sorted(content.iterdir()):
        if path.name == "stories" and path.is_dir():
            yield from sorted(path.iterdir())
        else:
            yield path


def _leads(path: Path) -> str:
    return os.path.realpath(path) if path.is_symlink() else ""


def _hash(path: Path, looked: Looked) -> str | None:
    return looked.hash(path) if path.is_dir() else fingerprint(path.read_bytes())


@dataclass(frozen=True, slots=True)
class _Last:
    inputs: str
    site: str
    told: object


def keep_told(told: object, inputs: str, output: Path, shelf: Shelf) -> None:
    """Note what was told by the build that made of these inputs the site that stands now."""
    mark = read_mark(output)
    if mark is not None:
        shelf.put(_place(output), _Last(inputs, _print(mark), told))


def kept_told(inputs: str, standing: Standing, shelf: Shelf) -> object:
    """The same of the site that stands, if it was made of these inputs and is whole; else None."""
    if not inputs or not standing.is_whole:
        return None
    last = shelf.get(_place(standing.output))
    known = isinstance(last, _Last) and last.inputs == inputs and last.site == _print(standing.mark)
    return last.told if known else None


def _place(output: Path) -> str:
    return f"site:told:{output.resolve().as_posix()}"


def _print(mark: Mark) -> str:
    return fingerprint(mark.kind, mark.address, sorted(mark.files.items()))
