"""The visible edits between a passage and its wording, and their replay.

``compose`` makes them; ``verify`` makes them again from the cited quote and compares.
"""

from __future__ import annotations

from generator.model import Edit

LEAD_IN = "lead-in dropped"
ANTECEDENT = "pronoun made plain"
WITHIN = "pronoun further on made plain"
CAPITAL = "capital at the start"
PART = "part of a sentence"
WHITE = "white space joined"
WHO = "speaker made plain"
QUOTE = "quotation marks of a part of a quotation"
MARKS = "quotation marks paired"
SPEAKER = "speaker named"
DAY = "day marked as not certain"
CUT = "what only this source says left out"

GAP = "[…]"

QUOTATION_MARKS = "“”„«»\"‘’'`"
_NO_MARKS = str.maketrans("", "", QUOTATION_MARKS)


def replay(text: str, edits: tuple[Edit, ...]) -> str:
    """Make each edit: of white space and of quotation marks as a whole, a part's end at the end, a cut, a pronoun that
    does not begin it and an uncertain day where they stand, the others at the beginning.

    Raises ValueError where an edit does not fit the text.
    """
    for edit in edits:
        text = _made(text, edit)
    return text


def _made(text: str, edit: Edit) -> str:
    if edit.rule == WHITE:
        if edit.before != text or " ".join(text.split()) != edit.after:
            raise ValueError(f"{edit.rule}: does not join {text!r}")
        return edit.after
    if edit.rule in (QUOTE, MARKS):
        if edit.before != text or _words(edit.before) != _words(edit.after):
            raise ValueError(f"{edit.rule}: changes more than the marks of {text!r}")
        return edit.after
    if edit.rule == CUT and not _is_cut(edit):
        raise ValueError(f"{edit.rule}: {edit.after!r} is more than {edit.before!r} with a gap")
    if edit.rule in (WHO, WITHIN, DAY, CUT):
        if text.count(edit.before) != 1:
            raise ValueError(f"{edit.rule}: {edit.before!r} does not stand once in {text!r}")
        return text.replace(edit.before, edit.after)
    if edit.rule == PART:
        if not text.endswith(edit.before):
            raise ValueError(f"{edit.rule}: {text!r} does not end in {edit.before!r}")
        return text[: len(text) - len(edit.before)] + edit.after
    if not text.startswith(edit.before):
        raise ValueError(f"{edit.rule}: {text!r} does not begin with {edit.before!r}")
    return edit.after + text[len(edit.before) :]


def _is_cut(edit: Edit) -> bool:
    """Whether an edit leaves out a stretch and no more: what stands before and after the gap stood there."""
    before, gap, after = edit.after.partition(GAP)
    kept = edit.before.startswith(before.rstrip()) and edit.before.lower().endswith(after.lstrip().lower())
    return bool(gap) and kept and len(before) + len(after) < len(edit.before)


def _words(text: str) -> str:
    return text.translate(_NO_MARKS)
