"""Digest -> digest.json, the format ``news-digest/2`` that others rely on (``generator/data/digest.schema.json``)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Set
from importlib.resources import files
from typing import Any

from generator.language.printable import printable
from generator.language.recognise import is_read
from generator.model import (
    FOLDED,
    Citation,
    Claim,
    CoverageEntry,
    Digest,
    Disagreement,
    EditionMark,
    Found,
    Notice,
    SourceReport,
    TimelineEntry,
    When,
)

SCHEMA = "news-digest/2"
# Code points of prefix and suffix: of 5,982 quotes of 60 real stories 14 stand twice with as much around them, with the
# 32 of the draft 11, and of a story of three articles 5 KB less are published.
AFFIX = 8

# A JSON file is text that people open: what would reorder or hide its characters is written as an escape.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def schema_json() -> str:
    """The JSON Schema (draft 2020-12) of what ``to_json`` gives, as JSON text."""
    return (files("generator") / "data" / "digest.schema.json").read_text(encoding="utf-8")


def checker() -> str:
    """The program by which anybody can check what a site publishes: one file that needs nothing of this project."""
    return (files("generator") / "data" / "verify_digest.py").read_text(encoding="utf-8")


def to_json(digest: Digest, compact: bool = False) -> str:
    """The digest as JSON text with a final newline, for people a value a line, else ``compact``. Keys stand in a fixed
    order; non-ASCII letters stay as they are, control and direction characters are escaped."""
    return json_text(_digest(digest), compact)


def json_text(data: Any, compact: bool = False) -> str:
    """Plain data as JSON text in the same way."""
    space = (",", ":") if compact else None
    text = json.dumps(data, ensure_ascii=False, indent=None if compact else 1, separators=space)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _digest(digest: Digest) -> dict[str, Any]:
    languages = {source.id: _value(source.metadata.language) for source in digest.sources}
    folded = {claim for section in digest.sections if section.id == FOLDED for claim in section.claims}
    return {
        "schema": SCHEMA,
        "slug": digest.slug,
        "title": digest.title,
        "summary": digest.summary,
        "date": digest.date.isoformat(),
        "when": _when(digest),
        **_stated(digest),
        **({"notices": [_notice(notice) for notice in digest.notices]} if digest.notices else {}),
        "sources": [_source(source) for source in digest.sources],
        "sections": [
            {"id": section.id, "title": section.title, "claims": list(section.claims)} for section in digest.sections
        ],
        "claims": [_claim(claim, folded, languages) for claim in digest.claims],
        "disagreements": [_disagreement(disagreement) for disagreement in digest.disagreements],
        "coverage": [_coverage(entry) for entry in digest.coverage],
        "summary_claims": list(digest.summary_claims),
        "timeline": [_dated(entry) for entry in digest.timeline],
        **(
            {"withdrawn": [{"id": name, "edition": number} for name, number in digest.withdrawn]}
            if digest.withdrawn
            else {}
        ),
        **({"edition": _edition(digest.edition)} if digest.edition else {}),
    }


def _edition(mark: EditionMark) -> dict[str, Any]:
    return {
        "number": mark.number,
        "kind": mark.kind.value,
        "signed": mark.signed.isoformat(),
        **({"by": mark.by} if mark.by else {}),
        "note": mark.note,
        "previous": mark.previous,
    }


def _stated(digest: Digest) -> dict[str, str]:
    """The days of publication and of the last change, where the editor states them."""
    stated = (("published", digest.published), ("updated", digest.updated))
    return {name: day.isoformat() for name, day in stated if day is not None}


def _when(digest: Digest) -> dict[str, Any]:
    when = digest.when or When(digest.date, digest.date, digest.date.isoformat(), True)
    return {
        "from": when.first.isoformat(),
        "to": when.last.isoformat(),
        "text": f"{when.text} ({when.basis})" if when.basis else when.text,
        "certain": when.certain,
    }


def _dated(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "claim": entry.claim,
        "from": entry.first.isoformat(),
        "to": entry.last.isoformat(),
        "certain": entry.doubt is None,
        "exact": entry.words,
    }


def _source(source: SourceReport) -> dict[str, Any]:
    known = source.metadata
    return {
        "id": source.id,
        "path": source.path,
        "sha256": source.sha256,
        "title": _value(known.title),
        "publisher": _value(known.publisher),
        "author": _value(known.author),
        "published": _value(known.published),
        "published_evidence": _evidence(known.published),
        "url": _value(known.url),
        "origin": source.origin,
        "genre": _value(known.genre),
        **_language(_value(known.language)),
        "notices": [_notice(notice) for notice in source.notices],
    }


def _language(tag: str | None) -> dict[str, str]:
    """The language of what is read by words only, said so; nothing where it is read with its grammar."""
    return {"language": tag, "reading": "words"} if tag is not None and not is_read(tag) else {}


def _value(found: Found | None) -> str | None:
    return printable(found.value) if found else None


def _evidence(found: Found | None) -> str | None:
    if found is None:
        return None
    parts = [found.how if found.quote is None else f"{found.how}: “{found.quote}”", found.doubt]
    return "; ".join(part for part in parts if part)


def _notice(notice: Notice) -> str:
    return notice.message if notice.quote is None else f"{notice.message} “{notice.quote}”"


def _claim(claim: Claim, folded: Set[str], languages: Mapping[str, str | None]) -> dict[str, Any]:
    lead = claim.citations[0]
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "text": claim.text,
        **({} if claim.worded else _language(lead.language or languages[lead.source])),
        "attributed_to": claim.attributed_to,
        "place": "folded" if claim.id in folded else "open",
        **({"under": claim.under} if claim.under else {}),
        "in_brief": claim.in_brief,
        **({"worded": "editor"} if claim.worded else {}),
        **({"since": claim.since} if claim.since > 1 else {}),
        **({"joined": list(claim.joined)} if claim.joined else {}),
        **({"split_from": claim.split_from} if claim.split_from else {}),
        "citations": [_cited(citation) for citation in claim.citations],
    }


def _cited(citation: Citation) -> dict[str, Any]:
    respect = {"respect": citation.respect.value} if citation.respect else {}
    return {"role": citation.role.value, **respect, **_citation(citation)}


def _disagreement(disagreement: Disagreement) -> dict[str, Any]:
    return {
        "id": disagreement.id,
        "kind": disagreement.kind.value,
        "question": disagreement.question,
        **({"joined": list(disagreement.joined)} if disagreement.joined else {}),
        "positions": [
            {"text": position.text, "citations": [_citation(citation) for citation in position.citations]}
            for position in disagreement.positions
        ],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "source": citation.source,
        "start": citation.start,
        "end": citation.end,
        "exact": citation.exact,
        "prefix": citation.prefix[-AFFIX:],
        "suffix": citation.suffix[:AFFIX],
    }


def _coverage(entry: CoverageEntry) -> dict[str, Any]:
    return {
        "source": entry.source,
        "start": entry.start,
        "end": entry.end,
        "use": entry.use.value,
        "claim": entry.claim,
        "also": list(entry.also),
        "reason": entry.reason,
    }
