"""Lays an article out as an outlet's page would look when it is saved: as a plain dump, as HTML, as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from random import Random
from typing import Final

from tools.demo.grammar import Article


@dataclass(frozen=True, slots=True)
class Saved:
    """A capture: its suffix and its text."""

    suffix: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around an article. ``teasers`` are headlines of other stories."""

    article: Article
    outlet: str
    byline: str
    day: date
    teasers: tuple[str, ...]


Layout = Callable[[Page, Random], Saved]

_MENU: Final = "Home World Politics Business Weather Sport Culture Opinion Puzzles Newsletters Podcasts Archive".split()


def save(page: Page, random: Random) -> Saved:
    """The page in one of the formats; plain dumps are the most frequent."""
    return random.choices(tuple(LAYOUTS.values()), (6, 3, 2))[0](page, random)


def _plain(page: Page, random: Random) -> Saved:
    paragraphs = list(page.article.paragraphs)
    middle = random.randrange(1, len(paragraphs))
    paragraphs.insert(
        middle, random.choice(("ADVERTISEMENT", "Continue reading below", f"Read more: {page.teasers[0]}"))
    )
    lines = [
        "Skip to content",
        *random.sample(_MENU, 6),
        "Subscribe",
        "Sign in",
        f"{page.article.headline} | {page.outlet}",
        f"By {page.byline}",
        _long(page.day),
        "Share  Print  Save",
        *paragraphs,
        "Sign up for our morning newsletter",
        "Enter your email address to get the day's stories at breakfast.",
        "Most read",
        *page.teasers,
        f"© {page.day.year} {page.outlet}. All rights reserved.",
        "Privacy  Cookies  Contact",
    ]
    return Saved("txt", "\n\n".join(lines) + "\n")


def _html(page: Page, random: Random) -> Saved:
    text = escape(page.article.headline)
    body = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in page.article.paragraphs)
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in random.sample(_MENU, 6))
    teasers = "".join(f'<li><a href="/{number}">{escape(name)}</a></li>' for number, name in enumerate(page.teasers))
    return Saved(
        "html",
        f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{text} - {escape(page.outlet)}</title>
<meta property="og:site_name" content="{escape(page.outlet)}">
<meta name="author" content="{escape(page.byline)}">
<meta property="article:published_time" content="{page.day.isoformat()}T08:00:00+00:00">
<link rel="canonical" href="{_address(page)}">
</head>
<body>
<nav><ul>{menu}</ul></nav>
<article>
<h1>{text}</h1>
<p class="byline">By {escape(page.byline)}, <time datetime="{page.day.isoformat()}">{_long(page.day)}</time></p>
{body}
</article>
<aside><h2>Most read</h2><ul>{teasers}</ul></aside>
<footer><p>© {page.day.year} {escape(page.outlet)}</p></footer>
</body>
</html>
""",
    )


def _markdown(page: Page, random: Random) -> Saved:
    del random  # nothing to choose: an article saved as Markdown is clean
    body = "\n\n".join(page.article.paragraphs)
    head = f"# {page.article.headline}\n\n*By {page.byline}, {page.outlet}, {_long(page.day)}*"
    return Saved("md", f"{head}\n\n{body}\n")


LAYOUTS: Final[dict[str, Layout]] = {"plain": _plain, "html": _html, "markdown": _markdown}


def _address(page: Page) -> str:
    """Under .example, which no one can register (RFC 2606)."""
    return f"https://{page.outlet.split()[0].lower()}.example/{page.day:%Y/%m/%d}/story"


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
