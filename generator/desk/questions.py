"""What an editor is asked: a question with its passages, and what each answer decides."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Answer, Decision, Quote, Verb


class Ask(StrEnum):
    """Kinds of questions, in the order of what an error would cost."""

    CHARGE = "charge"  # a charge and its denial in one claim
    WORDED = "worded"  # a claim in the editor's words that has gained or lost a source
    SUPPORT = "support"  # a passage that is counted, and is little like the wording
    NEAR = "near"  # claims that may be one
    VALUES = "values"  # passages that may contradict each other
    DIFFERENCE = "difference"  # a disagreement that was found
    LEAD = "lead"  # a wording that points at nothing
    SOURCE = "source"  # a source without a name or a day
    FURNITURE = "furniture"  # a line that was set aside, and reads like the article
    SUMMARY = "summary"


class Act(StrEnum):
    """What may be done with a question: all but the last two are verbs of decisions.yaml."""

    SAME = "same"
    APART = "apart"
    DIFFER = "differ"
    AGREE = "agree"
    DETAIL = "detail"
    LEAD = "lead"
    TEXT = "text"
    BY = "by"
    ASK = "ask"
    DROP = "drop"
    ARTICLE = "article"
    SUMMARY = "summary"
    STORY = "story"  # story.md is opened
    OK = "ok"  # it is right as it is


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of a question, shown whole. ``quote`` names it, ``source`` is what a reader calls its source, ``note``
    what it is in the draft."""

    quote: Quote
    text: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor writes for an act: a wording, a name, or a question with its answers."""

    text: str
    answers: tuple[str, ...] = ()
    respect: str = ""  # in which the answers differ, where it is another than it seemed


@dataclass(frozen=True, slots=True)
class Question:
    """``lines`` are numbered from 1 as they are shown; ``told`` says what was found between them, a line each;
    ``claim`` is the id that ``explain`` takes, "" for none; ``respect`` that in which they seem to differ;
    ``suggests`` a question with its answers, where one was found."""

    ask: Ask
    title: str
    lines: tuple[Line, ...]
    acts: tuple[Act, ...]
    told: tuple[str, ...] = ()
    claim: str = ""
    respect: str = ""
    suggests: Words | None = None

    @property
    def key(self) -> str:
        """A name that stays as long as it is asked of the same words."""
        words = [self.ask.value, *sorted(f"{line.quote.source}: {line.quote.words}" for line in self.lines)]
        return f"q-{hashlib.sha256(chr(10).join(words).encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Settled:
    """A question of a kind is answered for these quotes, each with each other, or with those ``beside`` them where such
    are given: it is right as it is."""

    ask: Ask
    quotes: tuple[Quote, ...]
    beside: tuple[Quote, ...] = ()


class UnclearError(Exception):
    """An act of which it is not said on which lines; the message tells what to do."""


_PAIRS = (Act.SAME, Act.APART, Act.AGREE, Act.DIFFER)
_ONE = (Act.LEAD, Act.TEXT, Act.BY, Act.ASK)
NEEDS_WORDS = (Act.TEXT, Act.BY, Act.ASK, Act.DIFFER)


def chosen_lines(question: Question, act: Act, marked: Sequence[int]) -> tuple[int, ...]:
    """The lines (0-based) on which an act is done: those marked; of what needs two the first as well, where one is
    marked; where none is, all, or the only one that can be meant.

    Raises UnclearError where more than one can be meant.
    """
    count = len(question.lines)
    if act is Act.OK:
        return tuple(range(count))
    if act in _PAIRS:
        marked = (0, *marked) if len(marked) == 1 and marked[0] != 0 else marked
        chosen = tuple(sorted(set(marked))) or tuple(range(count))
        if len(chosen) < 2:
            raise UnclearError("mark another line: press its number")
        return chosen
    if act is Act.DETAIL:
        chosen = tuple(one for one in marked if one > 0) or ((1,) if count == 2 else ())
    elif act is Act.SUMMARY:
        chosen = tuple(marked)
    elif act in _ONE:
        alone = 0 if count == 1 or act in (Act.TEXT, Act.ASK) else None
        chosen = tuple(marked) or ((alone,) if alone is not None else ())
        if len(chosen) > 1:
            raise UnclearError("mark one line alone")
    else:
        chosen = tuple(marked) or ((0,) if count == 1 else ())
    if not chosen:
        raise UnclearError("say of which: press its number, then this key")
    return chosen


def decisions(question: Question, act: Act, marked: Sequence[int], words: Words | None = None) -> tuple[Decision, ...]:
    """What an act on a question decides; () for "it is right as it is" and for what is done in story.md.

    Raises UnclearError as ``chosen_lines`` does, and where the words that it needs are missing.
    """
    chosen = chosen_lines(question, act, marked)
    quotes = tuple(question.lines[one].quote for one in chosen)
    if act in (Act.OK, Act.STORY):
        return ()
    if act in NEEDS_WORDS and (words is None or not (words.text or act is Act.BY)):
        raise UnclearError("nothing was written, and nothing is decided")
    if act is Act.DETAIL:
        return (Decision(Verb.DETAIL, 0, quotes, beside=(question.lines[0].quote,)),)
    if act is Act.DIFFER:
        return (_difference(question, quotes, words or Words("")),)
    return (Decision(Verb(act.value), 0, quotes, words.text if words else ""),)


def _difference(question: Question, quotes: Sequence[Quote], words: Words) -> Decision:
    if len(words.answers) != len(quotes):
        raise UnclearError(f"a question with {len(quotes)} answers is needed, one for each line")
    by_text: dict[str, tuple[Quote, ...]] = {}
    for text, quote in zip(words.answers, quotes, strict=True):
        by_text[text] = (*by_text.get(text, ()), quote)
    if len(by_text) < 2:
        raise UnclearError("the answers are all the same; press g where they agree")
    answers = tuple(Answer(text, own) for text, own in by_text.items())
    return Decision(
        Verb.DIFFER, 0, value=words.text, respect=words.respect or question.respect or None, answers=answers
    )


def settled(question: Question, act: Act, marked: Sequence[int]) -> tuple[Settled, ...]:
    """What an act answers besides what it decides: "it is right as it is" all that is asked, marks on claims that are
    one that the lines without a mark are others."""
    quotes = [line.quote for line in question.lines]
    if act is Act.OK:
        return (Settled(question.ask, tuple(quotes)),)
    if act is Act.SAME and question.ask is Ask.NEAR:
        chosen = chosen_lines(question, act, marked)
        others = tuple(quote for place, quote in enumerate(quotes) if place not in chosen)
        return (Settled(question.ask, (quotes[chosen[0]],), others),) if others else ()
    return ()
