"""The commands ``add`` and ``inbox``: what they are given on the command line, and what they print."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from generator.desk.terminal import RealTerminal
from generator.errors import InputError, one_line, told
from generator.intake.adding import STDIN, Adder, Done, Outcome
from generator.intake.feeds import read_opml
from generator.intake.inbox import FOLDER, Inbox, State
from generator.intake.sorting import Sorting, as_json, file_into_new, show_listed
from generator.intake.stories import new_folder, new_story, unknown_story
from generator.intake.web import Web, is_address
from generator.load.left_over import is_saved_with_page
from generator.load.provenance import read_provenance
from generator.nearest import Stories
from generator.writers.text import notice_line

# What an editor may state of a capture, by the notice that the page does not.
_STATED: Final = {"no-publisher": "publisher", "no-byline": "author", "no-date": "published"}

ADD = """Each is put into captures/ of the story under a name made of its publisher and headline, and captures.yaml gets
its address, the day of saving and its SHA-256. An address is fetched as its server sends it, where robots.txt allows
that; the page as your browser has it is given as a file. What holds no article is refused with its reason, and the
others are added all the same. Nothing that is there is ever written over.

An article that the story has already (the same bytes, the same address, nearly the same text of one publisher) is
named, and not added twice. With --again its newer version is stored beside it, with "replaces", and what changed is
told; without any address, every page is fetched again whose address is known.

examples:
  python -m generator add bridge-reopens --new https://courier.example/bridge ~/Downloads/gazette.html
  pbpaste | python -m generator add bridge-reopens - --url https://pilot.example/bridge
  python -m generator add bridge-reopens --again

Exit status: 0 all were added; 1 some had been saved before; 2 some were refused."""

INBOX = """What waits: entries of feeds that were never seen and that no story has, and the files of content/inbox. Of
each the stories are told to which it may belong, by its words and its day. One key an act: a number files it into that
story (an entry's page is fetched), n makes a new story of it, l puts it off, d discards it. What was seen is kept in
content/inbox.json; a file that is filed is moved, a discarded one stands in content/inbox/discarded.

Without a terminal, or with --list, what waits is printed with the command for each key; with --json for programs.

examples:
  python -m generator inbox --feeds content/feeds.opml
  python -m generator inbox --list
  python -m generator inbox --file i-1a2b3c4d bridge-reopens
  python -m generator inbox --file i-1a2b3c4d ferry-fire --new

Exit status: 0 done; 1 done, but a feed could not be had; 2 unusable input."""

FEEDS = "feeds.opml"


def add_add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``add``; ``run_add`` runs it."""
    parser = commands.add_parser(
        "add",
        help="put files, addresses or standard input into a story as captures",
        description="Put articles into a story: saved pages, addresses, or text on standard input (-).",
        epilog=ADD,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    parser.add_argument("what", nargs="*", metavar="FILE|URL|-", help="an article")
    parser.add_argument("--new", action="store_true", help="make the story where there is none")
    parser.add_argument("--again", action="store_true", help="store newer versions, and tell what changed")
    parser.add_argument("--url", metavar="ADDRESS", help="where the one file, or standard input, is from")
    told = "when it was saved; else the day in the page, the file's, or today for what is fetched"
    parser.add_argument("--saved", type=_day, metavar="DAY", help=told)
    return parser


def add_inbox(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``inbox``; ``run_inbox`` runs it."""
    parser = commands.add_parser(
        "inbox",
        help="file new entries of feeds and saved files into stories, one key each",
        description="Go through new entries of feeds and saved files, and file them into stories.",
        epilog=INBOX,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--feeds", type=Path, metavar="OPML", help="the list of feeds (content/feeds.opml, if there)")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where saved files wait (content/inbox)")
    parser.add_argument("--list", action="store_true", help="print what waits, with the commands")
    parser.add_argument("--json", action="store_true", help="print what waits as JSON")
    parser.add_argument("--file", nargs=2, metavar=("ITEM", "STORY"), help="file an item into a story")
    parser.add_argument("--new", action="store_true", help="with --file: make the story where there is none")
    parser.add_argument("--later", nargs="+", metavar="ITEM", default=[], help="put items off")
    parser.add_argument("--discard", nargs="+", metavar="ITEM", default=[], help="never ask of items again")
    return parser


def run_inbox(stories: Path, find: Callable[[str], Path], options: argparse.Namespace) -> int:
    """Go through the inbox, or do what a command line says of an item; the exit status. ``find`` tells the folder of a
    story by what is written for it. Raises InputError for what the inbox does not hold, and where the list of feeds
    cannot be read."""
    inbox = Inbox(stories, options.folder or stories.parent / FOLDER, Web())
    if options.file or options.later or options.discard:
        return _settle(inbox, find, options)
    troubles = _collect(inbox, options.feeds, stories.parent / FEEDS)
    waiting = inbox.waiting()
    weighed = inbox.weigh(_progress) if waiting else Stories({})
    _progress("")
    if options.json:
        found = [as_json(item, weighed.nearest(item.weighed)) for item in waiting]
        print(json.dumps(found, ensure_ascii=False, indent=1))
    elif options.list or not (sys.stdin.isatty() and sys.stdout.isatty()):
        place = options.folder.as_posix() if options.folder else ""
        listed = [show_listed(item, weighed.nearest(item.weighed), place) for item in waiting]
        print("\n\n".join(listed) if listed else "Nothing waits.")
    else:
        terminal = RealTerminal()
        with terminal.raw():
            Sorting(inbox, weighed, terminal, today()).run()
    return 1 if troubles else 0


def _progress(text: str) -> None:
    """One changing line on standard error, where that is a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _collect(inbox: Inbox, listed: Path | None, usual: Path) -> int:
    """See what the feeds announce; how many of them could not be had."""
    path = listed or (usual if usual.is_file() else None)
    if path is None:
        return 0
    troubles: list[InputError] = []
    inbox.collect(read_opml(path), troubles.append)
    for error in troubles:
        print(error, file=sys.stderr)
    return len(troubles)


def _settle(inbox: Inbox, find: Callable[[str], Path], options: argparse.Namespace) -> int:
    items = {key: inbox.find(key) for key in (*options.later, *options.discard, *(options.file or ())[:1])}
    for key in options.later:
        inbox.mark(items[key], State.LATER)
        print(f"later: {one_line(items[key].title)}")
    for key in options.discard:
        inbox.discard(items[key])
        print(f"discarded: {one_line(items[key].title)}")
    if not options.file:
        return 0
    key, name = options.file
    folder = find(name)
    if (folder / "story.md").is_file():
        done = inbox.file(items[key], folder, today())
    else:
        folder = new_folder(name, inbox.stories)
        if not options.new:
            raise unknown_story(folder)
        done = file_into_new(inbox, items[key], folder, today())
    show_done(done, folder, items[key].where)
    return int(done.outcome is Outcome.KNOWN)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-05-04") from None


def today() -> date:
    """The day by which what is fetched now is saved."""
    return datetime.now(UTC).date()


def run_add(folder: Path, stories: Path, options: argparse.Namespace) -> int:
    """Add what a command line names to the story in a folder; the exit status. Raises InputError where there is no such
    story, and none is to be made."""
    wanted = tuple(dict.fromkeys(options.what))
    if options.url is not None and len(wanted) != 1:
        raise InputError("--url", f"it is the address of one article, and {len(wanted)} are given", "add them in turn")
    if folder.is_dir() and not (folder / "story.md").is_file():
        raise InputError(folder.as_posix(), "it is no story: it holds no story.md", "name a story, or make a story.md")
    if not folder.is_dir():
        folder = new_folder(options.story, stories)
        if options.again or not (options.new or _is_wanted(folder)):
            raise unknown_story(folder)
        with new_story(folder) as made:
            return _add_all(made, folder, wanted, options)
    if options.again and not wanted:
        wanted = _known_addresses(folder)
    return _add_all(folder, folder, wanted, options)


def _add_all(folder: Path, shown: Path, wanted: Sequence[str], options: argparse.Namespace) -> int:
    if not wanted:
        raise InputError(shown.as_posix(), "nothing is named that could be added", "name files or addresses, or -")
    adder = Adder(folder, today(), again=options.again)
    status = 0
    for what in wanted:
        if what == STDIN and sys.stdin.isatty():
            print("Paste the article, then press Ctrl-D on a line of its own.", file=sys.stderr)
        try:
            if not is_address(what) and is_saved_with_page(Path(what)):
                print(f"{one_line(what)}: passed over: it came with a page that was saved complete", file=sys.stderr)
                continue
            done = adder.add(what, options.url, options.saved)
        except Exception as error:  # whatever it is, the others are added all the same
            print(told(error, what), file=sys.stderr)
            status = 2
            continue
        show_done(done, shown, what)
        status = max(status, int(done.outcome is Outcome.KNOWN))
    return status


def show_done(done: Done, folder: Path, what: str) -> None:
    """Print what became of one thing: what an editor asked for on standard output, notices on standard error."""
    path = (folder / "captures" / done.name).as_posix()
    first, *others = lines_of(done, path, what)
    print(first)
    for line in others:
        print(f"  {line}")
    sys.stdout.flush()
    if done.outcome not in (Outcome.ADDED, Outcome.NEWER):
        return
    for notice in done.notices:
        print(notice_line(path, notice), file=sys.stderr)
    missing = [_STATED[notice.code] for notice in done.notices if notice.code in _STATED]
    if missing:
        facts = ", ".join(f"{key}: …" for key in missing)
        line = (
            f"  what you know of it: sources: [{{file: captures/{done.name}, {facts}}}] in {folder.as_posix()}/story.md"
        )
        print(one_line(line), file=sys.stderr)


def lines_of(done: Done, path: str, what: str) -> Iterator[str]:
    """What became of one thing: a line for itself, and others for what else an editor should know."""
    first, *others = done.told or ("",)
    if done.outcome not in (Outcome.ADDED, Outcome.NEWER):
        yield one_line(f"{what}: {done.outcome}: {path} ({'; '.join((first, *others))})")
        return
    newer = " a newer version;" if done.outcome is Outcome.NEWER else ""
    yield one_line(f"added {path}:{newer} {first}")
    yield from map(one_line, others)


def _known_addresses(folder: Path) -> tuple[str, ...]:
    """The addresses under which the story's captures were saved, each once, of what was replaced the newest."""
    known = read_provenance(folder)
    replaced = {Path(one.replaces).name for one in known.values() if one.replaces}
    found = [one.url for file, one in known.items() if one.url and file.name not in replaced]
    if not found:
        raise InputError(folder.as_posix(), "no capture of it has an address in captures.yaml", "name what is newer")
    return tuple(dict.fromkeys(found))


def _is_wanted(folder: Path) -> bool:
    """Whether an editor at a terminal wants a story made; False where there is none to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    unknown = unknown_story(folder)
    print(f"{one_line(unknown.path)}: {unknown.problem}.")
    return input("Make it? [y/N] ").strip().lower() in ("y", "yes")
