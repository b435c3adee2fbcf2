"""Digests -> a site, by Pelican. The only package that imports it.

A story is an article to Pelican (``articles``), so that its lists, feeds, themes and other plugins know of it. Beneath
its address stands more than Pelican writes of an article (``entries``), and what is there already is not made again
(``press``, ``writer``). What stands on each page is decided in ``generator.site``.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, Final

import pelican
from jinja2 import FileSystemLoader
from pelican import readers, signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.settings import read_settings

from generator.bundled import bundled
from generator.catalogue import site_words, theme_words, untranslated
from generator.errors import InputError, StoriesError, told
from generator.fingerprint import is_changed, words_hash
from generator.garbage import processors, seldom_collecting
from generator.load.left_over import IGNORED
from generator.newsroom import Newsroom
from generator.pelican_plugin.articles import add_stories, list_tags
from generator.pelican_plugin.compiled import Compiled
from generator.pelican_plugin.environment import TEMPLATES, speak
from generator.pelican_plugin.lists import Lists
from generator.pelican_plugin.pages import PageReader, check_pages
from generator.pelican_plugin.press import ALONE, PRESS, SHELF, WORDS, Press
from generator.pelican_plugin.writer import StoryWriter
from generator.shelf import Shelf
from generator.site.words import ENGLISH, Words
from generator.stories import Mode, Shown, Whole

_LOG: Final = logging.getLogger(__name__)
CACHE: Final = "STORY_CACHE"  # a setting: the folder of what the next run may use


def run(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Build a site with the Pelican settings in a file, some overridden. The key STORIES hands over stories that are
    worked, CARRIED those whose pages stay as they are; NOTICES is a list that takes what an editor should know of the
    pages, KEEPER knows which need not be made.

    Raises InputError for whatever Pelican would only warn of, and for a language of which there is no catalogue, and
    StoriesError where stories cannot be shown.
    """
    words = site_words(settings)
    overrides.get("NOTICES", []).extend(untranslated(settings, words))
    with _strict(), redirect_stdout(io.StringIO()):
        pelican.Pelican(read_settings(str(settings), override={**overrides, WORDS: words})).run()


class _Strict(logging.Handler):
    """Turns a warning into an error: Pelican goes on after a page that it could not read, with exit status 0."""

    def emit(self, record: logging.LogRecord) -> None:
        active = sys.exc_info()[1]
        if isinstance(active, InputError):
            raise active
        raise InputError("site", record.getMessage(), "mend it and build again") from active


@contextmanager
def _strict() -> Iterator[None]:
    logger = logging.getLogger("pelican")
    handler, propagate = _Strict(logging.WARNING), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _begin(site: pelican.Pelican) -> None:
    """Prepare the settings, before anything is read."""
    settings = site.settings
    settings["ARTICLE_EXCLUDES"] = [*settings["ARTICLE_EXCLUDES"], "stories"]
    if WORDS not in settings:
        settings[WORDS] = _words(settings)
    if settings.get(ALONE, False):
        settings["IGNORE_FILES"] = [*settings["IGNORE_FILES"], *IGNORED]


def _words(settings: Mapping[str, Any]) -> Words:
    """Entries in a blog of a language of which we have no catalogue are in English."""
    try:
        return theme_words(_translations(settings), settings["DEFAULT_LANG"])
    except InputError:
        if settings.get(ALONE, False):
            raise
        return ENGLISH


def _take_stories(generator: ArticlesGenerator) -> None:
    """Work the stories, unless the settings hand them over."""
    settings = generator.settings
    if settings.get(ALONE, False):
        check_pages(settings)
    settings[PRESS] = Press(generator, settings.get("STORIES") or _work(generator))


def _work(generator: ArticlesGenerator) -> Shown:
    """The stories that lie beside the other content, worked as the command does. A blog with other articles has no
    preview of ours: it shows what was signed, and what nobody has signed as a draft. Raises StoriesError where some
    cannot be."""
    settings, say = generator.settings, generator.settings[WORDS]
    folder, alone = Path(generator.path, "stories"), settings.get(ALONE, False)
    if not alone and not folder.is_dir():  # a blog that has none yet
        none: dict[str, Whole] = {}
        return Shown((), none.__getitem__)
    publish, unsigned = settings.get("PUBLISH", not alone), settings.get("PUBLISH_UNSIGNED", not alone)
    language = settings["DEFAULT_LANG"] if alone else say.language
    mode = Mode(_translations(settings), language, words_hash(say), publish, unsigned)
    shelf = Shelf(Path(settings[CACHE]) if settings.get(CACHE) else None)
    settings[SHELF] = shelf
    with seldom_collecting():
        room = Newsroom(folder, mode, say, shelf, processors())
    if room.failures:
        raise StoriesError(room.failures)
    for slug, error in room.held.items():
        _LOG.warning("%s [%s stays at its last edition]", told(error, slug), slug)
    return room.shown()


def _end(site: pelican.Pelican) -> None:
    """Keep what the next run may use."""
    shelf = site.settings.pop(SHELF, None)
    if shelf is None:
        return
    if is_changed():
        shelf.forget()
    shelf.close()


def _translations(settings: Mapping[str, Any]) -> Path:
    theme = Path(settings["THEME"]) if settings.get(ALONE, False) else bundled("theme")
    return theme / "translations"


def _add_readers(found: readers.Readers) -> None:
    """In a site of digests alone, Pelican's own readers would publish the markup of whatever lies beside the pages."""
    if found.settings.get(ALONE, False):
        found.reader_classes = {"static": readers.BaseReader, "md": PageReader}


def _only_our_reader(generator: Generator) -> None:
    """Pelican would warn of each .md file that its own reader lacks a package for."""
    if generator.settings.get(ALONE, False):
        generator.readers.disabled_readers.clear()


def _speak(generator: Generator) -> None:
    """Give the templates of our theme the words of the site, and the entry as they include it."""
    if generator.settings.get(ALONE, False):
        speak(generator.env, generator.settings[WORDS])
        generator.env.loader.loaders.append(FileSystemLoader(TEMPLATES))
        if "KEEPER" in generator.settings:
            generator.env.bytecode_cache = Compiled(generator.settings["KEEPER"])


def _generators(site: pelican.Pelican) -> type[Generator] | None:
    return Lists if site.settings.get(ALONE, False) else None


def _publish_no_more(generator: Generator) -> None:
    """In a site of digests alone, a link to a file publishes none that is not published anyway."""
    if generator.settings.get(ALONE, False):
        generator.context["static_links"].clear()


def _all_read(generators: list[Generator]) -> None:
    generators[0].settings[PRESS].begin()


def _writer(_: pelican.Pelican) -> type[StoryWriter]:
    return StoryWriter


def _articles_written(generator: ArticlesGenerator, writer: StoryWriter) -> None:
    writer.entries.end()
    writer.feeds.ask_json(generator.tags, generator.articles, generator.context)
    writer.feeds.write()


def register() -> None:
    """Connect to Pelican, which calls this once for a plugin named in PLUGINS."""
    signals.initialized.connect(_begin)
    signals.readers_init.connect(_add_readers)
    signals.generator_init.connect(_only_our_reader)
    signals.generator_init.connect(_speak)
    signals.article_generator_init.connect(_take_stories)
    signals.article_generator_pretaxonomy.connect(add_stories)
    signals.article_generator_finalized.connect(list_tags)
    signals.page_generator_finalized.connect(_publish_no_more)
    signals.all_generators_finalized.connect(_all_read)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.article_writer_finalized.connect(_articles_written)
    signals.finalized.connect(_end)
