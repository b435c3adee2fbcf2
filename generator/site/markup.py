"""Markdown of an editor -> HTML. Raw HTML is shown as text, and only links that lead to pages or mail are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from generator.language.printable import printable

# One parser for all pages: making one costs more than a short page. It keeps nothing between two calls.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table").use(footnote_plugin)
_CITED: Final = re.compile(r'(<li id="fn[^"]*" class="footnote-item"><p>)([^\s:<]+):')


def render(text: str, name: str) -> str:
    """HTML of a Markdown text. ``name`` keeps the ids of its footnotes apart from those of other texts on the page."""
    return printable(str(_MARKDOWN.render(text, {"docId": name})))  # a reference such as &#x202e; is resolved by now


def render_body(text: str, name: str, sources: Mapping[str, tuple[str, str]]) -> str:
    """The same for an editor's body, in which a footnote begins with the identifier of the source that it quotes:
    in its place stands a link. ``sources`` gives name and address of each by identifier."""

    def link(found: re.Match[str]) -> str:
        start, source = found[1], unescape(found[2])
        if source not in sources:
            return found[0]
        shown, href = sources[source]
        return f'{start}<a href="{escape(href)}">{escape(shown)}</a>:'

    return _CITED.sub(link, render(text, name))
