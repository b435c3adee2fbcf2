"""Stories as Pelican's articles, so that its lists, other plugins and any theme know them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any, Final
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape
from pelican import readers, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.urlwrappers import Category, Tag
from pelican.utils import SafeDatetime, order_content, posixize_path

from generator.model import Status
from generator.pelican_plugin.press import PRESS, Press
from generator.site import markup
from generator.site.views import CarriedStory, Listed, State, StoryView

UNSIGNED_STATUS: Final = "UNSIGNED_STATUS"  # a setting: the status of a story that nobody has signed
CATEGORY: Final = "STORY_CATEGORY"  # a setting: the category of all stories
ROOT: Final = "site:"  # no scheme of the web's: what follows it is an address from the site's root


class StoryArticle(Article):
    """A story. ``listed`` is what lists and feeds need of it; ``digest`` and ``content`` are made when they are asked
    for, so that a page that is kept costs neither."""

    listed: Listed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._html = ""
        self.former: tuple[str, ...] = ()  # places that its page had in earlier editions
        self._view: StoryView | None = None
        super().__init__(*args, **kwargs)

    @property
    def press(self) -> Press:
        """What this run makes its pages of."""
        press: Press = self.settings[PRESS]
        return press

    @property
    def digest(self) -> StoryView:
        """All that the page of the story shows; held until ``let_go``. A carried story has none."""
        if self._view is None:
            self._view = replace(self.press.view(self.listed.slug), page_title=self.listed.page_title)
        return self._view

    @property
    def _content(self) -> str:
        """The whole entry as HTML; its links lead from the story's address, or after ROOT from that of the site."""
        if self._html:
            return self._html
        if isinstance(self.listed, CarriedStory):
            return self.listed.html
        return self.press.entry_html(self.digest, ROOT, self.former)

    @_content.setter
    def _content(self, html: str) -> None:
        """Whatever another plugin makes of the entry."""
        self._html = html

    def get_content(self, siteurl: str) -> str:
        """The same for a page from which ``siteurl`` leads to the site's root, or for a feed."""
        html: str = self._update_content(markup.placed(self._content, f"{siteurl}/{self.url}"), siteurl)
        return html.replace(f'="{ROOT}/', f'="{siteurl}/')

    def get_static_links(self) -> set[str]:
        """None: the pictures of a story lie in its own folder."""
        return set()

    def let_go(self) -> None:
        """Forget the view: digests of all stories would not fit into memory."""
        self._view = None


class StoryReader(readers.BaseReader):
    """story.md and all that lies beside it -> what Pelican knows of an article."""

    enabled = True
    file_extensions = ()  # no file is read but those that the press has stories of

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Metadata of a story; its content is made when it is asked for."""
        press: Press = self.settings[PRESS]
        story = press.listed[press.slugs[source_path]]
        status = self._status(press, story)
        return "", {
            **self._category(status, story.category),
            "listed": story,
            "title": escape(story.title),
            "summary": Markup("<p>{}</p>").format(story.told),
            "date": self._time(story.published),
            "modified": self._time(story.updated),
            "tags": [make_tag(tag.name, tag.slug, self.settings) for tag in story.tags],
            "slug": story.slug,
            "status": status,
            "url": story.href,
            "save_as": f"{story.href}index.html",
        }

    def _time(self, when: datetime) -> SafeDatetime:
        here = when.astimezone(ZoneInfo(self.settings.get("TIMEZONE", "UTC")))
        return SafeDatetime(*here.timetuple()[:6], here.microsecond, here.tzinfo)

    def _category(self, status: str, stated: str) -> dict[str, Category]:
        """The category of a story, else the one that the settings give all, where the site lists any; Pelican asks it
        of each draft as well."""
        if not (stated or self.settings["CATEGORY_SAVE_AS"] or status == "draft"):
            return {}
        name = stated or self.settings.get(CATEGORY, self.settings["DEFAULT_CATEGORY"])
        return {"category": Category(name, self.settings)}

    def _status(self, press: Press, story: Listed) -> str:
        """What the editor states; what nobody has signed is no more than the settings allow."""
        known = press.known.get(story.slug)
        unsigned = known is not None and known.state is State.UNSIGNED
        allowed = Status(self.settings.get(UNSIGNED_STATUS, Status.DRAFT)) if unsigned else Status.PUBLISHED
        return min(allowed, story.status, key=list(Status).index).value


def add_stories(generator: ArticlesGenerator) -> None:
    """Put the stories among the articles that Pelican has read, before it makes tags and archives of these."""
    press: Press = generator.settings[PRESS]
    build = generator._build_period_archives
    generator._build_period_archives = partial(_archives, build)  # which is asked for as soon as this is done
    kinds = {"published": generator.articles, "hidden": generator.hidden_articles, "draft": generator.drafts}
    reader = StoryReader(generator.settings)
    for path in press.slugs:
        article = _article(generator, reader, path)
        if article.listed.status is Status.DRAFT and press.site.alone and press.site.published:
            continue
        if article.is_valid():
            kinds[article.status].append(article)
            generator.add_source_path(article)
    for articles in kinds.values():
        articles.sort(key=lambda article: str(article.slug))
        order_content(articles, generator.settings["ARTICLE_ORDER_BY"])


def _archives(build: Callable[..., dict[str, Any]], dates: list[Any], articles: list[Any], settings: Any) -> Any:
    """The archives of each period as Pelican's own ``build`` makes them, of articles by date and in the order of lists.
    That one looks for each article of the site among those of each period, which takes time by the square."""
    made = build(dates, [], settings)
    order = {id(article): place for place, article in enumerate(articles)}
    for archive in chain.from_iterable(made.values()):
        archive["articles"] = sorted(archive["dates"], key=lambda one: order[id(one)])
    return made


class _Together(list[Any]):
    """The articles of a list, which knows them by heart: Pelican asks of each article of the site whether it is on the
    list of each tag. With 5,000 stories, one edited, that and the archives took 3.5 of 12.4 CPU seconds."""

    def __init__(self, articles: Iterable[Any]) -> None:
        super().__init__(articles)
        self._own = frozenset(map(id, self))

    def __contains__(self, article: object) -> bool:
        if len(self._own) != len(self):  # another plugin has changed it
            self._own = frozenset(map(id, self))
        return id(article) in self._own


def list_tags(generator: ArticlesGenerator) -> None:
    """Keep the lists of tags that earlier editions of a story had, whose addresses were published, and name tags by
    the alphabet."""
    order = {id(article): place for place, article in enumerate(generator.articles)}
    for article in generator.articles:
        for former in article.listed.former_tags if isinstance(article, StoryArticle) else ():
            tag = make_tag(former.name, former.slug, generator.settings)
            if article not in generator.tags[tag]:
                generator.tags[tag].append(article)
                generator.tags[tag].sort(key=lambda one: order[id(one)])
    for tag, articles in generator.tags.items():
        generator.tags[tag] = _Together(articles)
    generator.categories = [(category, _Together(articles)) for category, articles in generator.categories]
    generator.context["categories"] = generator.categories
    generator.context["tags"] = sorted(generator.tags.items(), key=lambda one: (one[0].name.casefold(), one[0].slug))


def make_tag(name: str, slug: str, settings: dict[str, Any]) -> Tag:
    """A tag of Pelican's at the address that it has always had here."""
    tag = Tag(name, settings)
    tag.slug = slug
    return tag


def _article(generator: ArticlesGenerator, reader: StoryReader, path: str) -> StoryArticle:
    """A story, as Pelican would have read it of a file that it can stamp."""
    settings, place = generator.settings, posixize_path(os.path.relpath(path, generator.path))
    signals.article_generator_preread.send(generator)
    content, told = reader.read(path)
    known = readers.default_metadata(settings, reader.process_metadata)
    metadata = {**known, **readers.path_metadata(path, place, settings), "reader": "story", **told}
    signals.article_generator_context.send(generator, metadata=metadata)
    return StoryArticle(content, metadata, settings, path, generator.context)
