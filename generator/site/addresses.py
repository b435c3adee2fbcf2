"""Addresses of pages and places, relative to the site's root. They hold identifiers only, never a title or a date."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from generator.language.addresses import web_address

MAX_NAME_BYTES = 255  # of a file's name on the file systems in use
_KEPT_BYTES = 200  # of a longer name: enough to tell it by, and room for the hash
_HASH_LENGTH = 12  # hexadecimal digits: of a million long names two are alike with a chance of 1 in 500
# What the site has at its root, folders and files, in lower case: no page of the editor's may stand there.
RESERVED = frozenset(
    "stories archive tags people-and-places page drafts search pagefind theme images index.html 404.html sitemap.xml"
    " news-sitemap.xml robots.txt _headers feeds.opml rss.xml atom.xml feed.json digest.schema.json"
    " editions.json verify_digest.py".split()
)
PEOPLE = "people-and-places/"
CORRECTIONS = "corrections/"  # its feeds; the page is the editor's
SHARED = frozenset({CORRECTIONS.rstrip("/")})  # at the root as well, where a page of the editor's may stand beside them
_UNSAFE = re.compile(r"^\.|[^A-Za-z0-9._-]+")


def safe(name: str) -> str:
    """An identifier as it stands in addresses and HTML ids: as ``spelled`` writes it, and no longer than the name of a
    file may be. A longer one is cut between two characters, and a hash of the whole keeps two names two."""
    written = spelled(name)
    if len(written) <= MAX_NAME_BYTES:
        return written
    kept = name[:_KEPT_BYTES]
    while len(spelled(kept)) > _KEPT_BYTES:
        kept = kept[:-1]
    return f"{spelled(kept)}~{_hash(name)}"


def fitting(slug: str) -> str:
    """A slug in letters of any script, cut and hashed in the same way where its UTF-8 bytes are too many."""
    data = slug.encode()
    if len(data) <= MAX_NAME_BYTES:
        return slug
    kept = data[:_KEPT_BYTES].decode("utf-8", "ignore")
    return f"{kept.rstrip('-')}-{_hash(slug)}"


def _hash(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:_HASH_LENGTH]


def spelled(name: str) -> str:
    """An identifier in ASCII, of any length: what is not a letter, digit, ".", "_" or "-" is written as its UTF-8 bytes
    in hexadecimal after "~", so that two names stay two and none leaves its folder."""
    return _UNSAFE.sub(lambda found: "".join(f"~{byte:02x}" for byte in found.group().encode()), name)


def story(slug: str) -> str:
    """The folder of an entry."""
    return f"stories/{safe(slug)}/"


def digest(slug: str) -> str:
    """The entry's data."""
    return f"{story(slug)}digest.json"


def changes(slug: str) -> str:
    """The page of its editions and of what each changed."""
    return f"{story(slug)}changes/"


def edition(slug: str, number: int) -> str:
    """The data of one of its editions."""
    return f"{story(slug)}editions/{number}.json"


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
    return f"{PEOPLE}{quote(slug)}/"


def in_files(href: str) -> str:
    """An address of the site as the name of its file or folder, whose letters stand for themselves."""
    return unquote(href)


def web(url: str | None) -> str:
    """The address where it is an ordinary web address, else "": a capture may hold javascript: or data:, and what
    cannot be shown."""
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
