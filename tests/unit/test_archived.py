"""Copies of pages in archives and caches. All articles are invented."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.language.addresses import original
from generator.metadata import find_metadata
from generator.writers.text import article_text
from tests.making import document

HEAD = "Storm tears down the eastern pier of Velm"
TEXT = (
    "The harbour authority of Velm estimated the damage to the eastern pier at 2.3 million crowns on Tuesday.",
    "Nobody was hurt when the pier gave way during the storm, the fire brigade said in a statement in the evening.",
    "The pier was built in 1931 and had been closed to lorries since the spring of last year, the port office said.",
)
AT = "https://courier.example/pier-of-velm"
BARS = (
    (f"The Wayback Machine - https://web.archive.org/web/20310312101010/{AT}", AT, "14 captures",
     "12 Mar 2031 - 3 Jun 2032", "About this capture", "COLLECTED BY", "Collection: Common Crawl", "TIMESTAMPS"),
    ("archive.today webpage capture", f"Saved from {AT}", "history ←prior next→", "12 Mar 2031 10:10:10 UTC",
     "All snapshots from host courier.example"),
    (f"This is Google's cache of {AT}. It is a snapshot of the page as it appeared on 12 Mar 2031 09:12:33 GMT.",
     "Tip: To quickly find your search term on this page, press Ctrl+F and use the find bar."),
)  # fmt: skip


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("bar", BARS)
def test_the_bar_above_an_archived_page_is_no_part_of_it_and_dates_nothing(
    bar: tuple[str, ...], media_type: str
) -> None:
    lines = (*bar, HEAD, *TEXT)
    page = "".join(f"<div>{line}</div>" for line in bar) + f"<article><h1>{HEAD}</h1>"
    page += "".join(f"<p>{line}</p>" for line in TEXT) + "</article>"
    found = clean(document(page if media_type == "text/html" else "\n".join(lines), media_type=media_type))
    assert article_text(found).strip().split("\n")[-3:] == list(TEXT)
    assert not any(line in article_text(found) for line in bar)
    facts = find_metadata(found)
    assert facts.published is None
    assert facts.url is not None and facts.url.value == AT
    assert "other-date" not in {notice.code for notice in facts.notices}


def test_an_article_that_speaks_of_an_archive_is_read_whole() -> None:
    lines = (HEAD, "The Wayback Machine of the Internet Archive has 14 captures of the page, its office said.", *TEXT)
    found = clean(document("\n".join(lines)))
    assert article_text(found).strip().split("\n") == list(lines)


@pytest.mark.parametrize(
    "copy",
    [
        f"https://web.archive.org/web/20310312101010/{AT}",
        f"http://web.archive.org/web/20310312101010id_/{AT}",
        f"https://archive.ph/20310312101010/{AT}",
        f"https://archive.ph/2031.03.12-101010/{AT}",
        f"https://archive.is/o/AbCdE/{AT}",
        f"https://webcache.googleusercontent.com/search?q=cache:AbC-12:{AT}",
        AT,
    ],
)
def test_the_address_of_a_copy_leads_to_that_of_the_page(copy: str) -> None:
    assert original(copy) == AT
