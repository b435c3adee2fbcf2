"""Differences -> disagreements: every side cited."""

from __future__ import annotations

from generator.cite import cite
from generator.compose.identifiers import short_hash
from generator.language.printable import printable
from generator.language.quotes import balanced
from generator.model import Disagreement, Position, Workings


def cite_differences(workings: Workings) -> tuple[Disagreement, ...]:
    """The differences found between passages, with a citation for each passage of each side."""
    passages = {passage.id: passage for passage in workings.passages}
    documents = {document.source.id: document for document in workings.documents}
    found = []
    for difference in workings.differences:
        positions = []
        for side in difference.sides:
            cited = [passages[identifier] for identifier in side.passages]
            citations = tuple(cite(documents[one.source], one.start, one.end, one.id) for one in cited)
            positions.append(Position(balanced(printable(side.text)), citations))
        identifier = short_hash("d", f"{difference.kind}\n{difference.question}")
        found.append(
            Disagreement(
                identifier,
                difference.kind,
                balanced(printable(difference.question)),
                tuple(positions),
                difference.reason,
            )
        )
    return tuple(found)
