"""What a day in a sentence dates: the verb that it hangs on tells whether it is to come, or dates the saying alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.language.clauses import (
    ADVERB,
    AUXILIARY,
    BARE,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NOT,
    PARTICIPLE,
    TO,
    read_verb,
    tag,
)
from generator.language.reporting import speech_class
from generator.language.scan import Token, read_tokens
from generator.language.tagger import Tag

_REACH = 40  # tokens on either side of a day in which its verb stands
# What these say of a day is to come, whatever their own tense: "was scheduled for Monday".
_PLANNED = frozenset(
    "schedule plan expect due set slate plant upcoming coming propose postpone adjourn book bill".split()
)
# After these "to" and a verb tell what has been done; after any other, what is meant to be.
_DONE = frozenset("manage begin start fail help have use try appear seem continue happen prove come go".split())
# In the present these tell of what came before: "the visit follows a summit in September".
_LOOKS_BACK = frozenset("follow mark recall commemorate stem date echo repeat cap".split())
_EARLIER = frozenset("ahead before upcoming coming next".split())
_OCCASIONS = frozenset(
    "election vote referendum poll ballot runoff summit trial hearing match final talks meeting budget session".split()
)
_NEAR = 6  # words before a day in which "the coming election" stands
_UP_TO = frozenset("until till".split())
_PARTS = frozenset(";:—–")


@lru_cache(maxsize=1024)
def _read(sentence: str) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    return tag(read_tokens(sentence))


def _read_day(sentence: str, start: int) -> tuple[tuple[Token, ...], tuple[str, ...], int, int | None]:
    """A sentence's tokens with their letters, the index of the day that begins at ``start``, and of the verb before it
    on which it hangs, None for no such verb."""
    tokens, letters = _read(sentence)
    first = next((i for i, token in enumerate(tokens) if token.end > start), len(tokens))
    return tokens, letters, first, _verb_before(tokens, letters, first)


def lies_ahead(sentence: str, start: int, end: int) -> bool:
    """Whether the day that ``sentence[start:end]`` names is to come, as the sentence tells it."""
    tokens, letters, first, verb = _read_day(sentence, start)
    if _is_coming(tokens[max(0, first - _NEAR) : first]):
        return True
    if first < len(tokens) and tokens[first].low in _UP_TO:
        return True
    if verb is None:
        after = next((i for i, token in enumerate(tokens) if token.start >= end), len(tokens))
        verb = _verb_after(tokens, letters, after)
    return verb is not None and _points_ahead(tokens, letters, verb)


def dated_deed(sentence: str, start: int, end: int) -> str | None:
    """The lemma of the verb on which the day ``sentence[start:end]`` hangs, with "on" or right behind it: what is said
    to be done then. None where the day dates a saying."""
    if dates_saying(sentence, start, end):
        return None
    tokens, _, first, verb = _read_day(sentence, start)
    if verb is None or (verb != first - 1 and tokens[first - 1].low != "on"):
        return None
    return tokens[verb].lemma


def dates_saying(sentence: str, start: int, end: int) -> bool:
    """Whether the day that ``sentence[start:end]`` names is the one on which somebody said it: "said on Friday"."""
    tokens, letters, first, verb = _read_day(sentence, start)
    if verb is None or letters[verb] != FINITE or speech_class(tokens[verb].lemma) != "statement":
        return False
    return not any(letters[i] == MARK or tokens[i].tag is Tag.THAT for i in range(verb + 1, first))


def _is_coming(before: Sequence[Token]) -> bool:
    """ "ahead of the election in", "the coming vote on": an occasion that is called one to come."""
    named = any(token.lemma in _OCCASIONS or token.low in _OCCASIONS for token in before)
    return named and any(token.low in _EARLIER for token in before)


def _verb_before(tokens: Sequence[Token], letters: Sequence[str], day: int) -> int | None:
    """The nearest verb before a day, in its own part of the sentence; in a chain ("will be held") its last word."""
    for index in range(min(day, len(tokens)) - 1, max(-1, day - _REACH), -1):
        if tokens[index].text in _PARTS or (index == day - 1 and tokens[index].text == ","):
            return None
        if letters[index] in (FINITE, AUXILIARY, MODAL, BARE, PARTICIPLE, GERUND) or tokens[index].low in _PLANNED:
            return index
    return None


def _verb_after(tokens: Sequence[Token], letters: Sequence[str], day: int) -> int | None:
    for index in range(day, min(len(tokens), day + _REACH)):
        if letters[index] in (FINITE, AUXILIARY, MODAL):
            return read_verb(tokens, letters, index, len(tokens)).head
    return None


def _group_begin(letters: Sequence[str], index: int) -> int:
    """Where the auxiliaries of a verb begin, a modal or "to" before them left out."""
    first = index
    if letters[index] in (BARE, PARTICIPLE, GERUND):
        while first > 0 and letters[first - 1] in (AUXILIARY, BARE, ADVERB, NOT):
            first -= 1
    return first


def _points_ahead(tokens: Sequence[Token], letters: Sequence[str], index: int) -> bool:
    token = tokens[index]
    if token.lemma in _PLANNED or token.low in _PLANNED:
        return True
    if letters[index] == MODAL:
        return True
    if letters[index] == GERUND and token.lemma in ("start", "begin"):
        return True
    first = _group_begin(letters, index)
    before = letters[first - 1] if first else ""
    if before == MODAL:
        return tokens[index].tag is not Tag.PARTICIPLE or not any(t.low == "have" for t in tokens[first:index])
    if before == TO:
        told = any(t.low == "have" for t in tokens[first:index])
        matrix = next((t for t in reversed(tokens[: first - 1]) if t.tag in _VERBAL or t.low in _PLANNED), None)
        return not told and (matrix is None or matrix.lemma not in _DONE)
    group = tokens[first : index + 1]
    past = any(t.tag is Tag.PAST for t in group) or any(t.lemma == "have" for t in group[:-1])
    alone = letters[index] == PARTICIPLE or (letters[index] == GERUND and first == index)
    return not past and not alone and speech_class(token.lemma) is None and token.lemma not in _LOOKS_BACK


_VERBAL = frozenset((Tag.PRESENT, Tag.PAST, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.NOUN))
