"""Digests -> a site, by Pelican. The only module that imports it.

Pelican gives the settings, the theme, the pages in content/pages and the writer. Stories are not articles to it: an
entry is one story, its sources' pages, its data and its places in lists and feeds, and what stands on each is decided
in ``generator.site``.
"""

from __future__ import annotations

import io
import logging
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import pelican
from pelican import readers, signals
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.utils import slugify

from generator import pipeline
from generator.carried import turned
from generator.catalogue import site_words, untranslated
from generator.editions import Edition
from generator.editions.corrections import Correction, corrections
from generator.editions.history import former_passages, history
from generator.editions.index import edition_texts, editions_index
from generator.errors import InputError, StoriesError
from generator.language.printable import printable
from generator.load import load_stories
from generator.load.left_over import IGNORED
from generator.load.pages import METHOD, Page, read_page, read_pages
from generator.model import Digest
from generator.site import addresses, lists, markup
from generator.site.capture import layers
from generator.site.card import card_png
from generator.site.feed_entry import feed_entry
from generator.site.reprint import REPRINT_SHARE, Reprint, reprint
from generator.site.source_page import source_pages
from generator.site.sources import source_views
from generator.site.story import story_view
from generator.site.structured import news_article
from generator.site.views import CarriedStory, Group, Listed, Overview, SourceView, State, StoryView
from generator.site.words import ENGLISH, Words
from generator.writers import feeds
from generator.writers.json import checker, json_text, schema_json, to_json

WORDS: Final = "WORDS"  # the key of the settings that holds them
PREVIEW_ADDRESS: Final = "http://localhost:8000"  # where ``make serve`` shows the site
# Nothing but our own style and pictures. No page has a script that connect-src would allow anything; without it
# Lighthouse, which asks for robots.txt from inside a page, says that there is none.
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# One page has a script, where the site is built with its search; the script reads an index by WebAssembly.
_SEARCH_POLICY: Final = f"{_POLICY}; script-src 'self' 'wasm-unsafe-eval'"
_ID: Final = re.compile(r"""<[^<>]*\sid="([^"]+)\"""")
_SHOWS_PAGES: Final = re.compile(r"""\{%-?\s*extends\s+["']page\.html["']""")


def run(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Build a site with the Pelican settings in a file, some overridden. The key DIGESTS hands over finished digests,
    CARRIED the stories whose pages stay as they are, CAPTURES the texts of captures, by slug and source, that an
    editor's preview shows whole; NOTICES is a list that takes what an editor should know of the pages.

    Raises InputError for whatever Pelican would only warn of, and for a language of which there is no catalogue, and
    StoriesError where stories cannot be shown.
    """
    words = site_words(settings)
    overrides.get("NOTICES", []).extend(untranslated(settings, words))
    with _strict(), redirect_stdout(io.StringIO()):
        pelican.Pelican(read_settings(str(settings), override={**overrides, WORDS: words})).run()


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
        page = read_page(Path(source_path))
        metadata = {"title": page.title, "description": page.description, "template": page.template}
        html = markup.render(page.body, page.path.stem, page.path.as_posix(), page.body_line)
        return html, {**metadata, "slug": _page_slug(page.path, self.settings)}


def _check_pages(site: pelican.Pelican) -> None:
    """Refuse pages that Pelican would not show, or would write over something else of the site."""
    settings = site.settings
    settings["IGNORE_FILES"] = [*settings["IGNORE_FILES"], *IGNORED]
    templates = _page_templates(settings)
    taken: dict[str, Path] = {}
    folders = [Path(settings["PATH"], folder) for folder in settings["PAGE_PATHS"]]
    for page in (page for folder in folders for page in read_pages(folder)):
        _check_template(page, templates)
        slug = _page_slug(page.path, settings)
        _check_place(page.path, settings["PAGE_SAVE_AS"].format(slug=slug), taken.get(slug))
        taken[slug] = page.path
    if METHOD not in taken:
        path = (folders[0] / f"{METHOD}.md").as_posix()
        raise InputError(path, "the page is missing", "tell there how the digests are made: every story links to it")


def _check_template(page: Page, templates: tuple[str, ...]) -> None:
    if page.template not in templates:
        problem = f"there is no template {page.template!r} for pages"
        remedy = f"use {' or '.join(templates)}, or leave the key out"
        raise InputError(page.path.as_posix(), problem, remedy, page.template_line)


def _check_place(path: Path, place: str, other: Path | None) -> None:
    root = place.split("/")[0].lower()
    if not root:
        raise InputError(path.as_posix(), "its name holds no letter or digit", "rename it, for example about.md")
    if root in addresses.RESERVED:
        problem = f"its address would be {place}, where the site has something of its own"
        raise InputError(path.as_posix(), problem, "rename the file")
    if other is not None:
        problem = f"its address {place} is also that of {other.as_posix()}"
        raise InputError(path.as_posix(), problem, "rename one of the two files")


def _page_slug(path: Path, settings: Mapping[str, Any]) -> str:
    """A page's name in its address: as Pelican makes it of the file's name, and no longer than such a name may be."""
    found = slugify(
        path.stem,
        settings["SLUG_REGEX_SUBSTITUTIONS"],
        settings.get("SLUGIFY_PRESERVE_CASE", False),
        settings.get("SLUGIFY_USE_UNICODE", False),
    )
    return addresses.fitting(found)


def _page_templates(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The theme's templates that can show a page: the one for pages, and those that extend it."""
    folders = [Path(settings["THEME"], "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
    files = sorted(path for folder in folders for path in folder.glob("*.html"))
    found = (
        path.stem for path in files if path.stem == "page" or _SHOWS_PAGES.search(path.read_text(encoding="utf-8"))
    )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Site:
    """What every template knows of the site. ``address`` is absolute, without a final "/"."""

    name: str
    subtitle: str
    address: str
    published: bool
    contact: str = ""  # where readers write to: an address of mail or of a page
    language: str = ENGLISH.language
    direction: str = ENGLISH.direction
    policy: str = _POLICY  # content security policy, as a meta element may state it
    search_policy: str = ""  # the same for the page with the search box; "" where the site has none


class Stories(Generator):
    """Writes whatever comes from stories."""

    def generate_context(self) -> None:
        """Read the stories, unless the settings hand over their digests, and decide what the pages show."""
        settings = self.settings
        self._say: Words = settings[WORDS]
        self.digests: tuple[Digest, ...] = settings.get("DIGESTS") or read_digests(Path(self.path, "stories"))
        self._captures: Mapping[tuple[str, str], str] = settings.get("CAPTURES", {})
        self._editions: Mapping[str, tuple[Edition, ...]] = settings.get("EDITIONS", {})
        self._former = {
            one.slug: former_passages(self._editions.get(one.slug, ()), one, self._say) for one in self.digests
        }
        self._share: float = settings.get("REPRINT_SHARE", REPRINT_SHARE)
        self._reprints = {digest.slug: reprint(digest, self._share) for digest in self.digests}
        states: Mapping[str, State] = settings.get("STATES", {})
        views = _each(
            self.digests,
            lambda digest: story_view(
                digest,
                self._reprints[digest.slug],
                _body(digest, self._say),
                states.get(digest.slug, State.SIGNED),
                self._say,
            ),
        )
        settings.get("NOTICES", []).extend(_reprinted(self._reprints, self._share))
        carried: tuple[CarriedStory, ...] = settings.get("CARRIED", ())
        apart = lists.told_apart(views, self._say)
        self._titles = {story.slug: story.page_title for story in apart}
        self.stories = lists.newest_first((*apart, *carried))
        self.tags = lists.tags(self.stories)
        self.actors = lists.actors(self.stories)
        self.months = lists.months(self.stories, self._say)
        address = (settings["SITEURL"] or PREVIEW_ADDRESS).rstrip("/")
        self.site = Site(
            settings["SITENAME"],
            settings["SITESUBTITLE"],
            address,
            settings.get("PUBLISH", False),
            settings.get("CONTACT", ""),
            self._say.language,
            self._say.direction,
            search_policy=_SEARCH_POLICY if settings.get("SEARCH", False) else "",
        )
        groups = {"tags": self.tags, "actors": self.actors, "months": self.months}
        pages = frozenset(page.slug for page in self.context["pages"])
        listed = {story.slug for story in self.stories}
        self.corrections = corrections({slug: own for slug, own in self._editions.items() if slug in listed}, self._say)
        self.context.update(
            site=self.site, feed_files=feeds.FILES, page_slugs=pages, corrections=self.corrections, **groups
        )

    def generate_output(self, writer: Any) -> None:
        """Write pages, data and feeds below the output folder."""
        self._writer = writer
        slugs = (story.slug for story in self.stories)
        beside = dict(zip(slugs, lists.neighbours(self.stories), strict=True))
        _each(self.stories, lambda story: self._story(story, *beside[story.slug]))
        _each(self.digests, self._data)
        _each(self.digests, self._earlier)
        self._text("editions.json", editions_index(self._editions))
        self._corrections()
        self._page("index.html", "index", front=lists.front_page(self.stories, self._say))
        overviews = tuple(zip(lists.overviews(self._say), (self.months, self.tags, self.actors), strict=True))
        for overview, groups in overviews:
            self._overview(overview, groups)
        self._search(overviews)
        self._feeds()
        self._hosting()

    def _data(self, digest: Digest) -> None:
        """The entry as data: of a signed one what was published, word for word, and each edition of it."""
        editions = self._editions.get(digest.slug, ())
        signed = bool(digest.editions) and bool(editions)
        newest = json_text(editions[-1].published) if signed else to_json(digest)
        for slug in (digest.slug, *digest.aliases):
            self._text(addresses.digest(slug), newest)
            for number, text in edition_texts(editions):
                self._text(addresses.edition(slug, number), text)

    def _earlier(self, digest: Digest) -> None:
        """What changed since a story was published first, and what keeps the addresses that it had."""
        editions, to = self._editions.get(digest.slug, ()), addresses.story(digest.slug)
        left_out = tuple(name for what, name in digest.former if what == "source")
        for source in left_out:
            gone = self._former.get(digest.slug, {}).get(source, ())
            title = printable(digest.title)
            href = addresses.source(digest.slug, source)
            self._page(f"{href}index.html", "left_out", to=to, title=title, gone=gone)
        if editions:
            shown = history(editions, self._share, None if digest.editions else digest, self._say)
            title = self._titles[digest.slug]
            self._page(f"{addresses.changes(digest.slug)}index.html", "changes", history=shown, page_title=title)
        sources = (*(source.id for source in digest.sources), *left_out)
        inside = ("", *map(addresses.source_inside, sources), *(("changes/",) if editions else ()))
        for alias, place in product(digest.aliases, inside):
            self._page(f"{addresses.story(alias)}{place}index.html", "moved", to=f"{to}{place}")

    def _overview(self, overview: Overview, groups: tuple[Group, ...]) -> None:
        self._page(f"{overview.href}index.html", "overview", overview=overview, groups=groups)
        for group in groups:
            self._page(f"{overview.href}{group.slug}/index.html", "list", group=group, above=overview)

    def _search(self, overviews: tuple[tuple[Overview, tuple[Group, ...]], ...]) -> None:
        self._page("search/index.html", "search", overviews=overviews)
        if self.site.search_policy:
            for path in sorted(Path(self.theme, "search").iterdir()):
                self._bytes(f"search/{path.name}", path.read_bytes())

    def _story(self, story: Listed, newer: Listed | None, older: Listed | None) -> None:
        if isinstance(story, CarriedStory):
            shutil.copytree(story.folder, Path(self.output_path, story.href), symlinks=True)
            root = "/".join([".."] * story.href.count("/"))
            turn = self.get_template("turn").render(newer=newer, older=older, SITEURL=root)
            written = Path(self.output_path, story.href, "index.html")
            self._text(f"{story.href}index.html", turned(written.read_text(encoding="utf-8"), turn))
            return
        data = news_article(story, self.site.name, self.site.address, self._say.language)
        (digest,) = (digest for digest in self.digests if digest.slug == story.slug)
        shown: dict[str, Any] = {"story": story, "newer": newer, "older": older, "structured": data}
        self._page(f"{story.href}index.html", "story", **shown, former=self._former_anchors(shown, digest))
        self._bytes(story.card_href, card_png(story.title, story.told, self.site.name))
        for picture in digest.body.pictures if digest.body else ():
            self._bytes(f"{story.href}{picture.path}", picture.data)
        former = self._former.get(story.slug, {})
        for page in source_pages(digest, story, self._reprints[digest.slug], bool(self._captures), self._say):
            text = self._captures.get((story.slug, page.source.id))
            gone, whole = former.get(page.source.id, ()), text is not None
            self._page(f"{page.source.href}index.html", "source", page=page, story=story, whole=whole, gone=gone)
            if text is not None:
                self._capture(story, page.source, text)

    def _former_anchors(self, shown: Mapping[str, Any], digest: Digest) -> tuple[str, ...]:
        """The places that earlier editions had on the page of a story and this one has no more, headings and numbers
        of claims among them: links lead there."""
        earlier = [one.digest for one in self._editions.get(digest.slug, ()) if one.mark not in digest.editions[-1:]]
        if not earlier:
            return ()
        views = [story_view(one, reprint(one, self._share), _body(one, self._say), say=self._say) for one in earlier]
        own, *others = (self._anchors({**shown, "story": view}) for view in (shown["story"], *views))
        return tuple(dict.fromkeys(one for each in others for one in each if one not in own))

    def _anchors(self, shown: Mapping[str, Any]) -> dict[str, None]:
        """The ids of a story's page, in its order."""
        html = self.get_template("story").render({**self.context, **shown, "former": (), "SITEURL": ""})
        return dict.fromkeys(map(unescape, _ID.findall(html)))

    def _capture(self, story: StoryView, source: SourceView, text: str) -> None:
        (digest,) = (digest for digest in self.digests if digest.slug == story.slug)
        shown = layers(text, tuple(entry for entry in digest.coverage if entry.source == source.id))
        self._page(f"{source.href}capture/index.html", "capture", story=story, source=source, layers=shown)

    def _feeds(self) -> None:
        entries = dict(zip((story.slug for story in self.stories), _each(self.stories, self._entry), strict=True))
        everything = Group(self.site.name, "", "", tuple(story.teaser for story in self.stories))
        tagged = (replace(tag, name=f"{self.site.name}: {tag.name}") for tag in self.tags)
        for group in (everything, *tagged):
            feed = self._feed(group, tuple(entries[story.slug] for story in group.stories))
            self._write_feed(f"tags/{group.slug}/" if group.slug else "", feed)
        self._text("feeds.opml", self._opml())

    def _write_feed(self, folder: str, feed: feeds.Feed) -> None:
        for form, write in (("rss", feeds.rss), ("atom", feeds.atom), ("json", feeds.json_feed)):
            self._text(f"{folder}{feeds.FILES[form]}", write(feed))

    def _corrections(self) -> None:
        """The feeds of corrections; their list is a page of the editor's."""
        place = f"{self.site.address}/{addresses.CORRECTIONS}"
        entries = tuple(map(self._correction, self.corrections))
        about = self._say.gettext("What %(site)s corrected, put on hold or withdrew", site=self.site.name)
        feed = feeds.Feed(
            self._id("corrections:"),
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

    def _correction(self, one: Correction) -> feeds.Entry:
        slug, name = one.id
        html = self.get_template("correction_entry").render(one=one, site=self.site)
        url = f"{self.site.address}/{one.href}"
        return feeds.Entry(
            f"{self._id(slug)}/{name}", one.heading, url, one.note.line, html, one.note.when, one.changed, ()
        )

    def _entry(self, story: Listed) -> feeds.Entry:
        tags = tuple(tag.name for tag in story.tags)
        url = f"{self.site.address}/{story.href}"
        if isinstance(story, CarriedStory):
            html = story.html
        else:
            entry = feed_entry(story, markup.absolute(story.body, url), self.site.address, self._say)
            html = self.get_template("feed_entry").render(entry=entry)
        identifier = (story.id if isinstance(story, CarriedStory) else "") or self._id(self._first_slug(story.slug))
        taken_back = story.updated if story.withdrawn else None
        return feeds.Entry(
            identifier, story.title, url, story.told, html, story.published, story.updated, tags, taken_back
        )

    def _first_slug(self, slug: str) -> str:
        """The slug under which a story was published first: subscribers know it by that, whatever its folder is called
        by now."""
        editions = self._editions.get(slug, ())
        return editions[0].digest.slug if editions else slug

    def _feed(self, group: Group, entries: tuple[feeds.Entry, ...]) -> feeds.Feed:
        place = f"{self.site.address}/{group.href}"
        name = f"tag:{group.slug}" if group.slug else ""
        return feeds.Feed(
            self._id(name),
            group.name,
            self.site.subtitle,
            place,
            place,
            self.site.name,
            entries,
            self._say.language,
        )

    def _id(self, name: str) -> str:
        """A tag URI (RFC 4151) that no change of title, date or address moves."""
        return f"tag:{self.settings['FEED_AUTHORITY']}:{addresses.spelled(name)}"

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
        self._text("digest.schema.json", schema_json())
        self._text("verify_digest.py", checker())
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


_ROUNDING: Final = 0.005  # a share is told in whole per cent


def _reprinted(reprints: Mapping[str, Reprint], share: float) -> Iterator[str]:
    """A notice for each article of which its story prints more than it may."""
    for slug, found in reprints.items():
        for source, printed in found.shares.items():
            if printed > share + _ROUNDING:
                yield f"{slug}/{source}: {ENGLISH.share(printed)} of the article is reprinted, more than REPRINT_SHARE"


T = TypeVar("T", Digest, Listed)
U = TypeVar("U")


def _each(things: Iterable[T], do: Callable[[T], U]) -> tuple[U, ...]:
    """What ``do`` gives for each digest or story. Raises StoriesError with all for which it fails, unless it is the
    system that fails."""
    done, failures = [], []
    for thing in things:
        try:
            done.append(do(thing))
        except OSError:
            raise
        except Exception as error:
            failures.append((thing.slug, error))
    if failures:
        raise StoriesError(tuple(failures))
    return tuple(done)


def read_digests(folder: Path) -> tuple[Digest, ...]:
    """The digests of all stories in a folder. Raises InputError and VerificationError."""
    return tuple(pipeline.build(story) for story in load_stories(folder))


def _body(digest: Digest, say: Words) -> str:
    if digest.body is None:
        return ""
    sources = {source.id: (source.name, source.inside) for source in source_views(digest, say).values()}
    return markup.render_body(digest.body.markdown, addresses.safe(digest.slug), sources)


def _add_readers(found: readers.Readers) -> None:
    """Pelican's own readers would publish the markup of whatever lies beside the pages."""
    found.reader_classes = {"static": readers.BaseReader, "md": PageReader}


def _only_our_reader(generator: Generator) -> None:
    """Pelican would warn of each .md file that its own reader lacks a package for."""
    generator.readers.disabled_readers.clear()


def _speak(generator: Generator) -> None:
    """Give the templates the words of the site."""
    words: Words = generator.settings[WORDS]
    generator.env.add_extension("jinja2.ext.i18n")
    generator.env.install_gettext_translations(words.translations, newstyle=True)
    generator.env.filters["number"] = words.number


def _generators(_: pelican.Pelican) -> type[Stories]:
    return Stories


def register() -> None:
    """Connect to Pelican, which calls this once for a plugin named in PLUGINS."""
    signals.initialized.connect(_check_pages)
    signals.readers_init.connect(_add_readers)
    signals.generator_init.connect(_only_our_reader)
    signals.generator_init.connect(_speak)
    signals.get_generators.connect(_generators)
