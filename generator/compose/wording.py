"""Passage -> wording. Verbatim, or changed only by rules that a reader can see; each change is recorded."""

from __future__ import annotations

import re

from generator.edits import ANTECEDENT, CAPITAL, CLOSED, LEAD_IN, OPENED, PART, SPEAKER, WHITE, replay
from generator.language.printable import printable
from generator.language.quotes import find_quotes, is_quotation, missing_marks
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
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
    edits += _quotation(passage, replay(original, tuple(edits)))
    if not _names_speaker(passage, replay(original, tuple(edits))):
        edits.append(Edit(SPEAKER, "", f"{_capital(printable(passage.speaker or ''))}: "))
    return replay(original, tuple(edits)), tuple(edits)


def _quotation(passage: Passage, text: str) -> list[Edit]:
    """The marks that stand in other sentences of the same quotation, so that none is printed alone."""
    head, tail = missing_marks(text)
    if passage.in_quotation and not head and not is_quotation(text) and not find_quotes(text):
        head, tail = "“", "”"
    edits = [Edit(OPENED, "", head)] if head else []
    return [*edits, Edit(CLOSED, "", tail)] if tail else edits


def _names_speaker(passage: Passage, text: str) -> bool:
    """Whether a wording names who says it, in any of the words that the capture has for them."""
    if passage.speaker is None:
        return True
    said_by = [word for word in words(passage.speaker) if word not in STOPWORDS] or words(passage.speaker)
    return not set(said_by).isdisjoint(words(_outside(text)))


def _outside(text: str) -> str:
    """A text without its quotations: a name in them is not who speaks."""
    kept, at = [], 0
    for quote in find_quotes(text):
        kept.append(text[at : quote.start])
        at = quote.end
    return " ".join([*kept, text[at:]])


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


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
