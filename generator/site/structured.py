"""JSON-LD for machines that read pages (schema.org/NewsArticle)."""

from __future__ import annotations

import json
from typing import Any

from generator.site.views import NoteView, SourceView, StoryView

# Inside <script> a browser looks for "</script" and "<!--" before JSON does; as \u escapes they are the same JSON.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def news_article(story: StoryView, site: str, address: str, language: str = "en") -> str:
    """The story as JSON that is safe inside a script element. ``address`` is the site's, without a final "/", and
    ``language`` its own."""
    page = f"{address}/{story.href}"
    notes = story.edition.notes if story.edition else ()
    corrections = [_correction(note) for note in notes if not note.holding]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published_iso,
        "dateModified": story.updated_iso,
        **({"correction": corrections} if corrections else {}),
        **({"creativeWorkStatus": "Withdrawn"} if story.withdrawn else {}),
        "temporalCoverage": story.span,
        "inLanguage": language,
        "url": page,
        "image": f"{address}/{story.card_href}",
        "author": {"@type": "Organization", "name": site, "url": f"{address}/"},
        "publisher": {"@type": "Organization", "name": site, "url": f"{address}/"},
        "keywords": [tag.name for tag in story.tags],
        "isBasedOn": [_work(source, address) for source in story.sources],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _correction(note: NoteView) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": note.text, "datePublished": note.iso}


def _work(source: SourceView, address: str) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "NewsArticle"}
    if source.title:
        work["headline"] = source.title
    if source.named:
        work["publisher"] = {"@type": "Organization", "name": source.name}
    work["url"] = source.url or f"{address}/{source.href}"
    if source.byline:
        work["author"] = {"@type": "Person", "name": source.byline}
    if source.published_iso:
        work["datePublished"] = source.published_iso
    return work
