"""A real Pelican build, read as files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import Built, Plan, build_site, main, report, write_site
from generator.errors import InputError
from generator.model import Digest, EditorBody, Found, Match, Verdict
from generator.stories import notes_of
from tests.factories import CAPTURES, CLOSED, digest
from tests.site.conftest import ADDRESS
from tests.site.reading import dead_links, pages, read

ROOT = Path(__file__).resolve().parents[2]


def files(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_a_build_writes_every_kind_of_page(published: Path) -> None:
    written = files(published)
    assert {
        "index.html",
        "404.html",
        "archive/index.html",
        "archive/2031-04/index.html",
        "tags/index.html",
        "tags/velm/index.html",
        "people-and-places/index.html",
        "people-and-places/ines-tarrow/index.html",
        "method/index.html",
        "corrections/index.html",
        "subscribe/index.html",
        "stories/velm-bridge/index.html",
        "stories/velm-bridge/digest.json",
        "stories/velm-bridge/sources/gazette/index.html",
        "robots.txt",
        "sitemap.xml",
        "_headers",
        ".nojekyll",
        "theme/site.css",
        "theme/favicon.svg",
    } <= set(written)


def test_no_capture_and_no_story_file_is_copied(published: Path) -> None:
    assert not [name for name in files(published) if "captures" in name or name.endswith(".md")]


def test_every_link_and_anchor_of_a_published_site_leads_somewhere(published: Path) -> None:
    assert dead_links(published, ADDRESS) == []


def test_every_link_and_anchor_of_a_preview_leads_somewhere(preview: Path) -> None:
    assert dead_links(preview, "http://localhost:8000") == []


def test_no_id_stands_twice_on_a_page(published: Path) -> None:
    assert [name for name, page in pages(published) if len(page.ids) != len(set(page.ids))] == []


def test_no_page_asks_another_site_for_anything(published: Path) -> None:
    for name, page in pages(published):
        assert page.having("script") == page.having("script", type="application/ld+json"), name
        loaded = [link["href"] for link in page.having("link", rel="stylesheet") + page.having("link", rel="icon")]
        loaded += [found["src"] for tag, found in page.tags if "src" in found and tag != "meta"]
        assert not [url for url in loaded if "://" in url and not url.startswith(ADDRESS)], name


def test_no_page_has_styles_or_handlers_that_its_security_policy_forbids(published: Path) -> None:
    for name, page in pages(published):
        assert page.having("style") == [], name
        attributes = {key for _, found in page.tags for key in found}
        assert not [key for key in attributes if key == "style" or key.startswith("on")], name


def test_pages_and_headers_state_one_strict_security_policy(published: Path) -> None:
    headers = (published / "_headers").read_text()
    for name, page in pages(published):
        (policy,) = page.having("meta", **{"http-equiv": "Content-Security-Policy"})
        assert policy["content"].startswith("default-src 'none'; "), name
        assert "unsafe" not in policy["content"]
        assert f"Content-Security-Policy: {policy['content']}; frame-ancestors 'none'" in headers


def test_markup_in_a_capture_reaches_no_file_as_markup(published: Path) -> None:
    assert b"Radio &lt;b&gt;Five" in files(published)["stories/velm-bridge/index.html"]
    assert [name for name, data in files(published).items() if b"<b>Five" in data and name.endswith(".html")] == []


def test_an_address_that_is_no_web_address_is_no_link(published: Path) -> None:
    for _, page in pages(published):
        assert not [found for _, found in page.tags if found.get("href", "").startswith("javascript:")]


def test_a_claim_says_who_reports_it_and_opens_its_evidence(story: str) -> None:
    page = read(story)
    assert [f"Evidence for claim {number}" in page.text for number in range(1, 8)] == [True] * 7
    assert "Velm Gazette, Coast Courier, Radio <b>Five</b>, 3 of 3" in page.text
    assert "only Coast Courier" in page.text


def test_no_two_controls_of_a_page_have_one_name(story: str) -> None:
    names = re.findall(r"<summary>(.*?)</summary>", story, re.DOTALL)
    assert len(names) > 8
    assert len(names) == len(set(names))


def test_a_claim_that_is_not_plainly_reported_says_so(story: str) -> None:
    for label in ("denied", "alleged", "planned"):
        assert f'<b class="kind">{label}</b>' in story


def test_the_evidence_marks_the_cited_words_in_their_context(story: str) -> None:
    first, second = (story.index(f'Evidence<span class="vh"> for claim {number}<') for number in (1, 2))
    shown = story[first:second]
    assert "<mark>Velm&#39;s old harbour bridge has been closed to …</mark>" in shown  # no more of it is printed
    assert "[…] The port authority said" in shown


def test_a_quote_that_its_claim_prints_is_not_printed_again_with_its_evidence(story: str) -> None:
    denied = "Mayor Ines Tarrow denied that the city had been warned in spring."
    assert read(story).text.count(denied) == 1
    assert "[…] People in the town" in story


def test_a_disagreement_shows_each_position_with_its_sources(story: str) -> None:
    differ = story[story.index('id="d-lorries"') : story.index('id="what-happened"')]
    assert "<dt>Velm Gazette</dt><dd>40" in differ
    assert "<dt>Radio &lt;b&gt;Five&lt;/b&gt;</dt><dd>60" in differ


def test_a_source_shows_what_an_editor_should_know(story: str) -> None:
    card = story[story.index('id="source-courier"') : story.index('id="source-radio')]
    assert "No date was found in this capture." in card
    assert "Jon Addel" in card


def test_the_original_is_linked_with_a_text_fragment(story: str) -> None:
    assert 'href="https://gazette.example/bridge?a=1&amp;b=2#:~:text=The%20old' in story


def test_the_page_carries_the_data_that_machines_read(story: str) -> None:
    start = story.index('<script type="application/ld+json">')
    text = story[story.index(">", start) + 1 : story.index("</script>", start)]
    data = json.loads(text)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Velm closes its old bridge"
    assert data["datePublished"] == "2031-04-08"
    assert [work["publisher"]["name"] for work in data["isBasedOn"]][2] == "Radio <b>Five</b>"
    assert "<" not in text


def test_a_source_page_gives_the_cited_passages_in_their_order(published: Path) -> None:
    page = read((published / "stories/velm-bridge/sources/gazette/index.html").read_text(encoding="utf-8"))
    anchors = [name for name in page.ids if name.startswith("p") and name[1:].isdigit()]
    assert anchors == sorted(anchors, key=lambda name: int(name[1:]))
    assert len(anchors) == 3


def test_a_source_page_prints_nothing_that_is_not_cited(published: Path) -> None:
    page = read((published / "stories/velm-bridge/sources/gazette/index.html").read_text(encoding="utf-8"))
    assert "watching closely" not in page.text
    assert "Weather" not in page.text


def test_the_list_of_a_name_has_titles_and_tells_no_news_again(published: Path) -> None:
    page = (published / "people-and-places/ines-tarrow/index.html").read_text(encoding="utf-8")
    assert "stories/velm-bridge/" in page
    assert CLOSED not in page


def test_a_story_has_a_card_for_sites_that_link_to_it(published: Path, story: str) -> None:
    assert f'<meta property="og:image" content="{ADDRESS}/stories/velm-bridge/card.png">' in story
    assert (published / "stories/velm-bridge/card.png").read_bytes().startswith(b"\x89PNG")


def test_a_published_page_names_its_own_address(story: str) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}/stories/velm-bridge/">' in story


def test_a_preview_names_no_address_of_its_own(preview: Path) -> None:
    assert "canonical" not in (preview / "index.html").read_text(encoding="utf-8")


def test_search_engines_are_told_where_the_sitemap_is(published: Path) -> None:
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (published / "robots.txt").read_text()


def test_a_list_of_one_story_is_not_for_search_engines(published: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (published / "tags/orm/index.html").read_text()
    assert '<meta name="robots" content="noindex">' not in (published / "tags/roads-bridges/index.html").read_text()
    sitemap = (published / "sitemap.xml").read_text()
    assert "tags/roads-bridges/" in sitemap
    assert "tags/orm/" not in sitemap


def test_no_two_pages_share_a_title(tmp_path: Path) -> None:
    same = (digest("one"), digest("two"), digest("three", day=date(2031, 4, 9)))
    write_site(Plan(tmp_path / "output"), tuple(replace(one, actors=("Velm",)) for one in same))
    titles = [
        re.findall(r"<title>(.*?)</title>", path.read_text())[0] for path in (tmp_path / "output").rglob("*.html")
    ]
    assert len(titles) > 20
    assert sorted(titles) == sorted(set(titles))


def test_the_sitemap_of_news_holds_the_stories_of_the_last_days_before_the_newest(published: Path) -> None:
    news = (published / "news-sitemap.xml").read_text()
    assert news.count("<news:news>") == 1
    assert "<news:publication_date>2031-04-08</news:publication_date><news:title>Velm closes its old bridge" in news


def test_every_page_says_where_readers_write_to(story: str) -> None:
    assert '<a href="mailto:editor@news-digest.example">editor@news-digest.example</a>' in story


def test_the_sitemap_says_of_no_page_when_it_changed_where_no_edition_tells_it(published: Path) -> None:
    sitemap = (published / "sitemap.xml").read_text()
    assert f"<loc>{ADDRESS}/stories/ferry-strike/</loc></url>" in sitemap
    assert "lastmod" not in sitemap


def test_the_front_page_leads_with_the_newest_story(published: Path) -> None:
    text = read((published / "index.html").read_text(encoding="utf-8")).text
    assert text.index("Velm closes") < text.index("The ferries to Orm") < text.index("The old quay")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[list[dict[str, bytes]]]:
    """Two builds by processes that differ in what must not matter: hash seed, time zone, language."""
    code = (
        "import sys; from pathlib import Path; from generator.build import *; from tests.factories import digest;"
        "write_site(Plan(Path(sys.argv[1])), (digest(), digest('b'), digest('c')))"
    )
    built = []
    for name, seed, zone, language in (("one", "1", "Pacific/Apia", "C"), ("two", "2", "Asia/Tokyo", "C.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / name)], check=True, env=environment, cwd=ROOT)
        built.append(files(tmp_path / name))
    yield built


def test_two_builds_are_identical_byte_for_byte(elsewhere: list[dict[str, bytes]]) -> None:
    one, two = elsewhere
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_a_build_replaces_an_older_site_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(Plan(output), (digest("first"),))
    write_site(Plan(output), (digest("second"),))
    assert sorted(path.name for path in (output / "stories").iterdir()) == ["second"]
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_build_that_fails_leaves_the_existing_site_untouched(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(Plan(output), (digest("first"),))
    before = files(output)
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages/broken.md").write_text("no front matter\n")
    with pytest.raises(InputError, match=r"broken\.md.*front matter"):
        write_site(Plan(output, content), (digest("second"),))
    assert files(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "output"]


def test_a_folder_that_holds_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(InputError, match="something else"):
        build_site(Plan(tmp_path))
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_publishing_without_an_address_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--publish", "--output", str(tmp_path / "output")]) == 2
    error = capsys.readouterr().err
    assert "--siteurl https://" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://", 'https://a.example/"><b>'])
def test_an_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    assert main(["--siteurl", address, "--output", str(tmp_path / "output")]) == 2


def test_an_unusable_story_is_named_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    story = tmp_path / "content/stories/empty"
    story.mkdir(parents=True)
    (story / "story.md").write_text("---\ntitle: Nothing\n---\n")
    assert main(["--content", str(tmp_path / "content"), "--output", str(tmp_path / "output")]) == 2
    error = capsys.readouterr().err
    assert "empty" in error
    assert error.count("\n") == 1
    assert not (tmp_path / "output").exists()


def test_an_editors_preview_shows_whole_captures_with_what_became_of_each_part(tmp_path: Path) -> None:
    texts = {("velm-bridge", source): text for source, text in CAPTURES.items()}
    write_site(Plan(tmp_path / "output"), (digest(),), texts)
    html = (tmp_path / "output/stories/velm-bridge/sources/gazette/capture/index.html").read_text(encoding="utf-8")
    assert '<span class="layer omitted" title="omitted: asserts nothing">People in the town will' in html
    assert '<span class="layer furniture" title="furniture: menu">MENU  Home  Weather</span>' in html
    assert dead_links(tmp_path / "output", "http://localhost:8000") == []


def test_a_published_site_never_shows_a_whole_capture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {("velm-bridge", source): text for source, text in CAPTURES.items()}
    write_site(Plan(tmp_path / "output", address=ADDRESS, publish=True), (digest(),), texts)
    assert not list((tmp_path / "output").rglob("capture/*"))
    assert main(["--publish", "--captures", "--siteurl", ADDRESS, "--output", str(tmp_path / "output")]) == 2
    assert "leave out --captures" in capsys.readouterr().err


def test_the_report_says_what_was_made_and_what_to_look_at(digests: tuple[Digest, ...], tmp_path: Path) -> None:
    merge = Match("gazette:1-2", "courier:3-4", 0.51, (), Verdict.SAME, "say the same")
    notes = {one.slug: notes_of(one) for one in digests}
    notes["velm-bridge"] = replace(notes["velm-bridge"], merges=(merge,))
    text = report(Plan(tmp_path / "output"), Built(notes))
    assert "3 stories from 9 sources: 21 claims, 3 disagreements" in text
    assert "velm-bridge: gazette:1-2 and courier:3-4, 0.51: say the same" in text
    assert "velm-bridge: How many lorries had crossed that morning?" in text
    assert "velm-bridge/courier: No date was found in this capture." in text
    assert "output" in text.splitlines()[-1]


def test_the_editors_text_stands_above_the_claims_without_raw_html(tmp_path: Path) -> None:
    body = EditorBody('A *word* from us.[^g-1]\n\n<script>alert(1)</script>\n\n[^g-1]: gazette: "closed"\n')
    write_site(Plan(tmp_path / "output"), (replace(digest(), body=body),))
    html = (tmp_path / "output/stories/velm-bridge/index.html").read_text(encoding="utf-8")
    assert html.index("A <em>word</em> from us.") < html.index('id="what-happened"')
    assert "&lt;script&gt;alert(1)" in html
    assert '<a href="sources/gazette/">Velm Gazette</a>: &quot;closed&quot;' in html
    feed = (tmp_path / "output/rss.xml").read_text(encoding="utf-8")
    assert '<a href="http://localhost:8000/stories/velm-bridge/sources/gazette/">Velm Gazette</a>: &quot;closed' in feed
    assert dead_links(tmp_path / "output", "http://localhost:8000") == []


def test_links_and_pictures_of_the_editors_text_are_absolute_in_feeds(tmp_path: Path) -> None:
    body = EditorBody("[old](../other/?a=1&b=2) ![plan](plan.png) [here](#in-brief) [mail](mailto:a@b.example)")
    write_site(Plan(tmp_path / "output", address=ADDRESS), (replace(digest(), body=body),))
    feed = json.loads((tmp_path / "output/feed.json").read_text(encoding="utf-8"))
    html = feed["items"][0]["content_html"]
    assert f'<a href="{ADDRESS}/stories/other/?a=1&amp;b=2">old</a>' in html
    assert f'<img src="{ADDRESS}/stories/velm-bridge/plan.png"' in html
    assert f'<a href="{ADDRESS}/stories/velm-bridge/#in-brief">here</a>' in html
    assert '<a href="mailto:a@b.example">mail</a>' in html


def test_a_table_is_aligned_by_classes_that_the_style_sheet_knows(tmp_path: Path) -> None:
    body = EditorBody("| a | b | c |\n|--:|:-:|:--|\n| 1 | 2 | 3 |\n")
    write_site(Plan(tmp_path / "output"), (replace(digest(), body=body),))
    html = (tmp_path / "output/stories/velm-bridge/index.html").read_text(encoding="utf-8")
    assert '<td class="align-right">1</td>\n<td class="align-center">2</td>' in html
    assert "style=" not in html
    css = (tmp_path / "output/theme/site.css").read_text(encoding="utf-8")
    assert ".align-right {" in css and ".align-center {" in css


def test_a_page_with_an_image_of_another_site_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content/pages", content / "pages")
    (content / "pages/pier.md").write_text("---\ntitle: Pier\n---\nOld.\n\n![p](https://e.example/p.png)\n")
    with pytest.raises(InputError, match=r"pier\.md:6: the image https://e\.example/p\.png"):
        write_site(Plan(tmp_path / "output", content=content), (digest(),))


def test_what_turns_text_around_reaches_no_page_and_no_feed(tmp_path: Path) -> None:
    known = digest().sources[0].metadata
    turned = Found(
        "https://gazette.example/\u202e\u2066\u200bbridge", "link canonical", "<link href='https://\u202e\u200bb'>"
    )
    source = replace(digest().sources[0], metadata=replace(known, url=turned))
    body = EditorBody("An &#x202e;entity and \u202d\u2067the like.")
    made = replace(digest(), sources=(source, *digest().sources[1:]), body=body)
    write_site(Plan(tmp_path / "output"), (made,))
    for name, data in files(tmp_path / "output").items():
        if name.endswith((".html", ".xml", "feed.json")):
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", data.decode()), name
