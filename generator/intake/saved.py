"""What a story has saved already, and whether an article is among it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator import pipeline
from generator.errors import InputError
from generator.load import load_source, load_story
from generator.load.left_over import is_left_over
from generator.load.provenance import FILE, Provenance, read_provenance
from generator.load.sources import dashed
from generator.model import Article, Source

# Share of the shorter of two texts that stands in the other, from which on they are one article, unless two publishers
# print it. Of 9,560 pairs of different articles of one outlet (stories_allsides) the most alike share .38; with one
# sentence of six changed, seven tenths are left. It is what ``origins`` counts as one, too.
SAME_TEXT = 0.5

# What is added to an address to know who clicked it; the page is the same without.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|ocid|ref_src|at_(?:medium|campaign)\w*"
)
_INDEX = re.compile(r"/(?:index\.(?:html?|php)|amp/?)?$")

Reader = Callable[[Source], Article]


@dataclass(frozen=True, slots=True)
class Saved:
    """A capture of a story, the ``id`` of its source, "" where it cannot be read. ``article`` is None where none can be
    found in it, ``newer`` the name of the capture that replaces it."""

    name: str
    id: str
    sha256: str
    addresses: frozenset[str] = frozenset()  # as ``plain_address`` has them
    article: Article | None = None
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A capture that holds an article already, and how that is known."""

    saved: Saved
    how: str
    same_bytes: bool = False


def plain_address(address: str | None) -> str | None:
    """An address without what does not tell two pages apart; None for none, and for a site's front page, by which many
    pages wrongly call themselves."""
    try:
        parts = urlsplit((address or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    path = _INDEX.sub("", parts.path)
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0].lower())))
    if not host or not (path or query):
        return None
    return f"{host}{port}{path}{f'?{query}' if query else ''}"


def addresses_of(article: Article | None, *given: str | None) -> frozenset[str]:
    """The addresses of an article: those that are known of it, and the one that its page declares."""
    declared = article.metadata.url.value if article and article.metadata.url else None
    return frozenset(plain for one in (*given, declared) if (plain := plain_address(one)))


def read_saved(folder: Path, read: Reader = pipeline.read_article) -> tuple[Saved, ...]:
    """Every capture in a story's folder, used or left out, by name.

    Raises InputError where captures.yaml cannot be read, since no line can be added to it.
    """
    known = {file.name: one for file, one in read_provenance(folder).items()}
    newer = {Path(one.replaces).name: name for name, one in known.items() if one.replaces}
    stated = _stated(folder)
    return tuple(
        _saved(path, known.get(path.name, Provenance()), stated.get(path.name), newer.get(path.name), read)
        for path in capture_files(folder)
    )


def capture_files(folder: Path) -> tuple[Path, ...]:
    """The files in captures/ of a story that somebody put there, by name."""
    captures = folder / "captures"
    found = sorted(captures.iterdir()) if captures.is_dir() else ()
    return tuple(path for path in found if path.name != FILE and path.is_file() and not is_left_over(path))


def recorded_addresses(folder: Path) -> Iterator[str]:
    """The addresses that a story's files record of its captures; no capture is read for them."""
    try:
        known = read_provenance(folder)
    except InputError:  # whoever builds the story is told
        return
    for one in known.values():
        if plain := plain_address(one.url):
            yield plain


def _stated(folder: Path) -> dict[str, Source]:
    """What story.md states of captures, by their names; nothing where it cannot be read: that is told by the build."""
    try:
        return {Path(source.capture.path).name: source for source in load_story(folder, decisions=False).sources}
    except InputError:
        return {}


def _saved(path: Path, known: Provenance, stated: Source | None, newer: str | None, read: Reader) -> Saved:
    try:
        source = stated or replace(load_source(path), url=known.url)
        article = read(source)
    except InputError:
        sha = sha256(path.read_bytes()).hexdigest()
        return Saved(path.name, stated.id if stated else "", sha, addresses_of(None, known.url), None, newer)
    addresses = addresses_of(article, known.url, source.url)
    return Saved(path.name, source.id, source.capture.sha256, addresses, article, newer)


def at_address(saved: Sequence[Saved], address: str) -> Saved | None:
    """The newest capture of an address."""
    plain = plain_address(address)
    return next((one for one in saved if plain in one.addresses and one.newer is None), None) if plain else None


def find_saved(article: Article, addresses: frozenset[str], saved: Sequence[Saved]) -> Match | None:
    """The capture that holds an article already: the same bytes, else a capture of its address, else one of its text by
    the same publisher, the newest version first. Two publishers may print one text: that is no repeat."""
    sha = article.document.source.capture.sha256
    for one in saved:
        if one.sha256 == sha:
            return Match(one, "the same bytes", same_bytes=True)
    newest = [one for one in saved if one.newer is None]
    for one in newest:
        if one.addresses & addresses:
            return Match(one, "the same address")
    for share, one in _by_text(article, newest):
        if share >= SAME_TEXT and not _publishers_differ(article, addresses, one):
            return Match(one, f"{share:.0%} of its text")
    return None


def much_the_same(article: Article, saved: Sequence[Saved]) -> tuple[float, Saved] | None:
    """The capture of which an article prints so much that both count as one origin, and how much."""
    return next(((share, one) for share, one in _by_text(article, saved) if share >= SAME_TEXT), None)


def _by_text(article: Article, saved: Sequence[Saved]) -> list[tuple[float, Saved]]:
    shares = [(pipeline.shared(article, one.article), one) for one in saved if one.article is not None]
    return sorted(shares, key=lambda pair: -pair[0])


def _publishers_differ(article: Article, addresses: frozenset[str], saved: Saved) -> bool:
    """Whether two publishers are known, by their names or else by the hosts of their addresses."""
    names = [_publisher(one) for one in (article, saved.article)]
    if all(names):
        return names[0] != names[1]
    hosts = [{one.partition("/")[0] for one in found} for found in (addresses, saved.addresses)]
    return all(hosts) and not hosts[0] & hosts[1]


def _publisher(article: Article | None) -> str:
    found = article.metadata.publisher if article else None
    return dashed(found.value).removeprefix("the-") if found else ""
