"""The output of an earlier build -> the stories in it whose pages stay, because this build cannot make them anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.model import EditionKind, When
from generator.site import addresses, words
from generator.site.edition import noon
from generator.site.rendered import links_into
from generator.site.sources import outlets
from generator.site.story import when_in_words
from generator.site.views import CarriedStory, ListedSource, Tag, Teaser
from generator.site.words import ENGLISH, Words
from generator.writers import feeds

# What a story's page links to because it is listed there: were it not listed again, the page would have dead links.
_TAGS, _ACTORS = "tags", "people-and-places"
_PUBLISHED = '<link rel="canonical"'


_TURN = re.compile(r'(</article>\n)(?:<nav class="turn".*?</nav>\n)?(?!.*</article>)', re.DOTALL)


def turned(page: str, turn: str) -> str:
    """A story's page as it was, with other links to the story after it and the one before it: ``turn`` as HTML."""
    return _TURN.sub(lambda found: found[1] + turn, page, count=1)


def carried_stories(
    output: Path, slugs: Iterable[str], address: str, published: bool, say: Words = ENGLISH
) -> tuple[CarriedStory, ...]:
    """Of the stories with these slugs those that the site in ``output`` has, as it has them.

    None where that site was made for another address than ``address`` (without a final "/") or in another language, or
    is a preview where this one is ``published``, or the other way about: its pages would lead elsewhere, be in other
    words than those around them, or show what is not ours to publish.
    """
    entries = _feed_entries(output, address, say.language)
    if entries is None:
        return ()
    found = (_carried(output / addresses.story(slug), slug, entries, published, say) for slug in slugs)
    return tuple(story for story in found if story is not None)


def _feed_entries(output: Path, address: str, language: str) -> dict[str, dict[str, str]] | None:
    """The feed's entries by the address of their page; None where the site has another address or language."""
    try:
        feed = json.loads((output / feeds.FILES["json"]).read_text(encoding="utf-8"))
        if feed["home_page_url"] != f"{address}/" or feed["language"] != language:
            return None
        return {item["url"].removeprefix(f"{address}/"): item for item in feed["items"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _carried(
    folder: Path, slug: str, entries: dict[str, dict[str, str]], publication: bool, say: Words
) -> CarriedStory | None:
    href = addresses.story(slug)
    entry = entries.get(href, {})
    try:
        page = (folder / "index.html").read_text(encoding="utf-8")
        digest = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
        day = date.fromisoformat(digest.get("published", digest["date"]))
        published, updated = _times(entry, day, date.fromisoformat(digest.get("updated", day.isoformat())))
        changed = updated.isoformat() if "edition" in digest else ""
        withdrawn = digest.get("edition", {}).get("kind") == EditionKind.WITHDRAWN
        summary = entry.get("summary", digest["summary"])
        when = _when(digest["when"])
        title, summary = words.printable(digest["title"]), words.printable(summary)
        sources = tuple(ListedSource(addresses.source(slug, source["id"])) for source in digest["sources"])
        names = outlets(tuple(words.printable(source["publisher"] or "") for source in digest["sources"]), say)
        iso, day_in_words = digest["date"] if when.certain else "", when_in_words(when, say)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if (_PUBLISHED in page) != publication:
        return None
    tags = _linked(_TAGS, page, addresses.tag)
    teaser = Teaser(
        slug, title, summary, href, day, day_in_words, iso, names, "", tags, f"{href}card.png", changed, withdrawn
    )  # fmt: skip
    html = entry.get("content_html", f"<p>{escape(summary)}</p>")
    actors = _linked(_ACTORS, page, addresses.actor)
    return CarriedStory(
        teaser,
        title,
        actors,
        sources,
        published,
        updated,
        published.isoformat(),
        folder=folder,
        id=entry.get("id", ""),
        html=html,
    )


def _when(data: dict[str, Any]) -> When:
    first, last = (date.fromisoformat(data[name]) for name in ("from", "to"))
    return When(first, last, data["text"], data["certain"])


def _times(entry: dict[str, str], published: date, updated: date) -> tuple[datetime, datetime]:
    """When a story was published and changed: as its feed entry had it, else at noon of these days."""
    if not entry:
        return noon(published), noon(updated)
    return datetime.fromisoformat(entry["date_published"]), datetime.fromisoformat(entry["date_modified"])


def _linked(folder: str, page: str, address: Callable[[str], str]) -> tuple[Tag, ...]:
    found = {unquote(slug): words.printable(name) for slug, name in links_into(page, folder)}
    return tuple(Tag(name, slug, address(slug)) for slug, name in found.items() if name)
