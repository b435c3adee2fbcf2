"""Feeds and lists of feeds, as they are met."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.intake.feeds import read_feed, read_opml

AT = "https://courier.example/feed"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Orle Courier</title>
<item><title>Weir &amp;amp; mill</title><link>/weir</link><guid>w-1</guid>
<description>&lt;p&gt;The old &lt;b&gt;weir&lt;/b&gt; gave way.&lt;/p&gt;&lt;script&gt;</description>
<pubDate>Tue, 11 Mar 2031 09:00:00 GMT</pubDate></item>
<item><title>Script</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Orle Courier</title><entry><id>w-1</id>
<title>Weir &amp; mill</title><link href="https://courier.example/weir"/><updated>2031-03-11T09:00:00Z</updated>
<summary>The old weir gave way.</summary></entry></feed>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "The Orle Courier",
    "items": [{"id": "w-1", "url": "https://courier.example/weir", "title": "Weir & mill",
               "content_html": "<p>The old weir gave way.</p>", "date_published": "2031-03-11T09:00:00Z"}, "odd"],
})  # fmt: skip


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_a_feed_of_any_kind_is_read_alike(feed: str) -> None:
    (entry,) = read_feed(feed.encode(), AT)
    assert entry.id.endswith("w-1")
    assert (entry.address, entry.title) == ("https://courier.example/weir", "Weir & mill")
    assert (entry.text, entry.day, entry.feed) == ("The old weir gave way.", date(2031, 3, 11), "The Orle Courier")


@pytest.mark.parametrize("data", [b"<html><body>gone</body></html>", b"", b'{"items": []}', b"{", b"/etc/passwd"])
def test_what_is_no_feed_is_refused_in_a_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"https://courier\.example/feed: it is no feed; check its address"):
        read_feed(data, AT)


def test_a_list_of_feeds_gives_each_address_once(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="Papers">'
        f'<outline type="rss" xmlUrl="{AT}"/><outline xmlUrl=" https://gazette.example/rss "/></outline>'
        f'<outline xmlUrl="{AT}"/><outline xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    assert read_opml(path) == (AT, "https://gazette.example/rss")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<opml><body>", "it is no OPML"),
        ("<opml><body/></opml>", "it lists no feed"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><opml>&b;</opml>', "it declares entities"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(text)
    with pytest.raises(InputError, match=told):
        read_opml(path)
