"""Who wrote an article."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.language.dates import find_dates
from generator.metadata.page import OPENING_LINES, Page, Rule
from generator.metadata.signs import CLOCK_AND_ZONE, EDGES
from generator.model import Found

BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words|article|analysis|opinion)\s+by|by|authors?:)"
    r"[\s:]+(?=\S)",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s?@|\s(?:[|•·–—/]|-)\s|[|•·]|,\s|\s\(|\s(?:on|in|for|at)\s|\s?(?:updated|published|posted)\b", re.IGNORECASE
)
_PARTICLES = frozenset("de del della der den van von da di du la le el al bin ibn abu ter and y e of & dos das".split())
_NO_NAMES = frozenset(
    "the a an this that these your our my their his her its it signing clicking using continuing subscribing submitting"
    " numbers number staff admin editor editors reading using now here social links use law nature default design"
    " contrast popular category date topic author all any more most how what when where why who".split()
)
_BYLINE_LENGTH = 200  # code points; a longer line is text that begins with "By"
_NAME_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?")


def _declared_author(page: Page) -> Found | None:
    found = page.declared("author")
    if found is None or found.value.lower().startswith(("http://", "https://")):
        return None
    return replace(found, value=byline_name(found.value) or found.value)


def _byline(page: Page) -> Found | None:
    """A line "by NAME" above the article, or among its first blocks."""
    opening = page.top + page.body[:OPENING_LINES]
    for line in (*page.top[::-1], *page.body[:OPENING_LINES]):
        name = byline_name(line.text)
        if name is not None:
            return Found(name, "byline", line.quote)
    for lead, line in pairwise(opening):
        if lead.text.lower().rstrip(":") in ("by", "author", "written by"):
            name = byline_name(f"by {line.text}")
            if name is not None:
                return Found(name, f"line below “{lead.text}”", line.quote)
    return None


def _above_role(page: Page) -> Found | None:
    """A name on a line of its own, above one that says what its bearer does: "Ann Lee", "Our columnist on books"."""
    for name, role in pairwise(page.top + page.body[:1]):
        tokens = name.text.split()
        if 2 <= len(tokens) <= 4 and _is_name(tokens) and len(role.text) <= _BYLINE_LENGTH and _ROLE.search(role.text):
            return Found(name.text, "name above what its bearer does", name.quote)
    return None


_ROLE = re.compile(
    r"^(?:our\s|the\s)?(?:\w+\s){0,2}(?:columnist|correspondent|reporter|editor|critic|contributor)\b", re.IGNORECASE
)


def byline_name(line: str) -> str | None:
    """The name in a line such as "By Ann Lee and Bo Ek, Staff Writers | Nov 3"; None where it is no byline."""
    if len(line) > _BYLINE_LENGTH:
        return None
    dated = find_dates(line)
    if dated and not line[: dated[0].start].strip(" |-–—•·"):
        line = CLOCK_AND_ZONE.sub("", line[dated[0].end :]).strip(" ,|-–—•·/")  # "Nov 3, 2023 4:05 pm EST by Ann Lee"
        dated = ()
    lead = BY.match(line)
    if lead is None:
        return None
    rest = (line[: dated[0].start] if dated else line)[lead.end() :].strip()
    name: str = EDGES.sub("", _NAME_END.split(rest, maxsplit=1)[0])
    tokens = name.split()
    return name if 2 <= len(tokens) <= 9 and _is_name(tokens) else None


def _is_name(tokens: list[str]) -> bool:
    if any(token.lower().strip(".,") in _NO_NAMES for token in tokens):
        return False
    return all(
        token.lower() in _PARTICLES or (token[0].isupper() and _NAME_TOKEN.fullmatch(token) is not None)
        for token in tokens
    )


BYLINE_RULES: tuple[Rule, ...] = (_declared_author, _byline, _above_role)
