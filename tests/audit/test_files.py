"""The checks of built pages that need no browser: what they find, and what they leave alone."""

from pathlib import Path

import pytest

from tools.audit.files import check_data_links, check_links, check_no_script, check_sizes
from tools.audit.findings import details, outcome, table
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


def test_a_button_that_opens_nothing_is_found(site: Site) -> None:
    write(site, "index.html", '<button popovertarget="e1">Evidence</button>')
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


def test_a_page_above_its_budget_is_found(site: Site) -> None:
    write(site, "index.html", "".join(f"<p>{number * number:x}</p>" for number in range(2000)))
    found = [check_sizes(site, {"index": budget})[0].passed for budget in (1000, 100_000)]
    assert found == [False, True]


def test_a_page_pays_for_the_style_sheets_that_it_loads_and_for_no_others(site: Site) -> None:
    write(site, "index.html", '<link rel="stylesheet" href="theme/site.css">')
    write(site, "theme/site.css", "p { color: red }" * 500)
    write(site, "theme/other.css", "p { color: red }" * 500)
    assert check_sizes(site, {"index": 100_000})[0].passed
    write(site, "theme/site.css", "p { color: red }" * 1000)
    assert not check_sizes(site, {"index": 100_000})[0].passed


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
