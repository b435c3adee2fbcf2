"""Lists and feeds of many stories, as Pelican's settings ask for them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pelican import signals

from generator.build import Plan, write_site
from generator.model import Digest
from generator.site.lists import front, several
from generator.site.views import Teaser
from tests.factories import digest
from tests.site.conftest import ADDRESS
from tests.site.reading import dead_links, pages, read
from tests.site.test_build import ROOT

MANY = 65


def settings(folder: Path, **changed: Any) -> Path:
    """Our settings with some changed, in a file of their own."""
    path = folder / "publishconf.py"
    text = (ROOT / "publishconf.py").read_text(encoding="utf-8").replace('"theme"', repr(str(ROOT / "theme")), 1)
    path.write_text(text + "".join(f"{key} = {value!r}\n" for key, value in changed.items()), encoding="utf-8")
    return path


def stories(count: int) -> tuple[Digest, ...]:
    first = date(2031, 1, 1)
    return tuple(digest(f"day-{n}", f"The bridge, day {n}", first + timedelta(days=n), ("Velm",)) for n in range(count))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("many") / "output"
    write_site(Plan(output, address=ADDRESS, publish=True), stories(MANY))
    return output


def slugs(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"stories/(day-\d+)/\"", html)))


@pytest.mark.parametrize("place", ["", "tags/velm/"])
def test_a_long_list_is_several_pages_that_hold_every_story_once_the_newest_first(many: Path, place: str) -> None:
    files = [many / place / name for name in ("index.html", "page/2/index.html", "page/3/index.html")]
    found = [slug for path in files for slug in slugs(path.read_text(encoding="utf-8"))]
    assert found == [f"day-{n}" for n in reversed(range(MANY))]
    assert not (many / place / "page/4").exists()


def test_pages_of_a_list_lead_to_one_another_and_name_their_own_address(many: Path) -> None:
    page = read((many / "tags/velm/page/2/index.html").read_text(encoding="utf-8"))
    assert [link["href"] for link in page.having("link", rel="prev")] == ["../../../../tags/velm/"]
    assert [link["href"] for link in page.having("link", rel="next")] == ["../../../../tags/velm/page/3/"]
    assert [link["href"] for link in page.having("link", rel="canonical")] == [f"{ADDRESS}/tags/velm/page/2/"]
    assert len(page.having("a", rel="next")) == 1
    assert dead_links(many, ADDRESS) == []


def test_later_pages_of_a_list_are_found_by_search_engines_and_not_in_the_sitemap(many: Path) -> None:
    page = read((many / "tags/velm/page/2/index.html").read_text(encoding="utf-8"))
    assert page.having("meta", name="robots") == []
    assert "/page/" not in (many / "sitemap.xml").read_text(encoding="utf-8")


def test_no_two_pages_of_lists_share_title_or_description(many: Path) -> None:
    lists = [page for name, page in pages(many) if not name.startswith("stories/")]
    described = Counter(page.having("meta", name="description")[0]["content"] for page in lists if "page" in page.text)
    assert [text for text, times in described.items() if times > 1 and text.startswith("65 stories")] == []
    titles = Counter(re.findall(r"<title>(.*?)</title>", path.read_text())[0] for path in many.rglob("*.html"))
    assert [title for title, times in titles.items() if times > 1] == []


def test_lists_of_months_and_of_names_are_paged_as_well(tmp_path: Path) -> None:
    conf = settings(tmp_path, DEFAULT_PAGINATION=2)
    write_site(Plan(tmp_path / "output", settings=conf), stories(5))
    assert (tmp_path / "output/archive/2031-01/page/3/index.html").is_file()
    assert dead_links(tmp_path / "output", "http://localhost:8000") == []


def test_stories_stand_in_the_order_that_the_settings_ask_for(tmp_path: Path) -> None:
    conf = settings(tmp_path, ARTICLE_ORDER_BY="date")
    write_site(Plan(tmp_path / "output", settings=conf), stories(3))
    tag = (tmp_path / "output/tags/velm/index.html").read_text(encoding="utf-8")
    assert slugs(tag) == ["day-0", "day-1", "day-2"]


def test_stories_of_one_day_stand_by_slug(tmp_path: Path) -> None:
    write_site(Plan(tmp_path / "output"), (digest("b"), digest("a"), digest("c")))
    html = (tmp_path / "output/archive/2031-04/index.html").read_text(encoding="utf-8")
    assert list(dict.fromkeys(re.findall(r"stories/([abc])/", html))) == ["a", "b", "c"]


def test_spellings_of_a_tag_that_share_an_address_are_one_tag(tmp_path: Path) -> None:
    one, two = digest("a", tags=("North Korea",)), digest("b", tags=("north-korea",))
    write_site(Plan(tmp_path / "output"), (one, two))
    assert [path.name for path in (tmp_path / "output/tags").iterdir() if path.is_dir()] == ["north-korea"]
    assert "<h1>North Korea</h1>" in (tmp_path / "output/tags/north-korea/index.html").read_text(encoding="utf-8")


def test_a_name_leads_to_its_list_once_several_stories_have_it(tmp_path: Path) -> None:
    one, two = (replace(digest(slug), actors=names) for slug, names in (("a", ("Ada Kell", "Orm")), ("b", ("Orm",))))
    write_site(Plan(tmp_path / "output"), (one, two))
    assert [path.name for path in (tmp_path / "output/people-and-places").iterdir() if path.is_dir()] == ["orm"]
    page = (tmp_path / "output/stories/a/index.html").read_text(encoding="utf-8")
    assert 'Named in this story: Ada Kell, <a href="../../people-and-places/orm/">Orm</a>' in page
    assert dead_links(tmp_path / "output", "http://localhost:8000") == []


def test_a_site_without_stories_has_a_front_page_all_the_same(tmp_path: Path) -> None:
    write_site(Plan(tmp_path / "output"), ())
    assert "No story has been published here yet" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_feeds_stand_where_the_settings_say_and_name_one_another(tmp_path: Path) -> None:
    conf = settings(tmp_path, FEED_ALL_ATOM="feeds/all.atom.xml", FEED_ALL_JSON="feed.json", FEED_MAX_ITEMS=2)
    write_site(Plan(tmp_path / "output", settings=conf, address=ADDRESS), stories(5))
    atom = (tmp_path / "output/feeds/all.atom.xml").read_text(encoding="utf-8")
    assert not (tmp_path / "output/atom.xml").exists()
    assert f'href="{ADDRESS}/feeds/all.atom.xml" rel="self"' in atom
    assert f'href="{ADDRESS}/rss.xml" rel="alternate"' in atom
    assert atom.count("<entry>") == 2
    assert len(json.loads((tmp_path / "output/feed.json").read_text(encoding="utf-8"))["items"]) == 2
    assert "feeds/all.atom.xml" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_other_plugins_are_told_of_each_feed_before_and_after_it_is_written(tmp_path: Path) -> None:
    made: list[Any] = []
    paths: list[str] = []

    def adding(_: Mapping[str, Any], feed: Any) -> None:
        made.append(feed)
        if hasattr(feed, "copyright"):
            feed.copyright("to whom it belongs")

    def written(path: str, context: Any, feed: Any) -> None:
        paths.append(Path(path).name)

    with signals.feed_generated.connected_to(adding), signals.feed_written.connected_to(written):
        write_site(Plan(tmp_path / "output"), (digest(),))
    assert sorted(paths) == ["atom.xml", "feed.json", "rss.xml"]
    assert len(made) == 3
    assert "to whom it belongs" in (tmp_path / "output/rss.xml").read_text(encoding="utf-8")


def _teaser(slug: str, day: int, withdrawn: bool = False) -> Teaser:
    return Teaser(slug, slug, "", f"stories/{slug}/", date(2031, 3, day), "", "", "", "", (), "", withdrawn=withdrawn)


def test_the_front_page_leads_with_the_newest_story_that_stands_and_has_the_others_by_day() -> None:
    gone, newest, other, older = _teaser("a", 3, withdrawn=True), _teaser("b", 3), _teaser("c", 3), _teaser("d", 1)
    found = front((gone, newest, other, older), 1)
    assert found.lead == newest
    assert found.days == ((date(2031, 3, 3), (gone, other)), (date(2031, 3, 1), (older,)))


def test_a_later_page_leads_with_no_story() -> None:
    found = front((_teaser("a", 3),), 2)
    assert (found.lead, len(found.days)) == (None, 1)


def _article(withdrawn: bool) -> SimpleNamespace:
    return SimpleNamespace(listed=SimpleNamespace(withdrawn=withdrawn))


def test_a_list_of_one_story_that_stands_tells_no_several() -> None:
    assert not several([_article(True), _article(False)])
    assert several([_article(False), _article(True), _article(False)])


def test_whether_a_list_tells_several_stories_is_told_by_the_first_of_them() -> None:
    articles = iter([_article(False), _article(False), _article(False)])
    assert several(articles)
    assert len(list(articles)) == 1
