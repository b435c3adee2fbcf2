"""The visible edits between a passage and its wording, and their replay.

``compose`` makes them; ``verify`` makes them again from the cited quote and compares.
"""

from __future__ import annotations

from generator.model import Edit

LEAD_IN = "lead-in dropped"
ANTECEDENT = "pronoun made plain"
CAPITAL = "capital at the start"
PART = "part of a sentence"
WHITE = "white space joined"
OPENED = "quotation mark at the start"
CLOSED = "quotation mark at the end"
SPEAKER = "who says it"


def replay(text: str, edits: tuple[Edit, ...]) -> str:
    """Make each edit: white space as a whole, what ends a part or a quotation at the end, the others at the beginning.

    Raises ValueError where an edit does not fit the text.
    """
    for edit in edits:
        if edit.rule == WHITE:
            if edit.before != text or " ".join(text.split()) != edit.after:
                raise ValueError(f"{edit.rule}: does not join {text!r}")
            text = edit.after
        elif edit.rule in (PART, CLOSED):
            if not text.endswith(edit.before):
                raise ValueError(f"{edit.rule}: {text!r} does not end in {edit.before!r}")
            text = text[: len(text) - len(edit.before)] + edit.after
        else:
            if not text.startswith(edit.before):
                raise ValueError(f"{edit.rule}: {text!r} does not begin with {edit.before!r}")
            text = edit.after + text[len(edit.before) :]
    return text
