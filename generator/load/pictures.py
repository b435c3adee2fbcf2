"""The pictures that an editor's text shows: files of the story's own folder, each described and credited."""

from __future__ import annotations

import io
import re
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

from generator import markdown
from generator.errors import InputError
from generator.model import Picture

MAX_PICTURE_BYTES: Final = (
    1_000_000  # a page of fifteen kilobytes beside it; a photograph 1,600 pixels wide has 300,000
)
MAX_PICTURE_SIDE: Final = 4_000  # pixels
_FORMATS: Final = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",), "GIF": (".gif",)}
SUFFIXES: Final = frozenset(suffix for suffixes in _FORMATS.values() for suffix in suffixes)
_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")


def read_pictures(folder: Path, story: str, body: str, first_line: int) -> tuple[Picture, ...]:
    """The pictures of a body in the order in which it names them, each once. ``story`` is the path of story.md and
    ``first_line`` the line on which the body begins (1-based), for messages.

    Raises InputError for a picture of another site or outside the folder, one that is missing, too large or no picture,
    and one without a description (alt) or a credit (title): ``![What it shows](pier.jpg "Photo: Ada Kell")``.
    """
    found: dict[str, Picture] = {}
    for image in markdown.parse(body).images:
        line = first_line + image.line
        if _REMOTE.match(image.address):
            problem = f"the image {image.address} is not a file of the story"
            remedy = "put the picture into the story's folder, or link to it: [words](address)"
            raise InputError(story, problem, remedy, line)
        if not image.description.strip() or not image.credit.strip():
            what = "description" if not image.description.strip() else "credit"
            remedy = 'write it as ![what it shows](file.jpg "Photo: whose it is")'
            raise InputError(story, f"the image {image.address} has no {what}", remedy, line)
        found.setdefault(image.address, _read(folder, story, image.address, line))
    return tuple(found.values())


def _read(folder: Path, story: str, address: str, line: int) -> Picture:
    name = PurePosixPath(unquote(address))
    path = folder / name
    if ".." in name.parts or not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(story, f"the image {address} is not there", "name a file of the story's folder", line)
    if name.parts[0] in ("captures", "sources") or len(name.parts) > 2:
        problem = f"the image {address} stands where pictures cannot"
        raise InputError(story, problem, "put it beside story.md, or into a folder pictures/", line)
    if path.stat().st_size > MAX_PICTURE_BYTES:
        problem = f"the image {address} has over {MAX_PICTURE_BYTES:,} bytes"
        raise InputError(story, problem, "save it smaller, 1,600 pixels wide", line)
    data = path.read_bytes()
    width, height, form = _measured(data)
    if name.suffix.lower() not in _FORMATS.get(form, ()):
        problem = f"the image {address} is {form or 'no picture'}" + (f", not {name.suffix}" if form else "")
        raise InputError(story, problem, "save it as .jpg, .png, .webp or .gif", line)
    if max(width, height) > MAX_PICTURE_SIDE:
        problem = f"the image {address} is {width} by {height} pixels"
        raise InputError(story, problem, f"save it smaller, {MAX_PICTURE_SIDE:,} at most", line)
    return Picture(address, name.as_posix(), data, width, height)


def _measured(data: bytes) -> tuple[int, int, str]:
    """Width and height in pixels and the format; no format where it is none that Pillow knows."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.width, image.height, str(image.format)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return 0, 0, ""
