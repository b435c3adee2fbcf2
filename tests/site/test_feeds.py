"""The feeds of a built site, read with a feed reader's library."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from generator.build import Plan, write_site
from generator.model import Digest, Section
from generator.site.feed_entry import feed_entry
from generator.site.reprint import reprint
from generator.site.story import story_view
from generator.writers import feeds
from generator.writers.feeds import Entry, Feed
from tests.factories import CLOSED, digest
from tests.site.conftest import ADDRESS
from tests.site.test_build import files

ENTRY = Entry("tag:a.example,2030:one", "One & <two>", "https://a.example/one/", "Sum", "<p>All of it</p>",
              datetime(2031, 4, 8, 12, tzinfo=UTC), datetime(2031, 4, 9, 12, tzinfo=UTC), ("A & B",))  # fmt: skip
LINKS = {form: f"https://a.example/{name}" for form, name in feeds.FILES.items()}
FEED = Feed("tag:a.example,2030:", "News", "About", "https://a.example/", LINKS, "News", (ENTRY,))


def _written(form: str, feed: Feed) -> str:
    return feeds.written(feeds.made(feed, form), form)


def parse(path: Path) -> Any:
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_tells_the_news_who_says_it_and_where_they_differ(published: Path, name: str) -> None:
    (entry,) = [entry for entry in parse(published / name).entries if "velm-bridge" in entry.link]
    (content,) = entry.content
    assert f"<strong>{CLOSED}</strong>" in content.value
    assert "From Velm Gazette, Coast Courier and Radio &lt;b&gt;Five" in content.value
    assert "Where the sources differ" in content.value
    assert ">Velm Gazette</a>)" in content.value


def test_the_feed_of_a_tag_tells_the_news_who_reports_it_and_where_it_stands(published: Path) -> None:
    (entry,) = [one for one in parse(published / "tags/roads-bridges/atom.xml").entries if "velm-bridge" in one.link]
    (content,) = entry.content
    assert f"<strong>{CLOSED}</strong>" in content.value
    assert "From Velm Gazette, Coast Courier and Radio &lt;b&gt;Five" in content.value
    assert entry.link == f"{ADDRESS}/stories/velm-bridge/"
    assert "<a" not in content.value


@pytest.mark.parametrize("name", feeds.FILES.values())
def test_the_feed_of_a_tag_tells_the_news_once(published: Path, name: str) -> None:
    text = (published / "tags/roads-bridges" / name).read_text(encoding="utf-8")
    told = [entry.count(CLOSED) for entry in re.split("<item>|<entry>|date_published", text)]
    assert max(told) == 1


def test_words_in_the_language_of_the_feed_have_none_of_their_own(published: Path) -> None:
    (entry,) = [entry for entry in parse(published / "atom.xml").entries if "velm-bridge" in entry.link]
    assert 'lang="en"' not in entry.content[0].value


def entry_words(story: Digest) -> list[str]:
    entry = feed_entry(story_view(story, reprint(story)), "", ADDRESS)
    lines = [line for part in entry.parts for whole in part.lines for line in (whole, *whole.answers)]
    return [text for line in lines for text in (line.text, *line.against)]


def test_a_question_stands_in_one_item_with_all_its_answers(published: Path) -> None:
    (entry,) = [entry for entry in parse(published / "rss.xml").entries if "velm-bridge" in entry.link]
    items = re.findall(r"<li>.*?</li>", entry.content[0].value, re.DOTALL)
    (asked,) = [item for item in items if "How many lorries" in item]
    assert asked.count("<br") == 2


def test_an_entry_has_at_most_a_thousand_words() -> None:
    story = digest()
    many = tuple(
        replace(claim, id=f"{claim.id}-{number}", text=f"{claim.text} {number}")
        for number in range(20)
        for claim in story.claims
    )
    sections = (Section("what-happened", "What happened", tuple(claim.id for claim in many)),)
    long = replace(story, claims=many, sections=sections, summary_claims=(many[0].id,))
    found = feed_entry(story_view(long, reprint(long)), "", ADDRESS)
    words = sum(len(text.split()) for text in entry_words(long))
    assert 600 < words <= 1000
    assert found.more.endswith("more lines on the page.")


def test_a_disputed_claim_has_the_other_side_beside_it_in_feeds() -> None:
    lines = entry_words(digest())
    at = next(place for place, text in enumerate(lines) if text.startswith("The port authority said"))
    assert lines[at + 1] == "disputed: Radio <b>Five</b>: 60"


def test_an_entry_is_dated_by_its_publication_and_updated_by_its_last_change(tmp_path: Path) -> None:
    story = replace(digest(), published=date(2031, 5, 1), updated=date(2031, 5, 3))
    write_site(Plan(tmp_path / "output", address=ADDRESS), (story, digest("later", day=date(2031, 4, 20))))
    first, second = parse(tmp_path / "output/atom.xml").entries
    assert (first.published_parsed[:3], first.updated_parsed[:3]) == ((2031, 5, 1), (2031, 5, 3))
    assert "later" in second.link


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_entries_are_dated_by_their_stories_and_come_newest_first(published: Path, name: str) -> None:
    found = parse(published / name)
    assert [entry.published_parsed[:3] for entry in found.entries] == [(2031, 4, 8), (2031, 3, 2), (2030, 12, 30)]
    assert found.feed.updated_parsed[:3] == (2031, 4, 8)


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_every_address_in_an_entry_is_absolute(published: Path, name: str) -> None:
    for entry in parse(published / name).entries:
        links = re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value)
        assert links
        assert not [link for link in links if not link.startswith(("https://", "http://"))]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_an_entry_keeps_its_id_when_title_date_and_address_change(published: Path, tmp_path: Path, name: str) -> None:
    changed = replace(digest(), title="Another title", date=date(2031, 4, 9))
    write_site(Plan(tmp_path / "output", address="https://elsewhere.example"), (changed,))
    (after,) = parse(tmp_path / "output" / name).entries
    (before,) = [entry for entry in parse(published / name).entries if "velm-bridge" in entry.link]
    assert after.id == before.id
    assert "2031" not in after.id
    assert "news.example" not in after.id


def test_an_entry_that_did_not_change_stays_the_same_when_another_comes(tmp_path: Path) -> None:
    def item(*slugs: str) -> str:
        write_site(Plan(tmp_path / "output"), tuple(digest(slug) for slug in slugs))
        text = (tmp_path / "output/rss.xml").read_text(encoding="utf-8")
        (found,) = [item for item in re.findall(r"<item>.*?</item>", text, re.DOTALL) if "/one/" in item]
        return found

    assert item("one") == item("one", "two")


def test_markup_of_a_capture_stays_text_in_feeds(published: Path) -> None:
    for name in ("rss.xml", "atom.xml"):
        content = parse(published / name).entries[0].content[0].value
        assert "Radio &lt;b&gt;Five" in content


def test_a_tag_has_a_feed_of_its_stories_only(published: Path) -> None:
    assert len(parse(published / "tags/roads-bridges/rss.xml").entries) == 2


def test_a_tag_of_one_story_has_no_feed_and_no_page_leads_to_one(published: Path) -> None:
    assert sorted(path.name for path in (published / "tags/orm").iterdir()) == ["index.html"]
    assert [name for name, data in files(published).items() if b"tags/orm/rss.xml" in data] == []


def test_json_feed_has_what_its_specification_asks_for(published: Path) -> None:
    data = json.loads((published / "feed.json").read_text(encoding="utf-8"))
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == f"{ADDRESS}/feed.json"
    assert data["items"][0]["url"] == f"{ADDRESS}/stories/velm-bridge/"
    assert all(item["id"] and item["content_html"] for item in data["items"])


def test_opml_lists_the_feed_of_the_site_of_corrections_and_of_every_tag(published: Path) -> None:
    root = etree.fromstring((published / "feeds.opml").read_bytes())
    addresses = [outline.get("xmlUrl") for outline in root.iter("outline")]
    assert f"{ADDRESS}/rss.xml" in addresses
    assert f"{ADDRESS}/tags/roads-bridges/rss.xml" in addresses
    assert len(addresses) == 3
    assert all((published / address.removeprefix(f"{ADDRESS}/")).is_file() for address in addresses if address)


def test_pages_tell_readers_where_the_feeds_are(published: Path) -> None:
    html = (published / "tags/roads-bridges/index.html").read_text(encoding="utf-8")
    for kind in feeds.MEDIA_TYPES.values():
        assert html.count(f'<link rel="alternate" type="{kind}"') == 2


def test_rss_links_to_the_site_and_to_itself() -> None:
    channel = etree.fromstring(_written("rss", FEED).encode())[0]
    assert channel.findtext("link") == "https://a.example/"
    (itself,) = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert (itself.get("rel"), itself.get("href")) == ("self", "https://a.example/rss.xml")


def test_rss_puts_the_description_before_the_content_and_no_address_into_the_guid() -> None:
    (item,) = etree.fromstring(_written("rss", FEED).encode()).iter("item")
    names = [etree.QName(child).localname for child in item]
    assert names.index("description") < names.index("encoded")
    guid = item.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (ENTRY.id, "false")


def test_atom_declares_its_content_as_html() -> None:
    root = etree.fromstring(_written("atom", FEED).encode())
    (content,) = root.iter("{http://www.w3.org/2005/Atom}content")
    assert (content.get("type"), content.text) == ("html", "<p>All of it</p>")


def test_rss_tells_when_an_entry_was_changed_last() -> None:
    (found,) = parse_text(_written("rss", FEED)).entries
    assert found.updated == ENTRY.updated.isoformat()


def test_an_entry_that_is_withdrawn_has_no_tombstone_while_the_feed_has_it() -> None:
    back = replace(ENTRY, withdrawn=ENTRY.updated)
    assert "deleted-entry" not in _written("atom", replace(FEED, entries=(back,)))
    many = tuple(replace(ENTRY, id=f"tag:a.example,2030:{number}") for number in range(feeds.MAX_ENTRIES))
    assert _written("atom", replace(FEED, entries=(*many, back))).count("<at:deleted-entry") == 1
    assert "deleted-entry" not in _written("atom", replace(FEED, entries=(*many, ENTRY)))


def test_a_feed_without_entries_is_dated_without_a_clock() -> None:
    assert "1970-01-01" in _written("atom", replace(FEED, entries=()))


def test_a_feed_is_cut_to_what_readers_expect() -> None:
    many = tuple(replace(ENTRY, id=f"tag:a.example,2030:{number}") for number in range(50))
    assert len(parse_text(_written("rss", replace(FEED, entries=many))).entries) == feeds.MAX_ENTRIES


def parse_text(text: str) -> Any:
    return feedparser.parse(text.encode())
