"""Feeds and lists of feeds -> what they announce. The one module that knows feedparser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser

from generator.errors import InputError
from generator.language.addresses import web_address
from generator.language.printable import printable
from generator.load.capture import read_bytes

_MOST_OPML = 5_000_000  # bytes: some thousand feeds have one of 1 MB
_MOST_ENTRIES = 1_000  # of one feed; most have 10 to 50
_MOST_TEXT = 1_000  # code points of an entry's text that are kept
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_REMEDY = "check its address in your browser, or take it off the list"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed announces: ``id`` is the feed's own name for it, ``text`` the beginning of what it says of it."""

    id: str
    address: str
    title: str
    text: str
    day: date | None
    feed: str  # its name, else its address


def read_opml(path: Path) -> tuple[str, ...]:
    """The addresses of the feeds in a list, each once, in its order. Raises InputError for what is no such list."""
    data = read_bytes(path, _MOST_OPML, "split it")
    shown = path.as_posix()
    if b"<!ENTITY" in data:  # which can make a small file large
        raise InputError(shown, "it declares entities", "export the list of feeds anew")
    try:
        tree = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise InputError(shown, f"it is no OPML: {error}", "export the list of feeds from your reader") from None
    found = [one.attrib.get("xmlUrl", "").strip() for one in tree.iter("outline")]
    feeds = tuple(dict.fromkeys(one for one in found if web_address(one)))
    if not feeds:
        raise InputError(shown, "it lists no feed", "export the list of feeds from your reader as OPML")
    return feeds


def read_feed(data: bytes, address: str, media_type: str = "") -> tuple[Entry, ...]:
    """The entries of an RSS, Atom or JSON feed that lead to a page, in order. Raises InputError for what is none."""
    if data.lstrip()[:1] == b"{":
        return _distinct(_from_json(data, address))
    headers = {"content-type": media_type or "application/xml", "content-location": address}
    found = feedparser.parse(BytesIO(data), response_headers=headers)
    if not found.get("version"):
        raise InputError(address, "it is no feed", _REMEDY)
    return _distinct(_from_xml(found, address))


def _from_xml(found: Any, address: str) -> Iterator[Entry]:
    feed = _plain(found.feed.get("title", "")) or address
    for one in found.entries[:_MOST_ENTRIES]:
        texts = [one.get("summary", ""), *(part.get("value", "") for part in one.get("content", ()))]
        moment = one.get("published_parsed") or one.get("updated_parsed")
        yield Entry(
            str(one.get("id") or one.get("link", "")),
            str(one.get("link", "")),
            _plain(one.get("title", "")),
            max(map(_plain, texts), key=len),
            date(*moment[:3]) if moment else None,
            feed,
        )


def _from_json(data: bytes, address: str) -> Iterator[Entry]:
    """A JSON Feed (jsonfeed.org), which feedparser does not read."""
    try:
        found = json.loads(data)
        if not str(found["version"]).startswith("https://jsonfeed.org/version/"):
            raise KeyError
        items = [one for one in found["items"] if isinstance(one, Mapping)]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(address, "it is no feed", _REMEDY) from None
    feed = _plain(found.get("title", "")) or address
    for one in items[:_MOST_ENTRIES]:
        text = one.get("content_text") or one.get("content_html") or one.get("summary") or ""
        link = str(one.get("url") or "")
        yield Entry(
            str(one.get("id") or link), link, _plain(one.get("title", "")), _plain(text),
            _day(one.get("date_published")), feed,
        )  # fmt: skip


def _day(value: object) -> date | None:
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        return None


def _distinct(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if web_address(entry.address):
            found.setdefault(entry.id, entry)
    return tuple(found.values())


def _plain(html: object) -> str:
    """Words without their markup, as a screen may show them."""
    text = unescape(_TAG.sub(" ", html)) if isinstance(html, str) else ""
    return " ".join(printable(text).split())[:_MOST_TEXT]
