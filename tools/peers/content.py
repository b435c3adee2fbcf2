"""A built site of ours -> Markdown of which other generators make as many pages of the same size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from lxml import html as markup

_BLOCKS: Final = "//main//*[self::p or self::li or self::h1 or self::h2 or self::h3 or self::dd or self::figcaption]"
TEMPLATES: Final = 750  # bytes of a page that are none of its text: the templates of the peers
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~!])")
_TAGS: Final = 40  # of all stories


def write_content(site: Path, folder: Path) -> int:
    """Write for every page of a story or a source below ``site`` a Markdown file of which a page of the same size is
    made, with front matter that Pelican's peer, Hugo and Eleventy read, into ``folder``; return how many."""
    folder.mkdir(parents=True)
    pages = sorted((site / "stories").rglob("index.html"))
    for number, page in enumerate(pages):
        about = {
            "title": f"Page {number}",
            "date": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "slug": f"page-{number}",
            "tags": [f"Tag {number % _TAGS}", f"Tag {number * 7 % _TAGS}"]
            if page.parent.parent.name == "stories"
            else [],
        }
        text = f"---\n{yaml.safe_dump(about)}---\n{_markdown(page.read_bytes())}"
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
    return len(pages)


def _markdown(page: bytes) -> str:
    """The text of a page as paragraphs and links, again from its beginning until it makes as many bytes."""
    blocks = [text for text in map(_block, markup.fromstring(page).xpath(_BLOCKS)) if text] or ["Empty."]
    return "\n\n".join(_filled(blocks, len(page) - TEMPLATES)) + "\n"


def _filled(blocks: list[str], size: int) -> Iterator[str]:
    """Blocks whose HTML has about so many bytes: a link takes eleven more there, a paragraph eight."""
    made, place = 0, 0
    while made < max(1, size):
        block = blocks[place % len(blocks)]
        made += len(block.encode()) + 8 + 11 * block.count("](")
        place += 1
        yield block


def _block(element: Any) -> str:
    text = _escaped(element.text)
    for child in element:
        inside = _escaped(" ".join(child.itertext()))
        href = child.get("href") if child.tag == "a" else None
        text += f"[{inside}](https://example.org/{len(inside)})" if href and inside else inside
        text += _escaped(child.tail)
    return " ".join(text.split())


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", text or "")
