"""Pelican's writer, which leaves pages and feeds alone that the site has already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from pelican.writers import Writer

from generator.pelican_plugin.articles import StoryArticle
from generator.pelican_plugin.entries import Entries
from generator.pelican_plugin.feeding import Feeds
from generator.pelican_plugin.press import PRESS, Press

LISTS: Final = frozenset({"tag", "category", "period_archives", "person"})  # the templates of lists that may be kept


class StoryWriter(Writer):
    """Writes what Pelican has rendered; of a story all that stands below its address."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.press: Press = settings[PRESS]
        self.entries = Entries(self.press)
        self.feeds = Feeds(self.press)

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], relative_urls: bool = False, **kwargs: Any
    ) -> None:
        """Render a page and write it, unless it is that of a story which the site has already."""
        article = kwargs.get("article")
        if isinstance(article, StoryArticle):
            render = partial(self._render, self.press.own if self.press.keeper else context, relative_urls)
            self.entries.write(article, render, kwargs)
        elif self.press.keeper and kwargs.get("template_name") in LISTS:
            self._list(name, template, context, relative_urls, kwargs)
        else:
            super().write_file(name, template, context, relative_urls, **kwargs)

    def _list(
        self, name: str, template: Any, context: dict[str, Any], relative_urls: bool, given: dict[str, Any]
    ) -> None:
        """The pages of a list, which know of no other stories than their own."""
        shown = {key: value for key, value in given.items() if key != "all_articles"}
        own = self.press.own | {key: context[key] for key in ("period", "period_num") if key in context}
        prints = tuple(self.press.print(article.listed) for article in given["articles"])
        named = [given[key].name for key in ("tag", "category", "person") if key in given]
        write = partial(self._render, own, relative_urls, name, template, **shown)
        self.press.kept(("list", name, prints, *named), write)

    def write_feed(
        self,
        elements: Sequence[Any],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> None:
        """Take the order for a feed, which is written after the pages."""
        if path:
            self.feeds.ask(elements, context, path, feed_type, feed_title)

    def _render(self, context: dict[str, Any], relative_urls: bool, name: str, template: Any, **values: Any) -> None:
        super().write_file(name, template, context, relative_urls, **values)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        self.press.wrote(Path(filename).relative_to(self.output_path).as_posix())
        return super()._open_w(filename, encoding, override)
