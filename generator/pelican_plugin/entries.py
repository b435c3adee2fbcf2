"""All that stands below a story's address: its page, those of its sources, its data and what it was before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.carried import turned
from generator.editions.history import former_passages, history
from generator.editions.index import edition_texts
from generator.errors import StoriesError
from generator.language.printable import printable
from generator.model import Digest
from generator.pelican_plugin.articles import StoryArticle
from generator.pelican_plugin.feeding import entry_of
from generator.pelican_plugin.guest import guest_page
from generator.pelican_plugin.press import Press
from generator.site import addresses, lists
from generator.site.capture import layers
from generator.site.card import card_png
from generator.site.rendered import ids
from generator.site.reprint import Reprint, reprint
from generator.site.source_page import source_pages
from generator.site.story import story_view
from generator.site.structured import news_article
from generator.site.views import CarriedStory, GoneView, Listed, SourceView, StoryView
from generator.site.words import ENGLISH
from generator.stories import Whole, body_html
from generator.workers import spread
from generator.writers.feeds import Entry
from generator.writers.json import json_text, to_json

if TYPE_CHECKING:
    from generator.keeper import Keeper, Made

_ROUNDING: Final = 0.005  # a share is told in whole per cent

_MANY: Final = 8  # entries that are worth beginning other processes for

Render = Callable[..., None]  # writes a file: its name, template, context and what its page shows besides


@dataclass(frozen=True, slots=True)
class _Asked:
    """An entry that ``write`` writes, of ``parts``."""

    article: StoryArticle
    parts: tuple[object, ...]
    write: Callable[[], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Written:
    """What another process wrote of an entry, and what feeds tell of it."""

    files: Made
    entry: Entry | None


def _write_apart(press: Press, keeper: Keeper, left: tuple[_Asked, ...], place: int) -> _Written | None:
    """Write an entry in another process; None for one that fails, whose error is told where it can be told whole."""
    asked = left[place]
    with suppress(Exception):
        files = press.make(keeper, asked.parts, asked.write)
        asked.article.let_go()
        return _Written(files, press.entry(asked.article.listed.slug))
    return None


class Entries:
    """Writes the entries of a run, many of them in several processes; those that fail are told at its end."""

    def __init__(self, press: Press) -> None:
        self._press, self._say = press, press.say
        beside = zip(press.stories, lists.neighbours(press.stories), strict=True)
        self._beside = {story.slug: both for story, both in beside}
        self._failures: list[tuple[str, Exception]] = []
        self._notices: dict[str, tuple[str, ...]] = {}
        self._left: list[_Asked] = []  # what the keeper has not

    def write(self, article: StoryArticle, render: Render, page: Mapping[str, Any]) -> None:
        """Write an entry, unless the site that stands has it: ``render`` writes pages, ``page`` is what Pelican shows
        on that of the story. Whatever ends this is told at the end, unless it is the system that fails."""
        try:
            self._write(article, render, page)
        except OSError:
            raise
        except Exception as error:
            self._failures.append((article.listed.slug, error))
        article.let_go()

    def end(self) -> None:
        """Write what is left, and tell the notices of all entries. Raises StoriesError with those that failed."""
        if self._press.keeper is not None:
            self._write_left(self._press.keeper)
        if self._failures:
            raise StoriesError(tuple(self._failures))
        for slug in self._press.known:
            self._press.settings.get("NOTICES", []).extend(self._notices.get(slug, ()))

    def _write(self, article: StoryArticle, render: Render, page: Mapping[str, Any]) -> None:
        press, story = self._press, article.listed
        newer, older = self._beside.get(story.slug, (None, None))
        if isinstance(story, CarriedStory):
            self._carry(story, newer, older)
            return
        named = (story.page_title, press.named(story.actors))
        parts = ("story", press.story_key(story.slug), named, press.print(newer), press.print(older))
        given = {**page, "newer": newer, "older": older}
        asked = _Asked(article, parts, partial(self._pages, article, render, given))
        if not press.is_keeping:
            self._notices[story.slug] = press.kept(parts, asked.write)
            return
        notices = press.standing(parts)
        if notices is None:
            self._left.append(asked)
        else:
            self._notices[story.slug] = notices

    def _write_left(self, keeper: Keeper) -> None:
        """Write what is left, in several processes where there is much of it."""
        press, left = self._press, tuple(self._left)
        jobs = press.settings.get("JOBS", 1) if len(left) >= _MANY else 1
        if left:
            press.read_templates()  # once, and not by each process
        for place, written in spread(partial(_write_apart, press, keeper, left), range(len(left)), jobs):
            self._take(keeper, left[place], written)

    def _take(self, keeper: Keeper, asked: _Asked, written: _Written | None) -> None:
        """Note what another process wrote of an entry; write it here where none did."""
        press, slug = self._press, asked.article.listed.slug
        if written is None:
            self._write_here(asked)
            return
        press.made_apart(keeper, asked.parts, written.files)
        self._notices[slug] = written.files.notices
        if written.entry is not None:
            press.put_entry(slug, written.entry)

    def _write_here(self, asked: _Asked) -> None:
        """Write an entry in this process."""
        try:
            self._notices[asked.article.listed.slug] = self._press.kept(asked.parts, asked.write)
        except OSError:
            raise
        except Exception as error:
            self._failures.append((asked.article.listed.slug, error))
        asked.article.let_go()

    def _pages(self, article: StoryArticle, render: Render, given: Mapping[str, Any]) -> tuple[str, ...]:
        press, story, view = self._press, article.listed, article.digest
        whole = press.shown.whole(story.slug)
        printed = reprint(whole.digest, press.share)
        former = former_passages(whole.editions, whole.digest, self._say)
        data = news_article(view, press.site.name, press.site.address, self._say.language)
        given = {**given, "story": view, "structured": data}
        write = partial(self._page, render)
        article.former = self._former_anchors(view, whole)
        render(article.save_as, press.template(article.template), **given, former=article.former)
        press.bytes(view.card_href, card_png(view.title, self._on_card(view), press.site.name))
        for picture in whole.digest.body.pictures if whole.digest.body else ():
            press.bytes(f"{story.href}{picture.path}", picture.data)
        captures = {} if press.site.published else whole.captures
        for page in source_pages(whole.digest, view, printed, bool(captures), self._say):
            text = captures.get(page.source.id)
            gone, is_whole = former.get(page.source.id, ()), text is not None
            write(f"{page.source.href}index.html", "source", cited=page, story=view, whole=is_whole, gone=gone)
            if text is not None:
                self._capture(write, whole.digest, view, page.source, text)
        if press.site.data:
            self._data(whole)
        self._earlier(write, whole, story.page_title, former)
        if story.slug in press.fed:
            press.put_entry(story.slug, entry_of(press, story, view))
        return tuple(_reprinted(story.slug, printed, press.share))

    def _on_card(self, view: StoryView) -> str:
        """What a card says beneath the title: sites print the summary beside it."""
        return view.told if view.withdrawn else self._say.gettext("From %(outlets)s", outlets=view.outlets)

    def _page(self, render: Render, name: str, template: str, **values: Any) -> None:
        press = self._press
        if press.site.alone:
            render(name, press.template(template), **values)
            return
        page = guest_page(press, name, template, values)
        render(name, press.template("page"), page=page, output_file=name, url=page.url)

    def _carry(self, story: CarriedStory, newer: Listed | None, older: Listed | None) -> None:
        press, output = self._press, Path(self._press.settings["OUTPUT_PATH"])
        shutil.copytree(story.folder, output / story.href, symlinks=True)
        root = "/".join([".."] * story.href.count("/"))
        turn = press.template("turn").render(newer=newer, older=older, SITEURL=root)
        written = output / story.href / "index.html"
        press.text(f"{story.href}index.html", turned(written.read_text(encoding="utf-8"), turn))

    def _data(self, whole: Whole) -> None:
        """The entry as data: of a signed one what was published, word for word, and each edition of it."""
        digest, editions = whole.digest, whole.editions
        signed = bool(digest.editions) and bool(editions)
        newest = json_text(editions[-1].published, compact=True) if signed else to_json(digest, compact=True)
        for slug in (digest.slug, *digest.aliases):
            self._press.text(addresses.digest(slug), newest)
            for number, text in edition_texts(editions, signed):
                self._press.text(addresses.edition(slug, number), text)

    def _earlier(
        self, write: Render, whole: Whole, page_title: str, former: Mapping[str, tuple[GoneView, ...]]
    ) -> None:
        """What changed since a story was published first, and what keeps the addresses that it had."""
        digest, editions = whole.digest, whole.editions
        to = addresses.story(digest.slug)
        left_out = tuple(name for what, name in digest.former if what == "source")
        for source in left_out:
            gone, title = former.get(source, ()), printable(digest.title)
            href = addresses.source(digest.slug, source)
            write(f"{href}index.html", "left_out", to=to, title=title, gone=gone)
        if editions:
            found = history(editions, self._press.share, None if digest.editions else digest, self._say)
            place = f"{addresses.changes(digest.slug)}index.html"
            write(place, "changes", history=found, page_title=page_title)
        sources = (*(source.id for source in digest.sources), *left_out)
        inside = ("", *map(addresses.source_inside, sources), *(("changes/",) if editions else ()))
        for alias, place in product(digest.aliases, inside):
            write(f"{addresses.story(alias)}{place}index.html", "moved", to=f"{to}{place}")

    def _former_anchors(self, view: StoryView, whole: Whole) -> tuple[str, ...]:
        """The places that earlier editions had on the page of a story and this one has no more, headings and numbers
        of claims among them: links lead there."""
        earlier = [one.digest for one in whole.editions if one.mark not in whole.digest.editions[-1:]]
        if not earlier:
            return ()
        views = [
            story_view(one, reprint(one, self._press.share), body_html(one, self._say), say=self._say)
            for one in earlier
        ]
        own, *others = (ids(self._press.entry_html(one, "")) for one in (view, *views))
        return tuple(dict.fromkeys(one for each in others for one in each if one not in own))

    def _capture(self, write: Render, digest: Digest, story: StoryView, source: SourceView, text: str) -> None:
        found = layers(text, tuple(entry for entry in digest.coverage if entry.source == source.id))
        write(f"{source.href}capture/index.html", "capture", story=story, source=source, layers=found)


def _reprinted(slug: str, found: Reprint, share: float) -> Iterator[str]:
    """A notice for each article of which its story prints more than it may."""
    for source, printed in found.shares.items():
        if printed > share + _ROUNDING:
            yield f"{slug}/{source}: {ENGLISH.share(printed)} of the article is reprinted, more than REPRINT_SHARE"
