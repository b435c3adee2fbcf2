"""The command ``outline``: the draft in the editor of one's choice, and what was changed there as decisions."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.buffer import UnreadableError, Wanted, read, state_of
from generator.desk.headings import sections_line, with_sections
from generator.desk.outline import REFUSED, Outline, render
from generator.desk.rewriting import check_unchanged, read_file, replace_file
from generator.desk.settling import RefusedError, Settled, UnsettledError, draw, settle
from generator.desk.writing import spell
from generator.editions import newest_edition
from generator.errors import InputError, one_line
from generator.load import load_story
from generator.model import Story, Workings

HELP = "put the claims of a story in order in your editor, as git rebase -i has it"
DESCRIPTION = """\
Open the draft of a story as lines in $VISUAL or $EDITOR: sections as headings, the claims in the open beneath them,
folded ones indented beneath their leads, the rest at the end by source.

  == Reactions
  keep  c-90ff 2-of-3 The union welcomed the offer.  [courier, gazette]
  brief c-1a2b 1-of-3 The mayor called it a beginning.  [courier]
      keep c-77aa 1-of-3 She spoke on the quay.  [courier]

Move lines to other places and under other headings, type new headings, indent a line beneath another to fold it
there, change words, and put a verb before a line: keep, brief, summary, merge (into the claim above), drop.

What you changed is written as decisions, and nothing else is, but for what holds the other lines where they stand:
moved under another heading: section; order under one: after; brief and summary: the lists of these names; drop: drop;
merge: same; indented beneath a line: detail; words: text. A decision that a change overrides is replaced. An unchanged
buffer writes nothing, an empty one gives up, a line that is gone is an error. All is written at once or not at all;
what cannot be used is kept in a file that is named."""
EXAMPLES = """\
examples:
  EDITOR=nano python -m generator outline bridge-reopens
  python -m generator outline bridge-reopens --print > lines.txt    without an editor: print the lines,
  python -m generator outline bridge-reopens --apply lines.txt      change them, and apply them

Exit status: 0 done; 1 nothing is written, since the buffer is empty or its words are in no source; 2 unusable lines."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command, ``story`` among them."""
    parser.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--print", dest="shown", action="store_true", help="print the lines and do nothing else")
    ways.add_argument("--apply", type=Path, metavar="FILE", help="take the lines from a file instead of an editor")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A story as it stands on the disk, and its draft. ``data`` are the bytes of its decisions.yaml."""

    story: Story
    data: bytes
    outline: Outline
    workings: Workings


def run(folder: Path, options: argparse.Namespace) -> int:
    """Do what the command is asked to with the story in ``folder``; its exit status. Raises InputError."""
    draft = _draft(folder)
    if options.shown:
        sys.stdout.buffer.write(render(draft.outline).encode("utf-8", "replace"))
        return 0
    if options.apply is not None:
        return _apply_file(folder, draft, options.apply)
    return _Session(folder, draft).run()


def _draft(folder: Path) -> _Draft:
    data = read_file(folder / "decisions.yaml")
    story = _story(folder)
    return _Draft(story, data, *draw(story))


def _story(folder: Path) -> Story:
    """A story with the ids that its last edition published."""
    edition = newest_edition(folder)
    return load_story(folder, edition.history if edition else None)


def _apply_file(folder: Path, draft: _Draft, file: Path) -> int:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(file.as_posix(), "it is not UTF-8", "save it as UTF-8") from None
    try:
        return _apply(folder, draft, text)
    except RefusedError as refused:
        _tell(file, refused.findings, "Nothing is written. Quote the sources' words, or change the line back.")
        return 1
    except (UnreadableError, UnsettledError) as error:
        _tell(file, error.findings, "Nothing is written. Mend the lines and apply the file again.")
        return 2


def _tell(file: Path, findings: Sequence[str], end: str) -> None:
    for finding in findings:
        print(one_line(f"{file.as_posix()}: {finding}"), file=sys.stderr)
    print(end, file=sys.stderr)


def _apply(folder: Path, draft: _Draft, text: str) -> int:
    """Turn a buffer into decisions and write them; the exit status."""
    told = _taken(folder, draft, text)
    if told is None:
        print("The buffer is empty: nothing is written.", file=sys.stderr)
        return 1
    print("\n".join(told))
    return 0


def lines_of(folder: Path) -> str:
    """The buffer of a story's draft. Raises as ``run`` does."""
    return render(_draft(folder).outline)


def take_lines(folder: Path, text: str) -> tuple[str, ...]:
    """Turn a buffer into decisions and write them; what was written, a line each, and () for an empty buffer.

    Raises UnreadableError, UnsettledError and InputError, with nothing written, for lines that cannot be used.
    """
    return _taken(folder, _draft(folder), text) or ()


def _taken(folder: Path, draft: _Draft, text: str) -> tuple[str, ...] | None:
    wanted = _wanted(draft, text)
    if wanted is None:
        return None
    if not wanted.changes(draft.outline):
        return (*wanted.remarks, "Nothing was changed, and nothing is written.")
    settled = settle(draft.story, draft.data, draft.outline, draft.workings, wanted)
    return _write(folder, draft, settled)


def _wanted(draft: _Draft, text: str) -> Wanted | None:
    """What a buffer wants. Raises InputError where it was made from another draft and is not as this one is."""
    state = state_of(text)
    current = state is None or state == draft.outline.state
    try:
        wanted = read(text, draft.outline)
    except UnreadableError:
        if current:
            raise
    else:
        if current or wanted is None or not wanted.changes(draft.outline):
            return wanted
    problem = "the draft is another one since these lines were printed"
    raise InputError(draft.story.path, f"{problem}, and nothing is written", "print them anew, and change those")


def _write(folder: Path, draft: _Draft, settled: Settled) -> tuple[str, ...]:
    """Write the decisions, and before them the order of sections: alone it changes nothing that the draft shows. What
    was written, a line each."""
    order = settled.section_order
    shown: list[str] = []
    check_unchanged(folder / "decisions.yaml", draft.data)
    if order is not None:
        path = folder / "story.md"
        before = read_file(path)
        after = with_sections(before, path, order)
        if after is None:
            shown.append(f"{path.as_posix()}: write this line yourself: {sections_line(order)}")
        else:
            replace_file(path, before, after)
            shown.append(f"{path.as_posix()}: {sections_line(order)}")
    if settled.data != draft.data:
        replace_file(folder / "decisions.yaml", draft.data, settled.data)
    changed = settled.changed.items()
    return (
        f"{draft.story.decisions_path}: {_count(settled)}",
        *(f"  line {line}: {'taken out' if decision is None else spell(decision)}" for line, decision in changed),
        *(f"  {spell(decision)}" for decision in settled.added),
        *shown,
        *settled.remarks,
    )


def _count(settled: Settled) -> str:
    gone = sum(decision is None for decision in settled.changed.values())
    counts = {"added": len(settled.added), "changed": len(settled.changed) - gone, "taken out": gone}
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number) or "no decision changed"


class _Session:
    """A buffer in the editor, opened again while its words are refused."""

    def __init__(self, folder: Path, draft: _Draft) -> None:
        self.folder, self.draft = folder, draft
        self.editor = _editor()
        handle, name = tempfile.mkstemp(prefix=f"{draft.story.slug}-", suffix=".outline", text=True)
        os.close(handle)
        self.file = Path(name)

    def run(self) -> int:
        text = render(self.draft.outline)
        while True:
            self.file.write_text(text, encoding="utf-8")
            status = subprocess.run([*self.editor, str(self.file)], check=False).returncode
            if status:
                return self._kept([f"the editor ended with status {status}"], 2)
            edited = self.file.read_text(encoding="utf-8", errors="replace")
            if text.startswith(REFUSED) and edited == text:
                return self._kept(["its words are in no source, and were not changed"], 1)
            try:
                done = _apply(self.folder, self._current(), edited)
            except RefusedError as refused:
                text = _with_refused(edited, refused.findings)
                continue
            except (UnreadableError, UnsettledError) as error:
                return self._kept(error.findings, 2)
            except InputError as error:
                return self._kept([str(error)], 2)
            self.file.unlink()
            return done

    def _current(self) -> _Draft:
        """The draft as it stands now: somebody else may have decided while the editor was open."""
        if read_file(self.folder / "decisions.yaml") == self.draft.data and _story(self.folder) == self.draft.story:
            return self.draft
        return _draft(self.folder)

    def _kept(self, findings: Sequence[str], status: int) -> int:
        again = (
            f"python -m generator outline {shlex.quote(self.folder.as_posix())} --apply {shlex.quote(str(self.file))}"
        )
        _tell(self.file, findings, f"Nothing is written, and your lines are kept. Mend them, then: {again}")
        return status


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not named.strip():
        remedy = "set EDITOR, or print the lines with --print, change them, and give them to --apply"
        raise InputError("outline", "neither VISUAL nor EDITOR names an editor", remedy)
    return shlex.split(named)


def _with_refused(text: str, findings: Sequence[str]) -> str:
    """A buffer with what was refused in it said at its top."""
    left = [line for line in text.splitlines() if not line.startswith(REFUSED)]
    return "\n".join([*(f"{REFUSED}{one_line(finding)}" for finding in findings), *left, ""])
