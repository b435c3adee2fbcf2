"""Stories as Pelican's articles: what its own lists, other plugins and any theme are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pelican import signals
from pelican.generators import ArticlesGenerator

from generator.build import Plan, write_shown, write_site
from generator.model import Digest, EditorBody, Status
from generator.pelican_plugin.articles import StoryArticle
from generator.site.views import State
from generator.stories import Whole
from tests.factories import digest
from tests.site.reading import dead_links
from tests.site.test_lists import settings, stories


@pytest.fixture
def articles() -> Iterator[list[Any]]:
    """The articles of every build, as a plugin finds them when they are all read."""
    found: list[Any] = []

    def keep(generator: ArticlesGenerator) -> None:
        found.extend(generator.articles)

    with signals.article_generator_finalized.connected_to(keep):
        yield found


def test_stories_are_articles_the_newest_first(
    tmp_path: Path, articles: list[Any], digests: tuple[Digest, ...]
) -> None:
    write_site(Plan(tmp_path / "output"), digests)
    assert [article.slug for article in articles] == ["velm-bridge", "ferry-strike", "old-quay"]
    first = articles[0]
    assert (first.url, first.save_as) == ("stories/velm-bridge/", "stories/velm-bridge/index.html")
    assert (first.date.isoformat(), first.modified.isoformat()) == ("2031-04-08T12:00:00+00:00",) * 2
    assert [(tag.name, tag.slug) for tag in articles[1].tags] == [("Orm", "orm"), ("Roads & bridges", "roads-bridges")]
    assert first.status == "published"


def test_pelican_compares_no_story_with_every_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compared: list[object] = []
    monkeypatch.setattr(StoryArticle, "__eq__", lambda one, other: compared.append(other) or one is other)
    write_site(Plan(tmp_path / "output"), stories(5))
    assert not compared


def test_a_list_of_stories_knows_what_another_plugin_puts_on_it(tmp_path: Path) -> None:
    found: list[bool] = []

    def put(generator: ArticlesGenerator, writer: object) -> None:
        ((_, articles),) = generator.tags.items()
        taken = articles.pop()
        found.append(taken in articles)
        articles.append(taken)
        found.append(taken in articles)

    with signals.article_writer_finalized.connected_to(put):
        write_site(Plan(tmp_path / "output"), stories(3))
    assert found == [False, True]


def test_the_archive_of_a_period_has_its_stories_in_the_order_of_lists(tmp_path: Path) -> None:
    found: list[Any] = []

    def keep(generator: ArticlesGenerator) -> None:
        found.extend(generator.period_archives["month"])

    plan = Plan(tmp_path / "output", settings=settings(tmp_path, ARTICLE_ORDER_BY="slug"))
    with signals.article_generator_finalized.connected_to(keep):
        write_site(plan, (*stories(3), digest("a-later-one", "Later", date(2031, 2, 1), ("Velm",))))
    assert [one["period_num"] for one in found] == [(2031, 2), (2031, 1)]
    assert [article.slug for article in found[1]["articles"]] == ["day-0", "day-1", "day-2"]
    assert [article.slug for article in found[1]["dates"]] == ["day-2", "day-1", "day-0"]


def test_the_content_of_an_article_is_the_whole_entry_with_its_evidence(tmp_path: Path, articles: list[Any]) -> None:
    write_site(Plan(tmp_path / "output"), (digest(),))
    html = articles[0].get_content("https://blog.example")
    assert '<details class="proof">' in html
    assert "Where the sources differ" in html
    assert "Radio &lt;b&gt;Five" in html
    assert "<html" not in html


def test_links_of_the_content_lead_on_from_wherever_it_is_shown(tmp_path: Path, articles: list[Any]) -> None:
    body = EditorBody("[old](../other/) ![plan](plan.png) [there](https://a.example/)")
    write_site(Plan(tmp_path / "output"), (replace(digest(), body=body),))
    for root in ("..", ".", "https://blog.example"):
        html = articles[0].get_content(root)
        assert f'href="{root}/stories/velm-bridge/sources/gazette/"' in html
        assert f'href="{root}/stories/velm-bridge/#c-closed"' in html
        assert f'href="{root}/tags/velm/"' in html
        assert f'src="{root}/stories/velm-bridge/plan.png"' in html
        assert 'href="https://a.example/"' in html


def test_markup_of_a_capture_is_text_in_title_and_summary_where_a_theme_escapes_nothing(
    tmp_path: Path, articles: list[Any]
) -> None:
    write_site(Plan(tmp_path / "output"), (digest(title="Velm <script>alert(1)</script>"),))
    assert articles[0].title == "Velm &lt;script&gt;alert(1)&lt;/script&gt;"
    assert articles[0].summary.startswith("<p>")


def test_an_article_has_the_view_that_our_theme_shows(tmp_path: Path, articles: list[Any]) -> None:
    write_site(Plan(tmp_path / "output"), (digest(),))
    assert articles[0].digest.title == "Velm closes its old bridge"
    assert len(articles[0].digest.sources) == 3


def test_what_nobody_has_signed_is_a_draft_unless_the_settings_say_otherwise(
    tmp_path: Path, articles: list[Any]
) -> None:
    conf = settings(tmp_path, UNSIGNED_STATUS="draft")
    stories = [Whole(digest("seen")), Whole(digest("unseen"), State.UNSIGNED)]
    write_shown(Plan(tmp_path / "output", settings=conf), stories)
    assert [article.slug for article in articles] == ["seen"]
    assert (tmp_path / "output/stories/unseen/index.html").is_file()
    assert "unseen" not in (tmp_path / "output/rss.xml").read_text(encoding="utf-8")


def test_a_hidden_story_has_its_pages_and_no_list_or_feed_leads_there(tmp_path: Path, articles: list[Any]) -> None:
    write_site(Plan(tmp_path / "output"), (digest("seen"), replace(digest("apart"), status=Status.HIDDEN)))
    assert [article.slug for article in articles] == ["seen"]
    page = (tmp_path / "output/stories/apart/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    others = (
        path for path in (tmp_path / "output").rglob("[!.]*") if path.suffix in (".html", ".xml", ".json", ".opml")
    )
    leading = {path for path in others if "stories/apart/" in path.read_text(encoding="utf-8")}
    assert {path.relative_to(tmp_path / "output").parts[:2] for path in leading} == {("stories", "apart")}


def test_a_draft_has_a_page_in_a_preview_and_none_where_it_is_published(tmp_path: Path, articles: list[Any]) -> None:
    stories = [Whole(digest("seen")), Whole(replace(digest("begun"), status=Status.DRAFT), State.UNSIGNED)]
    write_shown(Plan(tmp_path / "preview"), stories)
    assert (tmp_path / "preview/stories/begun/index.html").is_file()
    assert "stories/begun/" not in (tmp_path / "preview/index.html").read_text(encoding="utf-8")
    plan = Plan(tmp_path / "published", address="https://velm.example", publish=True, unsigned=True)
    write_shown(plan, stories)
    assert not (tmp_path / "published/stories/begun").exists()
    assert [article.slug for article in articles] == ["seen", "seen"]


def test_a_category_is_pelican_s_own_and_has_a_list_where_the_settings_ask_for_one(
    tmp_path: Path, articles: list[Any]
) -> None:
    stories = (replace(digest("a"), category="Transport"), replace(digest("b"), category="Transport"), digest("c"))
    place = {"CATEGORY_URL": "category/{slug}/", "CATEGORY_SAVE_AS": "category/{slug}/index.html"}
    write_site(Plan(tmp_path / "output", settings=settings(tmp_path, **place)), stories)
    assert [str(article.category) for article in articles] == ["Transport", "Transport", "misc"]
    listed = (tmp_path / "output/category/transport/index.html").read_text(encoding="utf-8")
    assert [slug in listed for slug in ("stories/a/", "stories/b/", "stories/c/")] == [True, True, False]
    assert "category/transport/" in (tmp_path / "output/sitemap.xml").read_text(encoding="utf-8")
    assert dead_links(tmp_path / "output", "http://localhost:8000") == []
