"""Builds the site beside the old one and swaps the two: ``python -m generator.build --output output``.

A build that fails leaves the existing site as it was. Exit status: 0 done, 1 done but for some stories (--keep-going),
2 unusable input, named by file and place.
"""

from __future__ import annotations

if __name__ == "__main__":  # before the imports that take a moment
    from generator.terminal import quiet_start

    quiet_start()

import argparse
import os
import runpy
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator import output
from generator.errors import HeldError, InputError, StoriesError, one_line, told
from generator.fingerprint import Looked, is_changed, words_hash
from generator.garbage import processors, seldom_collecting
from generator.identity import check_identity, site_settings
from generator.keeper import Keeper
from generator.notes import (
    ADDED,
    DISAGREEMENTS,
    LEFT_OUT,
    LOST,
    MERGES,
    NEAR,
    ON_SOURCES,
    ON_STORIES,
    PASSED_OVER,
    UNCITED,
    Notes,
    Remark,
    listed,
    on_pairs,
)
from generator.search import add_search
from generator.shelf import Shelf
from generator.terminal import count, quiet_end, show_any_character, show_trace
from generator.unchanged import inputs_hash, keep_told, kept_told

if TYPE_CHECKING:  # a build that changes nothing needs none of these, which take longer to import than it does
    from generator.model import Digest
    from generator.newsroom import Newsroom
    from generator.site.views import CarriedStory
    from generator.stories import Shown, Whole

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "publishconf.py"  # of a checkout
PREVIEW_ADDRESS = "http://localhost:8000"
_OUTPUT = Path("output")
_PREVIEW = Path(".build/preview")  # what is served while it is worked on; never what is published
_CACHE = Path(".build/cache")
_SHOWN = 5  # lines for each kind of thing that an editor should look at


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build, from what, and where to. ``address`` is the site's, without a final "/"."""

    output: Path
    content: Path = ROOT / "content"
    settings: Path = SETTINGS
    address: str = PREVIEW_ADDRESS
    publish: bool = False
    captures: bool = False  # show whole captures, to the editor only
    search: bool = False  # with a search box, which needs a script
    spare_publication: bool = False  # refuse an output that holds a site built for publication
    keep_going: bool = False  # build the other stories where some cannot be built
    unsigned: bool = False  # publish stories that no editor has signed, too
    cache: Path | None = None  # what builds keep for the next one; a folder that may be deleted at any time
    jobs: int = 1  # processes


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what its editor should know of it.

    ``notes`` tell of each story that is shown, by slug; ``failures`` are the stories that could not be built, each with
    its error, and ``carried`` the slugs of those of them whose pages stay as they were; ``held`` are those that stay at
    their last edition, ``unsigned`` those that a publication leaves out; ``notices`` tell what became of the output's
    folder; ``at_hand`` are all stories, the one that was changed last first.
    """

    notes: Mapping[str, Notes]
    failures: tuple[tuple[str, Exception], ...] = ()
    carried: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()
    held: tuple[tuple[str, Exception], ...] = ()
    unsigned: tuple[str, ...] = ()
    at_hand: tuple[str, ...] = ()

    @property
    def unfounded(self) -> tuple[str, ...]:
        """Words of the editor that what they cite does not carry."""
        return tuple(line for notes in self.notes.values() for line in notes.unfounded)

    @property
    def is_unhindered(self) -> bool:
        """Whether every story is worked: what hinders one is looked at by every build."""
        return not (self.failures or self.held)

    @property
    def is_whole(self) -> bool:
        """Whether every story is shown as its editor means it."""
        return not (self.failures or self.held or self.unfounded)


def build_site(plan: Plan, progress: Callable[[str], None] = lambda _: None) -> Built:
    """Read the stories, build the site into a folder beside the output and put it in the output's place.

    ``progress`` is told in a few words what is being done. Raises StoriesError where stories cannot be built, unless
    the plan is to keep going and others can, and InputError for all else; then the existing site is untouched.
    """
    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)), seldom_collecting(), _shelf(plan) as shelf:
        standing = output.check_ours(plan.output, plan.spare_publication, shelf)
        looked = Looked(plan.content / "stories", shelf)
        inputs = _inputs(plan, shelf, looked)
        kept = kept_told(inputs, standing, shelf)
        if isinstance(kept, Built):
            return replace(kept, notices=(*kept.notices, *output.leave(standing)))
        built, notices = _build_held(plan, standing, shelf, looked, progress)
        looked.again()
        if inputs and built.is_unhindered and _inputs(plan, shelf, looked) == inputs:
            keep_told(built, inputs, plan.output, shelf)
        looked.save()
        return replace(built, notices=(*built.notices, *notices))


def _inputs(plan: Plan, shelf: Shelf, looked: Looked) -> str:
    """All that the site is made of, in a hash; "" where nothing outlasts the build, and for one with its search, whose
    index another program makes."""
    if not shelf.lasts or plan.search:
        return ""
    how = (plan.address, plan.publish, plan.captures, plan.unsigned)
    return inputs_hash(plan.settings, plan.content, looked, *how)


@contextmanager
def _shelf(plan: Plan) -> Iterator[Shelf]:
    """What earlier builds kept; without a cache nothing, and what this one keeps is gone at its end."""
    shelf = Shelf(plan.cache)
    try:
        yield shelf
    finally:
        if is_changed():
            shelf.forget()
        shelf.close()


def _build_held(
    plan: Plan, standing: output.Standing, shelf: Shelf, looked: Looked, progress: Callable[[str], None]
) -> tuple[Built, tuple[str, ...]]:
    """The build, while no other one is at work on the same output, and what became of its folder."""
    from generator.carried import carried_stories
    from generator.catalogue import site_words, spoken
    from generator.load.pages import read_pages
    from generator.newsroom import Newsroom
    from generator.stories import Mode

    read_pages(plan.content / "pages")  # a slip in a page, or no such language, is told before the stories take time
    say = site_words(plan.settings)
    mode = Mode(*spoken(plan.settings), words_hash(say), plan.publish, plan.unsigned, plan.captures)
    stories = Newsroom(plan.content / "stories", mode, say, shelf, plan.jobs, progress, looked)
    if stories.none_yet and any(name.startswith("stories/") for name in standing.mark.files):
        problem = f"it holds no story, and the site in {plan.output.as_posix()} has some"
        remedy = "put them back, or remove the site: make clean"
        raise InputError((plan.content / "stories").as_posix(), problem, remedy)
    while True:
        if stories.failures and not (stories.known and (plan.keep_going or not stories.stopping)):
            raise StoriesError(stories.failures)
        if not stories.known and not stories.none_yet:
            problem = "no story is signed, so that there is nothing to publish"
            remedy = "sign one: python -m generator sign STORY --as first"
            raise InputError((plan.content / "stories").as_posix(), problem, remedy)
        progress("writing the pages")
        failed = (slug for slug, _ in stories.failures)
        carried = carried_stories(plan.output, failed, plan.address, plan.publish, say)
        try:
            told, notices = _write(plan, stories.shown(), carried, standing, shelf)
        except StoriesError as error:
            stories.fail(error.failures)
            continue
        return _built(stories, carried, told), notices


def _built(stories: Newsroom, carried: tuple[CarriedStory, ...], notices: tuple[str, ...]) -> Built:
    """What there is to say when the site is written."""
    from generator.load.at_hand import changed_last

    return Built(
        {slug: known.notes for slug, known in stories.known.items()},
        stories.failures,
        frozenset(story.slug for story in carried),
        notices,
        tuple(stories.held.items()),
        tuple(sorted(stories.unsigned)),
        changed_last(stories.folders),
    )


def write_site(
    plan: Plan,
    digests: tuple[Digest, ...],
    captures: Mapping[tuple[str, str], str] | None = None,
    carried: tuple[CarriedStory, ...] = (),
) -> tuple[str, ...]:
    """Write the site of finished digests, with the texts of whole ``captures``, by slug and source, where given, and
    with the pages of ``carried`` stories as they are. Returns notices on the output's folder.

    Raises InputError, and StoriesError where stories cannot be shown; then the existing site is untouched.
    """
    from generator.stories import Whole

    texts: dict[str, dict[str, str]] = {}
    for (slug, source), text in (captures or {}).items():
        texts.setdefault(slug, {})[source] = text
    return write_shown(plan, [Whole(one, captures=texts.get(one.slug, {})) for one in digests], carried)


def write_shown(plan: Plan, stories: Iterable[Whole], carried: tuple[CarriedStory, ...] = ()) -> tuple[str, ...]:
    """The same of whatever the pages of stories show."""
    from generator.catalogue import site_words
    from generator.stories import shown

    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)), _shelf(plan) as shelf:
        standing = output.check_ours(plan.output, plan.spare_publication, shelf)
        told, notices = _write(plan, shown(stories, site_words(plan.settings)), carried, standing, shelf)
        return (*told, *notices)


def _write(
    plan: Plan, stories: Shown, carried: tuple[CarriedStory, ...], standing: output.Standing, shelf: Shelf
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the site; returns notices on its pages, and those on the output's folder."""
    from generator import pelican_plugin  # Pelican takes half a second to import: only when all input has been read

    told: list[str] = []
    with output.in_the_making(plan.output) as made:
        keeping = output.Keeping(made, standing)
        overrides = {
            "PATH": str(plan.content.resolve()),
            "OUTPUT_PATH": str(made),
            "SITEURL": plan.address,
            "PUBLISH": plan.publish,
            "SEARCH": plan.search,
            "STORIES": stories,
            "CARRIED": carried,
            "NOTICES": told,
            "KEEPER": Keeper(made, shelf, keeping),
            "JOBS": plan.jobs,
        }
        pelican_plugin.run(plan.settings, overrides)
        shelf.save()
        if plan.search:
            keeping.complete()
            add_search(made)
        kind = output.PUBLICATION if plan.publish else output.PREVIEW
        return tuple(told), output.put_in_place(made, plan.output, kind, plan.address, keeping)


def _check(plan: Plan) -> None:
    if plan.publish and plan.captures:
        raise InputError("--captures", "whole captures are not ours to publish", "leave out --captures or --publish")
    # A story or the pages may be a link to a folder elsewhere.
    links = (path for pattern in ("*", "stories/*") for path in plan.content.glob(pattern) if path.is_symlink())
    output.check_place(plan.output, [path for path in (plan.content, *links, *_code(plan)) if path.is_dir()])


def _code(plan: Plan) -> tuple[Path, ...]:
    return (plan.settings.parent / "theme", ROOT / "generator")


def _say_waiting(plan: Plan) -> None:
    print(f"{plan.output.as_posix()}: another build is at work there; waiting for it to end.", file=sys.stderr)


def report(plan: Plan, built: Built) -> str:
    """What was built, what an editor should look at, and where the site is, in a few lines."""
    notes = built.notes
    counts = [one.counts for one in notes.values()]
    sources, claims = sum(one.sources for one in counts), sum(one.claims for one in counts)
    made = f"{count(len(notes), 'story', 'stories')} from {count(sources, 'source')}: {count(claims, 'claim')}"
    lines = [f"Built {made}, {count(sum(one.disagreements for one in counts), 'disagreement')}."]
    lines += listed(_remarks(notes), _SHOWN, built.at_hand)
    if built.unsigned:
        lines += [f"Not signed, and left out ({len(built.unsigned)}):", *(f"  {slug}" for slug in built.unsigned)]
    if any(one.merges or one.near_misses for one in notes.values()):
        lines.append("Why a claim was merged: python -m generator explain STORY CLAIM")
    lines += built.notices
    lines.append(f"The site is in {plan.output.as_posix()}, made for {plan.address}/.")
    return "\n".join(lines)


def _remarks(notes: Mapping[str, Notes]) -> Iterator[Remark]:
    """What an editor should look at, of all stories that are shown."""
    for slug, one in notes.items():
        yield from (Remark(DISAGREEMENTS, slug, f"{slug}: {question}") for question in one.disagreements)
        yield from (Remark(ON_STORIES, slug, f"{slug}: {line}") for line in one.notices)
        yield from (Remark(ON_SOURCES, slug, f"{slug}/{source}: {line}") for source, line in one.source_notices)
        named = ((PASSED_OVER, one.passed_over), (ADDED, one.added), (LEFT_OUT, one.left_out))
        yield from (Remark(heading, slug, f"{slug}: {names}") for heading, names in named if names)
        for heading, lines in ((LOST, one.lost), (UNCITED, one.uncited)):
            yield from (Remark(heading, slug, line) for line in lines)
    near = [(slug, match) for slug, one in notes.items() for match in one.near_misses]
    yield from on_pairs(NEAR, sorted(near, key=lambda pair: -pair[1].score))
    merges = [(slug, match) for slug, one in notes.items() for match in one.merges]
    yield from on_pairs(MERGES, sorted(merges, key=lambda pair: pair[1].score))


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and serve where asked to; return the exit status. ``arguments`` are those of the command line where none
    are given, and then what the next build may use is kept without being asked for."""
    show_any_character()
    options = _parser().parse_args(arguments)
    if options.stand_by and not _told_to_build():
        return 0
    if arguments is None and options.cache is None:
        options.cache = _CACHE
    progress = _progress()
    try:
        plan = _plan(options)
        built = build_site(plan, progress)
        progress("")
        print(report(plan, built), flush=True)
        _tell(built.failures, options.debug, built.carried)
        _tell_held(built.held, options.debug)
        for line in built.unfounded:
            print(f"{one_line(line)}; say what it cites, or cite what says it", file=sys.stderr)
        if options.serve:
            _serve(plan, options)
    except StoriesError as error:
        progress("")
        _tell(error.failures, options.debug)
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:
        progress("")
        show_trace(error, options.debug)
        print(told(error, "site"), file=sys.stderr)
        return 2
    return 0 if built.is_whole else 1


def _told_to_build() -> bool:
    """Load what a build needs, and wait for a line; whether one came, or nobody is there any more to send it."""
    from generator import carried, drafting, newsroom, pelican_plugin  # noqa: F401
    from generator.language.tagger import tag_words

    tag_words(("Ready",))  # which loads its model
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = sys.stdin.readline()
    signal.signal(signal.SIGINT, before)
    if line and is_changed():  # what is loaded is of an older state
        rest = (argument for argument in sys.argv[1:] if argument != "--stand-by")
        os.execv(sys.executable, (sys.executable, "-m", "generator.build", *rest))
    return bool(line)


def _tell(failures: tuple[tuple[str, Exception], ...], debug: bool, carried: frozenset[str] | None = None) -> None:
    """A line for each failed story; where the others were built, it ends with what became of the story's pages."""
    for slug, error in failures:
        show_trace(error, debug)
        line = told(error, slug)
        if carried is not None:
            line += " [its last pages stay]" if slug in carried else " [left out: this site has no pages of it to keep]"
        print(line, file=sys.stderr)


def _tell_held(held: tuple[tuple[str, Exception], ...], debug: bool) -> None:
    """A line for whatever keeps a story at its last edition."""
    for slug, error in held:
        show_trace(error, debug)
        lines = error.findings if isinstance(error, HeldError) else (told(error, slug),)
        for line in lines:
            print(f"{line} [{slug} stays at its last edition]", file=sys.stderr)


def _serve(plan: Plan, options: argparse.Namespace) -> None:
    from generator.preview import serve  # the server's modules are not needed to build

    watched = (plan.content, plan.settings, *_code(plan))
    serve(plan.output, options.port, watched, _again(plan) if options.watch else ())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator.build", description=__doc__)
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help=f"the built site ({_OUTPUT}; with --serve {_PREVIEW})"
    )
    parser.add_argument("--content", type=Path, metavar="DIR", help="stories/ and pages/ (content)")
    parser.add_argument("--siteurl", default="", metavar="URL", help="where the site will live")
    parser.add_argument("--publish", action="store_true", help="build for hosting; needs --siteurl")
    parser.add_argument(
        "--unsigned", action="store_true", help="publish what nobody has signed, as PUBLISH_UNSIGNED does"
    )
    parser.add_argument("--captures", action="store_true", help="show whole captures with their layers; not to publish")
    parser.add_argument("--search", action="store_true", help="with a search box; needs requirements-search.txt")
    parser.add_argument("--keep-going", action="store_true", help="build the other stories where some cannot be built")
    parser.add_argument("--debug", action="store_true", help="show where an internal error came up")
    parser.add_argument("--serve", action="store_true", help="then serve the site on this machine")
    parser.add_argument("--watch", action="store_true", help="with --serve: build again on every change")
    parser.add_argument("--spare-publication", action="store_true", help="refuse an output built with --publish")
    parser.add_argument("--jobs", type=int, default=processors(), metavar="N", help="processes (one a processor)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help=f"keeps what the next build may use ({_CACHE})")
    parser.add_argument("--no-cache", action="store_true", help="make everything anew, and keep nothing")
    parser.add_argument("--stand-by", action="store_true", help=argparse.SUPPRESS)  # builds at a line of standard input
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help="of the server (8000)")
    return parser


def _plan(options: argparse.Namespace) -> Plan:
    settings = site_settings()
    address = options.siteurl.strip().rstrip("/")
    if options.publish and not address:
        raise InputError("--publish", "no address is given", "say where the site will live: --siteurl https://…")
    if address and not _is_address(address):
        raise InputError("--siteurl", f"{address!r} is no web address", "write it as https://example.org")
    if options.publish:
        check_identity(settings, address)
    address = address or f"http://localhost:{options.port}"
    preview = options.serve and not options.publish
    return Plan(
        options.output or (_PREVIEW if preview else _OUTPUT),
        options.content or settings.parent / "content",
        settings,
        address,
        options.publish,
        captures=options.captures,
        search=options.search,
        spare_publication=options.spare_publication or preview,
        keep_going=options.keep_going,
        unsigned=options.unsigned or bool(runpy.run_path(str(settings)).get("PUBLISH_UNSIGNED", False)),
        cache=None if options.no_cache else options.cache,
        jobs=max(1, options.jobs),
    )


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not parts.query and not parts.fragment and not any(char.isspace() or char in "\"'<>" for char in address)
    return plain and parts.scheme in ("http", "https") and bool(parts.netloc)


def _progress() -> Callable[[str], None]:
    """Shows one changing line on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _again(plan: Plan) -> tuple[str, ...]:
    command = (sys.executable, "-m", "generator.build", "--output", str(plan.output), "--content", str(plan.content))
    wanted = (
        ("--publish", plan.publish),
        ("--captures", plan.captures),
        ("--unsigned", plan.unsigned),
        ("--search", plan.search),
        ("--spare-publication", plan.spare_publication),
        ("--keep-going", plan.keep_going),
    )
    command += ("--jobs", str(plan.jobs), *(("--cache", str(plan.cache)) if plan.cache else ("--no-cache",)))
    return (*command, "--siteurl", plan.address, *(option for option, asked in wanted if asked))


if __name__ == "__main__":
    sys.exit(main())
