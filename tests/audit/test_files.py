"""The checks of built pages that need no browser: what they find, and what they leave alone."""

import json
from pathlib import Path

import pytest

from tools.audit.files import (
    check_data_links,
    check_links,
    check_no_script,
    check_story_sizes,
    check_story_weights,
    check_vocabulary,
    check_weight,
    story_budget,
)
from tools.audit.findings import details, outcome, table, together
from tools.audit.pages import Site

ADDRESS = "https://digest.example"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site("invented", tmp_path)


def write(site: Site, path: str, text: str) -> None:
    file = site.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_link_to_a_page_that_is_there_is_no_finding(site: Site) -> None:
    write(site, "index.html", '<a href="about/">About</a> <a href="https://elsewhere.example/">Elsewhere</a>')
    write(site, "about/index.html", '<a href="../">Home</a>')
    assert check_links(site, ADDRESS).passed


def test_a_dead_link_is_found(site: Site) -> None:
    write(site, "index.html", '<a href="abuot/">About</a>')
    assert check_links(site, ADDRESS).findings == ("index.html: abuot/ leads nowhere",)


def test_an_absolute_link_into_the_site_is_followed(site: Site) -> None:
    write(site, "index.html", f'<a href="{ADDRESS}/gone/">Gone</a>')
    assert not check_links(site, ADDRESS).passed


def test_a_dead_anchor_is_found_on_the_page_and_across_pages(site: Site) -> None:
    write(site, "index.html", '<p id="here"></p><a href="#here">a</a><a href="#nowhere">b</a><a href="p/#q">c</a>')
    write(site, "p/index.html", '<p id="other"></p>')
    assert [line.split()[1] for line in check_links(site, ADDRESS).findings] == ["#nowhere", "p/#q"]


def test_a_name_that_is_taken_from_nothing_is_found(site: Site) -> None:
    write(site, "index.html", '<section aria-labelledby="e1">Evidence</section>')
    assert check_links(site, ADDRESS).findings == ("index.html: nothing has the id e1",)


def test_an_id_that_stands_twice_is_found(site: Site) -> None:
    write(site, "index.html", '<p id="a"></p><p id="a"></p>')
    assert check_links(site, ADDRESS).findings == ("index.html: the id a stands twice",)


def test_a_feed_that_names_a_missing_page_is_found(site: Site) -> None:
    write(site, "feed.json", f'{{"items": [{{"url": "{ADDRESS}/gone/"}}]}}')
    assert check_data_links(site, ADDRESS).findings == (f"feed.json: {ADDRESS}/gone/ leads nowhere",)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        '<script src="a.js"></script>',
        '<p onclick="x()">',
        '<a href="javascript:x()">x</a>',
        '<img src="https://elsewhere.example/dot.gif">',
        '<link rel="stylesheet" href="//elsewhere.example/a.css">',
        '<iframe src="https://elsewhere.example/"></iframe>',
    ],
)
def test_what_runs_or_comes_from_elsewhere_is_found(site: Site, markup: str) -> None:
    write(site, "index.html", markup)
    assert not check_no_script(site, ADDRESS).passed


def test_data_for_search_engines_is_no_script(site: Site) -> None:
    write(site, "index.html", '<script type="application/ld+json">{}</script><link rel="icon" href="icon.svg">')
    assert check_no_script(site, ADDRESS).passed


def test_a_style_sheet_that_loads_a_font_is_found(site: Site) -> None:
    write(site, "theme/site.css", "@font-face { src: url(https://elsewhere.example/f.woff2) }")
    assert not check_no_script(site, ADDRESS).passed


def digits(length: int) -> str:
    """Text of about this length that does not compress below a half of it."""
    return "".join(f"{number * number:x}" for number in range(length))[:length]


def test_a_page_above_its_budget_is_found(site: Site) -> None:
    write(site, "index.html", digits(8000))
    assert [check_weight(site, "index", budget).passed for budget in (1000, 100_000)] == [False, True]


def test_a_page_pays_for_the_style_sheets_that_it_loads_and_for_no_others(site: Site) -> None:
    write(site, "index.html", '<link rel="stylesheet" href="theme/site.css">')
    write(site, "theme/site.css", "p { color: red }" * 500)
    write(site, "theme/other.css", "p { color: red }" * 500)
    assert check_weight(site, "index", 100_000).passed
    write(site, "theme/site.css", "p { color: red }" * 1000)
    assert not check_weight(site, "index", 100_000).passed


def test_the_budget_of_a_story_grows_with_its_sources_on_one_line() -> None:
    assert [story_budget(sources) // 1024 for sources in (1, 5, 20, 35)] == [16, 16, 30, 44]
    assert story_budget(5) < story_budget(6) < story_budget(20)


@pytest.mark.parametrize(("sources", "passes"), [(3, False), (5, False), (20, True)])
def test_a_story_is_weighed_by_its_number_of_sources(site: Site, sources: int, passes: bool) -> None:
    write(site, "stories/sarn/index.html", digits(44_000))
    write(site, "stories/sarn/digest.json", json.dumps({"sources": [{}] * sources}))
    write(site, "stories/velm/index.html", "a")
    write(site, "stories/velm/digest.json", json.dumps({"sources": [{}]}))
    assert check_story_weights(site).passed is passes


def test_the_size_of_a_story_is_that_of_all_its_files_but_its_data(site: Site) -> None:
    write(site, "stories/sarn/index.html", "a" * 1000)
    write(site, "stories/sarn/sources/courier/index.html", "a" * 500)
    write(site, "stories/sarn/digest.json", "a" * 200_000)
    write(site, "stories/sarn/editions/1.json", "a" * 200_000)
    write(site, "index.html", "a" * 200_000)
    found = check_story_sizes(site)
    assert (found.passed, found.measured) == (True, "1,500 of 90,000 bytes, 401,500 with data")


@pytest.mark.parametrize(("largest", "passes"), [(179_000, True), (181_000, False)])
def test_stories_may_be_large_while_their_average_is_not(site: Site, largest: int, passes: bool) -> None:
    write(site, "stories/sarn/index.html", "a" * largest)
    write(site, "stories/velm/index.html", "")
    assert check_story_sizes(site).passed is passes


def told(site: Site, page: str = "", entry: str = "", quote: str = "") -> tuple[str, ...]:
    """What the check of words finds in a page and a feed entry of a story with this quote."""
    digest = {
        "title": "Sarn",
        "claims": [{"citations": [{"role": "support", "exact": quote}]}],
        "disagreements": [],
        "sources": [],
    }
    write(site, "stories/sarn/index.html", page)
    write(site, "stories/sarn/digest.json", json.dumps(digest))
    write(site, "feed.json", json.dumps({"items": [{"url": f"{ADDRESS}/stories/sarn/", "content_html": entry}]}))
    return check_vocabulary(site).findings


@pytest.mark.parametrize(
    "term", ["As captured", "page furniture", "passage by passage", "2 supports", "in one respect"]
)
def test_a_term_of_the_program_is_found_on_a_page_and_in_the_feed(site: Site, term: str) -> None:
    assert told(site, page=f"<p>{term}</p>")[0].startswith("stories/sarn/index.html, page: ")
    assert told(site, entry=f"<p>{term}</p>")[0].startswith("stories/sarn/index.html, feed entry: ")


def test_a_word_of_a_source_is_no_term_of_the_program(site: Site) -> None:
    assert told(site, page="<p>They captured Sarn.</p>", quote="They captured Sarn.") == ()


def test_a_name_in_markup_is_no_word_on_a_page(site: Site) -> None:
    assert (
        told(site, page='<p class="passage">a</p><script type="application/ld+json">{"a": "furniture"}</script>') == ()
    )


def test_the_largest_page_of_a_type_stands_for_it(site: Site) -> None:
    write(site, "stories/short/index.html", "a")
    write(site, "stories/long/index.html", "aa")
    write(site, "stories/long/sources/one/index.html", "aaa")
    assert site.one("story").address == "/stories/long/"


def test_pages_that_stand_alone_are_each_looked_at(site: Site) -> None:
    write(site, "method/index.html", "a")
    write(site, "subscribe/index.html", "a")
    assert [page.address for page in site.samples()] == ["/method/", "/subscribe/"]


def test_the_table_tells_what_failed_and_the_details_tell_why() -> None:
    results = [outcome("links", "index", "3 links"), outcome("sizes", "index", "9 bytes", ["9 bytes are too many"])]
    assert [line.split(" | ")[2].strip() for line in table(results).splitlines()[2:]] == ["pass", "FAIL"]
    assert details(results) == "sizes, index:\n  9 bytes are too many"


def test_findings_of_several_pages_are_told_with_the_page_of_each() -> None:
    results = {"a/": outcome("links", "story", "", ["one is dead"]), "b/": outcome("links", "story", "")}
    assert together(results, "2 stories") == outcome("links", "2 stories", "2 pages", ["a/: one is dead"])
