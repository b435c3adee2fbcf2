"""The review of a story: one question a screen, one key an act, each act written at once."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.desk.answered import add_answers, read_answered, remove_answer
from generator.desk.deciding import decide
from generator.desk.questions import NEEDS_WORDS, Act, Question, UnclearError, Words, chosen_lines, decisions, settled
from generator.desk.queue import make_queue
from generator.desk.screen import (
    HELP,
    QUIT,
    SKIP,
    UNDO,
    WHY,
    WIDTH,
    act_of,
    below,
    show_commands,
    show_keys,
    show_question,
)
from generator.desk.writing import remove_decision
from generator.drafting import Draft, make_draft
from generator.errors import InputError
from generator.explain import explain
from generator.load.decisions import FILE as DECISIONS

STORY = "story.md"
News = tuple[str, ...]  # lines on the last act, above the next question


class Terminal(Protocol):
    """Where the editor sits."""

    def key(self) -> str:
        """One key; "" where there will be none any more."""

    def page(self, text: str) -> None:
        """Show a text on a screen of its own."""

    def say(self, text: str) -> None:
        """Show a text below what is shown."""

    def edit(self, text: str) -> str:
        """Let the editor change a text in the program of his choice. Raises InputError where there is none."""

    def open(self, path: Path) -> None:
        """Let the editor change a file there. Raises as ``edit`` does."""


@dataclass(frozen=True, slots=True)
class _Done:
    """An act, as it is taken back: the lines that it wrote, or the question that was skipped."""

    decisions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    skipped: str = ""


@dataclass(slots=True)
class Review:
    """A review that goes on until the queue is empty or the editor quits."""

    folder: Path
    terminal: Terminal
    skipped: set[str] = field(default_factory=set)
    done: list[_Done] = field(default_factory=list)

    def run(self) -> None:
        """Ask one question after another. Raises InputError where the story cannot be read at the start."""
        draft = make_draft(self.folder)
        news: News = ()
        while True:
            queue = open_questions(self.folder, draft)
            waiting = [question for question in queue if question.key not in self.skipped]
            if not waiting:
                self.terminal.page(below(news, self._end(len(queue))))
                return
            place = f"1 of {len(waiting)}"
            result = self._asked(waiting[0], draft, news, place)
            if result is None:
                return
            draft, news = result

    def _asked(self, question: Question, draft: Draft, news: News, place: str) -> tuple[Draft, News] | None:
        """What the draft has become, and what is to be told of it; None where the editor quits."""
        marked: list[int] = []
        self.terminal.page(below(news, show_question(question, place)))
        while True:
            key = self.terminal.key()
            if key in (QUIT, ""):
                self.terminal.say(self._summary())
                return None
            if key.isdigit() and 0 < int(key) <= len(question.lines) > 1:
                _toggle(marked, int(key) - 1)
                self.terminal.page(show_question(question, place, marked))
            elif key == WHY:
                self.terminal.say("\n".join(_why(question, draft)))
            elif key == SKIP:
                self.skipped.add(question.key)
                self.done.append(_Done(skipped=question.key))
                return draft, ()
            elif key == UNDO:
                return self._undo(draft)
            elif act := act_of(question, key):
                try:
                    return self._act(question, act, tuple(marked), draft)
                except UnclearError as unclear:
                    self.terminal.say(str(unclear))
                except InputError as refused:
                    self.terminal.say(f"Not done: {refused}")
            else:
                self.terminal.say(show_keys(question) if key == HELP else f"no key {key!r} here\n{show_keys(question)}")

    def _act(self, question: Question, act: Act, marked: tuple[int, ...], draft: Draft) -> tuple[Draft, News]:
        if act is Act.STORY:
            self.terminal.open(self.folder / STORY)
            return self._read_again(draft)
        words = self._words(question, act, marked) if act in NEEDS_WORDS else None
        made = decisions(question, act, marked, words)
        lines: tuple[str, ...] = ()
        told: tuple[str, ...] = ()
        if made:
            outcome = decide(self.folder, draft, made)
            draft, lines = outcome.draft, outcome.lines
            told = outcome.changes or ("the draft stays as it is",)
        answers = settled(question, act, marked)
        written = add_answers(self.folder, answers) if answers else ()
        self.done.append(_Done(lines, written))
        return draft, (*lines, *told)

    def _read_again(self, draft: Draft) -> tuple[Draft, News]:
        """The draft after story.md has been open; the one before where it cannot be read, with what is wrong."""
        try:
            return make_draft(self.folder, store=draft.store), ()
        except InputError as error:
            return draft, tuple(textwrap.wrap(str(error), WIDTH))

    def _words(self, question: Question, act: Act, marked: tuple[int, ...]) -> Words:
        chosen = chosen_lines(question, act, marked)
        written = self.terminal.edit(_template(question, act, chosen))
        lines = [line.strip() for line in written.splitlines() if line.strip() and not line.startswith("#")]
        if act is Act.DIFFER:
            respect = question.suggests.respect if question.suggests else ""
            return Words(lines[0] if lines else "", tuple(lines[1:]), respect)
        return Words(" ".join(lines))

    def _undo(self, draft: Draft) -> tuple[Draft, News]:
        if not self.done:
            return draft, ("There is nothing to take back in this review.",)
        last = self.done.pop()
        self.skipped.discard(last.skipped)
        gone = [line for line in last.decisions if remove_decision(self.folder, line)]
        gone += [line for line in last.answers if remove_answer(self.folder, line)]
        kept = len(last.decisions) + len(last.answers) - len(gone)
        told = [f"taken back: {line}" for line in gone]
        told += [f"{kept} lines are no longer as they were written, and stay"] if kept else []
        return (make_draft(self.folder, store=draft.store) if gone else draft), tuple(told or ["asked again"])

    def _end(self, open_still: int) -> str:
        left = f" {open_still} were skipped." if open_still else ""
        return f"Nothing more is asked of this story.{left} {self._summary()}"

    def _summary(self) -> str:
        answers = sum(not one.skipped for one in self.done)
        return f"{answers} answers, written to {DECISIONS} and desk.yaml in {self.folder.as_posix()}."


def open_questions(folder: Path, draft: Draft) -> tuple[Question, ...]:
    """The queue of a story as it stands."""
    return make_queue(draft, read_answered(folder))


def list_questions(folder: Path, story: str) -> str:
    """Every open question with the command for each of its keys, for where there is no terminal. ``story`` is how the
    user called it."""
    queue = open_questions(folder, make_draft(folder))
    if not queue:
        return "Nothing is asked of this story."
    return "\n\n".join(show_commands(each, story, f"{place} of {len(queue)}") for place, each in enumerate(queue, 1))


def _toggle(marked: list[int], line: int) -> None:
    if line in marked:
        marked.remove(line)
    else:
        marked.append(line)


def _why(question: Question, draft: Draft) -> list[str]:
    claim = next((one for one in draft.digest.claims if one.id == question.claim), None)
    if claim is None:
        return list(question.told) or ["nothing more was found"]
    return list(explain(draft.digest, draft.workings, claim))


_ASKED = {
    Act.TEXT: "Write the claim in your words.",
    Act.BY: "Write who says it, as the capture names him, her or it.",
    Act.ASK: "Write the question in your words.",
    Act.DIFFER: "Write the question on the first line, then the answer of each passage, a line each, in their order.",
}


def _template(question: Question, act: Act, chosen: tuple[int, ...]) -> str:
    """What the editor is given to write in."""
    suggested = question.suggests
    given: list[str] = []
    if suggested is not None and act in (Act.DIFFER, Act.ASK):
        given = [suggested.text, *([suggested.answers[one] for one in chosen] if act is Act.DIFFER else [])]
    elif act is Act.TEXT:
        given = [question.lines[chosen[0]].text]
    shown = [f"# {question.lines[one].source}: {' '.join(question.lines[one].text.split())}" for one in chosen]
    told = f"# {_ASKED[act]} Lines that begin with # are left out; without any other nothing is decided."
    return "\n".join([*given, "" if not given else told, *([told] if not given else []), *shown, ""])
