"""Entries -> RSS 2.0, Atom 1.0, JSON Feed 1.1 and OPML. The only module that knows feedgen and its faults.

What feedgen 1.0.0 needs: a date for everything (it would stamp the clock), entries appended in order, the alternate
link last (RSS takes the last of any rel), HTML as type "html" in Atom but as CDATA in RSS, and ``dc:creator``
for the author (RSS's own element must be an e-mail address). What it does not know is written by extensions of ours:
the time of the last change in RSS (``dcterms:modified``) and tombstones in Atom (RFC 6721).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Final

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

MAX_ENTRIES = 20  # readers fetch a feed whole each time; 20 to 30 entries are what they expect
TTL_MINUTES = 240  # a digest comes out a few times a day at most
_TERMS: Final = "http://purl.org/dc/terms/"
_TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed carries, a story or a correction. ``id`` never changes; ``html`` has absolute addresses; times are in
    UTC, ``updated`` that of the last change; ``withdrawn`` is when it was taken back, and then ``summary`` says so. It
    is "" where ``html`` is as short."""

    id: str
    title: str
    url: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...]
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of entries, the one that was published last first. ``links`` gives the address of each format that there
    is, ``most`` how many entries are told; None is all."""

    id: str
    title: str
    description: str
    home: str
    links: Mapping[str, str]
    author: str
    entries: tuple[Entry, ...]
    language: str = "en"
    changed: datetime | None = None  # when an entry was last published or changed, where more than these count
    most: int | None = MAX_ENTRIES

    @property
    def updated(self) -> datetime:
        """When an entry was last published or changed; the first day that feeds can date where there is none."""
        return self.changed or max((entry.updated for entry in self.entries), default=datetime(1970, 1, 1, tzinfo=UTC))


FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def made(feed: Feed, form: str) -> Any:
    """The feed before it is written, so that others may add to it: as feedgen holds it, or as the data of a JSON feed
    (https://www.jsonfeed.org/version/1.1/). ``form`` is a key of FILES. In Atom a withdrawn entry for which it has no
    more room is deleted from what subscribers hold of it (RFC 6721)."""
    if form == "json":
        return _json(feed)
    generator = _feedgen(feed, form, "CDATA" if form == "rss" else "html")
    generator.generator("news-digest")
    if form == "rss":
        generator.ttl(TTL_MINUTES)
    else:
        past = feed.entries[feed.most :] if feed.most is not None else ()
        generator.tombstones.entries = tuple(entry for entry in past if entry.withdrawn)[: feed.most]
    return generator


def written(generator: Any, form: str) -> str:
    """What ``made`` gives, as text."""
    if form == "json":
        return json.dumps(generator, ensure_ascii=False) + "\n"
    text = generator.rss_str() if form == "rss" else generator.atom_str()
    return str(text.decode())


def _json(feed: Feed) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.links["json"],
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.author, "url": feed.home}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                **({"summary": entry.summary} if entry.summary else {}),
                "content_html": entry.html,
                "date_published": entry.published.isoformat(),
                "date_modified": entry.updated.isoformat(),
                "tags": list(entry.tags),
            }
            for entry in feed.entries[: feed.most]
        ],
    }


def opml(title: str, updated: datetime | None, outlines: tuple[tuple[str, str, str], ...]) -> str:
    """A list of feeds as OPML 2.0, from (name, address of the RSS, address of the pages)."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    if updated is not None:
        etree.SubElement(head, "dateModified").text = format_datetime(updated, usegmt=True)
    body = etree.SubElement(root, "body")
    for name, feed, home in outlines:
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed, htmlUrl=home)
    return str(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode())


def _feedgen(feed: Feed, form: str, content_type: str) -> Any:
    found = FeedGenerator()
    found.id(feed.id)
    found.title(feed.title)
    if feed.description:
        found.subtitle(feed.description)
    found.description(feed.description or feed.title)  # which RSS must have
    found.language(feed.language)
    found.author(name=feed.author)
    found.updated(feed.updated)
    found.lastBuildDate(feed.updated)
    if form == "atom":
        for name in FILES:
            if name != form and name in feed.links:
                found.link(href=feed.links[name], rel="alternate", type=MEDIA_TYPES[name])
    found.link(href=feed.links[form], rel="self", type=MEDIA_TYPES[form])
    found.link(href=feed.home, rel="alternate", type="text/html")
    found.load_extension("dc", atom=False)
    found.register_extension("terms", _Terms, _EntryTerms, atom=False)
    found.register_extension("tombstones", _Tombstones, BaseEntryExtension, rss=False)
    for entry in feed.entries[: feed.most]:
        _add(found, entry, feed.author, content_type)
    return found


def _add(found: Any, entry: Entry, author: str, content_type: str) -> None:
    item = found.add_entry(order="append")
    item.id(entry.id)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate")
    item.published(entry.published)
    item.updated(entry.updated)
    item.terms.modified = entry.updated
    if entry.summary:
        item.summary(entry.summary)
    item.content(entry.html, type=content_type)
    item.author(name=author)
    for tag in entry.tags:
        item.category(term=tag)
    item.dc.dc_creator(author)


class _Terms(BaseExtension):
    def extend_ns(self) -> dict[str, str]:
        return {"dcterms": _TERMS}


class _EntryTerms(BaseEntryExtension):
    modified: datetime

    def extend_rss(self, entry: Any) -> Any:
        etree.SubElement(entry, f"{{{_TERMS}}}modified").text = self.modified.isoformat()
        return entry


class _Tombstones(BaseExtension):
    entries: tuple[Entry, ...] = ()

    def extend_ns(self) -> dict[str, str]:
        return {"at": _TOMBSTONES}

    def extend_atom(self, feed: Any) -> Any:
        for entry in self.entries:
            when = (entry.withdrawn or entry.updated).isoformat()
            grave = etree.SubElement(feed, f"{{{_TOMBSTONES}}}deleted-entry", ref=entry.id, when=when)
            etree.SubElement(grave, f"{{{_TOMBSTONES}}}comment").text = entry.summary
            etree.SubElement(grave, "link", rel="alternate", href=entry.url, type="text/html")
        return feed
