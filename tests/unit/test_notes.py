"""Articles as programs keep and print them: notes with properties, pandoc, printed pages, agencies. All is invented."""

from __future__ import annotations

import textwrap

import pytest

from generator.clean import clean
from generator.metadata import find_metadata
from generator.model import Document
from generator.writers.text import article_text
from tests.making import document

HEAD = "Storm tears down the eastern pier of Velm"
TEXT = (
    "The harbour authority of Velm estimated the damage to the eastern pier at 2.3 million crowns on Tuesday.",
    "Nobody was hurt when the pier gave way during the storm, the fire brigade said in a statement in the evening.",
    "The pier was built in 1931 and had been closed to lorries since the spring of last year, the port office said.",
)
AT = "https://courier.example/pier"
BODY = "\n\n".join(TEXT)


def read(text: str, media_type: str = "text/markdown") -> Document:
    return clean(document(text, media_type=media_type))


def lines(found: Document) -> list[str]:
    return article_text(found).rstrip("\n").split("\n")


NOTES = {
    "a clipper's front matter": (
        f'---\ntitle: "{HEAD}"\nsource: "{AT}"\nauthor:\n  - "[[Mia Holm]]"\npublished: 2031-03-11\n---\n{BODY}\n'
    ),
    "front matter with a day of saving": (
        f"---\ntitle: {HEAD}\nurl: {AT}\nauthor: Mia Holm\ndate_saved: 2031-04-01\n"
        f"date_published: 2031-03-11\n---\n{BODY}"
    ),
    "a list of properties": (
        f"# {HEAD}\n\n## Metadata\n- Author: [[Mia Holm]]\n- Full Title: {HEAD}\n- Published: 11 March 2031\n"
        f"- URL: {AT}"
        f"\n\n## Full Document\n{BODY}\n"
    ),
    "lines of properties": f"# {HEAD}\n\nAuthor: Mia Holm\nURL: {AT}\nPublished: 11 March 2031\nTags: sea\n\n{BODY}\n",
    "a reader for machines": (
        f"Title: {HEAD}\n\nURL Source: {AT}\n\nPublished Time: 2031-03-11T08:00:00Z\n\nAuthor: Mia Holm\n\n"
        f"Markdown Content:\n{BODY}\n"
    ),
    "properties at the end": (
        f"{HEAD}\n\n{BODY}\n\nid: 5f2c1d8e\nparent_id: 1f2c\nauthor: Mia Holm\npublished: 2031-03-11\n"
        f"source_url: {AT}\ntitle: {HEAD}\ntype_: 1"
    ),
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_properties_of_a_note_are_facts_and_no_text(note: str) -> None:
    found = read(note)
    known = find_metadata(found)
    assert [line for line in lines(found) if line != HEAD] == list(TEXT)
    facts = (known.title, known.author, known.published, known.url)
    assert [fact and fact.value for fact in facts] == [HEAD, "Mia Holm", "2031-03-11", AT]


def test_properties_are_quoted_from_their_place() -> None:
    found = read(NOTES["a list of properties"])
    quotes = {fact.name: found.source.capture.text[fact.start : fact.end] for fact in found.declared}
    assert quotes == {"author": "[[Mia Holm]]", "title": HEAD, "published": "11 March 2031", "url": AT}


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
@pytest.mark.parametrize(
    "turns",
    [
        "Reporter: Why did it fall?\n\nHolm: The piles were rotten.",
        "Date: Saturday\n\nPlace: the quay",
        f"Source: {AT}",
    ],
)
def test_lines_with_a_colon_that_are_no_properties_stay(turns: str, media_type: str) -> None:
    before = document(f"{HEAD}\n\n{turns}\n\n{BODY}", media_type=media_type)
    assert not any(block.rule == "note:property" for block in before.blocks)


def test_highlights_are_read_without_their_links_and_said_to_be_no_whole_article() -> None:
    marks = "".join(f"- {line} ([View Highlight](https://reader.example/{n}))\n" for n, line in enumerate(TEXT))
    found = read(f"# {HEAD}\n\n## Metadata\n- Author: Mia Holm\n- URL: {AT}\n\n## Highlights\n{marks}")
    assert lines(found)[-3:] == list(TEXT)
    assert not any("Highlight" in line for line in lines(found))
    assert "highlights" in {notice.code for notice in found.notices}


def test_parts_and_attributes_that_pandoc_writes_are_markup() -> None:
    linked = TEXT[0].replace("eastern pier", f"[eastern pier]({AT}){{.link target=_blank}}")
    spanned = TEXT[1].replace("the storm", "[the storm]{.smallcaps}")
    found = read(
        f"::: {{#main .page}}\n:::: article\n# {HEAD} {{#head .title}}\n\n"
        f"{linked}\n\n{spanned}\n::::\n:::\n\n{TEXT[2]}\n"
    )
    assert lines(found) == [HEAD, *TEXT]


def test_a_line_drawn_below_a_headline_is_no_part_of_it() -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 60) for line in TEXT)
    found = read(f"{HEAD}\n{'=' * len(HEAD)}\n\n{wrapped}\n", "text/plain")
    assert not any("=" in line for line in lines(found))
    title = find_metadata(found).title
    assert title is not None and title.value == HEAD


def test_heads_and_numbers_of_printed_pages_are_no_text() -> None:
    head = "Velm Courier\tTuesday, 11 March 2031"
    page = f"{head}\n1\n{HEAD}\n{TEXT[0]}\n{TEXT[1]}\n2\n{head}\n{TEXT[2]}\n3\n{head}\n"
    assert [line for line in lines(read(page, "text/plain")) if line != HEAD] == list(TEXT)


@pytest.mark.parametrize("number", ["{n}", "Page {n}", "{n} of 9"])
def test_heads_of_printed_pages_between_paragraphs_are_no_headings(number: str) -> None:
    head = "The Coastal Yearbook of Velm"
    pages = (f"{text}\n\n{head}\n\n{number.format(n=n)}" for n, text in enumerate(TEXT * 2, start=12))
    kept = lines(read("\n\n".join((HEAD, *pages, TEXT[0])), "text/plain"))
    assert [line for line in kept if line and line not in (HEAD, *TEXT)] == []


@pytest.mark.parametrize("mark", ["MORE", "(MORE)", "(END)", "-30-", "* * *", "[edit]", "[Bearbeiten]"])
def test_marks_between_paragraphs_are_no_text(mark: str) -> None:
    found = read("\n\n".join((HEAD, TEXT[0], TEXT[1], mark, TEXT[2])), "text/plain")
    assert mark not in lines(found)


def test_a_slug_of_an_agency_is_no_part_of_its_headline() -> None:
    for line in (f"UPDATE 2-{HEAD}", f"WRAPUP 1 - {HEAD}", f"{HEAD} ="):
        title = find_metadata(read(f"{line}\n\n{BODY}", "text/plain")).title
        assert title is not None and title.value == HEAD


def test_a_byline_may_have_its_address_behind_it() -> None:
    author = find_metadata(read(f"{HEAD}\n\nBy Mia Holm <https://courier.example/mia>\n\n{BODY}", "text/plain")).author
    assert author is not None and author.value == "Mia Holm"


def test_the_day_on_which_a_database_took_an_article_is_not_its_own() -> None:
    text = f"{HEAD}\n\nVelm Courier\n\nMarch 11, 2031 Tuesday\n\n{BODY}\n\nLoad-Date: March 14, 2031\n"
    published = find_metadata(read(text, "text/plain")).published
    assert published is not None and published.value == "2031-03-11"


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_what_a_company_says_about_itself_below_its_report_is_no_part_of_it(media_type: str) -> None:
    about = "Velm Ports runs four harbours and employs 900 people on the coast, and it is listed in Halden."
    rest = ("Media contact:", "press@velmports.example")
    plain = "\n\n".join((HEAD, *TEXT, "About Velm Ports", about, *rest))
    page = "".join(f"<p>{line}</p>" for line in (*TEXT, f"<b>About Velm Ports</b><br>{about}", *rest))
    html = f"<html><body><article><h1>{HEAD}</h1>{page}</article></body></html>"
    found = read(plain if media_type == "text/plain" else html, media_type)
    assert [line for line in lines(found) if line != HEAD] == list(TEXT)


def test_a_page_with_garbled_letters_is_read_and_said_so() -> None:
    text = [line.replace("pier", "piér").encode().decode("cp1252") for line in TEXT]
    page = f"<html><body><article><h1>{HEAD}</h1>{''.join(f'<p>{line}</p>' for line in text)}</article></body></html>"
    found = read(page, "text/html")
    assert lines(found)[1:] == text
    assert "garbled" in {notice.code for notice in found.notices}


def test_references_of_an_encyclopedia_are_no_text() -> None:
    notes = (
        "<ol class='references'><li>Holm, Mia (11 March 2031). “Pier falls”. Courier. Retrieved 1 May 2031.</li></ol>"
    )
    page = f"<html><body><main><h1>{HEAD}</h1>{''.join(f'<p>{line}</p>' for line in TEXT)}{notes}</main></body></html>"
    assert lines(read(page, "text/html")) == [HEAD, *TEXT]


@pytest.mark.parametrize(
    ("head", "foot"),
    [("3/12/31, 8:00 AM\t{head} | Courier", "{at}\t{n}/3"), ("{head} | Courier", "{n} of 3\t12.03.2031, 08:00")],
)
def test_what_a_browser_prints_around_each_page_is_no_text(head: str, foot: str) -> None:
    pages = (
        "\n".join((head.format(head=HEAD), textwrap.fill(text, 70), foot.format(at=AT, n=n)))
        for n, text in enumerate(TEXT, start=1)
    )
    kept = lines(read("\n".join(pages), "text/plain"))
    assert [line for line in kept if HEAD not in line] == list(TEXT)
