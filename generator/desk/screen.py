"""Question -> plain text for a terminal of 80 by 24, or for a list with a command for each key."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator, Sequence

from generator.desk.differing import mark_differing
from generator.desk.questions import Act, Ask, Question
from generator.model import Quote

WIDTH, HEIGHT = 80, 24
_INDENT = "     "

KEYS: dict[Act, tuple[str, str, str]] = {  # key, name on the screen, what it does
    Act.SAME: ("s", "same", "they say the same, and are one claim"),
    Act.APART: ("p", "apart", "they never stand in one claim"),
    Act.DIFFER: ("f", "differ", "they contradict each other: write the question and the answers"),
    Act.AGREE: ("g", "agree", "they do not disagree"),
    Act.DETAIL: ("m", "more", "it says more on the first one, and is not counted"),
    Act.LEAD: ("l", "lead", "its words are the claim's"),
    Act.TEXT: ("r", "reword", "write the claim in your words"),
    Act.BY: ("b", "by", "write who says it"),
    Act.ASK: ("a", "ask", "write the question in other words"),
    Act.DROP: ("d", "drop", "it is left out"),
    Act.ARTICLE: ("h", "here", "it is a part of the article"),
    Act.SUMMARY: ("c", "choose", "those that are marked are the summary"),
    Act.STORY: ("e", "edit", "open story.md"),
    Act.OK: ("o", "ok", "it is right as it is"),
}
SKIP, UNDO, WHY, QUIT, HELP = "k", "u", "w", "q", "?"
_ALWAYS = ((SKIP, "skip"), (UNDO, "undo"), (WHY, "why"), (QUIT, "quit"), (HELP, "keys"))
_ARTICLES = {Ask.NEAR: "near miss", Ask.VALUES: "other values"}


def act_of(question: Question, key: str) -> Act | None:
    """The act of a key on a question; None where it has none there."""
    return next((act for act in question.acts if KEYS[act][0] == key), None)


def show_question(question: Question, place: str, marked: Sequence[int] = ()) -> str:
    """A question as one screen: what is asked, its passages whole, what was found, and the keys. ``place`` says which
    one it is, ``marked`` are the lines (0-based) that are marked."""
    kind = _ARTICLES.get(question.ask, question.ask.value)
    lines = [f"{place}  {kind}  {question.key}", *textwrap.wrap(question.title, WIDTH), ""]
    lines += _passages(question, marked)
    found = [line for told in question.told for line in textwrap.wrap(told, WIDTH)]
    return "\n".join([*lines, *found, *([""] if found else []), *_keys(question)])


def below(news: Sequence[str], page: str) -> str:
    """A page below what is told of the last act: as many lines of it as the screen has room for, each cut to its width,
    one at least."""
    if not news:
        return page
    room = max(1, HEIGHT - len(page.splitlines()) - 2)
    told = [line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…" for line in news[:room]]
    return "\n".join([*told, "", page])


def _passages(question: Question, marked: Sequence[int]) -> Iterator[str]:
    texts = mark_differing([line.text for line in question.lines])
    for place, (line, text) in enumerate(zip(question.lines, texts, strict=True)):
        mark = "x" if place in marked else " "
        yield f"{mark} {place + 1}  {line.source}{f' ({line.note})' if line.note and len(line.note) < 30 else ''}"
        yield from textwrap.wrap(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
        if len(line.note) >= 30:
            yield from textwrap.wrap(f"({line.note})", WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    yield ""


def _keys(question: Question) -> list[str]:
    own = [f"{KEYS[act][0]} {KEYS[act][1]}" for act in question.acts]
    numbers = [f"1-{len(question.lines)} mark"] if len(question.lines) > 1 else []
    always = [f"{key} {name}" for key, name in _ALWAYS]
    return textwrap.wrap("   ".join([*own, *numbers]), WIDTH) + textwrap.wrap("   ".join(always), WIDTH)


def show_keys(question: Question) -> str:
    """What each key does on a question, a line each."""
    lines = [f"{KEYS[act][0]}  {KEYS[act][1]}: {KEYS[act][2]}" for act in question.acts]
    if len(question.lines) > 1:
        lines.append(f"1-{len(question.lines)}  mark a line, or take the mark off; the next key is for those marked")
    lines += [
        f"{SKIP}  skip: ask again next time",
        f"{UNDO}  undo: take back the last act of this review",
        f"{WHY}  why: what the program found",
        f"{QUIT}  quit: all is written already",
    ]
    return "\n".join(lines)


def show_commands(question: Question, story: str, place: str) -> str:
    """A question with the command for each of its keys."""
    lines = [show_question(question, place).rpartition("\n\n")[0], ""]
    for act in question.acts:
        key, name, _ = KEYS[act]
        lines.append(f"{key} {name}: {command(question, act, story)}")
    return "\n".join(lines)


def command(question: Question, act: Act, story: str) -> str:
    """The command that does an act, on all lines of a question where it may be of several."""
    start = f"python -m generator decide {shlex.quote(story)}"
    quotes = [_argument(line.quote) for line in question.lines]
    if act is Act.STORY:
        return "edit story.md"
    if act is Act.OK:
        return f"{start} ok {question.key}"
    if act in (Act.SAME, Act.APART, Act.AGREE):
        return f"{start} {act} {' '.join(quotes)}"
    if act is Act.DIFFER:
        sides = " ".join(f"--side ANSWER {quote}" for quote in quotes)
        respect = f" --as {question.respect}" if question.respect else ""
        return f"{start} differ QUESTION{respect} {sides}"
    if act is Act.DETAIL:
        return f"{start} detail {quotes[1]} --of {quotes[0]}"
    if act in (Act.TEXT, Act.BY, Act.ASK):
        return f"{start} {act} WORDS --of {quotes[0]}"
    return f"{start} {act} {quotes[0]}"


def _argument(quote: Quote) -> str:
    return shlex.quote(f"{quote.source}:{quote.words}")
