"""Markdown of an editor -> HTML. Raw HTML is shown as text, and only links that lead to pages or mail are made."""

from __future__ import annotations

from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

# One parser for all pages: making one costs more than a short page. It keeps nothing between two calls.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table").use(footnote_plugin)


def render(text: str, name: str) -> str:
    """HTML of a Markdown text. ``name`` keeps the ids of its footnotes apart from those of other texts on the page."""
    return str(_MARKDOWN.render(text, {"docId": name}))
