"""Passage -> wording. Verbatim, or changed only by rules that a reader can see; each change is recorded."""

from __future__ import annotations

import re

from generator.edits import ANTECEDENT, CAPITAL, LEAD_IN, PART, WHITE, replay
from generator.language.printable import printable
from generator.model import Edit, Passage

_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
_LIST_MARK = re.compile(r"[•·▪◦‣*–—-]\s+(?=\S)")
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def word(passage: Passage) -> tuple[str, tuple[Edit, ...]]:
    """The wording of a passage and the edits that led to it, in the order in which they were made.

    Every edit changes a beginning or an end, or joins white space, so that replaying them on the citation's quote
    gives the wording (``replay``).
    """
    original = printable(passage.text)
    edits = [edit for edit in _opening(passage) if edit.before != edit.after]
    text = replay(original, tuple(edits))
    joined = " ".join(text.split())
    if joined != text:
        edits.append(Edit(WHITE, text, joined))
        text = joined
    if not _CLOSED.search(text):
        trimmed = text.rstrip(",;:–— ")
        edits.append(Edit(PART, text[len(trimmed) :], "."))
    return replay(original, tuple(edits)), tuple(edits)


def _opening(passage: Passage) -> list[Edit]:
    """The edits of a beginning: list mark and connective dropped, a certain antecedent in square brackets, a capital
    for a part that began within its sentence."""
    edits = []
    mark = _LIST_MARK.match(passage.text)
    at = passage.lead_in or (mark.end() if mark else 0)
    if at:
        edits.append(Edit(LEAD_IN, printable(passage.text[: at + 1]), printable(passage.text[at].upper())))
    elif passage.start > passage.sentence.start and passage.text[0].islower():
        edits.append(Edit(CAPITAL, passage.text[0], passage.text[0].upper()))
    antecedent = passage.antecedent
    if antecedent is not None and antecedent.start == passage.start + at:
        pronoun = passage.text[at : antecedent.end - passage.start]
        shown = pronoun[:1].upper() + pronoun[1:] if edits else pronoun
        edits.append(Edit(ANTECEDENT, printable(shown), f"[{printable(_named(antecedent.name, pronoun))}]"))
    return edits


def _named(name: str, pronoun: str) -> str:
    return f"{name}’s" if pronoun.lower() in _POSSESSIVES and not name.endswith(("’s", "'s")) else name
