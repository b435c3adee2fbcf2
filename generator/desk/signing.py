"""``sign``, ``hold`` and ``withdraw``: what an editor publishes under a name and a note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from generator.desk.answered import read_answered
from generator.desk.questions import Ask
from generator.desk.queue import make_queue
from generator.drafting import Draft, make_draft
from generator.editions.edition import Edition, make_edition
from generator.editions.findings import holding_lines
from generator.editions.store import (
    inputs_hash,
    newest_edition,
    program_hash,
    read_editions,
    write_edition,
    write_hold,
)
from generator.errors import HeldError, InputError, one_line
from generator.model import EditionKind, Hold, Status

NOTED = (EditionKind.UPDATED, EditionKind.CORRECTED, EditionKind.WITHDRAWN)  # readers are told what changed
MAX_NOTE_CHARACTERS = 1_000
DANGEROUS = (Ask.CHARGE, Ask.WORDED)  # an error there says of somebody what nobody said, or counts who does not


def sign(folder: Path, kind: EditionKind, at: datetime, note: str = "", by: str = "") -> Edition:
    """Sign the draft of a story as its next edition, at a time in UTC, and write it.

    Raises InputError where the kind does not fit, a note is missing, the time is before that of the last edition or
    nothing has changed, and HeldError with a line for each thing that stands open: a decision that is lost and holds
    the story, words that no cited passage carries, a question of the dangerous kinds that was not answered.
    """
    read_editions(folder)
    before = newest_edition(folder)
    _check_kind(folder, kind, before, note)
    _check_time(folder, before, at)
    inputs = inputs_hash(folder)  # before they are read: what is changed meanwhile is drafted anew
    draft = make_draft(folder, before)
    if draft.digest.status is Status.DRAFT:
        raise InputError(draft.story.path, "its status is draft", "take that line out, or say hidden or published")
    open_points = (*_open(draft), *_unseen(folder, draft))
    if open_points:
        raise HeldError(open_points)
    if draft.is_signed and not (before and any(hold.until is None for hold in before.digest.holds)):
        number = before.mark.number if before else 0
        problem = f"the draft says what edition {number} says"
        raise InputError(folder.as_posix(), problem, "there is nothing to sign")
    mark = (kind, at.replace(microsecond=0), " ".join(note.split()), by)
    edition = make_edition(draft.digest, before, *mark, inputs, program_hash(), draft.story.decisions)
    write_edition(folder, edition)
    return edition


def _check_kind(folder: Path, kind: EditionKind, before: Edition | None, note: str) -> None:
    path = folder.as_posix()
    if before is None and kind is not EditionKind.FIRST:
        raise InputError(path, f"there is no edition that could be {kind}", "sign it --as first")
    if before is not None and kind is EditionKind.FIRST:
        kinds = "--as updated, corrected or refiled"
        raise InputError(path, f"edition {before.mark.number} is there already", f"sign it {kinds}")
    if before is not None and before.mark.kind is EditionKind.WITHDRAWN and kind is EditionKind.REFILED:
        raise InputError(path, "the story is withdrawn", "sign it --as corrected, with a note that says why it is back")
    if kind in NOTED and not note.strip():
        what = "what is new" if kind is EditionKind.UPDATED else "what was wrong and what is right"
        raise InputError(path, f"an edition that is {kind} has no note", f"say to readers {what}: --note “…”")
    _check_length(folder, note)


def _check_length(folder: Path, note: str) -> None:
    if len(note) > MAX_NOTE_CHARACTERS:
        problem = f"the note has {len(note):,} characters"
        raise InputError(folder.as_posix(), problem, f"shorten it to {MAX_NOTE_CHARACTERS:,}")


def _check_time(folder: Path, before: Edition | None, at: datetime) -> None:
    if before is not None and at.replace(microsecond=0) < before.mark.signed:
        signed = before.mark.signed.isoformat(timespec="minutes")
        problem = f"edition {before.mark.number} was signed at {signed}, after this"
        raise InputError(folder.as_posix(), problem, "give a later time, or none for now")


def _open(draft: Draft) -> tuple[str, ...]:
    rulings = draft.workings.rulings
    return (*holding_lines(rulings), *map(one_line, (*rulings.unfounded, *rulings.uncited)))


def _unseen(folder: Path, draft: Draft) -> Iterator[str]:
    """A line for each question of the dangerous kinds that the editor has not answered."""
    for question in make_queue(draft, read_answered(folder)):
        if question.ask in DANGEROUS:
            quoted = " / ".join(f"{line.quote.source}: “{line.quote.words}”" for line in question.lines)
            yield one_line(f"{question.key}: {question.title} {quoted}; answer it with review")


def put_on_hold(folder: Path, at: datetime, note: str, by: str = "") -> None:
    """Tell readers that a story is being looked into: what is published stands, with the note. Raises InputError for a
    story that was never signed, and for one that is on hold."""
    before = _signed(folder)
    _need_note(folder, note)
    _check_time(folder, before, at)
    write_hold(folder, Hold(at.replace(microsecond=0), " ".join(note.split()), by))


def withdraw(folder: Path, at: datetime, note: str, by: str = "") -> Edition:
    """Take back a story: its address stays, with the note and nothing of what it said. Raises InputError for a story
    that was never signed or is withdrawn."""
    before = _signed(folder)
    _need_note(folder, note)
    if before.mark.kind is EditionKind.WITHDRAWN:
        problem = f"it was withdrawn with edition {before.mark.number}"
        raise InputError(folder.as_posix(), problem, "there is nothing left to withdraw")
    read_editions(folder)
    _check_time(folder, before, at)
    mark = (EditionKind.WITHDRAWN, at.replace(microsecond=0), " ".join(note.split()), by)
    draft = replace(before.digest, editions=())
    edition = make_edition(draft, before, *mark, before.inputs, before.program, before.decisions)
    write_edition(folder, edition)
    return edition


def _signed(folder: Path) -> Edition:
    edition = newest_edition(folder)
    if edition is None:
        raise InputError(folder.as_posix(), "the story was never signed", "readers have seen nothing of it")
    return edition


def _need_note(folder: Path, note: str) -> None:
    if not note.strip():
        raise InputError(folder.as_posix(), "there is no note", "say to readers why: --note “…”")
    _check_length(folder, note)
