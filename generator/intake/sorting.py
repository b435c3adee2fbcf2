"""The inbox, one item a screen and one key an act, or listed where there is no terminal."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.review import Terminal
from generator.desk.screen import WIDTH, below
from generator.errors import InputError, one_line
from generator.intake.adding import Done
from generator.intake.inbox import Inbox, Item, State
from generator.intake.stories import new_folder, new_story
from generator.load.sources import dashed
from generator.nearest import Near, Stories

NEW, OTHER, LATER, DISCARD, UNDO, QUIT, HELP = "n", "s", "l", "d", "u", "q", "?"
_SHOWN_TEXT = 400  # code points of an item's text
_KEYS = (
    (NEW, "new story", "make a story of it; write its name"),
    (OTHER, "another story", "file it into a story that is not suggested; write its name"),
    (LATER, "later", "ask again next time"),
    (DISCARD, "discard", "never ask again; a file is moved into inbox/discarded"),
    (UNDO, "undo", "take back the last later or discard"),
    (QUIT, "quit", "all is written already"),
    (HELP, "keys", "what each key does"),
)


@dataclass(slots=True)
class Sorting:
    """A round through what waits, which goes on until nothing is left of it or the editor quits."""

    inbox: Inbox
    stories: Stories
    terminal: Terminal
    today: date
    _settled: set[str] = field(default_factory=set)  # keys that are not asked again in this round
    _done: list[tuple[Item, State]] = field(default_factory=list)
    _filed: int = 0

    def run(self) -> None:
        """Ask of one item after another."""
        news: tuple[str, ...] = ()
        while True:
            waiting = [item for item in self.inbox.waiting() if item.key not in self._settled]
            if not waiting:
                self.terminal.page(below(news, f"Nothing more waits. {self._summary()}"))
                return
            told = self._asked(waiting[0], news, f"1 of {len(waiting)}")
            if told is None:
                self.terminal.say(self._summary())
                return
            news = told

    def _asked(self, item: Item, news: tuple[str, ...], place: str) -> tuple[str, ...] | None:
        """What is to be told of the act; None where the editor quits."""
        near = self.stories.nearest(item.weighed)
        self.terminal.page(below(news, show_item(item, near, place)))
        while True:
            key = self.terminal.key()
            if key in (QUIT, ""):
                return None
            try:
                told = self._act(key, item, near)
            except InputError as refused:
                self.terminal.say(f"Not done: {refused}")
                continue
            if told is not None:
                return told
            self.terminal.say(_show_keys(near))

    def _act(self, key: str, item: Item, near: Sequence[Near]) -> tuple[str, ...] | None:
        """What a key did; None where it has no meaning."""
        if key.isdecimal() and 0 < int(key) <= len(near):
            return self._file(item, self.inbox.stories / near[int(key) - 1].story)
        if key == NEW:
            return self._into_new(item)
        if key == OTHER:
            return self._into_other(item)
        if key == LATER:
            self.inbox.mark(item, State.LATER)
            return self._settle(item, State.LATER, "later")
        if key == DISCARD:
            self.inbox.discard(item)
            return self._settle(item, State.DISCARDED, "discarded")
        return self._undo() if key == UNDO else None

    def _file(self, item: Item, folder: Path) -> tuple[str, ...]:
        return self._is_filed(item, self.inbox.file(item, folder, self.today), folder)

    def _is_filed(self, item: Item, done: Done, folder: Path) -> tuple[str, ...]:
        self.stories.add(folder.name, item.weighed)
        self._settled.add(item.key)
        self._filed += 1
        return told_of(done, folder)

    def _into_new(self, item: Item) -> tuple[str, ...]:
        name = self._written("Write the name of the story, as its address is to have it.", _slug(item.title))
        folder = new_folder(name, self.inbox.stories)
        if folder.exists():
            raise InputError(folder.as_posix(), "there is a story of this name", f"press {OTHER} to file it there")
        return self._is_filed(item, file_into_new(self.inbox, item, folder, self.today), folder)

    def _into_other(self, item: Item) -> tuple[str, ...]:
        names = sorted(path.parent.name for path in self.inbox.stories.glob("*/story.md"))
        name = self._written("Write the name of the story; these are there:", "", names)
        folder = self.inbox.stories / name
        if not (folder / "story.md").is_file():
            raise InputError(folder.as_posix(), "there is no such story", f"press {NEW} for a new one")
        return self._file(item, folder)

    def _written(self, asked: str, suggested: str, listed: Sequence[str] = ()) -> str:
        """A name that the editor writes. Raises InputError where nothing is written."""
        remarks = [f"# {line}" for line in (asked, *listed)]
        lines = self.terminal.edit("\n".join([suggested, *remarks, ""])).splitlines()
        name = next((line.strip() for line in lines if line.strip() and not line.startswith("#")), "")
        if not name:
            raise InputError("inbox", "no name is written", "press the key again, and write one")
        return name

    def _settle(self, item: Item, state: State, told: str) -> tuple[str, ...]:
        self._settled.add(item.key)
        self._done.append((item, state))
        return (f"{told}: {_title(item)}",)

    def _undo(self) -> tuple[str, ...]:
        if not self._done:
            return ("There is nothing to take back; what is filed stands in its story's captures/.",)
        item, state = self._done.pop()
        if item.is_file and state is State.DISCARDED:
            self.inbox.restore(item)
        else:
            self.inbox.mark(item, item.state)
        self._settled.discard(item.key)
        return (f"taken back: {_title(item)}",)

    def _summary(self) -> str:
        return f"{self._filed} filed; what was put off or discarded is kept in {self.inbox.path.as_posix()}."


def file_into_new(inbox: Inbox, item: Item, folder: Path, today: date) -> Done:
    """Make a story of an item. Raises as ``Inbox.file`` does, and then there is no such story."""
    with new_story(folder) as place:
        done = inbox.put(item, place, today)
    inbox.settle(item, done, folder)
    return done


def told_of(done: Done, folder: Path) -> tuple[str, ...]:
    """What became of an item, in lines."""
    return tuple(map(one_line, (f"{done.outcome}, in {folder.name}: {done.name}", *done.told)))


def show_item(item: Item, near: Sequence[Near], place: str) -> str:
    """An item as one screen: what it is, the stories that are like it, the keys."""
    lines = [f"{place}  {_whence(item)}  {item.key}", *textwrap.wrap(_title(item), WIDTH), ""]
    text = item.text[:_SHOWN_TEXT] + ("…" if len(item.text) > _SHOWN_TEXT else "")
    lines += textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="   ")
    lines += [f"   {one_line(item.where)}", ""]
    for number, one in enumerate(near, 1):
        lines += textwrap.wrap(f"{number}  {_suggested(one)}", WIDTH, subsequent_indent="   ")
    lines += [] if near else ["No story is like it."]
    filing = [f"{'1' if len(near) == 1 else f'1-{len(near)}'} file"] if near else []
    lines += ["", *textwrap.wrap("   ".join([*filing, *(f"{key} {name}" for key, name, _ in _KEYS)]), WIDTH)]
    return "\n".join(lines)


def _show_keys(near: Sequence[Near]) -> str:
    numbers = [f"{number}  file it into {one.story}" for number, one in enumerate(near, 1)]
    return "\n".join([*numbers, *(f"{key}  {name}: {what}" for key, name, what in _KEYS)])


def show_listed(item: Item, near: Sequence[Near], folder: str = "") -> str:
    """An item with the command for each of its keys, for where there is no terminal. ``folder`` is where files wait, if
    that is not where they usually do."""
    inbox = f"python -m generator inbox{f' --folder {shlex.quote(folder)}' if folder else ''}"
    command = f"{inbox} --file {item.key}"
    name = _slug(item.title) or "NAME"
    lines = [f"{item.key}  {_whence(item)}", f"  {_title(item)}", f"  {one_line(item.where)}"]
    lines += [f"  {number}  {_suggested(one)}" for number, one in enumerate(near, 1)]
    lines += [f"  {number} file: {command} {shlex.quote(one.story)}" for number, one in enumerate(near, 1)]
    lines += [
        f"  {NEW} new story: {command} {shlex.quote(name)} --new",
        f"  {LATER} later: {inbox} --later {item.key}",
        f"  {DISCARD} discard: {inbox} --discard {item.key}",
    ]
    return "\n".join(lines)


def as_json(item: Item, near: Sequence[Near]) -> dict[str, Any]:
    """An item for another program."""
    return {
        "id": item.key,
        "title": item.title,
        "text": item.text,
        "where": item.where,
        "day": item.day or None,
        "feed": item.feed or None,
        "state": item.state.value,
        "suggestions": [{"story": one.story, "score": round(one.score, 3), "words": list(one.words)} for one in near],
    }


def _suggested(near: Near) -> str:
    words = f": {', '.join(near.words)}" if near.words else ""
    return one_line(f"{near.story} ({near.score:.2f}{words})")


def _title(item: Item) -> str:
    return one_line(item.title or item.where)


def _whence(item: Item) -> str:
    put_off = ", put off" if item.state is State.LATER else ""
    return one_line(f"{item.feed or 'a file'}, {item.day or 'no day'}{put_off}")


def _slug(title: str) -> str:
    """A name for a story of this headline: its first words."""
    return "-".join(dashed(title).split("-")[:5])
