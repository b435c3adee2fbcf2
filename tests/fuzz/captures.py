"""An article -> a capture as people save them: a page dump, a page or Markdown, with everything that goes wrong."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from tests.fuzz.grammar import Article, Block, Spoken

# Words that no reader of a page sees: none of them may be printed.
UNSEEN: Final = "quorvexing"

_MENU: Final = (
    "Home | World | Politics | Sport",
    "Skip to content",
    "Subscribe",
    "Log in",
    "Menu",
    "Search",
    "Advertisement",
)
_TAIL: Final = (
    "Share this article", "Read more: The ten best harbours", "© 2031 All rights reserved.",
    "We use cookies. Accept all", "Most read", "3 Comments", "Sign up for our newsletter", "Related articles",
    "Tags: news, harbour", "Print | E-mail",
)  # fmt: skip

# Characters that dumps, word processors and attackers leave behind.
ODD: Final = (
    "\u202e", "\u202d", "\u2066", "\u2069", "\u202c", "\u200e", "\u200f", "\u061c", "\u200b", "\u200d", "\u2060",
    "\ufeff", "\u00ad", "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x7f", "\x85", "\x9f",
    "\u2028", "\u2029", "\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\U0010ffff", "😀", "👩\u200d👧", "𝔘𝔫𝔦", "𠜎",
    "e\u0301\u0301", "a\u20dd", "ﬁ", "İ", "ß", "ǅ", "½", "14²", "①", "٣", "Ⅳ", "\u00a0", "\u2009", "\u3000", "\u1680",
    "\u2007", "北京新闻。", "العاصمة", "עברית", "ไทย", "Москва", '"', "“", "”", "’", "‘", "«", "„", "``", "''",
    "(", ")",
    "[", "]", "{", "}", "{{ 7*7 }}", "{% raw %}", "${7*7}", "%s", "<", ">", "&", "&amp;", "&lt;b&gt;", "&#x202e;",
    "&#0;", "&nbsp;", "<script>alert(1)</script>", "<b>", "</p>", "<br>", '"><img src=x onerror=alert(2)>',
    "javascript:alert(3)", "<a href='javascript:alert(4)'>x</a>", "]]>", "-->", "<!--", "</script>", "</title>",
    "</ä>", "<ä>", "<![CDATA[", "<?php ?>", "\\", "`", "*", "_", "#", "|", "[^1]", "![x](y)", "~", "\t", "...", "…",
    "?!", ". . .", "--", "—", "A. B. C.", "Mr.", "No.", "1.", "1,000.5", "0", "-5", "1e9", "12/13/2031", "9999999999",
)  # fmt: skip
_ENDINGS: Final = ("\r\n", "\r", "\n\r", "\x0b", "\x0c", "\x85", "\u2028")

_HIDING: Final = (
    '<p hidden>{}</p>', '<div style="display:none"><p>{}</p></div>', '<p style="visibility: hidden">{}</p>',
    "<!-- <p>{}</p> -->", "<script>var a = '{}';</script>", "<style>p:after {{ content: '{}' }}</style>",
    "<template><p>{}</p></template>", '<p style="font-size:0">{}</p>', '<p style="opacity: 0">{}</p>',
    '<p style="position:absolute;left:-9999px">{}</p>', '<p style="display:/* */none">{}</p>',
    '<input type="hidden" value="{}">', '<p aria-hidden="true" hidden="">{}</p>',
    '<span style="clip:rect(0,0,0,0);position:absolute">{}</span>', '<p style="color:#fff;background:#fff">{}</p>',
    '<a title="{}" href="/x"></a>', "<svg><title>{}</title></svg>", "<datalist><option>{}</datalist>",
)  # fmt: skip

_NASTY: Final = (
    "<script>alert(1)</script>", '<img src="https://evil.example/p.png" onerror="alert(1)">', "<br><br/><br>",
    "<br ><BR>", "<a href='javascript:alert(1)'>x</a>", '<a href="java\nscript:alert(1)">y</a>',
    "<b onclick=alert(1)>bold</b>", "<div", "<p><div><span>", "</div></div></div>",
    "<table><tr><td><table><tr><td>cell</table>", "<!-- never closed", "<![CDATA[ x ]]>",
    "<iframe src='https://evil.example/'></iframe>", "<form action='https://evil.example/'><input name=q></form>",
    "<3 hearts", "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>s</a></svg>",
    "<math><mi//xlink:href='data:x,1'>", "<a b=c d e f>", "<style>@import 'https://evil.example/x.css';</style>",
    "<base href='https://evil.example/'>", "<plaintext>", "<textarea><p>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>", "<object data=x>", "<embed src=x>",
    "&#x110000;", "&#xD800;", "<h1>Another head</h1>", "<title>Second title</title>", "<p title='a>b \"c\"'>odd</p>",
    "<details><summary>More", "<x:y z:w=1>", "<ul><li>one<li>two<ul><li>three</ul>",
    "<select><option>a<option>b</select>", "<noscript><p>no script</p></noscript>",
)  # fmt: skip
# Of these, what makes markup that follows it text, or text that follows it markup.
_SWALLOWS: Final = (
    "<plaintext>", "<textarea>", "<!-- never", "<div\n", "<select>", "<details>", "<base", "<x:y", "<mi//",
    "1. one\n2. two", "    indented code", "> a quoted line", "[^1]: a footnote",  # in Markdown the next line goes on
)  # fmt: skip
_HTML_WORDS: Final = ("<b>{}</b>", "<a href='/x'>{}</a>", "<i>{}</i>", "<br>{}", "{}<br/>", "<span>{}", "{}<!-- a -->")
_MARKDOWN_WORDS: Final = (
    "**{}**", "*{}*", "[{}](https://x.example/a_(b))", "[{}](javascript:alert(1))", "`{}`", "<b>{}</b>",
    "{}\\", "{}<br>",
    "![{}](p.png)", "{}[^1]",
)  # fmt: skip
_MARKDOWN_LINES: Final = (
    "```\ncode of the page\n```", "![picture](https://evil.example/p.png)", "<div><b>raw</b></div>", "> a quoted line",
    "[^1]: a footnote of the page", "[ref]: javascript:alert(1)", "<!-- a comment -->", "    indented code", "***",
    "1. one\n2. two",
)  # fmt: skip
_ADDRESSES: Final = (
    "https://news.example/a?b=1&amp;c=2", "javascript:alert(1)", "//x.example/y", "https://x.example/a b",
    "https://x.example/\u202e\x01", "data:text/html,x", "https://[::1", "http://x.example/\ufffe'&quot;&lt;b&gt;",
)  # fmt: skip
_META: Final = ("2031-02-30", "yesterday", "", "<b>x</b>", "&#x202e;x", "1900-01-01", "x" * 400)


@dataclass(frozen=True, slots=True)
class Made:
    """A capture's text with what is known of it. ``whole`` is False where something was done to it after which it is
    uncertain who says what in it and which of its words are hidden; ``hides`` where some were when it was made."""

    suffix: str
    text: str
    spoken: tuple[Spoken, ...]
    whole: bool = True
    hides: bool = False


def make_capture(random: Random, article: Article) -> Made:
    """The article as a dump, a page or Markdown; every second one has suffered."""
    kind = random.choice((".txt", ".txt", ".html", ".html", ".md"))
    writers = {".txt": _dump, ".html": _page, ".md": _markdown}
    text = writers[kind](random, article)
    whole = not any(opened in text for opened in _SWALLOWS)
    named = tuple(one for one in article.spoken if f"![{one.speaker}" not in text)  # in Markdown it may be a picture
    made = Made(kind, text, named, whole, hides=UNSEEN in text)
    if random.random() < 0.4:
        made = _suffer(random, made)
    if random.random() < 0.15:
        made = replace(made, text=made.text.replace("\n", random.choice(_ENDINGS)))
    return made


def _suffer(random: Random, made: Made) -> Made:
    """A text into which odd things were put, or of which a part was lost. Who says what in it is no longer certain."""
    text = made.text
    if random.random() < 0.2:
        text = text[random.randint(0, len(text) // 2) : random.randint(len(text) // 2, len(text))]
    for _ in range(random.choice((1, 2, 5, 20))):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(ODD) + text[at:]
    return replace(made, text=text, spoken=(), whole=False)


def _dump(random: Random, article: Article) -> str:
    lines = random.sample(_MENU, random.randint(0, 4)) if random.random() < 0.5 else []
    lines += [f"{article.headline}{random.choice(('', ' | ' + article.publisher))}", ""]
    lines += [f"By {article.byline}", article.day, ""] if random.random() < 0.6 else []
    gap = random.choice(("", "", None))
    for block in article.blocks:
        if block.kind == "li":
            lines += [f"{random.choice('•*-–')} {item}" for item in block.text.split("\n")]
        else:
            lines += block.text.split("\n")
        lines += [] if gap is None else [gap]
    lines += random.sample(_TAIL, random.randint(0, 5)) if random.random() < 0.5 else []
    return "\n".join(lines) + random.choice(("", "\n"))


def _page(random: Random, article: Article) -> str:
    body = [_element(random, block) for block in article.blocks]
    for _ in range(random.choice((0, 0, 1, 2, 4))):
        body.insert(random.randint(0, len(body)), random.choice(_NASTY))
    if random.random() < 0.5:
        hidden = f"The {UNSEEN} office said on Monday that the {UNSEEN} road was sold for three crowns."
        body.insert(random.randint(0, len(body)), random.choice(_HIDING).format(hidden))
    inner = "\n".join((f"<h1>{html.escape(article.headline)}</h1>", *body))
    if random.random() < 0.7:
        inner = f"<article>{inner}</article>"
    if random.random() < 0.5:
        items = "".join(f"<li><a href='/{number}'>{word}</a></li>" for number, word in enumerate(_MENU))
        inner = f"<nav><ul>{items}</ul></nav>{inner}<footer><p>{random.choice(_TAIL)}</p></footer>"
    start = random.choice(("<!doctype html>\n", "", "<!DOCTYPE html PUBLIC 'x'>", "<?xml version='1.0'?>"))
    return f"{start}<html lang=en><head>{_head(random, article)}</head><body>{inner}</body></html>"


def _head(random: Random, article: Article) -> str:
    parts = [f"<title>{html.escape(article.headline)} - {article.publisher}</title>"]
    if random.random() < 0.5:
        publisher = random.choice((article.publisher, 7, None, []))
        data = {"@type": "NewsArticle", "headline": article.headline, "publisher": {"name": publisher}}
        data |= {"datePublished": "2031-03-14T10:00:00Z", "author": {"name": article.byline}}
        good = json.dumps(data)
        garbage = random.choice((good, f"[{good}]", good[:-9], "{" * 50, "[1,", "null", '"x"'))
        parts.append(f'<script type="application/ld+json">{garbage}</script>')
    if random.random() < 0.4:
        address = random.choice(_ADDRESSES)
        parts.append(f'<link rel="canonical" href="{address}">')
    for name in ("author", "article:published_time", "og:title", "og:site_name", "date"):
        if random.random() < 0.15:
            value = random.choice(
                (article.byline, "2031-02-30", "yesterday", "", "<b>x</b>", "&#x202e;x", "1900-01-01", "x" * 400)
            )
            parts.append(f'<meta property="{name}" content="{html.escape(value)}">')
    return "".join(parts)


def _element(random: Random, block: Block) -> str:
    if block.kind == "h":
        return f"<h2>{html.escape(block.text)}</h2>"
    if block.kind == "li":
        return "<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in block.text.split("\n")) + "</ul>"
    if block.kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in row.split(" | ")) for row in block.text.split("\n"))
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    words = [html.escape(word, quote=random.random() < 0.3) for word in block.text.split(" ")]
    for at in range(len(words)):
        if random.random() < 0.04:
            words[at] = random.choice(_HTML_WORDS).format(words[at])
    return f"<p>{' '.join(words)}" + random.choice(("</p>", "</p>", ""))


def _markdown(random: Random, article: Article) -> str:
    lines = [f"# {article.headline}", "", f"*By {article.byline}*", ""]
    for block in article.blocks:
        if block.kind == "h":
            lines += [f"## {block.text}"]
        elif block.kind == "li":
            lines += [f"- {item}" for item in block.text.split("\n")]
        elif block.kind == "table":
            first, *rows = block.text.split("\n")
            lines += [f"| {first} |", "|---|:-:|--:|", *(f"| {row} |" for row in rows)]
        else:
            lines += [_inline(random, block.text)]
        lines.append("")
    for _ in range(random.choice((0, 0, 1, 3))):
        lines.insert(random.randint(2, len(lines)), random.choice(_MARKDOWN_LINES))
    return "\n".join(lines)


def _inline(random: Random, text: str) -> str:
    words = text.split(" ")
    for at in range(len(words)):
        if random.random() < 0.03:
            words[at] = random.choice(_MARKDOWN_WORDS).format(words[at])
    return " ".join(words)


def encode(random: Random, text: str) -> tuple[bytes, str]:
    """The bytes of a text, and the encoding in which it was saved, which is seldom another than UTF-8."""
    encoding = random.choice(
        ("utf-8",) * 20 + ("utf-8-sig", "cp1252", "latin-1", "utf-16", "koi8-r", "damaged", "surrogates")
    )
    if encoding == "damaged":
        data = bytearray(text.encode("utf-8", "surrogatepass"))
        for _ in range(random.randint(1, 3)):
            data.insert(random.randint(0, len(data)), random.choice((0x80, 0xC0, 0xFF, 0xE2, 0xF5)))
        return bytes(data), encoding
    if encoding == "surrogates":
        at = random.randint(0, len(text))
        return (text[:at] + "\ud83d" + text[at:]).encode("utf-8", "surrogatepass"), encoding
    return text.encode(encoding, "replace"), encoding
