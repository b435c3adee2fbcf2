"""Pelican's writer, which leaves pages alone that the site has already."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from pelican.writers import Writer

from generator.pelican_plugin.articles import StoryArticle
from generator.pelican_plugin.entries import Entries
from generator.pelican_plugin.press import PRESS, Press


class StoryWriter(Writer):
    """Writes what Pelican has rendered; of a story all that stands below its address."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.press: Press = settings[PRESS]
        self.entries = Entries(self.press)

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], relative_urls: bool = False, **kwargs: Any
    ) -> None:
        """Render a page and write it, unless it is that of a story which the site has already."""
        article = kwargs.get("article")
        if isinstance(article, StoryArticle):
            render = partial(self._render, self.press.own if self.press.keeper else context, relative_urls)
            self.entries.write(article, render, kwargs)
            return
        super().write_file(name, template, context, relative_urls, **kwargs)

    def _render(self, context: dict[str, Any], relative_urls: bool, name: str, template: Any, **values: Any) -> None:
        super().write_file(name, template, context, relative_urls, **values)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        self.press.wrote(Path(filename).relative_to(self.output_path).as_posix())
        return super()._open_w(filename, encoding, override)
