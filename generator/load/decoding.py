"""Bytes of a capture -> its text, in whatever encoding it was saved."""

from __future__ import annotations

import re

from generator.errors import InputError
from generator.model import Notice

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def names_its_encoding(data: bytes) -> bool:
    """Whether a byte-order mark says that the bytes are UTF-16 or UTF-32, in which text has NULs."""
    return data.startswith(tuple(mark for mark, _ in _BOMS))


def decode(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    """The text without a byte-order mark, and what there is to say of its encoding.

    ``shown`` names the file in errors. Raises InputError where no encoding fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            notice = _not_utf8(encoding.upper(), "its byte-order mark says so")
            return data.decode(encoding, errors="replace"), (notice,)
    if data.startswith(b"\xef\xbb\xbf"):
        text, notices = decode(data[3:], shown)
        message = "The file begins with a byte-order mark, which is not counted as text."
        return text, (Notice("byte-order-mark", message), *notices)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _detect(data, shown)


def _detect(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    """Text in an encoding that its bytes do not name: damaged UTF-8, what the page declares, else by detection."""
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\ufffd")
    whole = sum(1 for char in mended if char > "\x7f") - damaged
    if whole > damaged:
        reason = f"most of it is UTF-8; {damaged} damaged places are shown as \ufffd"
        return mended, (_not_utf8("damaged UTF-8", reason),)
    declared = _CHARSET.search(data[:2048])
    if declared is not None:
        try:
            encoding = declared.group(1).decode("ascii")
            return data.decode(encoding), (_not_utf8(encoding, "the page declares it"),)
        except (LookupError, ValueError):
            pass
    return _guess(data, shown)


def _guess(data: bytes, shown: str) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes  # imported where needed: hardly any capture needs it, and it costs 30 ms

    guesses = from_bytes(data)
    best = guesses.best()
    if best is None:
        raise InputError(shown, "its encoding cannot be told", "save it as UTF-8 text")
    # Where the web's default encoding reads as much like a language as the best guess, it is the likelier one: short
    # western texts are otherwise taken for central European or old Macintosh ones.
    encoding = best.encoding
    for guess in guesses:
        if "cp1252" in (guess.encoding, *guess.could_be_from_charset) and guess.coherence >= best.coherence:
            encoding = "cp1252"
    return data.decode(encoding, errors="replace"), (_not_utf8(encoding, "by detection, which can be wrong"),)


def _not_utf8(encoding: str, why: str) -> Notice:
    return Notice("not-utf8", f"The file is not UTF-8; it was read as {encoding} ({why}).")
