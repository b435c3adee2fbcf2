"""Bytes of a capture -> its text, in whatever encoding it was saved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.errors import InputError
from generator.load.alphabets import encoding_by_letters
from generator.load.charsets import codec, is_of_the_web
from generator.model import Notice

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_CHARSET = re.compile(rb"(?:charset|<\?xml[^<>]{0,80}\sencoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
# Japanese mail and old pages: seven bits, with escapes between the scripts, so that their bytes are UTF-8 as well.
_ESCAPED, _ESCAPES = "iso-2022-jp", (b"\x1b$B", b"\x1b$@")
# Five bytes are no character of windows-1252, and browsers show nothing for them: so many may stand in a page that
# declares it.
_NO_CHARACTERS = 0.01
# Encodings that no page is written in and that a detector takes for better than the web's own, since letters stand in
# them where others have signs.
_NOT_OF_THE_WEB = ("mac_latin2", "mac_greek", "mac_iceland", "mac_turkish")
# Letters of another script that touch Latin ones: what is left of accented letters in an encoding that is not theirs.
# In a text that is Cyrillic or Chinese hardly one letter in a hundred does; in French taken for it nearly all do.
_IN_WORDS = re.compile(r"[^\W\d_\x00-\x7f]")
_FOREIGN = re.compile(r"(?:(?<=[A-Za-z])(?=[^\W\d_])|(?=[^\W\d_][A-Za-z]))[^\x00-\u036f]")
_FOREIGN_SHARE = 0.5
# Signs between two letters, where another encoding has a letter: "M³ller", "M¸ller". A hyphen, an apostrophe and the
# point of Catalan are none.
_SIGN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[\xa2-\xaa\xac\xae-\xb6\xb8-\xba\xbc-\xbf\xd7\xf7\u201a-\u2022\u2030-\u203a\u20ac\u2116\u2122"
    r"\u2190-\u25ff](?=[^\W\d_])"
)
_READABLE = 0.7  # of the best guess: how much like a language another one reads; not so is Chinese of a few bytes
_LEAST_MARKED = 8  # bytes behind a mark of UTF-16 from which on they show whether it tells the truth
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


# UTF-16 without a byte-order mark. Its bytes are no UTF-8, or they are full of controls; read the right way round it
# has spaces or stops, and hardly a character that nobody has assigned.
_WIDE = ("utf-16-le", "utf-16-be")
_WIDE_HEAD = 20_000  # bytes that are looked at
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r")
_MOST_CONTROLS = 0.05  # of the bytes of a text in another encoding
_PARTING, _LEAST_PARTING = " \n\u3000、。，", 0.01  # of the characters
_UNASSIGNED, _MOST_UNASSIGNED = frozenset(["Cc", "Cn", "Co", "Cs"]), 0.01
# The quotation marks of the old Macintosh, each at its place: in a text that has few other signs beyond ASCII nothing
# else tells its encoding, and in that of the web they are capital letters with accents.
_OF_MACINTOSH = re.compile(
    rb"(?<=[A-Za-z])\xd5(?=[a-z])|(?<![^\s(])[\xd2\xd4](?=[A-Za-z])|(?<=[A-Za-z.,!?])[\xd3\xd5](?![^\s.,;:)])"
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_MOST_MARKS = 0.6  # of the signs beyond ASCII


def is_wide(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, in which text has NULs."""
    return data.startswith(tuple(mark for mark, _ in _BOMS)) or _unmarked(data) is not None


def _unmarked(data: bytes) -> str | None:
    """Which UTF-16 the bytes are that have no byte-order mark; None where they are none."""
    head = data[:_WIDE_HEAD]
    if b"\0" not in head or len(data) % 2 or _may_be_narrow(head):
        return None
    return next((encoding for encoding in _WIDE if _reads_as_text(head.decode(encoding, errors="replace"))), None)


def _may_be_narrow(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= _MOST_CONTROLS * len(head) and "\ufffd" not in head.decode("utf-8", errors="replace")[:-1]


def _reads_as_text(text: str) -> bool:
    odd = sum(char not in "\t\n\r\f" and unicodedata.category(char) in _UNASSIGNED for char in text)
    odd += text.count("\ufffd")
    return odd <= _MOST_UNASSIGNED * len(text) and sum(map(text.count, _PARTING)) >= _LEAST_PARTING * len(text)


def decode(data: bytes, shown: str, stated: str = "") -> tuple[str, tuple[Notice, ...]]:
    """The text without a byte-order mark, and what there is to say of its encoding.

    ``shown`` names the file in errors, ``stated`` is the label of an encoding that the header of a mail's part states.
    Raises InputError where no encoding fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := _as_marked(data, mark, encoding)) is not None:
            return text, (_not_utf8(encoding.upper(), "its byte-order mark says so"),)
    if (wide := _unmarked(data)) is not None:
        return data.decode(wide, errors="replace"), (_not_utf8(wide, "by the place of its NULs"),)
    if data.startswith(b"\xef\xbb\xbf"):
        text, notices = decode(data[3:], shown, stated)
        message = "The file begins with a byte-order mark, which is not counted as text."
        return text, (Notice("byte-order-mark", message), *notices)
    if any(mark in data for mark in _ESCAPES) and (escaped := _as_declared(data, _ESCAPED)):
        return escaped, (_not_utf8(_ESCAPED, "its escapes say so"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _detect(data, shown, stated)


def _as_marked(data: bytes, mark: bytes, encoding: str) -> str | None:
    """The text as its byte-order mark says; None where that of UTF-32 is that of UTF-16 before a NUL, and where what
    stands behind that of UTF-16 is text in single bytes."""
    if encoding == "utf-16" and _is_in_single_bytes(data[len(mark) :]):
        return None
    try:
        return data.decode(encoding, errors="strict" if encoding == "utf-32" else "replace")
    except UnicodeDecodeError:
        return None


def _is_in_single_bytes(data: bytes) -> bool:
    """Whether bytes are text in ASCII for the most part: of UTF-16 such text has a NUL in each letter, and other
    scripts have hardly one byte in three that is ASCII."""
    plain = len(data) - len(data.translate(None, _PLAIN))
    return len(data) >= _LEAST_MARKED and b"\x00" not in data and plain > _PLAIN_SHARE * len(data)


_PLAIN = bytes([9, 10, 13, *range(32, 127)])
_PLAIN_SHARE = 0.9


def _detect(data: bytes, shown: str, stated: str) -> tuple[str, tuple[Notice, ...]]:
    """Text in an encoding that its bytes do not name: damaged UTF-8, what the page declares, else by detection."""
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\ufffd")
    whole = sum(1 for char in mended if char > "\x7f") - damaged
    if whole > damaged:
        reason = f"most of it is UTF-8; {damaged} damaged places are shown as \ufffd"
        return mended, (_not_utf8("damaged UTF-8", reason),)
    declared = _CHARSET.search(data[:2048])
    label = "" if declared is None else declared.group(1).decode("ascii")
    for name, why in ((stated, "its header states it"), (label, "the page declares it")):
        text = _as_declared(data, name)
        if text is not None:
            return text, (_not_utf8(name, why),)
    return _guess(data, shown, f"; the page declares {label}, which does not fit" if label else "")


def _as_declared(data: bytes, label: str) -> str | None:
    """The text in the encoding that a page declares, or None where there is none or the bytes contradict it."""
    encoding = codec(label)
    if encoding is None:
        return None
    try:
        text = data.decode(encoding, errors="replace" if encoding == "cp1252" else "strict")
    except ValueError:
        return None
    if text.count("\ufffd") > _NO_CHARACTERS * len(text):
        return None
    telling = len(_IN_WORDS.findall(text)) + len(_SIGN_IN_WORD.findall(text))
    return None if _oddities(text) > _FOREIGN_SHARE * telling else text


def _guess(data: bytes, shown: str, declared: str) -> tuple[str, tuple[Notice, ...]]:
    if len(_OF_MACINTOSH.findall(data)) >= _MOST_MARKS * len(_BEYOND_ASCII.findall(data)):
        return data.decode("mac-roman"), (_not_utf8("mac-roman", f"by its quotation marks{declared}"),)
    if (encoding := encoding_by_letters(data)) is not None:
        notice = _not_utf8(encoding, f"by the letters of its language, which can be wrong{declared}")
        return data.decode(encoding, errors="replace"), (notice,)
    from charset_normalizer import from_bytes  # imported where needed: hardly any capture needs it, and it costs 30 ms

    # What a page declares does not fit, so that it is no hint.
    found = from_bytes(data, cp_exclusion=list(_NOT_OF_THE_WEB), preemptive_behaviour=False)
    if not found:
        raise InputError(shown, "its encoding cannot be told", "save it as UTF-8 text")
    encoding = _likeliest(list(found))
    return data.decode(encoding, errors="replace"), (
        _not_utf8(encoding, f"by detection, which can be wrong{declared}"),
    )


def _likeliest(guesses: Sequence[CharsetMatch]) -> str:
    """The encoding of the first of these guesses, the best one first, unless another speaks less against itself: one of
    the web's own before others.

    Where the web's default encoding reads as much like a language as the best guess, it is the likelier one: short
    western texts are otherwise taken for central European or old Macintosh ones.
    """
    best = guesses[0]
    for guess in guesses:
        if "cp1252" in (guess.encoding, *guess.could_be_from_charset) and guess.coherence >= best.coherence:
            best = guess
            break
    against = _oddities(str(best))
    others = [guess for guess in guesses if against and guess.coherence >= _READABLE * best.coherence > 0]
    better = [guess for guess in others if _oddities(str(guess)) < against]
    if better:
        return _likeliest([guess for guess in better if is_of_the_web(guess.encoding)] or better)
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding


def _oddities(text: str) -> int:
    """How many places of a text speak against its encoding."""
    return len(_FOREIGN.findall(text)) + len(_SIGN_IN_WORD.findall(text))


def _not_utf8(encoding: str, why: str) -> Notice:
    return Notice("not-utf8", f"The file is not UTF-8; it was read as {encoding} ({why}).")
