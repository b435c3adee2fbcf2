"""Texts as these checks read them: bytes to text, markup to what is read, text to words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from html import unescape
from typing import Final

_LINE_ENDS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
_SPACES: Final = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85"
_BLOCKS: Final = (
    "address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|iframe|li|main|nav|object|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)  # fmt: skip
_UNREAD: Final = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK: Final = re.compile(rf"</?(?:{_BLOCKS})\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
# An end tag of no letter, and a processing instruction, are comments to a browser.
_TAG: Final = re.compile(r"</[^a-z>][^>]*>|</?[a-z!?](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_PICTURE: Final = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|\[\^[^\[\] \t\n]+\]")
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


def parts_of(data: bytes) -> list[bytes]:
    """The parts of a mail that have none of their own, their transfer encodings undone, in their order."""
    whole = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
    return [found if isinstance(found := part.get_payload(decode=True), bytes) else b"" for part in whole]


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


class Reading:
    """A stretch of a capture in every way in which its markup may be read.

    Readers differ on broken markup: what one takes for a tag is text to another. So from each place of the stretch
    lead steps: a letter or figure in lower case, " " for what parts words, "" for what nobody sees. Words stand in the
    stretch where some way through it reads them and nothing between them.
    """

    def __init__(self, text: str, path: str) -> None:
        self._steps = [list(_steps(text, at, path)) for at in range(len(text))]
        self._starts = {0, *(end for steps in self._steps for read, end in steps if read == " ")}

    def says(self, wording: str) -> bool:
        """Whether the words of a wording stand in the stretch, side by side; a quotation mark within a word may have
        been left out."""
        return self._leads_through(" ".join(_letters(wording).split())) or self._leads_through(
            " ".join(_letters(_MARKS.sub("", wording)).split())
        )

    def _leads_through(self, line: str) -> bool:
        places = self._starts
        for char in line:
            places = self._after_gap(places) if char == " " else self._after(self._beyond(places, ("",)), char)
            if not places:
                return False
        return len(self._steps) in self._beyond(places, ("",)) or bool(self._after_gap(places))

    def _after(self, places: set[int], read: str) -> set[int]:
        inside = (place for place in places if place < len(self._steps))
        return {end for place in inside for one, end in self._steps[place] if one == read}

    def _after_gap(self, places: set[int]) -> set[int]:
        return self._beyond(self._after(self._beyond(places, ("",)), " "), ("", " "))

    def _beyond(self, places: set[int], reads: tuple[str, ...]) -> set[int]:
        """These places, and all to which steps of these kinds lead from them."""
        known, new = set(places), list(places)
        while new:
            place = new.pop()
            for read, end in self._steps[place] if place < len(self._steps) else ():
                if read in reads and end not in known:
                    known.add(end)
                    new.append(end)
        return known


_MARKS: Final = re.compile("[“”„\"«»‘’'`]")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# An element that browsers show nothing of, by its name or because it may be hidden.
_UNSHOWN: Final = re.compile(
    r"<(script|style|template|title|svg|datalist|noscript|iframe|object|select|textarea)\b.*?</\1\s*>"
    r"|<(\w+)\b[^>]*?\b(?:hidden|style|aria-hidden)\b[^>]*>.*?</\2\s*>", re.DOTALL | re.IGNORECASE
)  # fmt: skip
_TAGS: Final = (  # what may be one piece of markup: to the first end, or past the ends within its attributes
    re.compile(r"<[^>]*>"), re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"), re.compile(r"<!--.*?--!?>", re.DOTALL),
    _UNSHOWN,
)  # fmt: skip
_BLOCK_NAME: Final = re.compile(rf"</?(?:{_BLOCKS})\b", re.IGNORECASE)
_IN_LINE: Final = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|map|mark|nobr|output|"
    r"picture|q|rp|rt|ruby|s|samp|script|slot|small|span|strike|strong|style|sub|sup|svg|template|time|title|tt|u|var|wbr)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"</?[A-Za-z]")
_LINK_END: Final = re.compile(r"\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\[\]]*\]")


def _steps(text: str, at: int, path: str) -> Iterator[tuple[str, int]]:
    """What may be read from a place of a text of this kind, each with the place after it."""
    char = text[at]
    yield from _read(char, at + 1)
    if char in _LINE_ENDS and _has_no_spaces(text[at - 1 : at]) and _has_no_spaces(text[at + 1 : at + 2]):
        yield "", at + 1
    if _MARKS.match(char):
        yield "", at + 1
    if path.endswith(".txt"):
        return
    if char == "<":
        tags = [found.end() for found in (tag.match(text, at) for tag in _TAGS) if found]
        yield from ((gap, end) for gap in _gaps(text, at) for end in tags)
    elif char == "&" and (entity := _ENTITY.match(text, at)):
        read = unescape(entity.group())
        behind = _left_as_it_is(entity.group(), read)
        yield from _read(read[: len(read) - behind], entity.end() - behind)
    if not path.endswith(".md"):
        return
    if char in "*_~\\[":
        yield "", at + 1
    for markup, gap in ((_LINK_END, ""), (_PICTURE, ""), (_PICTURE, " ")):
        if char in "![]" and (found := markup.match(text, at)):
            yield gap, found.end()


def _gaps(text: str, at: int) -> tuple[str, ...]:
    """What a tag or a comment leaves between words: of an element that HTML does not know a line of its own, where the
    page's style makes it one, or nothing."""
    if _BLOCK_NAME.match(text, at):
        return (" ",)
    return ("",) if _IN_LINE.match(text, at) or not _NAMED.match(text, at) else ("", " ")


def _has_no_spaces(char: str) -> bool:
    """Whether a letter is of a script that parts no words, so that a line may break between any two."""
    return char.isalpha() and unicodedata.east_asian_width(char) == "W"


def _left_as_it_is(entity: str, read: str) -> int:
    """How many letters at the end of an entity are none of it: of "&gtNo" the "No", since "&gt" needs no semicolon."""
    if entity.endswith(";"):
        return 0
    ends = (end for end in range(2, len(entity)) if unescape(entity[:end]) + entity[end:] == read)
    return len(entity) - next(ends, len(entity))


def _read(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The step of a character, and of an entity that stands for one or more."""
    letters = _letters(text)
    yield (" " if " " in letters else letters), end


def _letters(text: str) -> str:
    """Letters and figures in lower case, a space for each other character, nothing for one that nobody sees and for an
    accent of its own."""
    shown = (char for char in plain(text).lower() if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in shown)


def marks_are_balanced(text: str, nested: bool = False) -> bool:
    """Whether every quotation mark of a text has its other half. An apostrophe, an inch and a mark of minutes are no
    quotation marks; in German „these“ are a pair. ``nested``: a straight mark may also open a quotation within
    another."""
    return (
        (_doubles(text) or (nested and _nests(text)))
        and _single(text)
        and (_angles(text, "«", "»") or _angles(text, "»", "«"))
    )


def _doubles(text: str) -> bool:
    """Marks of two kinds may stand within each other, curly and straight ones may be mixed in a pair; a straight one
    behind a figure that opens nothing is an inch."""
    opened: list[str] = []
    for at, char in enumerate(text):
        if char in "“„" and not (char == "“" and opened[-1:] == ["„"]):
            opened.append(char)
        elif char in "“”" or (char == '"' and opened):
            if not opened:
                return False
            opened.pop()
        elif char == '"' and not text[at - 1 : at].isdigit():
            opened.append(char)
    return not opened


def _nests(text: str) -> bool:
    """Whether the marks of a text pair where a straight one may also open a quotation within another."""
    ways: set[tuple[str, ...]] = {()}
    for char in text:
        opens, closes = char in '“„"', char in '“”"'
        opened = {(*way, char) for way in ways if opens and len(way) < _DEEPEST}
        closed = {way[:-1] for way in ways if closes and way and not (char == '"' != way[-1])}
        ways = opened | closed if opens or closes else ways
    return () in ways


_DEEPEST: Final = 6  # quotations within one another


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


def begins_a_word(name: str, text: str) -> bool:
    """Whether a name of two words or more stands in a text up to its last letter, where a stray mark cut it, or
    without the mark."""
    parts = words(_MARKS.sub("", name))
    return len(parts) > 1 and f" {' '.join(parts)}" in f" {' '.join(words(_MARKS.sub('', text)))}"


def value(mapping: Mapping[str, object], key: str) -> str:
    """A text of a mapping, "" where there is none."""
    found = mapping.get(key)
    return found if isinstance(found, str) else ""
