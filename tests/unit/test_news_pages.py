"""Kinds of pages of news: what of them is the article, and what an editor is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import clean
from generator.extract.html import read_html
from generator.language.credits import names_credit
from generator.language.scripts import count_words
from generator.model import BlockKind, Capture, Document, Source

HEAD = "<h1>Landslide closes the tram line to Farel</h1>"
TEXT = (
    "The tram line between Osten and Farel was closed on Tuesday after a landslide had covered the tracks.",
    "“We heard it at five in the morning and ran out of the house,” said Marta Lind, who lives beside the line.",
    "The transport office expects the line to open again in ten days and has ordered eleven buses for commuters.",
    "Nobody was hurt, and the two houses nearest to the slope were left by their eleven inhabitants before noon.",
)
BODY = "".join(f"<p>{text}</p>" for text in TEXT)
OTHER = "The mayor of Osten is elected on the second Sunday in June, and five people want the office this time."
LEAD = "For ten days commuters have to take the bus, and the slope may still move"


def read(page: str) -> Document:
    return clean(read_html(Source("page", Capture("page.html", "text/html", page, ""))))


def article(page: str) -> str:
    found = read(page)
    shown = (block for block in found.blocks if block.kind is not BlockKind.FURNITURE)
    return "\n".join(found.text[block.start : block.end] for block in shown)


def around(inserted: str) -> str:
    """A page with something between the second and the third paragraph."""
    first, second, third, fourth = (f"<p>{text}</p>" for text in TEXT)
    return f"<body><article>{HEAD}{first}{second}{inserted}{third}{fourth}</article></body>"


def notices(page: str) -> list[str]:
    return [notice.code for notice in read(page).notices]


@pytest.mark.parametrize(
    "page",
    [
        f'<a name="top"><div>{HEAD}{BODY}</div>',
        f'<a id="x" /><div><a href="/"><img src="x"></a></div><div>{HEAD}{BODY}</div>',
        f'<article>{HEAD}<a href="/full">{BODY}</a></article>',
        f'<a href="/">{HEAD}<div>{BODY}</div>',
        f'<div class="x"" "="y">{HEAD}{BODY}</div>',
        f"<div>{HEAD}<span><div>{BODY}</span></div></div>",
        f'<div class="label-hidden field">{HEAD}{BODY}</div>',
        f'<article>{HEAD}<section id="sharing-the-costs">{BODY}</section></article>',
        f'<main class="sidebar-grid">{HEAD}<div class="sidebar-grid__content">{BODY}</div></main>',
        HEAD + "".join(f'<div class="widget widget_editor"><p>{text}</p></div>' for text in TEXT),
        HEAD + "".join(f'<div class="builder-widget"><p>{text}</p></div>' for text in TEXT),
    ],
)
def test_no_detail_of_markup_loses_the_article(page: str) -> None:
    assert all(text in article(f"<body>{page}</body>") for text in TEXT)


def test_a_rule_that_would_drop_most_of_a_page_is_not_applied_and_an_editor_is_told() -> None:
    page = HEAD + "".join(f'<div class="sponsored"><p>{text}</p></div>' for text in TEXT)
    assert all(text in article(page) for text in TEXT)
    assert notices(page) == ["rule-not-applied"]


@pytest.mark.parametrize(
    "head",
    [
        f"<header>{HEAD}<p class=standfirst>{LEAD}.</p></header>",
        f"<div>{HEAD}<div><span>{LEAD}</span></div><div>Jon Vik</div></div>",
        f"<header>{HEAD}<h2>{LEAD}.</h2></header>",
        f"<header><h2><span>Landslide</span> <span>No trams</span></h2><div>{LEAD}</div></header>",
        f"<header>{HEAD}<ul><li>{LEAD}</li></ul></header>",
    ],
)
def test_unlinked_text_between_headline_and_article_is_its_lead(head: str) -> None:
    assert LEAD in article(f"<body><main>{head}<div class=text>{BODY}{BODY}</div></main></body>")


@pytest.mark.parametrize(
    "teaser",
    [
        f'<div><span>Of interest too</span><a href="/m"><h3>Five want it</h3></a><p>{OTHER}</p></div>',
        f'<div><a href="/m"><strong>Five want to be mayor</strong></a><p>{OTHER}</p></div>',
        f'<ul><li><h4><a href="/m">Five want to be mayor</a></h4><p>{OTHER}</p></li></ul>',
        f'<div><h4>Five want to be mayor</h4><p>{OTHER}</p><a href="/m">Read on</a></div>',
    ],
)
def test_a_teaser_inside_an_article_is_no_part_of_it(teaser: str) -> None:
    found = article(around(teaser))
    assert OTHER not in found
    assert all(text in found for text in TEXT)


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=box><h3>The mayor</h3><p>{OTHER}</p></div>",
        f'<div class=box><h3><a href="#mayor">The mayor</a></h3><p>{OTHER}</p></div>',
        f'<div><h3><a href="https://shop.example/book">The book</a></h3><p>{OTHER}</p></div>',
    ],
)
def test_a_box_that_leads_to_no_other_page_of_the_site_is_the_articles(box: str) -> None:
    page = around(box).replace("</article>", '</article><nav><a href="https://bell.example/">Bell</a> '
                               '<a href="https://bell.example/s">Sport</a></nav>')  # fmt: skip
    assert OTHER in article(page)


def test_a_page_whose_entries_each_have_a_link_is_an_article_of_entries() -> None:
    entries = "".join(
        f'<div><h3><a href="/e{place}">Entry {place} of all</a></h3><p>{text}</p></div>'
        for place, text in enumerate(TEXT)
    )
    assert all(text in article(f"<body>{HEAD}<div>{entries}</div></body>") for text in TEXT)


@pytest.mark.parametrize(
    "caption",
    [
        '<div class="media"><img src=a><span>The lower station on Tuesday (Image: Coast Pictures)</span></div>',
        "<div><img src=b><p>The lower station on Tuesday. Picture rights: Bell/Jon Vik</p></div>",
        "<p><img src=c><em>The lower station on Tuesday. Photo: Jon Vik</em></p>",
        "<div><img src=d><small>The lower station on Tuesday</small></div>",
        "<div><img src=e><div>Die untere Station: The lower station on Tuesday (Foto: Jon Vik)</div></div>",
    ],
)
def test_a_caption_is_no_part_of_the_article_whatever_element_it_stands_in(caption: str) -> None:
    found = article(around(caption))
    assert "lower station on Tuesday" not in found
    assert all(text in found for text in TEXT)


@pytest.mark.parametrize(
    "form",
    [
        f"<div><h3>The letter</h3><p>{OTHER}</p><input type=email><button>Send</button></div>",
        f"<div><p>{OTHER}</p><label><input type=checkbox> Always</label><button>Show it</button></div>",
    ],
)
def test_what_has_a_field_or_a_button_of_its_own_is_no_part_of_the_article(form: str) -> None:
    assert OTHER not in article(around(form))


def test_a_short_article_with_a_button_is_still_one() -> None:
    assert TEXT[0] in article(f"<body><article>{HEAD}<p>{TEXT[0]}</p><button>Listen</button></article></body>")


@pytest.mark.parametrize(
    "comments",
    [
        f"<section><h2>Readers write</h2><div><b>Kai R.</b> <time>4 May 2026, 12:00</time><p>{OTHER}</p></div>"
        f"<div><b>Uta</b><p>{OTHER}</p></div></section>",
        f"<h3>What people say</h3><ul><li><b>Kai R.</b><span> 4 May 2026, 12:10</span><p>{OTHER}</p></li>"
        f"<li><b>Uta</b><p>{OTHER}</p></li></ul>",
        f"<div><h3>Voices</h3><div><div>Kai R.</div><div>4 May 2026 at 12:10</div><div>{OTHER}</div></div>"
        f"<div><div>Uta</div><div>5 May 2026 at 9:10</div><div>{OTHER}</div></div></div>",
    ],
)
@pytest.mark.parametrize("name", ["article", "div"])
def test_what_readers_write_below_an_article_is_no_part_of_it(comments: str, name: str) -> None:
    found = article(f"<body><{name}>{HEAD}{BODY}</{name}>{comments}</body>")
    assert OTHER not in found
    assert all(text in found for text in TEXT)


def test_the_last_short_lines_of_an_article_are_kept() -> None:
    assert article(f"<body><article>{HEAD}{BODY}<p>“We are glad,” she said.</p></article></body>").endswith("she said.")


def test_text_that_stands_in_the_pages_data_alone_is_read_from_there_and_cited_there() -> None:
    body = "\\n\\n".join(TEXT).replace("“", "\\u201c").replace(",”", ',\\"').replace("Farel", "\\ud83d\\ude8b Farel")
    data = f'{{"@type":"NewsArticle","articleBody":"{body}"}}'
    page = f'<script type="application/ld+json">{data}</script>{HEAD}<p>Turn scripts on.</p>'
    found = read(page)
    first = next(block for block in found.blocks if block.kind is BlockKind.PARAGRAPH)
    assert found.text[first.start : first.end] == TEXT[0].replace("Farel", "🚋 Farel")
    start, end = found.to_capture(first.start, first.end)
    assert page[start:end] == TEXT[0].replace("Farel", "\\ud83d\\ude8b Farel")
    assert notices(page) == ["text-in-data"]


def test_data_that_repeat_what_the_page_shows_are_not_read() -> None:
    data = '<script type="application/ld+json">{"articleBody":"' + "\\n".join(TEXT) + '"}</script>'
    assert article(f"<body>{data}<article>{HEAD}{BODY}</article></body>").count(TEXT[0]) == 1


def test_of_a_live_page_the_entries_stand_in_their_order_and_the_newest_is_said() -> None:
    entries = "".join(
        f'<div><time datetime="2026-05-04T0{9 - place}:10">0{9 - place}:10</time>'
        f"<h3>State {place}</h3><p>{text}</p></div>"
        for place, text in enumerate(TEXT)
    )
    page = f"<body><main>{HEAD}<div>{entries}</div></main></body>"
    found = article(page)
    assert [found.index(text) for text in TEXT] == sorted(found.index(text) for text in TEXT)
    assert "06:10" in found
    (notice,) = read(page).notices
    assert "4 entries, from 2026-05-04T06:10 to 2026-05-04T09:10" in notice.message
    assert notice.quote == "State 0"


def test_several_stories_in_one_page_are_said_so() -> None:
    second = f"<article><h2>Buses for commuters</h2><p>{TEXT[2]}</p><p>{TEXT[3]}</p></article>"
    page = f"<body><main><article>{HEAD}<p>{TEXT[0]}</p><p>{TEXT[1]}</p></article>{second}</main></body>"
    assert notices(page) == ["several-texts"]


CHINESE = (
    "运输局说，奥斯滕和法雷尔之间的电车线路星期二因山体滑坡停运，预计十天后恢复通车。",
    "附近两栋房屋的十一名居民在中午之前离开了住所，没有人受伤，市政府为他们安排了住处。",
    "该局已经为上下班的人订购了十一辆公共汽车，并表示将承担全部费用，直到线路恢复为止。",
)
THAI = (
    "ไฟไหม้โกดังสีในเมืองตาลแบร์กเมื่อคืนวันจันทร์ ทำให้มีผู้บาดเจ็บเจ็ดคน สองคนอาการสาหัส",
    "ประชาชนประมาณหนึ่งร้อยยี่สิบคนต้องออกจากบ้านในคืนนั้น และพักที่โรงเรียนในท้องถิ่น",
)


@pytest.mark.parametrize("text", [CHINESE, THAI])
def test_paragraphs_of_scripts_without_spaces_are_text_and_a_notice_of_rights_is_none(text: tuple[str, ...]) -> None:
    notice = "Copyright 2026 Osten Daily. All rights reserved. No reproduction without permission, please ask us first."
    page = "<body><div>" + "".join(f"<div>{line}</div>" for line in text) + f"</div><div>{notice}</div></body>"
    found = article(page)
    assert all(line in found for line in text)
    assert notice not in found


def test_words_are_counted_in_any_script() -> None:
    assert count_words("seven words and two of 漢字漢字") == 7
    assert count_words("one two") == 2


def test_a_credit_is_told_from_a_sentence_about_pictures() -> None:
    assert names_credit("The pier after the storm. Photo: Ole Brandt/Harbour Post")
    assert names_credit("Der Hafen am Montag (Foto: Ole Brandt)")
    assert names_credit("The pier on Monday | Getty Images")
    assert not names_credit("He showed the photos to the court, as Reuters had reported on Monday.")


PARTS = [
    *(
        *TEXT,
        HEAD,
        "<p>",
        "</p>",
        "<div class=sidebar>",
        "</div>",
        '<a href="/x">',
        "</a>",
        "<a name=x>",
        "<br>",
        "<li>",
    ),
    *(
        "&amp;",
        "<span>",
        "</span>",
        "<img src=a>",
        "<input>",
        '<b "="c">',
        '<p a="',
        "&#x1F68B;",
        "漢字",
        "\u200b",
        "\n ",
    ),
    *("<article>", "</article>", '<script type="application/ld+json">{"articleBody":"A \\u00e4 \\n b"}</script>'),
]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_every_readable_character_has_its_place_in_the_capture_in_order(parts: list[str]) -> None:
    page = " ".join(parts)
    found = read_html(Source("page", Capture("page.html", "text/html", page, "")))
    places = [found.to_capture(at, at + 1) for at in range(len(found.text))]
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    assert [end for _, end in places] == sorted(end for _, end in places)
    for char, (start, end) in zip(found.text, places, strict=True):
        carried = page[start:end]
        assert carried in (char, "") or char in " \n" or carried.startswith("&")
