"""Feeds for Pelican's own settings of them, by feedgen, and what they carry of stories and corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from feedgenerator import get_tag_uri
from markupsafe import Markup
from pelican import signals

from generator.editions.corrections import Correction
from generator.pelican_plugin.press import Press
from generator.site import markup
from generator.site.feed_entry import feed_entry
from generator.site.views import CarriedStory, Listed, StoryView
from generator.writers import feeds


def entry_of(press: Press, story: Listed, view: StoryView | None = None) -> feeds.Entry:
    """What a feed carries of a story; without its text, unless that is carried or its ``view`` is at hand."""
    url = f"{press.site.address}/{story.href}"
    html = story.html if isinstance(story, CarriedStory) else ""
    if view is not None:
        entry = feed_entry(view, markup.absolute(view.body, url), press.site.address, press.say)
        html = press.ours("feed_entry").render(entry=entry, language=press.say.language)
    signed = press.shown.signed.get(story.slug)
    # Subscribers know a story by the slug under which it was published first, whatever its folder is called by now.
    own = story.id if isinstance(story, CarriedStory) else ""
    return feeds.Entry(
        own or press.tag_uri(signed.slug if signed else story.slug),
        story.title,
        url,
        story.told,
        html,
        story.published,
        story.updated,
        tuple(tag.name for tag in story.tags),
        story.updated if story.withdrawn else None,
    )


def whole_entry(press: Press, story: Listed) -> feeds.Entry:
    """The same with its text."""
    if isinstance(story, CarriedStory):
        return entry_of(press, story)
    found = press.entry(story.slug)
    if found is None:
        found = entry_of(press, story, press.view(story.slug))
        press.put_entry(story.slug, found)
    return found


def brief_entry(press: Press, story: Listed) -> feeds.Entry:
    """What the feed of a tag carries of a story, which the feed of all carries at length: no summary besides."""
    html = press.ours("feed_brief").render(story=story, url=f"{press.site.address}/{story.href}")
    return replace(entry_of(press, story), summary="", html=html)


def correction_of(press: Press, one: Correction) -> feeds.Entry:
    """What the feed of corrections carries of one."""
    slug, name = one.id
    html = press.ours("correction_entry").render(one=one, site=press.site)
    url = f"{press.site.address}/{one.href}"
    return feeds.Entry(
        f"{press.tag_uri(slug)}/{name}", one.heading, url, one.note.line, html, one.note.when, one.changed, ()
    )


FORMS: Final = {"rss": "RSS", "atom": "ATOM", "json": "JSON"}  # how settings name a format


@dataclass(frozen=True, slots=True)
class _Place:
    """What a feed is of: a tag, or all where that is None. ``paths`` gives the file of each format that there is,
    ``name`` tells apart what the blog has feeds of besides, categories and authors."""

    tag: Any
    paths: Mapping[str, str]
    name: str = ""


class Feeds:
    """The feeds of a run. They are written when the pages are: the view of a story is then made once for both."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._places = {path: place for place in self._all_places() for path in place.paths.values()}
        self._asked: list[tuple[Sequence[Any], dict[str, Any], str, str, str | None]] = []

    def ask(self, articles: Sequence[Any], context: dict[str, Any], path: str, form: str, title: str | None) -> None:
        """Take the order for a feed of these articles."""
        self._asked.append((articles, context, path, form, title))

    def ask_json(self, tags: Mapping[Any, Sequence[Any]], articles: Sequence[Any], context: dict[str, Any]) -> None:
        """Take the orders for JSON feeds, of which Pelican has none, beside its own."""
        settings = self._press.settings
        if settings.get("FEED_ALL_JSON"):
            self.ask(articles, context, settings["FEED_ALL_JSON"], "json", None)
        if settings.get("TAG_FEED_JSON"):
            for tag, tagged in tags.items():
                self.ask(tagged, context, settings["TAG_FEED_JSON"].format(slug=tag.slug), "json", tag.name)

    def write(self) -> None:
        """Write all that were asked for, but for those of tags that have too few stories, and those that the site that
        stands has."""
        for articles, context, path, form, title in self._asked:
            place = self._places.get(path, _Place(None, {form: path}, f"feed:{path}"))
            if place.tag is None or len(articles) >= self._press.settings.get("TAG_FEED_MIN_ITEMS", 1):
                parts = ("feed", path, title or "all", self._parts(place, articles))
                self._press.kept(parts, partial(self._write, articles, context, path, form, title, place))
        self._asked.clear()

    def _all_places(self) -> Iterator[_Place]:
        settings = self._press.settings
        keys = {form: settings.get(f"FEED_ALL_{name}") for form, name in FORMS.items()}
        yield _Place(None, {form: path for form, path in keys.items() if path})
        patterns = {form: settings.get(f"TAG_FEED_{name}") for form, name in FORMS.items()}
        for tag in self._press.tags:
            yield _Place(tag, {form: path.format(slug=tag.slug) for form, path in patterns.items() if path})

    def _parts(self, place: _Place, articles: Sequence[Any]) -> tuple[str, ...]:
        """What a feed shows of its stories, in hashes; that of all shows of a story whatever it is made of."""
        if not all(hasattr(article, "listed") for article in articles):
            return ()
        if place.tag is not None:
            return tuple(self._press.print(article.listed) for article in articles)
        keys = tuple(self._press.story_key(article.listed.slug) for article in articles)
        return keys if all(keys) else ()

    def _write(
        self,
        articles: Sequence[Any],
        context: dict[str, Any],
        path: str,
        form: str,
        title: str | None,
        place: _Place,
    ) -> None:
        made = feeds.made(self._feed(articles, title, place, form), form)
        signals.feed_generated.send(context, feed=made)
        self._press.text(path, feeds.written(made, form))
        signals.feed_written.send(f"{self._press.settings['OUTPUT_PATH']}/{path}", context=context, feed=made)

    def _feed(self, articles: Sequence[Any], title: str | None, place: _Place, form: str) -> feeds.Feed:
        press, site, most = self._press, self._press.site, self._press.settings["FEED_MAX_ITEMS"]
        told = whole_entry if place.tag is None else brief_entry
        entries = [_entry(press, article, told, form) for article in articles[:most]]
        past = articles[most:] if most is not None else ()
        entries += [entry_of(press, one.listed) for one in past if hasattr(one, "listed") and one.listed.withdrawn]
        links = {form: f"{site.address}/{quote(path)}" for form, path in place.paths.items()}
        return feeds.Feed(
            press.tag_uri(place.name if place.tag is None else f"tag:{place.tag.slug}"),
            f"{site.name}: {title}" if title else site.name,
            site.subtitle or site.name,  # which RSS asks for
            f"{site.address}/{quote(place.tag.url) if place.tag else ''}",
            links,
            site.name,
            tuple(entries),
            press.say.language,
            max((_changed(article) for article in articles), default=None),
            most,
        )


def _entry(press: Press, article: Any, told: Any, form: str) -> feeds.Entry:
    """What a feed carries of an article: of a story what ``told`` says of it, of another what Pelican would say."""
    if hasattr(article, "listed"):
        entry: feeds.Entry = told(press, article.listed)
        return entry
    url = f"{press.site.address}/{article.url}"
    short = form == "rss" and press.settings["RSS_FEED_SUMMARY_ONLY"]
    return feeds.Entry(
        get_tag_uri(url, article.date),
        Markup(article.title).striptags(),
        url,
        Markup(article.summary).striptags(),
        article.summary if short else article.get_content(press.site.address),
        article.date,
        _modified(article),
        tuple(tag.name for tag in getattr(article, "tags", ())),
    )


def _changed(article: Any) -> datetime:
    changed: datetime = article.listed.updated if hasattr(article, "listed") else _modified(article)
    return changed


def _modified(article: Any) -> datetime:
    changed: datetime = getattr(article, "modified", article.date)
    return changed
