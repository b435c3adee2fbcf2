"""What an archive, or a search engine's cache, puts above its copy of a page: no part of it, with days of saving."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Block, BlockKind, Document

RULE = "archive:bar"
_TOP = 40  # blocks in which such a bar stands
# Lines by which a bar is known, and lines that stand in one (archive.org, archive.today, the caches of search engines).
_KNOWN = re.compile(
    r"The Wayback Machine - https?://|archive\.(?:today|ph|is|li|md|vn|fo|org)\b.{0,40}\bcapture$|webpage capture$"
    r"|This is Google['’]s cache of |You have reached the cached page for "
)
_WITHIN = re.compile(
    r"\d[\d,.]* captures?$|About this capture$|COLLECTED BY$|Collection: |TIMESTAMPS$|Success$|Fail$"
    r"|\d{1,2} [A-Z][a-z]{2} \d{4} - \d{1,2} [A-Z][a-z]{2} \d{4}$"
    r"|Saved from\b|history\b.{0,20}\bprior\b|All snapshots\b|no other snapshots\b|Webpage\s+Screenshot$"
    r"|.{0,60}\breport (?:bug|error) or abuse\b|\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d UTC$"
    r"|Tip: To quickly find your search term|(?:Full version\s*)?Text-only version|These search terms are highlighted"
)


def told_from_archives(document: Document) -> Document:
    """The document with such a bar labelled as furniture: all above the last line that is one of a bar's."""
    top = [document.text[block.start : block.end] for block in document.blocks[:_TOP]]
    if not any(map(_KNOWN.match, top)):
        return document
    last = max(place for place, line in enumerate(top) if _KNOWN.match(line) or _WITHIN.match(line))
    return replace(document, blocks=(*map(_labelled, document.blocks[: last + 1]), *document.blocks[last + 1 :]))


def _labelled(block: Block) -> Block:
    return replace(block, kind=BlockKind.FURNITURE, rule=RULE)
