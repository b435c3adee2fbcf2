"""Where in its document a passage stands: under which heading, and whether that part answers questions on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import BlockKind, Document

# Template text that a page's author did not replace: "Heading 2: Trade" -> "Trade".
_TEMPLATE = re.compile(r"^(?:heading|title|subheading|section|h[1-6])\s*\d?\s*:\s*", re.IGNORECASE)
_QUESTIONS = re.compile(r"\bfaqs?\b|frequently asked|questions and answers|\bq\s?&\s?a\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    heading: str | None
    answers_question: bool = False


def find_places(document: Document) -> tuple[Place, ...]:
    """One place for each block of a document."""
    places: list[Place] = []
    heading: str | None = None
    in_questions = False
    asks_again = _asks_again(document)
    for block in document.blocks:
        text = document.text[block.start : block.end].strip()
        is_heading = block.kind is BlockKind.HEADING or (
            block.kind is BlockKind.PARAGRAPH and text.endswith("?") and len(text) < 160 and in_questions
        )
        if is_heading:
            heading = clean_heading(text)
            asks = text.endswith("?")
            in_questions = bool(_QUESTIONS.search(text)) or (asks and (in_questions or asks_again))
        places.append(Place(heading, in_questions and not is_heading))
    return tuple(places)


def _asks_again(document: Document) -> bool:
    """Whether at least two headings are questions: one may be the article's own rhetoric."""
    headings = (document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING)
    return sum(heading.rstrip().endswith("?") for heading in headings) >= 2


def clean_heading(text: str) -> str:
    """A heading without template leftovers and marks: "Heading 2: Trade" -> "Trade"."""
    return _TEMPLATE.sub("", text.strip().lstrip("#*•-– ").strip()).strip("*_ ") or text.strip()
