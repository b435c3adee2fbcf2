"""A file -> a capture: it must lie in its folder, be text, and be no larger than an article can be."""

from __future__ import annotations

import re
import stat
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.errors import InputError
from generator.language.printable import BIDI_CONTROLS, names
from generator.load.decoding import decode, names_its_encoding
from generator.model import Capture, Notice

MAX_CAPTURE_BYTES = 5_000_000

# Share of bytes that are control characters (tab, line feed, form feed and carriage return aside) above which a
# capture is not text. Evenly spread bytes, as in compressed files, have 28 in 256 = .11; executables and archives
# more, by their NULs; the 1,095 dumps of the extraction sets have 0. One in twenty stands between, nearer to what is
# surely binary, since a short capture with a few stray NULs must work.
MAX_CONTROL_SHARE = 0.05

# First bytes of formats that editors save by mistake (each format's specification).
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"bplist00", "a web archive"),
)

# Pictures, sound and film: a container's first bytes, and after four of length or brand what it holds.
_CONTAINERS, _CONTAINED = (b"RIFF", b"\x00\x00\x00"), (b"WEBP", b"WAVE", b"AVI ", b"avif", b"heic", b"isom")

_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_HTML_START = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html)", re.IGNORECASE)
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\f\r") + b"\x7f"
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")


def read_capture(folder: Path, file: PurePosixPath, path: str | None = None, line: int | None = None) -> Capture:
    """The capture in ``file``, a path below ``folder``. ``path`` and ``line`` say where story.md names it, None where
    nothing does.

    Raises InputError for a file that is missing, leads out of the folder, is too large, empty or no text.
    """
    here = folder / file
    if not names(str(file)):
        problem = f"the file name {str(file)!r} holds characters that cannot be shown"
        raise InputError(path or (folder / "captures").as_posix(), problem, "rename the file", line)
    _stay_inside(folder, here, path or here.as_posix(), line)
    shown = here.as_posix()
    data = read_bytes(here, MAX_CAPTURE_BYTES)
    _refuse_binary(data, shown)
    text, notices = decode(data, shown)
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise InputError(shown, "the capture is empty", "save the article again, or remove the file")
    return Capture(
        path=file.as_posix(),
        media_type=_media_type(file, text),
        text=text,
        sha256=sha256(data).hexdigest(),
        notices=notices + _character_notices(text),
    )


def _stay_inside(folder: Path, here: Path, path: str, line: int | None) -> None:
    try:
        target = here.resolve(strict=True)
    except (OSError, RuntimeError):
        remedy = "check the name, or remove it from the list of sources"
        raise InputError(path, f"the capture {here.as_posix()} is missing", remedy, line) from None
    if not target.is_relative_to(folder.resolve()):
        problem = f"the capture {here.as_posix()} is a link out of the story's folder"
        raise InputError(path, problem, "copy the file itself into captures/", line)
    if not stat.S_ISREG(target.stat().st_mode):
        raise InputError(path, f"the capture {here.as_posix()} is not a file", "name a file, not a folder", line)


def read_bytes(path: Path, limit: int, remedy: str = "save only the article's own page or text") -> bytes:
    """The bytes of a file. Raises InputError where it cannot be read, and with ``remedy`` where it has more than
    ``limit``."""
    shown = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise InputError(shown, f"it cannot be read ({error.strerror})", "check the file and its permissions") from None
    if len(data) > limit:
        problem = f"it is larger than {limit // 1_000_000} MB"
        raise InputError(shown, problem, remedy)
    return data


def _refuse_binary(data: bytes, shown: str) -> None:
    remedy = "save the article as text or HTML"
    for start, name in _MAGIC:
        if data.startswith(start):
            raise InputError(shown, f"it is {name}, not text", remedy)
    if data.startswith(_CONTAINERS) and data[8:12] in _CONTAINED:
        raise InputError(shown, "it is a picture, sound or film, not text", remedy)
    if names_its_encoding(data):
        return
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > MAX_CONTROL_SHARE * len(data):
        raise InputError(shown, f"it is binary: {controls} of {len(data)} bytes are control characters", remedy)


def _character_notices(text: str) -> tuple[Notice, ...]:
    """Notices of characters that stay in the text and never reach a page. They are named, not quoted, so that a
    notice is safe to print."""
    notices = []
    if "\r\n" in text:
        notices.append(Notice("crlf", "Its lines end in CR LF; offsets count both characters."))
    for code, what, pattern in (
        ("nul", "NUL characters", re.compile("\x00")),
        ("control-characters", "control characters", _CONTROLS),
        ("bidi-override", "characters that change the direction of text", _BIDI),
    ):
        first = pattern.search(text)
        if first is None:
            continue
        count, line = len(pattern.findall(text)), text.count("\n", 0, first.start()) + 1
        names = f"U+{ord(first.group()):04X}"
        message = f"It holds {what} ({count}, the first, {names}, in line {line}); they are not shown on the page."
        notices.append(Notice(code, message))
    return tuple(notices)


def _media_type(file: PurePosixPath, text: str) -> str:
    """By the file's suffix; where that says nothing, HTML if the text begins like a page, else plain text."""
    known = _MEDIA_TYPES.get(file.suffix.lower())
    if known is not None:
        return known
    return "text/html" if _HTML_START.match(text) else "text/plain"
