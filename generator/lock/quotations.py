"""Words in quotation marks: they stand so in a quote, marks and white space aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cite import Folded
from generator.language.quotations import find_quotations, without_marks
from generator.lock.reading import Scene

_MARKS = re.compile(r"^[“”„«»\"‘’'`\s]+|[“”„«»\"‘’'`\s,.;:!?…]+$")
_LEFT_OUT = re.compile(r"\s*(?:\[[^\]]*\]|\(…\)|…|\.\.\.)\s*")  # what an editor puts in place of words, or adds


def quoted_words(scene: Scene) -> Iterator[str]:
    """A finding for each quotation of the wording of which no cited quote has the words in their order."""
    texts = [Folded(without_marks(quote.text)) for quote in scene.quotes]
    for quotation in find_quotations(scene.wording, ((0, len(scene.wording)),)):
        said = _MARKS.sub("", scene.wording[quotation.start : quotation.end])
        pieces = [piece for piece in _LEFT_OUT.split(without_marks(said)) if piece.strip(" ,.;:")]
        if pieces and not any(all(_says(text, piece) for piece in pieces) for text in texts):
            yield f"the words “{said}” stand in no cited quote"


def _says(text: Folded, piece: str) -> bool:
    """Whether a text has these words; the first letter may be that of a new sentence."""
    swapped = piece[0].swapcase() + piece[1:]
    return text.has_words(piece) or text.has_words(swapped)
