"""The plugin in somebody else's Pelican blog: beside ordinary articles, under themes and plugins of others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import lxml.html
import pytest

from generator import starter
from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://tea.example"
THEMES = {"simple": '"simple"', "notmyidea": '"notmyidea"', "reflex": "reflex.path()"}  # Flex, as its fork is on PyPI
SETTINGS = f"""
SITENAME = "A blog of tea"
SITEURL = "{ADDRESS}"
AUTHOR = "Ada Kell"
PATH = "content"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
ARTICLE_PATHS = ["articles"]
FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_ALL_ATOM = "feeds/all.atom.xml"
CC_LICENSE = {{"name": "CC BY", "version": "4.0", "slug": "by", "language": "en_US", "icon": False}}
UNSIGNED_STATUS = "published"
PLUGINS = ["generator.pelican_plugin"]
"""
FILES = {
    "articles/tea.md": "Title: On tea\nDate: 2031-05-01 10:00\nCategory: Kitchen\nTags: Tea\n\n"
    "Boil **water**, then [bread]({filename}/articles/bread.md).\n\n<aside>Raw HTML is their own affair.</aside>\n",
    "articles/bread.md": "Title: On bread\nDate: 2031-04-01 10:00\nCategory: Kitchen\nTags: Kessel\n\nFlour, time.\n",
    "pages/about.md": "Title: About\n\nA page without front matter of ours.\n",
    "stories/harbour/story.md": "---\ntitle: The harbour of Kessel reopens\ndate: 2031-05-04\n"
    "tags: [Kessel, Orm]\n---\n"
    "The council met twice.\n",
    "stories/harbour/captures/courier.txt": "The harbour of Kessel reopens\n\n"
    "Mayor Ilse Brandt reopened the harbour of Kessel on 4 May 2031 after repairs that took two years.\n\n"
    "The repairs cost 12 million euros, the council said.\n\n"
    "Ferries to the islands of Orm will leave from Thursday, the operator Nordline said.\n",
    "stories/harbour/captures/gazette.txt": "Harbour open again\n\n4 May 2031\n\n"
    "Ilse Brandt, the mayor, reopened the harbour of Kessel on 4 May 2031. Fishermen said the quay is too low.\n\n"
    "The repairs cost 14 million euros, the council said.\n\n"
    "Ferries to the islands of Orm will leave from Friday, the operator Nordline said.\n",
}
NEEDED = ("markdown", "rtoml", "pelican.themes.reflex", "pelican.plugins.neighbors", "pelican.plugins.sitemap")
missing = [name for name in NEEDED if not find_spec(name)]
pytestmark = pytest.mark.skipif(
    bool(missing) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(missing)}"
)


def build(folder: Path, settings: str, path: str = "") -> Path:
    """The output of Pelican's own command, which has nothing to warn of."""
    write(folder)
    (folder / "pelicanconf.py").write_text(settings, encoding="utf-8")
    run_in(folder, "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "warnings", path=path)
    return folder / "output"


def write(folder: Path, below: str = "") -> None:
    for name, text in FILES.items():
        if name.startswith(below):
            place = folder / "content" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def run_in(folder: Path, *module: str, path: str = "") -> None:
    """Run a module in a process of its own, for what a plugin connects to Pelican stays connected."""
    known = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{path}{os.environ['PATH']}"}
    run = subprocess.run([sys.executable, "-m", *module], cwd=folder, capture_output=True, text=True, env=known)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="module", params=THEMES)
def blog(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    theme = f"from pelican.themes import reflex\nTHEME = {THEMES[request.param]}\n" if request.param == "reflex" else ""
    folder = tmp_path_factory.mktemp(request.param)
    return build(folder, (theme or f"THEME = {THEMES[request.param]}\n") + SETTINGS)


def page(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


def links(blog: Path) -> list[tuple[str, str, str]]:
    """The page, the address and the place in it of each link that leads into the blog, but those of its theme."""
    found = []
    for path in sorted(blog.rglob("*.html")):
        here = f"{ADDRESS}/{path.relative_to(blog).as_posix().removesuffix('index.html')}"
        for address in page(path).xpath("//@href | //@src"):
            parts = urlsplit(urljoin(here, address))
            if f"{parts.scheme}://{parts.netloc}" == ADDRESS and "/theme/" not in parts.path:
                found.append((here, unquote(parts.path).lstrip("/"), parts.fragment))
    return found


def test_ordinary_articles_and_pages_are_read_as_ever(blog: Path) -> None:
    text = (blog / "on-tea.html").read_text()
    assert "<strong>water</strong>" in text and "<aside>Raw HTML" in text and f'href="{ADDRESS}/on-bread.html"' in text
    assert "without front matter of ours" in (blog / "pages/about.html").read_text()


def test_an_entry_stands_among_the_articles_of_the_blog(blog: Path) -> None:
    assert "The harbour of Kessel reopens" in (blog / "index.html").read_text()
    tagged = (blog / "tag/kessel.html").read_text()
    assert "On bread" in tagged and "The harbour of Kessel reopens" in tagged


def test_nothing_of_an_entry_is_lost(blog: Path) -> None:
    digest = json.loads((blog / "stories/harbour/digest.json").read_text())
    entry = page(blog / "stories/harbour/index.html")
    words = " ".join(entry.text_content().split())
    ids = set(entry.xpath("//@id"))
    claims = [claim for claim in digest["claims"] if claim["place"] == "open"]
    assert [claim["text"] for claim in claims if claim["text"] not in words] == []
    assert {claim["id"] for claim in claims} <= ids
    assert {one["id"] for one in digest["disagreements"]} <= ids
    assert "The council met twice." in words


def test_evidence_opens_without_a_script_and_without_the_theme_s_help(blog: Path) -> None:
    entry = page(blog / "stories/harbour/index.html")
    proofs = entry.xpath('//details[summary[starts-with(normalize-space(), "Evidence")]]')
    digest = json.loads((blog / "stories/harbour/digest.json").read_text())
    assert len(proofs) >= sum(claim["place"] == "open" for claim in digest["claims"])
    assert all(proof.xpath(".//figcaption/a") for proof in proofs)
    assert not entry.xpath("//article//script")


def test_the_headline_of_an_entry_is_printed_once(blog: Path) -> None:
    entry = page(blog / "stories/harbour/index.html")
    headings = [" ".join(one.text_content().split()) for one in entry.xpath("//h1 | //h2 | //h3")]
    assert headings.count("The harbour of Kessel reopens") == 1


def test_no_link_leads_nowhere(blog: Path) -> None:
    ids: dict[str, set[str]] = {}
    dead = []
    for here, path, place in links(blog):
        file = blog / path / "index.html" if not path or path.endswith("/") else blog / path
        if not file.is_file():
            dead.append((here, path))
        elif place and file.suffix == ".html":
            known = ids.setdefault(str(file), set(page(file).xpath("//@id")))
            dead += [] if place in known else [(here, f"{path}#{place}")]
    assert dead == []


def test_the_page_of_a_source_is_one_of_the_blog(blog: Path) -> None:
    source = page(blog / "stories/harbour/sources/gazette/index.html")
    assert "A blog of tea" in source.text_content()
    assert "The repairs cost 14 million euros, the council said." in source.text_content()
    assert "gazette" in source.text_content() and source.xpath("//title")[0].text_content().strip() != ""


@pytest.mark.parametrize("name", ["all.atom.xml", "all.rss.xml"])
def test_the_blog_s_own_feed_carries_the_entry_whole(blog: Path, name: str) -> None:
    feed = feedparser.parse((blog / "feeds" / name).read_bytes())
    assert not feed.bozo
    titles = [one.title for one in feed.entries]
    assert titles == ["The harbour of Kessel reopens", "On tea", "On bread"]
    entry = feed.entries[0]
    html = entry.content[0].value if "content" in entry else entry.summary
    assert entry.link == f"{ADDRESS}/stories/harbour/"
    assert "Ilse Brandt, the mayor, reopened the harbour" in html and "12 million" in html and "14 million" in html
    links = [urlsplit(one) for one in lxml.html.fragment_fromstring(html, create_parent=True).xpath("//@href | //@src")]
    assert links and {f"{one.scheme}://{one.netloc}" for one in links} == {ADDRESS}
    files = {blog / one.path.lstrip("/") / ("index.html" if one.path.endswith("/") else "") for one in links}
    assert [file for file in files if not file.is_file()] == []
    assert "<strong>water</strong>" in (feed.entries[1].content[0].value)


def test_each_feed_of_the_blog_has_an_id_of_its_own(blog: Path) -> None:
    ids = [feedparser.parse(path.read_bytes()).feed.id for path in sorted((blog / "feeds").glob("*.atom.xml"))]
    assert len(ids) == len(set(ids)) > 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["stories/harbour/", "stories/harbour/sources/gazette/"])
def test_pages_of_an_entry_fit_the_screen_with_all_that_is_folded_open(
    blog: Path, browser: Any, width: int, address: str
) -> None:
    def answer(route: Any) -> None:
        path = unquote(urlsplit(route.request.url).path).lstrip("/")
        file = blog / path / "index.html" if path.endswith("/") else blog / path
        route.fulfill(path=file) if route.request.url.startswith(ADDRESS) and file.is_file() else route.abort()

    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    context.route("**/*", answer)
    shown = context.new_page()
    shown.goto(f"{ADDRESS}/{address}")
    folded = shown.locator("details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    assert shown.locator("details[open]").count() > 0
    assert all(one.is_visible() for one in shown.locator("details[open] > :not(summary)").all())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_what_nobody_has_signed_is_a_draft_and_what_was_signed_is_shown_as_it_was(tmp_path: Path) -> None:
    settings = SETTINGS.replace('UNSIGNED_STATUS = "published"\n', "")
    blog = build(tmp_path, settings)
    assert "harbour of Kessel" not in (blog / "index.html").read_text()
    assert "harbour of Kessel" not in (blog / "feeds/all.atom.xml").read_text()
    story = tmp_path / "content/stories/harbour"
    (story / "story.md").write_text(FILES["stories/harbour/story.md"].replace("The council met twice.\n", ""))
    assert main(["sign", str(story), "--as", "first"]) == 0
    (story / "story.md").write_text("---\ntitle: Changed since\ndate: 2031-05-04\n---\n")
    run_in(tmp_path, "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "warnings")
    assert "The harbour of Kessel reopens" in (blog / "index.html").read_text()
    assert "Changed since" not in (blog / "stories/harbour/index.html").read_text()
    assert (blog / "stories/harbour/changes/index.html").is_file()


@pytest.mark.parametrize(
    ("language", "heading"), [("de", "Worin sich die Quellen"), ("fr", "Where the sources differ")]
)
def test_an_entry_speaks_the_language_of_the_blog_where_we_do(tmp_path: Path, language: str, heading: str) -> None:
    blog = build(tmp_path, SETTINGS.replace('DEFAULT_LANG = "en"', f'DEFAULT_LANG = "{language}"'))
    assert heading in (blog / "stories/harbour/index.html").read_text()


def test_the_theme_s_own_translations_stay_its_own(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/index.html").write_text("{{ _('Sources') }} {{ undefined_here }}")
    own = (
        'THEME_TEMPLATES_OVERRIDES = ["templates"]\nJINJA_GLOBALS = {"_": lambda text: text.upper()}\n'
        'JINJA_ENVIRONMENT = {"extensions": ["jinja2.ext.i18n"]}\n'
    )
    blog = build(tmp_path, SETTINGS + own)
    assert (blog / "index.html").read_text().strip() == "SOURCES"


def test_a_blog_without_a_story_is_built_as_ever(tmp_path: Path) -> None:
    write(tmp_path, "articles/")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    run_in(tmp_path, "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "warnings")
    assert "On tea" in (tmp_path / "output/index.html").read_text()


PLUGINS = """
PLUGINS = ["generator.pelican_plugin", "pelican.plugins.neighbors", "pelican.plugins.sitemap",
           "pelican.plugins.related_posts", "pelican.plugins.search"]
THEME_TEMPLATES_OVERRIDES = ["templates"]
"""
BESIDE = """{% extends "!theme/article.html" %}
{% block BLOCK %}{{ super() }}
<nav id="beside">{% if article.prev_article %}{{ article.prev_article.title }}{% endif %}</nav>
<nav id="related">{% for one in article.related_posts %}{{ one.title }}{% endfor %}</nav>
{% endblock %}
"""
# pelican-search calls the program Stork, which no package index has: this one takes and gives what that does.
STORK = """#!/bin/sh
cp "$3" "$5"
"""


def plug_in(folder: Path, block: str) -> str:
    """What of the plugins lies in the folder of a site; returns where their program is found."""
    (folder / "templates").mkdir()
    (folder / "templates/article.html").write_text(BESIDE.replace("BLOCK", block))
    (folder / "bin").mkdir()
    (folder / "bin/stork").write_text(STORK)
    (folder / "bin/stork").chmod(0o755)
    return f"{folder / 'bin'}:"


@pytest.fixture(scope="module")
def plugged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another blog with the plugins."""
    folder = tmp_path_factory.mktemp("plugged")
    return build(folder, f'{SETTINGS}{PLUGINS}THEME = "simple"\n', plug_in(folder, "content"))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of digests alone with the plugins."""
    folder = tmp_path_factory.mktemp("ours") / "site"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(starter, "write_wheel", lambda _: None)
        starter.make_site(folder, starter.Site("Kessel Digest", "a@kessel.example", "kessel.example,2031", "en", ""))
    write(folder, "stories/")
    older = folder / "content/stories/quay"
    (older / "captures").mkdir(parents=True)
    (older / "story.md").write_text("---\ntitle: The quay is sold\ndate: 2031-05-02\ntags: [Kessel]\n---\n")
    (older / "captures/courier.txt").write_text(FILES["stories/harbour/captures/courier.txt"])
    with (folder / "publishconf.py").open("a") as file:
        file.write(PLUGINS)
    run_in(folder, "generator.build", path=plug_in(folder, "main"))
    return folder / "output"


def test_neighbours_and_related_posts_know_an_entry(plugged: Path) -> None:
    entry = page(plugged / "stories/harbour/index.html")
    assert entry.get_element_by_id("beside").text_content() == "On tea"
    assert entry.get_element_by_id("related").text_content() == "On bread"


def test_neighbours_and_related_posts_run_on_a_site_of_digests(ours: Path) -> None:
    entry = page(ours / "stories/harbour/index.html")
    assert entry.get_element_by_id("beside").text_content() == "The quay is sold"
    assert entry.get_element_by_id("related").text_content() == "The quay is sold"


@pytest.mark.parametrize("site", ["plugged", "ours"])
def test_the_sitemap_plugin_lists_an_entry_and_its_sources(site: str, request: pytest.FixtureRequest) -> None:
    sitemap = (request.getfixturevalue(site) / "sitemap.xml").read_text()
    assert "/stories/harbour/</loc>" in sitemap and "/stories/harbour/sources/gazette/</loc>" in sitemap


@pytest.mark.parametrize("site", ["plugged", "ours"])
def test_the_search_plugin_indexes_the_page_of_an_entry(site: str, request: pytest.FixtureRequest) -> None:
    index = (request.getfixturevalue(site) / "search-index.st").read_text()
    assert '"stories/harbour/index.html"' in index and '"/stories/harbour/"' in index
