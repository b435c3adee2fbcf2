"""Differences -> disagreements: every side cited."""

from __future__ import annotations

from dataclasses import replace

from generator.cite import cite
from generator.compose.claims import NOTHING_PUBLISHED
from generator.compose.identifiers import short_hash
from generator.compose.kept import disagreement_ids
from generator.compose.wording import names, speaker_first
from generator.language.printable import printable
from generator.language.quotations import balanced, stands_in, without_marks
from generator.model import Difference, Disagreement, Passage, Position, Published, Workings


def cite_differences(workings: Workings, history: Published = NOTHING_PUBLISHED) -> tuple[Disagreement, ...]:
    """The differences found between passages, with a citation for each passage of each side."""
    passages = {passage.id: passage for passage in workings.passages}
    documents = {document.source.id: document for document in workings.documents}
    found: list[Disagreement] = []
    for difference in workings.differences:
        positions = []
        for side in difference.sides:
            cited = [passages[identifier] for identifier in side.passages]
            citations = tuple(cite(documents[one.source], one.start, one.end, one.id, one.torn) for one in cited)
            shown = _position(side.text, cited[0])
            locked = any(stands_in(shown, citation.quote) for citation in citations)
            positions.append(Position(shown if locked else without_marks(shown), citations))
        identifier = _identify(difference, {one.id for one in found})
        question = balanced(printable(difference.question), opens_before=True)
        found.append(Disagreement(identifier, difference.kind, question, tuple(positions), difference.reason))
    kept = disagreement_ids(found, history)
    return tuple(replace(one, id=name, joined=joined) for one, (name, joined) in zip(found, kept, strict=True))


def _identify(difference: Difference, taken: set[str]) -> str:
    """A stable id: of the question; of its first answer too, where another difference asks the same."""
    words = f"{difference.kind}\n{difference.question}"
    identifier = short_hash("d", words)
    return identifier if identifier not in taken else short_hash("d", f"{words}\n{difference.sides[0].passages[0]}")


def _position(text: str, passage: Passage) -> str:
    """An answer as it is printed. One that is the words of a passage, or their beginning, has the marks of the
    quotation in which they stand, and names its speaker."""
    answer = printable(text)
    words = answer.removesuffix(" …")
    if not words or not " ".join(printable(passage.text).split()).casefold().startswith(words.casefold()):
        return balanced(answer, opens_before=True)
    quoted = f"{passage.torn[0]}{answer}" + (passage.torn[1] if passage.torn != ("", "") else "")
    shown = balanced(quoted, opens_before=True)
    speaker = printable(passage.speaker) if passage.speaker else ""
    return shown if not speaker or names(shown, speaker) else f"{speaker_first(speaker)}: {shown}"
