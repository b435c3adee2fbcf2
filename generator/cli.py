"""The command line: ``python -m generator COMMAND``.

Results go to standard output, notices to standard error. Exit status: 0 done, 1 done with findings, 2 unusable input.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from generator import pipeline
from generator.clean import clean
from generator.data import verify_digest
from generator.desk import editing
from generator.desk.commands import add_decide, add_review, run_decide, run_review
from generator.desk.publishing import add_commands
from generator.drafting import make_draft
from generator.editions import newest_edition
from generator.editions.findings import lost_lines
from generator.errors import InputError, StoriesError, one_line, told
from generator.explain import explain
from generator.extract import extract
from generator.garbage import seldom_collecting
from generator.intake.commands import add_add, add_inbox, run_add, run_inbox
from generator.intake.handing import take
from generator.load import load_source, load_story
from generator.model import Claim, Digest, Notice, Story
from generator.preparing import add_prepare, run_prepare
from generator.results import check_targets, write_result
from generator.starter import add_init, run_init
from generator.terminal import quiet_end, show_any_character, show_trace
from generator.writers.json import to_json
from generator.writers.text import article_text, notice_line

STORIES = Path("content/stories")
COMMAND = "news-digest"  # the name of the program where it is installed

EXAMPLES = """examples:
  python -m generator digest content/stories/lavrov-pyongyang
  python -m generator digest lavrov-pyongyang --out build/
  python -m generator extract page.html saved.txt --out articles/
  python -m generator add bridge-reopens --new https://courier.example/bridge saved.html
  python -m generator explain lavrov-pyongyang c-1a2b3c4d5e
  python -m generator verify https://news.example.org/ --page saved.html
  python -m generator review lavrov-pyongyang

A STORY is a story's folder, or the name of one in content/stories.
Exit status: 0 done; 1 done, with findings; 2 unusable input, named by file and place."""

DESK = """Serve the desk at 127.0.0.1 until Ctrl-C, and print its address, which has a key in it.

It asks what review asks, shows what outline shows, and every capture whole; each button writes what the commands
write: a line of decisions.yaml or desk.yaml, an edition. It works without a script, and by keys alone. Several windows
may be open at once, and the commands may be used beside it.

example:
  python -m generator desk --port 8800"""


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    show_any_character()
    options = _options(arguments)
    try:
        with seldom_collecting():
            return int(options.run(options))
    except BrokenPipeError:
        raise
    except StoriesError as failed:
        for name, error in failed.failures:
            show_trace(error, options.debug)
            print(told(error, name), file=sys.stderr)
    except InputError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(told(error, "file system"), file=sys.stderr)
    return 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What a command line says. argparse takes the names of a list in one piece, and those behind an option for
    unknown ones: what is added may stand before an option or behind it."""
    parser = _parser()
    options, behind = parser.parse_known_args(arguments)
    if behind and (options.run is not _add or any(one.startswith("-") and one != "-" for one in behind)):
        parser.error(f"unrecognized arguments: {' '.join(behind)}")
    if behind:
        options.what += behind
    return options


@contextmanager
def _working_on(name: str) -> Iterator[None]:
    """Whatever goes wrong inside is told as the failure of what bears this name, a story or a file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except Exception as error:
        raise StoriesError(((name, error),)) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=COMMAND if Path(sys.argv[0]).name == COMMAND else "python -m generator",
        description="Merge captures of articles about one story into a digest in which every claim cites its source.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--debug", action="store_true", help="show where an internal error came up")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    digest = commands.add_parser(
        "digest",
        help="print the digest of stories as JSON (format news-digest/2)",
        description="Build and verify the digest of each story and print it as digest.json.",
    )
    digest.add_argument("stories", nargs="+", metavar="STORY", help="a story's folder, or its name in content/stories")
    digest.add_argument("--out", type=Path, metavar="DIR", help="write DIR/<slug>.json for each story instead")
    digest.add_argument("--no-decisions", action="store_true", help="the machine's draft alone")
    digest.set_defaults(run=_digest)

    extracted = commands.add_parser(
        "extract",
        help="print the article text of captures, without page furniture",
        description="Print what of each capture is article text: a line for each paragraph, list item and heading.",
    )
    extracted.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a capture, in any form that is read")
    extracted.add_argument("--out", type=Path, metavar="DIR", help="write DIR/<stem>.txt for each file instead")
    extracted.set_defaults(run=_extract)

    explained = commands.add_parser(
        "explain",
        help="tell why a claim's passages were merged, and what else was near",
        description="Tell what a claim cites, why its passages were merged, term by term, and what was near but kept "
        "apart. Without a claim, list the story's claims.",
    )
    explained.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    explained.add_argument("claim", nargs="?", metavar="CLAIM", help="a claim's id, or the beginning of one")
    explained.set_defaults(run=_explain)
    add_init(commands).set_defaults(run=run_init)
    add_add(commands).set_defaults(run=_add)
    add_inbox(commands).set_defaults(run=lambda options: run_inbox(STORIES, _story_folder, options))
    add_commands(commands, STORIES, _story_folder)
    add_prepare(commands).set_defaults(run=run_prepare)

    verified = commands.add_parser("verify", help="check a published site, and its quotes against pages you saved")
    verify_digest.add_arguments(verified, "python -m generator verify")
    verified.set_defaults(run=lambda options: verify_digest.check(options.place, options.page))

    desk = commands.add_parser(
        "desk",
        help="the questions, the outline and the captures in a browser on this machine",
        description=DESK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    desk.add_argument("--port", type=int, default=0, metavar="PORT", help="where it listens; else any that is free")
    desk.set_defaults(run=_desk)

    add_decide(commands).set_defaults(run=_at_desk, act=run_decide)
    add_review(commands).set_defaults(run=_at_desk, act=run_review)

    outlined = commands.add_parser(
        "outline",
        help=editing.HELP,
        description=editing.DESCRIPTION,
        epilog=editing.EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    editing.add_arguments(outlined)
    outlined.set_defaults(run=_outline)
    return parser


def _story_folder(name: str) -> Path:
    folder = Path(name)
    return folder if folder.exists() or not (STORIES / name).is_dir() else STORIES / name


def _story(name: str, decisions: bool = True) -> Story:
    """A story, with the ids that its last edition published."""
    folder = _story_folder(name)
    edition = newest_edition(folder)
    return load_story(folder, edition.history if edition else None, decisions)


def _digest(options: argparse.Namespace) -> int:
    stories = []
    for name in options.stories:
        with _working_on(name):
            stories.append((name, _story(name, decisions=not options.no_decisions)))
    if options.out is not None:
        check_targets(options.out, [(story.path, f"{story.slug}.json") for _, story in stories])
    sound = True
    for name, story in stories:
        with _working_on(name):
            workings = pipeline.work(story)
            digest = pipeline.finish(story, workings)
            _report_passed_over(story)
            _report(story.path, digest.notices)
            for source in digest.sources:
                _report(source.path, source.notices)
            for line in (*lost_lines(workings.rulings), *map(one_line, workings.rulings.unfounded)):
                print(line, file=sys.stderr)
            sound = sound and not (workings.rulings.holding or workings.rulings.unfounded)
            _write(to_json(digest), options.out, f"{digest.slug}.json")
    return 0 if sound else 1


def _extract(options: argparse.Namespace) -> int:
    if options.out is not None:
        check_targets(options.out, [(str(file), f"{file.stem}.txt") for file in options.files])
    failures: list[tuple[str, Exception]] = []
    for file in options.files:
        try:
            with _working_on(str(file)):
                source = load_source(file)
                document = extract(source)
                _report(str(file), source.capture.notices + document.notices)
                _write(article_text(clean(document)), options.out, f"{file.stem}.txt")
        except StoriesError as failed:  # one bad file stops none of the others
            failures.extend(failed.failures)
    if failures:
        raise StoriesError(tuple(failures))
    return 0


def _explain(options: argparse.Namespace) -> int:
    with _working_on(options.story):
        draft = make_draft(_story_folder(options.story))
        if options.claim is None:
            for claim in draft.digest.claims:
                print(f"{claim.id}  {claim.text}")
            return 0
        for line in explain(draft.digest, draft.workings, _claim(draft.digest, options.claim, draft.story.path)):
            print(line)
    return 0


def _add(options: argparse.Namespace) -> int:
    with _working_on(options.story):
        return run_add(_story_folder(options.story), STORIES, options)


def _at_desk(options: argparse.Namespace) -> int:
    with _working_on(options.story):
        return int(options.act(_story_folder(options.story), options))


def _outline(options: argparse.Namespace) -> int:
    with _working_on(options.story):
        return editing.run(_story_folder(options.story), options)


def _desk(options: argparse.Namespace) -> int:
    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise InputError("desk", "Starlette and uvicorn are not installed", "run make desk, which installs them")
    from generator.desk.web.server import run_desk  # an extra, and slow to load

    return run_desk(STORIES, options, take)


def _claim(digest: Digest, wanted: str, path: str) -> Claim:
    found = [claim for claim in digest.claims if claim.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    problem = f"{len(found)} claims begin with {wanted!r}" if found else f"no claim {wanted!r}"
    raise InputError(path, problem, "list the claims with: python -m generator explain STORY")


def _report_passed_over(story: Story) -> None:
    if story.passed_over:
        folder = Path(story.path).parent / "captures"
        print(f"{one_line(folder.as_posix())}: passed over: {', '.join(story.passed_over)}", file=sys.stderr)


def _report(path: str, notices: tuple[Notice, ...]) -> None:
    for notice in notices:
        print(notice_line(path, notice), file=sys.stderr)


def _write(text: str, folder: Path | None, name: str) -> None:
    if folder is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    write_result(folder / name, text)
