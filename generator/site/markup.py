"""Markdown of an editor -> HTML for pages and feeds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Final
from urllib.parse import urljoin, urlsplit

from generator import markdown

# The parser escapes quotation marks wherever they are text, so that this stands in tags alone.
_LINK: Final = re.compile(r'\b(href|src)="([^"]*)"')
_FILE_LINK: Final = re.compile(r'\b(?:href|src)="(\{(?:filename|static|attach)\}[^"]*)"')
_FILE_ANCHOR: Final = re.compile(r'<a href="(\{(?:filename|static|attach)\}[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def render(text: str, name: str, path: str, first_line: int) -> str:
    """HTML of a Markdown text. ``name`` keeps the ids of its footnotes apart from those of other texts on the page;
    ``path`` and ``first_line`` (1-based) say where it stands.

    Raises InputError for an image of another site.
    """
    parsed = markdown.parse(text)
    markdown.refuse_remote_images(parsed, path, first_line)
    return markdown.render(parsed, name)


def render_body(text: str, name: str, sources: Mapping[str, tuple[str, str]]) -> str:
    """HTML of an editor's body, in which a footnote begins with the identifier of the source that it quotes: in its
    place stands a link. ``sources`` gives name and address of each by identifier."""
    return markdown.render(markdown.parse(text), name, sources)


def absolute(html: str, address: str) -> str:
    """Rendered HTML with the relative links and images of the page at ``address`` made absolute."""

    def joined(found: re.Match[str]) -> str:
        try:
            target = urljoin(address, unescape(found[2]))
        except ValueError:  # not an address, for all that it was written as one
            return found[0]
        return f'{found[1]}="{escape(target)}"'

    return _LINK.sub(joined, html)


def placed(html: str, address: str) -> str:
    """Rendered HTML with the links and images that are relative to its own page led on from another: ``address``, which
    may be relative itself, leads from there to the page. What Pelican fills in (``{static}``) stays."""

    def led(found: re.Match[str]) -> str:
        target = unescape(found[2])
        try:
            elsewhere = target.startswith(("/", "{", "|")) or urlsplit(target).scheme
        except ValueError:
            return found[0]
        return found[0] if elsewhere else f'{found[1]}="{escape(address + target)}"'

    return _LINK.sub(led, html)


def file_links(html: str) -> tuple[str, ...]:
    """The links of rendered HTML to files of the content (``{filename}``, ``{static}``, ``{attach}``), each once."""
    return tuple(dict.fromkeys(unescape(one) for one in _FILE_LINK.findall(html)))


def filled(html: str, addresses: Mapping[str, str]) -> str:
    """Rendered HTML with the address of each link to a file in its place; of a link that has none the words stay."""

    def led(found: re.Match[str]) -> str:
        address = addresses.get(unescape(found[1]))
        return found[2] if address is None else f'<a href="{escape(address)}">{found[2]}</a>'

    return _FILE_ANCHOR.sub(led, html)
