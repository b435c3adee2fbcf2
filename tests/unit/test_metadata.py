"""What a capture tells of itself. All text is invented; the article of each capture is ``ARTICLE``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.extract import extract
from generator.metadata import cross_check, find_metadata
from generator.model import Block, BlockKind, Document, Metadata, Notice, Source
from tests.making import source

HEADLINE = "Velm closes its old harbour bridge after cracks are found"
ARTICLE = (
    "The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its four piers.\n\n"
    "The port authority said that forty lorries had crossed the bridge that morning, before it was closed to traffic.\n"
    "\n"
    "Mayor Ines Tarrow denied that the city had been warned in spring, as the union of engineers had said on Monday."
)


def cleaned(given: Source) -> Document:
    """The document with every block outside the invented article called furniture, as ``clean`` would."""
    page = extract(given)
    return replace(page, blocks=tuple(_labelled(page, block) for block in page.blocks))


def _labelled(page: Document, block: Block) -> Block:
    line = page.text[block.start : block.end]
    inside = any(part in line for part in ARTICLE.split("\n\n")) or line.endswith("?")
    return block if inside else replace(block, kind=BlockKind.FURNITURE, rule="invented")


def known(text: str, media_type: str = "text/plain", **stated: object) -> Metadata:
    given = replace(source(text, media_type=media_type), **stated)  # type: ignore[arg-type]
    assert isinstance(given, Source)
    return find_metadata(cleaned(given))


def page(top: str = "", tail: str = "") -> Metadata:
    return known(f"{top}\n\n{ARTICLE}\n\n{tail}\n")


def notices(found: Metadata) -> dict[str, str | None]:
    return {notice.code: notice.quote for notice in found.notices}


def value(found: Metadata, name: str) -> str | None:
    fact = getattr(found, name)
    return None if fact is None else fact.value


# Headline and publisher


def test_a_title_line_gives_headline_and_publisher() -> None:
    found = page(f"Menu\n\n{HEADLINE} | The Bell\n\n")
    assert (value(found, "title"), value(found, "publisher")) == (HEADLINE, "The Bell")
    assert found.publisher is not None and found.publisher.quote == f"{HEADLINE} | The Bell"


def test_the_headline_is_the_line_above_the_article_that_shares_its_words() -> None:
    found = page(f"Five ways to cook a plum tart at home\nHome > News > {HEADLINE}\n\n{HEADLINE}\n\nLocal news")
    assert value(found, "title") == HEADLINE


def test_a_headline_in_the_capitals_of_titles_may_be_two_sentences() -> None:
    headline = "Velm Closes Its Harbour Bridge After Cracks Are Found. The City Denied That It Was Warned."
    assert value(page(f"{headline}\n\n"), "title") == headline


def test_a_line_that_shares_no_words_with_the_article_is_no_headline() -> None:
    found = page("Five ways to cook a plum tart at home")
    assert found.title is None and "no-headline" in notices(found)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2024 The Bell. All rights reserved.", "The Bell"),
        ("Copyright @2019-2024 – Bell Post | All Right Reserved.", "Bell Post"),
        ("© 2024 All Rights Reserved.", None),
    ],
)
def test_a_copyright_line_names_the_publisher(line: str, name: str | None) -> None:
    assert value(page(HEADLINE, line), "publisher") == name


def test_a_domain_names_the_publisher_as_the_page_spells_it() -> None:
    assert value(page("velmbell.example\n" + HEADLINE, "VelmBell"), "publisher") is None
    assert value(page("velmbell.com\n" + HEADLINE, "VelmBell"), "publisher") == "VelmBell"
    assert value(page("velmbell.com\n" + HEADLINE), "publisher") == "velmbell.com"


# Byline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("by Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo van der Ek, Staff Writers", "Ann Lee and Bo van der Ek"),
        ("By ANN LEE | May 7, 2024", "ANN LEE"),
        ("Written by Ann-Mari O'Dell", "Ann-Mari O'Dell"),
        ("Author: Ann B. Lee", "Ann B. Lee"),
        ("By Ann Lee May 7, 2024 8:15 am", "Ann Lee"),
        ("By Ann LeePublished: May 7, 2024", "Ann Lee"),
        ("By signing up, you agree to our terms", None),
        ("By the Numbers", None),
        ("by the harbour in Velm", None),
        ("By Tuesday", None),
    ],
)
def test_a_byline_names_people(line: str, name: str | None) -> None:
    assert value(page(f"{HEADLINE}\n\n{line}\n\n"), "author") == name


def test_a_byline_below_the_article_belongs_to_something_else() -> None:
    assert page(HEADLINE, "By Ann Lee").author is None


# Dates


@pytest.mark.parametrize(
    ("top", "day", "doubted"),
    [
        (f"{HEADLINE}\nMay 7, 2024", "2024-05-07", False),
        (f"{HEADLINE}\nBy Ann Lee | 7 May 2024 | 3:46 pm", "2024-05-07", False),
        (f"{HEADLINE}\nUpdated May 9, 2024\nPublished May 7, 2024", "2024-05-07", False),
        (f"{HEADLINE}\nUpdated May 9, 2024", "2024-05-09", True),
        (f"Thursday, May 9, 2024\n{HEADLINE}", "2024-05-09", True),
        (f"6 Min Read\nShares soar 6%\n{HEADLINE}", None, False),
    ],
)
def test_the_date_stands_by_the_headline(top: str, day: str | None, doubted: bool) -> None:
    found = page(top)
    assert value(found, "published") == day
    assert ("uncertain-date" in notices(found)) == doubted


def test_a_dateline_opens_the_first_paragraph() -> None:
    found = known(f"{HEADLINE}\n\nVELM, May 7, 2024 (WireBell) - {ARTICLE}")
    assert value(found, "published") == "2024-05-07"


def test_the_earliest_comment_is_an_upper_bound_and_says_so() -> None:
    comments = (
        "2 comments\n\nplumfan May 12, 2024 - 3:46 pm\n\nGood.\n\nReply\nbridgefan May 11, 2024 - 8:27 am\n\nReply"
    )
    found = page(HEADLINE, comments)
    assert found.published is not None and found.published.doubt is not None
    assert found.published.value == "2024-05-11"
    assert found.published.quote == "bridgefan May 11, 2024 - 8:27 am"


def test_a_comment_older_than_the_article_is_reported() -> None:
    found = page(f"{HEADLINE}\nMay 20, 2024", "1 comment\nplumfan May 12, 2024 - 3:46 pm\nReply")
    assert value(found, "published") == "2024-05-20"
    assert notices(found)["dates-do-not-fit"] == "plumfan May 12, 2024 - 3:46 pm"


def test_a_copyright_year_is_no_date_of_publication() -> None:
    found = page(HEADLINE, "© 2025 All Rights Reserved.")
    assert found.published is None
    assert {"no-date", "copyright-year"} <= set(notices(found))


def test_a_date_far_from_the_articles_own_is_reported_with_its_words() -> None:
    found = page(f"{HEADLINE}\nMay 7, 2024", "More news\nLunde, March 18, 2025 — Plums are dear this year.")
    assert notices(found)["other-date"] == "Lunde, March 18, 2025"


# Declared and stated facts


def test_what_markup_declares_comes_before_what_the_text_shows() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
    markup = (
        "<html lang=en><title>Old bridge shut | The Bell</title>"
        "<meta property='article:published_time' content='2024-05-07'>"
        f"<meta name=author content='By Ann Lee'><article><h1>{HEADLINE}</h1><p>By Bo Ek</p>{paragraphs}</article>"
    )
    found = known(markup, "text/html")
    assert value(found, "published") == "2024-05-07"
    assert value(found, "author") == "Ann Lee"
    assert value(found, "publisher") == "The Bell"
    assert value(found, "language") == "en"


def test_the_editors_word_comes_before_everything() -> None:
    stated = {
        "publisher": "Velm Post",
        "author": "Cy Orr",
        "url": "https://velm.example/1",
        "published": date(2024, 5, 8),
    }
    found = known(f"{HEADLINE} | The Bell\nBy Ann Lee\nMay 7, 2024\n\n{ARTICLE}", **stated)
    for name, expected in stated.items():
        fact = getattr(found, name)
        assert (fact.value, fact.how, fact.quote) == (str(expected), "stated in story.md", None)


# Notices


def test_what_is_missing_is_said() -> None:
    assert set(notices(known(ARTICLE))) == {"no-headline", "no-publisher", "no-byline", "no-date"}


@pytest.mark.parametrize(
    "words",
    [
        "Heading 2: What comes next",
        "[More on this](Insert URL here)",
        "[Your name here]",
        "Lorem ipsum dolor sit amet",
        "{{ title }}",
    ],
)
def test_text_of_an_unfinished_template_is_quoted(words: str) -> None:
    assert notices(page(HEADLINE, words))["template-text"] == words


def test_one_name_in_two_spellings_is_reported() -> None:
    found = page(HEADLINE, "BNV – Big News Velm is a portal.\n© 2024 BVN – Big News Velm")
    assert "two-names" in notices(found)
    assert "two-names" not in notices(page(HEADLINE, "BNV – Big News Velm\nBNV – Big News Velm"))


def test_a_part_that_repeats_its_own_article_is_reported() -> None:
    faq = "\n\nFrequently Asked Questions\n\nWhy was the bridge closed?\n\n" + ARTICLE.split("\n")[0]
    assert notices(known(f"{HEADLINE}\n\n{ARTICLE}{faq}"))["repeats-itself"] == "Frequently Asked Questions"


def test_prose_that_is_set_aside_is_reported_with_its_words() -> None:
    aside = "The old bridge of Velm had been painted twice."
    labelled = cleaned(source(f"{ARTICLE}\n\n{aside}\n"))
    blocks = (*labelled.blocks[:-1], replace(labelled.blocks[-1], set_aside=True))
    found = find_metadata(replace(labelled, blocks=blocks))
    told = [notice for notice in found.notices if notice.code == "set-aside"]
    assert [(notice.message, notice.quote) for notice in told] == [
        ("One line of 9 words reads like the article's text, but was taken for the page around it: not used.", aside)
    ]


def test_notices_of_loading_come_first() -> None:
    capture = replace(source(ARTICLE).capture, notices=(Notice("crlf", "…"),))
    found = find_metadata(cleaned(Source("one", capture)))
    assert found.notices[0].code == "crlf"


@pytest.mark.parametrize("text", [ARTICLE, f"{HEADLINE} | The Bell\nBy Ann Lee\nMay 7, 2024\n\n{ARTICLE}\n© 2025 Bell"])
def test_every_quote_stands_in_the_capture(text: str) -> None:
    found = known(text)
    facts = (found.title, found.publisher, found.author, found.published, found.language)
    quotes = [fact.quote for fact in facts if fact is not None] + [notice.quote for notice in found.notices]
    assert all(quote in text for quote in quotes if quote is not None)


# Across sources


def test_a_page_that_bears_signs_of_another_year_is_told_from_the_others() -> None:
    first = page(f"{HEADLINE}\nMay 7, 2023")
    second = page(HEADLINE, "© 2025 All Rights Reserved.")
    checked = cross_check((first, first, second))
    assert "dates-do-not-fit" not in notices(checked[0])
    assert notices(checked[2])["dates-do-not-fit"] == "© 2025 All Rights Reserved."


def test_sources_of_one_time_fit() -> None:
    checked = cross_check((page(f"{HEADLINE}\nMay 7, 2024"), page(f"{HEADLINE}\nMay 9, 2024", "© 2024 Bell")))
    assert all("dates-do-not-fit" not in notices(found) for found in checked)


def test_one_source_alone_is_compared_with_nothing() -> None:
    alone = (page(HEADLINE, "© 2025 All Rights Reserved."),)
    assert cross_check(alone) == alone


# Dates that are not the article's


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the harbour on 3 May 2021",
        "— the mayor, 3 May 2021",
        "The ferry to Orrin sailed for the last time on 3 May 2021 before it was sold",
    ],
)
def test_a_caption_a_signature_or_a_sentence_above_the_article_does_not_date_it(line: str) -> None:
    assert value(page(line), "published") is None


def test_a_date_beside_a_byline_counts_though_the_writers_posts_are_named() -> None:
    found = page("By Ann Lee and Bo Ek, who write on harbours | 3 May 2021")
    assert value(found, "published") == "2021-05-03"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("VELM, May 3, 2021 (Bell) — ", "2021-05-03"),
        ("VELM, May 3, 2021: ", None),
        ("VELM, May 2021 — ", None),
        ("What was said in the council of the small town of Velm on a day in spring, May 3, 2021 — ", None),
    ],
)
def test_a_date_in_the_first_words_before_a_dash_is_a_dateline(opening: str, day: str | None) -> None:
    assert value(known(opening + ARTICLE), "published") == day


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        ("Ann77 May 8, 2021 - 3:46 pm\nso sad\nReply", "2021-05-08"),
        ("Ann77 May 8, 2021\nso sad\nReply", None),
        ("Archive May 8, 2021 - 3:46 pm\nWeather\nShips", None),
    ],
)
def test_only_a_date_with_a_time_beside_a_reply_is_that_of_a_comment(tail: str, day: str | None) -> None:
    assert value(page("", tail), "published") == day


# Notices that are not due, and what they say


def test_a_copyright_year_that_is_the_articles_own_is_not_worth_a_notice() -> None:
    assert "copyright-year" not in notices(page(f"{HEADLINE}\nMay 7, 2024", "© 2024 All Rights Reserved."))


def test_a_date_near_the_articles_own_is_not_worth_a_notice() -> None:
    assert "other-date" not in notices(page(f"{HEADLINE}\nMay 7, 2024", "More news\nLunde, May 9, 2024 — Plums."))


def test_a_comment_after_the_article_fits_it() -> None:
    found = page(f"{HEADLINE}\nMay 7, 2024", "1 comment\nplumfan May 12, 2024 - 3:46 pm\nReply")
    assert "dates-do-not-fit" not in notices(found)


def test_questions_that_the_article_does_not_answer_are_no_repetition() -> None:
    answer = "Ferry tickets bought in advance keep their value until autumn; ask at any kiosk beside the fish market."
    faq = f"\n\nFrequently Asked Questions\n\nWhat of my ticket?\n\n{answer}"
    given = extract(source(f"{HEADLINE}\n\n{ARTICLE}{faq}\n"))
    assert "repeats-itself" not in notices(find_metadata(given))


def test_a_page_with_a_date_of_its_own_far_from_the_others_is_told_from_them() -> None:
    others = (page(f"{HEADLINE}\nMay 7, 2023"), page(f"{HEADLINE}\nMay 9, 2024"))
    earlier = cross_check((*others, page(f"{HEADLINE}\nMarch 1, 2022")))[2].notices[-1]
    assert earlier.message == "The other sources are of 2023 to 2024, this page bears the date 2022-03-01."
    later = cross_check((*others, page(HEADLINE, "More news\nLunde, March 18, 2025 — Plums are dear.")))[2].notices[-1]
    assert later.message.endswith("bears the date 2025-03-18; it may have been changed or saved later.")
    assert later.quote == "Lunde, March 18, 2025"


HIDDEN = "\u202e\u2066\u200b\u2060\ufeff\u3164\ufe0f\x07\ufdd0 "


@pytest.mark.parametrize(
    "declaring",
    [
        f'<link rel="canonical" href="https://velm.example/{HIDDEN}bridge">',
        f'<meta property="og:url" content="https://velm.example/{HIDDEN}bridge">',
    ],
)
def test_characters_of_a_declared_address_that_do_not_show_are_encoded(declaring: str) -> None:
    page = f"<html><head>{declaring}</head><body><p>{ARTICLE}</p></body></html>"
    url = known(page, "text/html").url
    assert url is not None
    path = "%E2%80%AE%E2%81%A6%E2%80%8B%E2%81%A0%EF%BB%BF%E3%85%A4%EF%B8%8F%07%EF%B7%90%20"
    assert url.value == f"https://velm.example/{path}bridge"


def test_characters_of_an_editors_address_and_of_an_address_line_are_encoded_too() -> None:
    stated = known(ARTICLE, url="https://velm.example/\u202ebridge").url
    line = known(f"https://velm.example/a/\u2067bridge\n\n{ARTICLE}").url
    assert stated is not None and stated.value == "https://velm.example/%E2%80%AEbridge"
    assert line is not None and line.value == "https://velm.example/a/%E2%81%A7bridge"


def test_an_address_whose_host_does_not_show_is_none() -> None:
    assert known(ARTICLE, url="https://velm\u200b.example/bridge").url is None
