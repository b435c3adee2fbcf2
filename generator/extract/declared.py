"""What a page's markup declares about itself: meta elements, JSON-LD, time elements, the canonical link, the title."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.extract.elements import SEAMLESS
from generator.extract.embedded import Body, Span, find_body
from generator.extract.markup import Tag, Text, resolved, tokens
from generator.model import NOT_READ, Declared

# Names of meta elements (their name, property or itemprop), best first for each fact.
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "headline": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "og:published_time": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publication_date": "published",
    "date.published": "published",
    "dc.date.issued": "published",
    "dc.date": "published",
    "dcterms.created": "published",
    "article.published": "published",
    "date": "published",
    "article:modified_time": "modified",
    "datemodified": "modified",
    "og:updated_time": "modified",
    "last-modified": "modified",
    "author": "author",
    "byl": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "dc.creator": "author",
    "article:author": "author",
    "article:author_name": "author",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "dc.publisher": "publisher",
    "publisher": "publisher",
    "og:url": "url",
    "og:locale": "language",
    "content-language": "language",
}
_META_ORDER = {name: order for order, name in enumerate(_META)}
ORGANISATION = " of an organization"
_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "WebPage")
# Articles of one script that are looked at, the likeliest types first. What describes more is a list of other pages;
# each costs a search through the script.
_MOST_OBJECTS = 50
_SHOWN = 80  # code points that show such a list
_MAX_DEPTH = 6  # of JSON-LD objects in one another; pages nest theirs three deep

_INNER = 2_000  # code points of markup in which the text of an element is looked for
_LONGEST_VISIBLE = {"author": 100, "headline": 300}  # code points
_DECLARING = frozenset(["html", "link", "meta", "time"])
_NAMING = frozenset(["rel", "itemprop"])  # attributes by which a tag is marked as that of an author
_READER_VIEW = "reader-credits"  # the class of the names above an article in Firefox's reader view

_Ranked = tuple[int, Declared]
_JSON_LD, _META_RANK, _VISIBLE = 0, 100, 300  # what is made for machines is kept best by publishers; then the visible


class Declarations:
    """What the tags and texts of a page declare, taken one by one in the order of the page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._ranked: list[_Ranked] = []
        self._waiting: tuple[Tag, str, int] | None = None
        self._json_ld = False
        self._quoted = 0  # blockquotes that are open: what they show is another's post, with a time of its own
        self._body: Span | None = None
        self.scripts: list[Span] = []  # what is no JSON-LD

    def found(self) -> tuple[Declared, ...]:
        """The declared facts, best evidence first, then in the order of the page."""
        ranked = sorted(self._ranked, key=lambda fact: (fact[0], fact[1].start, fact[1].name))
        return tuple(fact for _, fact in ranked)

    @property
    def body(self) -> Body | None:
        """Where the longest text of an article stands in the page's JSON-LD."""
        return None if self._body is None else ((self._body,),)

    def take(self, token: Tag | Text) -> None:
        """Hear one more tag, or what stands raw in its element."""
        if isinstance(token, Text):
            self._take_raw(token)
            return
        name, _, _, closing, attributes = token
        if name == "blockquote":
            self._quoted = max(0, self._quoted - 1 if closing else self._quoted + 1)
        if closing:
            if self._waiting is not None and name == self._waiting[0].name:
                self._ranked.extend(_visible(self._page, *self._waiting, token.start))
                self._waiting = None
            return
        if name == "script":
            self._json_ld = "ld+json" in attributes.get("type", "").lower()
        elif name in _DECLARING and not (self._quoted and name == "time"):
            self._ranked.extend(_from_tag(token))
        if self._waiting is None and (name == "h1" or (attributes and _may_name(attributes))):
            self._waiting = _awaits_text(token)

    def _take_raw(self, token: Text) -> None:
        if token.raw == "title":
            self._ranked.extend(_title(self._page, token))
        elif token.raw == "script" and self._json_ld:
            self._ranked.extend(_from_json(self._page, token))
            self._take_body(find_body(self._page, token.start, token.end))
        elif token.raw == "script":
            self.scripts.append((token.start, token.end))

    def _take_body(self, span: Span | None) -> None:
        if span is not None and (self._body is None or span[1] - span[0] > self._body[1] - self._body[0]):
            self._body = span


def _may_name(attributes: Mapping[str, str]) -> bool:
    return not _NAMING.isdisjoint(attributes) or _READER_VIEW in attributes.get("class", "")


def _title(page: str, text: Text) -> Iterator[_Ranked]:
    value = " ".join(resolved(page[text.start : text.end]).split())
    if value:
        yield _VISIBLE, Declared("title", value, text.start, text.end, "title")


def _from_tag(tag: Tag) -> Iterator[_Ranked]:
    attributes = tag.attributes
    if tag.name == "html" and attributes.get("lang"):
        yield 0, Declared("language", attributes["lang"], tag.start, tag.end, "html lang")
    elif tag.name == "link" and attributes.get("rel", "").lower() == "canonical" and attributes.get("href"):
        yield 0, Declared("url", attributes["href"].strip(), tag.start, tag.end, "link canonical")
    elif tag.name == "meta" and attributes.get("content", "").strip():
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key, "").lower()
            if name in _META:
                rank = _META_RANK + _META_ORDER[name]
                yield rank, Declared(_META[name], attributes["content"].strip(), tag.start, tag.end, f"meta {name}")
                return
    elif tag.name == "time" and attributes.get("datetime"):
        published = "pubdate" in attributes or attributes.get("itemprop", "").lower() == "datepublished"
        if published:
            yield _META_RANK, Declared("published", attributes["datetime"], tag.start, tag.end, "time of publication")
        else:
            yield _VISIBLE, Declared("time", attributes["datetime"], tag.start, tag.end, "time element")


def _awaits_text(tag: Tag) -> tuple[Tag, str, int] | None:
    """A tag whose visible text is a fact, with the fact's name and rank."""
    if tag.name == "h1":
        return tag, "headline", _VISIBLE
    if tag.name in ("a", "span", "div", "p", "address"):
        if "author" in tag.attributes.get("rel", "").lower().split():
            return tag, "author", _VISIBLE
        if tag.attributes.get("itemprop", "").lower() in ("author", "name") and "author" in str(tag.attributes).lower():
            return tag, "author", _VISIBLE
        if _READER_VIEW in tag.attributes.get("class", "").split():
            return tag, "author", _VISIBLE
    return None


def _visible(page: str, tag: Tag, name: str, rank: int, end: int) -> Iterator[_Ranked]:
    inner = page[tag.end : min(end, tag.end + _INNER)]
    parts = [
        inner[token.start : token.end] if isinstance(token, Text) else " " * (token.name not in SEAMLESS)
        for token in tokens(inner)
    ]
    value = " ".join(resolved("".join(parts)).split())
    if 2 < len(value) < _LONGEST_VISIBLE[name]:
        how = "main heading" if name == "headline" else f"{tag.name} marked as author"
        yield rank, Declared(name, value, tag.end, end, how)


def _from_json(page: str, text: Text) -> Iterator[_Ranked]:
    raw = page[text.start : text.end]
    try:
        data = json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return
    ranked = [(rank, found) for found in _objects(data, 0) if (rank := _rank(found)) is not None]
    ranked.sort(key=lambda one: one[0])
    if len(ranked) > _MOST_OBJECTS:
        how = f"a script lists {len(ranked):,} articles, of which the likeliest {_MOST_OBJECTS} are looked at"
        yield _JSON_LD, Declared(NOT_READ, raw[:_SHOWN], text.start, text.start + len(raw[:_SHOWN]), how)
    for rank, found in ranked[:_MOST_OBJECTS]:
        for key, name in (
            ("headline", "title"),
            ("datePublished", "published"),
            ("dateModified", "modified"),
            ("author", "author"),
            ("publisher", "publisher"),
            ("inLanguage", "language"),
            ("url", "url"),
        ):
            value = _text_of(found.get(key), 0)
            if value:
                start, end = _place(raw, key, value)
                how = f"JSON-LD {key}{ORGANISATION if key == 'author' and _is_house(found[key]) else ''}"
                yield _JSON_LD + rank, Declared(name, value, text.start + start, text.start + end, how)


def _rank(found: dict[str, object]) -> int | None:
    """How well an object's type says that it is the article, 0 best; None where it says something else."""
    kinds = found.get("@type", "")
    names = [str(name) for name in (kinds if isinstance(kinds, list) else [kinds])]
    return next((i for i, kind in enumerate(_ARTICLE_TYPES) if any(name.endswith(kind) for name in names)), None)


def _objects(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)


def _text_of(value: object, depth: int) -> str | None:
    """The name that a value gives: a text, an object's name, or several joined by commas."""
    if isinstance(value, str):
        return " ".join(resolved(value).split()) or None
    if isinstance(value, dict) and depth < 2:
        return _text_of(value.get("name"), depth + 1)
    if isinstance(value, list) and depth < 2:
        names = [name for item in value[:8] if (name := _text_of(item, depth + 1)) is not None]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _is_house(author: object) -> bool:
    """Whether all that is given as an author is declared to be an organization."""
    given = author if isinstance(author, list) else [author]
    return bool(given) and all(isinstance(one, dict) and "Organization" in str(one.get("@type")) for one in given)


def _place(raw: str, key: str, value: str) -> tuple[int, int]:
    """Where the value stands in the script: the value itself after its key, else the key, else the whole script."""
    at = raw.find(f'"{key}"')
    if at < 0:
        return 0, len(raw)
    start = raw.find(value, at)
    return (start, start + len(value)) if start >= 0 else (at, at + len(key) + 2)
