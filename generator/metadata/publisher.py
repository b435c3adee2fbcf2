"""Who published a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.language.addresses import site_of
from generator.metadata.page import Page, Rule, letters
from generator.metadata.signs import COPYRIGHT, EDGES
from generator.metadata.title import NAME_WORDS, titles_with_suffix, without_suffix
from generator.model import Found

_NOT_A_NAME = re.compile(
    r"\ball rights?(?: are)? reserved\b|\bcopyright\b|\b(?:19|20)\d\d\b|©|\([cC]\)|@|\bpowered by\b.*|\bdesigned by\b.*"
    r"|\bterms of\b.*|\bprivacy\b.*|\bpart of\b.*|\bby\b|\bthis material\b.*",
    re.IGNORECASE,
)
_NAME_LENGTH = 60  # code points of a line that is a name
_COPYRIGHT_LENGTH = 200  # code points; a longer line is text that speaks of copyright
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]{2,40})((?:\.[a-z]{2,6}){1,2})/?", re.IGNORECASE)


def _declared_publisher(page: Page) -> Found | None:
    """The first name that is declared; of an address its site."""
    for found in page.all_declared("publisher"):
        name = site_of(found.value) if "://" in found.value else found.value
        if name is not None:
            return replace(found, value=name)
    return None


def _title_suffix(page: Page) -> Found | None:
    """The end of a title line; or of a declared title, where it is the page's own or the rest of it stands elsewhere as
    a headline."""
    for line, _, suffix in titles_with_suffix(page):
        return Found(suffix, "end of the title line", line.quote)
    heads = {letters(found.value) for name in ("title", "headline") for found in page.all_declared(name)}
    for title in page.all_declared("title"):
        head, name = without_suffix(title.value)
        if name is not None and (title.how == "title" or letters(head) in heads):
            return Found(name, "end of the title", title.quote)
    return None


def _copyright_owner(page: Page) -> Found | None:
    for line in reversed((*page.top, *page.tail)):
        if len(line.text) > _COPYRIGHT_LENGTH or not COPYRIGHT.search(line.text):
            continue
        for part in line.text.split("|"):
            name = EDGES.sub("", " ".join(_NOT_A_NAME.sub(" ", part).split()))
            if name and len(name.split()) <= NAME_WORDS and name[0].isupper():
                return Found(name, "copyright line", line.quote, "the owner of the copyright may own the publisher")
    return None


def _domain(page: Page) -> Found | None:
    """The site's domain standing alone in a line, spelled as the page itself spells the name where it does."""
    for line in (*page.top, *page.tail):
        match = _DOMAIN.fullmatch(line.text) if len(line.text) < 60 else None
        if match is None or match.group(2).lower() in (".txt", ".html", ".jpg", ".png", ".pdf"):
            continue
        stem = letters(match.group(1))
        for other in (*page.top, *page.tail):
            if " " not in other.text and letters(other.text) == stem:
                return Found(other.text, f"name that fits the domain {line.text}", other.quote)
        return Found(line.text, "domain in a line of its own", line.quote)
    return None


def _host(page: Page) -> Found | None:
    """The site of the page's address, spelled as the page itself spells the name where it does."""
    for found in _addresses(page):
        host = site_of(found.value)
        if host is None:
            continue
        stem = letters(host.rsplit(".", 1)[0])
        for line in (*page.top, *page.tail):
            if len(line.text) <= _NAME_LENGTH and letters(line.text) == stem:
                return Found(line.text, f"name that fits the address {host}", line.quote)
        return Found(host, "site of the address", found.quote)
    return None


def _addresses(page: Page) -> Iterator[Found]:
    if page.document.source.url:
        yield Found(page.document.source.url, "stated in story.md")
    yield from page.all_declared("url")


PUBLISHER_RULES: tuple[Rule, ...] = (_declared_publisher, _title_suffix, _copyright_owner, _domain, _host)
