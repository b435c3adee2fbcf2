"""Planned or done: a plan is not what has happened, and what may be is not what is."""

from __future__ import annotations

import re

from generator.comparison.who import MUCH_ALIKE
from generator.language.stems import read_words
from generator.language.verbs import Form, lookup
from generator.model import Contrast, Kind, Passage, Respect, Telling
from generator.similarity.measures import deed
from generator.similarity.pairs import Pair

_MODAL = re.compile(r"\b(?:may|might|could)\b")
_AHEAD = re.compile(  # what is still to come, or is not certain, in whatever words
    r"\b(?:plan(?:s|ned|ning)?|agreed|likely|expect(?:s|ed|ing)?|due|scheduled|promised|vow(?:ed|s)|pledged|intends?|will"
    r"|would|to be|about to|set to|thought|believed|suspect(?:s|ed)?|apparently|possibl[ey]|perhaps|could|may|might"
    r"|order(?:ed|s|ing)?|decided|voted to|ask(?:ed|s)|seek(?:s|ing)?)\b"
)
_GOES_ON = re.compile(r"[.!?][”\"’']?\s")  # more than one sentence: the verb is that of one of them
_WAS = re.compile(r"\b(?:was|were|(?:has|have|had) been)\b")
_IS = re.compile(r"\b(?:is|are|be|being)\b")


def time(pair: Pair) -> Contrast | None:
    """One tells of a plan, the other of what has happened; of one deed, both cannot hold at one time.

    "Would" in reported speech is no plan. As a detail only, where the other tells a fact of another deed: without it
    of the pairs counted in the invented stories 5 more are right and 2 more wrong.
    """
    a, b = pair.a.passage, pair.b.passage
    if a.planned == b.planned:
        return _possible(a, b)
    planned, other = (a, b) if a.planned else (b, a)
    if _AHEAD.search(other.told):
        return None
    if succeeds(planned, done=other):
        return Contrast(Respect.STATUS, "written before it happened")
    if happened(other) or (_is_past(other) and not _GOES_ON.search(planned.told)):
        return Contrast(Respect.STATUS, "one is planned, the other has happened", differs=_one_deed(pair))
    return None


def _is_past(passage: Passage) -> bool:
    """Whether what one sentence asserts is told in the past, whoever says it: "the pipes were inspected, he said"."""
    if passage.verb is None or _GOES_ON.search(passage.told):
        return False
    if _WAS.search(passage.told):
        return True
    forms = [lookup(word.folded) for word in read_words(passage.told)]
    told = next((form.form for form in forms if form is not None and form.lemma == passage.verb), None)
    return told is Form.PAST or (told is Form.EITHER and not _IS.search(passage.told))


def happened(passage: Passage) -> bool:
    """Whether a passage tells of something as having happened, at whatever time."""
    return passage.kind is Kind.EVENT or (passage.kind is Kind.BACKGROUND and passage.telling is not Telling.MAIN)


def succeeds(planned: Passage, done: Passage) -> bool:
    """Whether what was announced is told as done in an article written later: two states of one thing, no dispute."""
    return planned.written is not None and done.written is not None and planned.written < done.written


def _one_deed(pair: Pair) -> bool:
    """Whether both tell of one deed: with one verb, or much alike where a noun carries it ("paid", "made a visit")."""
    return deed(pair) > 0 or pair.characters >= MUCH_ALIKE


def _possible(a: Passage, b: Passage) -> Contrast | None:
    """What may be against what has happened: "may be fined", "was fined"."""
    if (_MODAL.search(a.told) is None) == (_MODAL.search(b.told) is None):
        return None
    certain = b if _MODAL.search(a.told) else a
    if not happened(certain) or _AHEAD.search(certain.told):
        return None
    return Contrast(Respect.STATUS, "one may be, the other has happened")
