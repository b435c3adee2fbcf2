"""What programs export or mail in pieces is refused by what it is; what looks a little like it is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.clean import clean
from generator.errors import InputError
from generator.extract import extract
from generator.load import load_source
from generator.metadata import find_metadata
from generator.writers.text import article_text

SENTENCES = (
    "The harbour bridge of Torvik closes for nine weeks because two of its bearings have cracked, the county said.",
    "“We found the cracks during the spring inspection,” said the engineer Runa Oftedal, who leads the work.",
    "Buses will use the old coast road, which adds about 25 minutes to the trip between Torvik and Sandnes.",
    "The repair is expected to cost 18 million crowns, of which the state pays two thirds.",
    "Shopkeepers on the island fear a weak summer and have asked the municipality for a free ferry.",
)
TIMED = tuple(enumerate(SENTENCES, start=10))
TWO = ("Ola Nysted", "Ida Brenner")
SPEAKERS = (*TWO, "Runa Oftedal", "Per Lunde", "Kari Moe")
LINKS = "".join(f'<li><a href="https://coast.example/{n}">{one}</a></li>' for n, one in TIMED)
PAGE = "<!doctype html><html><head><title>{}</title></head><body>{}</body></html>"
PIECES = {
    "a chat": {
        "whatsapp.txt": "\n".join(f"11/03/2031, 08:{n} - Ida Brenner: {one}\nand more" for n, one in TIMED),
        "whatsapp-ios.txt": "\n".join(f"[11.03.31, 08:{n}:12] Ida: {one}" for n, one in TIMED),
        "whatsapp-us.txt": "\n".join(f"3/11/31, 8:{n}\u202fAM - Ida: {one}" for n, one in TIMED),
        "telegram.txt": "\n\n".join(f"Torvik news, [11.03.2031 08:{n}]\n{one}" for n, one in TIMED),
        "teams.txt": "\n\n".join(f"[Thursday 8:{n} AM] Ida Brenner\n{one}" for n, one in TIMED),
        "discord.txt": "\n\n".join(f"Ida — Today at 8:{n} AM\n{one}" for n, one in TIMED),
        "irc.txt": "\n".join(f"[08:{n}] <ida> {one}" for n, one in TIMED),
        "zoom.txt": "\n".join(f"08:{n}:11\t From  Ida Brenner : {one}" for n, one in TIMED),
        "slack.txt": "\n".join(f"{TWO[n % 2]}\n  8:{n} AM\n{one}" for n, one in TIMED),
        "telegram.html": PAGE.format("Exported Data", f"<p>{SENTENCES[0]}</p>"),
    },
    "highlights": {
        "clippings.txt": "\n".join(f"A book\n- Your Highlight on page {n}\n\n{one}\n==========" for n, one in TIMED),
        "notebook.html": PAGE.format(
            "", "".join(f"<p>Highlight (yellow) - Page {n}</p><p>{one}</p>" for n, one in TIMED)
        ),
    },
    "a list of excerpts": {
        "alert.txt": "\n".join(f"Torvik bridge {n}\nCoast Daily\n{one[:70]} ...\n" for n, one in TIMED),
        "alert.html": PAGE.format("", "".join(f"<h3>Bridge {n}</h3><p>{one[:70]}&nbsp;...</p>" for n, one in TIMED)),
    },
    "a list of links": {
        "pocket.html": PAGE.format("Pocket Export", f"<h1>Unread</h1><ul>{LINKS}</ul>"),
        "bookmarks.html": f"<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL>{LINKS}</DL>",
    },
}


def read(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return article_text(clean(extract(load_source(folder / name))))


@pytest.mark.parametrize(
    ("what", "name", "text"), [(what, name, text) for what, files in PIECES.items() for name, text in files.items()]
)
def test_what_a_program_exports_in_pieces_is_refused_by_what_it_is(
    what: str, name: str, text: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, name, text)
    assert what in caught.value.problem and name in str(caught.value) and caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"[00:{n}:15] {TWO[n % 2].upper()}: {one}" for n, one in TIMED),
        "\n".join(f"8:{n} AM\nOla Nysted\n{one}" for n, one in TIMED),
        "\n".join(f"Ola Nysted\n8:{n} AM\n{one}" for n, one in TIMED),
        "\n".join(f"{name}\n8:{n} AM\n{one}" for name, (n, one) in zip(SPEAKERS, TIMED, strict=True)),
        "\n".join((*(f"[08:{n}] <ida> {one}" for n, one in TIMED), *SENTENCES * 6)),
        "\n".join(SENTENCES) + "\n\n" + "\n".join(f"{TWO[n % 2]}\n8:{n} AM\nI saw it too." for n, _ in TIMED),
        f"{SENTENCES[0]}\nHe waited for the boat to come back …\nThey hope that it is done by summer …\n{SENTENCES[1]}",
    ],
)
def test_a_transcript_a_live_page_a_programme_quoted_messages_comments_and_an_open_end_are_read(
    text: str, tmp_path: Path
) -> None:
    assert SENTENCES[0].rstrip(".") in read(tmp_path, "saved.txt", text)


def test_an_article_that_leads_to_others_is_no_list_of_links(tmp_path: Path) -> None:
    page = PAGE.format("", f"{''.join(f'<p>{one}</p>' for one in SENTENCES)}<ul>{LINKS}</ul>")
    assert read(tmp_path, "saved.html", page).strip().split("\n") == list(SENTENCES)


# An article whose text stands in the data of a script alone

ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "/": "\\/"})
SCRIPT = '<!doctype html><html><head><title>T</title></head><body><div id="__next"></div>{}</body></html>'
HTML = "".join(f"<p>{one}</p>" for one in SENTENCES)


def next_data(**props: object) -> str:
    data = json.dumps({"props": {"pageProps": props}})
    return SCRIPT.format(
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script><script src=a.js></script>'
    )


@pytest.mark.parametrize(
    "page",
    [
        next_data(article={"title": "T", "body": HTML}),
        next_data(menu=[{"text": "Read all of our news."}], article={"content": [{"text": one} for one in SENTENCES]}),
        next_data(
            post={"nodes": [{"type": "p", "children": [{"text": one[:20]}, {"text": one[20:]}]} for one in SENTENCES]}
        ),
        next_data(comments=[{"body": "I do not believe any of it."}], story={"body": list(SENTENCES)}),
        next_data(story={"body": list(SENTENCES), "comments": [{"body": "Nobody here believes it."}] * 9}),
        next_data(banner=[{"text": "Read all of our news."}], story={"body": [*SENTENCES, "Share this"]}),
        next_data(story={"content": [[{"text": one} for one in SENTENCES], {"text": "and tell your friends."}]}),
        next_data(comments=[{"body": "<p>I do not believe any of it.</p>" * 20}], story={"body": list(SENTENCES)}),
        next_data(site={"text": "Read all of our news every day."}, story={"body": list(SENTENCES)}),
        SCRIPT.format(f"<script>window.__STATE__ = {json.dumps({'post': {'bodyHtml': HTML}})};</script>"),
        SCRIPT.format(
            f"<script>window.__STATE__ = {json.dumps({'post': {'bodyHtml': HTML}}).translate(ESCAPED)};</script>"
        ),
    ],
)
def test_an_article_that_stands_in_a_scripts_data_alone_is_read_from_there(page: str, tmp_path: Path) -> None:
    assert read(tmp_path, "a.html", page).rstrip("\n").split("\n") == list(SENTENCES)


@pytest.mark.parametrize(
    "page",
    [
        next_data(messages={"a": SENTENCES[0], "b": SENTENCES[1], "c": SENTENCES[2], "d": SENTENCES[3]}),
        next_data(stories=[{"title": f"T {n}", "body": HTML} for n in range(3)]),
        next_data(stories=[{"node": {"title": f"T {n}", "body": HTML}} for n in range(3)]),
        next_data(story={"body": HTML}) + next_data(story={"body": HTML}),
        SCRIPT.format(f"<script>var a = {{body: {json.dumps(HTML)}}};</script><script src=a.js></script>"),
    ],
)
def test_a_page_made_by_scripts_is_refused_where_no_one_article_is_plain_in_its_data(page: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="made by scripts"):
        read(tmp_path, "a.html", page)


# What programs put around the words that they save

HEADLINE = "Harbour bridge of Torvik closes"
AT = "https://coast.example/bridge"
LINES = (*SENTENCES, "The council of Torvik will discuss the matter on Tuesday, its office said in the evening.")
AROUND = {
    "the link above what a browser copies": f"[{HEADLINE}]({AT})\n\n" + "\n\n".join(LINES),
    "a link alone in what was clipped": f"---\ntitle: {HEADLINE}\n---\n"
    + "\n\n".join((*LINES[:3], f"[Get the best of the Coast Daily every morning.]({AT}/news)", *LINES[3:])),
    "the offer of a newsletter": "\n\n".join((HEADLINE, *LINES, "Subscribe to our newsletter")),
    "the address below copied words": "\n".join((HEADLINE, "", *LINES, f"{HEADLINE} ({AT}#:~:text=The,closes)")),
    "the heads of printed pages": "\n".join(
        (HEADLINE, "", *LINES[:2], "8 May 2031    Coast Daily    Page 2 of 3", *LINES[2:4],
         "8 May 2031    Coast Daily    Page 3 of 3", *LINES[4:])
    ),
    "who posts": "\n".join(f"@torvik\n·\n{one}" for one in LINES),
    "advertisements of an AMP page": f"<html amp><body><article><h1>{HEADLINE}</h1>"
    + "".join(f"<p>{one}</p><amp-ad><div>Loading the advertisement of this page.</div></amp-ad>" for one in LINES)
    + "</article></body></html>",
}  # fmt: skip


@pytest.mark.parametrize("around", AROUND)
def test_what_programs_put_around_the_words_is_no_part_of_them(around: str, tmp_path: Path) -> None:
    found = read(tmp_path, "saved.txt", AROUND[around]).strip().split("\n")
    assert [line for line in found if line != HEADLINE] == list(LINES)


def test_the_title_of_the_link_above_copied_words_is_that_of_the_article(tmp_path: Path) -> None:
    read(tmp_path, "saved.txt", AROUND["the link above what a browser copies"])
    title = find_metadata(clean(extract(load_source(tmp_path / "saved.txt")))).title
    assert title is not None and title.value == HEADLINE


def test_the_writer_above_an_article_in_a_reader_view_is_found(tmp_path: Path) -> None:
    credits = f'<h1>{HEADLINE}</h1><div class="credits reader-credits">Ola Nysted</div>'
    read(tmp_path, "saved.html", PAGE.format(HEADLINE, f"{credits}<div>{HTML}</div>"))
    author = find_metadata(clean(extract(load_source(tmp_path / "saved.html")))).author
    assert author is not None and author.value == "Ola Nysted"


def test_the_columns_of_a_printed_page_are_refused_by_name(tmp_path: Path) -> None:
    words = " ".join(LINES).split()
    left, right = ([" ".join(half[n : n + 5]) for n in range(0, 35, 5)] for half in (words, words[35:]))
    page = "\n".join(f"{one:<48}{other}" for one, other in zip(left, right, strict=True))
    with pytest.raises(InputError, match="two columns"):
        read(tmp_path, "saved.txt", page)


@pytest.mark.parametrize(
    "gaps",
    [
        [f"{'Ferry leaves':<48}08:{n}" for n in range(10, 20)],
        ["   ".join((one[:n], one[n:])) for n, one in enumerate(LINES * 2, start=20)],
    ],
)
def test_wide_gaps_before_numbers_or_at_any_place_are_no_columns(gaps: list[str], tmp_path: Path) -> None:
    assert SENTENCES[0] in read(tmp_path, "saved.txt", "\n".join((*SENTENCES, *gaps)))


def test_the_subject_of_a_mail_saved_as_text_is_the_title_without_its_label(tmp_path: Path) -> None:
    header = f"From:\tCoast Daily\nSent:\tThursday, May 7, 2031 7:00 AM\nTo:\tdesk\nSubject:\t{HEADLINE}"
    read(tmp_path, "saved.txt", "\n\n".join((header, *LINES)))
    title = find_metadata(clean(extract(load_source(tmp_path / "saved.txt")))).title
    assert title is not None and title.value == HEADLINE


def test_the_day_before_the_name_of_a_wire_of_releases_is_that_of_publication(tmp_path: Path) -> None:
    read(tmp_path, "saved.txt", "\n\n".join((HEADLINE, f"TORVIK, May 7, 2031 /PRNewswire/ -- {LINES[0]}", *LINES[1:])))
    published = find_metadata(clean(extract(load_source(tmp_path / "saved.txt")))).published
    assert published is not None and published.value == "2031-05-07"


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a table", "Day;Head;Text\n" + "\n".join(f"2031-05-{n};{HEADLINE};{one}" for n, one in TIMED)),
        ("an entry of a bibliography", f"TY  - NEWS\nTI  - {HEADLINE}\nAB  - {SENTENCES[0]}\nER  - \n"),
        (
            "an entry of a bibliography",
            f"@article{{torvik31,\n title={{{HEADLINE}}},\n abstract={{{SENTENCES[0]}}}\n}}\n",
        ),
    ],
)
def test_tables_and_bibliographies_are_refused_by_name(what: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=what):
        read(tmp_path, "saved.txt", text)


def test_what_a_newsletter_says_to_whom_it_was_forwarded_is_no_text(tmp_path: Path) -> None:
    frame = "<div>Forwarded this email? <a href=x>Subscribe here</a> for more</div>"
    end = "<p>You are receiving this email because you signed up. <a href=y>Unsubscribe</a></p>"
    paragraphs = "".join(f"<p>{one}</p>" for one in LINES)
    page = f"<div>View in browser</div>{frame}<h1>{HEADLINE}</h1>{paragraphs}{end}"
    mail = (
        f"From: Coast <a@coast.example>\nTo: d@d.example\nSubject: {HEADLINE}\nDate: Wed, 7 May 2031 07:00:00 +0200\n"
    )
    mail += f"Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html>{page}</html>\n"
    assert "Forwarded" not in read(tmp_path, "saved.eml", mail)
