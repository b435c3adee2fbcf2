"""Checks that need no browser: links and anchors, what pages load, sizes."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.terminal import count
from tools.audit.findings import Result, outcome
from tools.audit.pages import Page, Site

STORY_BUDGET: Final = {5: 16 * 1024, 20: 30 * 1024}  # by number of sources: bytes, HTML and CSS compressed
INDEX_BUDGET: Final = 14 * 1024
# On average, below the address of a story, data apart, which take as much again. Of 60 real ones of three articles
# 70,000; the project's own of five, with 39 claims, has 133,000.
STORY_BYTES: Final = 90_000
CSS_BUDGET: Final = 12_000  # bytes as written

_LINKS: Final = {"a": "href", "link": "href", "img": "src", "area": "href"}
_REFERENCES: Final = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for")
_LOADS: Final = {("link", "stylesheet"), ("link", "icon"), ("link", "preload"), ("link", "modulepreload")}
# What only the program calls so; readers are not to meet it, unless a source says it.
_OURS: Final = re.compile(
    r"\b(?:captur(?:e|es|ed|ing)|furniture|passages?|support(?:s|ed)?|respects?)\b", re.IGNORECASE
)
_FROM_SOURCES: Final = ("exact", "prefix", "suffix", "text", "question", "title", "publisher", "author", "path")
_DATA_SCRIPTS: Final = ("application/ld+json", "application/json")  # data blocks: nothing runs


class _Scan(HTMLParser):
    """What a page defines and what it points to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.references: list[str] = []
        self.loads: list[str] = []
        self.active: list[str] = []  # what would run
        self.text = ""
        self._data = False  # whether what follows is no text

    def handle_data(self, data: str) -> None:
        self.text += "" if self._data else data

    def handle_endtag(self, tag: str) -> None:
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self._data = tag in ("script", "style")
        if known.get("id"):
            self.ids.append(known["id"])
        if _LINKS.get(tag, "") in known:
            self.links.append(known[_LINKS[tag]])
        for name in _REFERENCES:
            self.references += known.get(name, "").split()
        if (tag, known.get("rel", "")) in _LOADS:
            self.loads.append(known.get("href", ""))
        if tag in ("img", "iframe", "video", "audio", "source", "embed", "script"):
            self.loads += [known[name] for name in ("src", "srcset") if known.get(name)]
        if tag == "script" and known.get("type") not in _DATA_SCRIPTS:
            self.active.append("<script>")
        self.active += [f"{name}=" for name in known if name.startswith("on")]
        self.active += [known[name] for name in ("href", "src") if known.get(name, "").startswith("javascript:")]


def scan(html: str) -> _Scan:
    """What a page's markup defines, points to and loads."""
    found = _Scan()
    found.feed(html)
    found.close()
    return found


def check_links(site: Site, address: str) -> Result:
    """Every link, anchor and reference inside the site leads somewhere. ``address`` is the one that it was built for;
    links to other hosts are counted and not followed."""
    scans = {page.path: scan((site.folder / page.path).read_text(encoding="utf-8")) for page in site.pages()}
    ids = {path: set(found.ids) for path, found in scans.items()}
    findings: list[str] = []
    inside, outside = 0, 0
    for path, found in scans.items():
        findings += [f"{path}: the id {name} stands twice" for name in _repeated(found.ids)]
        findings += [f"{path}: nothing has the id {name}" for name in found.references if name not in ids[path]]
        base = f"{address}/{path}"
        for link in found.links:
            target, fragment = urldefrag(urljoin(base, link))
            if not target.startswith(f"{address}/") and target != address:
                outside += 1
                continue
            inside += 1
            file = _file(site, target[len(address) :])
            if file is None:
                findings.append(f"{path}: {link} leads nowhere")
            elif fragment and file in ids and unquote(fragment) not in ids[file]:
                findings.append(f"{path}: {link} names an anchor that is not there")
    measured = f"{inside:,} links inside, {outside:,} to other sites not followed"
    return outcome("links and anchors", f"{site.name}, {len(scans)} pages", measured, findings)


def check_data_links(site: Site, address: str) -> Result:
    """Every address of the site in its feeds, its sitemap and its list of feeds leads somewhere."""
    findings: list[str] = []
    count = 0
    files = [path for suffix in ("xml", "json", "opml") for path in sorted(site.folder.rglob(f"*.{suffix}"))]
    anchors: defaultdict[str, set[str]] = defaultdict(set)
    for file in files:
        for link in dict.fromkeys(_addresses(file, address)):
            count += 1
            target, fragment = urldefrag(link)
            found = _file(site, target[len(address) :])
            if found is None:
                findings.append(f"{file.relative_to(site.folder).as_posix()}: {link} leads nowhere")
            elif fragment and found.endswith(".html"):
                anchors[found] = anchors[found] or set(scan((site.folder / found).read_text(encoding="utf-8")).ids)
                if unquote(fragment) not in anchors[found]:
                    findings.append(f"{file.relative_to(site.folder).as_posix()}: {link} names no anchor")
    return outcome("links of feeds and data", f"{site.name}, {len(files)} files", f"{count:,} links", findings)


def _addresses(file: Path, address: str) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        text = "\n".join(_strings(json.loads(text)))
    yield from re.findall(re.escape(address) + r"/[^\s\"'<>&)]*", text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []


def _file(site: Site, path: str) -> str | None:
    """Path of the file that answers a URL's path, or None."""
    name = unquote(urlsplit(path).path).lstrip("/")
    here = site.folder / name
    if here.is_dir():
        here, name = here / "index.html", f"{name.rstrip('/')}/index.html".lstrip("/")
    return name if here.is_file() else None


def check_no_script(site: Site, address: str) -> Result:
    """No page runs anything or loads anything from elsewhere."""
    findings: list[str] = []
    pages = site.pages()
    for page in pages:
        found = scan((site.folder / page.path).read_text(encoding="utf-8"))
        findings += [f"{page.path}: {what}" for what in found.active]
        loads = (urljoin(f"{address}/{page.path}", load) for load in found.loads)
        findings += [f"{page.path}: loads {load}" for load in loads if not load.startswith((f"{address}/", "data:"))]
    for file in sorted(site.folder.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        findings += [f"{file.name}: {found}" for found in re.findall(r"@import[^;]*|url\((?!#)[^)]*\)", text)]
    return outcome("no script, nothing from elsewhere", f"{site.name}, {len(pages)} pages", "markup and CSS", findings)


def check_weight(site: Site, kind: str, budget: int) -> Result:
    """The largest page of a type keeps to its budget: bytes of HTML and CSS compressed."""
    page = site.one(kind)
    weight, findings = _weigh(site, page, budget, _sheets(site))
    return outcome("HTML and CSS compressed", f"{site.name}, {kind}", f"{weight:,} of {budget:,} bytes", findings)


def check_story_weights(site: Site) -> Result:
    """Every story keeps to the budget of its number of sources; shown is the one that comes nearest to it."""
    pages = [page for page in site.pages() if page.kind == "story"]
    sheets = _sheets(site)
    findings, shown = [], []
    for page in pages:
        sources = len(_digest(site, page)["sources"])
        budget = story_budget(sources)
        weight, found = _weigh(site, page, budget, sheets)
        findings += found
        shown.append((weight / budget, f"{weight:,} of {budget:,} bytes, {count(sources, 'source')}"))
    stories = f"{site.name}, {count(len(pages), 'story', 'stories')}"
    return outcome("HTML and CSS compressed", stories, max(shown)[1], findings)


def story_budget(sources: int) -> int:
    """Bytes of a story's page with so many sources: that of the fewest up to there, then a line through both."""
    (few, least), (many, most) = STORY_BUDGET.items()
    return least + max(0, sources - few) * (most - least) // (many - few)


def check_story_sizes(site: Site) -> Result:
    """What stands below the addresses of stories, data apart, is on average no more than STORY_BYTES as written; shown
    is also what it is with the data."""
    folders = [(site.folder / page.path).parent for page in site.pages() if page.kind == "story"]
    sizes = [
        (path.relative_to(folder), path.stat().st_size)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    ]
    every = sum(size for _, size in sizes) // len(folders)
    size = sum(size for path, size in sizes if not _is_data(path)) // len(folders)
    findings = [f"{size:,} bytes a story are more than {STORY_BYTES:,}"] if size > STORY_BYTES else []
    stories = f"{site.name}, {count(len(folders), 'story', 'stories')}"
    return outcome("size of a story", stories, f"{size:,} of {STORY_BYTES:,} bytes, {every:,} with data", findings)


def _is_data(path: Path) -> bool:
    """Whether a file, by its path below a story's address, is for programs, and left out without PUBLISH_DATA."""
    return path.parts[0] in ("digest.json", "editions")


def _weigh(site: Site, page: Page, budget: int, sheets: Sequence[Path]) -> tuple[int, list[str]]:
    """Bytes of a page and of those of the style ``sheets`` that it loads, compressed, and what is too heavy."""
    text = (site.folder / page.path).read_text(encoding="utf-8")
    loads = scan(text).loads
    # Addresses of the site begin with its own or are relative; either way they end in the path of a file.
    styles = [path for path in sheets if any(load.endswith(path.relative_to(site.folder).as_posix()) for load in loads)]
    weight = _compressed(text.encode()) + sum(_compressed(path.read_bytes()) for path in styles)
    raw = sum(path.stat().st_size for path in styles)
    findings = [f"{page.path}: {weight:,} bytes are more than {budget:,}"] if weight > budget else []
    findings += [f"{raw:,} bytes of CSS are not less than {CSS_BUDGET:,}"] if raw >= CSS_BUDGET else []
    return weight, findings


def _sheets(site: Site) -> list[Path]:
    return sorted(site.folder.rglob("*.css"))


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def _digest(site: Site, page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.folder / page.path).with_name("digest.json").read_text(encoding="utf-8"))
    return found


def check_vocabulary(site: Site) -> Result:
    """No page of a story and no feed entry uses a term of the program's own; one that a source of the story has cannot
    be told apart, and is passed over."""
    html = {page.address: (site.folder / page.path).read_text(encoding="utf-8") for page in site.pages()}
    feed = json.loads((site.folder / "feed.json").read_text(encoding="utf-8"))
    findings = []
    for page in site.pages():
        if page.kind != "story":
            continue
        theirs = _terms("\n".join(_theirs(_digest(site, page))))
        entries = [item["content_html"] for item in feed["items"] if item["url"].endswith(page.address)]
        for name, text in (("page", html[page.address]), *(("feed entry", one) for one in entries)):
            findings += [f"{page.path}, {name}: {term}" for term in sorted(_terms(scan(text).text) - theirs)]
    return outcome("no word of ours", f"{site.name}, stories and feed", "", findings)


def _theirs(value: object) -> Iterator[str]:
    """What a digest has from its sources: quotes, wordings, headlines and names, and not what it calls them."""
    if isinstance(value, list):
        for part in value:
            yield from _theirs(part)
    elif isinstance(value, dict):
        yield from (value[name] for name in _FROM_SOURCES if isinstance(value.get(name), str))
        yield from (text for part in value.values() if isinstance(part, dict | list) for text in _theirs(part))


def _terms(text: str) -> set[str]:
    return {found.lower() for found in _OURS.findall(text)}
