"""The command ``outline``: the draft in the editor of one's choice, and what was changed there as decisions."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.desk.buffer import UnreadableError, Wanted, read, state_of
from generator.desk.headings import sections_line, with_sections
from generator.desk.lines import check_unchanged, read_file, replace_file
from generator.desk.outline import REFUSED, Outline, outline_of, render
from generator.desk.settling import RefusedError, Settled, UnsettledError, settle
from generator.desk.writing import spell
from generator.drafting import make_draft
from generator.errors import InputError, one_line
from generator.load import story_slug
from generator.load.decisions import FILE
from generator.model import Story

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


def run(folder: Path, options: argparse.Namespace) -> int:
    """Do what the command is asked to with the story in ``folder``; its exit status. Raises InputError."""
    if options.shown:
        sys.stdout.buffer.write(lines_of(folder).encode("utf-8", "replace"))
        return 0
    if options.apply is not None:
        return _apply_file(folder, options.apply)
    return _Session(folder).run()


def _apply_file(folder: Path, file: Path) -> int:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(file.as_posix(), "it is not UTF-8", "save it as UTF-8") from None
    try:
        return _apply(folder, text)
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


def _apply(folder: Path, text: str) -> int:
    """Turn a buffer into decisions and write them; the exit status."""
    told = take_lines(folder, text)
    if not told:
        print("The buffer is empty: nothing is written.", file=sys.stderr)
        return 1
    print("\n".join(told))
    return 0


def lines_of(folder: Path) -> str:
    """The buffer of a story's draft. Raises as ``make_draft`` does."""
    draft = make_draft(folder)
    return render(outline_of(draft.digest, draft.workings))


def take_lines(folder: Path, text: str) -> tuple[str, ...]:
    """Turn a buffer into decisions and write them; what was written, a line each, and () for an empty buffer.

    Raises UnreadableError, UnsettledError and InputError, with nothing written, for lines that cannot be used.
    """
    data = read_file(folder / FILE)
    draft = make_draft(folder)
    outline = outline_of(draft.digest, draft.workings)
    wanted = _wanted(draft.story, outline, text)
    if wanted is None:
        return ()
    if not wanted.changes(outline):
        return (*wanted.remarks, "Nothing was changed, and nothing is written.")
    settled = settle(draft.story, data, outline, draft.workings, wanted, draft.store)
    return _write(folder, draft.story, data, settled)


def _wanted(story: Story, outline: Outline, text: str) -> Wanted | None:
    """What a buffer wants. Raises InputError where it was made from another draft and is not as this one is."""
    state = state_of(text)
    current = state is None or state == outline.state
    try:
        wanted = read(text, outline)
    except UnreadableError:
        if current:
            raise
    else:
        if current or wanted is None or not wanted.changes(outline):
            return wanted
    problem = "the draft is another one since these lines were printed"
    raise InputError(story.path, f"{problem}, and nothing is written", "print them anew, and change those")


def _write(folder: Path, story: Story, data: bytes, settled: Settled) -> tuple[str, ...]:
    """Write the decisions, and before them the order of sections: alone it changes nothing that the draft shows. What
    was written, a line each."""
    order = settled.section_order
    shown: list[str] = []
    check_unchanged(folder / FILE, data)
    if order is not None:
        path = folder / "story.md"
        before = read_file(path)
        after = with_sections(before, path, order)
        if after is None:
            shown.append(f"{path.as_posix()}: write this line yourself: {sections_line(order)}")
        else:
            replace_file(path, before, after)
            shown.append(f"{path.as_posix()}: {sections_line(order)}")
    if settled.data != data:
        replace_file(folder / FILE, data, settled.data)
    changed = settled.changed.items()
    return (
        f"{story.decisions_path}: {_count(settled)}",
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

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.editor = _editor()
        self.lines = lines_of(folder)
        handle, name = tempfile.mkstemp(prefix=f"{story_slug(folder)}-", suffix=".outline", text=True)
        os.close(handle)
        self.file = Path(name)

    def run(self) -> int:
        text = self.lines
        while True:
            self.file.write_text(text, encoding="utf-8")
            status = subprocess.run([*self.editor, str(self.file)], check=False).returncode
            if status:
                return self._kept([f"the editor ended with status {status}"], 2)
            edited = self.file.read_text(encoding="utf-8", errors="replace")
            if text.startswith(REFUSED) and edited == text:
                return self._kept(["its words are in no source, and were not changed"], 1)
            try:
                done = _apply(self.folder, edited)
            except RefusedError as refused:
                text = _with_refused(edited, refused.findings)
                continue
            except (UnreadableError, UnsettledError) as error:
                return self._kept(error.findings, 2)
            except InputError as error:
                return self._kept([str(error)], 2)
            self.file.unlink()
            return done

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
