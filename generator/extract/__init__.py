"""Capture -> document, by media type."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.html import read_html
from generator.extract.markdown import read_markdown
from generator.extract.plain import read_plain
from generator.model import Document, Source

READERS: dict[str, Callable[[Source], Document]] = {
    "text/plain": read_plain,
    "text/html": read_html,
    "text/markdown": read_markdown,
}


def extract(source: Source) -> Document:
    """The document of a source; KeyError for a media type that no reader takes (``load`` lets none through)."""
    return READERS[source.capture.media_type](source)
