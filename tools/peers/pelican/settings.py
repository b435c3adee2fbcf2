"""The Pelican that ours is measured beside: CommonMark by markdown-it-py, tags, feeds, and a theme of one page."""

from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from pelican import readers

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


class Reader(readers.BaseReader):  # type: ignore[misc]
    """YAML front matter and CommonMark."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        _, about, body = Path(source_path).read_text(encoding="utf-8").split("---\n", 2)
        found = yaml.safe_load(about)
        plain = {"title": found["title"], "date": found["date"], "tags": ",".join(found["tags"]), "category": "News"}
        known = {name: self.process_metadata(name, value) for name, value in plain.items()}
        return _MARKDOWN.render(body), {**known, "slug": found["slug"]}


SITENAME = "Peer"
SITEURL = "https://peer.example"
READERS = {"md": Reader}
THEME = str(Path(__file__).parent)
THEME_STATIC_PATHS: list[str] = []
PLUGINS: list[str] = []
ARTICLE_URL = ARTICLE_SAVE_AS = "{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = 30
FEED_ALL_ATOM, TAG_FEED_ATOM, FEED_MAX_ITEMS = "atom.xml", "tags/{slug}.xml", 30
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
TIMEZONE = "UTC"
LOG_LEVEL = "ERROR"
