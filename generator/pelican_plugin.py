"""Digests -> a site, by Pelican. The only module that imports it.

Pelican gives the settings, the theme, the pages in content/pages and the writer. Stories are not articles to it: an
entry is one story, its sources' pages, its data and its places in lists and feeds, and what stands on each is decided
in ``generator.site``.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pelican
import yaml
from pelican import readers, signals
from pelican.generators import Generator
from pelican.settings import read_settings

from generator import pipeline
from generator.errors import InputError
from generator.load import load_stories
from generator.model import Digest
from generator.site import addresses, lists, markup
from generator.site.capture import layers
from generator.site.card import card_png
from generator.site.sources import source_views
from generator.site.story import source_pages, story_view
from generator.site.structured import news_article
from generator.site.views import Group, Overview, SourceView, StoryView
from generator.writers import feeds
from generator.writers.json import schema_json, to_json

PREVIEW_ADDRESS: Final = "http://localhost:8000"  # where ``make serve`` shows the site
# Nothing but our own style and pictures. No page has a script that connect-src would allow anything; without it
# Lighthouse, which asks for robots.txt from inside a page, says that there is none.
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# One page has a script, where the site is built with its search; the script reads an index by WebAssembly.
_SEARCH_POLICY: Final = f"{_POLICY}; script-src 'self' 'wasm-unsafe-eval'"
_PAGE_KEYS: Final = ("title", "description", "template")


def run(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Build a site with the Pelican settings in a file, some overridden. The key DIGESTS hands over finished digests,
    CAPTURES the texts of captures, by slug and source, that an editor's preview shows whole.

    Raises InputError for whatever Pelican would only warn of.
    """
    with _strict(), redirect_stdout(io.StringIO()):
        pelican.Pelican(read_settings(str(settings), override=dict(overrides))).run()


class _Strict(logging.Handler):
    """Turns a warning into an error: Pelican goes on after a page that it could not read, with exit status 0."""

    def emit(self, record: logging.LogRecord) -> None:
        active = sys.exc_info()[1]
        if isinstance(active, InputError):
            raise active
        raise InputError("site", record.getMessage(), "mend it and build again") from active


@contextmanager
def _strict() -> Iterator[None]:
    logger = logging.getLogger("pelican")
    handler, propagate = _Strict(logging.WARNING), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


class PageReader(readers.BaseReader):
    """content/pages/*.md: YAML front matter and CommonMark, raw HTML shown as text."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of a page. Raises InputError for front matter that cannot be used."""
        path = Path(source_path)
        _, mark, rest = path.read_text(encoding="utf-8").partition("---\n")
        front, end, body = rest.partition("\n---\n")
        if not mark or not end:
            raise InputError(path.name, "it has no front matter", "begin it with --- / title: ... / ---", 1)
        try:
            fields = yaml.safe_load(front)
        except yaml.YAMLError as error:
            raise InputError(path.name, "its front matter is not YAML", "write it as lines of key: value") from error
        if not isinstance(fields, dict) or "title" not in fields:
            raise InputError(path.name, "it has no title", "add title: ... to its front matter", 1)
        unknown = sorted(set(map(str, fields)) - set(_PAGE_KEYS))
        if unknown:
            raise InputError(path.name, f"unknown key {unknown[0]!r}", f"use {', '.join(_PAGE_KEYS)}", 1)
        metadata = {"description": "", **{key: str(value) for key, value in fields.items()}}
        return markup.render(body, path.stem, path.name, front.count("\n") + 4), metadata


@dataclass(frozen=True, slots=True)
class Site:
    """What every template knows of the site. ``address`` is absolute, without a final "/"."""

    name: str
    subtitle: str
    address: str
    published: bool
    policy: str = _POLICY  # content security policy, as a meta element may state it
    search_policy: str = ""  # the same for the page with the search box; "" where the site has none


class Stories(Generator):
    """Writes whatever comes from stories."""

    def generate_context(self) -> None:
        """Read the stories, unless the settings hand over their digests, and decide what the pages show."""
        settings = self.settings
        self.digests: tuple[Digest, ...] = settings.get("DIGESTS") or read_digests(Path(self.path, "stories"))
        self._captures: Mapping[tuple[str, str], str] = settings.get("CAPTURES", {})
        views = (story_view(digest, _body(digest)) for digest in self.digests)
        self.stories = lists.newest_first(views)
        self.tags = lists.tags(self.stories)
        self.actors = lists.actors(self.stories)
        self.months = lists.months(self.stories)
        address = (settings["SITEURL"] or PREVIEW_ADDRESS).rstrip("/")
        self.site = Site(
            settings["SITENAME"],
            settings["SITESUBTITLE"],
            address,
            settings.get("PUBLISH", False),
            search_policy=_SEARCH_POLICY if settings.get("SEARCH", False) else "",
        )
        groups = {"tags": self.tags, "actors": self.actors, "months": self.months}
        self.context.update(site=self.site, feed_files=feeds.FILES, **groups)

    def generate_output(self, writer: Any) -> None:
        """Write pages, data and feeds below the output folder."""
        self._writer = writer
        for story, (newer, older) in zip(self.stories, lists.neighbours(self.stories), strict=True):
            self._story(story, newer, older)
        for digest in self.digests:
            self._text(addresses.digest(digest.slug), to_json(digest))
        self._page("index.html", "index", front=lists.front_page(self.stories))
        overviews = ((lists.ARCHIVE, self.months), (lists.TAGS, self.tags), (lists.ACTORS, self.actors))
        for overview, groups in overviews:
            self._overview(overview, groups)
        self._search(overviews)
        self._feeds()
        self._hosting()

    def _overview(self, overview: Overview, groups: tuple[Group, ...]) -> None:
        self._page(f"{overview.href}index.html", "overview", overview=overview, groups=groups)
        for group in groups:
            self._page(f"{overview.href}{group.slug}/index.html", "list", group=group, above=overview)

    def _search(self, overviews: tuple[tuple[Overview, tuple[Group, ...]], ...]) -> None:
        self._page("search/index.html", "search", overviews=overviews)
        if self.site.search_policy:
            for path in sorted(Path(self.theme, "search").iterdir()):
                self._bytes(f"search/{path.name}", path.read_bytes())

    def _story(self, story: StoryView, newer: StoryView | None, older: StoryView | None) -> None:
        data = news_article(story, self.site.name, self.site.address)
        self._page(f"{story.href}index.html", "story", story=story, newer=newer, older=older, structured=data)
        self._bytes(story.card_href, card_png(story.title, " · ".join(story.facts), self.site.name))
        for page in source_pages(story):
            text = self._captures.get((story.slug, page.source.id))
            self._page(f"{page.source.href}index.html", "source", page=page, story=story, whole=text is not None)
            if text is not None:
                self._capture(story, page.source, text)

    def _capture(self, story: StoryView, source: SourceView, text: str) -> None:
        (digest,) = (digest for digest in self.digests if digest.slug == story.slug)
        shown = layers(text, tuple(entry for entry in digest.coverage if entry.source == source.id))
        self._page(f"{source.href}capture/index.html", "capture", story=story, source=source, layers=shown)

    def _feeds(self) -> None:
        entries = {story.slug: self._entry(story) for story in self.stories}
        everything = Group(self.site.name, "", "", tuple(story.teaser for story in self.stories))
        tagged = (replace(tag, name=f"{self.site.name}: {tag.name}") for tag in self.tags)
        for group in (everything, *tagged):
            feed = self._feed(group, tuple(entries[story.slug] for story in group.stories))
            folder = f"tags/{group.slug}/" if group.slug else ""
            self._text(f"{folder}{feeds.FILES['rss']}", feeds.rss(feed))
            self._text(f"{folder}{feeds.FILES['atom']}", feeds.atom(feed))
            self._text(f"{folder}{feeds.FILES['json']}", feeds.json_feed(feed))
        self._text("feeds.opml", self._opml())

    def _entry(self, story: StoryView) -> feeds.Entry:
        template = self.get_template("feed_entry")
        tags = tuple(tag.name for tag in story.tags)
        url = f"{self.site.address}/{story.href}"
        body = markup.absolute(story.body, url)
        html = template.render(story=replace(story, body=body), address=self.site.address)
        return feeds.Entry(self._id(story.slug), story.title, url, story.summary, html, story.day, tags)

    def _feed(self, group: Group, entries: tuple[feeds.Entry, ...]) -> feeds.Feed:
        place = f"{self.site.address}/{group.href}"
        name = f"tag:{group.slug}" if group.slug else ""
        return feeds.Feed(self._id(name), group.name, self.site.subtitle, place, place, self.site.name, entries)

    def _id(self, name: str) -> str:
        """A tag URI (RFC 4151) that no change of title, date or address moves."""
        return f"tag:{self.settings['FEED_AUTHORITY']}:{addresses.safe(name)}"

    def _opml(self) -> str:
        address = self.site.address
        outlines = [(self.site.name, f"{address}/{feeds.FILES['rss']}", f"{address}/")]
        outlines += [
            (f"{self.site.name}: {tag.name}", f"{address}/{tag.href}{feeds.FILES['rss']}", f"{address}/{tag.href}")
            for tag in self.tags
        ]
        newest = self.stories[0].day if self.stories else None
        return feeds.opml(self.site.name, newest, tuple(outlines))

    def _hosting(self) -> None:
        # A host shows this page at any address, so that only links from its root hold.
        root = urlsplit(self.site.address).path
        self._page("404.html", "404", relative=False, latest=self.stories[:5], SITEURL=root)
        self._page("sitemap.xml", "sitemap", stories=self.stories)
        self._page("robots.txt", "robots")
        self._page("_headers", "headers")
        self._text("digest.schema.json", schema_json())
        self._text(".nojekyll", "")

    def _page(self, name: str, template: str, relative: bool = True, **values: Any) -> None:
        found = self.get_template(template)
        self._writer.write_file(name, found, self.context, relative_urls=relative, **values)

    def _text(self, name: str, text: str) -> None:
        self._bytes(name, text.encode())

    def _bytes(self, name: str, data: bytes) -> None:
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def read_digests(folder: Path) -> tuple[Digest, ...]:
    """The digests of all stories in a folder. Raises InputError and VerificationError."""
    return tuple(pipeline.build(story) for story in load_stories(folder))


def _body(digest: Digest) -> str:
    if digest.body is None:
        return ""
    sources = {source.id: (source.name, source.inside) for source in source_views(digest).values()}
    return markup.render_body(digest.body.markdown, addresses.safe(digest.slug), sources)


def _add_readers(found: readers.Readers) -> None:
    found.reader_classes["md"] = PageReader


def _only_our_reader(generator: Generator) -> None:
    """Pelican would warn of each .md file that its own reader lacks a package for."""
    generator.readers.disabled_readers.clear()


def _generators(_: pelican.Pelican) -> type[Stories]:
    return Stories


def register() -> None:
    """Connect to Pelican, which calls this once for a plugin named in PLUGINS."""
    signals.readers_init.connect(_add_readers)
    signals.generator_init.connect(_only_our_reader)
    signals.get_generators.connect(_generators)
