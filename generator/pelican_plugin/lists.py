"""The lists, feeds and files of a site of digests alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican.generators import Generator

from generator.editions.corrections import newest_first
from generator.editions.index import editions_index
from generator.pelican_plugin.feeding import brief_entry, correction_of, entry_of, whole_entry
from generator.pelican_plugin.press import PRESS, Press
from generator.site import addresses, lists
from generator.site.views import Group, Overview
from generator.site.words import Words
from generator.writers import feeds
from generator.writers.json import checker, schema_json


class Lists(Generator):
    """Writes whatever comes from many stories."""

    def generate_context(self) -> None:
        """Decide what the lists show."""
        self._press: Press = self.settings[PRESS]
        self._say: Words = self._press.say
        self.site = self._press.site
        self.stories = self._press.stories
        self.tags = lists.tags(self.stories)
        self.actors = lists.actors(self.stories)
        self.months = lists.months(self.stories, self._say)
        groups = {"tags": self.tags, "actors": self.actors, "months": self.months}
        signed = (one.corrections for slug, one in self._press.shown.signed.items() if slug in self._press.listed)
        self.corrections = newest_first(one for own in signed for one in own)
        everything = Group(self.site.name, "", "", tuple(story.teaser for story in self.stories))
        self._feeding = (everything, *(replace(tag, name=f"{self.site.name}: {tag.name}") for tag in self.tags))
        self._press.fed = frozenset(teaser.slug for teaser in everything.stories[: feeds.MAX_ENTRIES])
        pages = frozenset(page.slug for page in self.context["pages"])
        self.context.update(
            site=self.site, feed_files=feeds.FILES, page_slugs=pages, corrections=self.corrections, **groups
        )

    def generate_output(self, writer: Any) -> None:
        """Write pages, data and feeds below the output folder."""
        self._writer = writer
        signed = self._press.shown.signed
        self._press.text("editions.json", editions_index({slug: one.editions for slug, one in signed.items()}))
        self._corrections()
        self._page("index.html", "index", front=lists.front_page(self.stories, self._say))
        overviews = tuple(zip(lists.overviews(self._say), (self.months, self.tags, self.actors), strict=True))
        for overview, groups in overviews:
            self._overview(overview, groups)
        self._search(overviews)
        for group in self._feeding:
            self._feed(group)
        self._press.text("feeds.opml", self._opml())
        self._hosting()

    def _overview(self, overview: Overview, groups: tuple[Group, ...]) -> None:
        self._page(f"{overview.href}index.html", "overview", overview=overview, groups=groups)
        for group in groups:
            prints = tuple(self._press.print(self._press.listed[teaser.slug]) for teaser in group.stories)
            parts = ("list", group.name, group.href, prints)
            place = f"{addresses.in_files(group.href)}index.html"
            write = partial(self._own_page, place, "list", group=group, above=overview)
            self._press.kept(parts, write)

    def _search(self, overviews: tuple[tuple[Overview, tuple[Group, ...]], ...]) -> None:
        self._page("search/index.html", "search", overviews=overviews)
        if self.site.search_policy:
            for path in sorted(Path(self.theme, "search").iterdir()):
                self._press.bytes(f"search/{path.name}", path.read_bytes())

    # Feeds -----------------------------------------------------------------------------------------------------------

    def _feed(self, group: Group) -> None:
        """The feeds of a group. What that of all shows of a story hangs on all that it is made of."""
        if group.slug:
            whole: object = tuple(self._press.print(self._press.listed[teaser.slug]) for teaser in group.stories)
        else:
            parts = [self._press.story_key(teaser.slug) for teaser in group.stories]
            whole = tuple(parts) if all(parts) else ""
        self._press.kept(("feed", group.name, group.slug or "all", whole), partial(self._feed_files, group))

    def _feed_files(self, group: Group) -> None:
        place = f"{self.site.address}/{group.href}"
        name = f"tag:{group.slug}" if group.slug else ""
        stories = [self._press.listed[teaser.slug] for teaser in group.stories]
        told = brief_entry if group.slug else whole_entry
        entries = [told(self._press, story) for story in stories[: feeds.MAX_ENTRIES]]
        entries += [entry_of(self._press, story) for story in stories[feeds.MAX_ENTRIES :] if story.withdrawn]
        changed = max((story.updated for story in stories), default=None)
        feed = feeds.Feed(
            self._press.tag_uri(name),
            group.name,
            self.site.subtitle,
            place,
            place,
            self.site.name,
            tuple(entries),
            self._say.language,
            changed,
        )
        self._write_feed(addresses.in_files(group.href), feed)

    def _write_feed(self, folder: str, feed: feeds.Feed) -> None:
        for form, write in (("rss", feeds.rss), ("atom", feeds.atom), ("json", feeds.json_feed)):
            self._press.text(f"{folder}{feeds.FILES[form]}", write(feed))

    def _corrections(self) -> None:
        """The feeds of corrections; their list is a page of the editor's."""
        place = f"{self.site.address}/{addresses.CORRECTIONS}"
        entries = tuple(correction_of(self._press, one) for one in self.corrections)
        about = self._say.gettext("What %(site)s corrected, put on hold or withdrew", site=self.site.name)
        feed = feeds.Feed(
            self._press.tag_uri("corrections:"),
            self._corrections_title(),
            about,
            self._corrections_home(),
            place,
            self.site.name,
            entries,
            self._say.language,
        )
        self._write_feed(addresses.CORRECTIONS, feed)

    def _corrections_home(self) -> str:
        """The page to which feeds of corrections belong: that of the site, where its editor has none for them."""
        own = addresses.CORRECTIONS.rstrip("/") in self.context["page_slugs"]
        return f"{self.site.address}/{addresses.CORRECTIONS if own else ''}"

    def _corrections_title(self) -> str:
        return self._say.gettext("%(site)s: corrections", site=self.site.name)

    def _opml(self) -> str:
        address = self.site.address
        outlines = [(self.site.name, f"{address}/{feeds.FILES['rss']}", f"{address}/")]
        corrected = f"{address}/{addresses.CORRECTIONS}{feeds.FILES['rss']}"
        outlines.append((self._corrections_title(), corrected, self._corrections_home()))
        outlines += [
            (f"{self.site.name}: {tag.name}", f"{address}/{tag.href}{feeds.FILES['rss']}", f"{address}/{tag.href}")
            for tag in self.tags
        ]
        changed = max((story.updated for story in self.stories), default=None)
        return feeds.opml(self.site.name, changed, tuple(outlines))

    def _hosting(self) -> None:
        # A host shows this page at any address, so that only links from its root hold.
        root = urlsplit(self.site.address).path
        shown = lists.standing(self.stories)
        self._page("404.html", "404", relative=False, latest=shown[:5], SITEURL=root)
        changed = max((story.teaser.changed for story in self.stories), default="")
        self._page("sitemap.xml", "sitemap", stories=shown, changed=changed)
        self._page("news-sitemap.xml", "news_sitemap", stories=lists.news(self.stories))
        self._page("robots.txt", "robots")
        self._page("_headers", "headers")
        self._press.text("digest.schema.json", schema_json())
        self._press.text("verify_digest.py", checker())
        self._press.text(".nojekyll", "")

    def _page(self, name: str, template: str, relative: bool = True, **values: Any) -> None:
        self._writer.write_file(name, self.get_template(template), self.context, relative_urls=relative, **values)

    def _own_page(self, name: str, template: str, **values: Any) -> None:
        """A page that shows nothing of other stories than ``values`` do."""
        self._writer.write_file(name, self.get_template(template), self._press.own, relative_urls=True, **values)
