"""The article's text as a page's scripts hold it (JSON of Next.js, a store's first state), for a page that shows none.

What is read is plain or it is not read: strings under names of text, most of which stand in one part of the data, that
is one article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.extract.embedded import Body, Pieces, Span, body_text
from generator.language.lines import describe_line

# Data alone, or given a name: "window.__STATE__ = {".
_DATA = re.compile(r"\s*(?:(?:window|self|globalThis)[\w.\[\]\"'$]{1,80}\s*=\s*)?(?=[{\[])")
_TOKEN = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"(?P<names>\s*:)?|(?P<opens>[{\[])|(?P<closes>[}\]])', re.DOTALL)
_OF_TEXT = re.compile(
    r"(?:article|story|post|main)?_?(?:body|content|text|html|paragraphs?|markup|rendered|value|children)"
    r"_?(?:html|text|raw|blocks?)?",
    re.IGNORECASE,
)
_TITLES = frozenset(["title", "headline"])
_ASIDE = re.compile(
    r"comment|related|recommend|footer|header|nav|menu|teaser|newsletter|promo|consent|cookie|translation|i18n|seo",
    re.IGNORECASE,
)
_SCOPE = 0.8  # a part with such a share of the words around it is what they are about
_ARTICLE_WORDS = 60  # a part with a title and so many words is an article; two beside one another are a list of them
_PROSE_WORDS = 4  # of a paragraph that ends like a sentence: buttons have fewer
_OPEN_END, _GOES_ON = re.compile(r"[\s(\[“‘«]$"), re.compile(r"[\s,.;:!?)’”»a-zß-öø-ÿ]")  # of pieces of one line


@dataclass(slots=True)
class _Part:
    """An object or list of the data, with the name under which it stands."""

    name: str
    is_list: bool
    next_name: str = ""  # of what comes next in it
    paragraphs: list[Pieces] = field(default_factory=list)
    words: int = 0
    is_titled: bool = False
    articles: int = 0  # that stand in it
    scope: _Part | None = None  # the part of it that has most of its words


def find_script_body(page: str, scripts: Iterable[Span]) -> Body | None:
    """Where the article's text stands in these scripts; None where that is not sure."""
    found = [body for start, end in scripts if (body := _find(page, start, end)) is not None]
    return found[0] if len(found) == 1 else None


def _find(page: str, start: int, end: int) -> Body | None:
    begins = _DATA.match(page, start, end)
    if begins is None:
        return None
    try:
        _, length = json.JSONDecoder(strict=False).raw_decode(page[begins.end() : end])
    except (ValueError, RecursionError):
        return None
    scope = _most(_read(page, begins.end(), begins.end() + length))
    body = tuple(paragraph for paragraph in scope.paragraphs if _is_prose(page, paragraph))
    return body if scope.articles < 2 and body else None


def _read(page: str, start: int, end: int) -> _Part:
    """The data, with all strings that stand under names of text."""
    open_parts = [_Part("", is_list=True)]
    for token in _TOKEN.finditer(page, start, end):
        part = open_parts[-1]
        if token["names"]:
            part.next_name = token["text"]
        elif token["opens"]:
            open_parts.append(_Part(part.name if part.is_list else part.next_name, token["opens"] == "["))
        elif token["closes"]:
            _close(page, open_parts[-2], open_parts.pop())
        else:
            _take(page, part, token.span("text"))
    return open_parts[0]


def _take(page: str, part: _Part, span: Span) -> None:
    name = part.name if part.is_list else part.next_name
    if name.lower() in _TITLES:
        part.is_titled = True
    if _OF_TEXT.fullmatch(name) and span[0] < span[1]:
        part.paragraphs.append((span,))
        part.words += len(page[slice(*span)].split())


def _close(page: str, around: _Part, part: _Part) -> None:
    """Give what a part holds to the one around it; a piece of a line goes on with the piece before it."""
    if _ASIDE.search(part.name):
        return
    is_article = part.is_titled and part.words >= _ARTICLE_WORDS
    if len(part.paragraphs) == 1 and around.is_list and around.paragraphs and _goes_on(page, around, part):
        around.paragraphs[-1] += part.paragraphs[0]
    else:
        around.paragraphs += part.paragraphs
    around.words += part.words
    around.articles += max(is_article, part.articles)
    if around.scope is None or part.words > around.scope.words:
        around.scope = part


def _goes_on(page: str, around: _Part, part: _Part) -> bool:
    before, after = around.paragraphs[-1][-1], part.paragraphs[0][0]
    return _OPEN_END.match(page[before[1] - 1]) is not None or _GOES_ON.match(page, after[0]) is not None


def _most(part: _Part) -> _Part:
    """The innermost part that has most of the words of each around it."""
    while part.scope is not None and part.scope.words >= _SCOPE * part.words:
        part = part.scope
    return part


def _is_prose(page: str, paragraph: Pieces) -> bool:
    lines = body_text(page, (paragraph,)).split("\n")
    described = (describe_line(line.strip()) for line in lines if line.strip())
    return any(line.ends_sentence and line.size >= _PROSE_WORDS for line in described)
