"""Nothing of a capture, a story's front matter or an editor's text reaches a page or a feed as markup, and no text
takes more than its share of time. Every text is invented."""

from __future__ import annotations

import json
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from generator import build, cli, pipeline
from generator.model import Story
from tests.conftest import ROOT
from tests.making import source
from tests.making import story as made_story
from tests.site.reading import dead_links, pages, read
from tests.timing import is_in_proportion

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
TEMPLATE = "{{ 7*7 }}{% raw %}${7*7}#{7*7}"
ENDS = "]]> --> </script> </textarea> </title> </style>"
HIDDEN = "\u202egpj.exe\u202c \u2066x\u2069 \x00\x07\x1b[31m"
OTHERS = "北京 العاصمة 😀 e\u0301\u0301 \U0001f468\u200d\U0001f469"

TEXT = f"""Storm {SCRIPT} {IMAGE} closes the harbour of Vann | Coast {SCRIPT} Gazette

By Mara <b onmouseover=alert(3)>Oduya</b> {TEMPLATE}

March 14, 2031

The harbour of Vann {SCRIPT} was closed for two days after a storm tore away a part of the old pier, officials said.

The council met on Monday {IMAGE} and decided to rebuild it in stone, which will cost about two million crowns.

Fishermen welcomed the plan {TEMPLATE} {ENDS} on Tuesday, but Tova Lindqvist called it too late for the island of Vann.

“We will rebuild it <a href='javascript:alert(4)'>in stone</a> {HIDDEN},” Tova Lindqvist told the council of Vann.

The ferry {OTHERS} returned to the island on Friday <!-- hidden --> <![CDATA[ {SCRIPT} ]]> after the wind fell, it said.
"""

HTML = f"""<!doctype html><html lang='en"><script>'><head>
<title>Harbour &lt;script&gt;alert(1)&lt;/script&gt; of Vann</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour <img src=x onerror=alert(2)> of Vann",
"datePublished": "2031-03-14", "author": {{"name": "Mara <b>Oduya</b> ]]>"}}, "publisher": {{"name": "{TEMPLATE}"}},
"url": "javascript:alert(4)"}}</script><link rel="canonical" href="javascript:alert(5)"></head>
<body onload="alert(6)"><article><h1>Harbour &lt;script&gt;alert(1)&lt;/script&gt; of Vann</h1>
<p>The old pier &lt;script&gt;alert(1)&lt;/script&gt; of Vann collapsed on Thursday,
the <b onclick=alert(7)>port office</b> said.</p>
<script>alert("inner")</script><style>p {{ color: red }}</style><!-- a comment of the page -->
<p>Nobody was hurt, <a href="javascript:alert(8)">the police of Vann</a> said on Thursday,
and the &amp;lt;b&amp;gt; ferry left.</p>
<p>The repair will &#x202e;take&#x202c; three years &quot;&gt;&lt;img src=x onerror=alert(2)&gt;
and begins in May, it added.</p>
</article></body></html>"""

MARKDOWN = f"""# Pier of Vann {SCRIPT}

The mayor of Vann <script>alert(1)</script> opened the [new pier](javascript:alert(4)) on Sunday, the town hall said.

The pier ![x](https://evil.example/pixel.png) is built of stone and {TEMPLATE} carries two cranes, the town hall said.
"""

FRONT = f"""---
title: 'The pier {SCRIPT} {IMAGE} {TEMPLATE} {ENDS}'
tags: ['{SCRIPT}', 'a"onclick="alert(9)', '{{{{ 7*7 }}}}', '../../etc', 'Élan & Co <b>', '北京']
sources:
  - file: 'captures/a"<b>&amp; {{{{x}}}}.txt'
    id: text
    publisher: 'Coast {SCRIPT} {IMAGE}'
    author: '{TEMPLATE} ]]>'
    url: 'https://evil.example/"><script>alert(10)</script>?a=1&b=2#x'
  - file: captures/page.html
  - file: captures/note.md
---
The *editor* writes {SCRIPT} and <img src=x onerror=alert(11)> and [a link](javascript:alert(12)) {TEMPLATE} ]]>.

The town hall decided to rebuild it in stone.[^1]

[^1]: text: "decided to rebuild it in stone"
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one hostile story, built for hosting by the command."""
    folder = tmp_path_factory.mktemp("hostile")
    captures = folder / "content/stories/pier/captures"
    captures.mkdir(parents=True)
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    (captures / 'a"<b>&amp; {{x}}.txt').write_text(TEXT, encoding="utf-8")
    (captures / "page.html").write_text(HTML, encoding="utf-8")
    (captures / "note.md").write_text(MARKDOWN, encoding="utf-8")
    (captures.parent / "story.md").write_text(FRONT, encoding="utf-8")
    places = ["--content", str(folder / "content"), "--output", str(folder / "output")]
    assert build.main([*places, "--siteurl", ADDRESS, "--publish", "--unsigned"]) == 0
    return folder / "output"


ADDRESS = "https://news.example/digest"
SITE_SCRIPTS = {"application/ld+json"}  # data, which no browser runs


def test_no_page_has_a_script_an_event_handler_or_an_address_that_runs_code(output: Path) -> None:
    for name, page in pages(output):
        for tag, attributes in page.tags:
            assert tag != "script" or attributes.get("type") in SITE_SCRIPTS or "src" in attributes, name
            assert not any(key.startswith("on") for key in attributes), (name, tag, attributes)
            for key in ("href", "src", "action", "formaction"):
                assert not attributes.get(key, "").strip().lower().startswith(("javascript:", "data:text")), name


def test_no_page_asks_a_third_party_for_anything(output: Path) -> None:
    for name, page in pages(output):
        fetched = [a["src"] for _, a in page.tags if "src" in a]
        fetched += [a["href"] for a in page.having("link") if a.get("rel") in ("stylesheet", "icon")]
        assert not [url for url in fetched if "//" in url and not url.startswith(ADDRESS)], name


def test_markup_of_a_capture_is_read_as_text(output: Path) -> None:
    page = read((output / "stories/pier/index.html").read_text(encoding="utf-8"))
    assert f"The harbour of Vann {SCRIPT} was closed for two days" in page.text
    assert not any(attributes.get("src") == "x" for _, attributes in page.tags)


def test_template_syntax_stays_as_written(output: Path) -> None:
    page = read((output / "stories/pier/index.html").read_text(encoding="utf-8"))
    assert "Fishermen welcomed the plan {{ 7*7 }}{% raw %}${7*7}#{7*7}" in page.text
    assert "49" not in page.text


def test_scripts_styles_and_comments_of_a_page_are_no_text(output: Path) -> None:
    page = read((output / "stories/pier/index.html").read_text(encoding="utf-8"))
    assert "inner" not in page.text
    assert "color: red" not in page.text
    assert "a comment of the page" not in page.text


def test_structured_data_stays_one_json_value(output: Path) -> None:
    html = (output / "stories/pier/index.html").read_text(encoding="utf-8")
    script = html.partition('type="application/ld+json">')[2].partition("</script>")[0]
    assert "Storm" in json.dumps(json.loads(script)) or "pier" in json.dumps(json.loads(script))


def test_the_editors_raw_html_is_shown_and_not_obeyed(output: Path) -> None:
    page = read((output / "stories/pier/index.html").read_text(encoding="utf-8"))
    assert "writes <script>alert(1)</script> and <img src=x onerror=alert(11)>" in page.text


def test_every_link_of_the_site_leads_somewhere(output: Path) -> None:
    assert dead_links(output, ADDRESS) == []


def test_no_file_has_a_control_or_direction_character(output: Path) -> None:
    unsafe = [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\x00", "\x07", "\x1b"]
    for path in output.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".opml", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert not [char for char in unsafe if char in text], path.name


def test_every_file_stands_inside_the_site_under_a_plain_name(output: Path) -> None:
    names = [path.relative_to(output).as_posix() for path in output.rglob("*")]
    assert [name for name in names if set(name) & set("\"'<>&{} \\?#%")] == []


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "feeds.opml", "sitemap.xml"])
def test_xml_of_the_site_is_well_formed(output: Path, name: str) -> None:
    assert etree.parse(str(output / name)).getroot().tag


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_feeds_carry_hostile_text_as_text(output: Path, name: str) -> None:
    feed: Any = feedparser.parse((output / name).read_bytes(), sanitize_html=False)
    assert not feed.bozo
    entry = feed.entries[0]
    assert "<script" not in entry.content[0].value
    assert "onerror=" not in {key for _, attributes in read(entry.content[0].value).tags for key in attributes}
    assert SCRIPT in unescape(unescape(entry.title))
    assert SCRIPT in read(entry.content[0].value).text


def test_json_of_the_site_can_be_read(output: Path) -> None:
    found = [*output.rglob("*.json")]
    assert len(found) >= 2
    for path in found:
        json.loads(path.read_text(encoding="utf-8"))


def test_an_editors_preview_of_whole_captures_shows_them_as_text(output: Path) -> None:
    folder = output.parent
    places = ["--content", str(folder / "content"), "--output", str(folder / "preview")]
    assert build.main([*places, "--captures"]) == 0
    test_no_page_has_a_script_an_event_handler_or_an_address_that_runs_code(folder / "preview")
    test_no_file_has_a_control_or_direction_character(folder / "preview")


ARTICLE = """The harbour of Vann was closed for two days after a storm tore away a part of the old pier, officials said.

The council of the island met on Monday and decided to rebuild it in stone, which will cost about two million crowns.

Fishermen welcomed the plan, but the opposition leader Tova Lindqvist called it too late and too expensive for Vann.
"""
UNITS = {
    "quotes": '"', "opening quotes": "“", "quotations": '"a b c" ', "speech": "“We go,” he said, ",
    "brackets": "[", "parentheses": "()", "commas": ",", "stops": ". ", "initials": "A. ", "titles": "Mr. ",
    "dates": "May 3, 2031, ", "digits": "1", "numbers": "1 2 3 ", "shares": "5% ", "one-letter words": "a ",
    "capitals": "Alpha ", "one word": "Alpha", "emoji": "😀", "Chinese": "北京新闻。", "Arabic": "قال الوزير إن ",
    "addresses": "http://a.example/b?c", "tags": "<a ", "comments": "<!--", "entities": "&#x202e;", "dashes": "—",
    "lone surrogates": "\ud800", "combining marks": "e\u0301\u0301", "white space": " \xa0", "overrides": "\u202e",
    "headings": "\n\nHeading 1: Introduction\n", "bullets": "\n• item", "carriage returns": "a\r",
}  # fmt: skip
LONG = 200_000  # code points: each takes well under a second where time is linear, minutes where it is quadratic


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_line_of_one_thing_takes_time_in_proportion(unit: str) -> None:
    def read(length: int) -> None:
        run = UNITS[unit] * (length // len(UNITS[unit]))
        line = f"The minister said on Monday that the port was closed, {run} and that the ferry of the island was late."
        assert pipeline.build(made_story(one=f"{ARTICLE}\n{line}\n\n{ARTICLE}")).claims

    assert is_in_proportion(read, LONG)


MARKUP = {
    "open elements": "<div>", "closed elements": "</div>", "paragraphs": "<p>x", "items": "<li>x", "links": '<a href="',
    "attributes": "<a b=c d e f>", "comments": "<!-- ", "sections": "<![CDATA[", "titles": "<title>",
    "scripts": "<script>",
    "headings": "<h1>x</h1>", "entities": "&#99999999;", "times": '<time datetime="0000-00-00">', "breaks": "<br>",
    "data": '<script type="application/ld+json">[[[[{"@type":"Article","headline":99}</script>',
}  # fmt: skip


@pytest.mark.parametrize("unit", MARKUP)
def test_a_page_of_broken_markup_takes_time_in_proportion(unit: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n"))

    def read(length: int) -> None:
        page = f"<article>{paragraphs}</article>{MARKUP[unit] * (length // len(MARKUP[unit]))}"
        pipeline.build(_story(page, "text/html"))

    assert is_in_proportion(read, LONG)


@pytest.mark.parametrize(
    "unit", ["*", "**a ", "[", "[a](", "`", "> ", "- ", "_", "[^a]: b\n", "<", "|a", "![](", "***"]
)
def test_markdown_of_one_thing_takes_time_in_proportion(unit: str) -> None:
    def read(length: int) -> None:
        pipeline.build(_story(f"{ARTICLE}\n{unit * (length // len(unit))}\n\n{ARTICLE}", "text/markdown"))

    assert is_in_proportion(read, LONG)


def _story(text: str, media_type: str) -> Story:
    plain = made_story()
    return Story(plain.slug, plain.path, (source(text, "one", media_type),), plain.title, plain.date)


@pytest.mark.parametrize("marks", ['" "', "“ ”", '""', '"', "“", '" " "', "”“"])
def test_stray_quotation_marks_quote_nobody(marks: str) -> None:
    digest = pipeline.build(
        made_story(one=f"{ARTICLE}\n{marks} The mayor Aldo Brandt said on Thursday that 214 people left.")
    )
    assert any("214 people" in claim.text for claim in digest.claims)


def test_deeply_nested_json_in_a_page_is_passed_over() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n"))
    for data in ("[" * 200_000, '{"a":' * 100_000, '{"@type": "Article", "headline": ' + "9" * 6_000 + "}"):
        page = f'<script type="application/ld+json">{data}</script><article>{paragraphs}</article>'
        assert pipeline.build(_story(page, "text/html")).claims


def test_a_digest_with_lone_surrogates_can_be_printed(tmp_path: Path, capfdbinary: Any) -> None:
    story = tmp_path / "pier"
    (story / "captures").mkdir(parents=True)
    (story / "story.md").write_text("---\ntitle: Pier\ndate: 2031-05-02\n---\n")
    (story / "captures/a.txt").write_bytes(
        ARTICLE.encode() + b"\nThe crew \xed\xa0\x80 of the ferry was safe, he said.\n"
    )
    assert cli.main(["digest", str(story)]) == 0
    assert json.loads(capfdbinary.readouterr().out)["slug"] == "pier"
