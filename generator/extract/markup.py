"""HTML as a flat run of tags and text with their places, tolerant as browsers are, in time linear in its length.

The standard library's parser tells places as line and column only and takes quadratic time on some broken pages;
what is needed here is small: no tree is built, no error is fatal (WHATWG HTML, section 13.2.5, in its main lines).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

# Elements whose content is text up to their own end tag, whatever it looks like.
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?")
# The attributes of a tag that is written as it should be, and its end; and each of them.
_WHOLE = re.compile(r"(?>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`/]+))?)*)\s*/?>")
_PAIR = re.compile(r"\s+([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`/]+)))?")
_LONG_REFERENCE = re.compile(r"&#([0-9]{8,});?")  # no character has a number of eight digits; zeros may lead
_UNCLOSED = re.compile(r"\s*=\s*[\"']")  # behind an attribute's name: a value whose quotation mark never comes again


# The longest tag that is remembered: longer ones hardly ever come twice.
_LONGEST_KNOWN = 400
_NONE: Mapping[str, str] = {}


class Tag(NamedTuple):
    """A start or end tag: ``page[start:end]``. Attribute values are unescaped; of two with one name the first counts.
    ``name`` is in lower case. Tags that are written alike share their attributes."""

    name: str
    start: int
    end: int
    closing: bool
    attributes: Mapping[str, str]


class Text(NamedTuple):
    """A run of text, not unescaped: ``page[start:end]``. ``raw`` names the element whose raw content it is."""

    start: int
    end: int
    raw: str | None = None


def resolved(text: str) -> str:
    """The text with its character references resolved. A number that no character has gives U+FFFD, however long it
    is: Python refuses to read one of more than 4,300 digits."""
    return unescape(_LONG_REFERENCE.sub(_shortened, text))


def _shortened(reference: re.Match[str]) -> str:
    digits = reference[1].lstrip("0") or "0"
    return f"&#{digits};" if len(digits) < 8 else "\ufffd"


def tokens(page: str) -> Iterator[Tag | Text]:
    """The tags and text of a page in order; comments, doctypes and processing instructions are passed over."""
    at, length, close = 0, len(page), 0
    known: dict[str, tuple[str, bool, Mapping[str, str]]] = {}  # of each tag that was read, as it is written
    while at < length:
        opening = page.find("<", at)
        if opening < 0:
            yield Text(at, length)
            return
        if opening > at:
            yield Text(at, opening)
        if close <= opening:
            close = page.find(">", opening) + 1 or length + _LONGEST_KNOWN
        written = page[opening:close] if close - opening < _LONGEST_KNOWN else ""
        if written in known:
            name, closing, attributes = known[written]
            yield Tag(name, opening, close, closing, attributes)
            at = close
        elif (tag := _tag_at(page, opening)) is not None:
            yield tag
            name, at = tag.name, tag.end
            if written and at == close:
                known[written] = name, tag.closing, tag.attributes
        elif page.startswith(("!", "?", "/"), opening + 1):
            at = _past_declaration(page, opening)
            continue
        else:
            yield Text(opening, opening + 1)
            at = opening + 1
            continue
        if name in _RAW_ENDS and page[opening + 1] != "/":
            end = _RAW_ENDS[name].search(page, at)
            stop = length if end is None else end.start()
            if stop > at:
                yield Text(at, stop, name)
            at = stop


def _tag_at(page: str, opening: int) -> Tag | None:
    """The tag that begins with this ``<``, None where none does."""
    closing = page.startswith("/", opening + 1)
    start = opening + 2 if closing else opening + 1
    return _tag(page, opening, start, closing=closing) if _starts_name(page[start : start + 1]) else None


def _starts_name(char: str) -> bool:
    """Whether a tag's name may begin so: with an ASCII letter and no other, as HTML has it."""
    return char.isascii() and char.isalpha()


def _tag(page: str, start: int, name_start: int, *, closing: bool) -> Tag:
    name = _TAG_NAME.match(page, name_start)
    assert name is not None  # the caller saw a letter
    at = name.end()
    if page.startswith(">", at):
        return Tag(name.group().lower(), start, at + 1, closing, _NONE)
    attributes: dict[str, str] = {}
    if (whole := _WHOLE.match(page, at)) is not None:
        for key, double, single, bare in _PAIR.findall(page, at, whole.end()):
            value = double or single or bare
            attributes.setdefault(key.lower(), resolved(value) if "&" in value else value)
        return Tag(name.group().lower(), start, whole.end(), closing, attributes)
    while (attribute := _ATTRIBUTE.match(page, at)) is not None:
        key, double, single, bare = attribute.groups()
        value = double if double is not None else single if single is not None else bare
        if value is None:
            if _UNCLOSED.match(page, attribute.end()):
                return Tag(name.group().lower(), start, len(page), closing, attributes)
            value = ""
        attributes.setdefault(key.lower(), resolved(value) if "&" in value else value)
        at = attribute.end()
    end = page.find(">", at)
    return Tag(name.group().lower(), start, len(page) if end < 0 else end + 1, closing, attributes)


_COMMENT_END = re.compile("--!?>")


def _past_declaration(page: str, opening: int) -> int:
    """The offset behind a comment, doctype or the like; an unclosed one reaches to the end of the page. A CDATA section
    is none in HTML: a browser takes its beginning for a comment and shows what follows the next ``>``."""
    if page.startswith("<!--", opening):
        if page.startswith((">", "->"), opening + 4):
            return page.index(">", opening + 4) + 1
        closing = _COMMENT_END.search(page, opening + 4)
        return len(page) if closing is None else closing.end()
    end = page.find(">", opening)
    return len(page) if end < 0 else end + 1
