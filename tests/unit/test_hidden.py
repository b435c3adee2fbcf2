"""Text of an HTML page that no reader sees is furniture, with its reason. All text is invented."""

from __future__ import annotations

import pytest

from generator.model import BlockKind, Document
from tests.making import document

SEEN = "The old pier of Vann burned down on Monday, and nobody was hurt, the port office said in the evening."
UNSEEN = "The mayor of Vann set fire to the pier himself, and the port office knew of it for a week before."


def page(text: str, head: str = "") -> Document:
    return document(f"<html><head>{head}</head><body><article>{text}</article></body></html>", media_type="text/html")


def claims(found: Document) -> str:
    """The text from which claims are made."""
    return "|".join(
        found.text[block.start : block.end] for block in found.blocks if block.kind is not BlockKind.FURNITURE
    )


def reasons(found: Document) -> dict[str, str | None]:
    return {
        found.text[block.start : block.end]: block.rule for block in found.blocks if block.kind is BlockKind.FURNITURE
    }


UNSEEN_STYLES = [
    "display:none", "display/**/:none", "display:/* x */ none !important", "DISPLAY : NONE", "d\\69 splay:none",
    "display:block;display:none", "display:none!important;display:block",
    "display:block!important;display:none!important", "visibility:hidden", "visibility:collapse",
    "content-visibility:hidden", "opacity:0", "opacity: 0.0", "opacity:0%", "opacity:.01", "filter:opacity(0)",
    "font-size:0", "font-size:0px", "font-size:.1em", "font-size: 1px", "font-size:0%", "font:0/0 a", "font: 0px Arial",
    "position:absolute;left:-9999px", "position: fixed; top:-100em", "left:-9999px;position:relative",
    "position:absolute;right:99999px", "position:absolute;inset:-9999px auto auto -9999px",
    "position:absolute;left:calc(-9999px)", "text-indent:-9999px", "text-indent:-100em", "margin-left:-9999px",
    "margin:-9999px 0 0", "transform:scale(0)", "transform: rotate(3deg) scale(0, 1)", "transform:scaleY(0)",
    "transform:matrix(0,0,0,0,0,0)", "scale:0", "transform:translateX(-9999px)", "translate: -9999px 0",
    "width:0;height:0;overflow:hidden", "overflow:hidden;height:1px", "max-height:0;overflow-y:hidden",
    "position:absolute;clip:rect(0,0,0,0)", "position:absolute;clip:rect(1px 1px 1px 1px)", "clip-path:inset(50%)",
    "clip-path: inset(100%)", "clip-path:inset(0 0 100% 0)", "clip-path:circle(0)", "clip-path:polygon(0 0,0 0,0 0)",
    "color:transparent", "color:#fff", "color:white", "color:#fefefe", "color:rgb(255, 255, 255)",
    "color:rgba(0,0,0,0)", "color:#0000", "color:hsl(0,0%,100%)", "background:#000;color:#000", "background:black",
    "color:red;background-color:#ff0000", "-webkit-text-fill-color:transparent",
    "background:url(data:x;display:block);display:none", "transform:rotateY(90deg)", "transform:rotatex(-0.25turn)",
    "letter-spacing:-9999px", "letter-spacing:-1em", "text-indent:100%;white-space:nowrap;overflow:hidden",
]  # fmt: skip


@pytest.mark.parametrize("style", UNSEEN_STYLES)
@pytest.mark.parametrize("name", ["p", "div", "span"])
def test_text_that_style_hides_is_furniture(name: str, style: str) -> None:
    found = page(f'<p>{SEEN}</p><{name} style="{style}">{UNSEEN}</{name}><p>{SEEN}</p>')
    assert claims(found) == f"{SEEN}|{SEEN}"
    assert reasons(found) == {UNSEEN: "html:hidden"}


@pytest.mark.parametrize(
    "style",
    [
        "display:block", "display:none;display:block", "display:block!important;display:none", "visibility:visible",
        "dis/**/play:none", "display:no/**/ne", "displayed:none", "opacity:0.9", "opacity:1", "font-size:14px",
        "font-size:.9em", "font:12px/0 Arial", "left:-9999px", "position:absolute;left:0",
        "position:relative;left:-4px",
        "margin-left:-100%", "margin:0 -50vw", "position:absolute;left:50%;transform:translate(-50%,-100%)",
        "transform:scale(1)", "width:0;height:0", "overflow:hidden;height:100%", "clip:rect(0,0,0,0)",
        "clip-path:inset(5%)", "color:#333", "color:#fff;background:#000", "background:url(x.png);color:#fff",
        "color:transparent;background-clip:text;background-image:linear-gradient(red,blue)", "color:var(--white)",
        "color:#fff;color:var(--ink)",
        "opacity:0;animation:appear 1s forwards", "background:url(data:x;display:none)", "content:'display:none;'",
        "/* display:none */", "line-height:0.1", "transform:rotateY(0deg)", "transform:rotate(90deg)",
        "letter-spacing:-.02em", "text-indent:100%", "text-indent:20%;white-space:nowrap;overflow:hidden",
    ],
)  # fmt: skip
def test_text_that_is_seen_stays(style: str) -> None:
    found = page(f'<p>{SEEN}</p><p style="{style}">{UNSEEN}</p>')
    assert claims(found) == f"{SEEN}|{UNSEEN}"


@pytest.mark.parametrize(
    "rule",
    [
        ".x{display:none}", "p.x { opacity : 0 }", "#y{font-size:0}", "b, .x , i{visibility:hidden}", "em{color:#fff}",
        ".x.z{position:absolute;left:-9999px}", "/* a */ .x/* b */{/* c */display:none}",
        "@media screen{.x{display:none}}",
        ".x{display:block}.x{display:none}", ".x{display:none !important}p{display:block}", ".\\78{display:none}",
        "p{color:red}.x{display:none", "<!-- .x{display:none} -->",
    ],
)  # fmt: skip
def test_simple_rules_of_the_page_itself_count(rule: str) -> None:
    text = f'<p>{SEEN}</p><p class="x z" id="y"><em>{UNSEEN}</em></p>'
    assert claims(page(text, f"<style>{rule}</style>")) == SEEN
    assert claims(page(f"{text}<style>{rule}</style>")) == SEEN


@pytest.mark.parametrize("other", [".Button_root{}", ".B[href]{}", ".C:not(.d){}"])
def test_rules_for_what_a_page_has_not_take_no_place_of_others(other: str) -> None:
    many = "".join(other.replace("{}", f"{{display:none;color:#{n:03d}}}").replace("_", f"_{n}") for n in range(2_100))
    text = f'<p>{SEEN}</p><p class="x">{UNSEEN}</p>'
    assert claims(page(text, f"<style>{many}.x{{display:none}}</style>")) == SEEN


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.x{display:none}}", "@media (max-width:600px){.x{display:none}}", ".x:hover{display:none}",
        ".x{display:none}#y{display:block}", ".x{display:none}p.x{display:block}", ".no-js .x{display:none}",
        ".x{font-size:0} .x em{font-size:14px}", ".x{color:#fff} .story .x{background:#000}",
        ".xx{display:none}",
        ".x{display:none} .js .x{display:block}", ".js .x{display:none}", ".x{display:none} article .x{display:block}",
        ".x{display:none} @media (min-width:50em){.x{display:block}}", ".x::before{display:none}",
        ".x:first-letter{font-size:0}",
        "p:empty{display:none}",
        ".x{display:none} @media screen and (max-width:500px){p.x{display:block}}",
        "article > .x + p{display:none}",
        "@media (min-width:900px) and (max-width:300px){.x{display:none}}",
        "@supports not (color:red){.x{opacity:0}}",
        ".x:nth-child(1){display:none}", ".x:not(#y){display:none}", "article > em{display:none}",
        ".x:hover{opacity:0}",
        "body > p{display:none}", "[data-state=open]{display:none}", "p:has(b){display:none}",
        ".x:nothing{display:none}",
        ".x{display:none}article p#y{display:block}", ":where(.x){display:none}p{display:block}",
        "@keyframes a{from{opacity:0}}", ".x{display:none}</style><style>.x{display:block}",
    ],
)  # fmt: skip
def test_rules_that_do_not_hold_hide_nothing(rule: str) -> None:
    text = f'<p>{SEEN}</p><p class="x" id="y"><em>{UNSEEN}</em></p>'
    html = (
        f"<html class=no-js><head><style>{rule}</style></head><body><article class=story>{text}</article></body></html>"
    )
    assert claims(document(html, media_type="text/html")) == f"{SEEN}|{UNSEEN}"


@pytest.mark.parametrize(
    "rule",
    [
        ".story .x{display:none}", "article > p.x{opacity:0}", "article>.x{visibility:hidden}", ".q ~ .x{display:none}",
        ".q + img + p{font-size:0}", "article .x em{display:none}", "html body .x{display:none}", "p.x.z{display:none}",
        '[data-state="closed"]{display:none}', "[data-state^=clo]{display:none}", "p[data-state*=los]{display:none}",
        "[DATA-STATE=closed]{display:none}", "[class~=x]{display:none}", ":is(.x,.y){display:none}",
        "article :where(.x){display:none}", "p:not(.q){display:none}", "p:has(em){display:none}",
        "p:nth-child(n+3){display:none}", "p:last-of-type{display:none}", "article > p:last-child{display:none}",
        "p:not(:is(.q, :not(.x))){display:none}", ".a\\:b{display:none}", "P.x{display:none}", ":root .x{display:none}",
        "@media screen and (min-width:1px){.story .x{display:none}}", "@layer a{.story .x{display:none}}",
        "@media (max-width:700px){.x{display:none}}@media (min-width:600px){.x{display:none}}",
        ".story .x{display:none}.x{display:block}", ".x{display:none!important}article .x{display:block}",
        ".nothing .x{display:block}.story .x{display:none}", "</p>;.story .x{display:none}",
        "body{background:#123456}.story .x{color:#123457}", ".x:nothing{}.story .x{display:none}",
    ],
)  # fmt: skip
def test_rules_of_every_form_of_selector_count(rule: str) -> None:
    text = f'<p class=q>{SEEN}</p><img src=a.png><p class="x z a:b" data-state=closed><em>{UNSEEN}</em></p>'
    html = f"<html><head><style>{rule}</style></head><body><article class=story>{text}</article></body></html>"
    assert claims(document(html, media_type="text/html")) == SEEN


def test_classes_of_the_root_keep_their_order() -> None:
    classes = "a b c d e f g"
    style = f'<style>[class^="{classes}"] .x{{display:none}}</style>'
    html = f"<html class='no-js {classes}'><head>{style}</head><body><p>{SEEN}</p><p class=x>{UNSEEN}</p></body></html>"
    assert claims(document(html, media_type="text/html")) == SEEN


@pytest.mark.parametrize(
    "sheet",
    [
        "p" + ":not(" * 500 + ".x" + ")" * 500 + "{display:none}", "div " * 90 + ".x{display:none}", "{" * 2_000,
        ".x{display:none" + "(" * 5_000, "[" * 3_000 + "{display:none}", "@media " + "(" * 3_000 + "{.x{display:none}}",
        ":is(" * 100 + "{}", "a|b|c{display:none}", ".x:nth-child(q){display:none}", "\\", "/*", "'", "@", "}" * 1_000,
        ".İ,.x,{display:none}",
    ],
)  # fmt: skip
def test_no_fault_of_a_style_sheet_loses_a_page(sheet: str) -> None:
    assert SEEN in claims(page(f"<p>{SEEN}</p><p class=x>{UNSEEN}</p>", f"<style>{sheet}</style>"))


def test_a_rule_that_hides_nearly_all_of_the_text_is_not_applied_and_a_notice_names_it() -> None:
    found = page(
        f"<div class=story><p>{SEEN}</p><p>Short.</p></div>" * 12, "<style>.page .x, div > p{opacity:0}</style>"
    )
    assert claims(found).count(SEEN) == 12
    assert [notice.quote for notice in found.notices if notice.code == "rule-not-applied"] == ["div > p"]


def test_a_rule_that_hides_more_than_is_seen_is_applied_where_an_article_is_left() -> None:
    found = page(f"<p>{SEEN}</p>" * 8 + f"<p class=x>{UNSEEN}</p>" * 12, "<style>article > .x{display:none}</style>")
    assert claims(found).count(SEEN) == 8
    assert UNSEEN not in claims(found)


def test_a_rule_that_hides_most_of_a_short_page_is_applied() -> None:
    found = page(f"<p>{SEEN}</p>" + f"<p class=x>{UNSEEN}</p>" * 6, "<style>article > .x{display:none}</style>")
    assert claims(found) == SEEN


def test_where_matching_takes_too_many_steps_text_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.extract.matching.MOST_STEPS", 4)
    text = f"<p class=x>{UNSEEN}</p><p>{SEEN}</p><p class=x>{UNSEEN}</p>"
    assert claims(page(text, "<style>body .x{display:none}</style>")) == f"{UNSEEN}|{SEEN}|{UNSEEN}"


def test_a_sheet_for_print_hides_nothing() -> None:
    head = "<style media=print>.x{display:none}</style>"
    assert claims(page(f"<p>{SEEN}</p><p class=x>{UNSEEN}</p>", head)) == f"{SEEN}|{UNSEEN}"


def test_where_other_sheets_are_named_a_ground_is_not_taken_for_white() -> None:
    head = "<link rel=stylesheet href=x.css>"
    assert claims(page(f"<p>{SEEN}</p><p style='color:white'>{UNSEEN}</p>", head)) == f"{SEEN}|{UNSEEN}"


def test_hidden_words_in_a_sentence_are_no_part_of_it() -> None:
    found = page(f'<p>The pier <span style="opacity:0">of the mayor </span>burned. {SEEN}</p>')
    assert claims(found) == f"The pier burned. {SEEN}"


def test_hidden_words_at_the_end_of_a_paragraph_are_furniture_with_their_reason() -> None:
    found = page(f"<p><i hidden>Alas!</i> {SEEN} <span style='font-size:0'>{UNSEEN}</span></p>")
    assert claims(found) == SEEN
    assert reasons(found) == {"Alas!": "html:hidden", UNSEEN: "html:hidden"}


def test_what_is_made_visible_inside_something_invisible_is_seen() -> None:
    inner = f"<p style='visibility:visible'>{UNSEEN}</p>"
    assert claims(page(f"<p>{SEEN}</p><div style='visibility:hidden'>{inner}</div>")) == f"{SEEN}|{UNSEEN}"
    inner = f"<p style='font-size:14px'>{UNSEEN}</p>"
    assert claims(page(f"<p>{SEEN}</p><div style='font-size:0'>{inner}</div>")) == f"{SEEN}|{UNSEEN}"


def test_what_is_transparent_hides_all_inside_it() -> None:
    inner = f"<p style='opacity:1;visibility:visible;font-size:14px'>{UNSEEN}</p>"
    assert claims(page(f"<p>{SEEN}</p><div style='opacity:0'>{inner}</div>")) == SEEN


@pytest.mark.parametrize(
    "text", [f'<p><font color="#ffffff">{UNSEEN}</font></p>', f"<table bgcolor=black><tr><td>{UNSEEN}</table>"]
)
def test_colours_of_old_attributes_count(text: str) -> None:
    assert claims(page(f"<p>{SEEN}</p>{text}")) == SEEN


def test_a_hidden_text_longer_than_what_is_seen_is_no_claim() -> None:
    assert claims(page(f"<p>The pier burned.</p><div style='display:none'><p>{UNSEEN}</p></div>")) == "The pier burned."


def test_a_whole_page_that_a_script_shows_is_read() -> None:
    paragraphs = f"<p>{SEEN}</p>" * 12
    found = document(f"<body style='opacity:0'><p>Wait.</p>{paragraphs}</body>", media_type="text/html")
    assert claims(found).count(SEEN) == 12


def test_a_span_that_is_shown_as_a_block_is_one() -> None:
    found = page("<p>two days<span style='display:block'>after the storm</span>all</p>")
    assert found.text == "two days\nafter the storm\nall"


@pytest.mark.parametrize(
    "hidden",
    [
        f"<span style='font-size:0'>{UNSEEN}</span>",
        f"<div style='display/**/:none'>\n\n{UNSEEN}\n\n</div>",
        f"<p hidden>{UNSEEN}</p>",
        f"<script>{UNSEEN}</script>",
        f"<FONT color=white>{UNSEEN}</FONT>",
    ],
)
def test_text_of_a_markdown_capture_that_style_hides_is_furniture(hidden: str) -> None:
    found = document(f"{SEEN}\n\n{hidden}\n\n{SEEN}", media_type="text/markdown")
    assert claims(found) == f"{SEEN}|{SEEN}"
    assert set(reasons(found).values()) == {"markdown:hidden"}


def test_hidden_words_in_a_line_of_markdown_are_markup() -> None:
    found = document(
        "The pier <b style='opacity:0'>of the mayor </b>burned <b style='color:red'>down</b>.", "one", "text/markdown"
    )
    assert claims(found) == "The pier burned down."


def test_a_hiding_tag_without_an_end_hides_nothing() -> None:
    assert claims(document(f"<p hidden>{SEEN}", media_type="text/markdown")) == SEEN


def test_what_a_rule_inside_a_rule_hides_hides_nothing_around_it() -> None:
    nested = "<style>.story { color: #111; .ad { display: none } }</style>"
    assert SEEN in claims(page(f"<p class=story>{SEEN}</p>", nested))


def test_what_stands_before_a_rule_inside_a_rule_holds() -> None:
    nested = "<style>.aside { display: none; .ad { color: red } }</style>"
    assert UNSEEN not in claims(page(f"<p>{SEEN}</p><p class=aside>{UNSEEN}</p>", nested))


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div popover><p>{UNSEEN}</p></div>", f'<p popover="manual">{UNSEEN}</p>', f"<progress>{UNSEEN}</progress>",
        f"<meter value=1>{UNSEEN}</meter>", f"<ruby>x<rp>{UNSEEN}</rp></ruby>",
    ],
)  # fmt: skip
def test_what_browsers_show_only_when_asked_or_never_is_no_text(hidden: str) -> None:
    assert UNSEEN not in claims(page(f"<p>{SEEN}</p>{hidden}<p>{SEEN}</p>"))
