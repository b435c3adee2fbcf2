"""What a running desk keeps in mind: drafts until a file of their story changes, and what its last acts wrote."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from generator.desk.answered import FILE as ANSWERS
from generator.desk.lines import read_file
from generator.desk.questions import Question
from generator.desk.review import open_questions
from generator.drafting import Draft, make_draft
from generator.editions.store import edition_numbers, inputs_hash
from generator.load import load_story, story_folders, story_slug
from generator.model import Decision

DRAFTS = 8  # that are kept: one of the longest stories takes 40 MB
ACTS = 200  # that can be told of and taken back


class UnknownError(LookupError):
    """An address that names nothing."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act, as it is told and taken back: the lines that it wrote, and the decisions that it took out."""

    told: tuple[str, ...]
    slug: str = ""
    decisions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    replaced: tuple[Decision, ...] = ()

    @property
    def is_undoable(self) -> bool:
        return bool(self.decisions or self.answers or self.replaced)


@dataclass(slots=True)
class Drafts:
    """The drafts of the stories in a folder. ``alone`` is held by whoever makes one or writes: what two browsers do at
    once is done one after the other, each on what the other left."""

    stories: Path
    alone: RLock = field(default_factory=RLock)
    _drafts: OrderedDict[Path, tuple[str, Draft]] = field(default_factory=OrderedDict)
    _questions: dict[Path, tuple[Draft, bytes, tuple[Question, ...]]] = field(default_factory=dict)
    _done: OrderedDict[str, Done] = field(default_factory=OrderedDict)

    def folders(self) -> Mapping[str, Path]:
        """The folder of each story by its slug, in their order."""
        return {story_slug(folder): folder for folder in story_folders(self.stories)}

    def folder(self, slug: str) -> Path:
        """The folder of a story: an address never names a path. Raises UnknownError."""
        found = self.folders().get(slug)
        if found is None:
            raise UnknownError(f"there is no story {slug!r}")
        return found

    def draft(self, folder: Path) -> Draft:
        """The draft of a story as its files are. Raises as ``make_draft`` does."""
        with self.alone:
            files = _files(folder)
            known = self._drafts.get(folder)
            if known is None or known[0] != files:
                self._keep(folder, files, make_draft(folder, store=known[1].store if known else None))
            self._drafts.move_to_end(folder)
            return self._drafts[folder][1]

    def _keep(self, folder: Path, files: str, draft: Draft) -> None:
        self._drafts[folder] = files, draft
        while len(self._drafts) > DRAFTS:
            gone, _ = self._drafts.popitem(last=False)
            self._questions.pop(gone, None)

    def take(self, folder: Path, draft: Draft) -> None:
        """Keep a draft that an act has made, where it is that of the files as they are now."""
        with self.alone:
            files = _files(folder)
            if load_story(folder, draft.story.history) == draft.story:
                self._keep(folder, files, draft)

    def questions(self, folder: Path) -> tuple[Question, ...]:
        """The open questions of a story. Raises as ``make_draft`` and ``read_answered`` do."""
        with self.alone:
            draft = self.draft(folder)
            answers = read_file(folder / ANSWERS)
            known = self._questions.get(folder)
            if known is None or known[0] is not draft or known[1] != answers:
                known = draft, answers, open_questions(folder, draft)
                self._questions[folder] = known
            return known[2]

    def remember(self, done: Done) -> str:
        """Keep what an act did; the name by which it is told."""
        name = secrets.token_hex(4)
        self._done[name] = done
        while len(self._done) > ACTS:
            self._done.popitem(last=False)
        return name

    def done(self, name: str) -> Done | None:
        """The act of this name, None where it is forgotten."""
        return self._done.get(name)

    def forget(self, name: str) -> None:
        """An act is taken back, and cannot be once more."""
        self._done.pop(name, None)


def _files(folder: Path) -> str:
    """A mark of all that a draft is made of."""
    return f"{inputs_hash(folder)} {edition_numbers(folder)[-1:]}"
