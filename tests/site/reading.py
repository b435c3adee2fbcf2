"""What tests read of a built page: its elements, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


@dataclass
class Page:
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def having(self, name: str, /, **wanted: str) -> list[dict[str, str]]:
        """Attributes of the elements of this name that have at least these values."""
        return [found for tag, found in self.tags if tag == name and wanted.items() <= found.items()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.page.text += data


def read(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    return reader.page


def pages(output: Path) -> Iterator[tuple[str, Page]]:
    """Each HTML page of a site with its path from the root."""
    for path in sorted(output.rglob("*.html")):
        yield path.relative_to(output).as_posix(), read(path.read_text(encoding="utf-8"))


def dead_links(output: Path, address: str) -> list[str]:
    """Links and anchors of a site that lead to nothing in it. ``address`` is what its absolute links begin with."""
    root = f"{address}/"
    found = dict(pages(output))
    dead = []
    for name, page in found.items():
        for tag, attributes in page.tags:
            target = attributes.get("href") or attributes.get("src")
            if target is None or tag == "meta":
                continue
            url = urljoin(root + name.removesuffix("index.html"), target)
            if not url.startswith(root) and url != address:
                continue
            parts = urlsplit(url)
            path = unquote(parts.path).removeprefix(urlsplit(root).path)
            file = path + "index.html" if path.endswith("/") or not path else path
            missing = bool(parts.fragment) and file in found and unquote(parts.fragment) not in found[file].ids
            if missing or not (output / file).is_file():
                dead.append(f"{name}: {target}")
    return dead
