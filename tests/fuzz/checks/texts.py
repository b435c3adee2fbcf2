"""Texts as these checks read them: bytes to text, markup to what is read, text to words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import unescape
from typing import Final

_SPACES: Final = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85"
_BLOCKS: Final = (
    "address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|iframe|li|main|nav|object|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)  # fmt: skip
_UNREAD: Final = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK: Final = re.compile(rf"</?(?:{_BLOCKS})\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
# An end tag of no letter, and a processing instruction, are comments to a browser.
_TAG: Final = re.compile(r"</[^a-z>][^>]*>|</?[a-z!?](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_PICTURE: Final = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|\[\^[^\[\]\s]+\]")
_LINK: Final = re.compile(r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")  # what follows the words of a link


def decoded(data: bytes, encodings: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that these bytes may stand for: one where they are UTF-8, as the format says; else what they are in
    any of these encodings, which their writer and their reader name."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return (data.decode("utf-8"),)
    except UnicodeDecodeError:
        pass
    return tuple(dict.fromkeys(filter(None, (_in(data, name) for name in (*encodings, "utf-8", "utf-16")))))


def _in(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return ""


def plain(text: str) -> str:
    """Text without the characters that nobody sees; a control character that parts words is a space."""
    kept = []
    for char in text:
        if char in _SPACES:
            kept.append(" ")
        elif unicodedata.category(char) not in ("Cc", "Cf", "Cs") and not is_noncharacter(char):
            kept.append(char)
    return "".join(kept)


def is_noncharacter(char: str) -> bool:
    """Whether Unicode says that the character is none."""
    return ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF


def readable(text: str, path: str) -> str:
    """What a reader sees of a stretch of a capture, by the kind of its file. A picture keeps apart what it stands
    between."""
    if path.endswith(".txt"):
        return plain(text)
    if path.endswith(".md"):
        text = _LINK.sub("", _PICTURE.sub("\ue000", text))
        text = re.sub(r"\\(?=[^\w\s])|[*`]", "", text)
    text = _TAG.sub("", _BLOCK.sub(" ", _UNREAD.sub("", text)))
    return plain(unescape(text))


def words(text: str) -> list[str]:
    """The words and figures of a text, in lower case."""
    return re.findall(r"\w+", plain(text).lower())


def stands_in(part: list[str], whole: list[str]) -> bool:
    """Whether these words stand in those, side by side and in this order."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def marks_are_balanced(text: str) -> bool:
    """Whether every quotation mark of a text has its other half. An apostrophe, an inch and a mark of minutes are no
    quotation marks; in German „these“ are a pair."""
    return _doubles(text) and _single(text) and (_angles(text, "«", "»") or _angles(text, "»", "«"))


def _doubles(text: str) -> bool:
    """Curly and straight marks may be mixed in a pair; a straight one behind a figure that opens nothing is an inch."""
    is_open = False
    for at, char in enumerate(text):
        if char not in '“„”"' or (char == '"' and not is_open and text[at - 1 : at].isdigit()):
            continue
        if (char == "„" and is_open) or (char == "“" and is_open and "„" not in text):
            return False
        if char == "”" and not is_open:
            return False
        is_open = not is_open
    return not is_open


def _angles(text: str, opening: str, closing: str) -> bool:
    is_open = False
    for char in text:
        if char in (opening, closing):
            if is_open is (char == opening):
                return False
            is_open = char == opening
    return not is_open


def _single(text: str) -> bool:
    """A single mark that opens is closed: behind it a mark stands at the end of a word."""
    opened = re.search(r"(?<!\w)‘(?!\d0s)", text)
    return opened is None or re.search(r"’(?!\w)", text[opened.end() :]) is not None


def quoted(text: str) -> list[str]:
    """The words between double quotation marks."""
    return [found for found in re.findall(r"[“\"„«»]([^“”\"„«»]+)[”\"“»«]", text) if found.strip()]


def surname_stands_in(name: str, text: str) -> bool:
    """Whether the words of a name, or its last word, stand in a text."""
    parts = [word for word in words(name) if word not in ("the", "a", "an")]
    return not parts or stands_in(parts, words(text)) or parts[-1] in words(text)


def value(mapping: Mapping[str, object], key: str) -> str:
    """A text of a mapping, "" where there is none."""
    found = mapping.get(key)
    return found if isinstance(found, str) else ""
