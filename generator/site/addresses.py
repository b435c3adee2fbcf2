"""Addresses of pages and places, relative to the site's root. They hold identifiers only, never a title or a date."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.language.addresses import web_address

_UNSAFE = re.compile(r"^\.|[^A-Za-z0-9._-]+")


def safe(name: str) -> str:
    """An identifier as it stands in addresses and HTML ids: what is not a letter, digit, ".", "_" or "-" is written as
    its UTF-8 bytes in hexadecimal after "~", so that two names stay two and none leaves its folder."""
    return _UNSAFE.sub(lambda found: "".join(f"~{byte:02x}" for byte in found.group().encode()), name)


def story(slug: str) -> str:
    """The folder of an entry."""
    return f"stories/{safe(slug)}/"


def digest(slug: str) -> str:
    """The entry's data."""
    return f"{story(slug)}digest.json"


def claim(slug: str, claim_id: str) -> str:
    """A claim's permanent place; it holds through rewording."""
    return f"{story(slug)}#{safe(claim_id)}"


def source(slug: str, source_id: str) -> str:
    """A source's page."""
    return story(slug) + source_inside(source_id)


def source_inside(source_id: str) -> str:
    """The same, relative to the story's page."""
    return f"sources/{safe(source_id)}/"


def passage(start: int) -> str:
    """The id of a cited passage on its source's page, from its position in the capture (code points)."""
    return f"p{start}"


def tag(slug: str) -> str:
    """The folder of a tag; its feeds stand in it."""
    return f"tags/{quote(slug)}/"


def actor(slug: str) -> str:
    """The folder of a person, a state or a body."""
    return f"people-and-places/{quote(slug)}/"


def month(year: int, number: int) -> str:
    """The archive page of a month."""
    return f"archive/{year:04d}-{number:02d}/"


def web(url: str | None) -> str:
    """The address where it is an ordinary web address, else "": a capture may hold javascript: or data:."""
    address = web_address(url or "") or ""
    try:
        urlsplit(address)
    except ValueError:
        return ""
    return address


def text_fragment(url: str, words: str) -> str:
    """The address of words on a page (WICG Text Fragments): the whole of a short quote, else its first and last words.

    "" where there is no address.
    """
    if not url:
        return ""
    tokens = words.split()
    whole = len(tokens) <= 10
    fragment = _fragment(tokens) if whole else f"{_fragment(tokens[:5])},{_fragment(tokens[-5:])}"
    return f"{url.split('#', 1)[0]}#:~:text={fragment}"


def _fragment(tokens: list[str]) -> str:
    return quote(" ".join(tokens), safe="").replace("-", "%2D")
