"""``status``, ``diff``, ``sign``, ``hold`` and ``withdraw``: what they are given, and what they print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.desk.difference import compare
from generator.desk.noticing import on_draft
from generator.desk.signing import put_on_hold, sign, withdraw
from generator.desk.status import story_status
from generator.drafting import make_draft
from generator.errors import HeldError, InputError, StoriesError
from generator.load import story_folders
from generator.load.at_hand import changed_last
from generator.model import EditionKind
from generator.notes import Remark, listed

Folder = Callable[[str], Path]
_KINDS = tuple(kind.value for kind in EditionKind if kind is not EditionKind.WITHDRAWN)


def add_commands(commands: Any, stories: Path, folder: Folder) -> None:
    """Add the desk's commands to the parser's. ``stories`` is the folder of all stories, ``folder`` finds one by what
    is written for it."""
    status = commands.add_parser(
        "status",
        help="tell of every story how its draft stands to what is published",
        description="For each story: its last edition, whether the draft says something else, and how many decisions "
        "are applied, moot or lost. What holds a story at its last edition is named by file and line. A story of which "
        "no file has changed is not drafted anew.",
    )
    status.add_argument("stories", nargs="*", metavar="STORY", help="a story's folder or name; all, if none is given")
    status.set_defaults(run=lambda options: _status(options, stories, folder))

    noticed = commands.add_parser(
        "notices",
        help="list all that an editor should look at in drafts",
        description="Everything that a build lists the beginning of: disagreements, merges, close pairs, notices on "
        "stories and their sources, decisions that no longer hold; the story that was changed last first.",
    )
    noticed.add_argument("stories", nargs="*", metavar="STORY", help="a story's folder or name; all, if none is given")
    noticed.set_defaults(run=lambda options: _notices(options, stories, folder))

    compared = commands.add_parser(
        "diff",
        help="tell what the draft of a story changes in its last edition, or what changed between two editions",
        description="Words, sources, places and decisions, claim by claim. Without a number the last edition is "
        "compared with the draft: what signing would change. With N it is edition N that is compared with the draft, "
        "with N and M edition N with edition M. Exit status: 0 nothing changed, 1 something did.\n\n"
        "example: python -m generator diff lavrov-pyongyang 1 2",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    compared.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    compared.add_argument("first", metavar="N", type=int, nargs="?", help="the edition that is compared; the last one")
    compared.add_argument("second", metavar="M", type=int, nargs="?", help="the edition it is compared with; the draft")
    compared.set_defaults(run=lambda options: _diff(options, folder))

    signed = commands.add_parser(
        "sign",
        help="publish the draft of a story under your name, as its next edition",
        description="Writes editions/NNNN.json, from which the site is built from then on: no later release changes a "
        "word of it. Refused where a decision is lost or words of yours are not carried by what they cite.\n\n"
        'example: python -m generator sign lavrov-pyongyang --as corrected --note "The visit was on a Thursday."',
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    signed.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    signed.add_argument(
        "--as", dest="kind", choices=_KINDS, required=True,
        help="first; updated: there is news; corrected: something was wrong; refiled: readers need not be told",
    )  # fmt: skip
    _noted(signed, "what readers are told of it; a correction says what was wrong and what is right")
    signed.set_defaults(run=lambda options: _sign(options, folder))

    held = commands.add_parser(
        "hold",
        help="tell readers that a story is being looked into; what is published stands",
        description="Puts a note at the top of a published story, and into the feed of corrections. The next edition "
        "ends it.",
    )
    held.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    _noted(held, "why it is being looked into")
    held.set_defaults(run=lambda options: _hold(options, folder))

    taken = commands.add_parser(
        "withdraw",
        help="take back a story: its address stays, with a note",
        description="Writes an edition that says nothing but the note. All addresses of the story stay.",
    )
    taken.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    _noted(taken, "why it was withdrawn")
    taken.set_defaults(run=lambda options: _withdraw(options, folder))


def _notices(options: argparse.Namespace, stories: Path, folder: Folder) -> int:
    folders = [folder(name) for name in options.stories] or _all(stories)
    remarks: list[Remark] = []
    failures: list[tuple[str, Exception]] = []
    for one in folders:
        try:
            remarks += on_draft(make_draft(one))
        except Exception as error:  # whatever it is, the other stories are to be told of too
            failures.append((one.name, error))
    print("\n".join(listed(remarks, order=changed_last(folders))) or "Nothing is to be looked at.")
    if failures:
        raise StoriesError(tuple(failures))
    return 0


def _all(stories: Path) -> list[Path]:
    found = list(story_folders(stories))
    if not found:
        remedy = "begin one: python -m generator add NAME --new ADDRESS"
        raise InputError(stories.as_posix(), "it holds no story", remedy)
    return found


def _noted(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--note", default="", metavar="WORDS", help=what)
    parser.add_argument("--by", default="", metavar="NAME", help="who signs, as readers see it")
    parser.add_argument("--at", type=_time, metavar="TIME", help="when, in UTC, where it is not now: 2026-05-04T09:30")


def _time(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; write it as 2026-05-04T09:30") from None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _now(options: argparse.Namespace) -> datetime:
    return options.at if options.at is not None else datetime.now(UTC)


def _status(options: argparse.Namespace, stories: Path, folder: Folder) -> int:
    folders = [folder(name) for name in options.stories] if options.stories else _all(stories)
    sound = True
    for one in folders:
        found = story_status(one)
        print(found.line)
        for line in found.findings:
            print(f"  {line}")
        sound = sound and found.sound
    return 0 if sound else 1


def _diff(options: argparse.Namespace, folder: Folder) -> int:
    found = compare(_there(folder(options.story)), options.first, options.second)
    print(found.heading)
    for line in found.lines or ("nothing changed",):
        print(line)
    for line in found.findings:
        print(line, file=sys.stderr)
    return 1 if found.lines or found.findings else 0


def _sign(options: argparse.Namespace, folder: Folder) -> int:
    story = folder(options.story)
    try:
        edition = sign(story, EditionKind(options.kind), _now(options), options.note, options.by)
    except HeldError as error:
        print(f"{story.as_posix()}: not signed, {_open(len(error.findings))}:", file=sys.stderr)
        for line in error.findings:
            print(f"  {line}", file=sys.stderr)
        return 2
    print(f"{story.name}: edition {edition.mark.number} signed ({edition.mark.kind}); `make publish` publishes it")
    return 0


def _there(story: Path) -> Path:
    """The folder of a story; a slip in its name is no story that was never signed. Raises InputError for such a one."""
    if not story.is_dir():
        raise InputError(story.as_posix(), "there is no such story folder", "name a folder that holds a story.md")
    return story


def _open(number: int) -> str:
    return "one point is open" if number == 1 else f"{number} points are open"


def _hold(options: argparse.Namespace, folder: Folder) -> int:
    story = _there(folder(options.story))
    put_on_hold(story, _now(options), options.note, options.by)
    print(f"{story.name}: on hold; the next edition ends it")
    return 0


def _withdraw(options: argparse.Namespace, folder: Folder) -> int:
    story = _there(folder(options.story))
    edition = withdraw(story, _now(options), options.note, options.by)
    print(f"{story.name}: withdrawn with edition {edition.mark.number}; its address stays, with the note")
    return 0
