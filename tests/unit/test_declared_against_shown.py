"""What a page declares for machines against what it shows its readers: headline, author, day, publisher. All text is
invented."""

from __future__ import annotations

import json

import pytest

from generator.clean import clean
from generator.metadata import find_metadata
from generator.model import Metadata
from tests.making import document

HEADLINE = "Velm closes its old harbour bridge after cracks are found"
PARAGRAPHS = (
    "<p>The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers.</p>"
    "<p>The port authority said that forty lorries had crossed the bridge that morning, before it was closed.</p>"
    "<p>Mayor Ines Tarrow denied that the city had been warned in spring, as the union of engineers had said on "
    "Monday.</p>"
)


def page(head: str = "", above: str = "", below: str = "", h1: str = HEADLINE, before: str = "") -> Metadata:
    """``above`` stands between the main heading and the article's text, ``before`` above the article."""
    body = f"<nav><a href=/>Home</a></nav>{before}<article><h1>{h1}</h1>{above}{PARAGRAPHS}{below}</article>"
    return find_metadata(
        clean(document(f"<html lang=en><head>{head}</head><body>{body}</body></html>", media_type="text/html"))
    )


def value(found: Metadata, name: str) -> str | None:
    fact = getattr(found, name)
    return None if fact is None else fact.value


def json_ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


OG_TITLE = "<meta property='og:title' content='{}'>"
OG_SITE = "<meta property='og:site_name' content='The Velm Bell'>"


# Headline


@pytest.mark.parametrize(
    "head",
    [
        json_ld(headline="Velm bridge: closure, detours, cracks - everything you need to know"),
        OG_TITLE.format("Old Velm bridge shut: what we know about detours | The Velm Bell"),
        "<title>Bridge shut in Velm - The Velm Bell</title>",
        "",
    ],
)
def test_the_pages_own_headline_comes_before_that_for_search_engines(head: str) -> None:
    assert value(page(head), "title") == HEADLINE


@pytest.mark.parametrize(
    "h1", ["The Velm Bell", "The Velm Bell Newspaper", "Coast news", "<a href=/><img src=a.png></a>"]
)
def test_a_main_heading_that_names_the_site_or_a_section_is_no_headline(h1: str) -> None:
    head = OG_SITE + OG_TITLE.format(HEADLINE)
    assert value(page(head, h1=h1), "title") == HEADLINE


def test_of_several_main_headings_the_one_like_the_title_is_the_headline() -> None:
    head = f"<title>{HEADLINE} | The Velm Bell</title>"
    other = "<h1>Whale seen off the northern cape for the first time in years</h1>"
    assert value(page(head, before=other, below=other), "title") == HEADLINE


def test_words_above_the_headline_in_its_element_are_left_out() -> None:
    head = OG_TITLE.format(HEADLINE)
    assert value(page(head, h1=f"<span>Harbour</span> <span>{HEADLINE}</span>"), "title") == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | The Velm Bell",
        f"{HEADLINE} - The Velm Bell",
        f"{HEADLINE} – Velm Bell",
        f"{HEADLINE} | News | The Velm Bell",
        f"{HEADLINE} | VB | 07.05.2024",
        f"{HEADLINE} - May 7, 2024",
        f"{HEADLINE} - velmbell.example",
        f"{HEADLINE}｜The Velm Bell",
        f"The Velm Bell: {HEADLINE}",
        f"The Velm Bell | {HEADLINE}",
    ],
)
def test_a_declared_title_is_shown_without_site_section_and_date(title: str) -> None:
    head = OG_SITE + OG_TITLE.format(title) + "<link rel=canonical href='https://www.velmbell.example/a/1'>"
    assert value(page(head, h1="Coast"), "title") == HEADLINE


@pytest.mark.parametrize("title", [f"{HEADLINE} - and why it matters", f"Cracks: {HEADLINE}", "Closed – open – closed"])
def test_parts_of_a_title_that_are_no_name_of_the_site_stay(title: str) -> None:
    assert value(page(OG_SITE + OG_TITLE.format(title), h1="Coast"), "title") == title


# Author


@pytest.mark.parametrize(
    "declared",
    [
        "<meta name=author content='m.lee@velmbell.example'>",
        "<meta name=author content='104771'>",
        "<meta name=author content='The Velm Bell'>" + OG_SITE,
        "<meta name=author content='Velm News Desk'>",
        "<meta name=author content='admin'>",
        "<meta property='article:author' content='https://velmbell.example/people/lee'>",
        json_ld(author={"@type": "Organization", "name": "Coast Media House"}),
        json_ld(author="The Velm Bell", publisher={"@type": "Organization", "name": "The Velm Bell"}),
        "<a rel=author href='mailto:x'>Email the author</a>",
        "<meta name=author content='Ann Lee'>",
    ],
)
def test_a_byline_that_names_people_comes_before_what_names_none_or_fewer(declared: str) -> None:
    assert value(page(declared, above="<p>By Ann Lee and Bo Ek</p>"), "author") == "Ann Lee and Bo Ek"


def test_people_are_told_from_the_house_that_is_declared_with_them() -> None:
    assert value(page("<meta name=author content='Ann Lee, The Velm Bell'>" + OG_SITE), "author") == "Ann Lee"
    people = [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}]
    assert value(page(json_ld(author=people)), "author") == "Ann Lee, Bo Ek"


def test_a_house_is_the_author_where_nobody_is_named_and_a_mail_address_never() -> None:
    assert value(page("<meta name=author content='Velm News Desk'>"), "author") == "Velm News Desk"
    assert value(page("<meta name=author content='desk@velmbell.example'>"), "author") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee, Bo Ek and Cy van Dee", "Ann Lee, Bo Ek and Cy van Dee"),
        ("By Ann Lee, Bo Ek", "Ann Lee, Bo Ek"),
        ("By Ann Lee, Staff Writer", "Ann Lee"),
        ("By Ann Lee, Velm", "Ann Lee"),
        ("By Ann Lee, Senior Contributing Writer", "Ann Lee"),
    ],
)
def test_all_names_of_a_byline_and_nothing_else_are_taken(line: str, names: str) -> None:
    assert value(page(above=f"<p>{line}</p>"), "author") == names


# Day


@pytest.mark.parametrize(
    "other",
    [
        "<aside><a href=/b>Vote on the bridge</a> <time datetime=2024-04-20>20 April</time></aside>",
        "<div class=related><a href=/b>Vote</a> <time datetime=2024-04-20>20 April</time></div>",
        "<footer><time datetime=2024-04-20>20 April</time></footer>",
    ],
)
def test_the_time_of_a_teaser_is_not_the_day_of_publication(other: str) -> None:
    for below in ("<p>Posted May 7, 2024</p>", "<p>Published: 7 May 2024</p>"):
        assert value(page(before=other, below=below), "published") == "2024-05-07"
    assert (
        value(page(before=other, above="<p><time datetime=2024-05-07>Tuesday</time></p>"), "published") == "2024-05-07"
    )


def test_the_time_of_a_post_in_the_article_is_not_the_day_of_publication() -> None:
    post = "<blockquote><p>The bridge is shut.</p><time datetime=2024-04-20>20 April</time></blockquote>"
    found = page(above="<p>By Ann Lee, May 7, 2024</p>", below=post * 3)
    assert (value(found, "published"), found.published and found.published.doubt) == ("2024-05-07", None)


def test_a_time_far_from_headline_and_article_is_in_doubt() -> None:
    lines = "".join(f"<p>Line {number}</p>" for number in range(20))
    found = page(below=f"{lines}<p>Seen <time datetime=2024-04-20>in spring</time></p>")
    assert found.published is None or found.published.doubt is not None


@pytest.mark.parametrize(
    "above",
    [
        "<p>Updated <time datetime=2024-05-09>May 9</time> Published <time datetime=2024-05-07>May 7</time></p>",
        "<p>Published <time datetime=2024-05-07>May 7</time>, updated <time datetime=2024-05-09>May 9</time></p>",
        "<p>Last modified: 9 May 2024 - First published: 7 May 2024</p>",
    ],
)
def test_publication_is_told_from_a_change(above: str) -> None:
    found = page(above=above)
    assert (value(found, "published"), found.published and found.published.doubt) == ("2024-05-07", None)


def test_a_shown_day_of_publication_comes_before_a_declared_change() -> None:
    head = "<meta property='article:modified_time' content='2024-05-09'>"
    assert value(page(head, above="<p>Published May 7, 2024</p>"), "published") == "2024-05-07"
    alone = page(head)
    assert value(alone, "published") == "2024-05-09" and alone.published is not None and alone.published.doubt


# Publisher


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (OG_SITE + "<title>Bridge shut - Somebody</title>", "The Velm Bell"),
        (OG_TITLE.format(HEADLINE) + f"<title>{HEADLINE} | The Velm Bell</title>", "The Velm Bell"),
        ("<link rel=canonical href='https://www.velmbell.example/a/1'>", "velmbell.example"),
        ("<meta property='og:site_name' content='https://velmbell.example/'>", "velmbell.example"),
        ("<link rel=canonical href='http://127.0.0.1:8000/a'>", None),
    ],
)
def test_the_publisher_is_declared_or_ends_the_title_or_is_the_site_of_the_address(head: str, name: str | None) -> None:
    assert value(page(head), "publisher") == name


def test_the_site_of_the_address_is_spelled_as_the_page_does() -> None:
    head = "<link rel=canonical href='https://www.velmbell.example/a/1'>"
    assert value(page(head, before="<header><p>Velm Bell</p></header>"), "publisher") == "Velm Bell"
