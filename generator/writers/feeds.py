"""Entries -> RSS 2.0, Atom 1.0, JSON Feed 1.1 and OPML. The only module that knows feedgen and its faults.

What feedgen 1.0.0 needs: a date for everything (it would stamp the clock), entries appended in order, the alternate
link last (RSS takes the last of any rel), HTML as type "html" in Atom but as CDATA in RSS, and ``dc:creator``
for the author (RSS's own element must be an e-mail address).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

MAX_ENTRIES = 30  # readers fetch a feed whole each time; 20 to 30 entries are what they expect
TTL_MINUTES = 240  # a digest comes out a few times a day at most


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as a feed carries it. ``id`` never changes; ``html`` has absolute addresses."""

    id: str
    title: str
    url: str
    summary: str
    html: str
    published: date
    updated: date
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of entries, the newest first. ``address`` is absolute and ends with "/"; the formats stand in it under
    the names of FILES."""

    id: str
    title: str
    description: str
    home: str
    address: str
    author: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When a story was last published or changed; the first day that feeds can date where there is none."""
        return max((_noon(entry.updated) for entry in self.entries), default=datetime(1970, 1, 1, tzinfo=UTC))


FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def rss(feed: Feed) -> str:
    """The feed as RSS 2.0."""
    made = _feedgen(feed, "rss", content_type="CDATA")
    made.generator("news-digest")
    made.ttl(TTL_MINUTES)
    return str(made.rss_str(pretty=True).decode())


def atom(feed: Feed) -> str:
    """The feed as Atom 1.0 (RFC 4287)."""
    made = _feedgen(feed, "atom", content_type="html")
    made.generator("news-digest")
    return str(made.atom_str(pretty=True).decode())


def json_feed(feed: Feed) -> str:
    """The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address + FILES["json"],
        "description": feed.description,
        "language": "en",
        "authors": [{"name": feed.author, "url": feed.home}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": _noon(entry.published).isoformat(),
                "date_modified": _noon(entry.updated).isoformat(),
                "tags": list(entry.tags),
            }
            for entry in feed.entries[:MAX_ENTRIES]
        ],
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def opml(title: str, updated: date | None, outlines: tuple[tuple[str, str, str], ...]) -> str:
    """A list of feeds as OPML 2.0, from (name, address of the RSS, address of the pages)."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    if updated is not None:
        etree.SubElement(head, "dateModified").text = format_datetime(_noon(updated), usegmt=True)
    body = etree.SubElement(root, "body")
    for name, feed, home in outlines:
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed, htmlUrl=home)
    return str(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode())


def _feedgen(feed: Feed, form: str, content_type: str) -> Any:
    made = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    made.subtitle(feed.description)
    made.description(feed.description)
    made.language("en")
    made.author(name=feed.author)
    made.updated(feed.updated)
    made.lastBuildDate(feed.updated)
    if form == "atom":
        for name in FILES:
            if name != form:
                made.link(href=feed.address + FILES[name], rel="alternate", type=MEDIA_TYPES[name])
    made.link(href=feed.address + FILES[form], rel="self", type=MEDIA_TYPES[form])
    made.link(href=feed.home, rel="alternate", type="text/html")
    made.load_extension("dc", atom=False)
    for entry in feed.entries[:MAX_ENTRIES]:
        _add(made, entry, feed.author, content_type)
    return made


def _add(made: Any, entry: Entry, author: str, content_type: str) -> None:
    item = made.add_entry(order="append")
    item.id(entry.id)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate")
    item.published(_noon(entry.published))
    item.updated(_noon(entry.updated))
    item.summary(entry.summary)
    item.content(entry.html, type=content_type)
    item.author(name=author)
    for tag in entry.tags:
        item.category(term=tag)
    item.dc.dc_creator(author)


def _noon(day: date) -> datetime:
    """Noon UTC: a reader in any inhabited time zone but the last two sees the story's own day."""
    return datetime.combine(day, time(12), UTC)
