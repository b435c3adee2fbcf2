"""Capture -> document, by media type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.extract.archived import told_from_archives
from generator.extract.exports import told_from_exports
from generator.extract.front_page import told_from_front_pages
from generator.extract.garbled import told_if_garbled
from generator.extract.html import read_html
from generator.extract.mail import told_from_mail
from generator.extract.markdown import read_markdown
from generator.extract.plain import read_plain
from generator.extract.properties import told_from_notes
from generator.extract.saved import find_saved
from generator.extract.walls import told_from_walls
from generator.model import Document, Source

READERS: dict[str, Callable[[Source], Document]] = {
    "text/plain": read_plain,
    "text/html": read_html,
    "text/markdown": read_markdown,
}


def extract(source: Source) -> Document:
    """The document of a source. Raises InputError where the page stands in the place of an article, such as a question
    for consent or a front page, or holds pieces as programs export them; KeyError for a media type that no reader takes
    (``load`` lets none through)."""
    read = READERS[source.capture.media_type](source)
    if source.capture.media_type == "text/html":
        read = replace(read, declared=(*read.declared, *find_saved(source.capture.text)))
    read = told_if_garbled(read)
    read = told_from_mail(told_from_notes(told_from_archives(read)))
    return told_from_front_pages(told_from_walls(told_from_exports(read)))
