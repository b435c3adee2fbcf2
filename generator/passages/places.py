"""Where in its document a passage stands: under which heading, and whether that part repeats the article."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
from generator.model import BlockKind, Document

# Template text that a page's author did not replace: "Heading 2: Trade" -> "Trade".
_TEMPLATE = re.compile(r"^(?:heading|title|subheading|section|h[1-6])\s*\d?\s*:\s*", re.IGNORECASE)
_QUESTIONS = re.compile(r"\bfaqs?\b|frequently asked|questions and answers|\bq\s?&\s?a\b", re.IGNORECASE)
_SUMS_UP = re.compile(
    r"^(?:in\s+)?(?:conclusions?|summary|key (?:points|takeaways|facts|highlights)|takeaways?|highlights|at a glance|"
    r"the bottom line|final thoughts|tl;dr)\b",
    re.IGNORECASE,
)
# Share of a sentence's content words that one other sentence of the article holds, from which a summing-up sentence
# repeats it. On the five seeds the six sentences under "Conclusion", which all say something new, lie at .20 to .65;
# the fifteen answers of the one FAQ, which repeat their article, at .33 to 1 with a median of .75.
REPEAT_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Place:
    heading: str | None
    answers_question: bool = False
    sums_up: bool = False


def find_places(document: Document) -> tuple[Place, ...]:
    """One place for each block of a document."""
    places: list[Place] = []
    heading: str | None = None
    sums_up = False  # one of the headings that stand together above the text says so
    after_text = True
    in_questions = False
    asks_again = _asks_again(document)
    for block in document.blocks:
        text = document.text[block.start : block.end].strip()
        is_heading = block.kind is BlockKind.HEADING or (
            block.kind is BlockKind.PARAGRAPH and text.endswith("?") and len(text) < 160 and in_questions
        )
        if is_heading:
            heading = clean_heading(text)
            sums_up = _SUMS_UP.match(heading) is not None or (sums_up and not after_text)
            after_text = False
            asks = text.endswith("?")
            in_questions = bool(_QUESTIONS.search(text)) or (asks and (in_questions or asks_again))
        elif block.kind is not BlockKind.FURNITURE:
            after_text = True
        places.append(Place(heading, in_questions and not is_heading, sums_up and not is_heading))
    return tuple(places)


def _asks_again(document: Document) -> bool:
    """Whether at least two headings are questions: one may be the article's own rhetoric."""
    headings = (document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING)
    return sum(heading.rstrip().endswith("?") for heading in headings) >= 2


def clean_heading(text: str) -> str:
    """A heading without template leftovers and marks: "Heading 2: Trade" -> "Trade"."""
    return _TEMPLATE.sub("", text.strip().lstrip("#*•-– ").strip()).strip("*_ ") or text.strip()


def content_words(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word not in STOPWORDS and len(word) > 2)


class Repeated:
    """The sentences of an article's body, by their content words."""

    def __init__(self, body: Iterable[str]) -> None:
        self._holding: dict[str, list[int]] = {}
        for place, text in enumerate(body):
            for word in content_words(text):
                self._holding.setdefault(word, []).append(place)

    def repeats(self, text: str) -> bool:
        """Whether one sentence of the body holds most of this one's content words.

        Such a sentence holds one of any few of the words, as many as need not be shared and one more: the rarest are
        asked.
        """
        mine = content_words(text)
        postings = sorted((self._holding.get(word, []) for word in mine), key=len)
        least = math.ceil(REPEAT_SHARE * len(mine))
        candidates = {place for posting in postings[: len(mine) - least + 1] for place in posting}
        shared = Counter(place for posting in postings for place in posting if place in candidates)
        return bool(mine) and max(shared.values(), default=0) >= least
