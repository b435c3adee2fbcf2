"""A site in German says everything of its own in German, on every kind of page and in every feed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.dates import get_month_names
from lxml import etree

from generator.build import SETTINGS
from generator.catalogue import catalogue_file, read_catalogue, texts
from generator.site.drafted import FORMS
from tests.site import german

WORD = re.compile(r"[^\W\d_]+")
PLACE = re.compile(r"%\(\w+\)s|<[^>]*>")
# Names, and what is the same in every language: formats, keys of files, the marks of a claim's own capture.
NAMES = """RSS Atom JSON Feed LD SHA OPML CR LF NUL UTF feeds opml story md mailto https http html txt captures editions
    news digest example href rss xml feed json editor PDF""".split()
SHOWN = ("content", "title", "aria-label", "data-label", "data-none", "data-one", "data-several")


class Visible(HTMLParser):
    """What a reader sees or hears of a page; of what an editor alone sees, not the reasons in the data's own words."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style", "code") or given.get("lang") == "en":
            self._hidden.append(tag)
        if tag == "meta" and not (given.get("name") == "description" or given.get("property") in SPOKEN):
            return
        if not self._hidden and "layer" not in given.get("class", ""):
            self.texts += [given[name] for name in SHOWN if name in given]

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


SPOKEN = ("og:title", "og:description", "og:site_name")


def of_html(html: str) -> list[str]:
    reader = Visible()
    reader.feed(html)
    return reader.texts


def of_file(path: Path) -> Iterator[str]:
    """The texts of a page or feed that somebody reads."""
    text = path.read_text(encoding="utf-8") if path.suffix in (".html", ".json", ".xml", ".opml") else ""
    if path.suffix == ".html":
        yield from of_html(text)
    elif path.name == "feed.json":
        data = json.loads(text)
        yield from (data["title"], data["description"])
        for item in data["items"]:
            yield from (item["title"], item.get("summary", ""), *of_html(item["content_html"]))
    elif path.name in ("rss.xml", "atom.xml", "feeds.opml"):
        for element in etree.fromstring(text.encode()).iter("{*}title", "{*}description", "{*}subtitle", "{*}summary",
                                                            "{*}content", "{*}encoded", "{*}outline"):  # fmt: skip
            yield from of_html(unescape(element.text or ""))
            yield element.get("text", "")


def words_of(*given: str) -> set[str]:
    return {word.casefold() for text in given for word in WORD.findall(text)}


def words_of_pages() -> set[str]:
    """Of the sources and of the editor."""
    own = (*german.CAPTURES, *german.CAPTURES.values(), german.STORY, *german.PAGES.values(), *german.NOTES.values())
    more = (german.NAME, german.ABOUT, german.QUESTION, *german.ANSWERS, german.SPEAKER_NAME, "Ormsund Pfeiler Doch")
    return words_of(*own, *more, *NAMES, *get_month_names("wide", locale="de").values())


def words_of_the_catalogue() -> set[str]:
    catalogue = read_catalogue(catalogue_file(SETTINGS.parent / "theme" / "translations", "de"))
    translated = (PLACE.sub(" ", text) for message in catalogue if message.id for text in texts(message.string))
    return words_of(*translated, "Französisch", "Deutsch", "utf")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return tuple(german.build(tmp_path_factory.mktemp("german")))


def test_no_word_on_pages_and_in_feeds_is_of_another_language(sites: tuple[Path, ...]) -> None:
    known = words_of_pages() | words_of_the_catalogue()
    quoted = words_of(*german.CAPTURES.values())  # in notices as many letters as are shown, the last word cut
    foreign: dict[str, list[str]] = {}
    read = 0
    for site in sites:
        for path in sorted(site.rglob("*")):
            for text in of_file(path) if path.is_file() else ():
                read += 1
                strange = words_of(re.sub(r"https?://\S+|[\w.]+@\S+|\S*/\S*", " ", text)) - known
                strange = {word for word in strange if not any(whole.startswith(word) for whole in quoted)}
                if strange:
                    foreign.setdefault(" ".join(text.split()), []).append(f"{site.name}/{path.relative_to(site)}")
    assert read > 1000
    assert {text: places[0] for text, places in foreign.items()} == {}


KINDS = ("index.html", "404.html", "search", "archive", "tags", "people-and-places", "corrections", "subscribe",
         "method", "stories/*/index.html", "stories/*/changes", "stories/*/sources/*/index.html")  # fmt: skip


def test_every_kind_of_page_is_among_those_that_are_read(sites: tuple[Path, ...]) -> None:
    assert [kind for kind in KINDS if not any(list(site.glob(kind)) for site in sites)] == []
    headings = "".join(text for path in sites[0].rglob("*.html") for text in of_html(path.read_text(encoding="utf-8")))
    for one in ("Diese Quelle wird nicht mehr zitiert", "Dieser Beitrag ist umgezogen", "Nicht mehr hier"):
        assert one in headings


def test_pages_feeds_and_data_name_their_language(sites: tuple[Path, ...]) -> None:
    page = next(sites[0].glob("stories/altenwiek-bruecke/index.html")).read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert '"inLanguage":"de"' in page
    assert json.loads((sites[0] / "feed.json").read_text(encoding="utf-8"))["language"] == "de"
    assert "<language>de</language>" in (sites[0] / "rss.xml").read_text(encoding="utf-8")
    assert "<news:language>de</news:language>" in (sites[0] / "news-sitemap.xml").read_text(encoding="utf-8")


def test_days_and_numbers_are_written_as_in_german(sites: tuple[Path, ...]) -> None:
    page = " ".join(of_html((sites[0] / "stories/entwurf/index.html").read_text(encoding="utf-8")))
    assert "Zwischen dem 28. März und dem 9. April 2031" in page
    assert "1.204 Zeichen" in page
    assert "April 2031" in (sites[0] / "archive/index.html").read_text(encoding="utf-8")


def test_the_data_of_an_entry_stay_in_english(sites: tuple[Path, ...]) -> None:
    data = json.loads((sites[0] / "stories/entwurf/digest.json").read_text(encoding="utf-8"))
    assert data["when"]["text"].startswith("between 28 March and 9 April 2031")
    assert {section["title"] for section in data["sections"]} <= set(FORMS)
