"""A built site: its markup by an allow-list, its links, what its pages print of claims, and its feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
from lxml import etree
from lxml import html as lxml_html

from tests.fuzz.cases import Case
from tests.fuzz.checks import Fault
from tests.fuzz.checks.data import Json, counted, is_unfit
from tests.fuzz.checks.texts import (
    begins_a_word,
    is_noncharacter,
    marks_are_balanced,
    stands_in,
    surname_stands_in,
    value,
    words,
)

_TEXTS: Final = (".html", ".xml", ".json", ".opml", ".txt", ".css", ".svg")

# All elements and attributes that a page may have. Nothing here can run code, load anything or change the layout.
_ALL: Final = frozenset("id class lang dir role title tabindex aria-label aria-labelledby aria-hidden".split())
_PAGE: Final[dict[str, str]] = {
    "html": "", "head": "", "body": "", "title": "", "meta": "charset http-equiv content name property",
    "link": "rel href type title", "script": "type", "main": "", "header": "", "footer": "", "nav": "", "article": "",
    "section": "", "div": "", "p": "", "span": "", "a": "href rel", "h1": "", "h2": "", "h3": "",
    "h4": "", "h5": "", "h6": "", "ul": "", "ol": "start", "li": "value", "dl": "", "dt": "", "dd": "", "em": "",
    "strong": "", "b": "", "i": "", "s": "", "mark": "", "code": "", "pre": "", "sup": "", "sub": "", "q": "",
    "br": "", "hr": "", "blockquote": "cite", "figure": "", "figcaption": "", "time": "datetime", "details": "open",
    "summary": "", "table": "", "caption": "", "thead": "", "tbody": "", "tr": "", "th": "scope align",
    "td": "align colspan rowspan", "img": "src alt width height loading",
    "small": "", "cite": "", "abbr": "", "del": "datetime",
    "ins": "datetime", "svg": "viewbox preserveaspectratio focusable width height", "path": "d", "g": "",
    "rect": "x y width height", "wbr": "",
}  # fmt: skip
_FEED: Final = frozenset(
    "p a strong em b i ul ol li h1 h2 h3 h4 h5 h6 sup sub code pre br hr blockquote section table thead tbody tr th td "
    "img q small del ins span".split()
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+(?:=\"[^\"<]*\")?)*)\s*/?>")
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z:-]+)(?:=\"([^\"]*)\")?")
_DATA: Final = re.compile(r'(<script type="application/ld\+json">)([^<]*)(</script>)')
_TALLY: Final = re.compile(r", ([\d,]+) of ([\d,]+)(?:, ([\d,]+) independent)?$")


@dataclass
class Page:
    """The tags of a page in their order, and what is not on the allow-list."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def read_page(text: str, allowed: frozenset[str] = frozenset(_PAGE), own: str = "") -> Page:
    """The tags of markup. What is not written as plainly as a program writes it counts as wrong, since browsers and
    parsers may differ on it. ``own`` is the address of the site where its pictures have their whole address."""
    page = Page()
    text = text.removeprefix("<!DOCTYPE html>")
    text = _DATA.sub(r"\1\3", text)
    at = text.find("<")
    while at >= 0:
        found = _TAG.match(text, at)
        if found is None:
            page.wrong.append(f"a stray {text[at : at + 40]!r}")
            at = text.find("<", at + 1)
            continue
        name = found[2].lower()
        attributes = {one[1].lower(): unescape(one[2] or "") for one in _ATTRIBUTE.finditer(found[3])}
        if not found[1]:
            page.tags.append((name, attributes))
            page.wrong += _wrong(name, attributes, allowed, own)
        elif name not in allowed or found[3]:
            page.wrong.append(found[0])
        at = text.find("<", found.end())
    return page


def _wrong(name: str, attributes: dict[str, str], allowed: frozenset[str], own: str) -> Iterator[str]:
    if name not in allowed or name not in _PAGE:
        yield f"<{name}>"
        return
    for key, content in attributes.items():
        if key not in _ALL and key not in _PAGE[name].split():
            yield f"{key}={content[:60]!r} on <{name}>"
        if key in ("href", "src", "cite") and not _is_plain_address(content, key != "src", own):
            yield f"{key}={content[:60]!r} on <{name}>"
    if name == "script" and attributes != {"type": "application/ld+json"}:
        yield f"a script {attributes}"
    if name == "meta" and attributes.get("http-equiv") not in (None, "Content-Security-Policy"):
        yield f"meta {attributes}"


def _is_plain_address(address: str, may_leave: bool, own: str) -> bool:
    if any(char.isspace() or is_unfit(char) or char in '<>"\\' for char in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if not parts.scheme and not parts.netloc:
        return ":" not in address.partition("/")[0] or address.startswith("#")
    may_leave = may_leave or bool(own and address.startswith(f"{own}/"))
    return may_leave and (parts.scheme == "mailto" or (parts.scheme in ("http", "https") and bool(parts.netloc)))


@dataclass(frozen=True)
class Site:
    """A site that was built for hosting below ``address``; ``cases`` are its stories by slug, with their data."""

    root: Path
    address: str
    cases: dict[str, tuple[Case, Json]]


def check_site(site: Site) -> Iterator[tuple[str, Fault]]:
    """Every promise that pages and feeds show, each with the slug of the story that it concerns, "" for the whole."""
    pages: dict[str, Page] = {}
    for path in sorted(site.root.rglob("*")):
        name = path.relative_to(site.root).as_posix()
        if path.is_file() and path.suffix in _TEXTS:
            text = path.read_bytes().decode("utf-8")
            for fault in _text_file(name, text):
                yield _slug(name), fault
            if path.suffix == ".html":
                pages[name] = read_page(text)
                for wrong in pages[name].wrong:
                    yield _slug(name), Fault("markup", f"{name}: {wrong}")
                for fault in _structured(name, text):
                    yield _slug(name), fault
    for name, fault in _links(site, pages):
        yield _slug(name), fault
    for slug, (case, digest) in site.cases.items():
        for fault in _story(site, case, digest, slug):
            yield slug, fault
    for path in sorted(site.root.rglob("*.xml")) + sorted(site.root.rglob("feed.json")) + [site.root / "feeds.opml"]:
        for fault in _feed(site, path):
            yield "", fault


def _slug(name: str) -> str:
    parts = name.split("/")
    return parts[1] if parts[0] == "stories" and len(parts) > 2 else ""


def _text_file(name: str, text: str) -> Iterator[Fault]:
    data = name.endswith(".json")  # which quotes captures exactly, noncharacters too; every page shows less
    unfit = next((char for char in text if is_unfit(char) and not (data and is_noncharacter(char))), None)
    if unfit is not None:
        yield Fault("plain characters", f"{name}: U+{ord(unfit):04X}")
    if "localhost" in text or "127.0.0.1" in text:
        yield Fault("links", f"{name}: a published file names this machine")


def _structured(name: str, text: str) -> Iterator[Fault]:
    for found in _DATA.finditer(text):
        try:
            data = json.loads(found[2])
        except ValueError as error:
            yield Fault("shape of the data", f"{name}: JSON-LD: {error}")
            continue
        if not isinstance(data, dict) or "@type" not in data or "@context" not in data:
            yield Fault("shape of the data", f"{name}: JSON-LD without type or context")


def _links(site: Site, pages: dict[str, Page]) -> Iterator[tuple[str, Fault]]:
    """Each address within the site is that of a file, and each anchor that of an element which stands once."""
    for name, page in pages.items():
        doubled = {one for one in page.ids if page.ids.count(one) > 1}
        if doubled:
            yield name, Fault("links", f"{name}: ids that stand twice: {sorted(doubled)[:3]}")
        for tag, attributes in page.tags:
            target = attributes.get("popovertarget")
            if target is not None and target not in page.ids:
                yield name, Fault("links", f"{name}: no element {target!r} to open")
            address = attributes.get("href", attributes.get("src"))
            if address is None or tag == "meta" or _is_the_editors(site, name, address):
                continue
            if not _leads(site, pages, name, address):
                yield name, Fault("links", f"{name}: {address!r} leads nowhere")


def _is_the_editors(site: Site, name: str, address: str) -> bool:
    """Whether the editor wrote a link in the text of a story: where it leads within the site is the editor's affair."""
    case, _ = site.cases.get(_slug(name), (None, None))
    return case is not None and f"]({address})".encode() in case.files["story.md"]


def _leads(site: Site, pages: dict[str, Page], name: str, address: str) -> bool:
    root = f"{site.address}/"
    try:
        url = urljoin(root + name.removesuffix("index.html"), address)
        parts = urlsplit(url)
    except ValueError:
        return False
    if not url.startswith(root) and url != site.address:
        return bool(parts.scheme and (parts.netloc or parts.scheme == "mailto")) and site.address not in url
    path = unquote(parts.path).removeprefix(urlsplit(root).path)
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if not (site.root / file).is_file():
        return False
    return not parts.fragment or file not in pages or unquote(parts.fragment) in pages[file].ids


def _story(site: Site, case: Case, digest: Json, slug: str) -> Iterator[Fault]:
    """What the page of a story prints of its claims: counts, speakers, both halves of each mark."""
    folder = site.root / "stories" / slug
    written = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    if _unsigned(written) != _unsigned(digest):
        yield Fault("same bytes", f"{slug}: the site's data differ from what the command digest prints")
    tree = lxml_html.fromstring((folder / "index.html").read_text(encoding="utf-8"))
    shown = {item.get("id"): item for item in tree.iter("li", "span") if item.get("id")}
    told = {found.get("href"): by for by in tree.find_class("by") for found in by.find_class("here")}
    origins = {source["id"]: source["origin"] for source in digest["sources"]}
    for claim in digest["claims"]:
        item, by = shown.get(claim["id"]), told.get(f"#{claim['id']}")
        if item is None:
            yield Fault("shape of the data", f"claim {claim['id']} is not on its page")
            continue
        text = " ".join(f"{item.text_content()} {'' if by is None else by.text_content()}".split())
        yield from _speakers(case, digest, claim, text)
        if by is not None:
            yield from _tally(" ".join(by.find_class("who")[0].text_content().split()), claim, origins)
    for entry in tree.iter("p", "span", "dd"):
        text = " ".join((entry.text or "").split())
        if text in _orderly(digest) and not marks_are_balanced(text):
            yield Fault("balanced marks", f"{slug}: {text!r}")


def _unsigned(digest: Json) -> Json:
    """The data without what signing adds."""
    left = {key: found for key, found in digest.items() if key not in ("edition", "published", "updated")}
    return left | {
        part: [{key: found for key, found in one.items() if key != "since"} for one in digest[part]]
        for part in ("claims", "disagreements")
    }


def _orderly(digest: Json) -> set[str]:
    """Wordings whose marks are balanced in the data: those that are not have been reported there."""
    return {claim["text"] for claim in digest["claims"] if marks_are_balanced(claim["text"])}


def _tally(said: str, claim: Json, origins: dict[str, str]) -> Iterator[Fault]:
    """Who says a claim: of several sources how many, and how many of them are independent where some copy others."""
    sources = set(counted(claim))
    roots = {origins[source] for source in sources}
    found = _TALLY.search(said)
    if found is None:
        if len(roots) > 1 or (len(set(origins.values())) > 1 and not said.startswith("only ")):
            yield Fault("honest counting", f"claim {claim['id']}: {said!r}, but {sorted(sources)} of {len(origins)}")
        return
    number, of, independent = (one and int(one.replace(",", "")) for one in found.groups())
    if (number, of) != (len(sources), len(origins)) or (independent or number) != len(roots):
        yield Fault("honest counting", f"claim {claim['id']}: {said!r}, but {sorted(sources)} of {len(origins)}")


def _speakers(case: Case, digest: Json, claim: Json, shown: str) -> Iterator[Fault]:
    """Words that somebody says are printed with who says them."""
    said_by = value(claim, "attributed_to")
    if said_by and not surname_stands_in(said_by, shown) and not begins_a_word(said_by, shown):
        yield Fault("speakers", f"claim {claim['id']}: {shown!r} does not name {said_by!r}")
    lead = claim["citations"][0]
    path = next(source["path"] for source in digest["sources"] if source["id"] == lead["source"])
    printed = words(claim["text"])
    if not case.planted.decided.isdisjoint(("text", "by")):
        return  # the editor has said who speaks, and in which words
    speakers = [one.speaker for one in case.planted.spoken.get(path, ()) if stands_in(words(one.words), printed)]
    if speakers and not any(surname_stands_in(speaker, shown) for speaker in speakers):
        yield Fault("speakers", f"claim {claim['id']}: {shown!r} does not name {speakers[0]!r}")


def _feed(site: Site, path: Path) -> Iterator[Fault]:
    name = path.relative_to(site.root).as_posix()
    checks = {"rss.xml": _rss, "atom.xml": _atom, "feed.json": _json_feed, "feeds.opml": _opml, "sitemap.xml": _sitemap}
    check = checks.get(path.name)
    if check is None:
        return
    try:
        for wrong in check(site, path.read_bytes()):
            yield Fault("feeds", f"{name}: {wrong}")
    except (etree.XMLSyntaxError, ValueError, AttributeError, KeyError) as error:
        yield Fault("feeds", f"{name}: {type(error).__name__}: {error}")


def _parsed(data: bytes) -> Any:
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        raise ValueError(str(feed.bozo_exception))
    return feed


def _rss(site: Site, data: bytes) -> Iterator[str]:
    channel = etree.fromstring(data).find("channel")
    for needed in ("title", "link", "description"):
        if not channel.findtext(needed):
            yield f"no {needed}"
    feed = _parsed(data)
    yield from _entries(site, [(e.get("id"), e.get("link"), e.get("title"), _contents(e)) for e in feed.entries])
    for item in channel.iterfind("item"):
        if not item.findtext("pubDate") or not item.findtext("guid"):
            yield "an item without date or guid"


def _atom(site: Site, data: bytes) -> Iterator[str]:
    root = etree.fromstring(data)
    space = {"a": "http://www.w3.org/2005/Atom"}
    for parent in (root, *root.iterfind("a:entry", space)):
        for needed in ("id", "title", "updated"):
            if not parent.findtext(f"a:{needed}", namespaces=space):
                yield f"no {needed} in {etree.QName(parent).localname}"
    if root.find("a:link[@rel='self']", space) is None:
        yield "no link to itself"
    feed = _parsed(data)
    yield from _entries(site, [(e.get("id"), e.get("link"), e.get("title"), _contents(e)) for e in feed.entries])


def _contents(entry: Any) -> list[str]:
    return [one.value for one in entry.get("content", ())]


def _json_feed(site: Site, data: bytes) -> Iterator[str]:
    feed = json.loads(data)
    if not feed["version"].startswith("https://jsonfeed.org/version/") or not feed["title"]:
        yield "no version or no title"
    items = [(one["id"], one["url"], one["title"], [one["content_html"]]) for one in feed["items"]]
    yield from _entries(site, items)


def _entries(site: Site, entries: list[tuple[Any, Any, Any, list[str]]]) -> Iterator[str]:
    ids = [entry[0] for entry in entries]
    if len(set(ids)) < len(ids) or not all(ids):
        yield "an id that is missing or stands twice"
    for name, link, title, contents in entries:
        if not title or not str(link).startswith(f"{site.address}/"):
            yield f"{name}: no title, or the link {link!r}"
        for content in contents:
            page = read_page(content, _FEED, site.address)
            yield from (f"{name}: {wrong}" for wrong in page.wrong)
            for _, attributes in page.tags:
                address = attributes.get("href", attributes.get("src"))
                if address is not None and not re.match(r"https?://[^/]|mailto:", address):
                    yield f"{name}: the link {address!r} is not absolute"


def _opml(_: Site, data: bytes) -> Iterator[str]:
    if not etree.fromstring(data).findall("body//outline[@xmlUrl]"):
        yield "it lists no feed"


def _sitemap(site: Site, data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter("{*}loc"):
        if not _leads(site, {}, "index.html", str(element.text)):
            yield f"{element.text} leads nowhere"
