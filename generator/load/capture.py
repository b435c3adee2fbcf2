"""A file -> a capture: it must lie in its folder, hold text, and no more of it than an article can have."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.errors import InputError
from generator.language.printable import BIDI_CONTROLS, names
from generator.load.decoding import decode
from generator.load.forms import is_pdf, media_type, refuse_binary, refuse_other_lines, refuse_other_texts
from generator.load.mail import Part, find_part, is_message
from generator.load.pdf import read_pdf
from generator.load.web_archive import is_property_list, read_web_archive
from generator.model import Capture, Envelope, Notice

MAX_CAPTURE_BYTES = 5_000_000  # of a page or text, what it holds of pictures and fonts (``data:``) not counted
MAX_FILE_BYTES = 250_000_000  # of a file, to bound memory: saved pages with pictures of up to 108 MB have been seen

# A payload of a ``data:`` address, by which saved pages hold their pictures, fonts and style sheets.
_DATA_URL = re.compile(rb"data:[^,\"'\s<>()]{0,200},[^\"'<>()\s]+")
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
# The same in UTF-8, where bytes are looked through ten times as fast: the controls of ASCII, which are no part of
# another character there, and the first bytes of the others.
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\f\r") + b"\x7f"
_OTHER_BYTES = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")


def read_capture(folder: Path, file: PurePosixPath, path: str | None = None, line: int | None = None) -> Capture:
    """The capture in ``file``, a path below ``folder``. ``path`` and ``line`` say where story.md names it, None where
    nothing does.

    Raises InputError for a file that is missing, leads out of the folder, is too large, empty or in a form that is not
    read.
    """
    here = folder / file
    if not names(str(file)):
        problem = f"the file name {str(file)!r} holds characters that cannot be shown"
        raise InputError(path or (folder / "captures").as_posix(), problem, "rename the file", line)
    _stay_inside(folder, here, path or here.as_posix(), line)
    shown = here.as_posix()
    data = read_bytes(here, MAX_FILE_BYTES)
    opened = _open(data, file, shown)
    if not any(char.isprintable() and not char.isspace() for char in opened.text):
        raise InputError(shown, "the capture is empty", "save the article again, or remove the file")
    return Capture(
        path=file.as_posix(),
        media_type=opened.media_type,
        text=opened.text,
        sha256=sha256(data).hexdigest(),
        notices=opened.notices + _character_notices(opened.text),
        envelope=opened.envelope,
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    text: str
    media_type: str
    notices: tuple[Notice, ...]
    envelope: Envelope | None = None


def _open(data: bytes, file: PurePosixPath, shown: str) -> _Opened:
    """What a file holds, by its first bytes whatever its name says."""
    if is_pdf(data):
        text, notice = read_pdf(data, shown)
        return _Opened(text, "text/plain", (notice,))
    if is_property_list(data):
        return _opened_part(read_web_archive(data, shown), shown)
    refuse_binary(data, shown)
    if is_message(data):
        return _opened_part(find_part(data, shown), shown)
    _refuse_long(data, shown)
    text, notices = decode(data, shown)
    refuse_other_texts(text, shown)
    kind, said = media_type(file, text)
    if kind == "text/plain":
        refuse_other_lines(text, shown)
    return _Opened(text, kind, notices if said is None else (Notice("other-name", said), *notices))


def _opened_part(part: Part, shown: str) -> _Opened:
    _refuse_long(part.data, shown)
    text, notices = decode(part.data, shown, part.encoding)
    message = f"The file is {part.of}; the text that is cited is {part.place} ({part.media_type})."
    return _Opened(text, part.media_type, (Notice("part", message), *notices), part.envelope)


def _refuse_long(data: bytes, shown: str) -> None:
    """Raises InputError for more text than a page has, what it holds of pictures and fonts aside."""
    if len(data) <= MAX_CAPTURE_BYTES:
        return
    text = len(data) - sum(found.end() - found.start() for found in _DATA_URL.finditer(data))
    if text > MAX_CAPTURE_BYTES:
        problem = f"it is larger than {MAX_CAPTURE_BYTES // 1_000_000} MB without its pictures"
        raise InputError(shown, problem, "save only the article's own page or text")


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
        remedy = "move its files into captures/, or remove it" if target.is_dir() else "copy what it holds into a file"
        raise InputError(path, f"the capture {here.as_posix()} is not a file", remedy, line)


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


def _character_notices(text: str) -> tuple[Notice, ...]:
    """Notices of characters that stay in the text and never reach a page. They are named, not quoted, so that a
    notice is safe to print."""
    notices = []
    if "\r\n" in text:
        notices.append(Notice("crlf", "Its lines end in CR LF; offsets count both characters."))
    if not _may_hold_controls(text):
        return tuple(notices)
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


def _may_hold_controls(text: str) -> bool:
    """Whether a text may hold what is looked for one by one, told quickly."""
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return True
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROL_BYTES)) != len(data) or any(one.search(data) for one in _OTHER_BYTES)
