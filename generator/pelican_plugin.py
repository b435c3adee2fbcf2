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
from functools import partial
from html import unescape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

import pelican
from pelican import readers, signals
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.utils import slugify

from generator import pipeline
from generator.carried import turned
from generator.catalogue import site_words, untranslated
from generator.editions.corrections import Correction, newest_first
from generator.editions.history import former_passages, history
from generator.editions.index import edition_texts, editions_index
from generator.errors import InputError, StoriesError
from generator.fingerprint import UntoldError, fingerprint, plain_settings, program, words_hash
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
from generator.site.story import story_view
from generator.site.structured import news_article
from generator.site.views import CarriedStory, GoneView, Group, Listed, Overview, SourceView, StoryView
from generator.site.words import ENGLISH, Words
from generator.stories import Shown, Whole, body_html, shown
from generator.writers import feeds
from generator.writers.json import checker, json_text, schema_json, to_json

if TYPE_CHECKING:
    from generator.keeper import Keeper

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
_HANDED_OVER: Final = frozenset({"STORIES", "CARRIED", "NOTICES", "KEEPER", "OUTPUT_PATH", WORDS})
_SHOWS_PAGES: Final = re.compile(r"""\{%-?\s*extends\s+["']page\.html["']""")


def run(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Build a site with the Pelican settings in a file, some overridden. The key STORIES hands over stories that are
    worked, CARRIED those whose pages stay as they are; NOTICES is a list that takes what an editor should know of the
    pages, KEEPER knows which need not be made.

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


@dataclass(frozen=True, slots=True)
class Linked:
    """A page of the editor's, as every other page knows it."""

    url: str
    title: str
    slug: str


class Stories(Generator):
    """Writes whatever comes from stories."""

    def generate_context(self) -> None:
        """Read the stories, unless the settings hand them over, and decide what the lists show."""
        settings = self.settings
        self._say: Words = settings[WORDS]
        self._shown: Shown = settings.get("STORIES") or self._read()
        self._known = {one.slug: one for one in self._shown.known}
        self._keeper: Keeper | None = settings.get("KEEPER")
        self._share: float = settings.get("REPRINT_SHARE", REPRINT_SHARE)
        carried: tuple[CarriedStory, ...] = settings.get("CARRIED", ())
        listed = tuple(one.listed for one in self._shown.known if one.listed is not None)
        self.stories = lists.newest_first((*lists.told_apart(listed, self._say), *carried))
        self._listed = {story.slug: story for story in self.stories}
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
        signed = (one.corrections for slug, one in self._shown.signed.items() if slug in self._listed)
        self.corrections = newest_first(one for own in signed for one in own)
        # What does not hang on other stories. Pages that are kept are made of this alone, so that none can be out of
        # date unseen: a template that asks for more ends in an error.
        self._own = {key: value for key, value in self.context.items() if key.isupper()} | {
            "pages": [Linked(page.url, page.title, page.slug) for page in self.context["pages"]],
            "site": self.site,
            "feed_files": feeds.FILES,
            "page_slugs": pages,
        }
        self._key = self._site_key()
        self.context.update(
            site=self.site, feed_files=feeds.FILES, page_slugs=pages, corrections=self.corrections, **groups
        )

    def _read(self) -> Shown:
        return shown(map(Whole, read_digests(Path(self.path, "stories"))), self._say)

    def generate_output(self, writer: Any) -> None:
        """Write pages, data and feeds below the output folder."""
        self._writer = writer
        self._entries: dict[str, feeds.Entry] = {}
        self._notices: dict[str, tuple[str, ...]] = {}
        everything = Group(self.site.name, "", "", tuple(story.teaser for story in self.stories))
        tagged = (replace(tag, name=f"{self.site.name}: {tag.name}") for tag in self.tags)
        feeding = (everything, *tagged)
        self._fed = {teaser.slug for teaser in everything.stories[: feeds.MAX_ENTRIES]}
        beside = zip(self.stories, lists.neighbours(self.stories), strict=True)
        _each(beside, lambda each: self._story(each[0], *each[1]), lambda each: each[0].slug)
        for slug in self._known:
            self.settings.get("NOTICES", []).extend(self._notices.get(slug, ()))
        self._text("editions.json", editions_index({slug: one.editions for slug, one in self._shown.signed.items()}))
        self._corrections()
        self._page("index.html", "index", front=lists.front_page(self.stories, self._say))
        overviews = tuple(zip(lists.overviews(self._say), (self.months, self.tags, self.actors), strict=True))
        for overview, groups in overviews:
            self._overview(overview, groups)
        self._search(overviews)
        for group in feeding:
            self._feed(group)
        self._text("feeds.opml", self._opml())
        self._hosting()

    # What is kept ----------------------------------------------------------------------------------------------------

    def _site_key(self) -> str:
        """What every page hangs on: program, settings, templates and the editor's pages; "" where that cannot be
        told."""
        if self._keeper is None:
            return ""
        settings = {key: value for key, value in self.settings.items() if key not in _HANDED_OVER}
        folders = [Path(self.theme, "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
        templates = [
            (path.relative_to(folder).as_posix(), path.read_bytes())
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        ]
        try:
            return fingerprint(
                program(), plain_settings(settings), words_hash(self._say), templates, self._own["pages"], self.site
            )
        except UntoldError:
            return ""

    def _kept(self, parts: tuple[object, ...], write: Callable[[], tuple[str, ...] | None]) -> tuple[str, ...]:
        """Write what ``write`` does, unless the site that stands has it of the same ``parts``, an empty one of which
        cannot be told. Returns the notices that it gives, or gave then."""
        if self._keeper is None:
            return write() or ()
        kept = self._keeper.keep(self._part_key(parts))
        if kept is not None:
            return kept.notices
        self._read_templates()
        return self._keeper.make(self._part_key(parts), write).notices

    def _part_key(self, parts: tuple[object, ...]) -> str:
        return fingerprint(self._key, *parts) if self._key and all(parts) else ""

    def _read_templates(self) -> None:
        """Read all templates of the theme before the first page is made, and none again, so that what is made is of
        those that its key tells. Where one was changed since that was told, nothing more is kept."""
        if not self.env.auto_reload:
            return
        self.env.auto_reload = False
        for path in sorted(Path(self.theme, "templates").glob("*.html")):
            self.env.get_template(path.name)
        if self._site_key() != self._key:
            self._key = ""

    def _print(self, story: Listed | None) -> str:
        """All that lists show of a story, in a hash."""
        if story is None:
            return "none"
        known = self._known.get(story.slug)
        return f"{known.print}{story.page_title}" if known else fingerprint(story)

    # A story ---------------------------------------------------------------------------------------------------------

    def _story(self, story: Listed, newer: Listed | None, older: Listed | None) -> None:
        if isinstance(story, CarriedStory):
            self._carried(story, newer, older)
            return
        parts = ("story", self._known[story.slug].key, story.page_title, self._print(newer), self._print(older))
        write = partial(self._story_pages, story, newer, older)
        self._notices[story.slug] = self._kept(parts, write)

    def _story_pages(self, story: Listed, newer: Listed | None, older: Listed | None) -> tuple[str, ...]:
        """All that stands below a story's address, and what an editor is told of it."""
        whole = self._shown.whole(story.slug)
        printed = reprint(whole.digest, self._share)
        body = body_html(whole.digest, self._say)
        view = story_view(whole.digest, printed, body, whole.state, self._say)
        view = replace(view, page_title=story.page_title)
        former = former_passages(whole.editions, whole.digest, self._say)
        data = news_article(view, self.site.name, self.site.address, self._say.language)
        given: dict[str, Any] = {"story": view, "newer": newer, "older": older, "structured": data}
        self._own_page(f"{story.href}index.html", "story", **given, former=self._former_anchors(given, whole))
        self._bytes(view.card_href, card_png(view.title, view.told, self.site.name))
        for picture in whole.digest.body.pictures if whole.digest.body else ():
            self._bytes(f"{story.href}{picture.path}", picture.data)
        captures = {} if self.site.published else whole.captures
        for page in source_pages(whole.digest, view, printed, bool(captures), self._say):
            text = captures.get(page.source.id)
            gone, is_whole = former.get(page.source.id, ()), text is not None
            self._own_page(f"{page.source.href}index.html", "source", page=page, story=view, whole=is_whole, gone=gone)
            if text is not None:
                self._capture(whole.digest, view, page.source, text)
        self._data(whole)
        self._earlier(whole, story.page_title, former)
        if story.slug in self._fed:
            self._put_entry(story.slug, self._entry_of(story, view))
        return tuple(_reprinted(story.slug, printed, self._share))

    def _carried(self, story: CarriedStory, newer: Listed | None, older: Listed | None) -> None:
        shutil.copytree(story.folder, Path(self.output_path, story.href), symlinks=True)
        root = "/".join([".."] * story.href.count("/"))
        turn = self.get_template("turn").render(newer=newer, older=older, SITEURL=root)
        written = Path(self.output_path, story.href, "index.html")
        self._text(f"{story.href}index.html", turned(written.read_text(encoding="utf-8"), turn))

    def _data(self, whole: Whole) -> None:
        """The entry as data: of a signed one what was published, word for word, and each edition of it."""
        digest, editions = whole.digest, whole.editions
        signed = bool(digest.editions) and bool(editions)
        newest = json_text(editions[-1].published, compact=True) if signed else to_json(digest, compact=True)
        for slug in (digest.slug, *digest.aliases):
            self._text(addresses.digest(slug), newest)
            for number, text in edition_texts(editions):
                self._text(addresses.edition(slug, number), text)

    def _earlier(self, whole: Whole, page_title: str, former: Mapping[str, tuple[GoneView, ...]]) -> None:
        """What changed since a story was published first, and what keeps the addresses that it had."""
        digest, editions = whole.digest, whole.editions
        to = addresses.story(digest.slug)
        left_out = tuple(name for what, name in digest.former if what == "source")
        for source in left_out:
            gone, title = former.get(source, ()), printable(digest.title)
            href = addresses.source(digest.slug, source)
            self._own_page(f"{href}index.html", "left_out", to=to, title=title, gone=gone)
        if editions:
            found = history(editions, self._share, None if digest.editions else digest, self._say)
            place = f"{addresses.changes(digest.slug)}index.html"
            self._own_page(place, "changes", history=found, page_title=page_title)
        sources = (*(source.id for source in digest.sources), *left_out)
        inside = ("", *map(addresses.source_inside, sources), *(("changes/",) if editions else ()))
        for alias, place in product(digest.aliases, inside):
            self._own_page(f"{addresses.story(alias)}{place}index.html", "moved", to=f"{to}{place}")

    def _former_anchors(self, given: Mapping[str, Any], whole: Whole) -> tuple[str, ...]:
        """The places that earlier editions had on the page of a story and this one has no more, headings and numbers
        of claims among them: links lead there."""
        earlier = [one.digest for one in whole.editions if one.mark not in whole.digest.editions[-1:]]
        if not earlier:
            return ()
        views = [
            story_view(one, reprint(one, self._share), body_html(one, self._say), say=self._say) for one in earlier
        ]
        own, *others = (self._anchors({**given, "story": view}) for view in (given["story"], *views))
        return tuple(dict.fromkeys(one for each in others for one in each if one not in own))

    def _anchors(self, given: Mapping[str, Any]) -> dict[str, None]:
        """The ids of a story's page, in its order."""
        html = self.get_template("story").render({**self._own, **given, "former": (), "SITEURL": ""})
        return dict.fromkeys(map(unescape, _ID.findall(html)))

    def _capture(self, digest: Digest, story: StoryView, source: SourceView, text: str) -> None:
        found = layers(text, tuple(entry for entry in digest.coverage if entry.source == source.id))
        self._own_page(f"{source.href}capture/index.html", "capture", story=story, source=source, layers=found)

    # Lists -----------------------------------------------------------------------------------------------------------

    def _overview(self, overview: Overview, groups: tuple[Group, ...]) -> None:
        self._page(f"{overview.href}index.html", "overview", overview=overview, groups=groups)
        for group in groups:
            prints = tuple(self._print(self._listed[teaser.slug]) for teaser in group.stories)
            parts = ("list", group.name, group.href, prints)
            place = f"{addresses.in_files(group.href)}index.html"
            write = partial(self._own_page, place, "list", group=group, above=overview)
            self._kept(parts, write)

    def _search(self, overviews: tuple[tuple[Overview, tuple[Group, ...]], ...]) -> None:
        self._page("search/index.html", "search", overviews=overviews)
        if self.site.search_policy:
            for path in sorted(Path(self.theme, "search").iterdir()):
                self._bytes(f"search/{path.name}", path.read_bytes())

    # Feeds -----------------------------------------------------------------------------------------------------------

    def _feed(self, group: Group) -> None:
        """The feeds of a group. What that of all shows of a story hangs on all that it is made of."""
        if group.slug:
            whole: object = tuple(self._print(self._listed[teaser.slug]) for teaser in group.stories)
        else:
            parts = [self._story_key(teaser.slug) for teaser in group.stories]
            whole = tuple(parts) if all(parts) else ""
        self._kept(("feed", group.name, group.slug or "all", whole), partial(self._feed_files, group))

    def _story_key(self, slug: str) -> str:
        known = self._known.get(slug)
        return known.key if known else fingerprint(self._listed[slug])

    def _feed_files(self, group: Group) -> None:
        place = f"{self.site.address}/{group.href}"
        name = f"tag:{group.slug}" if group.slug else ""
        stories = [self._listed[teaser.slug] for teaser in group.stories]
        told = self._brief if group.slug else self._entry
        entries = [told(story) for story in stories[: feeds.MAX_ENTRIES]]
        entries += [self._entry_of(story) for story in stories[feeds.MAX_ENTRIES :] if story.withdrawn]
        changed = max((story.updated for story in stories), default=None)
        feed = feeds.Feed(
            self._id(name),
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
            self._text(f"{folder}{feeds.FILES[form]}", write(feed))

    def _entry(self, story: Listed) -> feeds.Entry:
        """What a feed carries of a story, with its text."""
        if isinstance(story, CarriedStory):
            return self._entry_of(story)
        found = self._entries.get(story.slug)
        if found is None and self._keeper is not None and self._entry_key(story.slug):
            found = self._keeper.get(self._entry_key(story.slug))
        if not isinstance(found, feeds.Entry):
            found = self._entry_of(story, self._shown.whole(story.slug).view(self._say, self._share))
            self._put_entry(story.slug, found)
        return found

    def _brief(self, story: Listed) -> feeds.Entry:
        """What the feed of a tag carries of a story, which the feed of all carries at length."""
        html = self.get_template("feed_brief").render(story=story, url=f"{self.site.address}/{story.href}")
        return replace(self._entry_of(story), html=html)

    def _put_entry(self, slug: str, entry: feeds.Entry) -> None:
        key = self._entry_key(slug)
        if key and self._keeper is not None:
            self._keeper.put(key, entry)
        else:
            self._entries[slug] = entry

    def _entry_key(self, slug: str) -> str:
        key = self._story_key(slug)
        return f"entry:{fingerprint(self._key, key)}" if self._key and key else ""

    def _entry_of(self, story: Listed, view: StoryView | None = None) -> feeds.Entry:
        """The same without its text, unless that is carried or its ``view`` is at hand."""
        url = f"{self.site.address}/{story.href}"
        html = story.html if isinstance(story, CarriedStory) else ""
        if view is not None:
            entry = feed_entry(view, markup.absolute(view.body, url), self.site.address, self._say)
            html = self.get_template("feed_entry").render(entry=entry)
        signed = self._shown.signed.get(story.slug)
        # Subscribers know a story by the slug under which it was published first, whatever its folder is called by now.
        own = (story.id if isinstance(story, CarriedStory) else "") or self._id(signed.slug if signed else story.slug)
        return feeds.Entry(
            own,
            story.title,
            url,
            story.told,
            html,
            story.published,
            story.updated,
            tuple(tag.name for tag in story.tags),
            story.updated if story.withdrawn else None,
        )

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
        self._render(self.context, name, template, relative, values)

    def _own_page(self, name: str, template: str, **values: Any) -> None:
        """A page that shows nothing of other stories than ``values`` do."""
        self._render(self._own, name, template, True, values)

    def _render(
        self, context: dict[str, Any], name: str, template: str, relative: bool, values: Mapping[str, Any]
    ) -> None:
        self._writer.write_file(name, self.get_template(template), context, relative_urls=relative, **values)
        self._wrote(name)

    def _text(self, name: str, text: str) -> None:
        self._bytes(name, text.encode())

    def _bytes(self, name: str, data: bytes) -> None:
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._wrote(name)

    def _wrote(self, name: str) -> None:
        if self._keeper is not None:
            self._keeper.wrote(name)


_ROUNDING: Final = 0.005  # a share is told in whole per cent


def _reprinted(slug: str, found: Reprint, share: float) -> Iterator[str]:
    """A notice for each article of which its story prints more than it may."""
    for source, printed in found.shares.items():
        if printed > share + _ROUNDING:
            yield f"{slug}/{source}: {ENGLISH.share(printed)} of the article is reprinted, more than REPRINT_SHARE"


T = TypeVar("T")


def _each(things: Iterable[T], do: Callable[[T], None], slug: Callable[[T], str]) -> None:
    """Do something for each story. Raises StoriesError with all for which it fails, unless it is the system that
    fails."""
    failures = []
    for thing in things:
        try:
            do(thing)
        except OSError:
            raise
        except Exception as error:
            failures.append((slug(thing), error))
    if failures:
        raise StoriesError(tuple(failures))


def read_digests(folder: Path) -> tuple[Digest, ...]:
    """The digests of all stories in a folder. Raises InputError and VerificationError."""
    return tuple(pipeline.build(story) for story in load_stories(folder))


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
