"""Readers of plain text, HTML and Markdown: text, blocks, places, declared facts. All text is invented."""

from __future__ import annotations

import pytest

from generator.extract import extract
from generator.model import BlockKind, Document
from tests.making import document, source
from tests.timing import cost

LONG = "The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers."


def page(text: str) -> Document:
    return document(text, media_type="text/html")


def article(text: str) -> Document:
    return document(text, media_type="text/markdown")


def shown(found: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, found.text[block.start : block.end]) for block in found.blocks]


def rules(found: Document) -> dict[str, str | None]:
    return {found.text[block.start : block.end]: block.rule for block in found.blocks}


def declared(found: Document) -> dict[str, str]:
    """The first value of each fact."""
    return {fact.name: fact.value for fact in reversed(found.declared)}


# Plain text


def test_each_line_of_a_dump_that_is_not_blank_is_a_paragraph_without_its_outer_white_space() -> None:
    found = document("  One line \r\n\n\tTwo.\n \n")
    assert shown(found) == [("paragraph", "One line"), ("paragraph", "Two.")]
    assert found.text == found.source.capture.text and found.offsets is None


# HTML: text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_whatever_unicode_ends_a_line_with_ends_one(media_type: str, end: str) -> None:
    read = document(f"The pier burned.{end}{end}Ada Kell said so.", media_type=media_type)
    assert [read.text[b.start : b.end] for b in read.blocks] == ["The pier burned.", "Ada Kell said so."]


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufdd0", "\x07", "\u202e", "\u200d"])
def test_what_nobody_sees_parts_no_word_and_stands_in_the_quote(media_type: str, unseen: str) -> None:
    text = f"The town hall den{unseen}ied it."
    read = document(text, media_type=media_type)
    assert read.text == "The town hall denied it."
    start, end = read.to_capture(14, 20)
    assert text[start:end] == f"den{unseen}ied"


def test_a_joiner_between_letters_of_other_scripts_stays() -> None:
    assert document("می\u200cخواهم 👩\u200d👧").text == "می\u200cخواهم 👩\u200d👧"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <b>old</b> <a href=x>bridge</a>.", "The old bridge."),
        ("<p>Caf&eacute; &amp; bar&nbsp;5 &#8212; &#x2014;", "Café & bar\xa05 — —"),
        ("<p>A &unknown; &amp&lt;b&gt;", "A &unknown; &<b>"),
        ("<p>fu&gtNo.;e &amp12/13 &notin;", "fu>No.;e &12/13 ∉"),
        ("<p>one\n\t two   three", "one two three"),
        ("<p>one<br>two", "one two"),
        ("<p>The harbour<br>\n Two ships", "The harbour\nTwo ships"),
        ("<p>gov&shy;ern\u00adment\u200b s", "government s"),
        ("<p>1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<p title='a > b'>one<!-- <p>two --> three", "one three"),
        ("<p>one<script>if (a < b) { '</p>' }</script> two", "one two"),
        ("<p>one <svg><text>two</text></svg> three", "one three"),
        ("<P CLASS=a>one</P >", "one"),
        ("<![CDATA[x]]><?php y ?><!doctype html><p>one", "one"),
        ("<p>one <![CDATA[two <b>three</b> four ]]> five", "one three four ]]> five"),
        ("<p>one<!-- two --!> three", "one three"),
    ],
)
def test_the_readable_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert page(markup).text == text


def test_block_elements_separate_blocks_and_inline_elements_do_not() -> None:
    found = page("<div>one <i>two</i><p>three<p>four</div><table><tr><td>five<td>six</table>")
    assert [text for _, text in shown(found)] == ["one two", "three", "four", "five", "six"]


@pytest.mark.parametrize("line", ["Kell said on<br>Friday", "Kell said,<br/>“No", "the <br >Harbour of Tarn"])
def test_a_line_break_behind_a_word_that_leads_on_ends_no_sentence(line: str) -> None:
    assert "\n" not in document(f"<p>{line}</p>", media_type="text/html").text


def test_a_line_break_behind_a_whole_sentence_ends_it() -> None:
    assert document("<p>It burned.<br>Kell left</p>", media_type="text/html").text == "It burned.\nKell left"


def test_two_line_breaks_in_a_row_end_a_block() -> None:
    assert [text for _, text in shown(page("<div>one<br>two<br> <br>three</div>"))] == ["one two", "three"]


def test_headings_and_list_items_are_known_by_their_elements() -> None:
    found = page(f"<h2><span>Title</span></h2><p>{LONG}</p><ul><li>One<li><p>Two</p></ul>")
    assert [kind for kind, _ in shown(found)] == ["heading", "paragraph", "list_item", "list_item"]


# HTML: places


def test_a_span_of_readable_text_leads_to_the_markup_that_carries_it_and_back() -> None:
    markup = "<p>He said: <b>caf&eacute;</b> &mdash; closed.</p><p>Next.</p>"
    found = page(markup)
    start = found.text.index("café")
    begin, end = found.to_capture(start, start + 4)
    assert markup[begin:end] == "caf&eacute;"
    assert found.to_readable(begin, end) == (start, start + 4)


def test_the_line_feed_between_blocks_stands_for_no_capture_text() -> None:
    found = page("<p>one</p><p>two</p>")
    between = found.text.index("\n")
    start, end = found.to_capture(between, between + 1)
    assert start == end


# HTML: furniture


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ("<nav>x</nav>", "html:nav"),
        ("<footer>x</footer>", "html:footer"),
        ("<aside><p>x</p></aside>", "html:aside"),
        ("<form><label>x</label></form>", "html:form"),
        ("<button>x</button>", "html:button"),
        ("<div role=navigation>x</div>", "html:role-navigation"),
        ("<div hidden>x</div>", "html:hidden"),
        ("<div style='display: none'>x</div>", "html:hidden"),
        ("<div class='site-cookieNotice'>x</div>", "html:class-cookie"),
        ("<div id=comments>x</div>", "html:id-comments"),
        ("<p><a href=y>x</a></p>", "html:links"),
    ],
)
def test_furniture_carries_the_rule_that_knows_it(markup: str, rule: str) -> None:
    found = page(f"<article><p>{LONG}</p>{markup}</article>")
    assert rules(found) == {LONG: None, "x": rule}


def test_what_lies_outside_the_article_is_furniture() -> None:
    found = page(f"<div><p>Weather: rain.</p></div><div><p>{LONG}</p><p>Short one.</p><p>{LONG}</p></div>")
    assert rules(found)["Weather: rain."] == "html:outside-article"
    assert rules(found)["Short one."] is None


def test_a_wrapper_of_the_whole_page_is_no_furniture_whatever_it_is_called() -> None:
    found = page(f"<body class='no-sidebar comments-open'><form><div class=widget-page><p>{LONG}</p></div></form>")
    assert rules(found) == {LONG: None}


def test_other_articles_beside_the_one_with_the_main_heading_are_furniture() -> None:
    found = page(
        f"<article><h1>Closed</h1><p>{LONG} {LONG} {LONG}</p><article><p>An update.</p></article></article>"
        f"<article><h2>More</h2><p>{LONG}</p></article><article><p>A teaser.</p></article>"
    )
    assert rules(found)["An update."] is None
    assert rules(found)[LONG] == rules(found)["A teaser."] == "html:other-article"


# HTML: declared facts


def test_meta_elements_declare_facts_with_their_places() -> None:
    markup = (
        "<html lang=en-GB><head><title>Bridge closed | The Bell</title>"
        "<meta property='og:site_name' content='The Bell &amp; Post'>"
        "<meta name=author content='Ann Lee'><link rel=canonical href='https://bell.example/bridge'>"
        "<meta property=article:published_time content=2024-05-07T08:00:00Z></head>"
    )
    found = page(markup)
    assert declared(found) == {
        "language": "en-GB",
        "title": "Bridge closed | The Bell",
        "publisher": "The Bell & Post",
        "author": "Ann Lee",
        "url": "https://bell.example/bridge",
        "published": "2024-05-07T08:00:00Z",
    }
    assert all(markup[fact.start : fact.end] for fact in found.declared)


def test_json_ld_of_an_article_comes_before_meta_elements() -> None:
    found = page(
        "<meta name=date content=2020-01-01><script type='application/ld+json'>"
        '{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": ["NewsArticle"], "headline": "Bridge closed",'
        '"datePublished": "2024-05-07", "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}],'
        '"publisher": {"name": "The Bell"}}]}</script>'
    )
    assert declared(found) == {
        "title": "Bridge closed",
        "published": "2024-05-07",
        "author": "Ann Lee, Bo Ek",
        "publisher": "The Bell",
    }
    capture = found.source.capture.text
    assert capture[found.declared[0].start : found.declared[0].end] in ("Bridge closed", "2024-05-07")


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": "Article", "author": 5, "headline": null}', "[1, null]"]
)
def test_json_ld_that_makes_no_sense_declares_nothing(script: str) -> None:
    assert page(f"<script type=application/ld+json>{script}</script><p>x").declared == ()


# HTML: hostile pages


@pytest.mark.parametrize(
    "unit",
    ["<div>", "</p>", "<p>", "<", "<a ", "<a b='", "<!--", "<![CDATA[", "&", "&amp", "<p><b>x</p>", "<li>", "<script>",
     "<div></p>", "<a b=c ", "<title>", "\u00a0", "<br>", "x<br> ", "<a/"],
)  # fmt: skip
def test_time_grows_with_the_length_of_a_page_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        return cost(lambda: page(unit * (length // len(unit))))

    assert seconds(80_000) < 14 * seconds(20_000) + 0.3


# Markdown


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("**The** _old_ *bridge* ***now***", "The old bridge now"),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2"),
        ("see [the report](https://x.example/a_(b)) now", "see the report now"),
        ("see [the *report*][1] and <https://x.example>", "see the report and https://x.example"),
        ("![a picture](p.jpg) `code` ~~old~~ \\*kept\\*", "code old *kept*"),
        ("one\ntwo\n  three", "one two three"),
        ("a note[^1] and <b>bold</b> &amp; more", "a note and bold & more"),
        ("R&amp;D in 5&#160;days, &ampR, &lt x", "R&D in 5\xa0days, &ampR, &lt x"),
        ("see <https://x.example/?a=1&copy=2>", "see https://x.example/?a=1&copy=2"),
        ("a [bracket] and (this)", "a [bracket] and (this)"),
        ("two days<br>after", "two days after"),
        ("two days<BR class='x' /> after <br>\nall", "two days after all"),
        ("**two days<br/>after** [the<br>storm](https://x.example)", "two days after the storm"),
        ("# The harbour<br>of Vann", "The harbour of Vann"),
        ("<p>one</p><p>two</p>three<hr>four", "one\ntwo\nthree\nfour"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("o<b>n</b>e<!-- c --> t<wbr>wo", "one two"),
        ("two days\\\nafter", "two days after"),
        ("> two days\n>after", "two days after"),
        ("two <style\n>x</style>days after", "two days after"),
    ],
)
def test_inline_markup_is_no_readable_text(markup: str, text: str) -> None:
    assert article(markup).text.rstrip("\n") == text


def test_blocks_of_markdown_are_known_by_their_lines() -> None:
    found = article(
        "# One #\nText\nmore\n\n> quoted\n> too\n\n- a\n  b\n* c\n1. d\n\nTwo\n---\n***\n"
        "[ref]: https://x.example\n```\ncode\n```\n| x |\n[^1]: note\n"
    )
    assert shown(found) == [
        ("heading", "One"),
        ("paragraph", "Text more"),
        ("paragraph", "quoted too"),
        ("list_item", "a b"),
        ("list_item", "c"),
        ("list_item", "d"),
        ("heading", "Two"),
        ("furniture", "code"),
        ("furniture", "| x |"),
        ("furniture", "note"),
    ]
    assert all(block.rule for block in found.blocks if block.kind is BlockKind.FURNITURE)


def test_front_matter_declares_facts_and_is_no_text() -> None:
    capture = "---\ntitle: 'Bridge closed'\ndate: 2024-05-07\nauthor: Ann Lee\nweight: 3\n---\n\nText.\n"
    found = article(capture)
    assert found.text == "Text."
    assert declared(found) == {"title": "Bridge closed", "published": "2024-05-07", "author": "Ann Lee"}
    assert all(fact.value in capture[fact.start : fact.end] for fact in found.declared)


def test_a_rule_at_the_top_without_a_second_one_is_no_front_matter() -> None:
    assert article("---\nText: here.\n").text == "Text: here."


@pytest.mark.parametrize(
    "unit", ["[", "![", "*a ", "**", "_", "`", "<", "<!--", "[a](", "> ", "- ", "#", "&", "\\", "-"]
)
def test_time_grows_with_the_length_of_markdown_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        return cost(lambda: article(unit * (length // len(unit))))

    assert seconds(80_000) < 14 * seconds(20_000) + 0.3


def test_a_media_type_without_a_reader_is_an_error() -> None:
    odd = source("x")
    with pytest.raises(KeyError):
        extract(type(odd)(odd.id, type(odd.capture)("a", "image/png", "x", "0")))


@pytest.mark.parametrize("odd", ["</ä>", "</İ>", "</ª>", "</1>", "</ >", "<ä>", "<é b='"])
def test_what_begins_like_a_tag_with_no_ascii_letter_is_none(odd: str) -> None:
    made = document(f"<p>The pier of Vann {odd} was closed.</p><p>It is old.</p>", media_type="text/html")
    assert made.text.startswith("The pier of Vann")
    assert made.text.endswith("It is old.")


@pytest.mark.parametrize(
    ("reference", "shown"), [("&#" + "9" * 5_000 + ";", "\ufffd"), ("&#" + "0" * 5_000 + "65;", "A"), ("&#233;", "é")]
)
def test_a_character_reference_may_have_any_number_of_digits(reference: str, shown: str) -> None:
    page = f"<title>Pier {reference} closed</title><p>The pier of Vann was closed.</p>"
    (title,) = (fact.value for fact in document(page, media_type="text/html").declared if fact.name == "title")
    assert title == f"Pier {shown} closed"


def test_links_that_a_page_shows_over_a_name_are_not_read_in_a_copy_of_its_text() -> None:
    card = " Ada Jo BrellFerries stop at noon Two held after a fire in Tarn MORE"
    capture = f"Governor Ada Brell{card} (Ind.) closed the pier.\n"
    found = document(capture)
    assert found.text == "Governor Ada Brell (Ind.) closed the pier.\n"
    assert found.to_capture(0, len(found.text)) == (0, len(capture))


@pytest.mark.parametrize("text", ["Ada Brell said that Ada Brell wants MORE.", "BrellTarn sells MORE than Ada Brell."])
def test_a_name_that_is_said_twice_and_a_word_in_capitals_are_read(text: str) -> None:
    assert document(f"{text}\n").text == f"{text}\n"
